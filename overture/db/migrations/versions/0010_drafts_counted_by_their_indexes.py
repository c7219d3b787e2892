"""Keep the drafts of PostgreSQL so that their lists are counted by the indexes alone

The server counts by an index alone where it knows that a page holds no row in the making, and learns that by vacuum,
which by itself comes after a fifth of the table. Until then it reads the whole table for each count of a tab.
"""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SOONER = ("autovacuum_vacuum_scale_factor", "autovacuum_vacuum_insert_scale_factor", "autovacuum_analyze_scale_factor")


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE drafts SET ({', '.join(f'{name} = 0.02' for name in _SOONER)})")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"ALTER TABLE drafts RESET ({', '.join(_SOONER)})")
