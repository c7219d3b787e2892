"""What is removed and can be put back, what was let go for its age, and what authors keep beside a story"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import Json, UTCDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sources", sa.Column("removed", Json))
    op.create_table(
        "retention_runs",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("began_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime()),
        sa.Column("counts", Json, nullable=False),
        sa.Column("walked", Json, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention_runs")),
    )
    op.create_table(
        "story_pins",
        sa.Column("story_id", sa.String(120), nullable=False),
        sa.Column("sample", sa.String(40), nullable=False),
        sa.Column("pinned_by", sa.String(120), nullable=False),
        sa.Column("pinned_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("story_id", "sample", name=op.f("pk_story_pins")),
    )
    op.create_table(
        "unsaved_stories",
        sa.Column("story_id", sa.String(120), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("user_id", sa.String(120), nullable=False),
        sa.Column("base", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("kept_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_unsaved_stories_user_id")),
        sa.PrimaryKeyConstraint("story_id", "language", "user_id", name=op.f("pk_unsaved_stories")),
    )
    op.create_index("ix_unsaved_stories_user_id", "unsaved_stories", ["user_id", "kept_at"])


def downgrade() -> None:
    op.drop_index("ix_unsaved_stories_user_id", table_name="unsaved_stories")
    for table in ("unsaved_stories", "story_pins", "retention_runs"):
        op.drop_table(table)
    op.drop_column("sources", "removed")
