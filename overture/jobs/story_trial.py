"""A story on trial: how a text reads on real events and on hard ones, told in the jail as the line tells it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from campaigns.story.choose import NoStory
from campaigns.story.choose import choose as choose_story
from campaigns.story.format import Story, load
from campaigns.story.jailed import Examined, Ours, examine_jailed
from campaigns.story.nasty import NASTY, nasty
from campaigns.story.sample import full
from campaigns.types import Aborted, Brief, Finding, Rendered
from overture.db import replaying
from overture.db.engine import read
from overture.jobs.story_cases import Case, cases_of
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
    pinned: bool = False


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


def samples(services: Services, story: Story | None, pinned: Sequence[str] = ()) -> list[Sample]:
    """Those with the keys of `pinned`, the newest real events that the story is for, an invented one where there is
    none, then the hard cases."""
    found: list[Sample] = []
    if story is not None:
        with read(services.engine) as connection:
            rows = list(replaying.recent(connection, [kind.value for kind in story.events], most=SAMPLES))
            older = {int(key) for key in pinned if key.isdecimal()} - {row.id for row in rows}
            rows += [row for id_ in sorted(older) if (row := replaying.one(connection, id_))]
            cases = cases_of(services, connection, story, rows)
        cases.sort(key=lambda case: case.brief is None)  # first those that somebody there could read
        found = [Sample(str(case.trigger_id), case.label) for case in cases]
    if not found:
        found = [Sample(_INVENTED, "An invented event: nothing like it has come in yet")]
    found += [Sample(_HARD + one.key, one.label, hard=True) for one in NASTY]
    first = {one.key: replace(one, pinned=True) for one in found if one.key in pinned}
    return [first[key] for key in pinned if key in first] + [one for one in found if one.key not in first]


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
        cases = cases_of(services, connection, story, rows)
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
        cases = cases_of(services, connection, story, rows)
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


# --- telling ------------------------------------------------------------------------------------------------------


def _examined(
    services: Services, text: str, file: str, cases: Sequence[Case], *, variant: str | None = None
) -> Examined:
    workspace = services.workspace
    ours = Ours(workspace.company, workspace.teammates, frozenset(promise.id for promise in workspace.promises))
    briefs = [(case.key, case.brief) for case in cases if case.brief]
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
