"""Bringing a database up to this code's version."""

from __future__ import annotations

import io
from contextlib import redirect_stdout

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from overture.db import guards, roles
from overture.db.engine import is_postgres, write
from overture.db.schema import HEAD, current
from overture.errors import UnknownSchema

_LOCK = 0x0F3E_7A1E  # any constant: one upgrade at a time


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings without an ini file."""
    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", "overture.db:migrations")
    config.set_main_option("path_separator", "os")
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def versions() -> list[str]:
    """Every version this code knows, newest first."""
    return [script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()]


def upgrade(engine: Engine, *, to: str = HEAD) -> tuple[str | None, str]:
    """Bring the database to this code's version, or to an earlier one on the way; gives (before, after). Raises
    UnknownSchema for a newer one."""
    before = current(engine)
    if before is not None and before not in versions():
        raise UnknownSchema(f"the database is at version {before}, which this version of Overture does not know")
    with write(engine) as connection, redirect_stdout(io.StringIO()):
        if is_postgres(connection):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        command.upgrade(alembic_config(connection), to)
        if to == HEAD:
            _put_up_guards(connection)
            roles.grant_again(connection)
    return before, to


def _put_up_guards(connection: Connection) -> None:
    """Guards are code, not history: each upgrade takes the old ones down and puts this version's up."""
    dialect = connection.dialect.name
    for statement in (*guards.drop_statements(dialect), *guards.statements(dialect)):
        connection.exec_driver_sql(statement)
