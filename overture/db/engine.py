"""Opening the database, and the two kinds of transaction: `write` and `read`.

SQLite: WAL, synchronous FULL (an approved state survives a power cut), foreign keys on, and BEGIN IMMEDIATE for
every transaction that writes: a deferred one that turns into a write fails at once under load, whatever the
timeout. The driver's own transaction control is off. PostgreSQL: time-outs for statements, locks and idle
transactions, and a pool that tests a connection before it hands it out. Errors never quote the values of a statement,
which may be somebody's address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

BUSY_SECONDS = 10
_SOON_MS = 500
_REHEARSAL = "overture_rehearsal"
_POSTGRES = {
    "options": "-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000",
    "connect_timeout": 5,
    "application_name": "overture",
    # A server whose machine went away without a word is given up after half a minute.
    "keepalives_idle": 15,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}


# The connection that was used last is used next: it has its plans and pages at hand, which others have yet to fetch.
_ANY: dict[str, Any] = {"hide_parameters": True, "pool_use_lifo": True}
# Each statement of a reader sees what the first one saw, as in SQLite.
_SNAPSHOT: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def open_engine(url: str) -> Engine:
    """An engine for `sqlite:///file` or `postgresql://…` (psycopg 3); ArgumentError for any other address."""
    target = make_url(url)
    if target.get_backend_name() == "sqlite":
        return _sqlite(url)
    if target.get_backend_name() not in {"postgresql", "postgres"}:
        raise ArgumentError("neither PostgreSQL nor SQLite")
    target = target.set(drivername="postgresql+psycopg")
    return create_engine(target, pool_pre_ping=True, pool_size=8, connect_args=_POSTGRES, **_ANY)


def shown(url: str) -> str:
    """The address without its password."""
    return make_url(url).render_as_string(hide_password=True)


def still_to_make(url: str) -> bool:
    """Whether this is an SQLite file that nobody has made yet."""
    target = make_url(url)
    return target.get_backend_name() == "sqlite" and not Path(target.database or "").exists()


def _sqlite(url: str) -> Engine:
    engine = create_engine(
        url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, pool_size=12, **_ANY
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA secure_delete=ON")  # an erased person leaves no bytes in free pages
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("overture_read_only", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


@contextmanager
def write(engine: Engine) -> Iterator[Connection]:
    """One transaction that may write; commits at the end, rolls back on any error, and in a rehearsal always."""
    with engine.begin() as connection:
        yield connection
        if connection.get_execution_options().get(_REHEARSAL):
            connection.rollback()


def rehearsing(engine: Engine) -> Engine:
    """The same database, in which `write` does all its work and then takes it back."""
    return engine.execution_options(**{_REHEARSAL: True})


@contextmanager
def write_soon(engine: Engine) -> Iterator[Connection]:
    """`write` for what may as well be left out: where others write for longer than a moment, OperationalError."""
    with engine.connect() as connection:
        lite = None if is_postgres(connection) else connection.connection.dbapi_connection
        if lite is not None:
            lite.execute(f"PRAGMA busy_timeout={_SOON_MS}")
        try:
            with connection.begin():
                if lite is None:
                    connection.execute(text(f"SET LOCAL lock_timeout = {_SOON_MS}"))
                yield connection
        finally:
            if lite is not None:
                lite.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1_000}")


@contextmanager
def write_alone(engine: Engine, what: str) -> Iterator[Connection]:
    """`write`, but one at a time among all processes that name the same `what`: for work in which two at once would
    take the same rows in different orders. Waits for minutes where it must; SQLite has one writer anyway.
    """
    with write(engine) as connection:
        if is_postgres(connection):
            connection.execute(text("SET LOCAL lock_timeout = '300s'"))
            connection.execute(text("SET LOCAL statement_timeout = '300s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:what, 11))"), {"what": what})
        yield connection


@contextmanager
def read(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the data; nothing may be written."""
    with engine.connect() as connection:
        reader = connection.execution_options(overture_read_only=True, **(_SNAPSHOT if is_postgres(engine) else {}))
        with reader.begin():
            yield reader


def lock_names(connection: Connection, names: Sequence[str]) -> None:
    """Hold each name until the transaction ends, taken in the order given; SQLite has one writer anyway."""
    if names and is_postgres(connection):
        one_by_one = (
            "SELECT pg_advisory_xact_lock(hashtextextended(name, 7)) FROM unnest(CAST(:names AS text[])) AS name"
        )
        connection.execute(text(one_by_one), {"names": list(names)})


def locking(connection: Connection, query: Select[Any]) -> Select[Any]:
    """The query, holding the rows that it finds until the transaction ends; SQLite has one writer anyway."""
    return query.with_for_update() if is_postgres(connection) else query


def is_postgres(connection: Connection | Engine) -> bool:
    return connection.dialect.name == "postgresql"
