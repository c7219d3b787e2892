"""What a launch writes down: the plan of a batch, stored in one transaction and a few statements.

Everything was found out before the transaction began, so what others may have done since is looked at again once the
accounts are locked: whose turn it no longer is goes back to the queue as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row

from campaigns.launch import Outcome
from campaigns.types import Abstain, Match, No, Trigger
from campaigns.workspace import Account, OurCompany
from overture.db import drafting, launch_said, merging, merging_rivals, standing, successors, wishes
from overture.db.claims import Batch, finish_each
from overture.db.corrections import Correction, correct
from overture.db.entries import lock_events
from overture.jobs.own_events import follows
from overture.services import Services

_AFTER_DRAFT = timedelta(days=7)  # whatever is open by then is decided, or has expired


@dataclass(slots=True)
class Plan:
    """What one batch found out before anything is written."""

    triggers: dict[int, Trigger]
    matches: dict[int, Match] = field(default_factory=dict)
    abstained: dict[int, Abstain] = field(default_factory=dict)
    meant: set[int] = field(default_factory=set)  # a person said which account it is
    answered: set[int] = field(default_factory=set)  # a draft stands for this event and account already
    asked: Mapping[int, wishes.Asked] = field(default_factory=dict)  # drafts that people asked for on the event's page
    wishes: dict[int, successors.Wish] = field(default_factory=dict)  # what people want of the next draft, if anything
    later: set[int] = field(default_factory=set)  # another event of the same account goes first
    refused: dict[int, No] = field(default_factory=dict)  # about nobody any more, before any campaign is asked
    gone: set[int] = field(default_factory=set)  # its account has left the files
    corrections: dict[int, list[Correction]] = field(default_factory=dict)  # of open drafts, by trigger
    begun: dict[str, int] = field(default_factory=dict)  # drafts that each campaign began today
    joined: set[int] = field(default_factory=set)  # turned out to be one event with another while this was stored
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    made: dict[int, int] = field(default_factory=dict)  # the drafts that were written, by trigger


def store(services: Services, connection: Connection, batch: Batch, rows: Sequence[Row[Any]], plan: Plan) -> None:
    """Write down what became of `rows`, which are some or all of the batch."""
    now = services.now()
    _lock(connection, plan)
    plan.later |= _overtaken(connection, plan, now)
    again = _not_yet(services, connection, batch, rows, plan, now)
    ready = [row for row in rows if row.id not in again]
    unsure = [(plan.triggers[row.id], plan.abstained[row.id]) for row in ready if row.id in plan.abstained]
    launch_said.write_questions(connection, [(trigger, why) for trigger, why in unsure if why.ask], now=now)
    matched = [row.id for row in ready if row.id not in plan.abstained]
    why = _write_outcomes(services, connection, matched, plan, now)
    why |= {trigger.id: abstained.reason for trigger, abstained in unsure}
    done = [(row, _done("unmatched" if row.id in plan.abstained else "asked", why[row.id])) for row in ready]
    finish_each(connection, batch, done)
    wishes.answer(connection, ready, {id_: _came(id_, plan, why) for id_ in plan.asked})
    finish_each(connection, batch, [(row, {"attempts": row.attempts - 1}) for row in rows if row.id in again])


def _done(state: str, why: str | None) -> dict[str, Any]:
    return {"state": state, "attempts": 0, "last_error": None, "why_no_draft": why}


def _came(id_: int, plan: Plan, why: Mapping[int, str | None]) -> wishes.Came:
    """What came of the draft that was asked for of this event."""
    if id_ in plan.made:
        return wishes.Came(plan.made[id_], None)
    return wishes.Came(None, why.get(id_) or "A draft stands for it already.")


# --- whose turn it is ---------------------------------------------------------------------------------------------


def _lock(connection: Connection, plan: Plan) -> None:
    """Everything this batch may join or count against caps, in one order, so that two batches never wait crosswise."""
    accounts = {id_: match.best.account_id for id_, match in plan.matches.items()}
    lock_events(connection, {(plan.triggers[id_].kind.value, f"account:{at}") for id_, at in accounts.items()})
    launch_said.lock_accounts(connection, set(accounts.values()))
    launch_said.lock_campaigns(connection, {campaign for _, campaign in _capped(plan)})


def _capped(plan: Plan) -> list[tuple[int, str]]:
    """Triggers that get a draft of a campaign with a cap a day, with the campaign."""
    gos = {id_: outcome.draft.go for id_, outcome in plan.outcomes.items() if outcome.draft}
    return [(id_, go.campaign.id) for id_, go in gos.items() if go.campaign.caps.per_day is not None]


def _overtaken(connection: Connection, plan: Plan, now: datetime) -> set[int]:
    """Triggers whose account, or whose campaign with a cap a day, got a draft since they were judged. Only now that
    both are locked does what is counted stay so."""
    subjects = {id_: outcome.subject for id_, outcome in plan.outcomes.items() if outcome.draft}
    there = standing.open_drafts(connection, sorted({subject.account.id for subject in subjects.values()}))
    known = {id_: {one.draft_id for one in subject.history.open_drafts} for id_, subject in subjects.items()}
    late = {
        id_
        for id_, subject in subjects.items()
        if any(one.draft_id not in known[id_] for one in there[subject.account.id])
    }
    capped = _capped(plan)
    begun = standing.drafts_today(connection, now) if capped else {}
    return late | {id_ for id_, campaign in capped if begun.get(campaign, 0) != plan.begun.get(campaign, 0)}


def _not_yet(
    services: Services, connection: Connection, batch: Batch, rows: Sequence[Row[Any]], plan: Plan, now: datetime
) -> set[int]:
    """Match, correct, and join what is one event; gives the triggers whose turn comes again.

    Joining goes first: what is joined with a trigger of this batch changes what can be said of it.
    """
    found = {id_: match for id_, match in plan.matches.items() if id_ not in plan.later}
    launch_said.write_matches(connection, found, now=now)
    crowded = merging_rivals.crowded(connection, found) if found else set()
    company, ours = services.workspace.company or OurCompany("", ""), {row.id for row in batch.rows}
    again: set[int] = set()
    for id_ in sorted((row.id for row in rows), key=lambda id_: (id_ not in crowded, id_)):
        if id_ in plan.joined:
            continue
        corrected = [correct(connection, one, company=company, now=now) for one in plan.corrections.get(id_, ())]
        if id_ in plan.later or not all(corrected):
            again.add(id_)
        elif id_ in crowded:
            plan.joined |= merging.absorb(connection, id_, ours=ours, now=now)
    return again | plan.joined


# --- what is said -------------------------------------------------------------------------------------------------


def _write_outcomes(
    services: Services, connection: Connection, ids: Sequence[int], plan: Plan, now: datetime
) -> dict[int, str | None]:
    """Drafts, nos and open questions; gives in one sentence why there is no draft, where there is none."""
    outcomes = {id_: plan.outcomes[id_] for id_ in ids if id_ in plan.outcomes}
    made = _write_drafts(services, connection, outcomes, plan, now)
    why: dict[int, str | None] = dict.fromkeys(ids)
    said: list[launch_said.Said] = []
    unreachable: list[tuple[Trigger, Account]] = []
    for id_ in ids:
        nos: list[No] = []
        account_id = plan.matches[id_].best.account_id
        if id_ in plan.refused:
            why[id_], nos = plan.refused[id_].reason, [plan.refused[id_]]
        elif id_ in plan.gone:
            why[id_] = "The account has left the files."
        elif id_ in outcomes:
            why[id_], nos = _answer(outcomes[id_], id_ in made, now)
            alone = id_ in plan.wishes and plan.wishes[id_].contact is not None  # others may be there to be written to
            if outcomes[id_].draft is None and not alone and any(no.rule == "no_contact" for no in nos):
                unreachable.append((plan.triggers[id_], outcomes[id_].subject.account))
        said += [launch_said.Said(id_, account_id, no) for no in nos]
    launch_said.write_nos(connection, said, now=now)
    launch_said.write_needs_contact(connection, unreachable, now=now)
    return why


def _write_drafts(
    services: Services, connection: Connection, outcomes: dict[int, Outcome], plan: Plan, now: datetime
) -> dict[int, int]:
    new = [
        drafting.New(outcome.subject.trigger, outcome.draft, follows(outcome.subject.trigger))
        for outcome in outcomes.values()
        if outcome.draft is not None
    ]
    if not new:
        return {}
    company = services.workspace.company
    assert company is not None
    plan.made = made = drafting.write_drafts(connection, new, company=company, keys=services.keys, now=now)
    for id_, draft_id in made.items():
        if id_ in plan.wishes or id_ in plan.meant:
            successors.take_place(connection, id_, plan.wishes.get(id_), draft_id, now=now)
    return made


def _answer(outcome: Outcome, made: bool, now: datetime) -> tuple[str | None, list[No]]:
    """Why there is no draft, in one sentence, and every no."""
    nos = list(outcome.nos)
    if outcome.draft is None:
        return _why(outcome), nos
    if made:
        return None, nos
    go = outcome.draft.go
    why = f"Another draft to {go.contact.name} is open."
    return why, [No(go.campaign.id, "open_draft", why, (now + _AFTER_DRAFT).date()), *nos]


def _why(outcome: Outcome) -> str:
    if not outcome.asked:
        kind, wanted = outcome.subject.trigger.kind.value.replace("_", " "), outcome.subject.wanted
        return f"No campaign tells {wanted} of {kind}." if wanted else f"No campaign asks for {kind}."
    return outcome.nos[0].reason if outcome.nos else "No campaign said go."
