"""Users, their sessions, setup links and the count of failed sign-ins.

Only hashes of tokens are stored. A session ends by itself: `idle` after it was last seen, `total` after it began;
disabling a user ends all of theirs at once. Failed sign-ins are audit rows, so the throttle holds across processes.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, or_, select, update

from overture.db.audit import Act, Actor, record
from overture.db.engine import lock_names
from overture.db.secret import Keyring, token_hash
from overture.db.tables import audit, sessions, setup_tokens, users
from overture.db.tables.running import ROLES

SETUP_LIFE = timedelta(hours=24)
FAILURES_WINDOW = timedelta(minutes=15)
FAILURES_PER_LOGIN = 10
FAILURES_PER_ADDRESS = 30
_SEEN_EVERY = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str
    role: str
    email: str | None = None
    preferences: dict[str, Any] = field(default_factory=dict)
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A live session; `token` is known only at the moment it is made."""

    user: User
    csrf: str
    token_hash: str


def user_of(row: Row[Any]) -> User:
    """A row of `users` as a value."""
    return User(row.id, row.name, row.role, row.email, dict(row.preferences or {}), row.disabled_at is not None)


# --- users --------------------------------------------------------------------------------------------------------


def find_user(connection: Connection, user_id: str) -> User | None:
    row = connection.execute(select(users).where(users.c.id == user_id)).one_or_none()
    return user_of(row) if row else None


def list_users(connection: Connection) -> list[User]:
    return [user_of(row) for row in connection.execute(select(users).order_by(users.c.id))]


def password_of(connection: Connection, login: str) -> tuple[User, str | None] | None:
    """The user who signs in with this id or address, and the stored hash."""
    mine = func.lower(users.c.id) == func.lower(login.strip())  # first: an id given later than somebody's address
    found = select(users).where(_signs_in(login)).order_by(mine.desc(), users.c.made_at).limit(1)
    row = connection.execute(found).one_or_none()
    return (user_of(row), row.password_hash) if row else None


def taken(connection: Connection, user_id: str, email: str | None, *, new: bool = True) -> str:
    """Why this person cannot sign in by this address, or, where they are `new`, by this id either: in words, empty
    where both are free. Whoever asks next waits until the caller has written, so ask before anything else is read."""
    lock_names(connection, ["logins"])
    if new and connection.scalar(select(users.c.id).where(_signs_in(user_id)).limit(1)):
        return "This login is taken."
    theirs = select(users.c.id).where(_signs_in(email), users.c.id != user_id) if email and email.strip() else None
    if theirs is not None and connection.scalar(theirs.limit(1)):
        return "Somebody else signs in by this address."
    return ""


def _signs_in(login: str) -> ColumnElement[bool]:
    wanted = func.lower(login.strip())  # by the database, as the index of addresses has it
    return or_(func.lower(users.c.id) == wanted, func.lower(users.c.email) == wanted)


def add_user(connection: Connection, user: User, *, password_hash: str | None, by: Actor, now: datetime) -> None:
    """Raises `ValueError` for an unknown role, `IntegrityError` for a taken id or address."""
    if user.role not in ROLES:
        raise ValueError(f"unknown role: {user.role!r}")
    values = {"id": user.id, "name": user.name, "email": user.email, "role": user.role, "password_hash": password_hash}
    connection.execute(insert(users).values(**values, made_at=now, preferences=user.preferences))
    record(connection, by, [Act("user_added", "user", user.id, after=user.role)], now=now)


def set_password(connection: Connection, user_id: str, password_hash: str, *, by: Actor, now: datetime) -> None:
    """A new password ends every session of the user."""
    connection.execute(update(users).where(users.c.id == user_id).values(password_hash=password_hash))
    end_sessions(connection, user_id, now=now)
    record(connection, by, [Act("password_set", "user", user_id)], now=now)


def set_email(connection: Connection, user_id: str, email: str | None, *, by: Actor, now: datetime) -> bool:
    """Where this person can be written to; False where somebody else signs in by that. The log names no address."""
    if taken(connection, user_id, email, new=False):
        return False
    connection.execute(update(users).where(users.c.id == user_id).values(email=email))
    record(connection, by, [Act("address_set", "user", user_id)], now=now)
    return True


def set_role(connection: Connection, user_id: str, role: str, *, by: Actor, now: datetime) -> None:
    if role not in ROLES:
        raise ValueError(f"unknown role: {role!r}")
    before = connection.scalar(select(users.c.role).where(users.c.id == user_id))
    connection.execute(update(users).where(users.c.id == user_id).values(role=role))
    record(connection, by, [Act("role_set", "user", user_id, before=before, after=role)], now=now)


def set_disabled(connection: Connection, user_id: str, disabled: bool, *, by: Actor, now: datetime) -> None:
    """Disabling ends every session of the user at once."""
    connection.execute(update(users).where(users.c.id == user_id).values(disabled_at=now if disabled else None))
    if disabled:
        end_sessions(connection, user_id, now=now)
    record(connection, by, [Act("user_disabled" if disabled else "user_enabled", "user", user_id)], now=now)


def other_admins(connection: Connection, user_id: str) -> int:
    """Admins who can sign in besides this one: the last of them is never locked out."""
    wanted = (users.c.role == "admin") & users.c.disabled_at.is_(None) & (users.c.id != user_id)
    return connection.scalar(select(func.count()).select_from(users).where(wanted)) or 0


def save_preferences(connection: Connection, user_id: str, preferences: dict[str, Any]) -> None:
    connection.execute(update(users).where(users.c.id == user_id).values(preferences=preferences))


# --- sessions -----------------------------------------------------------------------------------------------------


def open_session(connection: Connection, user: User, *, address: str | None, now: datetime) -> tuple[str, Session]:
    """A new session under a new token (256 random bits); the token is returned once."""
    token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    hashed = token_hash(token)
    connection.execute(
        insert(sessions).values(
            token_hash=hashed, user_id=user.id, csrf=csrf, made_at=now, seen_at=now, address=address
        )
    )
    return token, Session(user, csrf, hashed)


def live_session(
    connection: Connection, token: str, *, idle: timedelta, total: timedelta, now: datetime
) -> tuple[Session, bool] | None:
    """The session behind a token, and whether it is time to note that it was seen."""
    row = connection.execute(
        select(users, sessions.c.token_hash, sessions.c.csrf, sessions.c.made_at.label("began"), sessions.c.seen_at)
        .join(sessions, sessions.c.user_id == users.c.id)
        .where(sessions.c.token_hash == token_hash(token), sessions.c.ended_at.is_(None))
    ).one_or_none()
    if row is None or row.disabled_at is not None or now - row.seen_at > idle or now - row.began > total:
        return None
    return Session(user_of(row), row.csrf, row.token_hash), now - row.seen_at >= _SEEN_EVERY


def touch_session(connection: Connection, hashed: str, *, now: datetime) -> None:
    connection.execute(update(sessions).where(sessions.c.token_hash == hashed).values(seen_at=now))


def end_session(connection: Connection, hashed: str, *, now: datetime) -> None:
    connection.execute(update(sessions).where(sessions.c.token_hash == hashed).values(ended_at=now))


def end_sessions(connection: Connection, user_id: str, *, now: datetime) -> None:
    connection.execute(
        update(sessions).where(sessions.c.user_id == user_id, sessions.c.ended_at.is_(None)).values(ended_at=now)
    )


# --- first run ----------------------------------------------------------------------------------------------------


def needs_setup(connection: Connection) -> bool:
    """True while nobody can sign in with a password."""
    return connection.scalar(select(users.c.id).where(users.c.password_hash.is_not(None)).limit(1)) is None


def make_setup_token(connection: Connection, *, now: datetime) -> str:
    """A one-time token for the first admin; earlier unused ones lose their force."""
    connection.execute(update(setup_tokens).where(setup_tokens.c.used_at.is_(None)).values(used_at=now))
    token = secrets.token_urlsafe(32)
    connection.execute(insert(setup_tokens).values(token_hash=token_hash(token), purpose="first_admin", made_at=now))
    return token


def setup_open(connection: Connection, token: str, *, now: datetime) -> bool:
    """Is the link still good: known, unused, younger than a day, and nobody set up before?"""
    made = connection.scalar(
        select(setup_tokens.c.made_at).where(
            setup_tokens.c.token_hash == token_hash(token), setup_tokens.c.used_at.is_(None)
        )
    )
    return made is not None and now - made <= SETUP_LIFE and needs_setup(connection)


def use_setup(connection: Connection, token: str, *, now: datetime) -> None:
    connection.execute(update(setup_tokens).where(setup_tokens.c.token_hash == token_hash(token)).values(used_at=now))


# --- throttle -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Knock:
    """Who tries to sign in from where, as keyed hashes. A browser that is known is counted alone, without address."""

    login: str
    door: str
    address: str | None

    @classmethod
    def of(cls, keys: Keyring, login: str, address: str, browser: str | None = None) -> Knock:
        who = login.strip().casefold()
        place = f"address {address}" if browser is None else f"browser {browser}"
        door = keys.digest("door", f"{who}\0{place}")
        return cls(keys.digest("login", who), door, keys.digest("peer", address) if browser is None else None)


def throttled(connection: Connection, knock: Knock, *, now: datetime) -> bool:
    """Too many failures of this login from there, or of any login from there, in the last quarter of an hour?"""
    since = now - FAILURES_WINDOW
    if _failures(connection, "door", knock.door, since) >= FAILURES_PER_LOGIN:
        return True
    return knock.address is not None and _failures(connection, "peer", knock.address, since) >= FAILURES_PER_ADDRESS


def _failures(connection: Connection, thing: str, thing_id: str, since: datetime) -> int:
    wanted = (audit.c.thing == thing) & (audit.c.thing_id == thing_id) & (audit.c.at > since)
    return connection.scalar(select(func.count()).select_from(audit).where(wanted)) or 0


def note_failure(connection: Connection, knock: Knock, *, by: Actor, now: datetime) -> None:
    acts = [Act("sign_in_failed", "door", knock.door, codes={"login": knock.login})]
    if knock.address is not None:
        acts.append(Act("sign_in_failed", "peer", knock.address))
    record(connection, by, acts, now=now)
