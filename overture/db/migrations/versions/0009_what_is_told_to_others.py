"""What is told to others

Web hooks and tests of the way out wait in a table of their own. Its first row is the turn to look what is to be told,
so that an installation whose settings name a web hook already is looked at without anybody touching a file.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import Json, UTCDateTime, db_now

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    notices = op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("thing", sa.String(length=200), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("asked_by", sa.String(length=120), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(length=8), server_default="waiting", nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("location", sa.Text(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("run_at", UTCDateTime(), nullable=True),
        sa.Column("retry_at", UTCDateTime(), nullable=True),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint("channel IN ('webhook', 'mail', 'look')", name=op.f("ck_notices_channel_known")),
        sa.CheckConstraint("state IN ('waiting', 'done', 'failed')", name=op.f("ck_notices_state_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sa.UniqueConstraint("key", name=op.f("uq_notices_key")),
    )
    op.create_index("ix_notices_due", "notices", ["state", "run_at"], unique=False)
    op.create_index("ix_notices_channel", "notices", ["channel", "id"], unique=False)
    look = {"channel": "look", "event": "look", "thing": "-", "key": "look", "payload": {}}
    op.execute(notices.insert().values(**look, made_at=db_now(), run_at=db_now()))


def downgrade() -> None:
    op.drop_table("notices")
