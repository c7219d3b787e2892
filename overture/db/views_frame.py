"""What stands around every page: how much waits, what fails, and this person's last decision. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from overture.db.queue_pick import tab_is
from overture.db.tables import drafts, sources
from overture.db.views import QueueRow, one_row, some_rows


@dataclass(frozen=True, slots=True)
class Frame:
    waiting: int  # mine and unassigned
    failing: int  # sources
    next_poll: datetime | None
    last: QueueRow | None  # this person's last decision


def frame(connection: Connection, user: str, *, waiting: int | None = None) -> Frame:
    """`waiting` where the page has counted already."""
    failing, next_poll = connection.execute(_SOURCES).one()
    known = _waiting(connection, user) if waiting is None else waiting
    return Frame(known, failing, next_poll, _last_decision(connection, user))


def _sources() -> Select[Any]:
    """How many fail, and when the next is asked; made once, as it is the same for every page."""
    live = sources.c.state == "active"
    failing = select(func.count()).select_from(sources).where(live, sources.c.health["state"].as_string() == "failing")
    return select(failing.scalar_subquery(), select(func.min(sources.c.run_at)).where(live).scalar_subquery())


_SOURCES = _sources()


def _waiting(connection: Connection, user: str) -> int:
    both = [select(func.count()).select_from(drafts).where(tab_is(one, user)) for one in ("mine", "unassigned")]
    return sum(connection.scalar(count) or 0 for count in both)


_LAST = (
    select(drafts.c.id)
    .where(drafts.c.decided_by == bindparam("user"), drafts.c.decided_at.is_not(None))
    .order_by(drafts.c.decided_at.desc())
    .limit(1)
)


def recent_decisions(connection: Connection, user: str, *, most: int = 30) -> tuple[QueueRow, ...]:
    """The drafts this person decided last, newest first, as they stand now."""
    ids = list(connection.scalars(_LAST.limit(most), {"user": user}))
    known = {row.id: row for row in some_rows(connection, ids)}
    return tuple(known[each] for each in ids if each in known)


def _last_decision(connection: Connection, user: str) -> QueueRow | None:
    """The draft this person decided last, whatever became of it."""
    found = connection.scalar(_LAST, {"user": user})
    return one_row(connection, found) if found is not None else None
