"""campaigns.yaml: which events, which accounts, which people, told how, and how often at most."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Annotated, Any, TypeGuard

from pydantic import BeforeValidator, Field, WithJsonSchema

from campaigns.campaign import Campaign, Cap, Caps, Rule, Who
from campaigns.durations import parse_cap
from campaigns.people.ask import parse
from campaigns.people.ask_fields import AskError
from campaigns.rule_paths import RULE_PATHS
from campaigns.workspace import Function, Seniority
from overture.config.document import Document
from overture.config.places import Problem, not_one_of
from overture.config.rules import age_limit, condition, rule_line
from overture.config.shapes import Duration, Id, Line, OneOrMany, Shape, Whole, check_list, known_top
from triggers.types import EventKind

STRONGEST_TIE, ACCOUNT_OWNER = "strongest_tie", "account_owner"
_SPECIAL = ("event", "age")  # the others become rules; these two are fields of a campaign
_ANNOUNCED = "announced"


def _cap(value: object) -> object:
    found = parse_cap(value) if isinstance(value, str) else None
    if not found or not found.count:
        raise ValueError(f'"{value}" is no cap; write a count and a time: 1/60d')
    return found


CapText = Annotated[
    Cap, BeforeValidator(_cap), WithJsonSchema({"type": "string", "pattern": "^[0-9]+ ?/ ?[0-9]+ ?[smhdw]$"})
]
_CAPS = Caps()


class FitShape(Shape):
    """Which accounts, contacts and triggers the campaign is for."""

    must: OneOrMany[dict[str, Any]] = Field((), description="Every one has to hold, else the answer is no")
    never: OneOrMany[dict[str, Any]] = Field((), description="If one holds, the answer is no")
    prefer: OneOrMany[dict[str, Any]] = Field(
        (), description="Each that holds raises the draft in the queue, by its weight"
    )


class WhoShape(Shape):
    """Which contacts of the account may be written to; left out, any."""

    seniority: OneOrMany[Seniority] = Field((), description="One of these")
    function: OneOrMany[Function] = Field((), description="One of these")
    ask: Line | None = Field(None, description="Instead of the two: a question in the ask language; whom it finds")

    def to_who(self) -> Who:
        return Who(self.seniority, self.function, self.ask)


class CapsShape(Shape):
    """How often at most. Chapters of one overture count once."""

    per_contact: CapText = Field(_CAPS.per_contact, description="Messages to one contact in a time")
    per_account: CapText = Field(_CAPS.per_account, description="Messages to one account in a time")
    per_sender: CapText | None = Field(None, description="Messages of one sender in a time")
    per_day: Whole | None = Field(None, ge=1, description="Messages of the campaign in a day")

    def to_caps(self) -> Caps:
        return Caps(**dict(self))


class CampaignShape(Shape):
    """One campaign."""

    id: Id = Field(description="Stays the same for ever")
    when: dict[str, Any] = Field(description="Conditions on the trigger: event, age, status, round, amount, …")
    fit: FitShape = Field(FitShape(), description="Which accounts, contacts and triggers the campaign is for")
    who: WhoShape = Field(WhoShape(), description="Which contacts may be written to; left out, any")
    stories: OneOrMany[Id] = Field(min_length=1, description="Stories to choose from")
    caps: CapsShape = Field(CapsShape(), description="How often at most")
    hold: Duration | None = Field(
        None, description="How long an approved message can be pulled back, else the workspace's"
    )
    sender: Line = Field(STRONGEST_TIE, description="`strongest_tie`, `account_owner` or the id of one of our people")
    owner: Line | None = Field(None, description="Who reviews: a group or a user")
    priority: Whole = Field(0, description="Higher is asked first; equal ones in file order")
    paused: bool = Field(False, description="Triggers still count, no draft is written")


class CampaignsFile(Shape):
    """campaigns.yaml"""

    campaigns: tuple[CampaignShape, ...] = Field((), description="Which events lead to which stories, and for whom")


def read_campaigns(document: Document) -> tuple[tuple[Campaign, ...], list[Problem]]:
    """The good campaigns in file order, and every problem of the file."""
    problems = known_top(document, CampaignsFile)
    items, wrong = check_list(document, CampaignShape, "campaigns")
    problems += wrong
    campaigns = []
    for number, item in items:
        campaign, wrong = _campaign(document, number, item)
        problems += wrong
        campaigns.append(campaign)
    return tuple(campaigns), problems + _of_the_refused(document, {number for number, _ in items})


def _of_the_refused(document: Document, good: Collection[int]) -> list[Problem]:
    """What is wrong with the conditions of campaigns that other keys have refused: all is told at once."""
    listed = document.data.get("campaigns") if isinstance(document.data, dict) else None
    problems: list[Problem] = []
    for number, item in enumerate(listed if isinstance(listed, list) else ()):
        if number in good or not isinstance(item, dict):
            continue
        when, fit = item.get("when"), item.get("fit")
        if _named(when):
            problems += _when(document, number, when)[1]
        for name in ("must", "never", "prefer"):
            rules = fit.get(name) if isinstance(fit, dict) else None
            lines = tuple(rules if isinstance(rules, list) else [rules])
            if all(map(_named, lines)):
                problems += _rules(document, number, name, lines)[1]
    return problems


def _named(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict) and all(isinstance(key, str) for key in value)


def _campaign(document: Document, number: int, item: CampaignShape) -> tuple[Campaign, list[Problem]]:
    here = ("campaigns", number)
    when, problems = _when(document, number, item.when)
    lists: dict[str, Any] = {}
    for name in ("must", "never", "prefer"):
        lists[name], wrong = _rules(document, number, name, getattr(item.fit, name))
        problems += wrong
    problems += _asked(document, (*here, "who"), item.who)
    campaign = Campaign(
        id=item.id,
        **when,
        **lists,
        who=item.who.to_who(),
        stories=item.stories,
        caps=item.caps.to_caps(),
        hold=item.hold,
        sender=item.sender,
        owner=item.owner,
        priority=item.priority,
        paused=item.paused,
    )
    return campaign, problems


def _asked(document: Document, here: tuple[str | int, ...], who: WhoShape) -> list[Problem]:
    """What is wrong with the question of a campaign."""
    if not who.ask:
        return []
    found = parse(who.ask)
    if isinstance(found, AskError):
        return [document.problem((*here, "ask"), f'at "{who.ask[found.at : found.end]}": {found}')]
    if who.seniority or who.function:
        return [document.problem(here, "ask stands alone, without seniority and function")]
    return []


def _rules(
    document: Document, number: int, name: str, lines: tuple[dict[str, Any], ...]
) -> tuple[tuple[Rule, ...], list[Problem]]:
    rules: list[Rule] = []
    problems: list[Problem] = []
    for index, line in enumerate(lines):
        loc = ("campaigns", number, "fit", name, index)
        found, wrong = rule_line(document, loc if loc in document.values else loc[:-1], line)
        rules += found
        problems += wrong
    return tuple(rules), problems


def _when(document: Document, number: int, said: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """Event, age and the rules over the trigger. Nothing but what was announced fires, unless the file says so."""
    here = ("campaigns", number, "when")
    events, problems = _events(document, (*here, "event"), said.get("event"))
    found: dict[str, Any] = {"event": events}
    if "age" in said:
        age, wrong = age_limit(document, (*here, "age"), said["age"])
        problems += wrong
        found["age"] = age or timedelta(days=21)
    rules: list[Rule] = []
    for key, value in ({"status": _ANNOUNCED} | said).items():
        if key not in _SPECIAL:
            more, wrong = _trigger_rule(document, here, str(key), value)
            rules += more
            problems += wrong
    return found | {"when": tuple(rules)}, problems


def _trigger_rule(
    document: Document, here: tuple[str | int, ...], key: str, value: object
) -> tuple[list[Rule], list[Problem]]:
    path = key if key.startswith("trigger.") else f"trigger.{key}"
    if path in RULE_PATHS:
        return condition(document, (*here, key), path, value)
    known = [path.removeprefix("trigger.") for path in RULE_PATHS if path.startswith("trigger.")]
    return [], [document.problem((*here, key), not_one_of(key, known), at_key=True)]


def _events(
    document: Document, loc: tuple[str | int, ...], said: object
) -> tuple[tuple[EventKind, ...], list[Problem]]:
    known = [kind.value for kind in EventKind]
    many = said if isinstance(said, list) else [] if said is None else [said]
    if not many:
        return (), [document.problem(loc, f"is missing; one of {', '.join(known[:13])} …")]
    problems = [
        document.problem((*loc, index), not_one_of(str(one), known))
        for index, one in enumerate(many)
        if one not in known
    ]
    return tuple(EventKind(one) for one in many if one in known), problems
