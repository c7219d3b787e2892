"""Sources, entries, mentions, triggers: the first half of the line."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from overture.db.tables.base import metadata, one_of, row_id, work_columns
from overture.db.types import Json, UTCDateTime
from triggers.types import EventKind, Status

SOURCE_STATES = ("active", "paused", "gone", "quarantined", "retired")
ENTRY_STATES = ("new", "read", "set_aside", "quarantined")
TRIGGER_STATES = ("due", "asked", "unmatched", "set_aside", "merged", "dismissed")

sources = Table(
    "sources",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("url", Text),
    Column("config", Json, nullable=False),
    Column("config_hash", String(32), nullable=False),
    Column("own", Boolean, nullable=False, server_default="0"),
    Column("state", String(12), nullable=False, server_default="active"),
    Column("title", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("first_pass_done", Boolean, nullable=False, server_default="0"),
    Column("last_attempt_at", UTCDateTime),
    Column("last_success_at", UTCDateTime),
    Column("last_full_at", UTCDateTime),  # the last time a whole document came, not a 304
    Column("last_new_at", UTCDateTime),  # the last time it held something new
    Column("last_status", Integer),
    Column("health", Json, nullable=False),  # what `triggers.schedule` needs to remember between polls
    Column("removed", Json),  # by whom and when from the file, and the lines to put back: see `overture.db.source_gone`
    *work_columns(),
    one_of("state", SOURCE_STATES),
    Index("ix_sources_due", "state", "run_at"),
)

# One worker at a time asks a host: the lease is the turn. A row is made when a host is first asked.
hosts = Table(
    "hosts",
    metadata,
    Column("name", String(255), primary_key=True),
    Column("owner", String(80)),
    Column("lease_until", UTCDateTime),
)

entries = Table(
    "entries",
    metadata,
    row_id(),
    Column("source_id", ForeignKey("sources.id"), nullable=False),
    Column("entry_key", String(32), nullable=False),
    Column("guid", Text),
    Column("link", Text),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("published_at", UTCDateTime),
    Column("fetched_at", UTCDateTime, nullable=False),
    Column("first_pass", Boolean, nullable=False),
    Column("language", String(8)),
    Column("clean_title", Text),  # what the evidence's offsets point into
    Column("clean_text", Text),
    Column("vetoed", Text),
    Column("state", String(12), nullable=False, server_default="new"),
    *work_columns(),
    UniqueConstraint("source_id", "entry_key"),
    one_of("state", ENTRY_STATES),
    Index("ix_entries_due", "state", "run_at"),
)

triggers = Table(
    "triggers",
    metadata,
    row_id(),
    Column("kind", String(24), nullable=False),
    Column("company", Text, nullable=False),
    Column("company_key", String(200), nullable=False),
    Column("account_id", ForeignKey("accounts.id")),
    Column("status", String(12), nullable=False),
    Column("facts", Json, nullable=False),
    Column("disagreements", Json, nullable=False),
    Column("chosen", Json, nullable=False),  # fact -> entry whose telling won
    Column("event_on", Date, nullable=False),
    Column("first_seen_at", UTCDateTime, nullable=False),
    Column("updated_at", UTCDateTime, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("outlets", Integer, nullable=False, server_default="1"),
    Column("merged_into", ForeignKey("triggers.id")),
    Column("moved", Json),  # of a merged one: the rows that went with it; of a split one: from which it is kept apart
    Column("why_no_draft", Text),
    Column("wish", Json),  # the draft that somebody asked for last, and what came of it: see `overture.db.wishes`
    Column("state", String(12), nullable=False, server_default="due"),
    *work_columns(),
    one_of("kind", EventKind),
    one_of("status", Status),
    one_of("state", TRIGGER_STATES),
    Index("ix_triggers_due", "state", "run_at"),
    Index("ix_triggers_company", "company_key", "kind", "event_on"),
    Index("ix_triggers_account", "account_id", "event_on"),
)

trigger_keys = Table(
    "trigger_keys",
    metadata,
    Column("fingerprint", String(32), primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("company_key", String(200), nullable=False),
    Column("discriminator", String(200), nullable=False),
    Column("trigger_id", ForeignKey("triggers.id"), nullable=False, index=True),
)

mentions = Table(
    "mentions",
    metadata,
    row_id(),
    Column("entry_id", ForeignKey("entries.id"), nullable=False),
    Column("trigger_id", ForeignKey("triggers.id"), nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("company", Text, nullable=False),
    Column("company_key", String(200), nullable=False),
    Column("discriminator", String(200), nullable=False),
    Column("status", String(12), nullable=False),
    Column("facts", Json, nullable=False),
    Column("evidence", Json, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("told_at", UTCDateTime, nullable=False),
    Column("resolution", Json),  # how the company was matched, or why it was not
    UniqueConstraint("entry_id", "kind", "company_key", "discriminator"),
    one_of("kind", EventKind),
    one_of("status", Status),
)
