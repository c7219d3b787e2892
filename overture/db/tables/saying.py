"""Matches, questions, nos and story versions: what stands between a trigger and a draft."""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, func

from overture.db.tables.base import metadata, one_of, row_id
from overture.db.types import Json, UTCDateTime

matches = Table(
    "matches",
    metadata,
    row_id(),
    Column("trigger_id", ForeignKey("triggers.id"), nullable=False),
    Column("account_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("form", Text, nullable=False),
    Column("method", String(20), nullable=False),
    Column("score", Float, nullable=False),
    Column("parts", Json, nullable=False),
    Column("runners_up", Json, nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    UniqueConstraint("trigger_id", "account_id"),
)

questions = Table(
    "questions",
    metadata,
    row_id(),
    Column("kind", String(20), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("trigger_id", ForeignKey("triggers.id")),
    Column("account_id", ForeignKey("accounts.id")),
    Column("text", Text, nullable=False),
    Column("choices", Json, nullable=False),
    Column("asked_at", UTCDateTime, nullable=False),
    Column("state", String(12), nullable=False, server_default="open"),
    Column("answer", Json),
    Column("answered_by", String(120)),
    Column("answered_at", UTCDateTime),
    UniqueConstraint("kind", "subject"),
    one_of("kind", ("which_account", "needs_contact")),
    one_of("state", ("open", "answered", "withdrawn")),
)

nos = Table(
    "nos",
    metadata,
    row_id(),
    Column("trigger_id", ForeignKey("triggers.id"), nullable=False, index=True),
    Column("account_id", ForeignKey("accounts.id")),
    Column("campaign", String(120), nullable=False),
    Column("rule", String(40), nullable=False),
    Column("reason", Text, nullable=False),
    Column("evidence", Json, nullable=False),
    Column("better_served_by", Text),
    Column("revisit_on", Date, index=True),
    Column("revisited_at", UTCDateTime),
    Column("said_at", UTCDateTime, nullable=False),
)
# One no per trigger, account (or none), campaign and rule: NULL is not equal to NULL, hence the expression.
Index(
    "uq_nos_key",
    nos.c.trigger_id,
    func.coalesce(nos.c.account_id, ""),
    nos.c.campaign,
    nos.c.rule,
    unique=True,
)

story_versions = Table(
    "story_versions",
    metadata,
    row_id(),
    Column("story_id", String(120), nullable=False),
    Column("language", String(8), nullable=False),
    Column("version", Integer, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("findings", Json, nullable=False),
    Column("author", String(120), nullable=False),
    Column("note", Text),
    Column("made_at", UTCDateTime, nullable=False),
    UniqueConstraint("story_id", "language", "version"),
)
