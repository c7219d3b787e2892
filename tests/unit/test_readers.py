"""Who gets to hear of a post of ours: those who read about it, worry about it, and know one of us."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from campaigns.people.readers import is_about, readers, stems
from campaigns.workspace import Concern, Contact, Interest, Level, Tie

TODAY = date(2026, 11, 19)
JO = Contact("jo", "acme", "Jo Meyer", "Jo")
READS = Interest("i1", "jo", "customer churn")
SAID = Concern("c1", "jo", Level.OUTCOMES, "Too many customers leave in the first year", TODAY - timedelta(days=30))
KNOWS = Tie("t1", "mara", "jo", strength=3)
POST = ("What churn costs", "Eight customer stories about the first ninety days.")


def found(
    post: tuple[str, str] = POST,
    *,
    interests: tuple[Interest, ...] = (READS,),
    concerns: tuple[Concern, ...] = (SAID,),
    ties: tuple[Tie, ...] = (KNOWS,),
    contacts: tuple[Contact, ...] = (JO,),
) -> list[str]:
    everything = readers(*post, contacts=contacts, interests=interests, concerns=concerns, ties=ties, today=TODAY)
    return [one.contact_id for one in everything]


def test_interest_and_concern_and_tie_make_a_reader() -> None:
    assert found() == ["jo"]


def test_each_of_the_three_is_needed() -> None:
    assert found(interests=()) == []
    assert found(concerns=()) == []
    assert found(ties=()) == []


def test_a_post_about_something_else_is_for_somebody_else() -> None:
    assert found(("What hiring costs", "Eight stories about interviews.")) == []


def test_a_worry_about_something_else_is_no_reason() -> None:
    other = Concern("c2", "jo", Level.TASKS, "Invoices take us two days a month", TODAY)
    assert found(concerns=(other,)) == []


@pytest.mark.parametrize("ago", [timedelta(days=600), timedelta(days=-1)])
def test_an_old_worry_and_one_from_the_future_do_not_count(ago: timedelta) -> None:
    old = Concern("c2", "jo", Level.OUTCOMES, "Customers leave", TODAY - ago)
    assert found(concerns=(old,)) == []


def test_the_strongest_tie_comes_first_then_the_newest_worry() -> None:
    kim = Contact("kim", "globex", "Kim", "Kim")
    lee = Contact("lee", "initech", "Lee", "Lee")
    people = (JO, kim, lee)
    reads = tuple(Interest(f"i{one.id}", one.id, "churn") for one in people)
    said = tuple(
        Concern(f"c{one.id}", one.id, Level.OUTCOMES, "Our churn grows", TODAY - timedelta(days=days))
        for one, days in zip(people, (3, 2, 1), strict=True)
    )
    knows = tuple(Tie(f"t{one.id}", "mara", one.id, strength=s) for one, s in zip(people, (2, 5, 2), strict=True))
    assert found(contacts=people, interests=reads, concerns=said, ties=knows) == ["kim", "lee", "jo"]


@pytest.mark.parametrize(
    ("topic", "text", "about"),
    [
        ("churn", "Churning customers", True),
        ("CRM", "Five CRM mistakes", True),
        ("CRM", "Five cream cakes", False),
        ("AI", "AI in the back office", True),
        ("onboarding new sellers", "Onboarding sellers in a week", True),
        ("onboarding new sellers", "Onboarding engineers in a week", False),
        ("Kundenabwanderung", "Was Kundenabwanderung kostet", True),
        ("the", "The end of the week", False),
    ],
)
def test_a_text_is_about_a_topic_when_all_its_subject_words_are_there(topic: str, text: str, about: bool) -> None:
    assert is_about(topic, stems(text)) is about


def test_common_words_are_no_subject() -> None:
    assert stems("What you should know about this week") == frozenset()
