"""How the drafts of stories fared with the people who decide: told, waiting, taken without a change. Reads only.

Untouched is a draft that was approved with the story's own words: nobody typed into it, or it was taken back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, or_, select

from campaigns.experiment import NOTHING, Rate
from campaigns.review import DraftState
from overture.db.tables import draft_versions, drafts

Key = tuple[str, str]  # story id, language
RECENT = timedelta(days=30)
_APPROVED = (DraftState.APPROVED, DraftState.DONE)
_DECIDED = (*_APPROVED, DraftState.REJECTED)


@dataclass(frozen=True, slots=True)
class Fared:
    """Drafts of one story in one language."""

    states: dict[str, int] = field(default_factory=dict)  # how many are in each state
    recent: int = 0  # told in the last 30 days
    untouched: Rate = NOTHING  # approved with the story's own words, of those decided


def fared(connection: Connection, *, now: datetime) -> dict[Key, Fared]:
    """Of every story and language that has drafts."""
    d = drafts.c
    columns = (
        d.story_id, d.language, d.state, func.count(), how_many(d.made_at >= now - RECENT),
        how_many(and_(d.state.in_(_APPROVED), _untouched())),
    )  # fmt: skip
    found: dict[Key, Fared] = {}
    for story_id, language, state, many, recent, own in connection.execute(
        select(*columns).group_by(d.story_id, d.language, d.state)
    ):
        one = found.get((story_id, language), Fared())
        rate = Rate(one.untouched.hits + own, one.untouched.n + (many if state in _DECIDED else 0))
        found[story_id, language] = Fared(one.states | {state: many}, one.recent + recent, rate)
    return found


def by_variant(connection: Connection, story_id: str, language: str, *, since: int) -> dict[str, Rate]:
    """Subject → how often it went untouched, of the decided drafts that were told with version `since` or a later one.

    Counted is the subject that the draft was told with; where a person took another one, it did not go untouched.
    """
    d, told, shown = drafts.c, draft_versions.alias(), draft_versions.alias()
    own = and_(d.state.in_(_APPROVED), shown.c.variant == told.c.variant, _untouched())
    grouped = (
        select(told.c.variant, func.count(), how_many(own))
        .select_from(drafts)
        .join(told, and_(told.c.draft_id == d.id, told.c.version == 1))
        .join(shown, and_(shown.c.draft_id == d.id, shown.c.version == d.version))
        .where(d.story_id == story_id, d.language == language, d.state.in_(_DECIDED), told.c.story_version >= since)
        .group_by(told.c.variant)
    )
    return {variant: Rate(hits, n) for variant, n, hits in connection.execute(grouped)}


def how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Of the rows of a group, those for which it holds."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _untouched() -> ColumnElement[bool]:
    """Nobody typed into it, or it says again, to the letter, what the story told."""
    typed, own = draft_versions.alias(), draft_versions.alias()
    typed_in = exists().where(typed.c.draft_id == drafts.c.id, typed.c.cause == "edit", typed.c.note.is_(None))
    by_story = or_(own.c.cause == "render", and_(own.c.cause == "edit", own.c.note.is_not(None)))
    again = exists().where(own.c.draft_id == drafts.c.id, by_story, own.c.content_hash == drafts.c.content_hash)
    return or_(drafts.c.version == 1, ~typed_in, again)
