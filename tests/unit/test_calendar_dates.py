"""Which dates come due, and when: the calendar's own rules, day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from triggers import events
from triggers.sources.calendar import (
    Books,
    CalendarRules,
    Due,
    Letter,
    due_events,
    parent_and_chapter,
    post_of,
    renewals_that_matter,
    starts_that_matter,
)
from triggers.types import EventKind

TODAY = date(2026, 11, 19)
ACME = Books("acme", "Acme Robotics", customer=True)


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def due(*books: Books, letters: tuple[Letter, ...] = (), on: date = TODAY) -> list[Due]:
    return due_events(books, letters, today=on)


def kinds(found: list[Due]) -> list[str]:
    return [one.kind.value for one in found]


@pytest.mark.parametrize(
    ("day_one", "kind"), [(0, "day_one"), (-30, "check_in_30"), (-60, "check_in_60"), (-90, "check_in_90")]
)
def test_the_days_after_day_one(day_one: int, kind: str) -> None:
    (found,) = due(Books("acme", "Acme", True, day_one=days(day_one)))
    assert (found.kind.value, found.on) == (kind, TODAY)


@pytest.mark.parametrize("before", [120, 90, 60, 30])
def test_the_days_before_a_renewal(before: int) -> None:
    (found,) = due(Books("acme", "Acme", True, renewal_on=days(before)))
    assert (found.kind.value, found.on) == (f"renewal_{before}", TODAY)


def test_a_first_start_fires_what_came_due_this_week_and_nothing_older() -> None:
    this_week = Books("acme", "Acme", True, renewal_on=days(24))
    long_ago = Books("globex", "Globex", True, renewal_on=days(23))
    assert [(one.account_id, one.on) for one in due(this_week, long_ago)] == [("acme", days(-6))]


def test_nothing_comes_due_early() -> None:
    assert due(Books("acme", "Acme", True, day_one=days(1), renewal_on=days(121))) == []


def test_every_date_of_a_year_comes_due_once_when_looked_at_daily() -> None:
    books = Books("acme", "Acme", True, day_one=days(0), renewal_on=days(365))
    seen = {(one.kind, one.on) for back in range(366) for one in due(books, on=days(back))}
    assert sorted(kind.value for kind, _ in seen) == [
        "check_in_30", "check_in_60", "check_in_90", "day_one", "renewal_120", "renewal_30", "renewal_60", "renewal_90",
    ]  # fmt: skip


def test_only_customers_renew_and_go_quiet() -> None:
    assert due(Books("acme", "Acme", False, renewal_on=days(90), heard_on=days(-90))) == []


def test_a_prospect_who_signed_has_a_day_one_and_a_former_customer_has_none() -> None:
    assert kinds(due(Books("acme", "Acme", False, day_one=TODAY))) == ["day_one"]
    assert due(Books("acme", "Acme", False, started=False, day_one=TODAY)) == []


def test_a_quiet_customer_comes_due_after_ninety_days_and_again_after_as_many() -> None:
    assert due(Books("acme", "Acme", True, heard_on=days(-89))) == []
    assert kinds(due(Books("acme", "Acme", True, heard_on=days(-90)))) == ["quiet_customer"]
    assert due(Books("acme", "Acme", True, heard_on=days(-130))) == []
    assert [one.on for one in due(Books("acme", "Acme", True, heard_on=days(-182)))] == [days(-2)]


def test_silence_that_was_never_broken_cannot_be_measured() -> None:
    assert due(ACME) == []


def test_the_next_chapter_comes_due_two_weeks_after_the_letter() -> None:
    letter = Letter(12, "acme", "Acme", chapter=1, on=days(-14))
    (found,) = due(letters=(letter,))
    assert (found.kind, found.reference, found.on) == (EventKind.FOLLOW_UP_DUE, "12:2", TODAY)
    assert parent_and_chapter(found.reference) == (12, 2)


def test_there_is_no_fourth_chapter() -> None:
    assert due(letters=(Letter(12, "acme", "Acme", chapter=3, on=days(-14)),)) == []


@pytest.mark.parametrize("text", [None, "", "12", "a:b", "https://example.com/a:2"])
def test_what_is_no_follow_up_has_no_parent(text: str | None) -> None:
    assert parent_and_chapter(text) is None


def test_what_a_store_looks_for_is_all_that_can_come_due() -> None:
    rules = CalendarRules(catch_up=timedelta(days=3))
    for back in range(130):
        for start in (days(-back), days(back)):
            books = Books("acme", "Acme", True, day_one=start)
            assert bool(due_events([books], (), today=TODAY, rules=rules)) == (
                start in starts_that_matter(TODAY, rules)
            )
            books = Books("acme", "Acme", True, renewal_on=start)
            found = due_events([books], (), today=TODAY, rules=rules)
            assert bool(found) == (start in renewals_that_matter(TODAY, rules))


def test_the_post_says_which_date_and_points_at_its_words() -> None:
    (found,) = due(Books("acme", "Acme  Robotics", True, renewal_on=days(90)))
    post = post_of(found)
    assert post.title == "Acme Robotics: renewal in 90 days, on 17 February 2027"
    assert all(post.title[span.start : span.end] == span.text for span in post.mention.evidence)
    assert {span.fact for span in post.mention.evidence} == {"company", "effective_on"}


def test_a_name_that_holds_its_own_date_does_not_mislead_the_span() -> None:
    mark = days(90).isoformat()
    (found,) = due(Books("acme", f"Acme {mark}", True, renewal_on=days(90)))
    span = post_of(found).mention.evidence[1]
    assert span.start > len(f"Acme {mark}")


def test_each_date_and_each_follow_up_is_an_event_of_its_own() -> None:
    letters = tuple(Letter(number, "acme", "Acme", 1, days(-14)) for number in (1, 2))
    mentions = [post_of(one).mention for one in due(letters=letters)]
    assert len({events.discriminator(mention) for mention in mentions}) == 2
    renewal = post_of(due(Books("acme", "Acme", True, renewal_on=days(90)))[0])
    assert events.discriminator(renewal.mention) == TODAY.isoformat()
    assert len({renewal.guid, *(post_of(one).guid for one in due(letters=letters))}) == 3
