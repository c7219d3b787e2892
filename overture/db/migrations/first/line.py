"""The tables of the line, from sources to events and what was made of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.migrations.first.columns import NUMBER, row_id
from overture.db.types import Json, UTCDateTime

KIND_KNOWN = (
    "kind IN ('funding', 'acquisition', 'ipo', 'executive_hire', 'executive_departure', 'layoffs', 'expansion', "
    "'product_launch', 'partnership', 'contract_win', 'earnings', 'regulatory', 'security_incident', 'day_one', "
    "'check_in_30', 'check_in_60', 'check_in_90', 'renewal_120', 'renewal_90', 'renewal_60', 'renewal_30', "
    "'quiet_customer', 'follow_up_due', 'we_published')"
)


def hosts() -> None:
    op.create_table(
        "hosts",
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_hosts")),
    )


def sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("config", Json, nullable=False),
        sa.Column("config_hash", sa.String(length=32), nullable=False),
        sa.Column("own", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("state", sa.String(length=12), server_default="active", nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("last_modified", sa.Text(), nullable=True),
        sa.Column("first_pass_done", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("last_attempt_at", UTCDateTime(), nullable=True),
        sa.Column("last_success_at", UTCDateTime(), nullable=True),
        sa.Column("last_full_at", UTCDateTime(), nullable=True),
        sa.Column("last_new_at", UTCDateTime(), nullable=True),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.Column("health", Json, nullable=False),
        sa.Column("run_at", UTCDateTime(), nullable=True),
        sa.Column("retry_at", UTCDateTime(), nullable=True),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('active', 'paused', 'gone', 'quarantined', 'retired')", name=op.f("ck_sources_state_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
    )
    op.create_index("ix_sources_due", "sources", ["state", "run_at"], unique=False)


def entries() -> None:
    op.create_table(
        "entries",
        row_id(),
        sa.Column("source_id", sa.String(length=120), nullable=False),
        sa.Column("entry_key", sa.String(length=32), nullable=False),
        sa.Column("guid", sa.Text(), nullable=True),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("published_at", UTCDateTime(), nullable=True),
        sa.Column("fetched_at", UTCDateTime(), nullable=False),
        sa.Column("first_pass", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("clean_title", sa.Text(), nullable=True),
        sa.Column("clean_text", sa.Text(), nullable=True),
        sa.Column("vetoed", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=12), server_default="new", nullable=False),
        sa.Column("run_at", UTCDateTime(), nullable=True),
        sa.Column("retry_at", UTCDateTime(), nullable=True),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('new', 'read', 'set_aside', 'quarantined')", name=op.f("ck_entries_state_known")),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_entries_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("source_id", "entry_key", name=op.f("uq_entries_source_id_entry_key")),
    )
    op.create_index("ix_entries_due", "entries", ["state", "run_at"], unique=False)


def triggers() -> None:
    op.create_table(
        "triggers",
        row_id(),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("company_key", sa.String(length=200), nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=True),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.Column("disagreements", Json, nullable=False),
        sa.Column("chosen", Json, nullable=False),
        sa.Column("event_on", sa.Date(), nullable=False),
        sa.Column("first_seen_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("outlets", sa.Integer(), server_default="1", nullable=False),
        sa.Column("merged_into", NUMBER, nullable=True),
        sa.Column("moved", Json, nullable=True),
        sa.Column("why_no_draft", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=12), server_default="due", nullable=False),
        sa.Column("run_at", UTCDateTime(), nullable=True),
        sa.Column("retry_at", UTCDateTime(), nullable=True),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            KIND_KNOWN,
            name=op.f("ck_triggers_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('due', 'asked', 'unmatched', 'set_aside', 'merged', 'dismissed')",
            name=op.f("ck_triggers_state_known"),
        ),
        sa.CheckConstraint(
            "status IN ('announced', 'planned', 'rumoured', 'denied')", name=op.f("ck_triggers_status_known")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_triggers_account_id")),
        sa.ForeignKeyConstraint(["merged_into"], ["triggers.id"], name=op.f("fk_triggers_merged_into")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_triggers")),
    )
    op.create_index("ix_triggers_account", "triggers", ["account_id", "event_on"], unique=False)
    op.create_index("ix_triggers_company", "triggers", ["company_key", "kind", "event_on"], unique=False)
    op.create_index("ix_triggers_due", "triggers", ["state", "run_at"], unique=False)


def matches() -> None:
    op.create_table(
        "matches",
        row_id(),
        sa.Column("trigger_id", NUMBER, nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("method", sa.String(length=20), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("parts", Json, nullable=False),
        sa.Column("runners_up", Json, nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_matches_account_id")),
        sa.ForeignKeyConstraint(["trigger_id"], ["triggers.id"], name=op.f("fk_matches_trigger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matches")),
        sa.UniqueConstraint("trigger_id", "account_id", name=op.f("uq_matches_trigger_id_account_id")),
    )
    op.create_index(op.f("ix_matches_account_id"), "matches", ["account_id"], unique=False)


def mentions() -> None:
    op.create_table(
        "mentions",
        row_id(),
        sa.Column("entry_id", NUMBER, nullable=False),
        sa.Column("trigger_id", NUMBER, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("company", sa.Text(), nullable=False),
        sa.Column("company_key", sa.String(length=200), nullable=False),
        sa.Column("discriminator", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("facts", Json, nullable=False),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("told_at", UTCDateTime(), nullable=False),
        sa.Column("resolution", Json, nullable=True),
        sa.CheckConstraint(
            KIND_KNOWN,
            name=op.f("ck_mentions_kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('announced', 'planned', 'rumoured', 'denied')", name=op.f("ck_mentions_status_known")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_mentions_entry_id")),
        sa.ForeignKeyConstraint(["trigger_id"], ["triggers.id"], name=op.f("fk_mentions_trigger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
        sa.UniqueConstraint(
            "entry_id",
            "kind",
            "company_key",
            "discriminator",
            name=op.f("uq_mentions_entry_id_kind_company_key_discriminator"),
        ),
    )
    op.create_index(op.f("ix_mentions_trigger_id"), "mentions", ["trigger_id"], unique=False)


def nos() -> None:
    op.create_table(
        "nos",
        row_id(),
        sa.Column("trigger_id", NUMBER, nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=True),
        sa.Column("campaign", sa.String(length=120), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence", Json, nullable=False),
        sa.Column("better_served_by", sa.Text(), nullable=True),
        sa.Column("revisit_on", sa.Date(), nullable=True),
        sa.Column("revisited_at", UTCDateTime(), nullable=True),
        sa.Column("said_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_nos_account_id")),
        sa.ForeignKeyConstraint(["trigger_id"], ["triggers.id"], name=op.f("fk_nos_trigger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nos")),
    )
    op.create_index(op.f("ix_nos_revisit_on"), "nos", ["revisit_on"], unique=False)
    op.create_index(op.f("ix_nos_trigger_id"), "nos", ["trigger_id"], unique=False)
    # NULL is not equal to NULL, so the key of a no without an account is an expression.
    op.create_index(
        "uq_nos_key", "nos", ["trigger_id", sa.text("coalesce(account_id, '')"), "campaign", "rule"], unique=True
    )


def trigger_keys() -> None:
    op.create_table(
        "trigger_keys",
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("company_key", sa.String(length=200), nullable=False),
        sa.Column("discriminator", sa.String(length=200), nullable=False),
        sa.Column("trigger_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["trigger_id"], ["triggers.id"], name=op.f("fk_trigger_keys_trigger_id")),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_trigger_keys")),
    )
    op.create_index(op.f("ix_trigger_keys_trigger_id"), "trigger_keys", ["trigger_id"], unique=False)
