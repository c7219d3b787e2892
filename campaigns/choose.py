"""Which contact of an account hears from us, and why the others wait. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from campaigns.campaign import Campaign, Who
from campaigns.durations import say_duration
from campaigns.names import tokens
from campaigns.people.worth import worth
from campaigns.rule_words import either, in_words, plain
from campaigns.rules import holds, view
from campaigns.sender import caller
from campaigns.standing import CALL_AFTER, History, People, free_at, morning_after
from campaigns.types import No, Trigger
from campaigns.workspace import Account, Concern, Contact, LawfulBasis, Medium
from triggers.types import EventKind

_FRESH, _KNOWN = 90, 365  # days within which a concern is news, within which it still counts
_VERIFIED = 365  # days within which an address counts as verified


@dataclass(frozen=True, slots=True)
class Pick:
    contact: Contact
    points: float
    why: tuple[str, ...]
    facts: Mapping[str, object]
    tie: int = 0  # strongest, 0..5
    concern: float = 0.0  # level and freshness of what was heard, 0..1


@dataclass(frozen=True, slots=True)
class Barred:
    """Why this contact cannot be written to now."""

    contact: Contact
    rule: str
    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    first: Pick
    waiting: tuple[tuple[str, str], ...]  # name of another contact, why they wait


def choose(
    campaign: Campaign, *, trigger: Trigger, account: Account, people: People, history: History, now: datetime
) -> Choice | No:
    """The contact who has most to do with it among those who may be written to, or why there is none."""
    picks: list[Pick] = []
    barred: list[Barred] = []
    for contact in people.contacts:
        facts = {
            path: value for path, value in view(None, contact, trigger, now).items() if path.startswith("contact.")
        }
        bar = _bar(campaign, contact, facts, trigger=trigger, account=account, people=people, history=history, now=now)
        if bar is None:
            picks.append(
                _pick(campaign.who, contact, facts, trigger=trigger, account=account, people=people, today=now.date())
            )
        else:
            barred.append(bar)
    if not picks:
        return _nobody(campaign, account, barred)
    picks.sort(key=lambda pick: (-pick.points, pick.contact.id))
    first, others = picks[0], picks[1:]
    waiting = [(other.contact.name, f"{first.contact.name} comes first, one person at a time") for other in others]
    return Choice(first, tuple(waiting + [(bar.contact.name, bar.reason) for bar in barred]))


# --- who may not --------------------------------------------------------------------------------------------------


def _bar(
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


def same_person(one: str, other: str) -> bool:
    """Do two names stand for one person: same last name, and first names that are equal or an initial of each other?"""
    left, right = tokens(one), tokens(other)
    if not left or not right or left[-1] != right[-1]:
        return False
    if len(left) == 1 or len(right) == 1:
        return True
    first, second = left[0], right[0]
    return first == second or (1 in (len(first), len(second)) and first[0] == second[0])


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


def _nobody(campaign: Campaign, account: Account, barred: list[Barred]) -> No:
    """A no for want of a contact: a task for a person where somebody has to be found."""
    near = next((rule for rule in _NEAREST if any(bar.rule == rule for bar in barred)), None)
    evidence = tuple(f"{bar.contact.name}: {bar.reason}" for bar in barred)
    if near is None and campaign.who.ask:
        reason = f"Nobody at {account.name} is found by the campaign's question: {campaign.who.ask}"
        return No(campaign.id, "asked", reason, evidence=evidence)
    if near is None:
        return No(
            campaign.id, "no_contact", f"{account.name} needs a contact: {_wanted(campaign.who)}.", evidence=evidence
        )
    chosen = [bar for bar in barred if bar.rule == near]
    days = [bar.until for bar in chosen if bar.until is not None]
    names = ", ".join(bar.contact.name for bar in chosen[:3])
    rule = _SAID_AS.get(near, near)
    lead = f"{account.name} needs a contact" if rule == "no_contact" else f"Nobody at {account.name} may be written to"
    if near == "call_them":
        lead = f"Another mail to {account.name} would be one too many"
    return No(campaign.id, rule, f"{lead}: {names}: {chosen[0].reason}.", min(days, default=None), evidence=evidence)


def _wanted(who: Who) -> str:
    seniority = either([plain(one) for one in who.seniority]) if who.seniority else "anybody"
    function = either([plain(one) for one in who.function]) if who.function else ""
    return f"{seniority} in {function}" if function else seniority


# --- who first ----------------------------------------------------------------------------------------------------


def _pick(
    who: Who,
    contact: Contact,
    facts: Mapping[str, object],
    *,
    trigger: Trigger,
    account: Account,
    people: People,
    today: date,
) -> Pick:
    """Points for what ties this contact to us and to the event, each with a reason in words."""
    found: list[tuple[float, str]] = []
    concern = max((_weight(one, today) for one in people.concerns if one.contact_id == contact.id), default=0.0)
    if concern:
        best = max((c for c in people.concerns if c.contact_id == contact.id), key=lambda c: (_weight(c, today), c.id))
        found.append((6 * concern, f"told us something on {plain(best.heard_on)} ({plain(best.level)})"))
    tie = max((one.strength for one in people.ties if one.contact_id == contact.id), default=0)
    if tie:
        found.append((tie, f"knows one of us (strength {tie} of 5)"))
    if account.champion == contact.id:
        found.append((3, "speaks for us there"))
    if any(one.contact_id == contact.id for one in people.owed):
        found.append((10, "is the one to whom we owe something"))
    person = trigger.facts.person
    if trigger.kind is EventKind.EXECUTIVE_HIRE and person and same_person(contact.name, person):
        found.append((4, "is the one who was hired"))
    found += _suits(who, contact, today)
    if any(interest.contact_id == contact.id for interest in people.interests):
        found.append((0.5, "reads about things we know of"))
    why = tuple(reason for _, reason in sorted(found, key=lambda pair: -pair[0]))
    return Pick(contact, sum(points for points, _ in found), why or ("is the one we know there",), facts, tie, concern)


def _suits(who: Who, contact: Contact, today: date) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if contact.seniority in who.seniority:
        place = who.seniority.index(contact.seniority)
        found.append((2.0 - place / len(who.seniority), f"is {plain(contact.seniority)}"))
    if contact.function in who.function:
        place = who.function.index(contact.function)
        found.append((2.0 - place / len(who.function), f"is in {contact.function.value}"))
    if contact.verified_on and (today - contact.verified_on).days <= _VERIFIED:
        found.append((1.0, f"has an address verified on {plain(contact.verified_on)}"))
    return found


def _weight(concern: Concern, today: date) -> float:
    """How much a concern counts, 0..1: higher levels more, old ones less, those from the future not at all."""
    days = (today - concern.heard_on).days
    if days < 0 or days > _KNOWN or worth(concern.statement):  # what anybody would say ties nobody to anything
        return 0.0
    return (6 - concern.level.rank) / 5 * (1.0 if days <= _FRESH else 0.5)
