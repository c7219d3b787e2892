"""The tables of what came of messages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.migrations.first.columns import NUMBER, row_id
from overture.db.types import UTCDateTime


def outcomes() -> None:
    op.create_table(
        "outcomes",
        row_id(),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("draft_id", NUMBER, nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("origin", sa.String(length=8), server_default="hand", nullable=False),
        sa.Column("noted_by", sa.String(length=120), nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('replied', 'meeting', 'won', 'lost', 'bounced', 'opted_out', 'complained')",
            name=op.f("ck_outcomes_kind_known"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_outcomes_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_outcomes_contact_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_outcomes_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("external_id", name=op.f("uq_outcomes_external_id")),
    )
    op.create_index("ix_outcomes_account", "outcomes", ["account_id", "at"], unique=False)
    op.create_index("ix_outcomes_contact", "outcomes", ["contact_id", "at"], unique=False)
    op.create_index(op.f("ix_outcomes_draft_id"), "outcomes", ["draft_id"], unique=False)


def promises_made() -> None:
    op.create_table(
        "promises_made",
        row_id(),
        sa.Column("promise_id", sa.String(length=120), nullable=True),
        sa.Column("draft_id", NUMBER, nullable=True),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_by", sa.String(length=120), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=12), server_default="made", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('made', 'kept', 'broken', 'released', 'withdrawn')", name=op.f("ck_promises_made_state_known")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_promises_made_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_promises_made_contact_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_promises_made_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promises_made")),
        sa.UniqueConstraint("draft_id", "promise_id", name=op.f("uq_promises_made_draft_id_promise_id")),
    )
    op.create_index(op.f("ix_promises_made_account_id"), "promises_made", ["account_id"], unique=False)


def touches() -> None:
    op.create_table(
        "touches",
        row_id(),
        sa.Column("handoff_id", NUMBER, nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("sender_id", sa.String(length=120), nullable=False),
        sa.Column("campaign", sa.String(length=120), nullable=False),
        sa.Column("chapter", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("standing", sa.String(length=12), server_default="assumed", nullable=False),
        sa.CheckConstraint("standing IN ('assumed', 'confirmed', 'denied')", name=op.f("ck_touches_standing_known")),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_touches_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_touches_contact_id")),
        sa.ForeignKeyConstraint(["handoff_id"], ["handoffs.id"], name=op.f("fk_touches_handoff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touches")),
        sa.UniqueConstraint("handoff_id", name=op.f("uq_touches_handoff_id")),
    )
    op.create_index("ix_touches_account", "touches", ["account_id", "at"], unique=False)
    op.create_index("ix_touches_at", "touches", ["at"], unique=False)
    op.create_index("ix_touches_contact", "touches", ["contact_id", "at"], unique=False)
