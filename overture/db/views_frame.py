"""What stands around every page: how much waits, what fails, and this person's last decision. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from overture.db.queue_pick import tab_is
from overture.db.tables import drafts, sources
from overture.db.views import QueueRow, one_row


@dataclass(frozen=True, slots=True)
class Frame:
    waiting: int  # mine and unassigned
    failing: int  # sources
    next_poll: datetime | None
    last: QueueRow | None  # this person's last decision


def frame(connection: Connection, user: str, *, waiting: int | None = None) -> Frame:
    """`waiting` where the page has counted already."""
    live = sources.c.state == "active"
    failing = connection.scalar(
        select(func.count()).select_from(sources).where(live, sources.c.health["state"].as_string() == "failing")
    )
    next_poll = connection.scalar(select(func.min(sources.c.run_at)).where(live))
    known = _waiting(connection, user) if waiting is None else waiting
    return Frame(known, failing or 0, next_poll, _last_decision(connection, user))


def _waiting(connection: Connection, user: str) -> int:
    both = [select(func.count()).select_from(drafts).where(tab_is(one, user)) for one in ("mine", "unassigned")]
    return sum(connection.scalar(count) or 0 for count in both)


def _last_decision(connection: Connection, user: str) -> QueueRow | None:
    """The draft this person decided last, whatever became of it."""
    found = connection.scalar(
        select(drafts.c.id)
        .where(drafts.c.decided_by == user, drafts.c.decided_at.is_not(None))
        .order_by(drafts.c.decided_at.desc())
        .limit(1)
    )
    return one_row(connection, found) if found is not None else None
