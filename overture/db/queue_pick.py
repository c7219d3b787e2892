"""Which drafts a list of the queue holds, and in which order: ids only, told by the drafts' own columns.

What a list shows of each draft is joined to these few afterwards, so that no list joins or sorts more than it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select, true, tuple_

from campaigns.review import DraftState
from overture.db.queue_words import Held, held, stories_called
from overture.db.tables import drafts, entries, mentions, triggers

Tab = Literal["mine", "unassigned", "snoozed", "outbox", "blocked", "decided"]
Sort = Literal["score", "expiry", "newest", "decided"]
TABS: tuple[Tab, ...] = ("mine", "unassigned", "snoozed", "outbox", "blocked", "decided")
_OPEN = (DraftState.PENDING, DraftState.SNOOZED, DraftState.APPROVED)
MOST_COUNTED = 1_000


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
    story: str | None = None  # the story of that name, else those that hold it in their names
    owner: str | None = None
    kind: str | None = None
    state: str | None = None
    decided_by: str | None = None
    score_over: int | None = None
    score_under: int | None = None
    ids: tuple[int, ...] | None = None  # these alone


_SORTS: dict[str, tuple[ColumnElement[Any], bool]] = {
    "score": (drafts.c.score, True),
    "expiry": (drafts.c.good_until, False),
    "newest": (drafts.c.made_at, True),
    "decided": (drafts.c.updated_at, True),
}
_PENDING = drafts.c.state == DraftState.PENDING
TAB_IS: dict[str, ColumnElement[bool]] = {
    "unassigned": and_(_PENDING, drafts.c.assignee.is_(None)),
    "snoozed": drafts.c.state == DraftState.SNOOZED,
    "outbox": drafts.c.state == DraftState.APPROVED,
    "blocked": and_(_PENDING, drafts.c.obstacles > 0),
    "every": true(),
    "decided": drafts.c.state.not_in(_OPEN),  # read in the order of the moves, not state by state
}


def tab_is(tab: str, user: Any) -> ColumnElement[bool]:
    """The condition of a tab, for this person; `user` may be a parameter."""
    return and_(_PENDING, drafts.c.assignee == user) if tab == "mine" else TAB_IS[tab]


def order_of(query: QueueQuery) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The order of the list, which no two drafts share."""
    column, down = _SORTS[query.sort]
    return (column.desc(), drafts.c.id.desc()) if down else (column.asc(), drafts.c.id.asc())


def picked(connection: Connection, query: QueueQuery, *, most: int, words: Held | None = None) -> Select[Any]:
    """The ids of up to `most` drafts, from the place in the list that the query names. `words`: its words, where they
    have been looked up for another list."""
    column, down = _SORTS[query.sort]
    found = _ids(connection, query, words).order_by(*order_of(query)).limit(most)
    if query.after is None:
        return found
    last = connection.execute(select(column, drafts.c.id).where(drafts.c.id == query.after)).one_or_none()
    if last is None:
        return found
    here = tuple_(column, drafts.c.id)
    return found.where(here < tuple_(*last) if down else here > tuple_(*last))


def queue_count(connection: Connection, query: QueueQuery, words: Held | None = None) -> int:
    """How many drafts the query finds, up to a thousand."""
    return _counted(connection, _ids(connection, query, words), MOST_COUNTED)


def queue_newer(connection: Connection, query: QueueQuery, *, than: int, most: int) -> int:
    """How many drafts of the list were made after this one, up to `most`."""
    return _counted(connection, _ids(connection, query).where(drafts.c.id > than), most)


def _counted(connection: Connection, ids: Select[Any], most: int) -> int:
    return connection.scalar(select(func.count()).select_from(ids.limit(most).subquery())) or 0


def _ids(connection: Connection, query: QueueQuery, words: Held | None = None) -> Select[Any]:
    asked = held(connection, query.words) if words is None else words
    told = () if query.story is None else (drafts.c.story_id.in_(stories_called(connection, query.story)),)
    return select(drafts.c.id).where(tab_is(query.tab, query.user), *_conditions(query), *told, *asked)


def _conditions(query: QueueQuery) -> list[ColumnElement[bool]]:
    plain: list[tuple[Any, ColumnElement[Any]]] = [
        (query.owner, drafts.c.assignee),
        (query.state, drafts.c.state),
        (query.decided_by, drafts.c.decided_by),
    ]
    found = [column == value for value, column in plain if value is not None]
    if query.kind is not None:
        found.append(exists().where(triggers.c.id == drafts.c.trigger_id, triggers.c.kind == query.kind))
    if query.score_over is not None:
        found.append(drafts.c.score > query.score_over)
    if query.score_under is not None:
        found.append(drafts.c.score < query.score_under)
    if query.ids is not None:
        found.append(drafts.c.id.in_(query.ids))
    if query.source is not None:
        found.append(_told_by(query.source))
    return found


def _told_by(source: str) -> ColumnElement[bool]:
    told = select(mentions.c.trigger_id).join(entries, entries.c.id == mentions.c.entry_id)
    return drafts.c.trigger_id.in_(told.where(entries.c.source_id == source))
