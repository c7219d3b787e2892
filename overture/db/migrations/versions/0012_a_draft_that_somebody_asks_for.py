"""Which story, and whom, somebody asks a draft about an event for, and what came of it"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import Json

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("triggers", sa.Column("wish", Json))


def downgrade() -> None:
    op.drop_column("triggers", "wish")
