"""Tell the strongest tie of a contact by an index alone, and read accounts in the order of their names"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_ties_contact", "ties", ["contact_id", "retired_at", "strength", "kind", "teammate_id"])
    op.drop_index("ix_ties_contact_id", table_name="ties")
    op.create_index("ix_accounts_name", "accounts", ["name"])


def downgrade() -> None:
    op.drop_index("ix_accounts_name", table_name="accounts")
    op.create_index("ix_ties_contact_id", "ties", ["contact_id"])
    op.drop_index("ix_ties_contact", table_name="ties")
