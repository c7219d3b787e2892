"""Which contact of an account hears from us, and why the others wait. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from campaigns.barred import Barred, bar, nobody
from campaigns.campaign import Campaign, Who
from campaigns.names import same_person
from campaigns.people.worth import worth
from campaigns.rule_words import plain
from campaigns.rules import view
from campaigns.standing import History, People
from campaigns.types import No, Trigger
from campaigns.workspace import Account, Concern, Contact
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
        found = bar(campaign, contact, facts, trigger=trigger, account=account, people=people, history=history, now=now)
        if found is None:
            picks.append(
                _pick(campaign.who, contact, facts, trigger=trigger, account=account, people=people, today=now.date())
            )
        else:
            barred.append(found)
    if not picks:
        return nobody(campaign, account, barred)
    picks.sort(key=lambda pick: (-pick.points, pick.contact.id))
    first, others = picks[0], picks[1:]
    waiting = [(other.contact.name, f"{first.contact.name} comes first, one person at a time") for other in others]
    return Choice(first, tuple(waiting + [(one.contact.name, one.reason) for one in barred]))


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
