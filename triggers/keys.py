"""What two tellings of one event share beyond doubt: kind, company, and the one thing that tells events apart."""

from __future__ import annotations

from datetime import timedelta
from hashlib import blake2b

from triggers.alike import bare_person, fold, period, post
from triggers.types import EventKind, Mention

_DAYS = {
    EventKind.FUNDING: 45,
    EventKind.ACQUISITION: 150,
    EventKind.IPO: 120,
    EventKind.EXECUTIVE_HIRE: 60,
    EventKind.EXECUTIVE_DEPARTURE: 60,
    EventKind.LAYOFFS: 30,
    EventKind.EXPANSION: 45,
    EventKind.PRODUCT_LAUNCH: 30,
    EventKind.PARTNERSHIP: 30,
    EventKind.CONTRACT_WIN: 30,
    EventKind.EARNINGS: 21,
    EventKind.REGULATORY: 45,
    EventKind.SECURITY_INCIDENT: 45,
}
TOLD = frozenset(_DAYS)  # kinds that outlets tell; dates and posts of our own are exact
# How long an equal key still means the same event. A company closes its B round once, but borrows again, tells of a
# third quarter every year, and opens a second office in the same place.
_REACH = {
    EventKind.ACQUISITION: 400,
    EventKind.IPO: 120,
    EventKind.EXECUTIVE_HIRE: 150,
    EventKind.EXECUTIVE_DEPARTURE: 150,
    EventKind.EXPANSION: 120,
    EventKind.PRODUCT_LAUNCH: 200,
    EventKind.PARTNERSHIP: 90,
    EventKind.CONTRACT_WIN: 60,
    EventKind.EARNINGS: 60,
    EventKind.REGULATORY: 60,
}
REPEATED = frozenset({"debt", "bridge", "growth"})  # rounds that a company may close twice
_REACH_OF_MONEY = 120
_FOREVER = timedelta.max


def window(kind: EventKind) -> timedelta:
    """How far from the first date of an event a telling may still belong to it."""
    return timedelta(days=_DAYS.get(kind, 1))


def reach(mention: Mention) -> timedelta:
    """How far apart two tellings with this mention's key may be told and still mean one event."""
    if mention.kind not in _DAYS:
        return _FOREVER
    if not discriminator(mention):
        return window(mention.kind)
    if mention.kind is EventKind.FUNDING:
        named = mention.facts.round is not None and mention.facts.round not in REPEATED
        return _FOREVER if named else timedelta(days=_REACH_OF_MONEY)
    return timedelta(days=_REACH.get(mention.kind, _DAYS[mention.kind]))


def discriminator(mention: Mention) -> str:
    """What tells two events of one kind and company apart, as text; empty where the kind has nothing."""
    facts = mention.facts
    match mention.kind:
        case EventKind.FUNDING:
            return facts.round or (
                f"{facts.amount:f} {facts.currency or ''}".strip() if facts.amount is not None else ""
            )
        case EventKind.ACQUISITION | EventKind.PARTNERSHIP | EventKind.CONTRACT_WIN:
            return fold(facts.other_party or "")
        case EventKind.EXECUTIVE_HIRE | EventKind.EXECUTIVE_DEPARTURE:
            return bare_person(facts.person) if facts.person else post(facts.role or "")
        case EventKind.EXPANSION:
            return fold(facts.place or "")
        case EventKind.PRODUCT_LAUNCH:
            return fold(facts.product or "")
        case EventKind.EARNINGS:
            return period(facts.period) if facts.period else ""
        case EventKind.REGULATORY:
            return fold(facts.authority or "")
        case EventKind.FOLLOW_UP_DUE | EventKind.WE_PUBLISHED:
            return facts.reference or ""
        case _:
            return _dated(mention)


def _dated(mention: Mention) -> str:
    due = mention.facts.effective_on
    return due.isoformat() if due and mention.kind not in _DAYS else ""


def fingerprint(kind: EventKind, company_key: str, discriminator: str) -> str:
    """32 hexadecimal characters; equal for mentions that are one event beyond doubt."""
    text = "\x1f".join((kind.value, company_key, discriminator))
    return blake2b(text.encode(), digest_size=16).hexdigest()
