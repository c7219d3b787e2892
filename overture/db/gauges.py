"""How far behind the line is, in numbers: for metrics, and for whoever asks whether work moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Table, func, select

from overture.db.claims import due
from overture.db.heartbeats import CANARY, ROLES, alive
from overture.db.tables import drafts, entries, handoffs, heartbeats, sources, triggers
from overture.db.types import db_now

# The stages that are queues of rows, with the states that wait in each.
QUEUES: dict[str, tuple[Table, str]] = {
    "poll": (sources, "active"),
    "read": (entries, "new"),
    "launch": (triggers, "due"),
    "release": (handoffs, "held"),
}
_FAILING = 3  # polls in a row


@dataclass(frozen=True, slots=True)
class Queue:
    """One stage: rows that are due, those of them that should have been taken by now, and the longest wait."""

    due: int
    overdue: int
    set_aside: int
    lag: float  # seconds


def queues(connection: Connection, now: datetime, *, grace: timedelta) -> dict[str, Queue]:
    """Every stage. Overdue is what waits longer than `grace`: a sweep and a lease."""
    return {name: _queue(connection, table, state, now, grace) for name, (table, state) in QUEUES.items()}


def _queue(connection: Connection, table: Table, state: str, now: datetime, grace: timedelta) -> Queue:
    ready = due(table, (state,), now)
    count, oldest = connection.execute(select(func.count(), func.min(table.c.run_at)).where(ready)).one()
    late = _count(connection, table, ready & (table.c.run_at < now - grace)) if count else 0
    lag = max(0.0, (now - oldest).total_seconds()) if oldest else 0.0
    return Queue(count, late, _count(connection, table, table.c.state == "set_aside"), lag)


def _count(connection: Connection, table: Table, where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(where)) or 0


def states(connection: Connection, table: Table) -> dict[str, int]:
    """Rows by state."""
    found = connection.execute(select(table.c.state, func.count()).group_by(table.c.state))
    return {row[0]: row[1] for row in found}


def waiting(connection: Connection) -> dict[str, int]:
    """Drafts that wait for a person: those that can be approved, and those that something forbids."""
    pending = drafts.c.state == "pending"
    free = _count(connection, drafts, pending & (drafts.c.obstacles == 0))
    return {"approvable": free, "blocked": _count(connection, drafts, pending & (drafts.c.obstacles > 0))}


def failing_sources(connection: Connection) -> int:
    """Active sources whose last polls failed."""
    failures = sources.c.health["failures"].as_integer()
    return _count(connection, sources, (sources.c.state == "active") & (failures >= _FAILING))


def processes(connection: Connection) -> dict[str, float]:
    """Processes at work by role; 0 where there is none, since that is what somebody watches for."""
    found = alive(connection)
    return {role: found.get(role, 0) for role in ROLES if role != CANARY}


def silence(connection: Connection) -> dict[str, float]:
    """Seconds since each role last moved; a role that never did is not there."""
    now = connection.scalar(select(db_now()))
    seen = connection.execute(
        select(heartbeats.c.role, func.max(heartbeats.c.seen_at)).where(heartbeats.c.role.in_(ROLES)).group_by("role")
    )
    return {row[0]: max(0.0, (now - row[1]).total_seconds()) for row in seen} if now else {}
