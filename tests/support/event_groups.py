"""Labelled groups of tellings: which items tell one event, and how well the product puts them together.

A *unit* is an item and a kind of event: one item may tell two events. Two units belong together where one predicted
group holds both. Truth comes as groups of units; a unit that no group names is an event of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from campaigns.index import AccountIndex
from campaigns.match import IndexResolver
from triggers.events import cluster
from triggers.ports import CompanyResolver
from triggers.read import Unread, read
from triggers.types import Reading, Told

OWN = Path(__file__).resolve().parents[1] / "data" / "event_groups.jsonl"
REAL = Path(__file__).resolve().parents[1] / "data" / "event_group_ids.json"

Unit = tuple[str, str]  # item id, kind of event
Pair = frozenset[Unit]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of units: together in both, put together wrongly, torn apart."""

    hit: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + self.wrong)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.hit + self.missed)


@dataclass(frozen=True, slots=True)
class Group:
    """One event and the items that tell it; `event` is None for items that tell none."""

    id: str
    event: str | None
    note: str
    items: tuple[Reading, ...]

    @property
    def half(self) -> str:
        return "AB"[hashlib.sha256(self.id.encode()).digest()[0] % 2]

    @property
    def units(self) -> frozenset[Unit]:
        return frozenset((item.id, self.event) for item in self.items) if self.event else frozenset()


def own_groups() -> list[Group]:
    """The groups that were written for this project."""
    return [_group(json.loads(line)) for line in OWN.read_text(encoding="utf-8").splitlines()]


def _group(row: dict[str, object]) -> Group:
    told = row["told"]
    assert isinstance(told, list)
    event = row["event"]
    return Group(str(row["id"]), str(event) if event else None, str(row["note"]), tuple(map(_reading, told)))


def _reading(item: dict[str, str]) -> Reading:
    at = datetime.fromisoformat(item["published"]).replace(tzinfo=UTC)
    return Reading(item["id"], item["title"], item["summary"], item["source"], published=at)


def unread(items: Iterable[Reading]) -> list[Unread]:
    """Items as the read stage takes them; the number of each is its place."""
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return [Unread(place, item, item.source, item.published or epoch) for place, item in enumerate(items)]


def tellings(items: Sequence[Reading], resolver: CompanyResolver | None = None) -> list[Told]:
    """What the items say, told of companies; `entry_id` is a place in `items`."""
    nobody = IndexResolver(AccountIndex.build(()))
    return [told for one in read(unread(items), resolver or nobody) for told in one.tellings]


def clustered(items: Sequence[Reading]) -> list[frozenset[Unit]]:
    """Groups of units as `overture events` makes them."""
    return [
        frozenset((items[told.entry_id].id, told.mention.kind.value) for told in group)
        for group in cluster(tellings(items))
    ]


def pairs(groups: Iterable[Collection[Unit]]) -> set[Pair]:
    """Every two units that some group holds together; what one item tells twice is no pair."""
    return {
        frozenset((one, two)) for group in groups for one, two in combinations(sorted(group), 2) if one[0] != two[0]
    }


def score(truth: set[Pair], predicted: set[Pair], *, about: Collection[str] | None = None) -> Score:
    """Counts over the pairs of which both items (or, for wrong ones, either) are `about` these; all by default."""
    if about is not None:
        truth = {pair for pair in truth if all(unit[0] in about for unit in pair)}
        predicted = {pair for pair in predicted if any(unit[0] in about for unit in pair)}
    hit = len(truth & predicted)
    return Score(hit, len(predicted - truth), len(truth) - hit)
