"""A text that comes back

Restoring an earlier version of a story makes a new one with the old words, so two versions may hold the same text.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ONCE = "uq_story_versions_story_id_language_content_hash"


def upgrade() -> None:
    with op.batch_alter_table("story_versions") as table:
        table.drop_constraint(_ONCE, type_="unique")


def downgrade() -> None:
    with op.batch_alter_table("story_versions") as table:
        table.create_unique_constraint(_ONCE, ["story_id", "language", "content_hash"])
