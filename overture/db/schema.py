"""The schema's versions: bring a database up to date, and refuse one that this code does not know."""

from __future__ import annotations

import io
from contextlib import redirect_stdout

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from overture.db import guards
from overture.db.engine import is_postgres, read, write
from overture.errors import UnknownSchema

_LOCK = 0x0F3E_7A1E  # any constant: one upgrade at a time


def _config(connection: Connection | None = None) -> Config:
    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", "overture.db:migrations")
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def head() -> str:
    """The version this code works with."""
    found = ScriptDirectory.from_config(_config()).get_current_head()
    assert found is not None
    return found


def current(engine: Engine) -> str | None:
    """The version the database is at; None for an empty one."""
    with read(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine) -> tuple[str | None, str]:
    """Bring the database to this code's version; gives (before, after). Raises UnknownSchema for a newer one."""
    before = current(engine)
    if before is not None and before not in _known():
        raise UnknownSchema(f"the database is at version {before}, which this version of Overture does not know")
    with write(engine) as connection, redirect_stdout(io.StringIO()):
        if is_postgres(connection):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        command.upgrade(_config(connection), "head")
        _put_up_guards(connection)
    return before, head()


def _put_up_guards(connection: Connection) -> None:
    """Guards are code, not history: each upgrade takes the old ones down and puts this version's up."""
    dialect = connection.dialect.name
    for statement in (*guards.drop_statements(dialect), *guards.statements(dialect)):
        connection.exec_driver_sql(statement)


def check(engine: Engine) -> None:
    """Raise UnknownSchema unless the database is at this code's version."""
    found = current(engine)
    if found != head():
        raise UnknownSchema(
            f"the database is at version {found or 'none'}, this version of Overture needs {head()}: "
            "run `overture db upgrade`"
        )


def _known() -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
