"""Quiet hours: what is quiet now, and when it is over."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from campaigns.quiet import Quiet, loud_again, quiet

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
NIGHT = quiet("19:00-08:00", ["sat", "sun"])


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-19T10:00", None),  # a Thursday, 11 o'clock in Berlin
        ("2026-11-19T18:00", "2026-11-20T07:00"),  # 19 o'clock sharp
        ("2026-11-19T06:59", "2026-11-19T07:00"),
        ("2026-11-19T07:00", None),
        ("2026-11-20T20:00", "2026-11-23T07:00"),  # Friday evening, until Monday
        ("2026-11-21T12:00", "2026-11-23T07:00"),
        ("2026-10-24T12:00", "2026-10-26T07:00"),  # over the end of summer time
    ],
)
def test_the_night_and_the_weekend_end_in_the_morning(now: str, until: str | None) -> None:
    assert loud_again(NIGHT, at(now), BERLIN) == (at(until) if until else None)


def test_it_is_quiet_where_the_reader_is() -> None:
    assert loud_again(NIGHT, at("2026-11-19T11:00"), TOKYO) == at("2026-11-19T23:00")


def test_a_pause_in_the_middle_of_the_day() -> None:
    assert loud_again(quiet("12:00-13:30"), at("2026-11-19T12:15"), ZoneInfo("UTC")) == at("2026-11-19T13:30")


def test_nothing_said_is_never_quiet() -> None:
    assert quiet(None) == Quiet()
    assert loud_again(Quiet(), at("2026-11-21T03:00"), BERLIN) is None


@pytest.mark.parametrize("hours", ["", "19-8", "19:00", "24:00-08:00", "08:00-08:00", "evening"])
def test_what_is_no_span_of_hours_is_refused(hours: str) -> None:
    with pytest.raises(ValueError, match="19:00-08:00"):
        quiet(hours)


def test_a_week_of_quiet_days_is_refused() -> None:
    with pytest.raises(ValueError, match="no day"):
        quiet(None, ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
