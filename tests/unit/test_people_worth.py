"""What is written down about people: worth knowing or not, whom to call, and how promises are settled."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from campaigns.people.calls import Customer, call_of_the_day
from campaigns.people.ledger import MOVES, PromiseState, is_overdue, settle, shown_state
from campaigns.people.worth import Fault, judge_all, judge_new, worth
from campaigns.standing import Touch, unanswered
from campaigns.workspace import Concern, Level, Tie, WhyTheyCare

TODAY = date(2026, 3, 2)


def concern(id_: str, statement: str, contact: str = "jo", on: date = TODAY) -> Concern:
    return Concern(id_, contact, Level.OUTCOMES, statement, on)


# --- concerns -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    ["increase revenue", "wants more sales and lower costs", "Umsatz steigern und Kosten senken", "ROI",
     "better customer satisfaction", "Wachstum", "save time and money"],
)  # fmt: skip
def test_what_anybody_wants_is_no_concern_of_a_person(statement: str) -> None:
    flag = worth(statement)
    assert flag is not None
    assert flag.fault is Fault.ANYBODYS


@pytest.mark.parametrize(
    "statement",
    ["first-year churn eats what new sales bring", "reports are typed twice", "neue Verkäufer lernen vom Nachbarn",
     "customers in Leeds wait three weeks for a fitter", "wants to be asked before prices change"],
)  # fmt: skip
def test_what_is_about_their_place_is(statement: str) -> None:
    assert worth(statement) is None


def test_a_sign_says_too_little() -> None:
    flag = worth("…")
    assert flag is not None
    assert flag.fault is Fault.EMPTY


def test_the_same_words_on_many_contacts_are_flagged_on_each() -> None:
    same = [concern(f"n{i}", "Queues at the desk never end", contact=f"c{i}") for i in range(10)]
    flags = judge_all([*same, concern("other", "the desk closes at four", contact="c3")])
    assert set(flags) == {one.id for one in same}
    assert flags["n0"].words == "says the same of 10 contacts; a concern is one person's"


def test_two_contacts_may_share_a_worry() -> None:
    assert judge_all([concern("n1", "queues never end", "jo"), concern("n2", "queues never end", "kim")]) == {}


def test_what_was_heard_before_is_flagged_with_its_day() -> None:
    old = concern("n1", "new sellers quote prices that were dropped", on=date(2026, 1, 5))
    (flag,) = judge_new(concern("n2", "New sellers quote prices that we dropped"), [old])
    assert flag.fault is Fault.REPEATED
    assert "2026-01-05" in flag.words
    assert judge_new(concern("n2", "the new price list confuses sellers"), [old]) == ()


# --- one call a day -----------------------------------------------------------------------------------------------

GLOBEX = Customer("globex", "Globex", "max", "Max Weber", WhyTheyCare.OK, date(2025, 1, 1))
HOOLI = Customer("hooli", "Hooli", "kim", "Kim Vogel", renewal_on=TODAY + timedelta(days=30))


def test_a_renewal_comes_first_and_the_reasons_are_told() -> None:
    days = {call_of_the_day([GLOBEX, HOOLI], TODAY + timedelta(days=n)) for n in range(2)}
    assert {call.customer.account for call in days if call} == {"Globex", "Hooli"}  # the pressing ones take turns
    call = call_of_the_day([HOOLI], TODAY)
    assert call is not None
    assert call.why_now == ("renews on 1 April 2026", "nobody has asked why they care")


def test_one_a_day_is_enough() -> None:
    asked = replace(GLOBEX, asked_on=TODAY)
    assert call_of_the_day([asked, HOOLI], TODAY) is None


def test_a_fresh_answer_is_not_asked_for_again_unless_a_renewal_is_near() -> None:
    fresh = replace(GLOBEX, asked_on=TODAY - timedelta(days=90))
    assert call_of_the_day([fresh], TODAY) is None
    assert call_of_the_day([replace(fresh, renewal_on=TODAY + timedelta(days=20))], TODAY) is not None


def test_the_same_day_gives_the_same_call() -> None:
    some = [replace(GLOBEX, account_id=f"a{i}") for i in range(9)]
    assert call_of_the_day(some, TODAY) == call_of_the_day(list(reversed(some)), TODAY)


# --- promises -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", list(PromiseState))
@pytest.mark.parametrize("after", list(PromiseState))
def test_only_the_listed_moves_are_possible(before: PromiseState, after: PromiseState) -> None:
    refused = settle(before, after, "they wrote so")
    assert (refused is None) is (after in MOVES[before])


def test_a_settlement_says_how_we_know() -> None:
    refused = settle(PromiseState.MADE, PromiseState.KEPT, "  ")
    assert refused is not None
    assert "how we know" in refused.reason


def test_a_promise_is_overdue_from_the_day_after() -> None:
    assert not is_overdue("made", TODAY, TODAY)
    assert is_overdue("made", TODAY - timedelta(days=1), TODAY)
    assert not is_overdue("made", None, TODAY)
    assert shown_state("made", date(2026, 1, 1), TODAY) == "overdue"
    assert shown_state("kept", date(2026, 1, 1), TODAY) == "kept"


# --- messages without an answer -----------------------------------------------------------------------------------


def at(day: int) -> datetime:
    return datetime(2026, 2, day, 9, tzinfo=UTC)


TOUCHES = (Touch("jo", at(1)), Touch("jo", at(10)), Touch("jo", at(20)), Touch("kim", at(5)))


def test_messages_are_counted_since_the_last_answer() -> None:
    assert unanswered(TOUCHES, answered={}) == {"jo": 3, "kim": 1}
    assert unanswered(TOUCHES, answered={"jo": at(12)}) == {"jo": 1, "kim": 1}


def test_what_somebody_told_or_whom_they_met_later_is_an_answer() -> None:
    told = concern("n1", "queues never end", on=date(2026, 2, 11))
    met = Tie("t1", "mara", "kim", last_touch=date(2026, 2, 6))
    assert unanswered(TOUCHES, answered={}, concerns=[told], ties=[met]) == {"jo": 1}


def test_what_was_heard_on_the_day_of_the_message_is_not_its_answer() -> None:
    told = concern("n1", "queues never end", on=date(2026, 2, 20))
    assert unanswered(TOUCHES, answered={}, concerns=[told])["jo"] == 1
