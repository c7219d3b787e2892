"""The paths that a rule may name: what each holds, and which values are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from campaigns.workspace import Function, LawfulBasis, Lifecycle, Medium, Seniority, WhyTheyCare
from triggers.types import EventKind, Side, Status


class Type(StrEnum):
    TEXT = "text"  # equal but for case
    PHRASE = "phrase"  # free text: the words of the value stand in it, in order
    LIST = "list"  # texts, of which one is enough
    NUMBER = "number"
    DATE = "date"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class PathInfo:
    type: Type
    about: str
    values: tuple[str, ...] = ()  # all there are, where that is known


def _values(enum: type[StrEnum]) -> tuple[str, ...]:
    return tuple(member.value for member in enum)


_ROUNDS = (
    "pre-seed",
    "seed",
    *"ABCDEFGH",
    *(f"pre-{letter}" for letter in "ABCD"),
    "growth",
    "bridge",
    "debt",
    "pre-IPO",
)

RULE_PATHS: Mapping[str, PathInfo] = {
    "account.id": PathInfo(Type.TEXT, "the account's id"),
    "account.name": PathInfo(Type.TEXT, "its name as in the list"),
    "account.domain": PathInfo(Type.TEXT, "its domain"),
    "account.country": PathInfo(Type.TEXT, "two letters, as in ISO 3166"),
    "account.industry": PathInfo(Type.PHRASE, "its industry"),
    "account.employees": PathInfo(Type.NUMBER, "head count"),
    "account.lifecycle": PathInfo(Type.TEXT, "where we stand with it", _values(Lifecycle)),
    "account.owner": PathInfo(Type.TEXT, "id of the teammate who owns it"),
    "account.tags": PathInfo(Type.LIST, "its tags"),
    "account.parent": PathInfo(Type.TEXT, "id of the account it belongs to"),
    "account.day_one": PathInfo(Type.DATE, "the day it became a customer"),
    "account.customer_for": PathInfo(Type.DURATION, "time since that day"),
    "account.renewal_on": PathInfo(Type.DATE, "when its contract renews"),
    "account.renewal_in": PathInfo(Type.DURATION, "time until then"),
    "account.why_they_care": PathInfo(Type.TEXT, "why it is a customer", _values(WhyTheyCare)),
    "account.why_age": PathInfo(Type.DURATION, "time since we asked why"),
    "account.measure_name": PathInfo(Type.PHRASE, "what it measures success by"),
    "account.champion": PathInfo(Type.TEXT, "id of the contact who speaks for us there"),
    "contact.id": PathInfo(Type.TEXT, "the contact's id"),
    "contact.role": PathInfo(Type.PHRASE, "title as people say it"),
    "contact.seniority": PathInfo(Type.TEXT, "", _values(Seniority)),
    "contact.function": PathInfo(Type.TEXT, "", _values(Function)),
    "contact.language": PathInfo(Type.TEXT, "two letters"),
    "contact.time_zone": PathInfo(Type.TEXT, "name in the time zone database"),
    "contact.medium": PathInfo(Type.TEXT, "how they like to be reached", _values(Medium)),
    "contact.lawful_basis": PathInfo(Type.TEXT, "", _values(LawfulBasis)),
    "contact.verified_on": PathInfo(Type.DATE, "when the address was last verified"),
    "contact.verified_age": PathInfo(Type.DURATION, "time since the address was last verified"),
    "contact.tags": PathInfo(Type.LIST, "their tags"),
    "trigger.event": PathInfo(Type.TEXT, "kind of event", _values(EventKind)),
    "trigger.status": PathInfo(Type.TEXT, "how sure it is", _values(Status)),
    "trigger.age": PathInfo(Type.DURATION, "time since the event itself"),
    "trigger.date": PathInfo(Type.DATE, "the day of the event"),
    "trigger.round": PathInfo(Type.TEXT, "funding round", _ROUNDS),
    "trigger.amount": PathInfo(Type.NUMBER, "in trigger.currency"),
    "trigger.currency": PathInfo(Type.TEXT, "three letters, as in ISO 4217"),
    "trigger.investors": PathInfo(Type.LIST, "who invests"),
    "trigger.lead": PathInfo(Type.TEXT, "who leads the round"),
    "trigger.person": PathInfo(Type.TEXT, "who comes or goes"),
    "trigger.role": PathInfo(Type.PHRASE, "the office they take or leave"),
    "trigger.side": PathInfo(Type.TEXT, "end of an acquisition", _values(Side)),
    "trigger.place": PathInfo(Type.PHRASE, "where"),
    "trigger.product": PathInfo(Type.PHRASE, "what was launched"),
    "trigger.other_party": PathInfo(Type.TEXT, "the other side of a deal"),
    "trigger.period": PathInfo(Type.TEXT, "period of results"),
    "trigger.authority": PathInfo(Type.TEXT, "who regulates"),
    "trigger.outlets": PathInfo(Type.NUMBER, "how many publishers told it"),
    "trigger.publishers": PathInfo(Type.LIST, "who told it"),
}


def suggest(path: str) -> str | None:
    """The known path that was probably meant, or None."""
    close = get_close_matches(path, RULE_PATHS, n=1, cutoff=0.6)
    if close:
        return close[0]
    last = path.rpartition(".")[2]
    return next((known for known in RULE_PATHS if known.rpartition(".")[2] == last), None)
