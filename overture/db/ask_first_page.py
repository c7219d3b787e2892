"""The first page of a broad question without looking at everybody.

Answers come in a fixed order: strongest tie, what was said last, then by name. So where enough of them have the
strongest tie there is, said something lately, or stand early in the list of accounts, nobody else can be on the page:
the question is asked of those first, and of everybody only where they are too few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, FromClause, and_, select

from campaigns.people.ask import Query
from campaigns.people.ask_fields import Field
from overture.db.ask_columns import Clause
from overture.db.ask_needs import Need
from overture.db.tables import accounts, concerns, contacts, ties

PAGE = 200  # a longer list is not to be found among so few
STRONGEST = 5
_ACCOUNTS, _SAYINGS = 120, 3_000  # how many are looked at before everybody is


@dataclass(frozen=True, slots=True)
class Front:
    """The needs, each looked for beside the contact, and conditions that hold for those who come first."""

    needs: tuple[Need, ...]
    conditions: tuple[Clause, ...]


def front(connection: Connection, query: Query, wanted: Sequence[Need]) -> Front | None:
    """Who comes first, whatever else they are; None where nothing says who does."""
    conditions = [*_strongest(wanted)]
    said = next((need for need in wanted if need.table is concerns), None)
    if said is not None:
        lately = _lately(connection, said)
    else:
        lately = None if query.of(Field.RENEWAL) else _early(connection)
    if lately is None:
        return None
    return Front(tuple(replace(need, few=False) for need in wanted), (*conditions, lately))


def _strongest(wanted: Sequence[Need]) -> Iterator[Clause]:
    for need in wanted:
        if need.table is ties:
            yield _with(need, lambda row: row.c.strength == STRONGEST).exists_for(contacts.c.id, accounts.c.id)


def _lately(connection: Connection, said: Need) -> Clause | None:
    heard = concerns.c.heard_on
    bound = select(heard).where(concerns.c.retired_at.is_(None)).order_by(heard.desc()).offset(_SAYINGS).limit(1)
    since = connection.scalar(bound)
    if since is None:
        return None
    few = replace(_with(said, lambda row: row.c.heard_on > since), few=True)
    return few.exists_for(contacts.c.id, accounts.c.id)


def _early(connection: Connection) -> Clause | None:
    a = accounts.alias("early").c
    last = connection.scalar(select(a.name).where(a.retired_at.is_(None)).order_by(a.name).offset(_ACCOUNTS).limit(1))
    if last is None:
        return None
    # By a list of ids, since with a bound on the name alone SQLite walks through all contacts.
    return contacts.c.account_id.in_(select(a.id).where(a.retired_at.is_(None), a.name <= last))


def _with(need: Need, more: Any) -> Need:
    def matches(row: FromClause) -> Clause:
        return and_(need.matches(row), more(row))

    return replace(need, matches=matches)
