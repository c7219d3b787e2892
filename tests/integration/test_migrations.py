"""Migrations make the tables that the code describes, on both databases; what is not known is refused."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text
from support.cast import Stage
from support.db import postgres_of_its_own

from overture.db import migrate, schema
from overture.db.engine import open_engine, read, write
from overture.db.tables import metadata
from overture.errors import UnknownSchema


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database with nothing in it."""
    if request.param == "sqlite":
        engine = open_engine(f"sqlite:///{tmp_path / 'empty.db'}")
        yield engine
        engine.dispose()
    else:
        with postgres_of_its_own(request.getfixturevalue("postgres_url")) as engine:
            yield engine


def differences(engine: Engine) -> list[object]:
    """What the code describes and the database has otherwise."""
    with read(engine) as connection, warnings.catch_warnings():
        # SQLite cannot tell of an index over an expression; PostgreSQL can, and is compared too.
        warnings.filterwarnings("ignore", message="Skipped unsupported reflection|autogenerate skipping")
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": False})
        return list(compare_metadata(context, metadata))


def kept_of(engine: Engine) -> list[str]:
    """How PostgreSQL is told to keep its tables."""
    if engine.dialect.name == "sqlite":
        return []
    with read(engine) as connection:
        return list(connection.scalars(text("SELECT unnest(reloptions) FROM pg_class WHERE relkind = 'r' ORDER BY 1")))


def guards_of(engine: Engine) -> set[str]:
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT DISTINCT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }[engine.dialect.name]
    with read(engine) as connection:
        return set(connection.scalars(text(query)))


def test_from_nothing_they_make_what_the_code_describes(empty: Engine, database: Engine) -> None:
    assert migrate.upgrade(empty) == (None, schema.HEAD)
    assert differences(empty) == []
    if empty.dialect.name == database.dialect.name:
        assert guards_of(empty) == guards_of(database)
        assert kept_of(empty) == kept_of(database)
    schema.check(empty)


def test_again_changes_nothing(empty: Engine) -> None:
    migrate.upgrade(empty)
    Stage(empty).set().draft()
    assert migrate.upgrade(empty) == (schema.HEAD, schema.HEAD)
    with read(empty) as connection:
        assert connection.scalar(text("SELECT count(*) FROM drafts")) == 1


def test_there_is_one_way_up() -> None:
    scripts = ScriptDirectory.from_config(migrate.alembic_config())
    assert scripts.get_heads() == [schema.HEAD]


@pytest.mark.parametrize("before", [None, *migrate.versions()[1:]])
def test_up_from_every_earlier_version(before: str | None, empty: Engine) -> None:
    if before:
        migrate.upgrade(empty, to=before)
    assert migrate.upgrade(empty) == (before, schema.HEAD)
    assert differences(empty) == []


def test_a_version_of_the_future_is_refused_and_left_alone(empty: Engine) -> None:
    migrate.upgrade(empty)
    with write(empty) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UnknownSchema, match="9999"):
        schema.check(empty)
    with pytest.raises(UnknownSchema, match="9999"):
        migrate.upgrade(empty)
    assert schema.current(empty) == "9999"


def test_an_empty_database_is_refused_with_what_to_do(empty: Engine) -> None:
    with pytest.raises(UnknownSchema, match="overture db upgrade"):
        schema.check(empty)


KILLED_IN_THE_MIDDLE = """
import os, signal, sys
from sqlalchemy import event
from overture.db import migrate
from overture.db.engine import open_engine

engine, left = open_engine(sys.argv[1]), int(sys.argv[2])

@event.listens_for(engine, "before_cursor_execute")
def count(*given):
    global left
    left -= given[2].lstrip().startswith(("CREATE", "ALTER", "INSERT"))
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)

migrate.upgrade(engine)
"""


@pytest.mark.parametrize("statements", [1, 20, 40])
def test_killed_in_the_middle_it_is_run_again(statements: int, empty: Engine) -> None:
    """All of an upgrade is one transaction, on SQLite too, so a kill leaves the database as it was."""
    url = empty.url.render_as_string(hide_password=False)
    words = [sys.executable, "-c", KILLED_IN_THE_MIDDLE, url, str(statements)]
    killed = subprocess.run(words, env=dict(os.environ), capture_output=True, timeout=60)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert inspect(empty).get_table_names() == []
    assert migrate.upgrade(empty) == (None, schema.HEAD)
    assert differences(empty) == []


def test_of_two_people_with_one_address_the_first_keeps_it(empty: Engine) -> None:
    migrate.upgrade(empty, to="0015")
    people = [("ada", "Ada@works.example", 1), ("bo", "ada@works.example", 2), ("cy", None, 3), ("di", None, 4)]
    insert = text(
        "INSERT INTO users (id, name, email, role, made_at, preferences) "
        "VALUES (:id, 'x', :email, 'viewer', :made, '{}')"
    )
    with write(empty) as connection:
        for id_, email, day in people:
            connection.execute(insert, {"id": id_, "email": email, "made": f"2026-01-0{day} 00:00:00.000000"})
    migrate.upgrade(empty)
    with read(empty) as connection:
        kept = {row.id: row.email for row in connection.execute(text("SELECT id, email FROM users ORDER BY id"))}
    assert kept == {"ada": "Ada@works.example", "bo": None, "cy": None, "di": None}
