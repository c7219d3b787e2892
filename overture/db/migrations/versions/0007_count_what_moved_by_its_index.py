"""Count what was decided today by an index alone"""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_drafts_moved", table_name="drafts")
    op.create_index("ix_drafts_moved", "drafts", ["updated_at", "id", "state"])


def downgrade() -> None:
    op.drop_index("ix_drafts_moved", table_name="drafts")
    op.create_index("ix_drafts_moved", "drafts", ["updated_at", "id"])
