"""Many mentions -> one event.

    Mention -discriminator-> fingerprint        equal fingerprints are one event, within reach and unless contradicted
    Told    -joins-> group                      otherwise nothing may conflict and the dates must be near
    group   -reconcile-> Reconciled             one value for each fact; what outlets tell differently is kept

Pure: no clock, no database. The caller holds the lock and the constraint; this room only judges. The parts are in
`keys`, `oneness`, `alike` and `reconcile`; here they are put together for a batch without a database.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from triggers.alike import fold, same_name
from triggers.keys import discriminator, fingerprint, reach, window
from triggers.oneness import apart, joins, near, still_one, too_vague
from triggers.reconcile import event_date, is_primary, reconcile
from triggers.types import EventKind, Told

__all__ = [
    "cluster",
    "discriminator",
    "event_date",
    "fingerprint",
    "is_primary",
    "joins",
    "reach",
    "reconcile",
    "still_one",
    "window",
]

_TWO_SIDED = frozenset({EventKind.ACQUISITION, EventKind.PARTNERSHIP})
_SAME_WEEK = timedelta(days=7)


def cluster(tellings: Sequence[Told]) -> list[list[Told]]:
    """Groups of tellings, one a group for each event, in the order of their first telling; what `overture events`
    does. Names are compared leniently here, since no list of accounts says which of them are one company."""
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
    if _equal_key(told, group):
        return True
    return near(told, group) and not too_vague(told, group) and all(_one_event(told, other) for other in group)


def _equal_key(told: Told, group: Sequence[Told]) -> bool:
    key = discriminator(told.mention)
    same = [other for other in group if discriminator(other.mention) == key and _same_company(told, other)]
    return bool(key) and still_one(told, same)


def _one_event(one: Told, two: Told) -> bool:
    if one.mention.kind in _TWO_SIDED:
        return _same_pair(one, two)
    return _same_company(one, two) and apart(one, two) is None


def _same_company(one: Told, two: Told) -> bool:
    if one.company.key == two.company.key:
        return True
    known = not one.company.key.startswith("name:") and not two.company.key.startswith("name:")
    if known or same_name(one.company.name, two.company.name) is not True:
        return False
    # "Acme" may be "Acme Robotics", but then something else has to speak for it.
    equal = fold(one.company.name).replace(" ", "") == fold(two.company.name).replace(" ", "")
    return equal or abs(one.at - two.at) <= _SAME_WEEK or discriminator(one.mention) == discriminator(two.mention) != ""


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
