"""One campaign, one event and few people, put to the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from campaigns.campaign import Campaign, Op, Rule
from campaigns.fit import History, People, fit
from campaigns.types import Go, No, Trigger
from campaigns.workspace import Account, Contact, Function, LawfulBasis, Seniority, Teammate
from triggers.types import EventKind, Facts, Status

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)

ACME = Account(id="acme", name="Acme Robotics", domain="acme.example", country="DE", employees=400, owner="otto")
GLOBEX = Account(id="globex", name="Globex", country="US", employees=12)
INITECH = Account(id="initech", name="Initech", domain="initech.example", country="DE", employees=300)

MARA = Teammate(id="mara", name="Mara Lind", email="mara@us.example")
OTTO = Teammate(id="otto", name="Otto Frey", email="otto@us.example")

ANNA = Contact(
    id="anna",
    account_id="acme",
    name="Anna Berg",
    first_name="Anna",
    email="anna@acme.example",
    seniority=Seniority.VP,
    function=Function.SALES,
    lawful_basis=LawfulBasis.LEGITIMATE_INTEREST,
)
BEN = replace(ANNA, id="ben", name="Ben Roth", first_name="Ben", email="ben@acme.example", seniority=Seniority.DIRECTOR)

CAMPAIGN = Campaign(
    id="series-b",
    event=(EventKind.FUNDING,),
    when=(Rule("trigger.round", Op.IN, ("B",), "trigger.round: [B]"),),
    must=(
        Rule("account.country", Op.IN, ("DE", "FR"), "account.country: [DE, FR]", better_served_by="the US team"),
        Rule("account.employees", Op.GTE, 50, "account.employees: {gte: 50}"),
    ),
    never=(Rule("account.lifecycle", Op.IN, ("competitor",), "account.lifecycle: [competitor]"),),
)
ROUND = Trigger(
    id=1,
    kind=EventKind.FUNDING,
    company="Acme",
    status=Status.ANNOUNCED,
    event_on=date(2026, 5, 13),
    facts=Facts(round="B"),
)
PEOPLE = People(contacts=(ANNA,), teammates=(MARA, OTTO))
CLEAN = History()


def ask(
    campaign: Campaign = CAMPAIGN,
    *,
    trigger: Trigger = ROUND,
    account: Account = ACME,
    people: People = PEOPLE,
    history: History = CLEAN,
) -> Go | No:
    return fit(campaign, trigger=trigger, account=account, people=people, history=history, now=NOW)


def go(**given: object) -> Go:
    said = ask(**given)  # type: ignore[arg-type]
    assert isinstance(said, Go), said
    return said


def no(**given: object) -> No:
    said = ask(**given)  # type: ignore[arg-type]
    assert isinstance(said, No), said
    return said
