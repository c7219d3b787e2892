"""What a correction changes in a draft, and how a person's edit survives it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from campaigns.retell import Change, carry, changes, in_words, renewed, without_news
from campaigns.types import Known, Segment

AMOUNT = ("trigger.amount",)
BEFORE = {
    "trigger.amount": Known(Decimal(25_000_000), "trigger:1:amount"),
    "evidence.publisher": Known("Courier", "entry:1:publisher"),
    "concern.statement": Known("onboarding is slow", "concern:7"),
}
AFTER = {
    "trigger.amount": Known(Decimal(27_000_000), "trigger:1:amount"),
    "trigger.round": Known("B", "trigger:1:round"),
    "evidence.publisher": Known("Ledger", "entry:2:publisher"),
    "concern.statement": Known("something heard since", "concern:8"),
}


def bound(text: str, *paths: str, evidence: tuple[str, ...] = ("trigger:1:amount",)) -> Segment:
    return Segment(text, paths or AMOUNT, evidence)


def test_the_news_is_renewed_and_what_was_known_of_people_stays() -> None:
    found = renewed(BEFORE, AFTER)
    assert found["evidence.publisher"].value == "Ledger"
    assert found["concern.statement"].value == "onboarding is slow"
    assert set(without_news(BEFORE)) == {"concern.statement"}


def test_only_facts_of_the_event_count_as_changes() -> None:
    assert changes(BEFORE, AFTER) == (
        Change("amount", Decimal(25_000_000), Decimal(27_000_000)),
        Change("round", None, "B"),
    )
    assert changes(BEFORE, {**BEFORE, "evidence.publisher": Known("Ledger", "entry:2:publisher")}) == ()


def test_changes_in_words() -> None:
    found = (
        Change("amount", Decimal(25_000_000), None),
        Change("date", date(2026, 11, 1), date(2026, 11, 3)),
        Change("other_party", None, "Globex"),
        Change("investors", ("One", "Two"), ("One",)),
    )
    assert in_words(found) == (
        "amount 25,000,000 → (nothing); date 2026-11-01 → 2026-11-03; other party (nothing) → Globex; "
        "investors One, Two → One"
    )


def test_an_edit_keeps_its_words_around_the_corrected_fact() -> None:
    edited = (Segment("Well done with "), bound("$25 million"), Segment(", really."))
    old = (Segment("You raised "), bound("$25 million"), Segment("."))
    new = (Segment("You raised "), bound("$27 million"), Segment("."))
    found = carry(edited, old, new, renewed(BEFORE, AFTER))
    assert found is not None
    assert "".join(segment.text for segment in found) == "Well done with $27 million, really."


def test_bound_words_take_the_origin_that_holds_now() -> None:
    said = bound("Courier", "evidence.publisher", evidence=("entry:1:publisher",))
    now = bound("Ledger", "evidence.publisher", evidence=("entry:2:publisher",))
    found = carry((said,), (said,), (now,), renewed(BEFORE, AFTER))
    assert found is not None
    assert (found[0].text, found[0].evidence) == ("Ledger", ("entry:2:publisher",))


def test_a_fact_that_is_gone_has_no_successor() -> None:
    assert carry((bound("$25 million"),), (bound("$25 million"),), (), renewed(BEFORE, {})) is None


def test_words_that_do_not_line_up_are_not_guessed() -> None:
    twice = (bound("$25 million"), bound("$25 million"))
    assert carry((bound("$25 million"),), twice, (bound("$27 million"),), renewed(BEFORE, AFTER)) is None


def test_an_edit_that_dropped_the_fact_stays_as_it_is() -> None:
    edited = (Segment("Just a word of thanks."),)
    assert carry(edited, (bound("$25 million"),), (bound("$27 million"),), renewed(BEFORE, AFTER)) == edited
