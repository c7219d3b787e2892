"""The launch stage: a trigger finds its account, campaigns are asked, and a draft or a no is written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from campaigns.launch import Outcome, Subject, launch
from campaigns.match import IndexResolver
from campaigns.types import Abstain, Match, No, Trigger
from campaigns.workspace import Account, Campaign, OurCompany
from overture.db import launching, merging, standing, successors
from overture.db.claims import Batch, claim, finish
from overture.db.corrections import Correction, behind, correct
from overture.db.engine import read, write
from overture.db.entries import lock_events
from overture.db.people import load
from overture.db.tables import triggers
from overture.jobs.batch import Done, run_batch
from overture.jobs.own_events import follows, known_match, narrowed
from overture.jobs.retell import accounts_of, retell, stories_of
from overture.services import Services
from overture.telling import Teller
from triggers.types import Reading

BATCH = 100
_AFTER_DRAFT = timedelta(days=7)  # whatever is open by then is decided, or has expired


@dataclass(slots=True)
class Plan:
    """What one batch found out before anything is written."""

    triggers: dict[int, Trigger]
    matches: dict[int, Match] = field(default_factory=dict)
    abstained: dict[int, Abstain] = field(default_factory=dict)
    answered: set[int] = field(default_factory=set)  # a draft stands for this event and account already
    wishes: dict[int, successors.Wish] = field(default_factory=dict)  # what people want of the next draft, if anything
    later: set[int] = field(default_factory=set)  # another event of the same account goes first
    refused: dict[int, No] = field(default_factory=dict)  # about nobody any more, before any campaign is asked
    gone: set[int] = field(default_factory=set)  # its account has left the files
    corrections: dict[int, list[Correction]] = field(default_factory=dict)  # of open drafts, by trigger
    crowded: set[int] = field(default_factory=set)  # may be one event with another trigger
    joined: set[int] = field(default_factory=set)  # turned out to be one event with another while this was stored
    outcomes: dict[int, Outcome] = field(default_factory=dict)


def launch_due(services: Services) -> Done:
    """Launch one batch of triggers that are new or changed."""
    batch = claim(
        services.engine, triggers, states=("due",), now=services.now(), limit=BATCH, lease=services.limits.lease_seconds
    )

    def work(rows: Sequence[Row[Any]]) -> None:
        plan = _plan(services, rows)
        with write(services.engine) as connection:
            _lock(connection, plan)
            _match_all(connection, plan, services.now())
            for row in rows:
                _store(services, connection, batch, row, plan)

    return run_batch(services.engine, "launch", batch, work, limits=services.limits, rings=())


def _lock(connection: Connection, plan: Plan) -> None:
    """Everything this batch may join or count against caps, in one order, so that two batches never wait crosswise."""
    found = {(plan.triggers[id_].kind.value, f"account:{match.best.account_id}") for id_, match in plan.matches.items()}
    lock_events(connection, found)
    for account_id in sorted({match.best.account_id for match in plan.matches.values()}):
        launching.lock_account(connection, account_id)


def _match_all(connection: Connection, plan: Plan, now: datetime) -> None:
    """All matches of the batch at once; only who has company is looked at closer."""
    found = {id_: match for id_, match in plan.matches.items() if id_ not in plan.later}
    launching.write_matches(connection, found, now=now)
    plan.crowded = merging.crowded(connection, found) if found else set()


def _plan(services: Services, rows: Sequence[Row[Any]]) -> Plan:
    now, resolver = services.now(), services.resolver()
    with read(services.engine) as connection:
        plan = Plan(launching.triggers_of(connection, rows))
        told = launching.readings_of(connection, list(plan.triggers))
        said = successors.meant(connection, list(plan.triggers))
        for trigger_id, trigger in plan.triggers.items():
            found = known_match(trigger) or said.get(trigger_id) or _match(resolver, told.get(trigger_id, []))
            if isinstance(found, Match):
                plan.matches[trigger_id] = found
            else:
                plan.abstained[trigger_id] = found
        _one_per_account(connection, plan)
        subjects = _subjects(services, connection, plan, told, now)
        begun = standing.drafts_today(connection, now)
        waiting = behind(connection, {trigger.id: trigger.version for trigger in plan.triggers.values()})
        stories, accounts = stories_of(connection, waiting), accounts_of(connection, waiting)
    teller = Teller(services, now)
    campaigns = services.workspace.campaigns
    for outcome in launch(subjects, campaigns=campaigns, storyteller=teller, begun=begun, now=now):
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
    plan.answered, plan.wishes = successors.look(connection, accounts_of, versions)
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
    return replace(subject, people=wish.people(subject.people), without=wish.without(told))


def _store(services: Services, connection: Connection, batch: Batch, row: Row[Any], plan: Plan) -> None:
    """One trigger's outcome; everything of the batch is in one transaction."""
    if row.id in plan.joined:  # whatever the plan says of it is about less than is known now
        finish(connection, batch, row, attempts=row.attempts - 1)
        return
    trigger, now = plan.triggers[row.id], services.now()
    company = services.workspace.company or OurCompany("", "")
    corrected = [correct(connection, one, company=company, now=now) for one in plan.corrections.get(row.id, ())]
    if row.id in plan.later or not all(corrected):
        finish(connection, batch, row, attempts=row.attempts - 1)
        return
    if row.id in plan.abstained:
        abstained = plan.abstained[row.id]
        if abstained.ask:
            launching.write_question(connection, trigger, abstained, now=now)
        finish(connection, batch, row, state="unmatched", attempts=0, why_no_draft=abstained.reason)
        return
    if row.id in plan.crowded:
        plan.joined |= merging.absorb(connection, row.id, ours={one.id for one in batch.rows}, now=now)
    if row.id in plan.joined:
        finish(connection, batch, row, attempts=row.attempts - 1)
        return
    if row.id in plan.refused:
        no, account_id = plan.refused[row.id], plan.matches[row.id].best.account_id
        launching.write_nos(connection, trigger, account_id, [no], now=now)
        why: str | None = no.reason
    elif row.id in plan.gone:
        why = "The account has left the files."
    else:
        outcome = plan.outcomes.get(row.id)
        why = _write_outcome(services, connection, trigger, outcome, now, wish=plan.wishes.get(row.id))
    finish(connection, batch, row, state="asked", attempts=0, last_error=None, why_no_draft=why)


def _write_outcome(
    services: Services,
    connection: Connection,
    trigger: Trigger,
    outcome: Outcome | None,
    now: datetime,
    *,
    wish: successors.Wish | None = None,
) -> str | None:
    """Write draft, nos and the open question; gives in one sentence why there is no draft, where there is none."""
    if outcome is None:
        return None
    account, said, why = outcome.subject.account, list(outcome.nos), None
    if outcome.draft is not None:
        company = services.workspace.company
        assert company is not None
        made = launching.write_draft(
            connection, trigger, outcome.draft, company=company, keys=services.keys, now=now, follows=follows(trigger)
        )
        if made is None:
            why = f"Another draft to {outcome.draft.go.contact.name} is open."
            said.insert(0, No(outcome.draft.go.campaign.id, "open_draft", why, (now + _AFTER_DRAFT).date()))
        else:
            successors.take_place(connection, trigger.id, wish, made, now=now)
    launching.write_nos(connection, trigger, account.id, said, now=now)
    if any(no.rule == "no_contact" for no in said) and outcome.draft is None:
        launching.write_needs_contact(connection, trigger, account, now=now)
    return why if outcome.draft else _why(outcome, trigger)


def _why(outcome: Outcome, trigger: Trigger) -> str:
    if not outcome.asked:
        return f"No campaign asks for {trigger.kind.value.replace('_', ' ')}."
    return outcome.nos[0].reason if outcome.nos else "No campaign said go."
