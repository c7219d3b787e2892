"""What programs need to come in: personal tokens, and the answers that a repeated request gets again."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from overture.db.tables.base import metadata, row_id
from overture.db.types import Json, UTCDateTime

# Only the hash of a token is kept; `prefix` is what its owner tells it by. `scopes` are words, empty for all of them.
api_tokens = Table(
    "api_tokens",
    metadata,
    row_id(),
    Column("user_id", ForeignKey("users.id"), nullable=False, index=True),
    Column("name", String(60), nullable=False),
    Column("prefix", String(16), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("scopes", String(60), nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime),
    Column("revoked_at", UTCDateTime),
    Column("revoked_by", String(120)),
)

# Decisions under an Idempotency-Key. Ids and codes only, kept for a day; no status while the first is at work.
api_answers = Table(
    "api_answers",
    metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("key", String(120), primary_key=True),
    Column("asked", String(64), nullable=False),
    Column("status", Integer),
    Column("body", Json),
    Column("at", UTCDateTime, nullable=False, index=True),
)
