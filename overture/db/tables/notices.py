"""What this installation tells others than readers: web hooks, and tests of the way out to whoever asked for one."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from overture.db.tables.base import metadata, one_of, row_id, work_columns
from overture.db.types import Json, UTCDateTime

CHANNELS = ("webhook", "mail", "look")
NOTICE_STATES = ("waiting", "done", "failed")

# `key` makes each once: the kind, what it is about and the day of its trouble. A `look` is no message but the turn to
# look whether there is something to tell; there is one row of it. `payload` holds no personal data, but for the address
# of a test of the way out, which goes when the test has ended.
notices = Table(
    "notices",
    metadata,
    row_id(),
    Column("channel", String(8), nullable=False),
    Column("event", String(40), nullable=False),
    Column("thing", String(200), nullable=False),
    Column("key", String(64), nullable=False, unique=True),
    Column("payload", Json, nullable=False),
    Column("asked_by", String(120)),
    Column("made_at", UTCDateTime, nullable=False),
    Column("state", String(8), nullable=False, server_default="waiting"),
    Column("status", Integer),  # of the receiver's answer
    Column("location", Text),  # where a test lies
    Column("ended_at", UTCDateTime),
    *work_columns(),
    one_of("channel", CHANNELS),
    one_of("state", NOTICE_STATES),
    Index("ix_notices_due", "state", "run_at"),
    Index("ix_notices_channel", "channel", "id"),
)
