"""Many mentions -> one event.

    Mention -discriminator-> fingerprint        equal fingerprints are one event
    Told    -joins-> group                      otherwise nothing may conflict and the dates must be near
    group   -reconcile-> Reconciled             one value for each fact; what outlets tell differently is kept

Pure: no clock, no database. The caller holds the lock and the constraint; this file only judges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from hashlib import blake2b

from triggers.alike import (
    fold,
    period,
    post,
    same_name,
    same_period,
    same_person,
    same_role,
    same_sum,
    same_text,
    same_wording,
)
from triggers.reconcile import event_date, is_primary, reconcile
from triggers.types import EventKind, Facts, Mention, Side, Status, Told

__all__ = ["cluster", "discriminator", "event_date", "fingerprint", "is_primary", "joins", "reconcile", "window"]

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
_SETTLED = timedelta(days=3)
_TWO_SIDED = frozenset({EventKind.ACQUISITION, EventKind.PARTNERSHIP})


def window(kind: EventKind) -> timedelta:
    """How far from the first date of an event a telling may still belong to it."""
    return timedelta(days=_DAYS.get(kind, 1))


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
            return fold(facts.person) if facts.person else post(facts.role or "")
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
    return due.isoformat() if due and mention.kind.value not in _DAYS else ""


def fingerprint(kind: EventKind, company_key: str, discriminator: str) -> str:
    """32 hexadecimal characters; equal for mentions that are one event beyond doubt."""
    text = "\x1f".join((kind.value, company_key, discriminator))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def joins(told: Told, others: Sequence[Told]) -> bool:
    """Whether `told` belongs to the event that `others` tell: same kind and company, near in time, no conflict.

    Dates and posts of our own are exact: only an equal fingerprint makes two of them one.
    """
    mention = told.mention
    if not others or mention.kind not in _DAYS:
        return False
    if any(o.mention.kind is not mention.kind or o.company.key != told.company.key for o in others):
        return False
    if not _near(told, others) or _too_vague(told, others):
        return False
    return not any(conflict(mention.kind, mention.facts, o.mention.facts) or _next_round(told, o) for o in others)


def _too_vague(told: Told, others: Sequence[Told]) -> bool:
    """Of some things a company does many: without the name of the thing, only similar words make it the same one."""
    if not _leaves_open(told.mention) and not all(_leaves_open(o.mention) for o in others):
        return False
    return not any(same_wording(told.title, o.title, told.company.name) for o in others)


def _leaves_open(mention: Mention) -> bool:
    """Whether a mention leaves out what tells it apart from the company's other events of its kind."""
    facts = mention.facts
    match mention.kind:
        case EventKind.PRODUCT_LAUNCH:
            return facts.product is None
        case EventKind.ACQUISITION:
            return facts.other_party is None and facts.side is not Side.TARGET
        case EventKind.CONTRACT_WIN | EventKind.PARTNERSHIP:
            return facts.other_party is None
        case _:
            return False


def _next_round(one: Told, two: Told) -> bool:
    """Talk of money some days after a round was closed is about the next one."""
    early, late = sorted((one, two), key=_when)
    if one.mention.kind is not EventKind.FUNDING or late.at - early.at < _SETTLED:
        return False
    open_again = late.mention.status in (Status.RUMOURED, Status.PLANNED)
    named = late.mention.facts.round is not None and late.mention.facts.round == early.mention.facts.round
    return early.mention.status is Status.ANNOUNCED and open_again and not named


def _near(told: Told, others: Iterable[Told]) -> bool:
    first = min(event_date(o.mention, o.at) for o in others)
    return abs(event_date(told.mention, told.at) - first) <= window(told.mention.kind)


def conflict(kind: EventKind, one: Facts, two: Facts) -> str | None:
    """The fact that makes two tellings two events, or None."""
    return next((fact for fact, same in _compared(kind) if same(one, two) is False), None)


Same = Callable[[Facts, Facts], "bool | None"]


def _compared(kind: EventKind) -> tuple[tuple[str, Same], ...]:
    return _COMPARED.get(kind, ())


def _round(one: Facts, two: Facts) -> bool | None:
    if one.round is None or two.round is None:
        return None
    return one.round == two.round


def _side(one: Facts, two: Facts) -> bool | None:
    return None if one.side is None or two.side is None else one.side is two.side


def _person(one: Facts, two: Facts) -> bool | None:
    same = same_person(one.person, two.person)
    return same if same is not None else same_role(one.role, two.role)


_COMPARED: dict[EventKind, tuple[tuple[str, Same], ...]] = {
    EventKind.FUNDING: (("round", _round), ("amount", same_sum)),
    EventKind.ACQUISITION: (("side", _side), ("other_party", lambda a, b: same_name(a.other_party, b.other_party))),
    EventKind.PARTNERSHIP: (("other_party", lambda a, b: same_name(a.other_party, b.other_party)),),
    EventKind.CONTRACT_WIN: (
        ("other_party", lambda a, b: same_name(a.other_party, b.other_party)),
        ("amount", same_sum),
    ),
    EventKind.EXECUTIVE_HIRE: (("person", _person),),
    EventKind.EXECUTIVE_DEPARTURE: (("person", _person),),
    EventKind.EXPANSION: (("place", lambda a, b: same_text(a.place, b.place)), ("amount", same_sum)),
    EventKind.PRODUCT_LAUNCH: (("product", lambda a, b: same_text(a.product, b.product)),),
    EventKind.EARNINGS: (("period", lambda a, b: same_period(a.period, b.period)),),
    EventKind.REGULATORY: (("authority", lambda a, b: same_text(a.authority, b.authority)),),
}


# --- clustering without a database: what `overture events` does ----------------------------------------------------


def cluster(tellings: Sequence[Told]) -> list[list[Told]]:
    """Groups of tellings, one a group for each event, in the order of their first telling."""
    groups: list[list[Told]] = []
    buckets: dict[tuple[EventKind, str], list[int]] = {}
    for told in sorted(tellings, key=_when):
        keys = _keys(told)
        candidates = sorted({g for key in keys for g in buckets.get(key, ())})
        home = next((g for g in candidates if _belongs(told, groups[g])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(told)
        for key in keys:
            if home not in (bucket := buckets.setdefault(key, [])):
                bucket.append(home)
    return groups


def _when(told: Told) -> tuple[datetime, int]:
    return told.at, told.entry_id


def _names(told: Told) -> list[str]:
    other = told.mention.facts.other_party if told.mention.kind in _TWO_SIDED else None
    return [told.company.name, *([other] if other else [])]


def _keys(told: Told) -> list[tuple[EventKind, str]]:
    """Under which words a telling is looked up; each word of a name, so that a longer form still meets it."""
    words = {w for name in _names(told) for w in fold(name).split()}
    words.add(told.company.key)
    return [(told.mention.kind, w) for w in sorted(words)]


def _belongs(told: Told, group: Sequence[Told]) -> bool:
    return _near(told, group) and not _too_vague(told, group) and all(_one_event(told, other) for other in group)


def _one_event(one: Told, two: Told) -> bool:
    kind = one.mention.kind
    if kind in _TWO_SIDED:
        return _same_pair(one, two)
    if not _same_company(one, two) or _next_round(one, two):
        return False
    return conflict(kind, one.mention.facts, two.mention.facts) is None


def _same_company(one: Told, two: Told) -> bool:
    if one.company.key == two.company.key:
        return True
    known = not one.company.key.startswith("name:") and not two.company.key.startswith("name:")
    return not known and same_name(one.company.name, two.company.name) is True


def _same_pair(one: Told, two: Told) -> bool:
    """Two tellings of a deal between two parties, from whichever side each is told."""
    a, b = one.mention.facts, two.mention.facts
    mirrored = a.side is not None and b.side is not None and a.side is not b.side
    if not mirrored and _same_company(one, two):
        return same_name(a.other_party, b.other_party) is not False
    if a.side is b.side and a.side is not None:
        return False
    crossed = same_name(one.company.name, b.other_party), same_name(two.company.name, a.other_party)
    return True in crossed and False not in crossed


def buyer_and_target(group: Sequence[Told]) -> tuple[str, str | None]:
    """Company and other party of a group as `overture events` prints them; the acquirer first."""
    for told in group:
        if told.mention.facts.side is Side.ACQUIRER:
            return told.company.name, told.mention.facts.other_party
    first = group[0]
    if first.mention.facts.side is Side.TARGET and first.mention.facts.other_party:
        return first.mention.facts.other_party, first.company.name
    return first.company.name, next((t.mention.facts.other_party for t in group if t.mention.facts.other_party), None)


def span_of(group: Sequence[Told]) -> tuple[date, date]:
    """First and last day on which a group was told."""
    days = [t.at.date() for t in group]
    return min(days), max(days)
