"""What keeps the house running: audit, users, sessions, heartbeats, the state of the config."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, func

from overture.db.tables.base import RowId, metadata, one_of, row_id
from overture.db.types import Json, UTCDateTime

ROLES = ("viewer", "reviewer", "author", "ops", "admin")

# Append-only: ids, hashes and codes, never personal text. The chain over it is sealed in batches.
audit = Table(
    "audit",
    metadata,
    row_id(),
    Column("at", UTCDateTime, nullable=False),
    Column("actor", String(120), nullable=False),
    Column("action", String(40), nullable=False),
    Column("thing", String(20), nullable=False),
    Column("thing_id", String(120), nullable=False),
    Column("before", String(64)),
    Column("after", String(64)),
    Column("codes", Json, nullable=False),
    Column("request_id", String(40)),
    Column("origin", String(8), nullable=False),
    one_of("origin", ("ui", "api", "cli", "system")),
    Index("ix_audit_thing", "thing", "thing_id"),
)

audit_seals = Table(
    "audit_seals",
    metadata,
    row_id(),
    Column("first_id", RowId, nullable=False, unique=True),
    Column("last_id", RowId, nullable=False, unique=True),
    Column("previous", String(64), nullable=False),
    Column("seal", String(64), nullable=False),
    Column("sealed_at", UTCDateTime, nullable=False),
)

# Where the log begins since its oldest part was let go: the last row and the last seal of that part.
audit_cuts = Table(
    "audit_cuts",
    metadata,
    Column("up_to_id", RowId, primary_key=True, autoincrement=False),
    Column("seal", String(64), nullable=False),
    Column("older_than", UTCDateTime, nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("role", String(12), nullable=False),
    Column("password_hash", Text),
    Column("made_at", UTCDateTime, nullable=False),
    Column("disabled_at", UTCDateTime),
    Column("preferences", Json, nullable=False),
    one_of("role", ROLES),
)
Index("uq_users_email", func.lower(users.c.email), unique=True)  # one may sign in by it

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False, index=True),
    Column("csrf", String(64), nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("seen_at", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime),
    Column("address", String(64)),
)

setup_tokens = Table(
    "setup_tokens",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("purpose", String(20), nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime),
)

# One row per process that works; liveness is "this moved", not "a process exists".
heartbeats = Table(
    "heartbeats",
    metadata,
    Column("owner", String(80), primary_key=True),
    Column("role", String(12), nullable=False),
    Column("host", String(80), nullable=False),
    Column("pid", Integer, nullable=False),
    Column("started_at", UTCDateTime, nullable=False),
    Column("seen_at", UTCDateTime, nullable=False),
    Column("ended", Boolean, nullable=False, server_default="0"),
)

# What was last loaded from each file of the workspace, and what was wrong with what was not.
config_files = Table(
    "config_files",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("content_hash", String(64), nullable=False),
    Column("loaded_at", UTCDateTime),
    Column("seen_at", UTCDateTime, nullable=False),
    Column("problems", Json, nullable=False),
    Column("text", Text),
)

# What a person can turn for the whole installation at once: `release_paused` is the kill switch.
switches = Table(
    "switches",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("on", Boolean, nullable=False),
    Column("turned_by", String(120), nullable=False),
    Column("turned_at", UTCDateTime, nullable=False),
)

# What stays as it was for the life of an installation: `key` is a hash that its secret key makes.
installation = Table(
    "installation",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(64), nullable=False),
    Column("noted_at", UTCDateTime, nullable=False),
)

# One walk through what is older than the settings keep it. `counts`: what it let go of each class; `walked`: the last
# row it has looked at, so that a walk that was cut short goes on where it was. None under way: all have ended.
retention_runs = Table(
    "retention_runs",
    metadata,
    row_id(),
    Column("began_at", UTCDateTime, nullable=False),
    Column("ended_at", UTCDateTime),
    Column("counts", Json, nullable=False),
    Column("walked", Json, nullable=False),
)
