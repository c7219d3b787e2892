"""Rules see one flat view of account, contact and trigger; the unknown satisfies nothing but its absence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from campaigns.campaign import Cap, Op, Rule, RuleValue
from campaigns.durations import parse_cap, parse_duration, say_duration
from campaigns.rule_paths import RULE_PATHS, suggest
from campaigns.rule_words import in_words
from campaigns.rules import heals_on, holds, view
from campaigns.types import Source, Trigger
from campaigns.workspace import Account, Contact, Seniority
from triggers.types import EventKind, Facts, Status

NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)

ACME = Account(
    id="acme",
    name="Acme Robotics",
    country="DE",
    industry="Software & IT services",
    employees=400,
    tags=("key", "Robotics"),
    day_one=date(2026, 3, 1),
    renewal_on=date(2026, 7, 1),
    why_asked_on=date(2025, 5, 20),
)
ANNA = Contact(
    id="anna",
    account_id="acme",
    name="Anna Berg",
    first_name="Anna",
    role="VP of Sales, EMEA",
    seniority=Seniority.VP,
    verified_on=date(2026, 5, 10),
)
ROUND = Trigger(
    id=7,
    kind=EventKind.FUNDING,
    company="Acme",
    status=Status.ANNOUNCED,
    event_on=date(2026, 5, 13),
    facts=Facts(round="B", amount=Decimal("30000000"), currency="EUR", investors=("Blue Fund", "Red Fund")),
    sources=(
        Source(1, "Daily", "t", None, NOW),
        Source(2, "Weekly", "t", None, NOW),
        Source(3, "Daily", "t", None, NOW),
    ),
)
FACTS = view(ACME, ANNA, ROUND, NOW)


def rule(path: str, op: Op, value: RuleValue, **more: timedelta) -> Rule:
    return Rule(path, op, value, f"{path} {op} {value}", revisit_after=more.get("revisit_after"))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("21d", 21 * DAY),
        ("2w", 14 * DAY),
        ("6h", timedelta(hours=6)),
        ("10m", timedelta(minutes=10)),
        ("15s", timedelta(seconds=15)),
        (" 3 d ", 3 * DAY),
        ("0d", timedelta()),
        ("21", None),
        ("d", None),
        ("-3d", None),
        ("1.5d", None),
        ("3y", None),
        ("", None),
        ("999999d", None),
    ],
)
def test_durations(text: str, span: timedelta | None) -> None:
    assert parse_duration(text) == span


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (DAY, "1 day"),
        (21 * DAY, "3 weeks"),
        (63 * DAY, "63 days"),
        (90 * DAY, "90 days"),
        (timedelta(minutes=90), "90 minutes"),
        (timedelta(), "0 seconds"),
    ],
)
def test_durations_in_words(span: timedelta, words: str) -> None:
    assert say_duration(span) == words


@pytest.mark.parametrize(
    ("text", "cap"),
    [
        ("1/60d", Cap(1, 60 * DAY)),
        ("3/2w", Cap(3, 14 * DAY)),
        ("1", None),
        ("1/", None),
        ("/7d", None),
        ("1/0d", None),
        ("x/7d", None),
        ("²/7d", None),
        (f"{'9' * 5_000}/7d", None),
    ],
)
def test_caps(text: str, cap: Cap | None) -> None:
    assert parse_cap(text) == cap


def test_the_view_knows_ages_and_counts() -> None:
    assert FACTS["trigger.age"] == 7 * DAY
    assert FACTS["trigger.outlets"] == 2
    assert FACTS["account.customer_for"] == 80 * DAY
    assert FACTS["account.renewal_in"] == 42 * DAY
    assert FACTS["account.why_age"] == 365 * DAY
    assert FACTS["contact.verified_age"] == 10 * DAY


def test_the_view_shows_nothing_but_known_paths() -> None:
    assert set(FACTS) - {"today"} <= set(RULE_PATHS)
    assert set(RULE_PATHS) <= set(FACTS)


def test_without_contact_and_account_only_the_trigger_is_seen() -> None:
    assert {path.partition(".")[0] for path in view(None, None, ROUND, NOW)} == {"trigger", "today"}


@pytest.mark.parametrize(
    ("path", "op", "value", "expected"),
    [
        ("account.country", Op.IN, ("DE", "FR"), True),
        ("account.country", Op.IN, ("de",), True),
        ("account.country", Op.IN, ("FR",), False),
        ("account.country", Op.NOT_IN, ("FR",), True),
        ("account.country", Op.NOT_IN, ("DE",), False),
        ("account.industry", Op.IN, ("software",), True),
        ("account.industry", Op.IN, ("it services",), True),
        ("account.industry", Op.IN, ("soft",), False),  # whole words
        ("account.industry", Op.IN, ("services software",), False),  # in order
        ("account.employees", Op.GTE, 400, True),
        ("account.employees", Op.GT, 400, False),
        ("account.employees", Op.LTE, 400, True),
        ("account.employees", Op.LT, Decimal("400.5"), True),
        ("account.tags", Op.IN, ("robotics", "other"), True),
        ("account.tags", Op.CONTAINS, ("key",), True),
        ("account.tags", Op.NOT_IN, ("key",), False),
        ("account.domain", Op.IN, ("acme.com",), False),  # unknown
        ("account.domain", Op.NOT_IN, ("acme.com",), True),
        ("account.domain", Op.EXISTS, False, True),
        ("account.domain", Op.EXISTS, True, False),
        ("account.tags", Op.EXISTS, True, True),
        ("account.renewal_in", Op.LTE, 90 * DAY, True),
        ("account.renewal_on", Op.LTE, 90 * DAY, True),  # a time from today
        ("account.renewal_on", Op.LTE, 30 * DAY, False),
        ("account.renewal_on", Op.GTE, date(2026, 7, 1), True),
        ("contact.verified_on", Op.LTE, 30 * DAY, True),
        ("contact.seniority", Op.IN, ("vp", "c_level"), True),
        ("contact.role", Op.CONTAINS, ("sales",), True),
        ("contact.role", Op.CONTAINS, ("presales",), False),
        ("trigger.round", Op.IN, ("B",), True),
        ("trigger.round", Op.IN, ("pre-B",), False),
        ("trigger.amount", Op.GTE, 10_000_000, True),
        ("trigger.age", Op.LTE, 7 * DAY, True),
        ("trigger.age", Op.LT, 7 * DAY, False),
        ("trigger.investors", Op.IN, ("red fund",), True),
        ("trigger.status", Op.IN, ("announced",), True),
        ("trigger.date", Op.GT, date(2026, 5, 13), False),
        ("trigger.place", Op.GTE, 3, False),  # unknown, and no number either
        ("account.name", Op.GTE, 3, False),
        ("account.nonsense", Op.IN, ("x",), False),
    ],
)
def test_holds(path: str, op: Op, value: RuleValue, expected: bool) -> None:
    assert holds(rule(path, op, value), FACTS) is expected


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("account.countri", "account.country"),
        ("account.employee", "account.employees"),
        ("country", "account.country"),
        ("contact.senority", "contact.seniority"),
        ("qqqq", None),
    ],
)
def test_a_wrong_path_gets_a_suggestion(wrong: str, meant: str | None) -> None:
    assert suggest(wrong) == meant


@pytest.mark.parametrize(
    ("unmet", "day"),
    [
        (rule("account.customer_for", Op.GTE, 90 * DAY), date(2026, 5, 30)),
        (rule("account.renewal_in", Op.LTE, 30 * DAY), date(2026, 6, 1)),
        (rule("account.country", Op.IN, ("FR",)), None),
        (rule("account.country", Op.IN, ("FR",), revisit_after=30 * DAY), date(2026, 6, 19)),
        (rule("trigger.age", Op.LTE, 3 * DAY), None),  # an event grows no younger
    ],
)
def test_what_time_can_heal(unmet: Rule, day: date | None) -> None:
    assert not holds(unmet, FACTS)
    assert heals_on(unmet, FACTS, NOW.date()) == day


@pytest.mark.parametrize(
    ("path", "op", "value", "said"),
    [
        ("account.country", Op.IN, ("DE", "GB", "NL"), "country is DE, GB or NL"),
        ("account.lifecycle", Op.NOT_IN, ("competitor",), "lifecycle is not competitor"),
        ("account.employees", Op.GTE, 40, "employees is at least 40"),
        ("account.renewal_in", Op.LT, 90 * DAY, "renewal in is under 90 days"),
        ("trigger.date", Op.GT, date(2026, 5, 4), "date is over 4 May 2026"),
        ("trigger.round", Op.EXISTS, False, "round is not known"),
        ("contact.seniority", Op.IN, ("c_level", "vp"), "the contact's seniority is C-level or VP"),
        ("contact.role", Op.CONTAINS, ("sales",), "the contact's role holds sales"),
    ],
)
def test_a_rule_is_told_in_words(path: str, op: Op, value: RuleValue, said: str) -> None:
    assert in_words(Rule(path, op, value, "")) == said
