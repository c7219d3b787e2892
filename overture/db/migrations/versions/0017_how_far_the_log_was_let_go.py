"""How far the log was let go for its age: the seal from which its chain goes on"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import UTCDateTime

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "audit_cuts",
        sa.Column("up_to_id", key, autoincrement=False, nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.Column("older_than", UTCDateTime(), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("up_to_id", name=op.f("pk_audit_cuts")),
    )


def downgrade() -> None:
    op.drop_table("audit_cuts")
