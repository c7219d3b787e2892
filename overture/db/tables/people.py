"""Accounts, contacts and what we know of them. Rows that leave a file are retired, never deleted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from campaigns.workspace import Function, LawfulBasis, Level, Lifecycle, Medium, Seniority, TieKind, WhyTheyCare
from overture.db.tables.base import metadata, one_of, row_id
from overture.db.types import Json, UTCDateTime


def kept() -> list[Column[Any]]:
    """`origin` says whether a file or a person's words brought the row; `retired_at`, since when a file lacks it."""
    return [
        Column("origin", String(8), nullable=False, server_default="file"),
        Column("retired_at", UTCDateTime),
    ]


accounts = Table(
    "accounts",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("name", Text, nullable=False),
    Column("domain", Text),
    Column("aliases", Json, nullable=False),
    Column("country", String(2)),
    Column("industry", Text),
    Column("employees", Integer),
    Column("lifecycle", String(12), nullable=False),
    Column("owner", String(120)),
    Column("tags", Json, nullable=False),
    Column("parent", String(120)),
    Column("day_one", Date),
    Column("renewal_on", Date),
    Column("why_they_care", String(12)),
    Column("why_asked_on", Date),
    Column("measure_name", Text),
    Column("measure_value", Text),
    Column("measure_on", Date),
    Column("champion", String(120)),
    Column("notes", Text),
    Column("revision", Integer, nullable=False, server_default="0"),  # the import that changed it last, counted
    *kept(),
    one_of("lifecycle", Lifecycle),
    Index("ix_accounts_domain", "domain"),
    Index("ix_accounts_name", "name"),
    Index("ix_accounts_revision", "revision"),
    Index("ix_accounts_parent", "parent"),
)

# What people taught: a name that also means this account.
account_names = Table(
    "account_names",
    metadata,
    row_id(),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("folded", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("taught_by", String(120), nullable=False),
    Column("taught_at", UTCDateTime, nullable=False),
    UniqueConstraint("account_id", "folded"),
)

never_matches = Table(
    "never_matches",
    metadata,
    row_id(),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("folded", Text, nullable=False),
    Column("context", String(200), nullable=False, server_default=""),  # domain of the other firm, where known
    Column("taught_by", String(120), nullable=False),
    Column("taught_at", UTCDateTime, nullable=False),
    UniqueConstraint("account_id", "folded", "context"),
)

teammates = Table(
    "teammates",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("title", Text),
    Column("time_zone", String(64)),
    Column("signature", Text),
    Column("channel", String(20)),
    *kept(),
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("last_name", Text),
    Column("salutation", Text),
    Column("email", Text),
    Column("address_key", String(64), index=True),  # keyed hash of the normalised address
    Column("role", Text),
    Column("seniority", String(12), nullable=False),
    Column("function", String(12), nullable=False),
    Column("language", String(8), nullable=False),
    Column("time_zone", String(64)),
    Column("medium", String(12), nullable=False),
    Column("lawful_basis", String(20), nullable=False),
    Column("source", Text),
    Column("verified_on", Date),
    Column("tags", Json, nullable=False),
    *kept(),
    one_of("seniority", Seniority),
    one_of("function", Function),
    one_of("medium", Medium),
    one_of("lawful_basis", LawfulBasis),
)

concerns = Table(
    "concerns",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False, index=True),
    Column("level", String(20), nullable=False),
    Column("statement", Text, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("heard_on", Date, nullable=False, index=True),
    Column("heard_by", String(120)),
    Column("quote", Text),
    Column("source", Text),
    Column("shareable", Boolean, nullable=False),
    *kept(),
    one_of("level", Level),
    one_of("kind", ("concern", "aspiration")),
)

interests = Table(
    "interests",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False, index=True),
    Column("topic", Text, nullable=False),
    Column("evidence", Text),
    Column("on", Date),
    *kept(),
)

ties = Table(
    "ties",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("teammate_id", ForeignKey("teammates.id"), nullable=False, index=True),
    Column("contact_id", ForeignKey("contacts.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("strength", Integer, nullable=False),
    Column("since", Date),
    Column("last_touch", Date),
    Column("evidence", Text),
    *kept(),
    one_of("kind", TieKind),
    CheckConstraint("strength BETWEEN 1 AND 5", name="strength_1_to_5"),
    # All that a question asks of ties, so that no row is looked up.
    Index("ix_ties_contact", "contact_id", "retired_at", "strength", "kind", "teammate_id"),
)

# Why a customer cares, each time that somebody asked. The newest of these and of the file's is what holds.
why_answers = Table(
    "why_answers",
    metadata,
    row_id(),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("contact_id", ForeignKey("contacts.id")),
    Column("why_they_care", String(12), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("asked_by", String(120)),
    Column("words", Text),
    Column("noted_at", UTCDateTime, nullable=False),
    one_of("why_they_care", WhyTheyCare),
    Index("ix_why_answers_account", "account_id", "asked_on"),
)

suppressions = Table(
    "suppressions",
    metadata,
    row_id(),
    Column("kind", String(8), nullable=False),
    Column("value_hash", String(64), nullable=False),  # keyed hash; survives the erasure of the value
    Column("value", Text),
    Column("reason", Text),
    Column("origin", String(12), nullable=False),  # file, reject, opt_out, bounce, erased
    Column("since", UTCDateTime, nullable=False),
    Column("lifted_at", UTCDateTime),
    Column("lifted_by", String(120)),
    UniqueConstraint("kind", "value_hash"),
    one_of("kind", ("address", "domain", "account")),
)

# A question in the ask language under a name; campaigns, pages and commands ask it as `saved:NAME`.
saved_questions = Table(
    "saved_questions",
    metadata,
    row_id(),
    Column("name", String(60), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("saved_by", String(120), nullable=False),
    Column("saved_at", UTCDateTime, nullable=False),
)
