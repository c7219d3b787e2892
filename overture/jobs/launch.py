"""The launch stage: a trigger finds its account, campaigns are asked, and a draft or a no is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from campaigns.campaign import Campaign
from campaigns.launch import Subject, launch
from campaigns.match import IndexResolver
from campaigns.types import Abstain, Match, No
from campaigns.workspace import Account
from overture.db import launching, standing, successors
from overture.db.claims import claim
from overture.db.corrections import behind
from overture.db.engine import read, write
from overture.db.people import load
from overture.db.tables import triggers
from overture.db.wishes import asked_for
from overture.jobs.batch import Done, run_batch
from overture.jobs.launch_store import Plan, store
from overture.jobs.own_events import known_match, narrowed
from overture.jobs.retell import accounts_of, retell, stories_of
from overture.services import Services
from overture.telling import Teller
from triggers.types import Reading

BATCH = 200


def launch_due(services: Services) -> Done:
    """Launch one batch of triggers that are new or changed."""
    batch = claim(
        services.engine, triggers, states=("due",), now=services.now(), limit=BATCH, lease=services.limits.lease_seconds
    )

    def work(rows: Sequence[Row[Any]]) -> None:
        plan = _plan(services, rows)
        with write(services.engine) as connection:
            store(services, connection, batch, rows, plan)

    return run_batch(services.engine, "launch", batch, work, limits=services.limits, rings=())


def _plan(services: Services, rows: Sequence[Row[Any]]) -> Plan:
    now, resolver = services.now(), services.resolver()
    with read(services.engine) as connection:
        tellings = launching.tellings(connection, [row.id for row in rows])
        plan = Plan(launching.triggers_of(rows, tellings), asked=asked_for(rows))
        told = launching.readings_of(tellings)
        said = successors.meant(connection, list(plan.triggers))
        plan.meant = set(said)
        for trigger_id, trigger in plan.triggers.items():
            found = known_match(trigger) or said.get(trigger_id) or _match(resolver, told.get(trigger_id, []))
            if isinstance(found, Match):
                plan.matches[trigger_id] = found
            else:
                plan.abstained[trigger_id] = found
        _one_per_account(connection, plan)
        subjects = _subjects(services, connection, plan, told, now)
        plan.begun = standing.drafts_today(connection, now)
        waiting = behind(connection, {trigger.id: trigger.version for trigger in plan.triggers.values()})
        stories, accounts = stories_of(connection, waiting), accounts_of(connection, waiting)
    teller = Teller(services, now)
    campaigns = services.workspace.campaigns
    for outcome in launch(subjects, campaigns=campaigns, storyteller=teller, begun=plan.begun, now=now):
        plan.outcomes[outcome.subject.trigger.id] = outcome
    of = {one.draft.id: one.draft.trigger_id for one in waiting}
    for correction in retell(services, waiting, plan.triggers, stories, accounts):
        plan.corrections.setdefault(of[correction.draft_id], []).append(correction)
    return plan


def _match(resolver: IndexResolver, told: Sequence[tuple[str, Reading]]) -> Match | Abstain:
    """The surest match among the tellings; without one, the abstention that a person could settle."""
    found = [resolver.outcome(company, reading) for company, reading in told]
    sure = [one for one in found if isinstance(one, Match)]
    if sure:
        return max(sure, key=lambda one: one.best.score)
    unsure = [one for one in found if isinstance(one, Abstain)]
    return max(unsure, key=lambda one: one.ask, default=Abstain("nothing names a company"))


def _one_per_account(connection: Connection, plan: Plan) -> None:
    """Caps are judged on what is written down, so of several events at one account the first goes, the rest wait."""
    accounts_of = {trigger_id: found.best.account_id for trigger_id, found in plan.matches.items()}
    versions = {trigger_id: trigger.version for trigger_id, trigger in plan.triggers.items()}
    plan.answered, plan.wishes = successors.look(connection, accounts_of, versions, plan.asked)
    busy: set[str] = set()
    for trigger_id, account_id in accounts_of.items():
        if trigger_id in plan.answered:
            continue
        if account_id in busy:
            plan.later.add(trigger_id)
        else:
            busy.add(account_id)


Told = dict[int, list[tuple[str, Reading]]]


def _subjects(services: Services, connection: Connection, plan: Plan, told: Told, now: datetime) -> list[Subject]:
    ready = {
        trigger_id: found.best.account_id
        for trigger_id, found in plan.matches.items()
        if trigger_id not in plan.later and trigger_id not in plan.answered
    }
    accounts = {account.id: account for account in load(connection, Account, by="id", among=set(ready.values()))}
    campaigns = services.workspace.campaigns
    people = standing.people_at(connection, accounts.keys(), campaigns=campaigns, today=now.date())
    before = standing.histories(connection, accounts.values(), people, keys=services.keys, now=now)
    found: list[Subject] = []
    for trigger_id, account_id in ready.items():
        if account_id not in accounts:
            plan.gone.add(trigger_id)
            continue
        trigger, read_ = plan.triggers[trigger_id], [reading for _, reading in told.get(trigger_id, [])]
        about = narrowed(connection, trigger, read_, people[account_id], before[account_id], now=now)
        if isinstance(about, No):
            plan.refused[trigger_id] = about
        else:
            found.append(
                _wished(Subject(trigger, accounts[account_id], *about), plan.wishes.get(trigger_id), campaigns)
            )
    return found


def _wished(subject: Subject, wish: successors.Wish | None, campaigns: Sequence[Campaign]) -> Subject:
    """Without whom and what people refused on an earlier draft about this event."""
    if wish is None:
        return subject
    told = {story for campaign in campaigns for story in campaign.stories}
    wanted = wish.story if wish.asked else None
    return replace(subject, people=wish.people(subject.people), without=wish.without(told), wanted=wanted)
