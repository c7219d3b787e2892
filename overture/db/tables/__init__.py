"""The tables, one file per part of the line. Names are the plural of the glossary's words.

Keys, states and the approval gate are constraints here and triggers in `overture.db.guards`, never look-ups.
"""

from overture.db.tables.aftermath import OUTCOMES, outcomes, promises_made, touches
from overture.db.tables.api import api_answers, api_tokens
from overture.db.tables.base import metadata
from overture.db.tables.calls import call_acts, tie_imports
from overture.db.tables.line import entries, mentions, sources, trigger_keys, triggers
from overture.db.tables.notices import notices
from overture.db.tables.people import (
    account_names,
    accounts,
    concerns,
    contacts,
    interests,
    never_matches,
    saved_questions,
    suppressions,
    teammates,
    ties,
    why_answers,
)
from overture.db.tables.review import (
    approvals,
    attempts,
    comments,
    draft_versions,
    drafts,
    handoffs,
)
from overture.db.tables.running import (
    audit,
    audit_cuts,
    audit_seals,
    config_files,
    heartbeats,
    installation,
    retention_runs,
    sessions,
    setup_tokens,
    switches,
    users,
)
from overture.db.tables.saying import matches, nos, questions, story_versions
from overture.db.tables.watching import looks, presences, story_pins, unsaved, unsaved_stories

__all__ = [
    "OUTCOMES",
    "account_names",
    "accounts",
    "api_answers",
    "api_tokens",
    "approvals",
    "attempts",
    "audit",
    "audit_cuts",
    "audit_seals",
    "call_acts",
    "comments",
    "concerns",
    "config_files",
    "contacts",
    "draft_versions",
    "drafts",
    "entries",
    "handoffs",
    "heartbeats",
    "installation",
    "interests",
    "looks",
    "matches",
    "mentions",
    "metadata",
    "never_matches",
    "nos",
    "notices",
    "outcomes",
    "presences",
    "promises_made",
    "questions",
    "retention_runs",
    "saved_questions",
    "sessions",
    "setup_tokens",
    "sources",
    "story_pins",
    "story_versions",
    "suppressions",
    "switches",
    "teammates",
    "tie_imports",
    "ties",
    "touches",
    "trigger_keys",
    "triggers",
    "unsaved",
    "unsaved_stories",
    "users",
    "why_answers",
]
