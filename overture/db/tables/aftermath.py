"""What a message leaves behind: that somebody was touched, what was promised, and what came of it."""

from __future__ import annotations

from typing import Literal, get_args

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from overture.db.tables.base import metadata, one_of, row_id
from overture.db.types import UTCDateTime

touches = Table(
    "touches",
    metadata,
    row_id(),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False, unique=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("sender_id", String(120), nullable=False),
    Column("campaign", String(120), nullable=False),
    Column("chapter", Integer, nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("standing", String(12), nullable=False, server_default="assumed"),
    one_of("standing", ("assumed", "confirmed", "denied")),
    Index("ix_touches_account", "account_id", "at"),
    Index("ix_touches_contact", "contact_id", "at"),
    Index("ix_touches_at", "at"),
)

promises_made = Table(
    "promises_made",
    metadata,
    row_id(),
    Column("promise_id", String(120)),  # of the catalogue; none where it was written down by hand
    Column("draft_id", ForeignKey("drafts.id")),  # none: made in another way than by a message of ours
    Column("account_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("contact_id", ForeignKey("contacts.id")),
    Column("text", Text, nullable=False),
    Column("made_by", String(120)),  # teammate, where known
    Column("made_at", UTCDateTime, nullable=False),
    Column("due_on", Date),
    Column("state", String(12), nullable=False, server_default="made"),
    Column("settled_on", Date),
    Column("evidence", Text),
    UniqueConstraint("draft_id", "promise_id"),
    one_of("state", ("made", "kept", "broken", "released", "withdrawn")),
)

# What came of a message, or of a contact beside it: told by a person, a webhook, a file or a mailbox.
OutcomeKind = Literal["replied", "meeting", "won", "lost", "bounced", "opted_out", "complained"]
OUTCOMES: tuple[OutcomeKind, ...] = get_args(OutcomeKind)

outcomes = Table(
    "outcomes",
    metadata,
    row_id(),
    Column("kind", String(12), nullable=False),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("draft_id", ForeignKey("drafts.id"), index=True),
    Column("at", UTCDateTime, nullable=False),
    Column("note", Text),
    Column("origin", String(8), nullable=False, server_default="hand"),  # hand, webhook, csv, imap
    Column("noted_by", String(120), nullable=False),
    Column("external_id", String(200), unique=True),  # of the system that told it, so that telling twice is harmless
    Column("ended_at", UTCDateTime),  # the conversation that began with it is over
    one_of("kind", OUTCOMES),
    Index("ix_outcomes_account", "account_id", "at"),
    Index("ix_outcomes_contact", "contact_id", "at"),
)
