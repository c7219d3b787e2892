"""Dates that come due: Day One, check-ins, renewals, customers who have gone quiet, follow-ups. Pure.

    Books (what we have on record) + today -due_events-> Due ... -post_of-> DatePost (an entry with its mention)

A date that came due becomes an entry of the source `calendar`, with a title that says which date and evidence that
points into it, so that from there on it walks the same line as a post of a feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from triggers.types import EventKind, Evidence, Facts, Mention, Status

_AFTER_START = {
    EventKind.DAY_ONE: 0,
    EventKind.CHECK_IN_30: 30,
    EventKind.CHECK_IN_60: 60,
    EventKind.CHECK_IN_90: 90,
}
_BEFORE_RENEWAL = {
    EventKind.RENEWAL_120: 120,
    EventKind.RENEWAL_90: 90,
    EventKind.RENEWAL_60: 60,
    EventKind.RENEWAL_30: 30,
}


@dataclass(frozen=True, slots=True)
class CalendarRules:
    """How long after what a date comes due. `catch_up`: how far back a look goes, so that a first start, or one
    after a long stop, does not fire what has gone stale."""

    catch_up: timedelta = timedelta(days=7)
    quiet_after: timedelta = timedelta(days=90)
    follow_up_after: timedelta = timedelta(days=14)
    chapters: int = 3  # the first letter and two more


@dataclass(frozen=True, slots=True)
class Books:
    """What is on record of one account. `heard_on`: the last day on which we wrote, met, or heard from them."""

    account_id: str
    name: str
    customer: bool
    started: bool = True  # Day One may stand in the books of a prospect who signed; not of a former customer
    day_one: date | None = None
    renewal_on: date | None = None
    heard_on: date | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that left and has no answer: the newest of its overture."""

    draft_id: int
    account_id: str
    name: str  # of the account
    chapter: int
    on: date


@dataclass(frozen=True, slots=True)
class Due:
    """One date of one account that came due."""

    kind: EventKind
    account_id: str
    name: str
    on: date
    says: str  # what is due, for people; holds `mark`
    mark: str  # the words that stand for the date or the letter
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class DatePost:
    """A due date as an entry of the calendar: what it says, and the event it tells."""

    guid: str
    title: str
    mention: Mention


def due_events(
    books: Sequence[Books], letters: Sequence[Letter], *, today: date, rules: CalendarRules = CalendarRules()
) -> list[Due]:
    """Everything that came due within the last `rules.catch_up`, oldest first. The same for the same input."""
    found = [due for one in books for due in _of_account(one, today, rules)]
    found += [_follow_up(letter, rules) for letter in letters if letter.chapter < rules.chapters]
    fresh = [due for due in found if today - rules.catch_up < due.on <= today]
    return sorted(fresh, key=lambda due: (due.on, due.account_id, due.kind, due.reference or ""))


DATED = frozenset(_AFTER_START) | frozenset(_BEFORE_RENEWAL)


def falls_on(kind: EventKind, *, day_one: date | None, renewal_on: date | None) -> date | None:
    """On which day an event of this kind comes due by these books; None where they hold no date for it."""
    if kind in _AFTER_START:
        return day_one + timedelta(days=_AFTER_START[kind]) if day_one else None
    return renewal_on - timedelta(days=_BEFORE_RENEWAL[kind]) if renewal_on and kind in _BEFORE_RENEWAL else None


def starts_that_matter(today: date, rules: CalendarRules = CalendarRules()) -> set[date]:
    """Every Day One from which something comes due now; what a store has to look for."""
    return {day - timedelta(days=days) for day in _days(today, rules) for days in _AFTER_START.values()}


def renewals_that_matter(today: date, rules: CalendarRules = CalendarRules()) -> set[date]:
    """Every renewal for which something comes due now."""
    return {day + timedelta(days=days) for day in _days(today, rules) for days in _BEFORE_RENEWAL.values()}


def _days(today: date, rules: CalendarRules) -> list[date]:
    return [today - timedelta(days=back) for back in range(rules.catch_up.days)]


def _of_account(books: Books, today: date, rules: CalendarRules) -> Iterator[Due]:
    if books.day_one and (books.customer or books.started):
        for kind, days in _AFTER_START.items():
            mark = _said(books.day_one)
            says = f"Day One is {mark}" if days == 0 else f"{days} days since Day One on {mark}"
            yield _due(kind, books, books.day_one + timedelta(days=days), says, mark)
    if not books.customer:
        return
    if books.renewal_on:
        for kind, days in _BEFORE_RENEWAL.items():
            mark = _said(books.renewal_on)
            due_on = books.renewal_on - timedelta(days=days)
            yield _due(kind, books, due_on, f"renewal in {days} days, on {mark}", mark)
    if books.heard_on:
        yield from _quiet(books, books.heard_on, today, rules)


def _quiet(books: Books, heard_on: date, today: date, rules: CalendarRules) -> Iterator[Due]:
    """Once for each further stretch of silence, since a customer who is quiet twice as long is news again."""
    stretches = (today - heard_on) // rules.quiet_after
    if stretches > 0:
        mark = _said(heard_on)
        yield _due(
            EventKind.QUIET_CUSTOMER, books, heard_on + stretches * rules.quiet_after, f"quiet since {mark}", mark
        )


def _said(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def _due(kind: EventKind, books: Books, on: date, says: str, mark: str) -> Due:
    return Due(kind, books.account_id, books.name, on, says, mark)


def _follow_up(letter: Letter, rules: CalendarRules) -> Due:
    chapter = letter.chapter + 1
    mark = f"chapter {chapter}"
    says = f"{mark} is due, no answer to the letter of {_said(letter.on)}"
    on = letter.on + rules.follow_up_after
    return Due(EventKind.FOLLOW_UP_DUE, letter.account_id, letter.name, on, says, mark, f"{letter.draft_id}:{chapter}")


def parent_and_chapter(reference: str | None) -> tuple[int, int] | None:
    """The draft that a follow-up continues, and which chapter it is; None for anything else."""
    draft, _, chapter = (reference or "").partition(":")
    return (int(draft), int(chapter)) if draft.isdigit() and chapter.isdigit() else None


def post_of(due: Due) -> DatePost:
    """The entry that stands for a due date. Its guid is the date's identity."""
    name = " ".join(due.name.split()) or due.account_id
    title = f"{name}: {due.says}"
    at = title.index(due.mark, len(name))
    fact = "reference" if due.reference else "effective_on"
    spans = (
        Evidence("company", "title", 0, len(name), name),
        Evidence(fact, "title", at, at + len(due.mark), due.mark),
    )
    facts = Facts(effective_on=due.on, reference=due.reference)
    guid = ":".join(filter(None, (due.kind.value, due.account_id, due.on.isoformat(), due.reference)))
    return DatePost(guid, title, Mention(due.kind, name, Status.ANNOUNCED, facts, 1.0, spans))
