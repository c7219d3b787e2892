"""A story on trial: how a text reads on real events and on hard ones, told in the jail as the line tells it.

Nothing is written. The contact is who a campaign with this story would pick among those who read its language.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row

from campaigns.brief import build
from campaigns.choose import Choice, choose
from campaigns.sender import sender
from campaigns.standing import History, People
from campaigns.story.choose import NoStory
from campaigns.story.choose import choose as choose_story
from campaigns.story.format import Story, load
from campaigns.story.jailed import Examined, Ours, examine_jailed
from campaigns.story.nasty import NASTY, nasty
from campaigns.story.sample import full
from campaigns.types import Aborted, Brief, Finding, Rendered, Trigger
from campaigns.workspace import Account, Campaign, Contact, OurCompany, Teammate
from overture.db import launching, replaying, standing
from overture.db.engine import read
from overture.db.people import load as load_people
from overture.services import Services
from overture.telling import judged

SAMPLES = 20
LAST = 50
_HARD = "hard:"
_INVENTED = "sample"


@dataclass(frozen=True, slots=True)
class Sample:
    """Something to tell a story on. Keys: a trigger's id, `sample`, or `hard:` and the key of a hard case."""

    key: str
    label: str
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One brief, or why there is none, with what it is about."""

    label: str
    brief: Brief | None
    lacks: str = ""  # why nothing can be told here
    trigger_id: int | None = None
    account: str = ""
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """How the story reads in one case. Without `told` there is `why_not`."""

    case: Case
    told: Rendered | None
    why_not: str = ""
    faults: tuple[Finding, ...] = ()  # why it cannot be told at all
    aside: str = ""  # it can be told, and the line would choose another one


@dataclass(frozen=True, slots=True)
class Tried:
    """A text with what the lint says of it, and its tellings. `story` is None where it is no story yet."""

    story: Story | None
    findings: tuple[Finding, ...]
    tellings: tuple[Telling, ...]
    seconds: float


def samples(services: Services, story: Story | None) -> list[Sample]:
    """The newest real events that the story is for, an invented one where there is none, then the hard cases."""
    found: list[Sample] = []
    if story is not None:
        with read(services.engine) as connection:
            rows = replaying.recent(connection, [kind.value for kind in story.events], most=SAMPLES)
            cases = _cases(services, connection, story, rows)
        cases.sort(key=lambda case: case.brief is None)  # first those that somebody there could read
        found = [Sample(str(case.trigger_id), case.label) for case in cases]
    if not found:
        found = [Sample(_INVENTED, "An invented event: nothing like it has come in yet")]
    return found + [Sample(_HARD + one.key, one.label, hard=True) for one in NASTY]


def preview(services: Services, text: str, file: str, *, sample: str = "", variant: str | None = None) -> Tried:
    """Lint a text and tell it on one sample; the first one where the key is not known."""
    began = time.perf_counter()
    story = load(text, file)
    if not isinstance(story, Story):
        return Tried(None, _examined(services, text, file, []).findings, (), time.perf_counter() - began)
    case = _case(services, story, sample)
    examined = _examined(services, text, file, [case], variant=variant)
    tellings = tuple(_tellings(services, story, [case], examined))
    return Tried(story, examined.findings, tellings, time.perf_counter() - began)


def run_last(services: Services, text: str, file: str, *, last: int = LAST) -> Tried:
    """Tell a text on the newest `last` events that it is for."""
    began = time.perf_counter()
    story = load(text, file)
    if not isinstance(story, Story):
        return Tried(None, _examined(services, text, file, []).findings, (), time.perf_counter() - began)
    with read(services.engine) as connection:
        rows = replaying.recent(connection, [kind.value for kind in story.events], most=min(last, LAST))
        cases = _cases(services, connection, story, rows)
    examined = _examined(services, text, file, cases)
    tellings = tuple(_tellings(services, story, cases, examined))
    return Tried(story, examined.findings, tellings, time.perf_counter() - began)


def lint(services: Services, text: str, file: str) -> tuple[Finding, ...]:
    """What the lint says of a text, told in the jail with invented briefs only."""
    return _examined(services, text, file, []).findings


# --- cases --------------------------------------------------------------------------------------------------------


def _case(services: Services, story: Story, key: str) -> Case:
    """The sample of this key."""
    hard = nasty(key.removeprefix(_HARD)) if key.startswith(_HARD) else None
    if key == _INVENTED:
        return Case("An invented event", full(story))
    with read(services.engine) as connection:
        wanted = replaying.one(connection, int(key)) if key.isdecimal() and len(key) < 16 else None
        rows = (wanted,) if wanted else replaying.recent(connection, [one.value for one in story.events], most=SAMPLES)
        cases = _cases(services, connection, story, rows)
    if wanted and cases:
        return cases[0]
    case = _best(services, story, cases)
    if hard is None or case.brief is None:
        return case
    changed = hard.change(case.brief, story)
    return replace(case, label=f"{hard.label}: {case.label}", brief=changed, trigger_id=None)


def _best(services: Services, story: Story, cases: Sequence[Case]) -> Case:
    """The newest for which the line would choose this story, else the newest that somebody could read."""
    readable = [(case, case.brief) for case in cases if case.brief]
    chosen = (case for case, brief in readable if not _aside(services, story, case, brief))
    return next(chosen, readable[0][0] if readable else Case("An invented event", full(story)))


def _cases(services: Services, connection: Connection, story: Story, rows: Sequence[Row[Any]]) -> list[Case]:
    """One for each trigger, in order."""
    accounts = {one.id: one for one in _accounts(connection, rows)}
    triggers = launching.triggers_of(rows, launching.tellings(connection, [row.id for row in rows]))
    people = standing.people_at(connection, accounts.keys(), today=services.now().date())
    return [
        _told_of(services, story, row, triggers[row.id], accounts[row.account_id], people[row.account_id])
        for row in rows
        if row.account_id in accounts
    ]


def _accounts(connection: Connection, rows: Sequence[Row[Any]]) -> list[Account]:
    return load_people(connection, Account, by="id", among={row.account_id for row in rows})


def _told_of(
    services: Services, story: Story, row: Row[Any], trigger: Trigger, account: Account, people: People
) -> Case:
    case = Case(_label(row, account.name), None, trigger_id=trigger.id, account=account.name)
    party = _party(services, story, trigger, account, people)
    if isinstance(party, str):
        return replace(case, lacks=party)
    contact, writes = party
    workspace = services.workspace
    brief = build(
        trigger=trigger, account=account, contact=contact, sender=writes,
        company=workspace.company or OurCompany("", ""), concerns=people.concerns, interests=people.interests,
        ties=people.ties, teammates=people.teammates, cases=workspace.cases, promises=workspace.promises,
        story=story, today=services.now().date(), owed=people.owed,
    )  # fmt: skip
    return replace(case, label=f"{case.label} · {contact.name}", brief=brief, contact=contact)


def _party(
    services: Services, story: Story, trigger: Trigger, account: Account, people: People
) -> tuple[Contact, Teammate] | str:
    """Who would be written to, and by whom; or why nobody."""
    if not people.contacts:
        return "nobody is known there"
    fluent = tuple(one for one in people.contacts if one.language == story.language)
    if not fluent:
        return f"nobody who is known there reads {story.language}"
    campaign = _campaign(services.workspace.campaigns, story, trigger)
    choice = choose(
        campaign, trigger=trigger, account=account, people=replace(people, contacts=fluent), history=History(),
        now=services.now(),
    )  # fmt: skip
    contact = choice.first.contact if isinstance(choice, Choice) else fluent[0]
    writes = sender(campaign, account, contact, people)
    return (contact, writes.teammate) if writes else "nobody is on the team"


def _campaign(campaigns: Collection[Campaign], story: Story, trigger: Trigger) -> Campaign:
    """The first campaign that tells this story of such an event, else one that takes anybody."""
    mine = (one for one in campaigns if story.id in one.stories and trigger.kind in one.event)
    return next(mine, Campaign("trial", (trigger.kind,), stories=(story.id,)))


def _label(row: Row[Any], name: str) -> str:
    fact = row.facts.get("round") or row.facts.get("role") or row.facts.get("place") or row.facts.get("product") or ""
    what = f"{row.kind.replace('_', ' ')} {fact}".strip()
    return f"{name}, {what}, {row.event_on.day} {row.event_on:%b %Y}"


# --- telling ------------------------------------------------------------------------------------------------------


def _examined(
    services: Services, text: str, file: str, cases: Sequence[Case], *, variant: str | None = None
) -> Examined:
    workspace = services.workspace
    ours = Ours(workspace.company, workspace.teammates, frozenset(promise.id for promise in workspace.promises))
    briefs = [(case.contact.account_id if case.contact else "sample", case.brief) for case in cases if case.brief]
    return examine_jailed(services.jail, text, file, briefs, ours=ours, variant=variant, limits=services.limits)


def _tellings(services: Services, story: Story, cases: Sequence[Case], examined: Examined) -> list[Telling]:
    told = iter(examined.told)
    found = []
    for case in cases:
        if case.brief is None:
            found.append(Telling(case, None, case.lacks))
            continue
        answer = next(told, None)
        found.append(_telling(services, story, case, case.brief, answer, examined.findings))
    return found


def _telling(
    services: Services, story: Story, case: Case, brief: Brief, answer: object, of_text: tuple[Finding, ...]
) -> Telling:
    aside = _aside(services, story, case, brief)
    if isinstance(answer, Rendered):
        return Telling(case, judged(answer, brief, story, services), aside=aside)
    if isinstance(answer, Aborted):
        return Telling(case, None, f"the story ends itself: {answer.reason}")
    faults = tuple(answer) if isinstance(answer, list) else of_text
    if aside:  # where it would not be chosen, what it lacks is no fault
        return Telling(case, None, aside)
    return Telling(case, None, faults[0].message if faults else "it cannot be told", faults)


def _aside(services: Services, story: Story, case: Case, brief: Brief) -> str:
    """Why the line would not choose this story here; empty where it would."""
    medium = {"medium": case.contact.medium} if case.contact else {}
    chosen = choose_story(
        [story], brief, promise_ids={one.id for one in services.workspace.promises}, chapter=story.chapter, **medium
    )
    if isinstance(chosen, NoStory):
        tried = chosen.tried[0].partition(": ")[2] if chosen.tried else chosen.reason
        return f"the story {tried}"
    return ""
