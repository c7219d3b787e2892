"""What people decide about calls, and which ties came with one import: both can be taken back as they were done."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from overture.db.tables.base import metadata, one_of, row_id
from overture.db.types import Json, UTCDateTime

call_acts = Table(
    "call_acts",
    metadata,
    row_id(),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("teammate_id", String(120)),  # to whom it was handed over
    Column("until", Date),  # put off till this day
    Column("why", Text),
    Column("concern_id", String(64)),  # what they answered, where this act wrote it down
    Column("by", String(120), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("undone_at", UTCDateTime),
    Column("undone_by", String(120)),
    one_of("kind", ("handed_over", "snoozed", "answered")),
    Index("ix_call_acts_contact", "contact_id", "at"),
)

# `before`: for each tie that the import wrote, by id, the row as it stood; none where it was new.
tie_imports = Table(
    "tie_imports",
    metadata,
    row_id(),
    Column("teammate_id", ForeignKey("teammates.id"), nullable=False),
    Column("source", String(8), nullable=False),
    Column("ties", Integer, nullable=False),
    Column("before", Json, nullable=False),
    Column("by", String(120), nullable=False),
    Column("at", UTCDateTime, nullable=False, index=True),
    Column("undone_at", UTCDateTime),
    Column("undone_by", String(120)),
    one_of("source", ("linkedin", "vcard", "mbox", "csv")),
)
