"""Indexes for the lists of the review pages

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_drafts_mine", "drafts", ["state", "assignee", "score", "id"])
    op.create_index("ix_drafts_blocked", "drafts", ["state", "obstacles"])
    op.create_index("ix_drafts_moved", "drafts", ["updated_at", "id"])
    op.create_index("ix_drafts_decider", "drafts", ["decided_by", "decided_at"])


def downgrade() -> None:
    for name in ("ix_drafts_decider", "ix_drafts_moved", "ix_drafts_blocked", "ix_drafts_mine"):
        op.drop_index(name, table_name="drafts")
