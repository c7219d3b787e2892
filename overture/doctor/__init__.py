"""What `overture doctor` looks at: versions, limits, and whether everything that this installation leans on answers."""

from __future__ import annotations

import platform
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from overture.db.engine import still_to_make
from overture.doctor.broker import look_at_broker
from overture.doctor.check import Check
from overture.doctor.database import look_at_database
from overture.doctor.place import look_at_place
from overture.settings import Environment, limits, unknown_variables

PACKAGES = ("overture-campaigns", "celery", "kombu", "redis", "sqlalchemy", "psycopg", "jinja2", "feedparser")


def examine(environment: Environment) -> list[Check]:
    """Everything, in the order in which one would mend it."""
    return [
        *[Check("environment", False, problem) for problem in unknown_variables()],
        *look_at_place(environment),
        *look_at_database(environment),
        *look_at_broker(environment),
    ]


def lean_on(environment: Environment) -> list[Check]:
    """What the files of a workspace need around them. An SQLite file that is still to be made, or to be brought up to
    date by whoever opens it next, is as it should be."""
    found = [one for one in look_at_place(environment) if one.name != "workspace"] + look_at_broker(environment)
    if not environment.database.startswith("sqlite"):
        return [*look_at_database(environment), *found]
    if still_to_make(environment.database):
        return found
    return [one for one in look_at_database(environment) if one.name != "schema"] + found


def facts(environment: Environment) -> dict[str, Any]:
    """Versions and limits, as this process would work with them."""
    versions = {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
    return {"versions": versions, "limits": asdict(limits(environment))}
