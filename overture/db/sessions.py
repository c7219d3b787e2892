"""Who is signed in. Only hashes of tokens are stored.

A session ends by itself: `idle` after it was last seen, `total` after it began.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from overture.db.secret import token_hash
from overture.db.tables import sessions, users
from overture.db.users import User, user_of

_SEEN_EVERY = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Session:
    """A live session; `token` is known only at the moment it is made."""

    user: User
    csrf: str
    token_hash: str


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
