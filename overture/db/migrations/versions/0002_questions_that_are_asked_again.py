"""Questions that are asked again

A question in the ask language that somebody keeps under a name, for pages, commands and campaigns.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_questions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_by", sa.String(length=120), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_questions")),
        sa.UniqueConstraint("name", name=op.f("uq_saved_questions_name")),
    )


def downgrade() -> None:
    op.drop_table("saved_questions")
