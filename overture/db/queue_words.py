"""Which drafts hold a word: in the name of their account or of their contact. Texts are not searched: they are long,
and this is for lists.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Connection, String, any_, bindparam, func, or_, select, union_all

from overture.db.engine import is_postgres
from overture.db.tables import accounts, contacts, drafts, story_versions

Held = tuple[ColumnElement[bool], ...]  # what words ask of a draft, looked up once for all lists of a page
_FEW_NAMES = 2_000


def held(connection: Connection, words: Collection[str]) -> Held:
    """The condition of each word.

    Not too many who bear it lead to their drafts by an index; of very many, each draft is asked until there are enough.
    """
    return tuple(_held(connection, word) for word in words)


def story_ids(connection: Connection) -> tuple[str, ...]:
    """The stories that there are, by name."""
    return tuple(connection.scalars(select(story_versions.c.story_id).distinct().order_by(story_versions.c.story_id)))


def stories_called(connection: Connection, name: str) -> tuple[str, ...]:
    """The story of this name, else all that hold it in theirs: `series` finds `series-b`."""
    known = story_ids(connection)
    return (name,) if name in known else tuple(one for one in known if name.casefold() in one)


def _held(connection: Connection, word: str) -> ColumnElement[bool]:
    whose = ((drafts.c.account_id, accounts), (drafts.c.contact_id, contacts))
    named = [(id_, select(table.c.id).where(holds(connection, table.c.name, word))) for id_, table in whose]
    few = [(id_, connection.scalars(ids.limit(_FEW_NAMES + 1)).all()) for id_, ids in named]
    if any(len(ids) > _FEW_NAMES for _, ids in few):
        return or_(*(id_.in_(ids) for id_, ids in named))
    theirs = [select(drafts.c.id).where(_among(connection, id_, ids)) for id_, ids in few if ids]
    return drafts.c.id.in_(union_all(*theirs) if theirs else [])


def _among(connection: Connection, column: ColumnElement[Any], ids: Collection[str]) -> ColumnElement[bool]:
    """`column` is one of these: one parameter, however many they are."""
    if is_postgres(connection):
        return column == any_(bindparam(None, list(ids), type_=ARRAY(String)))
    return column.in_(select(func.json_each(json.dumps(ids)).table_valued("value").c.value))


def holds(connection: Connection, column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """The word stands in the column, in capitals or not. LIKE of SQLite does not ask about that by itself; ILIKE of
    PostgreSQL would make the word small anew for each row, which takes half as long again."""
    if not is_postgres(connection):
        return column.contains(word, autoescape=True)
    escaped = word.replace("/", "//").replace("%", "/%").replace("_", "/_")
    small = select(func.lower(f"%{escaped}%", type_=String)).scalar_subquery()
    return func.lower(column).like(small, escape="/")
