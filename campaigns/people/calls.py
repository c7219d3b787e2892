"""Whom to call: one customer a day, to ask why they care, and who has left our mails unanswered. Pure, and the same all
day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from campaigns.rule_words import plain
from campaigns.sender import caller
from campaigns.standing import CALL_AFTER, History, People
from campaigns.workspace import Account, Contact, Teammate, WhyTheyCare

OLD = timedelta(days=180)  # an answer is asked for again after so long
SOON = timedelta(days=120)  # before a renewal an answer is wanted that is no older than
RECENT = timedelta(days=60)
_TURNS = 5  # the most pressing take turns, so that one that nobody calls does not block the others


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer with the person there who would be called, and who of us knows them."""

    account_id: str
    account: str
    contact_id: str
    contact: str
    why: WhyTheyCare | None = None
    asked_on: date | None = None
    renewal_on: date | None = None
    day_one: date | None = None
    teammate: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    customer: Customer
    why_now: tuple[str, ...]


def call_of_the_day(customers: Iterable[Customer], today: date) -> Call | None:
    """The one to call, with the reasons; None where one was asked today, or every answer is fresh."""
    known = list(customers)
    if any(one.asked_on == today for one in known):
        return None
    due = sorted((one for one in known if _is_due(one, today)), key=lambda one: _order(one, today))
    if not due:
        return None
    chosen = due[today.toordinal() % min(_TURNS, len(due))]
    return Call(chosen, tuple(_reasons(chosen, today)))


def _is_due(one: Customer, today: date) -> bool:
    if one.asked_on is None:
        return True
    age = today - one.asked_on
    return age > OLD or (age > RECENT and _renews_soon(one, today))


def _renews_soon(one: Customer, today: date) -> bool:
    return one.renewal_on is not None and timedelta(0) <= one.renewal_on - today <= SOON


def _order(one: Customer, today: date) -> tuple[object, ...]:
    """Renewals first, then those who wonder who we are, then who was never or longest not asked."""
    renewal = one.renewal_on if one.renewal_on and _renews_soon(one, today) else date.max
    asked = one.asked_on or one.day_one or date.min
    return renewal, one.why is not WhyTheyCare.WHO_ARE_YOU, asked, one.account_id


def _reasons(one: Customer, today: date) -> Iterable[str]:
    if one.renewal_on and _renews_soon(one, today):
        yield f"renews on {plain(one.renewal_on)}"
    if one.asked_on is None:
        yield "nobody has asked why they care"
    else:
        said = f': "{plain(one.why)}"' if one.why else ""
        yield f"was last asked on {plain(one.asked_on)}{said}"


@dataclass(frozen=True, slots=True)
class CallInstead:
    """Somebody who should be called and not be written to, and who of us calls; None where we have no team.

    `handed_by` and `why` where one of us gave it to another; `until` where it is put off till that day.
    """

    account: Account
    contact: Contact
    unanswered: int  # messages in a row
    teammate: Teammate | None
    last: datetime | None = None  # when the newest of these messages left
    handed_by: str | None = None
    why: str | None = None
    until: date | None = None


def calls_instead(account: Account, people: People, history: History) -> list[CallInstead]:
    """Who at an account has left too many mails unanswered, the most first; never who wants nothing from us."""
    if history.suppressed.account(account):
        return []
    found = [
        CallInstead(account, contact, history.unanswered[contact.id], caller(account, contact, people), last)
        for contact in people.contacts
        for last in [max((one.at for one in history.touches if one.contact_id == contact.id), default=None)]
        if history.unanswered.get(contact.id, 0) >= CALL_AFTER
        and not (contact.email and history.suppressed.address(contact.email))
    ]
    return sorted(found, key=lambda one: (-one.unanswered, one.contact.id))


def as_row(call: CallInstead) -> dict[str, str | int | None]:
    """Flat, for lists of programs; `call` is the name of who of us calls."""
    return {
        "call": call.teammate.name if call.teammate else None,
        "teammate_id": call.teammate.id if call.teammate else None,
        "contact": call.contact.name,
        "contact_id": call.contact.id,
        "role": call.contact.role,
        "account": call.account.name,
        "account_id": call.account.id,
        "unanswered": call.unanswered,
        "handed_over_by": call.handed_by,
        "why": call.why,
        "until": call.until.isoformat() if call.until else None,
    }
