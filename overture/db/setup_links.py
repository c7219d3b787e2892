"""The first admin: a link that works once, while nobody can sign in. Only its hash is stored."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from overture.db.secret import token_hash
from overture.db.tables import setup_tokens, users

SETUP_LIFE = timedelta(hours=24)


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
