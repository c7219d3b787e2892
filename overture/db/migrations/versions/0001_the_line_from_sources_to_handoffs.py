"""The line: from sources to handoffs

Before you write SQL here: the migration may be killed at any statement and run again, and an old worker may still be
at work. Add columns with defaults; drop nothing that a released version reads.
"""

from __future__ import annotations

from alembic import op

from overture.db.migrations.first import after, house, known, line, review

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A table stands behind those it points to.
TABLES = (
    known.accounts,
    house.audit,
    house.audit_seals,
    house.config_files,
    house.heartbeats,
    line.hosts,
    house.setup_tokens,
    line.sources,
    house.story_versions,
    known.suppressions,
    house.switches,
    house.teammates,
    house.users,
    known.account_names,
    known.contacts,
    line.entries,
    known.never_matches,
    house.sessions,
    line.triggers,
    known.concerns,
    review.drafts,
    known.interests,
    line.matches,
    line.mentions,
    line.nos,
    known.questions,
    known.ties,
    line.trigger_keys,
    known.why_answers,
    review.comments,
    review.draft_versions,
    after.outcomes,
    after.promises_made,
    review.approvals,
    review.handoffs,
    review.attempts,
    after.touches,
)


def upgrade() -> None:
    for make in TABLES:
        make()


def downgrade() -> None:
    for make in reversed(TABLES):
        op.drop_table(make.__name__)
