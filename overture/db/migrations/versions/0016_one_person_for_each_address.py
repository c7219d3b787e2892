"""One person for each address

Whoever gave an address first keeps it; later ones go on signing in by their ids, and may type another.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    users = sa.table("users", *map(sa.column, ("id", "email", "made_at")))
    first = users.alias()
    same = (sa.func.lower(first.c.email) == sa.func.lower(users.c.email)) & (first.c.id != users.c.id)
    earlier = (first.c.made_at < users.c.made_at) | ((first.c.made_at == users.c.made_at) & (first.c.id < users.c.id))
    op.execute(sa.update(users).where(sa.exists().where(same, earlier)).values(email=None))
    op.create_index("uq_users_email", "users", [sa.text("lower(email)")], unique=True)


def downgrade() -> None:
    op.drop_index("uq_users_email", table_name="users")
