"""What operators do with sources: ask again, put on hold, go on, and let go what a flood held back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Row, func, select, update

from overture.db.audit import Act, Actor, record
from overture.db.codec import plain
from overture.db.engine import locking, write
from overture.db.polls import health_of
from overture.db.tables import entries, sources
from triggers.schedule import MOVES_BEFORE_ADOPTING, State, in_words, released, restarted

_TROUBLED = (State.DEGRADED, State.FAILING, State.STOPPED)
Act_ = Literal["retried", "paused", "resumed", "released", "removed", "put_back", "unchanged", "unknown"]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one source; `entries` counts those that were let go."""

    source: str
    did: Act_
    entries: int = 0


def retry(engine: Engine, source_id: str, actor: Actor, *, now: datetime) -> Done:
    """Ask at the next tick, as if it were new; a stopped source starts again."""
    with write(engine) as connection:
        row = locked(connection, source_id)
        return _retry(connection, row, actor, now) if row else Done(source_id, "unknown")


def retry_failing(engine: Engine, actor: Actor, *, now: datetime) -> list[Done]:
    """Ask all that failed last time, those that stopped too."""
    with write(engine) as connection:
        query = select(sources).where(sources.c.state.in_(("active", "gone"))).order_by(sources.c.id)
        rows = connection.execute(locking(connection, query)).all()
        troubled = [row for row in rows if health_of(row.health).state in _TROUBLED or row.attempts > 0]
        return [_retry(connection, row, actor, now) for row in troubled]


def _retry(connection: Connection, row: Row[Any], actor: Actor, now: datetime) -> Done:
    health = restarted(health_of(row.health))
    write_row(
        connection,
        row,
        {"state": "active", "run_at": now, "health": plain(health), "attempts": 0},
        actor,
        "retried",
        now,
    )
    return Done(row.id, "retried")


def pause(engine: Engine, source_id: str, actor: Actor, *, now: datetime) -> Done:
    """Ask no more until somebody says so."""
    with write(engine) as connection:
        row = locked(connection, source_id)
        if row is None:
            return Done(source_id, "unknown")
        if row.state == "paused":
            return Done(source_id, "unchanged")
        write_row(connection, row, {"state": "paused"}, actor, "paused", now)
        return Done(source_id, "paused")


def resume(engine: Engine, source_id: str, actor: Actor, *, now: datetime) -> Done:
    """Ask again from now on; a source that was not on hold stays as it is."""
    with write(engine) as connection:
        row = locked(connection, source_id)
        if row is None:
            return Done(source_id, "unknown")
        if row.state != "paused":
            return Done(source_id, "unchanged")
        write_row(connection, row, {"state": "active", "run_at": now}, actor, "resumed", now)
        return Done(source_id, "resumed")


def release(engine: Engine, source_id: str, actor: Actor, *, now: datetime) -> Done:
    """Let the entries of a flood go on down the line, and count their rate as normal."""
    with write(engine) as connection:
        row = locked(connection, source_id)
        if row is None:
            return Done(source_id, "unknown")
        held = connection.execute(
            update(entries)
            .where(entries.c.source_id == source_id, entries.c.state == "quarantined")
            .values(state="new", run_at=now)
        ).rowcount
        health = health_of(row.health)
        if not held and health.state is not State.QUARANTINED:
            return Done(source_id, "unchanged")
        write_row(connection, row, {"health": plain(released(health))}, actor, "released", now, held=held)
        return Done(source_id, "released", held)


def held_back(connection: Connection) -> dict[str, int]:
    """How many entries of each source wait until somebody looks."""
    query = select(entries.c.source_id, func.count()).where(entries.c.state == "quarantined")
    return {row[0]: row[1] for row in connection.execute(query.group_by(entries.c.source_id))}


def locked(connection: Connection, source_id: str, *, retired: bool = False) -> Row[Any] | None:
    """The row for the caller alone; None where it is not there, or retired, or not retired where that is asked for."""
    standing = sources.c.state == "retired" if retired else sources.c.state != "retired"
    query = select(sources).where(sources.c.id == source_id, standing)
    return connection.execute(locking(connection, query)).one_or_none()


def write_row(
    connection: Connection,
    row: Row[Any],
    values: dict[str, Any],
    actor: Actor,
    action: str,
    now: datetime,
    **codes: Any,
) -> None:
    """Write, take the row out of the hands of a poll that began before, and tell it in the audit."""
    free = {"owner": None, "lease_until": None, "retry_at": None, "fence": sources.c.fence + 1}
    connection.execute(update(sources).where(sources.c.id == row.id).values(**free, **values))
    act = Act(f"source.{action}", "source", row.id, row.state, str(values.get("state", row.state)), codes)
    record(connection, actor, [act], now=now)


def sources_in_words(connection: Connection, *, now: datetime) -> list[dict[str, Any]]:
    """Every source with how it does in words, for lists: nothing that fails is silent."""
    held = held_back(connection)
    rows = connection.execute(select(sources).where(sources.c.state != "retired").order_by(sources.c.id))
    return [
        {
            "id": row.id, "kind": row.kind, "url": row.url, "state": _state(row), "doing": doing(row, now),
            "last_success_at": row.last_success_at, "last_attempt_at": row.last_attempt_at,
            "next_attempt_at": row.run_at if row.state == "active" else None, "last_status": row.last_status,
            "last_error": row.last_error, "health": row.health, "held_back": held.get(row.id, 0),
            "tags": row.config.get("tags", []),
        }
        for row in rows
    ]  # fmt: skip


def _state(row: Row[Any]) -> str:
    """What a person calls it: the health of a source that is asked, else why it is not."""
    return str(health_of(row.health).state) if row.state == "active" else str(row.state)


def doing(row: Row[Any], now: datetime) -> str:
    """One line in words: how the source does, since when, and what somebody should do about it."""
    health = health_of(row.health)
    if row.state == "paused":
        return "Paused; `overture sources resume` asks it again."
    words = in_words(health, now)
    if row.attempts > 0 and row.last_error:
        words = f"Our own work on it broke {row.attempts} times: {row.last_error}"
    if health.moved_to and health.moved_times >= MOVES_BEFORE_ADOPTING:
        words += f" It says that it has moved to {health.moved_to}; look whether that is right, then change its line."
    return words
