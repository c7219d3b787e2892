"""Bulk statements that mean the same on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import psycopg
from psycopg import sql
from sqlalchemy import ColumnElement, Connection, Row, Table, bindparam, insert, text, update
from sqlalchemy.dialects import postgresql, sqlite

from overture.db.engine import is_postgres

Item = TypeVar("Item")

# From this many rows on, a stream costs less than so many statements.
_WORTH_A_COPY = 20
# SQLite takes 32,766 bound values in a statement; PostgreSQL 65,535.
_BOUND_VALUES = 30_000


class CopyFailed(Exception):  # noqa: N818 - the name is the statement
    """A stream of rows was not taken; says where and why, and nothing of what stood in them."""


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    walk = iter(items)
    while chunk := list(islice(walk, size)):
        yield chunk


def _insert(connection: Connection, table: Table) -> Any:
    return postgresql.insert(table) if is_postgres(connection) else sqlite.insert(table)


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]], *, returning: str) -> list[Any]:
    """Insert rows whose keys are free; give back `returning` of those that went in (ON CONFLICT DO NOTHING)."""
    return [row[0] for row in insert_free(connection, table, rows, returning=(returning,))]


def insert_free(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], *, returning: Sequence[str]
) -> list[Row[Any]]:
    """`insert_new` that gives back several columns."""
    if len(rows) >= _WORTH_A_COPY and is_postgres(connection):
        return _insert_columns(connection, table, rows, returning)
    taken: list[Row[Any]] = []
    for chunk in chunks(rows, max(1, _BOUND_VALUES // len(rows[0]))) if rows else ():
        # Rows are given beside the statement, so that it is compiled once and not for each number of rows.
        statement = (
            _insert(connection, table).on_conflict_do_nothing().returning(*(table.c[name] for name in returning))
        )
        taken.extend(connection.execute(statement, chunk).all())
    return taken


def _insert_columns(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], returning: Sequence[str]
) -> list[Row[Any]]:
    """One array for each column: with a placeholder for each value, the driver takes longer to read the statement than
    the server takes to carry it out."""
    name = connection.dialect.identifier_preparer.quote
    given = _given(connection, table, list(rows[0]))
    arrays = [f"CAST(:p{at} AS {table.c[key].type.compile(connection.dialect)}[])" for at, (key, _) in enumerate(given)]
    values = {f"p{at}": [bound(row[key]) for row in rows] for at, (key, bound) in enumerate(given)}
    statement = text(
        f"INSERT INTO {name(table.name)} ({', '.join(name(key) for key, _ in given)}) "
        f"SELECT * FROM unnest({', '.join(arrays)}) ON CONFLICT DO NOTHING RETURNING {', '.join(map(name, returning))}"
    )
    return list(connection.execute(statement.columns(*[table.c[key] for key in returning]), values).all())


def _given(connection: Connection, table: Table, names: Sequence[str]) -> list[tuple[str, Callable[[Any], Any]]]:
    """Columns, each with what turns a value into what the driver takes."""
    types = {name: table.c[name].type.dialect_impl(connection.dialect) for name in names}
    return [(name, kind.bind_processor(connection.dialect) or (lambda value: value)) for name, kind in types.items()]


def insert_all(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows of one shape whose keys are known to be free; many of them by COPY, where the database has it."""
    if len(rows) >= _WORTH_A_COPY and is_postgres(connection):
        _copy(connection, table, rows)
    elif rows:
        connection.execute(insert(table), rows)


def _copy(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """The rows as one stream, each value as the table's types give it to the driver."""
    given = _given(connection, table, list(rows[0]))
    columns = sql.SQL(", ").join([sql.Identifier(name) for name, _ in given])
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    driver = connection.connection.driver_connection
    assert driver is not None
    try:
        with driver.cursor() as cursor, cursor.copy(into) as stream:
            for row in rows:
                stream.write_row([bound(row[name]) for name, bound in given])
    except psycopg.Error as error:  # its own words quote the row
        raise CopyFailed(f"{table.name}: {type(error).__name__}, SQL state {error.sqlstate}") from None


def insert_once(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Insert one row, whose values may be expressions, unless its key is taken; True when it went in."""
    return connection.execute(_insert(connection, table).values(values).on_conflict_do_nothing()).rowcount == 1


def upsert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]], *, key: Sequence[str]) -> None:
    """Insert rows, or overwrite every other named column of those that are there."""
    if not rows:
        return
    for chunk in chunks(rows, max(1, _BOUND_VALUES // len(rows[0]))):
        statement = _insert(connection, table)
        others = {name: statement.excluded[name] for name in chunk[0] if name not in key}
        connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=others), chunk)


def upsert_newest(connection: Connection, table: Table, row: dict[str, Any], *, key: Sequence[str], by: str) -> bool:
    """Insert a row, or overwrite the one that is there unless that is later by the column `by`. True where it stands
    now; of two that overtake each other on their way, the later one stands whichever comes first."""
    statement = _insert(connection, table)
    others = {name: statement.excluded[name] for name in row if name not in key}
    later = table.c[by] <= statement.excluded[by]
    statement = statement.on_conflict_do_update(index_elements=list(key), set_=others, where=later)
    return connection.execute(statement.values(row).returning(table.c[by])).first() is not None


def update_each(
    connection: Connection,
    table: Table,
    rows: Sequence[dict[str, Any]],
    *,
    where: ColumnElement[bool] | None = None,
    **same: Any,
) -> int:
    """Update one row for each of `rows`, which are all of one shape: `which` is the id, the rest are columns. `where`
    may narrow it and name further values of a row; `same` are columns that all get. Gives how many rows there were."""
    if not rows:
        return 0
    statement = update(table).where(table.c.id == bindparam("which"))
    if where is not None:
        statement = statement.where(where)
    return connection.execute(statement.values(same) if same else statement, rows).rowcount
