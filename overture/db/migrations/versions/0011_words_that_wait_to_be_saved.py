"""Words that somebody types into a draft and has not saved yet, for them alone"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import UTCDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "unsaved",
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("user_id", sa.String(120), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("kept_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_unsaved_draft_id")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_unsaved_user_id")),
        sa.PrimaryKeyConstraint("draft_id", "user_id", name=op.f("pk_unsaved")),
    )
    op.create_index("ix_unsaved_user_id", "unsaved", ["user_id", "kept_at"])


def downgrade() -> None:
    op.drop_index("ix_unsaved_user_id", table_name="unsaved")
    op.drop_table("unsaved")
