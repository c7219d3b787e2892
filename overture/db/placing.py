"""Which event each telling of a batch belongs to, decided in memory before a row is written.

By its fingerprint, else by the joining rule of `triggers.events`, else it makes an event of its own. What was told
before is known from the database; what this batch makes is known to the tellings after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from triggers import events
from triggers.types import Told

_KEY_CHARS = 200  # as wide as the columns


class TellingKey(NamedTuple):
    """What makes a mention one row: an entry tells an event of a company once."""

    entry_id: int
    kind: str
    company_key: str
    discriminator: str


@dataclass(slots=True, eq=False)
class Event:
    """A trigger under work: its row's id (none before it is written) and everything told of it, oldest first."""

    id: int | None
    tellings: list[Told]
    touched: bool = False


@dataclass(slots=True)
class Placed:
    """What a batch of tellings comes to."""

    made: list[Event] = field(default_factory=list)
    mentions: list[tuple[Told, Event]] = field(default_factory=list)
    keys: dict[str, tuple[Told, Event]] = field(default_factory=dict)  # fingerprints that lead elsewhere from now on


def fingerprint(told: Told) -> str:
    return events.fingerprint(told.mention.kind, told.company.key, events.discriminator(told.mention))


def telling_key(told: Told) -> TellingKey:
    discriminator = events.discriminator(told.mention)[:_KEY_CHARS]
    return TellingKey(told.entry_id, told.mention.kind.value, told.company.key, discriminator)


def place(
    tellings: Sequence[Told], *, known: Mapping[int, Event], keys: Mapping[str, int], before: Iterable[TellingKey]
) -> Placed:
    """Give each telling to its event, in the order of their times. `known` are the events that they may belong to,
    `keys` the fingerprints that lead to one, `before` the tellings that are written down already."""
    desk = _Desk(known, keys, set(before))
    for told in sorted(tellings, key=lambda told: (told.at, told.entry_id)):
        desk.take(told)
    return desk.placed


class _Desk:
    def __init__(self, known: Mapping[int, Event], keys: Mapping[str, int], before: set[TellingKey]) -> None:
        self.placed = Placed()
        self._leads = {key: known[id_] for key, id_ in keys.items() if id_ in known}
        self._before = before
        self._of: dict[tuple[str, str], list[Event]] = {}  # kind and company -> its events, oldest first
        for id_ in sorted(known):
            self._index(known[id_])

    def take(self, told: Told) -> None:
        which = telling_key(told)
        if which in self._before:
            return
        self._before.add(which)
        key = fingerprint(told)
        event = self._leads.get(key)
        if event is not None and event.tellings and not events.still_one(told, event.tellings):
            event = None
        event = event or self._that_it_joins(told) or self._made()
        if self._leads.get(key) is not event:
            self._leads[key] = event
            self.placed.keys[key] = (told, event)
        event.tellings.append(told)
        event.touched = True
        self.placed.mentions.append((told, event))
        if len(event.tellings) == 1:
            self._index(event)

    def _that_it_joins(self, told: Told) -> Event | None:
        same = self._of.get((told.mention.kind.value, told.company.key), ())
        return next((event for event in same if events.joins(told, event.tellings)), None)

    def _made(self) -> Event:
        event = Event(None, [])
        self.placed.made.append(event)
        return event

    def _index(self, event: Event) -> None:
        if event.tellings:
            first = event.tellings[0]
            self._of.setdefault((first.mention.kind.value, first.company.key), []).append(event)
