"""Which version of the schema this code works with, and which one a database is at. Cheap: every command asks."""

from __future__ import annotations

from sqlalchemy import Engine, inspect, text

from overture.db.engine import read
from overture.errors import UnknownSchema

HEAD = "0017"  # the newest file of `migrations/versions`; a test holds the two together


def head() -> str:
    """The version this code works with."""
    return HEAD


def current(engine: Engine) -> str | None:
    """The version the database is at; None for an empty one."""
    with read(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return str(found) if found else None


def check(engine: Engine) -> None:
    """Raise UnknownSchema unless the database is at this code's version."""
    found = current(engine)
    if found != HEAD:
        raise UnknownSchema(
            f"the database is at version {found or 'none'}, this version of Overture needs {HEAD}: "
            "run `overture db upgrade`"
        )
