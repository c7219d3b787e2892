"""The tables of drafts, decisions on them, and messages on their way out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.migrations.first.columns import NUMBER, row_id
from overture.db.types import Json, UTCDateTime

_REASON_KNOWN = (
    "reason IN ('wrong_company', 'not_a_trigger', 'old_news', 'wrong_person', 'bad_timing', 'wrong_story', "
    "'sounds_like_us', 'wrong_fact', 'do_not_contact', 'other')"
)


def drafts() -> None:
    op.create_table(
        "drafts",
        row_id(),
        sa.Column("trigger_id", NUMBER, nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("address_key", sa.String(length=64), nullable=False),
        sa.Column("chapter", sa.Integer(), server_default="1", nullable=False),
        sa.Column("parent_id", NUMBER, nullable=True),
        sa.Column("campaign", sa.String(length=120), nullable=False),
        sa.Column("story_id", sa.String(length=120), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("sender_id", sa.String(length=120), nullable=False),
        sa.Column("state", sa.String(length=12), server_default="pending", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("obstacles", sa.Integer(), server_default="0", nullable=False),
        sa.Column("warnings", sa.Integer(), server_default="0", nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("why", Json, nullable=False),
        sa.Column("group_owner", sa.String(length=120), nullable=True),
        sa.Column("assignee", sa.String(length=120), nullable=True),
        sa.Column("good_until", sa.Date(), nullable=False),
        sa.Column("run_at", UTCDateTime(), nullable=True),
        sa.Column("snoozed_until", UTCDateTime(), nullable=True),
        sa.Column("snooze_for_update", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("trigger_version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("replaced_by", NUMBER, nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=True),
        sa.Column("decided_by", sa.String(length=120), nullable=True),
        sa.Column("opened_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(_REASON_KNOWN, name=op.f("ck_drafts_reason_known")),
        sa.CheckConstraint(
            "state IN ('pending', 'snoozed', 'approved', 'rejected', 'expired', 'superseded', 'done')",
            name=op.f("ck_drafts_state_known"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_drafts_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_drafts_contact_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["drafts.id"], name=op.f("fk_drafts_parent_id")),
        sa.ForeignKeyConstraint(["replaced_by"], ["drafts.id"], name=op.f("fk_drafts_replaced_by")),
        sa.ForeignKeyConstraint(["sender_id"], ["teammates.id"], name=op.f("fk_drafts_sender_id")),
        sa.ForeignKeyConstraint(["trigger_id"], ["triggers.id"], name=op.f("fk_drafts_trigger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    _drafts_indexes()


def _drafts_indexes() -> None:
    op.create_index("ix_drafts_account", "drafts", ["account_id", "state"], unique=False)
    op.create_index("ix_drafts_blocked", "drafts", ["state", "obstacles"], unique=False)
    op.create_index("ix_drafts_clock", "drafts", ["state", "run_at"], unique=False)
    op.create_index("ix_drafts_contact", "drafts", ["contact_id", "state"], unique=False)
    op.create_index("ix_drafts_decider", "drafts", ["decided_by", "decided_at"], unique=False)
    op.create_index("ix_drafts_made", "drafts", ["made_at"], unique=False)
    op.create_index("ix_drafts_mine", "drafts", ["state", "assignee", "score", "id"], unique=False)
    op.create_index("ix_drafts_moved", "drafts", ["updated_at", "id"], unique=False)
    op.create_index("ix_drafts_queue", "drafts", ["state", "score", "id"], unique=False)
    op.create_index("ix_drafts_trigger", "drafts", ["trigger_id"], unique=False)
    op.create_index(
        "uq_drafts_open_address",
        "drafts",
        ["address_key"],
        unique=True,
        sqlite_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
        postgresql_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
    )
    op.create_index(
        "uq_drafts_open_event",
        "drafts",
        ["trigger_id", "account_id", "chapter"],
        unique=True,
        sqlite_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
        postgresql_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
    )


def comments() -> None:
    op.create_table(
        "comments",
        row_id(),
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("author", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_comments_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
    )
    op.create_index(op.f("ix_comments_draft_id"), "comments", ["draft_id"], unique=False)


def draft_versions() -> None:
    op.create_table(
        "draft_versions",
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("subject_segments", Json, nullable=False),
        sa.Column("segments", Json, nullable=False),
        sa.Column("findings", Json, nullable=False),
        sa.Column("measures", Json, nullable=False),
        sa.Column("vouched", Json, nullable=False),
        sa.Column("brief", Json, nullable=False),
        sa.Column("variant", sa.String(length=20), nullable=False),
        sa.Column("story_version", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=120), nullable=False),
        sa.Column("cause", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("erased_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_draft_versions_draft_id")),
        sa.PrimaryKeyConstraint("draft_id", "version", name=op.f("pk_draft_versions")),
        sa.UniqueConstraint(
            "draft_id", "version", "content_hash", name=op.f("uq_draft_versions_draft_id_version_content_hash")
        ),
    )


def approvals() -> None:
    op.create_table(
        "approvals",
        row_id(),
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("approved_by", sa.String(length=120), nullable=False),
        sa.Column("approved_at", UTCDateTime(), nullable=False),
        sa.Column("idempotency_key", sa.String(length=64), nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id", "version", "content_hash"],
            ["draft_versions.draft_id", "draft_versions.version", "draft_versions.content_hash"],
            name="fk_approvals_version",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
        sa.UniqueConstraint("draft_id", "version", name=op.f("uq_approvals_draft_id_version")),
        sa.UniqueConstraint(
            "id", "draft_id", "version", "content_hash", name=op.f("uq_approvals_id_draft_id_version_content_hash")
        ),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_approvals_idempotency_key")),
        sa.UniqueConstraint("message_id", name=op.f("uq_approvals_message_id")),
    )


def handoffs() -> None:
    op.create_table(
        "handoffs",
        row_id(),
        sa.Column("approval_id", NUMBER, nullable=False),
        sa.Column("draft_id", NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=12), server_default="held", nullable=False),
        sa.Column("release_at", UTCDateTime(), nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("sender_id", sa.String(length=120), nullable=False),
        sa.Column("address_key", sa.String(length=64), nullable=False),
        sa.Column("domain_key", sa.String(length=64), nullable=False),
        sa.Column("account_key", sa.String(length=64), nullable=False),
        sa.Column("message", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("location", sa.Text(), nullable=True),
        sa.Column("handed_off_at", UTCDateTime(), nullable=True),
        sa.Column("run_at", UTCDateTime(), nullable=True),
        sa.Column("retry_at", UTCDateTime(), nullable=True),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('held', 'sending', 'handed_off', 'failed', 'uncertain', 'cancelled')",
            name=op.f("ck_handoffs_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["approval_id", "draft_id", "version", "content_hash"],
            ["approvals.id", "approvals.draft_id", "approvals.version", "approvals.content_hash"],
            name="fk_handoffs_approval",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoffs")),
        sa.UniqueConstraint("approval_id", name=op.f("uq_handoffs_approval_id")),
    )
    op.create_index(op.f("ix_handoffs_draft_id"), "handoffs", ["draft_id"], unique=False)
    op.create_index("ix_handoffs_due", "handoffs", ["state", "run_at"], unique=False)
    op.create_index(
        "uq_handoffs_live_draft",
        "handoffs",
        ["draft_id"],
        unique=True,
        sqlite_where=sa.text("state <> 'cancelled'"),
        postgresql_where=sa.text("state <> 'cancelled'"),
    )


def attempts() -> None:
    op.create_table(
        "attempts",
        row_id(),
        sa.Column("handoff_id", NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("finished_at", UTCDateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["handoff_id"], ["handoffs.id"], name=op.f("fk_attempts_handoff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
        sa.UniqueConstraint("handoff_id", "number", name=op.f("uq_attempts_handoff_id_number")),
    )
