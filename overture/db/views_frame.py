"""What stands around every page: how much waits, what fails, and this person's last decision. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from overture.db.alerts import troubled
from overture.db.queue_pick import tab_is
from overture.db.tables import drafts, sources
from overture.db.views import QueueRow, one_row, some_rows
from overture.settings import Alerts


@dataclass(frozen=True, slots=True)
class Frame:
    waiting: int  # mine and unassigned
    failing: int  # sources that fail for longer than `alerts` lets them
    silent: int  # sources that are silent for longer
    next_poll: datetime | None
    last: QueueRow | None  # this person's last decision


def frame(connection: Connection, user: str, *, alerts: Alerts, now: datetime, waiting: int | None = None) -> Frame:
    """`waiting` where the page has counted already."""
    failing, silent = troubled(connection, alerts, now=now)
    next_poll = connection.scalar(_NEXT_POLL)
    known = _waiting(connection, user) if waiting is None else waiting
    return Frame(known, failing, silent, next_poll, _last_decision(connection, user))


_NEXT_POLL = select(func.min(sources.c.run_at)).where(sources.c.state == "active")


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
