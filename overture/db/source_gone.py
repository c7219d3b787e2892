"""Sources that a person took out of the file: their rows stay with all that came of them, and can be put back.

The file is the record. What is written here goes into the caller's transaction, beside the file; what the file says
then is taken up as always.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, null, select

from campaigns.review import OPEN
from overture.db import source_ops
from overture.db.audit import Actor
from overture.db.codec import plain
from overture.db.tables import drafts, entries, mentions, sources, users

SHOWN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class History:
    """What came of a source, and stays: entries, the events they tell, drafts about these that are open now."""

    title: str
    entries: int
    triggers: int
    open: int


@dataclass(frozen=True, slots=True)
class Gone:
    """A source that was removed, by whom and when. `cut` is what the remover gave to find its lines' place again."""

    id: str
    title: str
    by: str
    at: datetime
    cut: Mapping[str, Any]


def history(connection: Connection, source_id: str) -> History | None:
    """None for a source that is not there, or is retired."""
    there = select(sources.c.title).where(sources.c.id == source_id, sources.c.state != "retired")
    row = connection.execute(there).one_or_none()
    if row is None:
        return None
    mine = select(entries.c.id).where(entries.c.source_id == source_id)
    told = select(mentions.c.trigger_id).where(mentions.c.entry_id.in_(mine)).distinct()
    waiting = select(drafts.c.id).where(drafts.c.trigger_id.in_(told), drafts.c.state.in_(OPEN))
    counts = (connection.scalar(select(func.count()).select_from(one.subquery())) for one in (mine, told, waiting))
    return History(row.title or source_id, *(many or 0 for many in counts))


def retire(
    connection: Connection, source_id: str, actor: Actor, *, cut: Mapping[str, Any], now: datetime
) -> source_ops.Done:
    """Ask it no more, and keep what stood in the file."""
    row = source_ops.locked(connection, source_id)
    if row is None:
        return source_ops.Done(source_id, "unknown")
    kept = {"by": actor.id, "at": now, "was": row.state, "cut": dict(cut)}
    values = {"state": "retired", "removed": plain(kept)}
    source_ops.write_row(connection, row, values, actor, "removed", now, line=cut["line"])
    return source_ops.Done(source_id, "removed")


def revive(connection: Connection, source_id: str, actor: Actor, *, now: datetime) -> source_ops.Done:
    """Asked again from now on, or on hold where it was."""
    row = source_ops.locked(connection, source_id, retired=True)
    if row is None or not row.removed:
        return source_ops.Done(source_id, "unknown")
    values = {"state": row.removed["was"], "removed": null(), "run_at": now}
    source_ops.write_row(connection, row, values, actor, "put_back", now)
    return source_ops.Done(source_id, "put_back")


def gone(connection: Connection, *, now: datetime) -> tuple[Gone, ...]:
    """Removed in the last thirty days and not put back, the latest first."""
    wanted = (sources.c.state == "retired") & sources.c.removed.is_not(None)
    rows = connection.execute(select(sources.c.id, sources.c.title, sources.c.removed).where(wanted)).all()
    names = {row.id: row.name for row in connection.execute(select(users.c.id, users.c.name))} if rows else {}
    found = [
        Gone(
            row.id, row.title or row.id, names.get(row.removed["by"], row.removed["by"]),
            datetime.fromisoformat(row.removed["at"]), row.removed["cut"],
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted((one for one in found if one.at > now - SHOWN), key=lambda one: one.at, reverse=True))
