"""Walks the second half of the line for a batch: trigger -> fit -> brief -> story -> draft, or a recorded no.

    Subject -asks/fit-> Go | No -choose-> Chosen | No -tell-> Rendered -> NewDraft

Campaigns are asked in order; the first that says go writes the draft, and the others record that it did. Stories
are told for the whole batch at once, so a batch goes around as often as its most refused trigger needs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from campaigns.campaign import Campaign
from campaigns.fit import History, People, asks, fit
from campaigns.ports import Chosen, Storyteller, Told
from campaigns.types import Aborted, Go, No, Rendered, Trigger
from campaigns.workspace import Account


@dataclass(frozen=True, slots=True)
class Subject:
    """A trigger at a matched account, with what is known there."""

    trigger: Trigger
    account: Account
    people: People
    history: History
    without: frozenset[str] = frozenset()  # stories that a person does not want told about it
    wanted: str | None = None  # the one that a person asked for: campaigns that do not tell it are not asked


@dataclass(frozen=True, slots=True)
class NewDraft:
    go: Go
    chosen: Chosen
    rendered: Rendered
    good_until: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one trigger: at most one draft, and every no with its reason."""

    subject: Subject
    draft: NewDraft | None
    nos: tuple[No, ...]
    asked: int  # campaigns that ask for this kind of event


@dataclass(slots=True)
class _Desk:
    """One trigger on its way from campaign to campaign."""

    subject: Subject
    waiting: list[Campaign]  # campaigns not asked yet, in order
    asked: int
    nos: list[No] = field(default_factory=list)
    go: Go | None = None
    chosen: Chosen | None = None
    draft: NewDraft | None = None
    ended: frozenset[str] = frozenset()  # stories of the present campaign that said no themselves


def launch(
    subjects: Sequence[Subject],
    *,
    campaigns: Sequence[Campaign],
    storyteller: Storyteller,
    begun: Mapping[str, int],
    now: datetime,
) -> list[Outcome]:
    """One outcome per subject, in order. `begun`: how many drafts each campaign began today."""
    desks = [_desk(subject, campaigns) for subject in subjects]
    today = Counter(begun)
    while ready := [desk for desk in desks if _next(desk, storyteller, today, now)]:
        told = storyteller.tell([desk.chosen for desk in ready if desk.chosen])
        for desk, answer in zip(ready, told, strict=True):
            _hear(desk, answer, today, now)
    return [Outcome(desk.subject, desk.draft, tuple(desk.nos), desk.asked) for desk in desks]


def in_order(campaigns: Sequence[Campaign]) -> list[Campaign]:
    """Higher priority first, then the order of the file."""
    return sorted((c for c in campaigns if not c.paused), key=lambda campaign: -campaign.priority)


def _desk(subject: Subject, campaigns: Sequence[Campaign]) -> _Desk:
    told = [one for one in in_order(campaigns) if subject.wanted is None or subject.wanted in one.stories]
    concerned = [campaign for campaign in told if subject.trigger.kind in campaign.event]
    return _Desk(subject, concerned, len(concerned))


def _next(desk: _Desk, storyteller: Storyteller, today: Counter[str], now: datetime) -> bool:
    """Ask campaign after campaign until one has a story to tell; False when there is nothing left to ask."""
    while desk.draft is None and desk.waiting:
        answer = _ask(desk.subject, desk.waiting.pop(0), today, now)
        if isinstance(answer, Go):
            subject = desk.subject
            chosen = storyteller.choose(
                answer,
                trigger=subject.trigger,
                account=subject.account,
                people=subject.people,
                contact=answer.contact,
                without=desk.ended | subject.without,
            )
            if isinstance(chosen, Chosen):
                desk.go, desk.chosen = answer, chosen
                today[answer.campaign.id] += 1
                return True
            answer = chosen
        if not desk.ended:  # else the story's own no is there already, and says more
            desk.nos.append(answer)
        desk.ended = frozenset()
    return False


def _ask(subject: Subject, campaign: Campaign, today: Counter[str], now: datetime) -> Go | No:
    return asks(campaign, subject.trigger, now) or fit(
        campaign,
        trigger=subject.trigger,
        account=subject.account,
        people=subject.people,
        history=replace(subject.history, today=today[campaign.id]),
        now=now,
    )


def _hear(desk: _Desk, told: Told, today: Counter[str], now: datetime) -> None:
    """Take the told story as the draft, or the reason why it was not told as a no."""
    assert desk.go is not None
    assert desk.chosen is not None
    if isinstance(told, Rendered):
        campaign = desk.go.campaign
        desk.draft = NewDraft(desk.go, desk.chosen, told, desk.subject.trigger.event_on + campaign.age)
        desk.nos += [_beaten(other, campaign, desk.subject, now) for other in desk.waiting]
        desk.waiting.clear()
        return
    today[desk.go.campaign.id] -= 1  # it began no draft after all
    if isinstance(told, Aborted):
        if not desk.ended:
            desk.nos.append(No(desk.go.campaign.id, "story_said_no", told.reason))
        desk.ended |= {desk.chosen.story_id}
        desk.waiting.insert(0, desk.go.campaign)  # it may have another story
    else:
        said = "; ".join(f"{finding.code} line {finding.line}: {finding.message}" for finding in told[:3])
        desk.nos.append(No(desk.go.campaign.id, "story_broken", f"{desk.chosen.story_id} cannot be told: {said}"))


def _beaten(other: Campaign, winner: Campaign, subject: Subject, now: datetime) -> No:
    """Why a campaign that comes later writes nothing: its own reason, else that another one did."""
    return asks(other, subject.trigger, now) or No(
        other.id, "another_campaign", f"The campaign {winner.id} has written for this event already."
    )
