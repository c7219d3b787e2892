"""The rules of a campaign: which paths they may name, what is true of an account, a contact and a trigger, what holds.

A rule is `path op value`. Everything it can see is in one flat mapping, made by `view`; what is unknown is None there
and satisfies nothing but `not_in` and `exists: false`. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum

from campaigns.names import tokens
from campaigns.types import Trigger
from campaigns.workspace import (
    Account,
    Cap,
    Contact,
    Function,
    LawfulBasis,
    Lifecycle,
    Medium,
    Op,
    Plain,
    Rule,
    Seniority,
    WhyTheyCare,
)
from triggers.types import EventKind, Side, Status

# --- durations ----------------------------------------------------------------------------------------------------

_DURATION = re.compile(r"\s*(\d{1,5})\s*([smhdw])\s*")
_UNIT = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_duration(text: str) -> timedelta | None:
    """ "21d", "2w", "6h", "10m", "15s"; None for anything else."""
    found = _DURATION.fullmatch(text)
    return timedelta(**{_UNIT[found[2]]: int(found[1])}) if found else None


def say_duration(span: timedelta) -> str:
    """In words, in the largest unit that divides it: "3 weeks", "1 day", "90 minutes"."""
    seconds = int(span.total_seconds())
    for unit, size in (("week", 604_800), ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)):
        count, rest = divmod(seconds, size)
        if count and not rest and (unit != "week" or count < 9):
            return f"{count} {unit}{'s' if count != 1 else ''}"
    return "0 seconds"


def parse_cap(text: str) -> Cap | None:
    """ "1/60d": at most one in sixty days; None for anything else."""
    count, slash, window = text.partition("/")
    span = parse_duration(window)
    if not slash or span is None or not span or not count.strip().isdigit():
        return None
    return Cap(int(count), span)


# --- paths --------------------------------------------------------------------------------------------------------


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


# --- what is true -------------------------------------------------------------------------------------------------

_SHOWN_FACTS = ("round", "amount", "currency", "investors", "lead", "person", "role", "side", "place", "product")
_MORE_FACTS = ("other_party", "period", "authority")


def view(account: Account | None, contact: Contact | None, trigger: Trigger, now: datetime) -> dict[str, object]:
    """Every path of `RULE_PATHS` that these say something about, None where unknown, and `today`.

    Ages are timedeltas.
    """
    today = now.date()
    facts = trigger_view(trigger, today)
    if account is not None:
        facts |= {f"account.{f.name}": getattr(account, f.name) for f in fields(account)}
        facts["account.customer_for"] = _since(account.day_one, today)
        facts["account.renewal_in"] = account.renewal_on - today if account.renewal_on else None
        facts["account.why_age"] = _since(account.why_asked_on, today)
    if contact is not None:
        facts |= {f"contact.{f.name}": getattr(contact, f.name) for f in fields(contact)}
        facts["contact.verified_age"] = _since(contact.verified_on, today)
    return {path: value for path, value in facts.items() if path in RULE_PATHS} | {"today": today}


def trigger_view(trigger: Trigger, today: date) -> dict[str, object]:
    """The trigger's own paths."""
    publishers = tuple(dict.fromkeys(source.publisher for source in trigger.sources))
    return {
        **{f"trigger.{name}": getattr(trigger.facts, name) for name in (*_SHOWN_FACTS, *_MORE_FACTS)},
        "trigger.event": trigger.kind.value,
        "trigger.status": trigger.status.value,
        "trigger.date": trigger.event_on,
        "trigger.age": today - trigger.event_on,
        "trigger.outlets": len(publishers) or None,
        "trigger.publishers": publishers,
    }


def _since(day: date | None, today: date) -> timedelta | None:
    return today - day if day else None


# --- what holds ---------------------------------------------------------------------------------------------------


def holds(rule: Rule, facts: Mapping[str, object]) -> bool:
    """Is the rule satisfied? A value that is unknown, or of a kind that cannot be compared, satisfies no comparison."""
    fact = facts.get(rule.path)
    known = fact is not None and fact != ()
    if rule.op is Op.EXISTS:
        return known is bool(rule.value)
    if rule.op is Op.NOT_IN:
        return not (known and _among(rule, fact))
    if not known:
        return False
    if rule.op is Op.IN:
        return _among(rule, fact)
    if rule.op is Op.CONTAINS:
        return any(_contains(fact, value) for value in _listed(rule))
    today = facts.get("today")
    if isinstance(fact, date) and isinstance(rule.value, timedelta) and isinstance(today, date):
        return _compares(rule.op, abs(fact - today), rule.value)  # how far from today, before or after
    return _compares(rule.op, fact, rule.value)


def _listed(rule: Rule) -> tuple[Plain, ...]:
    return rule.value if isinstance(rule.value, tuple) else (rule.value,)


def _among(rule: Rule, fact: object) -> bool:
    info = RULE_PATHS.get(rule.path)
    if info is not None and info.type is Type.PHRASE:
        return any(_contains(fact, value) for value in _listed(rule))
    wanted = {_plain(value) for value in _listed(rule)}
    facts = fact if isinstance(fact, tuple) else (fact,)
    return any(_plain(one) in wanted for one in facts)


_ALSO = {"uk": "gb", "el": "gr"}


def _plain(value: object) -> object:
    if isinstance(value, str):
        folded = str(value).casefold()
        return _ALSO.get(folded, folded)
    return value


def _contains(fact: object, value: object) -> bool:
    if isinstance(fact, tuple):
        return any(_plain(one) == _plain(value) for one in fact)
    wanted, words = tokens(str(value)), tokens(str(fact))
    return bool(wanted) and any(words[at : at + len(wanted)] == wanted for at in range(len(words)))


def _compares(op: Op, fact: object, value: object) -> bool:
    for kind in (timedelta, date, (int, float, Decimal)):
        if isinstance(fact, kind) and isinstance(value, kind):
            order = (fact > value) - (fact < value)  # type: ignore[operator]
            return {Op.GTE: order >= 0, Op.LTE: order <= 0, Op.GT: order > 0, Op.LT: order < 0}[op]
    return False


_GROWS = frozenset(("trigger.age", "account.customer_for", "account.why_age", "contact.verified_age"))


def heals_on(rule: Rule, facts: Mapping[str, object], today: date) -> date | None:
    """The day from which an unmet rule may hold: its own `revisit_after`, or the day on which an age is reached."""
    if rule.revisit_after is not None:
        return today + rule.revisit_after
    fact = facts.get(rule.path)
    if not isinstance(fact, timedelta) or not isinstance(rule.value, timedelta):
        return None
    if rule.path in _GROWS and rule.op in (Op.GTE, Op.GT):
        return today + (rule.value - fact) + timedelta(days=rule.op is Op.GT)
    if rule.path == "account.renewal_in" and rule.op in (Op.LTE, Op.LT) and fact > rule.value:
        return today + (fact - rule.value) + timedelta(days=rule.op is Op.LT)
    return None
