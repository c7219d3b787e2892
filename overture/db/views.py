"""What the queue shows: one page by keyset, and the counts of the tabs. Reads only.

A page costs the same on draft 1 and on draft 50,000: rows come by the index (state, score, id), and the place in the
list is the last row that was shown, not a number of rows to skip.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, func, or_, select, true, tuple_

from campaigns.review import DraftState, HandoffState
from overture.db.tables import (
    accounts,
    contacts,
    draft_versions,
    drafts,
    entries,
    handoffs,
    mentions,
    story_versions,
    triggers,
)

Tab = Literal["mine", "unassigned", "snoozed", "outbox", "blocked", "decided"]
Sort = Literal["score", "expiry", "newest", "decided"]
TABS: tuple[Tab, ...] = ("mine", "unassigned", "snoozed", "outbox", "blocked", "decided")
_OPEN = (DraftState.PENDING, DraftState.SNOOZED, DraftState.APPROVED)
MOST_COUNTED = 1_000
_LIVE = handoffs.c.state != HandoffState.CANCELLED


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which drafts, in which order, after which one."""

    tab: Tab | Literal["every"]  # every: whatever the state
    user: str
    sort: Sort = "score"
    after: int | None = None
    limit: int = 50
    words: tuple[str, ...] = ()  # each in the name of the account or of the contact
    source: str | None = None
    story: str | None = None
    owner: str | None = None
    kind: str | None = None
    state: str | None = None
    decided_by: str | None = None
    score_over: int | None = None
    score_under: int | None = None


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
    handoffs.c.release_at, handoffs.c.reason.label("handoff_reason"),
)  # fmt: skip

_SORTS: dict[str, tuple[ColumnElement[Any], bool]] = {
    "score": (drafts.c.score, True),
    "expiry": (drafts.c.good_until, False),
    "newest": (drafts.c.made_at, True),
    "decided": (drafts.c.updated_at, True),
}


def queue_page(connection: Connection, query: QueueQuery) -> QueuePage:
    """One page of the list, and where the next one starts."""
    column, down = _SORTS[query.sort]
    order = (column.desc(), drafts.c.id.desc()) if down else (column.asc(), drafts.c.id.asc())
    found = _filtered(_LIST, query).order_by(*order).limit(query.limit + 1)
    if query.after is not None:
        place = select(column, drafts.c.id).where(drafts.c.id == query.after)
        last = connection.execute(place).one_or_none()
        if last is not None:
            here = tuple_(column, drafts.c.id)
            found = found.where(here < tuple_(*last) if down else here > tuple_(*last))
    rows = tuple(_row(row) for row in connection.execute(found))
    more = len(rows) > query.limit
    return QueuePage(rows[: query.limit], rows[query.limit - 1].id if more else None)


def story_ids(connection: Connection) -> tuple[str, ...]:
    """The stories that there are, by name."""
    return tuple(connection.scalars(select(story_versions.c.story_id).distinct().order_by(story_versions.c.story_id)))


def queue_count(connection: Connection, query: QueueQuery) -> int:
    """How many drafts the query finds, up to `MOST_COUNTED`."""
    ids: Select[Any] = select(drafts.c.id)
    told = ids.join(triggers, triggers.c.id == drafts.c.trigger_id) if query.kind else ids
    found = _filtered(told, query).limit(MOST_COUNTED).subquery()
    return connection.scalar(select(func.count()).select_from(found)) or 0


def has_drafts(connection: Connection) -> bool:
    """Was any ever written?"""
    return connection.scalar(select(drafts.c.id).limit(1)) is not None


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


_PENDING = drafts.c.state == DraftState.PENDING
# What every list and row begins with, made once: it is the same in each request.
_LIST = _joined(select(*_COLUMNS))
_TABS: dict[str, ColumnElement[bool]] = {
    "unassigned": and_(_PENDING, drafts.c.assignee.is_(None)),
    "snoozed": drafts.c.state == DraftState.SNOOZED,
    "outbox": drafts.c.state == DraftState.APPROVED,
    "blocked": and_(_PENDING, drafts.c.obstacles > 0),
    "every": true(),
    "decided": drafts.c.state.not_in(_OPEN),  # read in the order of the moves, not state by state
}


def _filtered(statement: Select[Any], query: QueueQuery) -> Select[Any]:
    return statement.where(tab_is(query.tab, query.user), *_conditions(query))


def tab_is(tab: str, user: str) -> ColumnElement[bool]:
    """The condition of a tab, for this person."""
    return and_(_PENDING, drafts.c.assignee == user) if tab == "mine" else _TABS[tab]


def _conditions(query: QueueQuery) -> list[ColumnElement[bool]]:
    plain: list[tuple[Any, ColumnElement[Any]]] = [
        (query.story, drafts.c.story_id),
        (query.kind, triggers.c.kind),
        (query.owner, drafts.c.assignee),
        (query.state, drafts.c.state),
        (query.decided_by, drafts.c.decided_by),
    ]
    found = [column == value for value, column in plain if value is not None]
    if query.score_over is not None:
        found.append(drafts.c.score > query.score_over)
    if query.score_under is not None:
        found.append(drafts.c.score < query.score_under)
    if query.source is not None:
        found.append(_told_by(query.source))
    found.extend(_has(word) for word in query.words)
    return found


def _told_by(source: str) -> ColumnElement[bool]:
    told = select(mentions.c.trigger_id).join(entries, entries.c.id == mentions.c.entry_id)
    return drafts.c.trigger_id.in_(told.where(entries.c.source_id == source))


def _has(word: str) -> ColumnElement[bool]:
    """In the name of the account or of the contact. Texts are not searched: they are long, and this is a list."""
    named = select(accounts.c.id).where(accounts.c.name.icontains(word, autoescape=True))
    person = select(contacts.c.id).where(contacts.c.name.icontains(word, autoescape=True))
    return or_(drafts.c.account_id.in_(named), drafts.c.contact_id.in_(person))


_COUNTED: tuple[Tab, ...] = ("mine", "unassigned", "snoozed", "outbox", "blocked")
_SINCE = and_(drafts.c.decided_by == bindparam("user"), drafts.c.decided_at >= bindparam("began"))
_MOMENTS = select(drafts.c.decided_at).where(_SINCE).order_by(drafts.c.decided_at.desc()).limit(500)


def _counting() -> Select[Any]:
    """Each count by its own index; made once, since building it costs more than running it."""
    mine = and_(_PENDING, drafts.c.assignee == bindparam("user"))
    tabs = [mine if one == "mine" else _TABS[one] for one in _COUNTED]
    closed = and_(_TABS["decided"], drafts.c.updated_at >= bindparam("began"))
    sums = [select(func.count()).select_from(drafts).where(one).scalar_subquery() for one in (*tabs, closed)]
    leaves = select(func.min(handoffs.c.release_at)).where(handoffs.c.state == HandoffState.HELD)
    return select(*sums, leaves.scalar_subquery())


_COUNTS = _counting()


def tab_counts(connection: Connection, user: str, *, day_began: datetime, now: datetime) -> Counts:
    """How many drafts each tab holds for this person; what was decided counts since the day began."""
    given = {"user": user, "began": day_began}
    row = connection.execute(_COUNTS, given).one()
    moments = list(connection.scalars(_MOMENTS, given))
    tabs: dict[str, int] = dict(zip((*_COUNTED, "decided"), map(int, row[:-1]), strict=True))
    return Counts(tabs, len(moments), row[-1], _pace(moments))


def waiting_for(connection: Connection, user: str) -> int:
    """How many drafts wait for this person."""
    return connection.scalar(select(func.count()).select_from(drafts).where(tab_is("mine", user))) or 0


def _pace(moments: list[datetime], *, last: int = 10) -> timedelta | None:
    """The mean time between the last decisions; pauses of five minutes and more are not work."""
    gaps = [later - earlier for later, earlier in pairwise(moments)][:last]
    worked = [gap for gap in gaps if gap < timedelta(minutes=5)]
    return sum(worked, timedelta()) / len(worked) if len(worked) >= 3 else None


def one_row(connection: Connection, draft_id: int) -> QueueRow | None:
    """A draft as the list shows it, whatever its state."""
    row = connection.execute(_LIST.where(drafts.c.id == draft_id)).one_or_none()
    return _row(row) if row else None
