"""What `overture doctor` looks at: versions, limits, and whether everything that this installation leans on answers."""

from __future__ import annotations

import os
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import redis
from sqlalchemy import Engine, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from overture.config.workspace import load
from overture.db import schema
from overture.db.engine import is_postgres, open_engine, read
from overture.db.heartbeats import CANARY, alive, last_seen
from overture.db.types import db_now
from overture.errors import UnknownSchema
from overture.settings import Environment, limits, unknown_variables

PACKAGES = ("overture-campaigns", "celery", "kombu", "redis", "sqlalchemy", "psycopg", "jinja2", "feedparser")
_OLDEST_POSTGRES = 15
_OLDEST_REDIS = (6, 2)
_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `reachable` is False only where something did not answer at all."""

    name: str
    ok: bool
    detail: str
    reachable: bool = True


def examine(environment: Environment) -> list[Check]:
    """Everything, in the order in which one would mend it."""
    return [
        *[Check("environment", False, problem) for problem in unknown_variables()],
        _workspace(environment),
        *_database(environment),
        *_broker(environment),
        *_outbox(environment),
    ]


def facts(environment: Environment) -> dict[str, Any]:
    """Versions and limits, as this process would work with them."""
    versions = {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}
    return {"versions": versions, "limits": asdict(limits(environment))}


def _workspace(environment: Environment) -> Check:
    loaded = load(environment.config, environment=environment)
    if loaded.workspace is None:
        return Check("workspace", False, f"{environment.config}: {len(loaded.problems)} problems; see `overture check`")
    return Check("workspace", True, str(environment.config))


def _database(environment: Environment) -> list[Check]:
    shown = make_url(environment.database).render_as_string(hide_password=True)
    engine = open_engine(environment.database)
    try:
        return [*_server(engine, shown), _moving(engine)]
    except SQLAlchemyError as error:
        return [Check("database", False, f"{shown}: {type(error).__name__}", reachable=False)]
    finally:
        engine.dispose()


def _server(engine: Engine, shown: str) -> list[Check]:
    found = [Check("database", True, shown)]
    if is_postgres(engine):
        with read(engine) as connection:
            number = int(connection.scalar(text("SHOW server_version_num")) or 0) // 10_000
        found.append(Check("database version", number >= _OLDEST_POSTGRES, f"PostgreSQL {number}"))
    try:
        schema.check(engine)
        found.append(Check("schema", True, schema.head()))
    except UnknownSchema as error:
        found.append(Check("schema", False, str(error)))
    return found


def _moving(engine: Engine) -> Check:
    """Heartbeats, told but not judged: a doctor may be called before anything has been started."""
    told = []
    with read(engine) as connection:
        if schema.current(engine) is None:
            return Check("heartbeats", True, "none yet")
        now = connection.scalar(select(db_now()))
        here = alive(connection)
        for role in ("worker", "beat", "web", CANARY):
            seen = last_seen(connection, role=role)
            ago = f"{(now - seen).total_seconds():.0f} s ago" if seen and now else "never"
            told.append(f"{role} {ago}" if role == CANARY or not seen else f"{role} {ago}, {here.get(role, 0)} alive")
    return Check("heartbeats", True, "; ".join(told))


def _broker(environment: Environment) -> list[Check]:
    if environment.broker_url.startswith("memory:"):
        return [Check("broker", True, "in memory, for one process only")]
    client = redis.Redis.from_url(
        environment.broker_url, socket_connect_timeout=_SECONDS, socket_timeout=_SECONDS, decode_responses=True
    )
    at = client.connection_pool.connection_kwargs
    shown = f"{at.get('host')}:{at.get('port')}"
    try:
        info: Any = client.info()
    except redis.RedisError as error:
        return [Check("broker", False, f"{shown}: {type(error).__name__}", reachable=False)]
    finally:
        client.close()
    return [Check("broker", True, shown), _redis_version(info), _redis_policy(info), _redis_log(info)]


def _redis_log(info: Any) -> Check:
    if info.get("aof_enabled") == 1:
        return Check("broker log", True, "appendonly yes")
    return Check("broker log", False, "appendonly no: after a restart, work waits for the next sweep")


def _redis_version(info: Any) -> Check:
    told = str(info.get("redis_version", "0"))
    number = tuple(int(part) for part in told.split(".")[:2] if part.isdigit())
    return Check("broker version", number >= _OLDEST_REDIS, told)


def _redis_policy(info: Any) -> Check:
    policy = str(info.get("maxmemory_policy", "unknown"))
    return Check("broker memory", policy == "noeviction", f"maxmemory-policy {policy}")


def _outbox(environment: Environment) -> list[Check]:
    loaded = load(environment.config, environment=environment)
    if loaded.workspace is None:
        return []
    folder = loaded.workspace.handoff_dir
    return [Check("outbox", _writable(folder), str(folder))]


def _writable(folder: Path) -> bool:
    """Could a file be made there, once the folder is?"""
    place = folder.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    return os.access(place, os.W_OK)
