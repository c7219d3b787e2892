"""What a story could be told on: real events, each with who would be written to there and all that may be said.

Nothing is written. The contact is who a campaign with this story would pick among those who read its language.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row

from campaigns.brief import build
from campaigns.campaign import Campaign
from campaigns.choose import Choice, choose
from campaigns.sender import sender
from campaigns.standing import History, People
from campaigns.story.format import Story
from campaigns.types import Brief, Trigger
from campaigns.workspace import Account, Contact, OurCompany, Teammate
from overture.db import launching, standing
from overture.db.people import load as load_people
from overture.services import Services
from overture.telling import subject_key


@dataclass(frozen=True, slots=True)
class Case:
    """One brief, or why there is none, with what it is about."""

    label: str
    brief: Brief | None
    lacks: str = ""  # why nothing can be told here
    trigger_id: int | None = None
    account: str = ""
    contact: Contact | None = None
    writes: Teammate | None = None
    key: str = "sample"  # by which the subject is chosen, as the line chooses it


def cases_of(services: Services, connection: Connection, story: Story, rows: Sequence[Row[Any]]) -> list[Case]:
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
    label, key = f"{case.label} · {contact.name}", subject_key(contact, story.id)
    return replace(case, label=label, brief=brief, contact=contact, writes=writes, key=key)


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
