"""Rows that the line gave up on after many attempts: what they are, why, and trying them once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Engine, func, select, update

from overture.db.audit import Act, Actor, record
from overture.db.claims import due_again
from overture.db.engine import write
from overture.db.tables import entries, sources, triggers

Kind = Literal["entry", "trigger"]
KINDS: tuple[Kind, ...] = ("entry", "trigger")
_WAITS = {"entry": (entries, "new"), "trigger": (triggers, "due")}
_MOST = 200


@dataclass(frozen=True, slots=True)
class Aside:
    """One row that waits for a person."""

    kind: Kind
    id: int
    what: str
    where: str
    attempts: int
    error: str | None


def count(connection: Connection) -> int:
    """How many rows wait for somebody to look."""
    found = [select(func.count()).select_from(t).where(t.c.state == "set_aside") for t, _ in _WAITS.values()]
    return sum(connection.execute(select(*(query.scalar_subquery() for query in found))).one())


def listed(connection: Connection) -> tuple[Aside, ...]:
    """Entries that could not be read, then triggers that could not be launched; newest first."""
    e, t = entries.c, triggers.c
    publisher = func.coalesce(sources.c.title, sources.c.id).label("publisher")
    told = select(e.id, e.title, e.attempts, e.last_error, publisher).join(sources, sources.c.id == e.source_id)
    unread = connection.execute(told.where(e.state == "set_aside").order_by(e.id.desc()).limit(_MOST))
    events = select(t.id, t.kind, t.company, t.attempts, t.last_error).where(t.state == "set_aside")
    stuck = connection.execute(events.order_by(t.id.desc()).limit(_MOST))
    return (
        *(Aside("entry", row.id, row.title, row.publisher, row.attempts, row.last_error) for row in unread),
        *(
            Aside("trigger", row.id, f"{row.kind.replace('_', ' ')} at {row.company}", "", row.attempts, row.last_error)
            for row in stuck
        ),
    )


def retry(engine: Engine, kind: Kind, ids: Sequence[int] | None, actor: Actor, *, now: datetime) -> tuple[int, ...]:
    """Make these rows, or all of their kind, due once more with a clean count; gives those that were set aside."""
    table, waits = _WAITS[kind]
    given_up: Any = table.c.state == "set_aside"
    if ids is not None:
        given_up &= table.c.id.in_(list(ids))
    with write(engine) as connection:
        again = update(table).where(given_up).values(state=waits, **due_again(table, now)).returning(table.c.id)
        found = tuple(sorted(connection.scalars(again)))
        acts = [Act("tried_again", kind, str(id_), "set_aside", waits) for id_ in found]
        record(connection, actor, acts, now=now)
    return found
