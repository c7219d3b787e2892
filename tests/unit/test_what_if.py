"""A campaign with one rule otherwise: every rule can go, a value is read as its kind, nonsense is refused in words."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from campaigns.campaign import Campaign, Cap, Caps, Op, Rule, Who
from campaigns.what_if import FOR_EVER, BadChange, changed, options
from campaigns.workspace import Seniority
from triggers.types import EventKind

DAY = timedelta(days=1)
CAMPAIGN = Campaign(
    "money",
    (EventKind.FUNDING,),
    when=(Rule("trigger.round", Op.IN, ("A", "B"), "trigger.round: [A, B]"),),
    age=21 * DAY,
    must=(
        Rule("account.employees", Op.GTE, 50, "account.employees: {gte: 50}"),
        Rule("account.renewal_in", Op.LTE, 90 * DAY, "account.renewal_in: {lte: 90d}"),
        Rule("account.country", Op.IN, ("DE", "NL"), "account.country: [DE, NL]"),
        Rule("account.lifecycle", Op.IN, ("prospect",), "account.lifecycle: [prospect]"),
    ),
    never=(Rule("account.champion", Op.EXISTS, True, "account.champion: {exists: true}"),),
    who=Who(seniority=(Seniority.VP,)),
    caps=Caps(per_sender=Cap(2, 7 * DAY), per_day=40),
    paused=True,
)


def test_every_rule_may_be_tried_and_shows_its_value_as_it_is_written() -> None:
    assert {one.code: one.value for one in options(CAMPAIGN)} == {
        "paused": None, "age": "21d", "when:0": "A, B", "must:0": "50", "must:1": "90d", "must:2": "DE, NL",
        "must:3": "prospect", "never:0": None, "who": None,
        "per_contact": "1/60d", "per_account": "1/30d", "per_sender": "2/7d", "per_day": "40",
    }  # fmt: skip


@pytest.mark.parametrize("code", [one.code for one in options(CAMPAIGN)])
def test_every_rule_can_be_switched_off_and_nothing_else_changes(code: str) -> None:
    without = changed(CAMPAIGN, code, None)
    assert isinstance(without, Campaign)
    assert without != CAMPAIGN
    before = {one.words for one in options(CAMPAIGN)}
    assert len({one.words for one in options(without)} - before) <= 1


@pytest.mark.parametrize("code", [one.code for one in options(CAMPAIGN) if one.value is not None])
def test_the_value_that_stands_there_changes_nothing(code: str) -> None:
    (option,) = [one for one in options(CAMPAIGN) if one.code == code]
    assert changed(CAMPAIGN, code, option.value) == CAMPAIGN


@pytest.mark.parametrize(
    ("code", "value", "found"),
    [
        ("must:0", "10", 10),
        ("must:0", "2.5", Decimal("2.5")),
        ("must:1", "12w", 84 * DAY),
        ("must:0", "2,500", 2500),
        ("must:2", "DE;FR", ("DE", "FR")),
        ("must:3", "customer, former", ("customer", "former")),
        ("when:0", "B, C ,growth", ("B", "C", "growth")),
    ],
)
def test_a_value_is_read_as_the_kind_that_stands_there(code: str, value: str, found: object) -> None:
    campaign = changed(CAMPAIGN, code, value)
    assert isinstance(campaign, Campaign)
    group, _, at = code.partition(":")
    rule = getattr(campaign, group)[int(at)]
    assert rule.value == found
    assert value.strip() in rule.text


def test_an_age_and_caps_are_read_too() -> None:
    older, capped, daily = (changed(CAMPAIGN, code, value) for code, value in
                            (("age", "60d"), ("per_contact", "3/90d"), ("per_day", "5")))  # fmt: skip
    assert isinstance(older, Campaign)
    assert isinstance(capped, Campaign)
    assert isinstance(daily, Campaign)
    assert (older.age, capped.caps.per_contact, daily.caps.per_day) == (60 * DAY, Cap(3, 90 * DAY), 5)
    gone = changed(CAMPAIGN, "age", None)
    assert isinstance(gone, Campaign)
    assert gone.age == FOR_EVER


def test_countries_may_be_called_by_name() -> None:
    there = changed(CAMPAIGN, "must:2", "Austria, Schweiz")
    assert isinstance(there, Campaign)
    assert there.must[2].value == ("AT", "CH")


@pytest.mark.parametrize(
    ("code", "value"),
    [("age", "soon"), ("must:0", "many"), ("must:1", "90"), ("when:0", " , "), ("per_contact", "often"),
     ("per_day", "0"), ("must:9", "1"), ("nothing", None), ("must:x", None), ("must:0", ""),
     ("must:0", "10,20"), ("must:2", "DE, Narnia"), ("must:3", "nonsense"), ("when:0", "B, Z")],
)  # fmt: skip
def test_nonsense_is_refused_in_words(code: str, value: str | None) -> None:
    answer = changed(CAMPAIGN, code, value)
    assert isinstance(answer, BadChange)
    assert answer.message
