"""Drafts, their versions, approvals, handoffs and attempts.

The gate is in the keys: a handoff needs an approval of the very version and content hash, and an approval needs
that version to exist.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from campaigns.review import OPEN, DraftState, HandoffState, RejectReason
from overture.db.tables.base import RowId, metadata, one_of, row_id, work_columns
from overture.db.types import Json, UTCDateTime

_open = text("state IN (" + ", ".join(f"'{state}'" for state in sorted(OPEN)) + ")")

drafts = Table(
    "drafts",
    metadata,
    row_id(),
    Column("trigger_id", ForeignKey("triggers.id"), nullable=False),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("address_key", String(64), nullable=False),  # keyed hash of the address, else "contact:ID"
    Column("chapter", Integer, nullable=False, server_default="1"),
    Column("parent_id", ForeignKey("drafts.id")),
    Column("campaign", String(120), nullable=False),
    Column("story_id", String(120), nullable=False),
    Column("language", String(8), nullable=False),
    Column("sender_id", ForeignKey("teammates.id"), nullable=False),
    Column("state", String(12), nullable=False, server_default="pending"),
    Column("version", Integer, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("obstacles", Integer, nullable=False, server_default="0"),  # findings that forbid approval
    Column("warnings", Integer, nullable=False, server_default="0"),
    Column("score", Integer, nullable=False),
    Column("why", Json, nullable=False),  # why this contact, sender and story; who waits
    Column("group_owner", String(120)),  # the campaign's owner
    Column("assignee", String(120)),
    Column("good_until", Date, nullable=False),
    Column("run_at", UTCDateTime),  # when the clock has to look at it: end of snooze, else expiry
    Column("snoozed_until", UTCDateTime),
    Column("snooze_for_update", Boolean, nullable=False, server_default="0"),
    Column("trigger_version", Integer, nullable=False),
    Column("reason", String(20)),
    Column("comment", Text),
    Column("replaced_by", ForeignKey("drafts.id")),
    Column("wanted", String(120)),  # what a reject asks for instead: id of an account, a contact or a story
    Column("made_at", UTCDateTime, nullable=False),
    Column("updated_at", UTCDateTime, nullable=False),
    Column("decided_at", UTCDateTime),
    Column("decided_by", String(120)),
    Column("opened_at", UTCDateTime),  # first time that a person saw it
    one_of("state", DraftState),
    one_of("reason", RejectReason),
    Index(
        "uq_drafts_open_event",
        "trigger_id",
        "account_id",
        "chapter",
        unique=True,
        sqlite_where=_open,
        postgresql_where=_open,
    ),
    Index("uq_drafts_open_address", "address_key", unique=True, sqlite_where=_open, postgresql_where=_open),
    Index("ix_drafts_queue", "state", "score", "id"),
    # The lists of the review pages: whose it is, what is blocked, what moved last, what a person decided last.
    Index("ix_drafts_mine", "state", "assignee", "score", "id"),
    Index("ix_drafts_blocked", "state", "obstacles"),
    Index("ix_drafts_moved", "updated_at", "id", "state"),
    Index("ix_drafts_decider", "decided_by", "decided_at"),
    Index("ix_drafts_clock", "state", "run_at"),
    Index("ix_drafts_account", "account_id", "state"),
    Index("ix_drafts_contact", "contact_id", "state"),
    Index("ix_drafts_trigger", "trigger_id"),
    Index("ix_drafts_made", "made_at"),
    # Vacuum comes after a fiftieth of the table and not a fifth: only then are its rows counted by an index alone.
    postgresql_with={
        "autovacuum_vacuum_scale_factor": 0.02,
        "autovacuum_vacuum_insert_scale_factor": 0.02,
        "autovacuum_analyze_scale_factor": 0.02,
    },
)

draft_versions = Table(
    "draft_versions",
    metadata,
    Column("draft_id", ForeignKey("drafts.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("subject_segments", Json, nullable=False),
    Column("segments", Json, nullable=False),
    Column("findings", Json, nullable=False),
    Column("measures", Json, nullable=False),
    Column("vouched", Json, nullable=False),  # claims a person answers for: [{"text", "by"}]
    Column("brief", Json, nullable=False),
    Column("variant", String(20), nullable=False),
    Column("story_version", Integer, nullable=False),
    Column("author", String(120), nullable=False),
    Column("cause", String(20), nullable=False),  # render, edit, refresh, correction, undo, reopen
    Column("note", Text),
    Column("made_at", UTCDateTime, nullable=False),
    Column("erased_at", UTCDateTime),
    PrimaryKeyConstraint("draft_id", "version"),
    UniqueConstraint("draft_id", "version", "content_hash"),
)

approvals = Table(
    "approvals",
    metadata,
    row_id(),
    Column("draft_id", RowId, nullable=False),
    Column("version", Integer, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("approved_by", String(120), nullable=False),
    Column("approved_at", UTCDateTime, nullable=False),
    Column("idempotency_key", String(64), nullable=False, unique=True),
    Column("message_id", String(200), nullable=False, unique=True),
    UniqueConstraint("draft_id", "version"),
    UniqueConstraint("id", "draft_id", "version", "content_hash"),
    ForeignKeyConstraint(
        ["draft_id", "version", "content_hash"],
        ["draft_versions.draft_id", "draft_versions.version", "draft_versions.content_hash"],
        name="fk_approvals_version",
    ),
)

handoffs = Table(
    "handoffs",
    metadata,
    row_id(),
    Column("approval_id", RowId, nullable=False, unique=True),
    Column("draft_id", RowId, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("channel", String(20), nullable=False),
    Column("state", String(12), nullable=False, server_default="held"),
    Column("release_at", UTCDateTime, nullable=False),
    Column("account_id", String(120), nullable=False),
    Column("contact_id", String(120), nullable=False),
    Column("sender_id", String(120), nullable=False),
    Column("address_key", String(64), nullable=False),
    Column("domain_key", String(64), nullable=False),
    Column("account_key", String(64), nullable=False),
    Column("message", LargeBinary, nullable=False),  # frozen bytes
    Column("reason", Text),  # why it was held again, cancelled or failed
    Column("location", Text),  # what the channel answered: file, UID, id
    Column("handed_off_at", UTCDateTime),
    *work_columns(),
    one_of("state", HandoffState),
    ForeignKeyConstraint(
        ["approval_id", "draft_id", "version", "content_hash"],
        ["approvals.id", "approvals.draft_id", "approvals.version", "approvals.content_hash"],
        name="fk_handoffs_approval",
    ),
    Index("ix_handoffs_due", "state", "run_at"),
    Index(
        "uq_handoffs_live_draft",
        "draft_id",
        unique=True,
        sqlite_where=text("state <> 'cancelled'"),
        postgresql_where=text("state <> 'cancelled'"),
    ),
)

attempts = Table(
    "attempts",
    metadata,
    row_id(),
    Column("handoff_id", ForeignKey("handoffs.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("owner", String(80), nullable=False),
    Column("fence", Integer, nullable=False),
    Column("started_at", UTCDateTime, nullable=False),
    Column("finished_at", UTCDateTime),
    Column("outcome", String(20)),  # taken, refused, later, in_doubt
    Column("detail", Text),
    UniqueConstraint("handoff_id", "number"),
)

comments = Table(
    "comments",
    metadata,
    row_id(),
    Column("draft_id", ForeignKey("drafts.id"), nullable=False, index=True),
    Column("author", String(120), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UTCDateTime, nullable=False),
)
