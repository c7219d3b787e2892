"""What is known of contacts as the rows of the files it would stand in, learned rows and those of files alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Table, select

from overture.db.tables import concerns, interests, ties

Rows = list[dict[str, Any]]

# File -> table, and for each column of the file the column of the table.
_FILES: dict[str, tuple[Table, dict[str, str]]] = {
    "concerns": (
        concerns,
        {"contact": "contact_id"}
        | {n: n for n in ("level", "statement", "kind", "heard_on", "heard_by", "quote", "source", "shareable")},
    ),
    "interests": (interests, {"contact": "contact_id", "topic": "topic", "evidence": "evidence", "on": "on"}),
    "ties": (
        ties,
        {"teammate": "teammate_id", "contact": "contact_id"}
        | {n: n for n in ("kind", "strength", "since", "last_touch", "evidence")},
    ),
}


def _exporter(name: str) -> Callable[[Connection, bool], Rows]:
    table, columns = _FILES[name]

    def rows(connection: Connection, learned: bool) -> Rows:
        query = select(*(table.c[of].label(column) for column, of in columns.items()))
        query = query.where(table.c.retired_at.is_(None)).order_by(table.c.contact_id, table.c.id)
        found = connection.execute(query.where(table.c.origin != "file") if learned else query)
        return [{name: _cell(value) for name, value in row._mapping.items()} for row in found]

    return rows


def _cell(value: Any) -> Any:
    return ("yes" if value else "no") if isinstance(value, bool) else value


EXPORTS: dict[str, Callable[[Connection, bool], Rows]] = {name: _exporter(name) for name in _FILES}
