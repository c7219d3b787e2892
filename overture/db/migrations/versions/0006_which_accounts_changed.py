"""Which accounts changed

Every import numbers the accounts that it changed or retired, so that a running process takes up only those.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("accounts", sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
    op.create_index(op.f("ix_accounts_revision"), "accounts", ["revision"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_accounts_revision"), table_name="accounts")
    with op.batch_alter_table("accounts") as table:
        table.drop_column("revision")
