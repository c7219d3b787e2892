"""Where in the queue a reader is: tab, filter and order, carried in addresses and hidden fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, get_args
from urllib.parse import parse_qsl, urlencode

from fastapi import Query
from sqlalchemy import Connection

from overture.db.queue_pick import QueueQuery, Sort, Tab
from overture.db.views import QueueRow, queue_page
from overture.web.show.filters import Parsed, parse
from overture.web.show.groups import GROUPS

_SORTS = get_args(Sort)
_TABS = get_args(Tab)


@dataclass(frozen=True, slots=True)
class Where:
    """`tab` is empty until the reader or the page has chosen one."""

    tab: str = ""
    q: str = ""
    sort: str = ""
    group: str = ""

    @property
    def query_string(self) -> str:
        pairs = (("tab", self.tab), ("q", self.q), ("sort", self.sort), ("group", self.group))
        return urlencode({k: v for k, v in pairs if v})

    def with_tab(self, tab: str) -> Where:
        return replace(self, tab=tab)

    def parsed(self, user: str, *, after: int | None = None) -> Parsed:
        tab: Tab = next((known for known in _TABS if known == self.tab), "mine")
        default: Sort = "decided" if tab == "decided" else "score"
        sort: Sort = next((known for known in _SORTS if known == self.sort), default)
        return parse(self.q, tab=tab, user=user, sort=sort, after=after)


def where_of(
    tab: Annotated[str, Query(max_length=20)] = "",
    q: Annotated[str, Query(max_length=300)] = "",
    sort: Annotated[str, Query(max_length=20)] = "",
    group: Annotated[str, Query(max_length=20)] = "",
) -> Where:
    return Where(tab if tab in _TABS else "", q, sort if sort in _SORTS else "", group if group in GROUPS else "")


def where_from(text: str) -> Where:
    """From the hidden field of a form."""
    given = dict(parse_qsl(text[:600]))
    return where_of(given.get("tab", ""), given.get("q", ""), given.get("sort", ""), given.get("group", ""))


def next_draft(connection: Connection, where: Where, user: str, *, after: int) -> QueueRow | None:
    """The draft that follows in this list, else its first; never the one that was just there."""
    for place in (after, None):
        found = queue_page(connection, _few(where.parsed(user, after=place).query))
        following = next((row for row in found.rows if row.id != after), None)
        if following is not None:
            return following
    return None


def _few(query: QueueQuery) -> QueueQuery:
    return replace(query, limit=2)
