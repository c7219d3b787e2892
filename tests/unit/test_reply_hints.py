"""What headers ask of us, and what junk in them does not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from triggers.reply.hints import max_age, retry_after, usable_validator

NOW = datetime(2026, 2, 2, 10, 0, tzinfo=UTC)
DAY = 86400.0


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("315360000", DAY),
        ("9" * 5000, DAY),
        ("-5", None),
        ("", None),
        ("soon", None),
        ("1.5", None),
        ("٣", None),
        ("Mon, 02 Feb 2026 10:10:00 GMT", 600.0),
        ("Mon, 02 Feb 2026 09:00:00 GMT", 0.0),
        ("Mon, 02 Feb 2036 10:00:00 GMT", DAY),
        ("Mon, 99 Feb 2026 10:00:00 GMT", None),
        ("Mon, 02 Feb 99999 10:00:00 GMT", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": value}, NOW) == seconds


def test_a_date_is_measured_by_the_servers_own_clock() -> None:
    headers = {"Retry-After": "Sun, 01 Feb 2026 00:10:00 GMT", "Date": "Sun, 01 Feb 2026 00:00:00 GMT"}
    assert retry_after(headers, NOW) == 600


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Cache-Control": "max-age=300"}, 300.0),
        ({"Cache-Control": 'public, MAX-AGE="300", s-maxage=900'}, 900.0),
        ({"Cache-Control": "no-cache, max-age=300"}, None),
        ({"Cache-Control": "max-age=999999999"}, DAY),
        ({"Cache-Control": "max-age=-1"}, None),
        ({"Cache-Control": "x-max-ages=7"}, None),
        ({"Expires": "Mon, 02 Feb 2026 11:00:00 GMT"}, 3600.0),
        ({"Expires": "Mon, 02 Feb 2026 09:00:00 GMT"}, None),
        ({"Expires": "0"}, None),
        ({"Expires": "-1"}, None),
    ],
)
def test_freshness(headers: dict[str, str], seconds: float | None) -> None:
    assert max_age(headers, NOW) == seconds


@pytest.mark.parametrize("value", ["", None, "a" * 4097, '"a\r\nX: 1"', '"a\x00"', '"\udcff"'])
def test_a_validator_that_cannot_be_kept_is_dropped(value: str | None) -> None:
    assert usable_validator(value) is None


@pytest.mark.parametrize("value", ['W/"abc"', '"äöü"', "Mon, 02 Feb 2026 10:00:00 GMT", "  odd but theirs "])
def test_a_validator_is_kept_letter_by_letter(value: str) -> None:
    assert usable_validator(value) == value
