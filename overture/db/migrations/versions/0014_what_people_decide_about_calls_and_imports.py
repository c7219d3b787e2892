"""Who was asked to call instead, until when, and what was answered; and which ties came with one import"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import Json, UTCDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False)


def upgrade() -> None:
    op.create_table(
        "call_acts",
        _id(),
        sa.Column("contact_id", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("teammate_id", sa.String(120)),
        sa.Column("until", sa.Date()),
        sa.Column("why", sa.Text()),
        sa.Column("concern_id", sa.String(64)),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("undone_at", UTCDateTime()),
        sa.Column("undone_by", sa.String(120)),
        sa.CheckConstraint("kind IN ('handed_over', 'snoozed', 'answered')", name=op.f("ck_call_acts_kind_known")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_call_acts_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_acts")),
    )
    op.create_index("ix_call_acts_contact", "call_acts", ["contact_id", "at"])
    op.create_table(
        "tie_imports",
        _id(),
        sa.Column("teammate_id", sa.String(120), nullable=False),
        sa.Column("source", sa.String(8), nullable=False),
        sa.Column("ties", sa.Integer(), nullable=False),
        sa.Column("before", Json, nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("undone_at", UTCDateTime()),
        sa.Column("undone_by", sa.String(120)),
        sa.CheckConstraint("source IN ('linkedin', 'vcard', 'mbox', 'csv')", name=op.f("ck_tie_imports_source_known")),
        sa.ForeignKeyConstraint(["teammate_id"], ["teammates.id"], name=op.f("fk_tie_imports_teammate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tie_imports")),
    )
    op.create_index(op.f("ix_tie_imports_at"), "tie_imports", ["at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_tie_imports_at"), table_name="tie_imports")
    op.drop_table("tie_imports")
    op.drop_index("ix_call_acts_contact", table_name="call_acts")
    op.drop_table("call_acts")
