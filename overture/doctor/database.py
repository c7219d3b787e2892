"""Does the database answer, at which version, for whom, and do its clock and its key go with ours?"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from overture.db import roles, schema
from overture.db.engine import is_postgres, open_engine, read, shown
from overture.db.heartbeats import CANARY, ROLES, alive, last_seen
from overture.db.installation import is_begun, is_its_key
from overture.db.secret import Keyring
from overture.db.trouble import in_words, refuses
from overture.db.types import db_now
from overture.doctor.check import Check
from overture.errors import UnknownSchema
from overture.services import lost_key, secret_key
from overture.settings import Environment

_OLDEST_POSTGRES = 15
_APART = 5.0  # seconds between two clocks


def look_at_database(environment: Environment) -> list[Check]:
    try:
        engine = open_engine(environment.database)
    except ArgumentError:  # its words may hold the password
        words = "OVERTURE_DATABASE_URL is neither postgresql://USER:PASSWORD@HOST:PORT/NAME nor sqlite:///FILE"
        return [Check("database", False, words, reachable=False)]
    at = shown(environment.database)
    try:
        return [Check("database", True, at), *_server(engine), *_schema(engine, environment)]
    except DBAPIError as error:
        return [Check("database", False, f"{at}: {in_words(error)}", reachable=refuses(error))]
    finally:
        engine.dispose()


def _server(engine: Engine) -> list[Check]:
    if not is_postgres(engine):
        return []
    with read(engine) as connection:
        number = int(connection.scalar(text("SHOW server_version_num")) or 0) // 10_000
        theirs = connection.scalar(select(db_now()))
    new = number >= _OLDEST_POSTGRES
    told = f"PostgreSQL {number}" + ("" if new else f": {_OLDEST_POSTGRES} or newer is needed")
    return [Check("database version", new, told), *([_clock(theirs)] if theirs else [])]


def _clock(theirs: datetime) -> Check:
    """Leases follow the database's clock, dates this machine's: apart, what is due by date comes at a wrong time."""
    apart = (datetime.now(UTC) - theirs).total_seconds()
    if abs(apart) <= _APART:
        return Check("clock", True, "goes with the database's")
    words = (
        f"{abs(apart):.0f} s {'ahead of' if apart > 0 else 'behind'} the database's; let both follow one time server"
    )
    return Check("clock", False, words)


def _schema(engine: Engine, environment: Environment) -> list[Check]:
    try:
        schema.check(engine)
    except UnknownSchema as error:
        return [Check("schema", False, str(error))]
    return [Check("schema", True, schema.head()), *_roles(engine), *_key(engine, environment), _moving(engine)]


def _roles(engine: Engine) -> list[Check]:
    """Who this process is to PostgreSQL, and whether the roles may what they should and no more."""
    with read(engine) as connection:
        held = roles.held(connection)
    if held is None:
        return []
    if held.unbounded:
        words = f"{held.user} may do everything; give workers and pages addresses of {roles.WORKER} and {roles.WEB}"
        return [Check("role", False, words)]
    if held.unlike:
        words = f"{'; '.join(held.unlike[:3])}; `overture db roles`, as the owner, puts that right"
        return [Check("role", False, words)]
    return [Check("role", True, held.user)]


def _key(engine: Engine, environment: Environment) -> list[Check]:
    if environment.secret_key is None and is_postgres(engine):
        words = "OVERTURE_SECRET_KEY is not set, so each machine makes a key of its own; give all the same one"
        return [Check("key", False, words)]
    if path := lost_key(environment):
        gone = [Check("key", False, f"{path} is gone, and this database was begun with it; put it back")]
        return gone if is_begun(engine) else []  # made by whoever works first; a doctor makes nothing
    known = is_its_key(engine, Keyring(secret_key(environment)))
    if known is False:
        words = "OVERTURE_SECRET_KEY is not the key that this database was begun with; give every part the first one"
        return [Check("key", False, words)]
    return [Check("key", True, "the one that this database was begun with" if known else "none noted yet")]


def _moving(engine: Engine) -> Check:
    """Heartbeats, told but not judged: a doctor may be called before anything has been started."""
    told = []
    with read(engine) as connection:
        now = connection.scalar(select(db_now()))
        here = alive(connection)
        for role in ROLES:
            seen = last_seen(connection, role=role)
            ago = f"{(now - seen).total_seconds():.0f} s ago" if seen and now else "never"
            told.append(f"{role} {ago}" if role == CANARY or not seen else f"{role} {ago}, {here.get(role, 0)} alive")
    return Check("heartbeats", True, "; ".join(told))
