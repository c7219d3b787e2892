"""Names of things for people."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from campaigns.review import RejectReason
from overture.web.show import when, words
from overture.web.show.diff import word_diff

NOW = datetime(2026, 11, 19, 10, 32, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "facts", "head", "tail"),
    [
        ("funding", {"round": "B", "amount": "25000000", "currency": "USD"}, "Series B", "$25M"),
        ("funding", {"round": "pre-seed"}, "Pre-seed", ""),
        ("funding", {"round": "pre-B"}, "Pre-Series B", ""),
        ("funding", {}, "Funding", ""),
        ("executive_hire", {"role": "CRO", "person": "Tess Okoro"}, "New CRO", "Tess Okoro"),
        ("executive_hire", {"role": "Chief Revenue Officer"}, "New CRO", ""),
        ("executive_departure", {"role": "CFO"}, "CFO left", ""),
        ("executive_departure", {"role": "services director"}, "Services director left", ""),
        ("expansion", {"place": "Oslo"}, "Expansion", "Oslo"),
        ("renewal_90", {}, "Renewal", "in 90 days"),
        ("check_in_30", {}, "Check-in", "day 30"),
        ("something_new", {}, "Something new", ""),
    ],
)
def test_an_event_has_a_short_name(kind: str, facts: dict[str, str], head: str, tail: str) -> None:
    label = words.event_label(kind, facts)
    assert (label.head, label.tail) == (head, tail)


@pytest.mark.parametrize(
    ("amount", "currency", "said"),
    [
        ("25000000", "USD", "$25M"),
        ("3500000", "CHF", "CHF 3.5M"),
        ("1200000000", "EUR", "€1.2B"),
        ("900", "GBP", "£900"),
        (None, "USD", ""),
        ("many", "USD", ""),
        ("NaN", "USD", ""),
    ],
)
def test_money_is_short(amount: str | None, currency: str, said: str) -> None:
    assert words.money(amount, currency) == said


def test_every_reason_has_its_digit_and_says_what_it_does() -> None:
    assert [reason.digit for reason in words.REASONS] == list("1234567890")
    assert {reason.value for reason in words.REASONS} == {str(reason) for reason in RejectReason}
    assert all(reason.effect.endswith(".") for reason in words.REASONS)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Mara Lind", "ML"), ("otto", "O"), ("", "?"), (None, "?"), ("Ann-Marie Sand", "AS"), ("  ", "?")],
)
def test_initials(name: str | None, letters: str) -> None:
    assert words.initials(name) == letters


def test_moments_in_words() -> None:
    assert when.ago(NOW - timedelta(minutes=12), NOW) == "12 min ago"
    assert when.ago(NOW + timedelta(hours=3), NOW) == "in 3 h"
    assert when.ago(date(2026, 11, 18), NOW) == "yesterday"
    assert when.ago(None, NOW) == "never"
    assert when.left(date(2026, 11, 23), NOW) == "4 d left"
    assert when.left(date(2026, 11, 19), NOW) == "last day"
    assert when.left(date(2026, 11, 18), NOW) == "over"


def test_the_last_minute_of_a_hold_is_told_in_seconds() -> None:
    now = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)
    assert when.leaves(now + timedelta(seconds=12), now, UTC) == "in 12 s"
    assert when.leaves(now + timedelta(minutes=10), now, UTC) == "at 10:52"
    assert when.leaves(now - timedelta(seconds=5), now, UTC) == "at 10:41"


def test_a_day_of_another_year_says_which() -> None:
    assert when.day(date(2025, 5, 14), NOW) == "14 May 2025"
    assert when.day(date(2026, 5, 14), NOW) == "14 May"
    assert when.day(date(2027, 1, 3), NOW) == "3 Jan"


def test_an_unknown_zone_is_utc() -> None:
    assert when.clock(NOW, when.zone("Mars/Olympus")) == "10:32"
    assert when.clock(NOW, when.zone("Europe/Berlin")) == "11:32"


def test_a_diff_gives_back_both_texts() -> None:
    before, after = "We raised the point in May.", "You raised the point last May, twice."
    changes = word_diff(before, after)
    assert "".join(c.text for c in changes if c.kind != "ins") == before
    assert "".join(c.text for c in changes if c.kind != "del") == after


def test_equal_texts_have_no_changes() -> None:
    assert [change.kind for change in word_diff("same words", "same words")] == ["same"]
