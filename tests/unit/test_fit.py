"""Fit says no early, says why, and chooses one person and one sender when it says go.

Acme is a target, Globex does not fit, Initech is do-not-contact; Mara and Otto are ours.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.fitting import (
    ACME,
    ANNA,
    BEN,
    CAMPAIGN,
    GLOBEX,
    INITECH,
    MARA,
    NOW,
    OTTO,
    PEOPLE,
    ROUND,
    ask,
    go,
    no,
)

from campaigns.campaign import Campaign, Op, Rule, Who
from campaigns.fit import History, People, Suppressed, asks, sensitive
from campaigns.types import Go, No
from campaigns.workspace import Function, LawfulBasis, Lifecycle, Medium, Seniority
from triggers.types import EventKind, Facts, Status

# --- the trigger alone --------------------------------------------------------------------------------------------


def test_the_event_is_asked_for() -> None:
    assert asks(CAMPAIGN, ROUND, NOW) is None


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"kind": EventKind.IPO}, "event"),
        ({"status": Status.DENIED}, "status"),
        ({"status": Status.RUMOURED}, "status"),
        ({"event_on": date(2026, 4, 28)}, "age"),
        ({"facts": Facts(round="pre-B")}, "when"),
        ({"facts": Facts()}, "when"),
    ],
)
def test_the_event_is_not_asked_for(change: dict[str, object], rule: str) -> None:
    said = asks(CAMPAIGN, replace(ROUND, **change), NOW)  # type: ignore[arg-type]
    assert said is not None
    assert said.rule == rule
    assert said.reason.endswith(".")


@pytest.mark.parametrize("event_on", [date(2026, 4, 29), date(2026, 5, 20), date(2026, 6, 1)])
def test_the_last_day_of_the_age_counts_and_so_does_the_future(event_on: date) -> None:
    assert asks(CAMPAIGN, replace(ROUND, event_on=event_on), NOW) is None


def test_a_rumour_is_told_only_where_the_campaign_says_so() -> None:
    daring = replace(CAMPAIGN, when=(Rule("trigger.status", Op.IN, ("announced", "rumoured"), "trigger.status"),))
    assert asks(daring, replace(ROUND, status=Status.RUMOURED), NOW) is None
    assert asks(daring, replace(ROUND, status=Status.DENIED), NOW) is not None


def test_a_paused_campaign_asks_for_nothing() -> None:
    said = asks(replace(CAMPAIGN, paused=True), ROUND, NOW)
    assert said is not None
    assert said.rule == "paused"


# --- the account --------------------------------------------------------------------------------------------------


def test_go() -> None:
    said = go()
    assert said.contact is ANNA
    assert said.sender is OTTO
    assert 0 <= said.score <= 100


def test_an_account_that_does_not_fit_is_told_why_and_who_serves_it_better() -> None:
    said = no(account=GLOBEX)
    assert said.rule == "must"
    assert "here it is US" in said.reason
    assert said.better_served_by == "the US team"


def test_the_unknown_does_not_fit_and_says_so() -> None:
    said = no(account=replace(ACME, employees=None))
    assert said.rule == "must"
    assert "here it is not known" in said.reason


def test_never_is_never() -> None:
    assert no(account=replace(ACME, lifecycle=Lifecycle.COMPETITOR)).rule == "never"


@pytest.mark.parametrize(
    "suppressed",
    [
        Suppressed(accounts=frozenset({"initech"})),
        Suppressed(domains=frozenset({"initech.example"})),
    ],
)
def test_do_not_contact_ends_the_matter_before_any_rule(suppressed: Suppressed) -> None:
    said = no(account=replace(INITECH, country="US"), history=History(suppressed=suppressed))
    assert said.rule == "suppressed"
    assert "do-not-contact" in said.reason


def test_a_broken_promise_stops_the_next_pitch() -> None:
    said = no(history=History(overdue=("the checklist for new sellers, due 2026-05-01",)))
    assert said.rule == "promise_overdue"
    assert "checklist" in said.reason


@pytest.mark.parametrize(
    ("kind", "lifecycle", "expected"),
    [
        (EventKind.LAYOFFS, Lifecycle.CUSTOMER, True),
        (EventKind.SECURITY_INCIDENT, Lifecycle.PROSPECT, True),
        (EventKind.EXECUTIVE_DEPARTURE, Lifecycle.PROSPECT, True),
        (EventKind.EXECUTIVE_DEPARTURE, Lifecycle.FORMER, True),
        (EventKind.EXECUTIVE_DEPARTURE, Lifecycle.CUSTOMER, False),
        (EventKind.FUNDING, Lifecycle.PROSPECT, False),
    ],
)
def test_sensitive_events(kind: EventKind, lifecycle: Lifecycle, expected: bool) -> None:
    assert sensitive(replace(ROUND, kind=kind), replace(ACME, lifecycle=lifecycle)) is expected


# --- the contact --------------------------------------------------------------------------------------------------


def test_an_account_without_a_contact_is_a_task() -> None:
    said = no(people=People(teammates=(MARA,)))
    assert said.rule == "no_contact"
    assert "Acme Robotics needs a contact" in said.reason


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"lawful_basis": LawfulBasis.NONE}, "lawful_basis"),
        ({"email": None}, "no_contact"),
        ({"seniority": Seniority.MANAGER}, "no_contact"),
        ({"function": Function.LEGAL}, "no_contact"),
    ],
)
def test_a_contact_who_cannot_be_written_to(change: dict[str, object], rule: str) -> None:
    picky = replace(CAMPAIGN, who=Who(seniority=(Seniority.VP, Seniority.C_LEVEL), function=(Function.SALES,)))
    contact = replace(ANNA, **change)  # type: ignore[arg-type]
    said = ask(picky, people=replace(PEOPLE, contacts=(contact,)))
    assert isinstance(said, No)
    assert said.rule == rule
    assert any(line.startswith("Anna Berg: ") for line in said.evidence)


def test_who_prefers_the_phone_needs_no_address() -> None:
    caller = replace(ANNA, email=None, medium=Medium.PHONE)
    assert go(people=replace(PEOPLE, contacts=(caller,))).contact is caller


@pytest.mark.parametrize(
    "suppressed",
    [
        Suppressed(addresses=frozenset({"anna@acme.example"})),
        Suppressed(domains=frozenset({"mail.acme.example"})),
    ],
)
def test_a_suppressed_address_is_passed_over(suppressed: Suppressed) -> None:
    anna = replace(ANNA, email="Anna@ACME.example" if suppressed.addresses else "anna@mail.acme.example")
    history = History(suppressed=suppressed)
    assert no(people=replace(PEOPLE, contacts=(anna,)), history=history).rule == "suppressed"
    said = go(people=replace(PEOPLE, contacts=(anna, BEN)), history=history)
    assert said.contact is BEN
    assert ("Anna Berg", said.waiting[0][1]) in said.waiting


@pytest.mark.parametrize("told", ["Anna Berg", "A. Berg", "Anna M. Berg", "Berg"])
def test_who_leaves_is_never_the_addressee(told: str) -> None:
    leaves = replace(ROUND, kind=EventKind.EXECUTIVE_DEPARTURE, facts=Facts(person=told))
    campaign = Campaign(id="left", event=(EventKind.EXECUTIVE_DEPARTURE,))
    both = replace(PEOPLE, contacts=(ANNA, BEN))
    said = ask(campaign, trigger=leaves, people=both)
    assert isinstance(said, Go)
    assert said.contact is BEN
    assert said.waiting == (("Anna Berg", "they are the one who leaves"),)
    alone = ask(campaign, trigger=leaves)
    assert isinstance(alone, No)
    assert alone.rule == "no_contact"


def test_a_namesake_by_last_name_alone_does_not_leave() -> None:
    leaves = replace(ROUND, kind=EventKind.EXECUTIVE_DEPARTURE, facts=Facts(person="Karl Berg"))
    said = ask(Campaign(id="left", event=(EventKind.EXECUTIVE_DEPARTURE,)), trigger=leaves)
    assert isinstance(said, Go)
