"""From an event to a meeting, in numbers: how far drafts came, how long deciding took, what was changed. Reads only.

Counted are events first heard, drafts made and decisions taken since a moment. A draft has come as far as its own rows
say: approved and not taken back, handed off, answered by an outcome that names it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any, Literal, get_args

from rapidfuzz.distance import Levenshtein
from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select

from campaigns.experiment import Rate
from campaigns.review import DraftState, HandoffState
from overture.db.people_outcomes import ANSWERS
from overture.db.tables import accounts, draft_versions, drafts, entries, handoffs, mentions, outcomes, triggers
from overture.db.views_fared import how_many

Group = Literal["story", "subject", "source", "campaign", "industry", "country"]
GROUPS: tuple[Group, ...] = get_args(Group)
_APPROVED = (DraftState.APPROVED, DraftState.DONE)
_MEETINGS = ("meeting", "won")
_MOST = 100  # groups
_TIMES = 10_000  # decisions, the latest
_EDITS = 300


@dataclass(frozen=True, slots=True)
class Reach:
    """How many drafts of a group came how far; `group` is empty where it is not known."""

    group: str
    drafts: int
    approved: int
    handed_off: int
    replied: int
    meetings: int

    @property
    def answered(self) -> Rate:
        """Of those that were handed off, or are known to have arrived by their answer."""
        return Rate(self.replied, max(self.replied, self.handed_off))


@dataclass(frozen=True, slots=True)
class Heard:
    """Events, and how many of them were about an account."""

    events: int
    at_accounts: int


@dataclass(frozen=True, slots=True)
class Deciding:
    """Seconds from draft to decision that half, and nine in ten, took at most; None where nothing was decided.
    `changed` is the share of words, 0..1, that differ in the middle one of the approved drafts that somebody edited."""

    decided: int
    half: float | None
    most: float | None
    approved: int
    edited: int
    changed: float | None
    reasons: tuple[tuple[str, int], ...]  # of rejections, the most frequent first


def heard(connection: Connection, *, since: datetime) -> Heard:
    t = triggers.c
    new = (t.first_seen_at >= since) & t.merged_into.is_(None)
    row = connection.execute(select(func.count(), func.count(t.account_id)).where(new)).one()
    return Heard(row[0], row[1])


def reached(connection: Connection, *, since: datetime) -> Reach:
    """All drafts made since."""
    row: tuple[Any, ...] = tuple(connection.execute(select(*_steps()).where(drafts.c.made_at >= since)).one())
    return Reach("", *row)


def reached_by(connection: Connection, group: str, *, since: datetime) -> tuple[Reach, ...]:
    """Drafts made since, by one of `GROUPS`, the largest first."""
    query, key = _grouped(group)
    rows = query.add_columns(*_steps()).where(drafts.c.made_at >= since).group_by(key)
    found = connection.execute(rows.order_by(func.count().desc(), key).limit(_MOST))
    return tuple(Reach(row[0] or "", *row[1:]) for row in found)


def deciding(connection: Connection, *, since: datetime) -> Deciding:
    d = drafts.c
    decided = (d.decided_at >= since) & d.state.in_((*_APPROVED, DraftState.REJECTED))
    query = select(d.made_at, d.decided_at).where(decided).order_by(d.decided_at.desc())
    rows = connection.execute(query.limit(_TIMES))
    taken = sorted((row.decided_at - row.made_at).total_seconds() for row in rows)
    many = func.count()
    refused = select(d.reason, many).where(decided, d.state == DraftState.REJECTED, d.reason.is_not(None))
    reasons = connection.execute(refused.group_by(d.reason).order_by(many.desc(), d.reason))
    approved = decided & d.state.in_(_APPROVED)
    total, edited = connection.execute(select(many, how_many(_edited())).select_from(drafts).where(approved)).one()
    changed = sorted(_changes(connection, approved))
    return Deciding(
        decided=connection.scalar(select(many).where(decided)) or 0,
        half=_at(taken, 0.5), most=_at(taken, 0.9), approved=total, edited=edited, changed=_at(changed, 0.5),
        reasons=tuple((row[0], row[1]) for row in reasons),
    )  # fmt: skip


def _at(values: list[float], share: float) -> float | None:
    """The value that this share of them does not pass."""
    return values[max(0, ceil(len(values) * share) - 1)] if values else None


def _changes(connection: Connection, approved: ColumnElement[bool]) -> list[float]:
    """Of approved drafts that somebody edited and whose words are still there: the share of words that differ."""
    told, left, d = draft_versions.alias(), draft_versions.alias(), drafts.c
    query = (
        select(told.c.body, left.c.body)
        .select_from(drafts)
        .join(told, and_(told.c.draft_id == d.id, told.c.version == 1))
        .join(left, and_(left.c.draft_id == d.id, left.c.version == d.version))
        .where(approved, _edited(), left.c.erased_at.is_(None), told.c.erased_at.is_(None))
        .order_by(d.decided_at.desc())
        .limit(_EDITS)
    )
    return [Levenshtein.normalized_distance(one.split(), other.split()) for one, other in connection.execute(query)]


def _edited() -> ColumnElement[bool]:
    """Somebody typed into it; taking the story's own words again is an edit with a note."""
    v = draft_versions.c
    return exists().where(v.draft_id == drafts.c.id, v.cause == "edit", v.note.is_(None))


def _steps() -> tuple[ColumnElement[int], ...]:
    d = drafts.c
    left = exists().where(handoffs.c.draft_id == d.id, handoffs.c.state == HandoffState.HANDED_OFF)
    approved = d.state.in_(_APPROVED)
    return func.count(d.id), *map(how_many, (approved, left, _came(ANSWERS), _came(_MEETINGS)))


def _came(kinds: tuple[str, ...]) -> ColumnElement[bool]:
    return exists().where(outcomes.c.draft_id == drafts.c.id, outcomes.c.kind.in_(kinds))


def _grouped(group: str) -> tuple[Select[Any], ColumnElement[Any]]:
    """A query that has only the group's key yet, and that key."""
    d = drafts.c
    if group == "subject":
        v = draft_versions.c
        key: ColumnElement[Any] = d.story_id + ": " + v.variant
        shown = (v.draft_id == d.id) & (v.version == d.version)
        return select(key).select_from(drafts).join(draft_versions, shown), key
    if group in ("industry", "country"):
        key = accounts.c[group]
        return select(key).select_from(drafts).join(accounts, accounts.c.id == d.account_id), key
    if group == "source":
        inner = mentions.alias()
        first = select(func.min(inner.c.id)).where(inner.c.trigger_id == d.trigger_id).scalar_subquery()
        told = select(drafts).outerjoin(mentions, mentions.c.id == first)
        told = told.outerjoin(entries, entries.c.id == mentions.c.entry_id)
        return told.with_only_columns(entries.c.source_id), entries.c.source_id
    key = d.story_id if group == "story" else d.campaign
    return select(key), key
