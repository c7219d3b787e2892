"""Who looks at which draft now, how each was looked at before it was decided, and what somebody types there."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from overture.db.tables.base import metadata, one_of
from overture.db.types import UTCDateTime

# A row counts for as long as it was seen lately, by the database's clock; who edits is waited for longer.
presences = Table(
    "presences",
    metadata,
    Column("draft_id", ForeignKey("drafts.id"), nullable=False),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("doing", String(8), nullable=False),
    Column("since", UTCDateTime, nullable=False),
    Column("seen_at", UTCDateTime, nullable=False),
    PrimaryKeyConstraint("draft_id", "user_id"),
    one_of("doing", ("reading", "editing")),
    Index("ix_presences_seen_at", "seen_at"),
)

# One person's reading of one version: from when, until which decision, and of how many claims the evidence was opened.
looks = Table(
    "looks",
    metadata,
    Column("draft_id", ForeignKey("drafts.id"), nullable=False),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("began_at", UTCDateTime, nullable=False),
    Column("decided_at", UTCDateTime),
    Column("decision", String(12)),
    Column("claims", Integer, nullable=False, server_default="0"),
    Column("sighted", Integer, nullable=False, server_default="0"),
    PrimaryKeyConstraint("draft_id", "user_id", "version"),
    Index("ix_looks_decided", "user_id", "decided_at"),
)

# What one person has typed into a draft and not saved yet. Nobody else is ever shown it.
unsaved = Table(
    "unsaved",
    metadata,
    Column("draft_id", ForeignKey("drafts.id"), nullable=False),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("kept_at", UTCDateTime, nullable=False),
    PrimaryKeyConstraint("draft_id", "user_id"),
    Index("ix_unsaved_user_id", "user_id", "kept_at"),
)

# The same for a story. `base` is the hash of the file's text that they began with, empty for a new one.
unsaved_stories = Table(
    "unsaved_stories",
    metadata,
    Column("story_id", String(120), nullable=False),
    Column("language", String(8), nullable=False),
    Column("user_id", ForeignKey("users.id"), nullable=False),
    Column("base", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("kept_at", UTCDateTime, nullable=False),
    PrimaryKeyConstraint("story_id", "language", "user_id"),
    Index("ix_unsaved_stories_user_id", "user_id", "kept_at"),
)

# Events, or hard cases, that authors want to see a story on again: for all of them, at the top of the list.
story_pins = Table(
    "story_pins",
    metadata,
    Column("story_id", String(120), primary_key=True),
    Column("sample", String(40), primary_key=True),
    Column("pinned_by", String(120), nullable=False),
    Column("pinned_at", UTCDateTime, nullable=False),
)
