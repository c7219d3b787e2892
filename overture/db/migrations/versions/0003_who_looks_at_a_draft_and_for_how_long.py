"""Who looks at a draft now, how it was looked at before it was decided, and what a reject asks for instead."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("drafts", sa.Column("wanted", sa.String(120)))
    op.create_table(
        "presences",
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.String(120), nullable=False),
        sa.Column("doing", sa.String(8), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("seen_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_presences_draft_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_presences_user_id")),
        sa.PrimaryKeyConstraint("draft_id", "user_id", name=op.f("pk_presences")),
        sa.CheckConstraint("doing IN ('reading', 'editing')", name=op.f("ck_presences_doing_known")),
    )
    op.create_index("ix_presences_seen_at", "presences", ["seen_at"])
    op.create_table(
        "looks",
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.String(120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("began_at", UTCDateTime(), nullable=False),
        sa.Column("decided_at", UTCDateTime()),
        sa.Column("decision", sa.String(12)),
        sa.Column("claims", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("sighted", sa.Integer(), nullable=False, server_default="0"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_looks_draft_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_looks_user_id")),
        sa.PrimaryKeyConstraint("draft_id", "user_id", "version", name=op.f("pk_looks")),
    )
    op.create_index("ix_looks_decided", "looks", ["user_id", "decided_at"])


def downgrade() -> None:
    op.drop_index("ix_looks_decided", table_name="looks")
    op.drop_table("looks")
    op.drop_index("ix_presences_seen_at", table_name="presences")
    op.drop_table("presences")
    op.drop_column("drafts", "wanted")
