"""Who may sign in, and as what. Disabling somebody ends all their sessions at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, or_, select, update

from overture.db.audit import Act, Actor, record
from overture.db.engine import lock_names
from overture.db.tables import sessions, users
from overture.db.tables.running import ROLES


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str
    role: str
    email: str | None = None
    preferences: dict[str, Any] = field(default_factory=dict)
    disabled: bool = False


def user_of(row: Row[Any]) -> User:
    """A row of `users` as a value."""
    return User(row.id, row.name, row.role, row.email, dict(row.preferences or {}), row.disabled_at is not None)


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


def end_sessions(connection: Connection, user_id: str, *, now: datetime) -> None:
    connection.execute(
        update(sessions).where(sessions.c.user_id == user_id, sessions.c.ended_at.is_(None)).values(ended_at=now)
    )
