"""Personal tokens of the API: made once, shown once, kept as a hash, good until a day, revoked for good.

A token may never do more than its owner: it has the owner's role of the moment, narrowed by its scopes.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from overture.db.audit import Act, Actor, record
from overture.db.secret import token_hash
from overture.db.tables import api_tokens, users
from overture.db.users import User, user_of

SCOPES = ("read", "review", "write", "ops", "admin")
START = "ovt_"  # so that people and scanners know one when they see it
MOST_DAYS = 366
MOST_LIVE = 20  # of one person
_SHOWN = len(START) + 6
_USED_EVERY = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Token:
    """A token as its owner sees it. `scopes` is empty for everything that the role may do."""

    id: int
    user_id: str
    name: str
    prefix: str
    scopes: frozenset[str]
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None

    def allows(self, scope: str) -> bool:
        return not self.scopes or scope in self.scopes

    def standing(self, now: datetime) -> str:
        """`live`, `expired` or `revoked`."""
        if self.revoked_at is not None:
            return "revoked"
        return "live" if now < self.expires_at else "expired"


def _token(row: Row[tuple[object, ...]]) -> Token:
    return Token(
        row.id, row.user_id, row.name, row.prefix, frozenset(row.scopes.split()), row.made_at, row.expires_at,
        row.used_at, row.revoked_at,
    )  # fmt: skip


def objection(name: str, scopes: Collection[str], days: int) -> str | None:
    """Why a token cannot be made of this, or None."""
    if not 1 <= len(name.strip()) <= 60 or not name.isprintable():
        return "Give the token a name of up to 60 characters, such as the program that will use it."
    if unknown := sorted(set(scopes) - set(SCOPES)):
        return f"{unknown[0]} is no scope; use {', '.join(SCOPES)}, or none for all that the role may do."
    if not 1 <= days <= MOST_DAYS:
        return f"A token is good for 1 to {MOST_DAYS} days."
    return None


def add_token(
    connection: Connection, user_id: str, name: str, *, scopes: Collection[str], days: int, by: Actor, now: datetime
) -> tuple[str, Token] | str:
    """The secret, which nobody can see again, and its row; or in words why there is none."""
    wrong = objection(name, scopes, days)
    if wrong:
        return wrong
    live = (api_tokens.c.user_id == user_id) & api_tokens.c.revoked_at.is_(None) & (api_tokens.c.expires_at > now)
    if (connection.scalar(select(func.count()).select_from(api_tokens).where(live)) or 0) >= MOST_LIVE:
        return f"There are {MOST_LIVE} live tokens already. Revoke one first."
    secret = START + secrets.token_urlsafe(32)
    until = now + timedelta(days=days)
    row = {
        "user_id": user_id, "name": name.strip(), "prefix": secret[:_SHOWN], "token_hash": token_hash(secret),
        "scopes": " ".join(sorted(set(scopes))), "made_at": now, "expires_at": until,
    }  # fmt: skip
    made = connection.execute(insert(api_tokens).returning(*api_tokens.c), row).one()
    codes = {"user": user_id, "scopes": row["scopes"], "until": until.isoformat()}
    record(connection, by, [Act("token_added", "token", str(made.id), after="live", codes=codes)], now=now)
    return secret, _token(made)


def live_token(connection: Connection, secret: str, *, now: datetime) -> tuple[User, Token, bool] | None:
    """Whose token this is, and whether it is time to note its use; None unless it and its owner are in force."""
    if not secret.startswith(START) or len(secret) > 100:
        return None
    row = connection.execute(select(api_tokens).where(api_tokens.c.token_hash == token_hash(secret))).one_or_none()
    if row is None:
        return None
    owner = connection.execute(select(users).where(users.c.id == row.user_id)).one()
    token = _token(row)
    if token.standing(now) != "live" or owner.disabled_at is not None:
        return None
    return user_of(owner), token, token.used_at is None or now - token.used_at >= _USED_EVERY


def note_use(connection: Connection, token_id: int, *, now: datetime) -> None:
    connection.execute(update(api_tokens).where(api_tokens.c.id == token_id).values(used_at=now))


def list_tokens(connection: Connection, user_id: str | None = None) -> list[Token]:
    """The newest first; of one person, or of all."""
    found: Select[tuple[object, ...]] = select(api_tokens).order_by(api_tokens.c.id.desc()).limit(500)
    if user_id is not None:
        found = found.where(api_tokens.c.user_id == user_id)
    return [_token(row) for row in connection.execute(found)]


def revoke(connection: Connection, token_id: int, *, by: Actor, now: datetime, owner: str | None = None) -> bool:
    """End a token at once; False where there is no such one (of this owner). Again changes nothing."""
    row = connection.execute(select(api_tokens).where(api_tokens.c.id == token_id)).one_or_none()
    if row is None or (owner is not None and row.user_id != owner):
        return False
    if row.revoked_at is None:
        ended = {"revoked_at": now, "revoked_by": by.id}
        connection.execute(update(api_tokens).where(api_tokens.c.id == token_id).values(ended))
        act = Act("token_revoked", "token", str(token_id), "live", "revoked", {"user": row.user_id})
        record(connection, by, [act], now=now)
    return True
