"""What the queue shows: one page by keyset, and the counts of the tabs. Reads only.

A page costs the same on draft 1 and on draft 50,000: rows come by the index (state, score, id), and the place in the
list is the last row that was shown, not a number of rows to skip.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, func, select

from campaigns.review import HandoffState
from overture.db.queue_pick import TAB_IS, QueueQuery, Tab, order_of, picked, tab_is
from overture.db.queue_words import Held
from overture.db.tables import accounts, contacts, draft_versions, drafts, handoffs, triggers

_LIVE = handoffs.c.state != HandoffState.CANCELLED


@dataclass(frozen=True, slots=True)
class QueueRow:
    id: int
    version: int
    content_hash: str
    state: str
    score: int
    account_id: str
    account: str
    contact: str
    role: str | None
    kind: str
    facts: dict[str, Any]
    event_on: date
    subject: str
    story_id: str
    campaign: str
    story_version: int
    warnings: int
    obstacles: int
    good_until: date
    opened_at: datetime | None
    assignee: str | None
    group_owner: str | None
    reason: str | None
    decided_at: datetime | None
    decided_by: str | None
    snoozed_until: datetime | None
    snooze_for_update: bool
    handoff_state: str | None
    release_at: datetime | None
    handoff_reason: str | None
    trigger_id: int
    company: str  # as the news names it


@dataclass(frozen=True, slots=True)
class QueuePage:
    rows: tuple[QueueRow, ...]
    after: int | None  # where the next page starts, if there is one


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of the tabs, and of today."""

    tabs: dict[str, int] = field(default_factory=dict)
    decided_today: int = 0  # by this person
    next_release: datetime | None = None
    pace: timedelta | None = None  # between this person's last decisions
    newest: int = 0  # the last draft that was made, of any list

    @property
    def waiting(self) -> int:
        """For this person or for anybody."""
        return self.tabs["mine"] + self.tabs["unassigned"]


_COLUMNS = (  # in the order of QueueRow
    drafts.c.id, drafts.c.version, drafts.c.content_hash, drafts.c.state, drafts.c.score, drafts.c.account_id,
    accounts.c.name.label("account"), contacts.c.name.label("contact"), contacts.c.role, triggers.c.kind,
    triggers.c.facts, triggers.c.event_on, draft_versions.c.subject, drafts.c.story_id, drafts.c.campaign,
    draft_versions.c.story_version, drafts.c.warnings, drafts.c.obstacles, drafts.c.good_until, drafts.c.opened_at,
    drafts.c.assignee, drafts.c.group_owner, drafts.c.reason, drafts.c.decided_at, drafts.c.decided_by,
    drafts.c.snoozed_until, drafts.c.snooze_for_update, handoffs.c.state.label("handoff_state"),
    handoffs.c.release_at, handoffs.c.reason.label("handoff_reason"), drafts.c.trigger_id, triggers.c.company,
)  # fmt: skip


def queue_page(connection: Connection, query: QueueQuery, words: Held | None = None) -> QueuePage:
    """One page of the list, and where the next one starts."""
    ids = picked(connection, query, most=query.limit + 1, words=words)
    found = _LIST.where(drafts.c.id.in_(ids)).order_by(*order_of(query))
    rows = tuple(_row(row) for row in connection.execute(found))
    more = len(rows) > query.limit
    return QueuePage(rows[: query.limit], rows[query.limit - 1].id if more else None)


def _row(row: Row[Any]) -> QueueRow:
    return QueueRow(*tuple(row))


def _joined(statement: Select[Any]) -> Select[Any]:
    return statement.select_from(
        drafts.join(accounts, accounts.c.id == drafts.c.account_id)
        .join(contacts, contacts.c.id == drafts.c.contact_id)
        .join(triggers, triggers.c.id == drafts.c.trigger_id)
        .join(
            draft_versions,
            and_(draft_versions.c.draft_id == drafts.c.id, draft_versions.c.version == drafts.c.version),
        )
        .outerjoin(handoffs, and_(handoffs.c.draft_id == drafts.c.id, _LIVE))
    )


# What every list and row begins with, made once: it is the same in each request.
_LIST = _joined(select(*_COLUMNS))
_COUNTED: tuple[Tab, ...] = ("mine", "unassigned", "snoozed", "outbox", "blocked")
_SINCE = and_(drafts.c.decided_by == bindparam("user"), drafts.c.decided_at >= bindparam("began"))
_MOMENTS = select(drafts.c.decided_at).where(_SINCE).order_by(drafts.c.decided_at.desc()).limit(500)


def _counting() -> Select[Any]:
    """Each count by its own index; made once, since building it costs more than running it."""
    tabs = [tab_is(one, bindparam("user")) for one in _COUNTED]
    closed = and_(TAB_IS["decided"], drafts.c.updated_at >= bindparam("began"))
    sums = [select(func.count()).select_from(drafts).where(one).scalar_subquery() for one in (*tabs, closed)]
    leaves = select(func.min(handoffs.c.release_at)).where(handoffs.c.state == HandoffState.HELD)
    return select(*sums, leaves.scalar_subquery(), select(func.max(drafts.c.id)).scalar_subquery())


_COUNTS = _counting()


def tab_counts(connection: Connection, user: str, *, day_began: datetime, now: datetime) -> Counts:
    """How many drafts each tab holds for this person; what was decided counts since the day began."""
    given = {"user": user, "began": day_began}
    row = connection.execute(_COUNTS, given).one()
    moments = list(connection.scalars(_MOMENTS, given))
    tabs: dict[str, int] = dict(zip((*_COUNTED, "decided"), map(int, row[:-2]), strict=True))
    return Counts(tabs, len(moments), row[-2], _pace(moments), row[-1] or 0)


def waiting_for(connection: Connection, user: str) -> int:
    """How many drafts wait for this person."""
    return connection.scalar(select(func.count()).select_from(drafts).where(tab_is("mine", user))) or 0


def _pace(moments: list[datetime], *, last: int = 10) -> timedelta | None:
    """The mean time between the last decisions; pauses of five minutes and more are not work."""
    gaps = [later - earlier for later, earlier in pairwise(moments)][:last]
    worked = [gap for gap in gaps if gap < timedelta(minutes=5)]
    return sum(worked, timedelta()) / len(worked) if len(worked) >= 3 else None


def some_rows(connection: Connection, ids: Sequence[int]) -> list[QueueRow]:
    """These drafts as the list shows them, whatever their state, in no order."""
    return [_row(row) for row in connection.execute(_LIST.where(drafts.c.id.in_(ids)))] if ids else []


def one_row(connection: Connection, draft_id: int) -> QueueRow | None:
    """A draft as the list shows it, whatever its state."""
    row = connection.execute(_LIST.where(drafts.c.id == draft_id)).one_or_none()
    return _row(row) if row else None
