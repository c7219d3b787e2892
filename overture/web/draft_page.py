"""The draft page as one value: what the template prints, worked out from what the views read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from campaigns.campaign import Campaign, Caps
from campaigns.letter import full_text
from campaigns.people.answers import say_tie
from campaigns.review import DraftState
from campaigns.sender import STRONGEST
from campaigns.workspace import OurCompany, Teammate
from overture.db.senders import without_its_tie
from overture.db.views_draft import DraftView
from overture.web.show import evidence, safety, words
from overture.web.show.claims import Bound, Claim, bind
from overture.web.show.cures import cure

Record = Mapping[str, Any]
_DRAWERS = {
    "concern": "Concern", "case": "Case", "promise": "Promise", "tie": "Warm tie", "interest": "Interest",
    "account": "Account", "contact": "Contact", "published": "Our own post", "company": "Our company",
}  # fmt: skip
_OUTDATED = frozenset({"EVD002", "LEVEL001"})


@dataclass(frozen=True, slots=True)
class Source:
    """A part of the Story card: where claims come from that no article tells."""

    numbers: tuple[int, ...]
    title: str
    note: str
    texts: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    view: DraftView
    label: words.EventLabel
    bound: Bound
    article: evidence.Article | None
    spans: tuple[evidence.Spot, ...]  # words of that article which a typed claim may be tied to
    others: tuple[Record, ...]  # the other outlets
    disputes: tuple[evidence.Dispute, ...]
    sources: tuple[Source, ...]
    beats: tuple[str, ...]
    tie: str  # who of us knows them, in words; empty where nobody does
    why: tuple[str, ...]  # this contact and this sender, in as few lines as will do
    checks: tuple[safety.Check, ...]
    errors: tuple[Record, ...]
    warnings: tuple[Record, ...]
    blocked: str | None  # why approval is off, in words
    outdated: bool  # what it rests on holds no more, so another could be told with what is known
    leaves_at: datetime
    full: str  # the whole text as it leaves
    tail: str  # what follows the body
    changed: Record | None  # the newest version where it is not the first

    @property
    def status(self) -> str:
        """How sure the event is; a date that came due was announced by nobody."""
        trigger = self.view.trigger
        due = self.label.icon == "calendar" or trigger["kind"] == "follow_up_due"
        return "came due" if due else str(trigger["status"])

    @property
    def clear(self) -> int:
        return sum(check.level == "ok" for check in self.checks)


def caps_of(campaigns: Sequence[Campaign], name: str) -> Caps:
    return next((campaign.caps for campaign in campaigns if campaign.id == name), Caps())


def other_stories(draft: Record, campaigns: Sequence[Campaign], known: Sequence[str]) -> tuple[str, ...]:
    """Stories that could be told instead: those of the draft's campaign; all there are where it is not known."""
    campaign = next((one for one in campaigns if one.id == draft["campaign"]), None)
    return tuple(one for one in (campaign.stories if campaign else known) if one != draft["story_id"])


def draft_page(view: DraftView, *, company: OurCompany, hold: timedelta, caps: Caps, now: datetime) -> DraftPage:
    version = view.version
    findings: list[Record] = list(version["findings"])
    bound = bind(version["subject_segments"], version["segments"], findings)
    checks = safety.checks(view, caps, now=now)
    full = full_text(version["body"], _sender(view.sender), company)
    chosen = _chosen(view, bound.claims)
    return DraftPage(
        view=view,
        label=words.event_label(view.trigger["kind"], view.trigger["facts"]),
        bound=bound,
        article=evidence.article(chosen, bound.claims) if chosen else None,
        spans=evidence.spots(chosen) if chosen else (),
        others=tuple(telling for telling in view.tellings if telling is not chosen),
        disputes=evidence.disputes(view.trigger["disagreements"], view.tellings),
        sources=_sources(bound.claims, view),
        beats=tuple(dict.fromkeys(s["beat"] for s in version["segments"] if s.get("beat"))),
        tie=_tie(view),
        why=_why(view),
        checks=checks,
        errors=tuple(f for f in findings if f["level"] == "error"),
        warnings=tuple(f for f in findings if f["level"] != "error"),
        blocked=_blocked(view, checks, findings),
        outdated=view.trigger["status"] != "denied" and any(f["code"] in _OUTDATED for f in findings),
        leaves_at=view.handoff["release_at"] if view.handoff else now + hold,
        full=full,
        tail=full.rstrip().removeprefix(version["body"].rstrip()).strip(),
        changed=view.versions[0] if view.draft["version"] > 1 and view.versions else None,
    )


def reasons(view: DraftView) -> list[str]:
    """Why this contact and this sender, as the launch wrote it down."""
    return [*(view.draft["why"].get("contact") or ()), *(view.draft["why"].get("sender") or ())]


def _why(view: DraftView) -> tuple[str, ...]:
    """Reasons that begin with the contact's name are told in one line under that name."""
    said = reasons(view)
    name = f"{view.contact['name']}: "
    theirs = "; ".join(words.removeprefix(name) for words in said if words.startswith(name))
    gone = without_its_tie(said, view.tie, view.draft["sender_id"])
    rest = [
        f"{words}; that tie is gone by now" if STRONGEST in words and gone else words
        for words in said
        if not words.startswith(name)
    ]
    return tuple([name + theirs] * bool(theirs) + rest)


def _tie(view: DraftView) -> str:
    if view.tie is None:
        return ""
    names = {"teammate": view.tie["teammate"], "contact": view.contact["first_name"] or view.contact["name"]}
    return say_tie(view.tie["kind"], **names, strength=view.tie["strength"], since=view.tie["since"], last=None)


def _sender(row: Record) -> Teammate:
    return Teammate(row["id"], row["name"], row["email"], row["title"], row["time_zone"], row["signature"])


def _chosen(view: DraftView, claims: Sequence[Claim]) -> Record | None:
    """The telling that most claims rest on; the first one where none does."""
    counts: dict[str, int] = {}
    for origin in (origin for claim in claims for origin in claim.origins):
        kind, _, rest = origin.partition(":")
        id_, _, fact = rest.partition(":")
        entry = str(view.trigger["chosen"].get(fact, "")) if kind == "trigger" else id_
        if kind in evidence.TOLD and entry:
            counts[entry] = counts.get(entry, 0) + 1
    return max(view.tellings, key=lambda telling: counts.get(str(telling["entry_id"]), 0), default=None)


def _sources(claims: Sequence[Claim], view: DraftView) -> tuple[Source, ...]:
    """Claims grouped by the thing they come from, in the order of the text."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind not in evidence.TOLD and claim.origins:
            grouped.setdefault(":".join(claim.origins[0].split(":")[:2]), []).append(claim)
    return tuple(_source(origin, found, view) for origin, found in grouped.items())


def _source(origin: str, claims: Sequence[Claim], view: DraftView) -> Source:
    kind, _, id_ = origin.partition(":")
    note, texts = id_, tuple((claim.number, claim.text) for claim in claims)
    if kind == "concern":
        found = next((row for row in view.concerns if row["id"] == id_), None)
        if found is not None:
            note = _heard(found, view)
            texts = tuple((claims[0].number, text) for text in _told(found))
    if kind == "tie" and view.tie is not None:
        note = _tie(view)
    named = {"account": view.account, "contact": view.contact, "sender": view.sender}.get(kind)
    if named is not None and named["id"] == id_:
        note = named["name"]
    return Source(tuple(c.number for c in claims), _DRAWERS.get(kind, words.plain_words(kind)), note, texts)


def _told(concern: Record) -> tuple[str, ...]:
    """What the draft says first, then the words it was heard in."""
    quote = f"“{concern['quote']}”" if concern["quote"] else ""
    return tuple(filter(None, (concern["statement"], quote)))


def _heard(concern: Record, view: DraftView) -> str:
    said = "may be said" if concern["shareable"] else "not to be said aloud"
    heard = f"{concern['heard_on'].day} {concern['heard_on']:%b}"
    by = f", {view.mates.get(concern['heard_by'], concern['heard_by'])}" if concern["heard_by"] else ""
    return f"{concern['level'].replace('_', ' ')} · {heard}{by} · {said}"


def _blocked(view: DraftView, checks: Sequence[safety.Check], findings: Sequence[Record]) -> str | None:
    """The reason that is printed on the closed button; the store refuses by itself, whatever stands here."""
    errors = [f for f in findings if f["level"] == "error"]
    if view.draft["state"] != DraftState.PENDING:
        return None
    if errors:
        named, others = cure(errors[0]["code"]).name.partition(",")[0], len(errors) - 1
        return f"{named} and {words.many(others, 'more error')}" if others else named
    if view.draft["obstacles"]:
        return words.many(view.draft["obstacles"], "obstacle") + " left"
    bad = next((check for check in checks if check.level == "bad"), None)
    return f"{bad.name}: {bad.says}" if bad else None
