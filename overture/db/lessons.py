"""What rejections have taught: names, sources, campaigns, stories and people they speak of. Reads only."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from campaigns.review import DraftState, RejectReason
from overture.db.tables import (
    accounts,
    contacts,
    drafts,
    entries,
    mentions,
    never_matches,
    sources,
    suppressions,
)

ENOUGH = 3  # equal reasons in one campaign within a week make a suggestion
_WEEK = timedelta(days=7)
_MOST = 50


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One reason that comes again and again in one campaign, and what could be changed there."""

    campaign: str
    reason: str
    count: int
    drafts: tuple[int, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Precision:
    """Of what a source or a campaign brought to a decision: how much was approved, and how much was no trigger."""

    id: str
    name: str
    approved: int
    decided: int
    not_a_trigger: int

    @property
    def share(self) -> float:
        return self.approved / self.decided


@dataclass(frozen=True, slots=True)
class Told:
    """How often a story was refused for what it is, of how often it was decided."""

    story: str
    decided: int
    wrong_story: int
    sounds_like_us: int


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was learned: what, since when, from which draft where that is known."""

    what: str
    at: datetime
    by: str | None
    draft_id: int | None = None
    account_id: str | None = None


@dataclass(frozen=True, slots=True)
class Lessons:
    suggestions: tuple[Suggestion, ...]
    sources: tuple[Precision, ...]
    campaigns: tuple[Precision, ...]
    stories: tuple[Told, ...]
    names: tuple[Line, ...]
    people: tuple[Line, ...]
    facts: tuple[Line, ...]
    left_alone: tuple[Line, ...]
    stopped: tuple[Line, ...]


_SAYS = {
    RejectReason.OLD_NEWS: "Let it look back less far: a smaller age in its `when`.",
    RejectReason.NOT_A_TRIGGER: "Ask for less: a narrower `when`, or without the source that brings these.",
    RejectReason.WRONG_COMPANY: "Look at the names of these accounts: an alias may be too common a word.",
    RejectReason.WRONG_PERSON: "Say in its `who` whom it is for.",
    RejectReason.BAD_TIMING: "Give it a longer pause: a smaller cap per account.",
    RejectReason.WRONG_STORY: "Give it another story, or another order of its stories.",
    RejectReason.SOUNDS_LIKE_US: "Rewrite its story: it speaks more of us than of them.",
    RejectReason.WRONG_FACT: "Look at what was read: the same mistake may stand in other drafts.",
    RejectReason.DO_NOT_CONTACT: "Look at whom it writes to: several have asked to be left alone.",
}


def lessons(connection: Connection, *, now: datetime, days: int = 30) -> Lessons:
    """Everything that was taught lately; suggestions look at the last seven days."""
    since = now - timedelta(days=days)
    return Lessons(
        suggestions(connection, now=now),
        _by_source(connection, since),
        _by_campaign(connection, since),
        _stories(connection, since),
        _names(connection),
        _rejected(connection, since, RejectReason.WRONG_PERSON, contacts.c.name, "is not the one to write to"),
        _rejected(connection, since, RejectReason.WRONG_FACT, accounts.c.name, "a fact is wrong"),
        _rejected(connection, now - timedelta(days=90), RejectReason.BAD_TIMING, accounts.c.name, "is left alone"),
        _stopped(connection),
    )


def suggestions(connection: Connection, *, now: datetime) -> tuple[Suggestion, ...]:
    """Campaigns where one reason was given three times in seven days."""
    lately = (drafts.c.state == DraftState.REJECTED) & (drafts.c.decided_at > now - _WEEK)
    query = select(drafts.c.id, drafts.c.campaign, drafts.c.reason).where(lately, drafts.c.reason != "other")
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in connection.execute(query.order_by(drafts.c.id)):
        found[row.campaign, row.reason].append(row.id)
    often = [(key, ids) for key, ids in found.items() if len(ids) >= ENOUGH]
    return tuple(
        Suggestion(campaign, reason, len(ids), tuple(ids[-5:]), _SAYS[RejectReason(reason)])
        for (campaign, reason), ids in sorted(often, key=lambda pair: -len(pair[1]))
    )


def times(connection: Connection, campaign: str, reason: str, *, now: datetime) -> int:
    """How often a campaign's drafts were rejected for this reason in seven days, counted up to a hundred."""
    lately = (drafts.c.state == DraftState.REJECTED) & (drafts.c.decided_at > now - _WEEK)
    same = (drafts.c.campaign == campaign) & (drafts.c.reason == reason)
    found = select(drafts.c.id).where(lately, same).limit(100).subquery()
    return connection.scalar(select(func.count()).select_from(found)) or 0


_YES = (DraftState.APPROVED, DraftState.DONE)
_CLOSED = (*_YES, DraftState.REJECTED)


def _by_source(connection: Connection, since: datetime) -> tuple[Precision, ...]:
    name = func.coalesce(sources.c.title, sources.c.id)
    query = (
        select(sources.c.id, name.label("name"), drafts.c.state, drafts.c.reason, drafts.c.id.label("draft"))
        .join(mentions, mentions.c.trigger_id == drafts.c.trigger_id)
        .join(entries, entries.c.id == mentions.c.entry_id)
        .join(sources, sources.c.id == entries.c.source_id)
        .where(drafts.c.state.in_(_CLOSED), drafts.c.decided_at > since)
        .distinct()
    )
    return _precisions((row.id, row.name, row) for row in connection.execute(query))


def _by_campaign(connection: Connection, since: datetime) -> tuple[Precision, ...]:
    query = select(drafts.c.campaign, drafts.c.state, drafts.c.reason).where(
        drafts.c.state.in_(_CLOSED), drafts.c.decided_at > since
    )
    return _precisions((row.campaign, row.campaign, row) for row in connection.execute(query))


def _precisions(rows: Any) -> tuple[Precision, ...]:
    """From (id, name, row with state and reason); the least precise first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    for id_, name, row in rows:
        names[id_] = name
        counts[id_].update(decided=1, approved=int(row.state in _YES), no=int(row.reason == RejectReason.NOT_A_TRIGGER))
    found = [Precision(id_, names[id_], c["approved"], c["decided"], c["no"]) for id_, c in counts.items()]
    return tuple(sorted(found, key=lambda one: (one.share, -one.decided, one.id))[:_MOST])


def _stories(connection: Connection, since: datetime) -> tuple[Told, ...]:
    query = select(drafts.c.story_id, drafts.c.reason).where(drafts.c.state.in_(_CLOSED), drafts.c.decided_at > since)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in connection.execute(query):
        counts[row.story_id].update(["decided", str(row.reason)])
    found = [Told(story, c["decided"], c["wrong_story"], c["sounds_like_us"]) for story, c in counts.items()]
    refused = [one for one in found if one.wrong_story or one.sounds_like_us]
    return tuple(sorted(refused, key=lambda one: (-one.wrong_story - one.sounds_like_us, one.story)))


def _names(connection: Connection) -> tuple[Line, ...]:
    n = never_matches.c
    query = (
        select(accounts.c.id, accounts.c.name, n.folded, n.taught_at, n.taught_by)
        .join(accounts, accounts.c.id == n.account_id)
        .order_by(n.taught_at.desc(), n.id.desc())
        .limit(_MOST)
    )
    return tuple(
        Line(f"“{row.folded}” never stands for {row.name}", row.taught_at, row.taught_by, account_id=row.id)
        for row in connection.execute(query)
    )


def _rejected(connection: Connection, since: datetime, reason: RejectReason, name: Any, says: str) -> tuple[Line, ...]:
    query = (
        select(drafts.c.id, drafts.c.account_id, drafts.c.decided_at, drafts.c.decided_by, drafts.c.comment, name)
        .join(accounts, accounts.c.id == drafts.c.account_id)
        .join(contacts, contacts.c.id == drafts.c.contact_id)
        .where(drafts.c.state == DraftState.REJECTED, drafts.c.reason == reason, drafts.c.decided_at > since)
        .order_by(drafts.c.decided_at.desc())
        .limit(_MOST)
    )
    return tuple(
        Line(f"{row[5]}: {says}" + (f" – {row.comment}" if row.comment else ""), row.decided_at, row.decided_by, row.id,
             row.account_id)
        for row in connection.execute(query)
    )  # fmt: skip


def _stopped(connection: Connection) -> tuple[Line, ...]:
    s = suppressions.c
    query = select(s.kind, s.value, s.since).where(s.origin == "reject", s.lifted_at.is_(None))
    rows = connection.execute(query.order_by(s.since.desc()).limit(_MOST))
    return tuple(Line(f"{row.value or 'an erased value'} ({row.kind})", row.since, None) for row in rows)
