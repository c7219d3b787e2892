"""Which contacts of an account cannot be written to now, and what a no says where that leaves nobody. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from campaigns.campaign import Campaign, Who
from campaigns.durations import say_duration
from campaigns.names import same_person
from campaigns.rule_words import either, in_words, plain
from campaigns.rules import holds
from campaigns.sender import caller
from campaigns.standing import CALL_AFTER, History, People, free_at, morning_after
from campaigns.types import No, Trigger
from campaigns.workspace import Account, Contact, LawfulBasis, Medium
from triggers.types import EventKind


@dataclass(frozen=True, slots=True)
class Barred:
    """Why this contact cannot be written to now."""

    contact: Contact
    rule: str
    reason: str
    until: date | None = None


def bar(
    campaign: Campaign,
    contact: Contact,
    facts: Mapping[str, object],
    *,
    trigger: Trigger,
    account: Account,
    people: People,
    history: History,
    now: datetime,
) -> Barred | None:
    """The first thing that stands against this contact, the final ones first."""
    if _left(contact, trigger):
        return Barred(contact, "departed", "they are the one who leaves")
    reason = history.suppressed.address(contact.email) if contact.email else None
    if reason is not None:
        return Barred(contact, "suppressed", reason)
    if contact.lawful_basis is LawfulBasis.NONE:
        return Barred(contact, "lawful_basis", "no lawful basis for writing to them is on record")
    return (
        _not_wanted(campaign, contact, facts, people)
        or _unreachable(contact)
        or _too_many(account, contact, people, history)
        or _too_often(campaign, contact, history, now)
    )


def _left(contact: Contact, trigger: Trigger) -> bool:
    person = trigger.facts.person
    return trigger.kind is EventKind.EXECUTIVE_DEPARTURE and person is not None and same_person(contact.name, person)


def _not_wanted(campaign: Campaign, contact: Contact, facts: Mapping[str, object], people: People) -> Barred | None:
    who = campaign.who
    if who.seniority and contact.seniority not in who.seniority:
        wanted = either([plain(wanted) for wanted in who.seniority])
        return Barred(contact, "who", f"the campaign writes to {wanted}, they are {plain(contact.seniority)}")
    if who.function and contact.function not in who.function:
        wanted = either([plain(wanted) for wanted in who.function])
        return Barred(contact, "who", f"the campaign writes to {wanted}, they are in {contact.function.value}")
    if contact.id not in people.asked.get(campaign.id, (contact.id,)):
        return Barred(contact, "who", "the campaign's question did not find them")
    for rule in campaign.must:
        if rule.path.startswith("contact.") and not holds(rule, facts):
            return Barred(contact, "must", f"the campaign writes only where {in_words(rule)}")
    for rule in campaign.never:
        if rule.path.startswith("contact.") and holds(rule, facts):
            return Barred(contact, "never", f"the campaign never writes where {in_words(rule)}")
    return None


def _unreachable(contact: Contact) -> Barred | None:
    if contact.medium is Medium.EMAIL and not contact.email:
        return Barred(contact, "no_address", "we have no address of theirs")
    return None


def _too_many(account: Account, contact: Contact, people: People, history: History) -> Barred | None:
    count = history.unanswered.get(contact.id, 0)
    if count < CALL_AFTER:
        return None
    mate = caller(account, contact, people)
    instead = f"{mate.name} should call them instead" if mate else "call them instead"
    return Barred(contact, "call_them", f"{count} messages had no answer; {instead}")


def _too_often(campaign: Campaign, contact: Contact, history: History, now: datetime) -> Barred | None:
    free = free_at(
        [touch.at for touch in history.touches if touch.contact_id == contact.id], campaign.caps.per_contact, now
    )
    if free is None:
        return None
    cap = campaign.caps.per_contact
    reason = f"they heard from us: at most {cap.count} in {say_duration(cap.window)}"
    return Barred(contact, "cap_contact", reason, morning_after(free))


# Which reason is told when contacts are barred for several: the one nearest to a letter comes first.
_NEAREST = ("cap_contact", "call_them", "no_address", "lawful_basis", "suppressed", "departed")
_SAID_AS = {"no_address": "no_contact", "departed": "no_contact"}


def nobody(campaign: Campaign, account: Account, barred: list[Barred]) -> No:
    """A no for want of a contact: a task for a person where somebody has to be found."""
    near = next((rule for rule in _NEAREST if any(one.rule == rule for one in barred)), None)
    evidence = tuple(f"{one.contact.name}: {one.reason}" for one in barred)
    if near is None and campaign.who.ask:
        reason = f"Nobody at {account.name} is found by the campaign's question: {campaign.who.ask}"
        return No(campaign.id, "asked", reason, evidence=evidence)
    if near is None:
        return No(
            campaign.id, "no_contact", f"{account.name} needs a contact: {_wanted(campaign.who)}.", evidence=evidence
        )
    chosen = [one for one in barred if one.rule == near]
    days = [one.until for one in chosen if one.until is not None]
    names = ", ".join(one.contact.name for one in chosen[:3])
    rule = _SAID_AS.get(near, near)
    lead = f"{account.name} needs a contact" if rule == "no_contact" else f"Nobody at {account.name} may be written to"
    if near == "call_them":
        lead = f"Another mail to {account.name} would be one too many"
    return No(campaign.id, rule, f"{lead}: {names}: {chosen[0].reason}.", min(days, default=None), evidence=evidence)


def _wanted(who: Who) -> str:
    seniority = either([plain(one) for one in who.seniority]) if who.seniority else "anybody"
    function = either([plain(one) for one in who.function]) if who.function else ""
    return f"{seniority} in {function}" if function else seniority
