"""The tables of what is known: accounts, people, and what they said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from overture.db.migrations.first.columns import NUMBER, row_id
from overture.db.types import Json, UTCDateTime


def accounts() -> None:
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


def suppressions() -> None:
    op.create_table(
        "suppressions",
        row_id(),
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


def account_names() -> None:
    op.create_table(
        "account_names",
        row_id(),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("taught_by", sa.String(length=120), nullable=False),
        sa.Column("taught_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_account_names_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_names")),
        sa.UniqueConstraint("account_id", "folded", name=op.f("uq_account_names_account_id_folded")),
    )


def contacts() -> None:
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
            "function IN ('sales', 'marketing', 'finance', 'product', 'engineering', 'operations', 'people', 'legal', "
            "'other')",
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


def never_matches() -> None:
    op.create_table(
        "never_matches",
        row_id(),
        sa.Column("account_id", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("context", sa.String(length=200), server_default="", nullable=False),
        sa.Column("taught_by", sa.String(length=120), nullable=False),
        sa.Column("taught_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_never_matches_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_never_matches")),
        sa.UniqueConstraint("account_id", "folded", "context", name=op.f("uq_never_matches_account_id_folded_context")),
    )


def concerns() -> None:
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


def interests() -> None:
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


def questions() -> None:
    op.create_table(
        "questions",
        row_id(),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("trigger_id", NUMBER, nullable=True),
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


def ties() -> None:
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


def why_answers() -> None:
    op.create_table(
        "why_answers",
        row_id(),
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
