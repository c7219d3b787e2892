"""The line: from sources to handoffs

Before you write SQL here: the migration may be killed at any statement and run again, and an old worker may still be
at work. Add columns with defaults; drop nothing that a released version reads.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.types import Json, UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=True),
        sa.Column("aliases", Json, nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("industry", sa.Text(), nullable=True),
        sa.Column("employees", sa.Integer(), nullable=True),
        sa.Column("lifecycle", sa.String(length=12), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=True),
        sa.Column("tags", Json, nullable=False),
        sa.Column("parent", sa.String(length=120), nullable=True),
        sa.Column("day_one", sa.Date(), nullable=True),
        sa.Column("renewal_on", sa.Date(), nullable=True),
        sa.Column("why_they_care", sa.String(length=12), nullable=True),
        sa.Column("why_asked_on", sa.Date(), nullable=True),
        sa.Column("measure_name", sa.Text(), nullable=True),
        sa.Column("measure_value", sa.Text(), nullable=True),
        sa.Column("measure_on", sa.Date(), nullable=True),
        sa.Column("champion", sa.String(length=120), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("origin", sa.String(length=8), server_default="file", nullable=False),
        sa.Column("retired_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "lifecycle IN ('prospect', 'customer', 'former', 'partner', 'competitor')",
            name=op.f("ck_accounts_lifecycle_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accounts")),
    )
    op.create_index("ix_accounts_domain", "accounts", ["domain"], unique=False)
    op.create_index("ix_accounts_parent", "accounts", ["parent"], unique=False)
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("actor", sa.String(length=120), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("thing", sa.String(length=20), nullable=False),
        sa.Column("thing_id", sa.String(length=120), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=True),
        sa.Column("after", sa.String(length=64), nullable=True),
        sa.Column("codes", Json, nullable=False),
        sa.Column("request_id", sa.String(length=40), nullable=True),
        sa.Column("origin", sa.String(length=8), nullable=False),
        sa.CheckConstraint("origin IN ('ui', 'api', 'cli', 'system')", name=op.f("ck_audit_origin_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_thing", "audit", ["thing", "thing_id"], unique=False)
    op.create_table(
        "audit_seals",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("first_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("last_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("sealed_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seals")),
        sa.UniqueConstraint("first_id", name=op.f("uq_audit_seals_first_id")),
        sa.UniqueConstraint("last_id", name=op.f("uq_audit_seals_last_id")),
    )
    op.create_table(
        "config_files",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", UTCDateTime(), nullable=True),
        sa.Column("seen_at", UTCDateTime(), nullable=False),
        sa.Column("problems", Json, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_config_files")),
    )
    op.create_table(
        "heartbeats",
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("host", sa.String(length=80), nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("seen_at", UTCDateTime(), nullable=False),
        sa.Column("ended", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("owner", name=op.f("pk_heartbeats")),
    )
    op.create_table(
        "hosts",
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_hosts")),
    )
    op.create_table(
        "setup_tokens",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("used_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_setup_tokens")),
    )
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
    op.create_table(
        "story_versions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("story_id", sa.String(length=120), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("findings", Json, nullable=False),
        sa.Column("author", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_versions")),
        sa.UniqueConstraint(
            "story_id", "language", "content_hash", name=op.f("uq_story_versions_story_id_language_content_hash")
        ),
        sa.UniqueConstraint(
            "story_id", "language", "version", name=op.f("uq_story_versions_story_id_language_version")
        ),
    )
    op.create_table(
        "suppressions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("value_hash", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("origin", sa.String(length=12), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("lifted_at", UTCDateTime(), nullable=True),
        sa.Column("lifted_by", sa.String(length=120), nullable=True),
        sa.CheckConstraint("kind IN ('address', 'domain', 'account')", name=op.f("ck_suppressions_kind_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppressions")),
        sa.UniqueConstraint("kind", "value_hash", name=op.f("uq_suppressions_kind_value_hash")),
    )
    op.create_table(
        "switches",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("turned_by", sa.String(length=120), nullable=False),
        sa.Column("turned_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_switches")),
    )
    op.create_table(
        "teammates",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=True),
        sa.Column("signature", sa.Text(), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("origin", sa.String(length=8), server_default="file", nullable=False),
        sa.Column("retired_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teammates")),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("disabled_at", UTCDateTime(), nullable=True),
        sa.Column("preferences", Json, nullable=False),
        sa.CheckConstraint(
            "role IN ('viewer', 'reviewer', 'author', 'ops', 'admin')", name=op.f("ck_users_role_known")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    )
    op.create_table(
        "account_names",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("taught_by", sa.String(length=120), nullable=False),
        sa.Column("taught_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_account_names_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_names")),
        sa.UniqueConstraint("account_id", "folded", name=op.f("uq_account_names_account_id_folded")),
    )
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=120), nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=True),
        sa.Column("salutation", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("address_key", sa.String(length=64), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("seniority", sa.String(length=12), nullable=False),
        sa.Column("function", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=True),
        sa.Column("medium", sa.String(length=12), nullable=False),
        sa.Column("lawful_basis", sa.String(length=20), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("tags", Json, nullable=False),
        sa.Column("origin", sa.String(length=8), server_default="file", nullable=False),
        sa.Column("retired_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "function IN ('sales', 'marketing', 'finance', 'product', 'engineering', 'operations', 'people', 'legal', 'other')",
            name=op.f("ck_contacts_function_known"),
        ),
        sa.CheckConstraint(
            "lawful_basis IN ('consent', 'contract', 'legitimate_interest', 'none')",
            name=op.f("ck_contacts_lawful_basis_known"),
        ),
        sa.CheckConstraint("medium IN ('email', 'phone', 'linkedin', 'post')", name=op.f("ck_contacts_medium_known")),
        sa.CheckConstraint(
            "seniority IN ('c_level', 'vp', 'director', 'manager', 'other')", name=op.f("ck_contacts_seniority_known")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_contacts_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_account_id"), "contacts", ["account_id"], unique=False)
    op.create_index(op.f("ix_contacts_address_key"), "contacts", ["address_key"], unique=False)
    op.create_table(
        "entries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
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
    op.create_table(
        "never_matches",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("context", sa.String(length=200), server_default="", nullable=False),
        sa.Column("taught_by", sa.String(length=120), nullable=False),
        sa.Column("taught_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_never_matches_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_never_matches")),
        sa.UniqueConstraint("account_id", "folded", "context", name=op.f("uq_never_matches_account_id_folded_context")),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=120), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("seen_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("address", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sessions_user_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_user_id"), "sessions", ["user_id"], unique=False)
    op.create_table(
        "triggers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
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
        sa.Column("merged_into", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
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
            "kind IN ('funding', 'acquisition', 'ipo', 'executive_hire', 'executive_departure', 'layoffs', 'expansion', 'product_launch', 'partnership', 'contract_win', 'earnings', 'regulatory', 'security_incident', 'day_one', 'check_in_30', 'check_in_60', 'check_in_90', 'renewal_120', 'renewal_90', 'renewal_60', 'renewal_30', 'quiet_customer', 'follow_up_due', 'we_published')",
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
    op.create_table(
        "concerns",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("heard_on", sa.Date(), nullable=False),
        sa.Column("heard_by", sa.String(length=120), nullable=True),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("shareable", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(length=8), server_default="file", nullable=False),
        sa.Column("retired_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('concern', 'aspiration')", name=op.f("ck_concerns_kind_known")),
        sa.CheckConstraint(
            "level IN ('makes_their_day', 'outcomes', 'responsibilities', 'tasks', 'broken')",
            name=op.f("ck_concerns_level_known"),
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_concerns_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concerns")),
    )
    op.create_index(op.f("ix_concerns_contact_id"), "concerns", ["contact_id"], unique=False)
    op.create_index(op.f("ix_concerns_heard_on"), "concerns", ["heard_on"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("trigger_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("address_key", sa.String(length=64), nullable=False),
        sa.Column("chapter", sa.Integer(), server_default="1", nullable=False),
        sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("campaign", sa.String(length=120), nullable=False),
        sa.Column("story_id", sa.String(length=120), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("sender_id", sa.String(length=120), nullable=False),
        sa.Column("state", sa.String(length=12), server_default="pending", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("obstacles", sa.Integer(), server_default="0", nullable=False),
        sa.Column("warnings", sa.Integer(), server_default="0", nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("why", Json, nullable=False),
        sa.Column("group_owner", sa.String(length=120), nullable=True),
        sa.Column("assignee", sa.String(length=120), nullable=True),
        sa.Column("good_until", sa.Date(), nullable=False),
        sa.Column("run_at", UTCDateTime(), nullable=True),
        sa.Column("snoozed_until", UTCDateTime(), nullable=True),
        sa.Column("snooze_for_update", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("trigger_version", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("replaced_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("decided_at", UTCDateTime(), nullable=True),
        sa.Column("decided_by", sa.String(length=120), nullable=True),
        sa.Column("opened_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "reason IN ('wrong_company', 'not_a_trigger', 'old_news', 'wrong_person', 'bad_timing', 'wrong_story', 'sounds_like_us', 'wrong_fact', 'do_not_contact', 'other')",
            name=op.f("ck_drafts_reason_known"),
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'snoozed', 'approved', 'rejected', 'expired', 'superseded', 'done')",
            name=op.f("ck_drafts_state_known"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_drafts_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_drafts_contact_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["drafts.id"], name=op.f("fk_drafts_parent_id")),
        sa.ForeignKeyConstraint(["replaced_by"], ["drafts.id"], name=op.f("fk_drafts_replaced_by")),
        sa.ForeignKeyConstraint(["sender_id"], ["teammates.id"], name=op.f("fk_drafts_sender_id")),
        sa.ForeignKeyConstraint(["trigger_id"], ["triggers.id"], name=op.f("fk_drafts_trigger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_index("ix_drafts_account", "drafts", ["account_id", "state"], unique=False)
    op.create_index("ix_drafts_blocked", "drafts", ["state", "obstacles"], unique=False)
    op.create_index("ix_drafts_clock", "drafts", ["state", "run_at"], unique=False)
    op.create_index("ix_drafts_contact", "drafts", ["contact_id", "state"], unique=False)
    op.create_index("ix_drafts_decider", "drafts", ["decided_by", "decided_at"], unique=False)
    op.create_index("ix_drafts_made", "drafts", ["made_at"], unique=False)
    op.create_index("ix_drafts_mine", "drafts", ["state", "assignee", "score", "id"], unique=False)
    op.create_index("ix_drafts_moved", "drafts", ["updated_at", "id"], unique=False)
    op.create_index("ix_drafts_queue", "drafts", ["state", "score", "id"], unique=False)
    op.create_index("ix_drafts_trigger", "drafts", ["trigger_id"], unique=False)
    op.create_index(
        "uq_drafts_open_address",
        "drafts",
        ["address_key"],
        unique=True,
        sqlite_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
        postgresql_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
    )
    op.create_index(
        "uq_drafts_open_event",
        "drafts",
        ["trigger_id", "account_id", "chapter"],
        unique=True,
        sqlite_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
        postgresql_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
    )
    op.create_table(
        "interests",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("origin", sa.String(length=8), server_default="file", nullable=False),
        sa.Column("retired_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_interests_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interests")),
    )
    op.create_index(op.f("ix_interests_contact_id"), "interests", ["contact_id"], unique=False)
    op.create_table(
        "matches",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("trigger_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
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
    op.create_table(
        "mentions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("entry_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("trigger_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
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
            "kind IN ('funding', 'acquisition', 'ipo', 'executive_hire', 'executive_departure', 'layoffs', 'expansion', 'product_launch', 'partnership', 'contract_win', 'earnings', 'regulatory', 'security_incident', 'day_one', 'check_in_30', 'check_in_60', 'check_in_90', 'renewal_120', 'renewal_90', 'renewal_60', 'renewal_30', 'quiet_customer', 'follow_up_due', 'we_published')",
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
    op.create_table(
        "nos",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("trigger_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
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
    op.create_table(
        "questions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("trigger_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("account_id", sa.String(length=120), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("choices", Json, nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("state", sa.String(length=12), server_default="open", nullable=False),
        sa.Column("answer", Json, nullable=True),
        sa.Column("answered_by", sa.String(length=120), nullable=True),
        sa.Column("answered_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('which_account', 'needs_contact')", name=op.f("ck_questions_kind_known")),
        sa.CheckConstraint("state IN ('open', 'answered', 'withdrawn')", name=op.f("ck_questions_state_known")),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_questions_account_id")),
        sa.ForeignKeyConstraint(["trigger_id"], ["triggers.id"], name=op.f("fk_questions_trigger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
        sa.UniqueConstraint("kind", "subject", name=op.f("uq_questions_kind_subject")),
    )
    op.create_table(
        "ties",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("teammate_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("last_touch", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("origin", sa.String(length=8), server_default="file", nullable=False),
        sa.Column("retired_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('worked_with', 'introduced', 'met', 'customer_of', 'studied_with', 'other')",
            name=op.f("ck_ties_kind_known"),
        ),
        sa.CheckConstraint("strength BETWEEN 1 AND 5", name=op.f("ck_ties_strength_1_to_5")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_ties_contact_id")),
        sa.ForeignKeyConstraint(["teammate_id"], ["teammates.id"], name=op.f("fk_ties_teammate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ties")),
    )
    op.create_index(op.f("ix_ties_contact_id"), "ties", ["contact_id"], unique=False)
    op.create_index(op.f("ix_ties_teammate_id"), "ties", ["teammate_id"], unique=False)
    op.create_table(
        "trigger_keys",
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("company_key", sa.String(length=200), nullable=False),
        sa.Column("discriminator", sa.String(length=200), nullable=False),
        sa.Column("trigger_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["trigger_id"], ["triggers.id"], name=op.f("fk_trigger_keys_trigger_id")),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_trigger_keys")),
    )
    op.create_index(op.f("ix_trigger_keys_trigger_id"), "trigger_keys", ["trigger_id"], unique=False)
    op.create_table(
        "why_answers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=True),
        sa.Column("why_they_care", sa.String(length=12), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by", sa.String(length=120), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("noted_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint(
            "why_they_care IN ('need_us', 'ok', 'who_are_you')", name=op.f("ck_why_answers_why_they_care_known")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_why_answers_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_why_answers_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_why_answers")),
    )
    op.create_index("ix_why_answers_account", "why_answers", ["account_id", "asked_on"], unique=False)
    op.create_table(
        "comments",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_comments_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
    )
    op.create_index(op.f("ix_comments_draft_id"), "comments", ["draft_id"], unique=False)
    op.create_table(
        "draft_versions",
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("subject_segments", Json, nullable=False),
        sa.Column("segments", Json, nullable=False),
        sa.Column("findings", Json, nullable=False),
        sa.Column("measures", Json, nullable=False),
        sa.Column("vouched", Json, nullable=False),
        sa.Column("brief", Json, nullable=False),
        sa.Column("variant", sa.String(length=20), nullable=False),
        sa.Column("story_version", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=120), nullable=False),
        sa.Column("cause", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("erased_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_draft_versions_draft_id")),
        sa.PrimaryKeyConstraint("draft_id", "version", name=op.f("pk_draft_versions")),
        sa.UniqueConstraint(
            "draft_id", "version", "content_hash", name=op.f("uq_draft_versions_draft_id_version_content_hash")
        ),
    )
    op.create_table(
        "outcomes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("origin", sa.String(length=8), server_default="hand", nullable=False),
        sa.Column("noted_by", sa.String(length=120), nullable=False),
        sa.Column("external_id", sa.String(length=200), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('replied', 'meeting', 'won', 'lost', 'bounced', 'opted_out', 'complained')",
            name=op.f("ck_outcomes_kind_known"),
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_outcomes_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_outcomes_contact_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_outcomes_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("external_id", name=op.f("uq_outcomes_external_id")),
    )
    op.create_index("ix_outcomes_account", "outcomes", ["account_id", "at"], unique=False)
    op.create_index("ix_outcomes_contact", "outcomes", ["contact_id", "at"], unique=False)
    op.create_index(op.f("ix_outcomes_draft_id"), "outcomes", ["draft_id"], unique=False)
    op.create_table(
        "promises_made",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("promise_id", sa.String(length=120), nullable=True),
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_by", sa.String(length=120), nullable=True),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=12), server_default="made", nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('made', 'kept', 'broken', 'released', 'withdrawn')", name=op.f("ck_promises_made_state_known")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_promises_made_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_promises_made_contact_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name=op.f("fk_promises_made_draft_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promises_made")),
        sa.UniqueConstraint("draft_id", "promise_id", name=op.f("uq_promises_made_draft_id_promise_id")),
    )
    op.create_index(op.f("ix_promises_made_account_id"), "promises_made", ["account_id"], unique=False)
    op.create_table(
        "approvals",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("approved_by", sa.String(length=120), nullable=False),
        sa.Column("approved_at", UTCDateTime(), nullable=False),
        sa.Column("idempotency_key", sa.String(length=64), nullable=False),
        sa.Column("message_id", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id", "version", "content_hash"],
            ["draft_versions.draft_id", "draft_versions.version", "draft_versions.content_hash"],
            name="fk_approvals_version",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
        sa.UniqueConstraint("draft_id", "version", name=op.f("uq_approvals_draft_id_version")),
        sa.UniqueConstraint(
            "id", "draft_id", "version", "content_hash", name=op.f("uq_approvals_id_draft_id_version_content_hash")
        ),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_approvals_idempotency_key")),
        sa.UniqueConstraint("message_id", name=op.f("uq_approvals_message_id")),
    )
    op.create_table(
        "handoffs",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("approval_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("draft_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=12), server_default="held", nullable=False),
        sa.Column("release_at", UTCDateTime(), nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("sender_id", sa.String(length=120), nullable=False),
        sa.Column("address_key", sa.String(length=64), nullable=False),
        sa.Column("domain_key", sa.String(length=64), nullable=False),
        sa.Column("account_key", sa.String(length=64), nullable=False),
        sa.Column("message", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("location", sa.Text(), nullable=True),
        sa.Column("handed_off_at", UTCDateTime(), nullable=True),
        sa.Column("run_at", UTCDateTime(), nullable=True),
        sa.Column("retry_at", UTCDateTime(), nullable=True),
        sa.Column("owner", sa.String(length=80), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "state IN ('held', 'sending', 'handed_off', 'failed', 'uncertain', 'cancelled')",
            name=op.f("ck_handoffs_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["approval_id", "draft_id", "version", "content_hash"],
            ["approvals.id", "approvals.draft_id", "approvals.version", "approvals.content_hash"],
            name="fk_handoffs_approval",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoffs")),
        sa.UniqueConstraint("approval_id", name=op.f("uq_handoffs_approval_id")),
    )
    op.create_index(op.f("ix_handoffs_draft_id"), "handoffs", ["draft_id"], unique=False)
    op.create_index("ix_handoffs_due", "handoffs", ["state", "run_at"], unique=False)
    op.create_index(
        "uq_handoffs_live_draft",
        "handoffs",
        ["draft_id"],
        unique=True,
        sqlite_where=sa.text("state <> 'cancelled'"),
        postgresql_where=sa.text("state <> 'cancelled'"),
    )
    op.create_table(
        "attempts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("handoff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("finished_at", UTCDateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["handoff_id"], ["handoffs.id"], name=op.f("fk_attempts_handoff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
        sa.UniqueConstraint("handoff_id", "number", name=op.f("uq_attempts_handoff_id_number")),
    )
    op.create_table(
        "touches",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("handoff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("sender_id", sa.String(length=120), nullable=False),
        sa.Column("campaign", sa.String(length=120), nullable=False),
        sa.Column("chapter", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("standing", sa.String(length=12), server_default="assumed", nullable=False),
        sa.CheckConstraint("standing IN ('assumed', 'confirmed', 'denied')", name=op.f("ck_touches_standing_known")),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_touches_account_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_touches_contact_id")),
        sa.ForeignKeyConstraint(["handoff_id"], ["handoffs.id"], name=op.f("fk_touches_handoff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touches")),
        sa.UniqueConstraint("handoff_id", name=op.f("uq_touches_handoff_id")),
    )
    op.create_index("ix_touches_account", "touches", ["account_id", "at"], unique=False)
    op.create_index("ix_touches_at", "touches", ["at"], unique=False)
    op.create_index("ix_touches_contact", "touches", ["contact_id", "at"], unique=False)
    # NULL is not equal to NULL, so the key of a no without an account is an expression.
    op.create_index(
        "uq_nos_key", "nos", ["trigger_id", sa.text("coalesce(account_id, '')"), "campaign", "rule"], unique=True
    )


def downgrade() -> None:
    op.drop_index("ix_touches_contact", table_name="touches")
    op.drop_index("ix_touches_at", table_name="touches")
    op.drop_index("ix_touches_account", table_name="touches")
    op.drop_table("touches")
    op.drop_table("attempts")
    op.drop_index(
        "uq_handoffs_live_draft",
        table_name="handoffs",
        sqlite_where=sa.text("state <> 'cancelled'"),
        postgresql_where=sa.text("state <> 'cancelled'"),
    )
    op.drop_index("ix_handoffs_due", table_name="handoffs")
    op.drop_index(op.f("ix_handoffs_draft_id"), table_name="handoffs")
    op.drop_table("handoffs")
    op.drop_table("approvals")
    op.drop_index(op.f("ix_promises_made_account_id"), table_name="promises_made")
    op.drop_table("promises_made")
    op.drop_index(op.f("ix_outcomes_draft_id"), table_name="outcomes")
    op.drop_index("ix_outcomes_contact", table_name="outcomes")
    op.drop_index("ix_outcomes_account", table_name="outcomes")
    op.drop_table("outcomes")
    op.drop_table("draft_versions")
    op.drop_index(op.f("ix_comments_draft_id"), table_name="comments")
    op.drop_table("comments")
    op.drop_index("ix_why_answers_account", table_name="why_answers")
    op.drop_table("why_answers")
    op.drop_index(op.f("ix_trigger_keys_trigger_id"), table_name="trigger_keys")
    op.drop_table("trigger_keys")
    op.drop_index(op.f("ix_ties_teammate_id"), table_name="ties")
    op.drop_index(op.f("ix_ties_contact_id"), table_name="ties")
    op.drop_table("ties")
    op.drop_table("questions")
    op.drop_index(op.f("ix_nos_trigger_id"), table_name="nos")
    op.drop_index(op.f("ix_nos_revisit_on"), table_name="nos")
    op.drop_table("nos")
    op.drop_index(op.f("ix_mentions_trigger_id"), table_name="mentions")
    op.drop_table("mentions")
    op.drop_index(op.f("ix_matches_account_id"), table_name="matches")
    op.drop_table("matches")
    op.drop_index(op.f("ix_interests_contact_id"), table_name="interests")
    op.drop_table("interests")
    op.drop_index(
        "uq_drafts_open_event",
        table_name="drafts",
        sqlite_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
        postgresql_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
    )
    op.drop_index(
        "uq_drafts_open_address",
        table_name="drafts",
        sqlite_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
        postgresql_where=sa.text("state IN ('approved', 'pending', 'snoozed')"),
    )
    op.drop_index("ix_drafts_trigger", table_name="drafts")
    op.drop_index("ix_drafts_queue", table_name="drafts")
    op.drop_index("ix_drafts_moved", table_name="drafts")
    op.drop_index("ix_drafts_mine", table_name="drafts")
    op.drop_index("ix_drafts_made", table_name="drafts")
    op.drop_index("ix_drafts_decider", table_name="drafts")
    op.drop_index("ix_drafts_contact", table_name="drafts")
    op.drop_index("ix_drafts_clock", table_name="drafts")
    op.drop_index("ix_drafts_blocked", table_name="drafts")
    op.drop_index("ix_drafts_account", table_name="drafts")
    op.drop_table("drafts")
    op.drop_index(op.f("ix_concerns_heard_on"), table_name="concerns")
    op.drop_index(op.f("ix_concerns_contact_id"), table_name="concerns")
    op.drop_table("concerns")
    op.drop_index("ix_triggers_due", table_name="triggers")
    op.drop_index("ix_triggers_company", table_name="triggers")
    op.drop_index("ix_triggers_account", table_name="triggers")
    op.drop_table("triggers")
    op.drop_index(op.f("ix_sessions_user_id"), table_name="sessions")
    op.drop_table("sessions")
    op.drop_table("never_matches")
    op.drop_index("ix_entries_due", table_name="entries")
    op.drop_table("entries")
    op.drop_index(op.f("ix_contacts_address_key"), table_name="contacts")
    op.drop_index(op.f("ix_contacts_account_id"), table_name="contacts")
    op.drop_table("contacts")
    op.drop_table("account_names")
    op.drop_table("users")
    op.drop_table("teammates")
    op.drop_table("switches")
    op.drop_table("suppressions")
    op.drop_table("story_versions")
    op.drop_index("ix_sources_due", table_name="sources")
    op.drop_table("sources")
    op.drop_table("setup_tokens")
    op.drop_table("hosts")
    op.drop_table("heartbeats")
    op.drop_table("config_files")
    op.drop_table("audit_seals")
    op.drop_index("ix_audit_thing", table_name="audit")
    op.drop_table("audit")
    op.drop_index("ix_accounts_parent", table_name="accounts")
    op.drop_index("ix_accounts_domain", table_name="accounts")
    op.drop_table("accounts")
