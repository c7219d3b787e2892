"""One event from many tellings: keys, joining, reconciling, clustering."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from triggers.events import cluster, discriminator, event_date, fingerprint, joins, reconcile, still_one, window
from triggers.types import CompanyRef, EventKind, Facts, Mention, Side, Status, Told

DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
FUNDING, DEAL, HIRE = EventKind.FUNDING, EventKind.ACQUISITION, EventKind.EXECUTIVE_HIRE


def mention(
    kind: EventKind = FUNDING, company: str = "Acme", status: Status = Status.ANNOUNCED, **facts: Any
) -> Mention:
    if "amount" in facts:
        facts = {"currency": "USD", **facts, "amount": Decimal(facts["amount"])}
    return Mention(kind, company, status, Facts(**facts), 0.9, ())


def told(
    said: Mention, *, days: float = 0, key: str = "", publisher: str = "Daily Anvil", title: str = "", entry: int = 0
) -> Told:
    company = CompanyRef(key or f"name:{said.company.casefold()}", said.company)
    return Told(said, company, publisher, None, DAY + timedelta(days=days), entry, title)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (mention(round="B", amount=25_000_000), "B"),
        (mention(amount=25_000_000), "25000000 USD"),
        (mention(), ""),
        (mention(DEAL, other_party="Globex, Inc."), "globex"),
        (mention(HIRE, person="Mara Lind", role="CEO"), "mara lind"),
        (mention(HIRE, role="chief executive officer"), "ceo"),
        (mention(EventKind.EXPANSION, place="Lyon"), "lyon"),
        (mention(EventKind.EARNINGS, period="third quarter"), "q3"),
        (mention(EventKind.REGULATORY, authority="FTC"), "ftc"),
        (mention(EventKind.LAYOFFS), ""),
        (mention(EventKind.RENEWAL_30, effective_on=date(2026, 4, 1)), "2026-04-01"),
    ],
)
def test_a_discriminator_follows_the_kind(said: Mention, expected: str) -> None:
    assert discriminator(said) == expected


def test_a_fingerprint_is_hex_and_depends_on_all_three_parts() -> None:
    made = {fingerprint(k, c, d) for k in (FUNDING, DEAL) for c in ("account:1", "account:2") for d in ("A", "B")}
    assert len(made) == 8
    assert all(len(f) == 32 and set(f) <= set("0123456789abcdef") for f in made)


def test_a_late_outlet_joins_although_it_names_no_round() -> None:
    first = told(mention(round="B", amount=25_000_000))
    assert joins(told(mention(amount=25_000_000), days=12), [first])


def test_two_currencies_can_be_one_sum() -> None:
    first = told(mention(amount=25_000_000))
    assert joins(told(mention(amount=23_000_000, currency="EUR")), [first])


@pytest.mark.parametrize(
    "other",
    [
        told(mention(round="C", amount=60_000_000), days=5),
        told(mention(amount=297_000_000_000), days=1),
        told(mention(round="B", amount=25_000_000), days=200),
        told(mention(round="B", amount=25_000_000), key="name:acme|DE"),
        told(mention(DEAL, other_party="Globex")),
    ],
    ids=["another round", "a market total", "long after", "another company of that name", "another kind"],
)
def test_these_are_two_events(other: Told) -> None:
    assert not joins(other, [told(mention(round="B", amount=25_000_000), key="name:acme")])


def test_a_rumour_that_comes_true_is_the_same_event() -> None:
    rumour = told(mention(DEAL, status=Status.RUMOURED, other_party="Globex", side=Side.ACQUIRER))
    signed = told(mention(DEAL, other_party="Globex Corp", side=Side.ACQUIRER), days=90)
    assert joins(signed, [rumour])
    assert reconcile([rumour, signed]).status is Status.ANNOUNCED


def test_people_are_compared_by_last_name_and_initial() -> None:
    first = told(mention(HIRE, person="Mara Lind", role="CEO"))
    assert joins(told(mention(HIRE, person="Lind", role="chief executive")), [first])
    assert not joins(told(mention(HIRE, person="Otto Lind", role="CEO")), [first])
    assert not joins(told(mention(HIRE, role="CFO")), [told(mention(HIRE, role="CEO"))])


def test_nothing_joins_an_empty_group() -> None:
    assert not joins(told(mention()), [])


def test_the_majority_wins_and_the_rest_is_shown() -> None:
    most = [
        told(mention(round="B", amount=25_000_000), publisher=f"Paper {i}", entry=i, title=f"t{i}") for i in range(3)
    ]
    other = told(mention(amount=23_000_000, currency="EUR"), publisher="Zeitung", entry=9)
    result = reconcile([other, *most])
    assert (result.facts.amount, result.facts.currency, result.facts.round) == (Decimal(25_000_000), "USD", "B")
    [split] = result.disagreements
    assert split.fact == "amount"
    assert split.values == (("25000000 USD", ("Paper 0", "Paper 1", "Paper 2")), ("23000000 EUR", ("Zeitung",)))


def test_reprints_of_one_text_count_once() -> None:
    reprints = [
        told(mention(amount=30_000_000), publisher=f"Copy {i}", entry=i, title="Acme raises $30M") for i in range(3)
    ]
    own = [
        told(mention(amount=25_000_000), publisher=f"Own {i}", entry=9 + i, title=f"Own words {i}", days=1)
        for i in range(2)
    ]
    assert reconcile([*reprints, *own]).facts.amount == 25_000_000


def test_a_press_wire_outweighs_two_papers() -> None:
    papers = [told(mention(amount=30_000_000), publisher=f"Paper {i}", entry=i, title=f"t{i}") for i in range(2)]
    wire = told(mention(amount=25_000_000), publisher="PRNewswire", entry=7, days=1)
    result = reconcile([*papers, wire])
    assert (result.facts.amount, result.chosen["amount"]) == (Decimal(25_000_000), 7)


def test_a_tie_goes_to_the_earliest() -> None:
    early, late = (
        told(mention(amount=10_000_000), entry=1),
        told(mention(amount=12_000_000), days=1, entry=2, publisher="Other"),
    )
    assert reconcile([late, early]).facts.amount == 10_000_000


def test_a_denial_after_the_announcement_is_the_last_word() -> None:
    yes = told(mention(DEAL, other_party="Globex"))
    no = told(mention(DEAL, status=Status.DENIED, other_party="Globex"), days=20)
    assert reconcile([no, yes]).status is Status.DENIED


def test_the_event_date_is_the_effective_date_once_it_has_come() -> None:
    assert event_date(mention(effective_on=date(2025, 12, 1)), DAY) == date(2025, 12, 1)
    assert event_date(mention(effective_on=date(2027, 1, 1)), DAY) == DAY.date()


def test_every_news_kind_has_a_window() -> None:
    assert window(DEAL) > window(FUNDING) > timedelta(days=7)


def test_both_sides_of_a_deal_are_one_event() -> None:
    buyer = told(mention(DEAL, other_party="Globex", side=Side.ACQUIRER))
    target = told(mention(DEAL, "Globex", other_party="Acme", side=Side.TARGET))
    german = told(mention(DEAL, "Acme GmbH", other_party="Globex", side=Side.ACQUIRER), days=2)
    other = told(mention(DEAL, other_party="Initech", side=Side.ACQUIRER), days=2)
    assert [len(g) for g in cluster([buyer, target, german, other])] == [3, 1]


def test_a_longer_form_of_the_name_meets_the_shorter_one() -> None:
    short, long_ = (
        told(mention(FUNDING, "Xyrla", round="B")),
        told(mention(FUNDING, "Shenzhen Xyrla", round="B"), days=1),
    )
    assert [len(g) for g in cluster([short, long_])] == [2]


def test_two_rounds_of_one_company_are_two_events() -> None:
    assert [len(g) for g in cluster([told(mention(round="A")), told(mention(round="B"), days=9)])] == [1, 1]


def test_talk_of_money_after_a_closed_round_is_about_the_next_one() -> None:
    closed = told(mention(amount=25_000_000))
    assert not joins(told(mention(status=Status.RUMOURED), days=20), [closed])
    assert joins(told(mention(amount=25_000_000), days=20), [told(mention(status=Status.RUMOURED))])


def test_two_loans_of_different_size_are_two_events() -> None:
    assert not joins(told(mention(round="debt", amount=10_000_000)), [told(mention(round="debt", amount=3_600_000))])


def test_a_launch_without_a_product_joins_only_the_same_words() -> None:
    launch = EventKind.PRODUCT_LAUNCH
    first = told(mention(launch, product="Anvil 3"), title="Acme launches Anvil 3 for hobby smiths")
    assert not joins(told(mention(launch), title="Acme now lets users mute alerts"), [first])
    assert joins(told(mention(launch), title="Acme launches Anvil 3 for hobby smiths today"), [first])


def test_a_deal_without_a_target_does_not_join_another_deal() -> None:
    first = told(mention(DEAL, other_party="Globex", side=Side.ACQUIRER), title="Acme acquires Globex")
    vague = told(mention(DEAL, side=Side.ACQUIRER), title="Acme acquires a robotics startup")
    assert [len(g) for g in cluster([first, vague])] == [1, 1]


def test_an_open_correction_takes_back_what_the_outlet_said_and_weighs_more_than_two_others() -> None:
    wrong = told(mention(round="B", amount=65_000_000), publisher="Wire", entry=1, title="Acme raises $65M")
    copied = told(mention(round="B", amount=65_000_000), publisher="Copy", entry=2, title="Acme lands $65M", days=0.5)
    right = told(
        mention(round="B", amount=56_000_000), publisher="Wire", entry=3, title="Correction: Acme raises $56M", days=1
    )
    result = reconcile([wrong, copied, right])
    assert result.facts.amount == 56_000_000
    assert result.disagreements[0].values == (("56000000 USD", ("Wire",)), ("65000000 USD", ("Copy",)))


def test_a_misplaced_point_in_a_named_round_is_no_second_round() -> None:
    first = told(mention(round="B", amount=2_500_000))
    assert joins(told(mention(round="B", amount=25_000_000)), [first])
    assert not joins(told(mention(amount=25_000_000)), [told(mention(amount=2_500_000))])


def test_namesakes_in_two_countries_are_two_companies_unless_an_account_is_known() -> None:
    def at(home: str, key: str = "name:acme|") -> Told:
        return replace(told(mention(round="B")), company=CompanyRef(key, "Acme", home=home))

    assert not joins(at("US"), [at("FR")])
    assert joins(at(""), [at("FR")])
    assert joins(at("US", "account:1"), [at("FR", "account:1")])


def test_titles_before_a_name_do_not_make_another_person() -> None:
    first = told(mention(HIRE, person="Sir Mara Lind", role="chair"))
    assert joins(told(mention(HIRE, person="Mara Lind", role="chairwoman")), [first])
    assert discriminator(first.mention) == "mara lind"


def test_another_post_some_weeks_later_is_another_appointment() -> None:
    finance = told(mention(HIRE, person="Mara Lind", role="CFO"))
    assert not joins(told(mention(HIRE, person="Mara Lind", role="CEO"), days=30), [finance])
    assert joins(told(mention(HIRE, person="Mara Lind", role="president and CFO"), days=30), [finance])


def test_money_that_was_only_talked_of_may_come_later_and_be_more() -> None:
    rumour = told(mention(amount=500_000_000, status=Status.RUMOURED))
    assert joins(told(mention(round="D", amount=800_000_000), days=80), [rumour])
    assert not joins(told(mention(round="D", amount=800_000_000), days=100), [rumour])


@pytest.mark.parametrize(
    ("said", "days", "one"),
    [
        (mention(round="B"), 300, True),
        (mention(round="debt"), 300, False),
        (mention(EventKind.EARNINGS, period="Q3"), 364, False),
        (mention(EventKind.LAYOFFS), 60, False),
        (mention(HIRE, role="CEO"), 400, False),
        (mention(EventKind.RENEWAL_30, effective_on=date(2026, 4, 1)), 300, True),
    ],
)
def test_an_equal_key_reaches_as_far_as_such_events_repeat(said: Mention, days: float, one: bool) -> None:
    assert still_one(told(said, days=days), [told(said)]) is one


def test_a_longer_name_needs_more_than_a_shared_word() -> None:
    short = told(mention(FUNDING, "Acme", amount=20_000_000))
    assert [len(g) for g in cluster([short, told(mention(FUNDING, "Acme Foods", amount=25_000_000), days=30)])] == [
        1,
        1,
    ]
    assert [len(g) for g in cluster([short, told(mention(FUNDING, "Acme Foods", amount=20_000_000), days=30)])] == [2]


def test_two_loans_within_a_week_are_two_and_a_loan_talked_of_is_another_one() -> None:
    closed = told(mention(round="debt", amount=3_600_000_000))
    assert not joins(told(mention(round="debt", amount=10_000_000_000, status=Status.PLANNED), days=7), [closed])


def test_a_variant_of_a_product_is_another_product() -> None:
    launch = EventKind.PRODUCT_LAUNCH
    first = told(mention(launch, product="Anvil 7"), title="Acme launches Anvil 7")
    for other in ("Anvil 7 Pro", "Anvil 8"):
        assert not joins(told(mention(launch, product=other), title="Acme launches it"), [first])
    assert joins(told(mention(launch, product="Acme Anvil 7"), title="Acme launches it"), [first])


def test_somebody_without_name_and_post_joins_only_the_same_words() -> None:
    first = told(mention(HIRE, person="Mara Lind", role="CTO"), title="Acme hires Mara Lind as CTO")
    assert not joins(told(mention(HIRE), title="Acme hires two bankers from Globex"), [first])
