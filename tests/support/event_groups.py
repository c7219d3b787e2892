"""Labelled groups of tellings: which items tell one event, and how well the product puts them together.

A *unit* is an item and a kind of event: one item may tell two events. Two units belong together where one predicted
group holds both. Truth comes as groups of units; a unit that no group names is an event of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, insert, select

from campaigns.index import AccountIndex
from campaigns.match import IndexResolver
from campaigns.workspace import Account
from overture.config.accounts import read_accounts
from overture.db.engine import read as reading
from overture.db.engine import write
from overture.db.entries import settle
from overture.db.people import row_of
from overture.db.tables import accounts, entries, mentions, sources
from support.scores import Score
from triggers.events import cluster
from triggers.ports import CompanyResolver
from triggers.read import Unread, read
from triggers.types import Reading, Told

OWN = Path(__file__).resolve().parents[1] / "data" / "event_groups.jsonl"
ACCOUNTS = Path(__file__).resolve().parents[1] / "data" / "event_accounts.csv"
REAL = Path(__file__).resolve().parents[1] / "data" / "event_group_ids.json"

Unit = tuple[str, str]  # item id, kind of event
Pair = frozenset[Unit]


@dataclass(frozen=True, slots=True)
class Group:
    """One event and the items that tell it; `event` is None for items that tell none."""

    id: str
    event: str | None
    note: str
    items: tuple[Reading, ...]
    beside: tuple[str, ...] = ()  # ids of items of other groups that tell this event, too

    @property
    def half(self) -> str:
        return "AB"[hashlib.sha256(self.id.encode()).digest()[0] % 2]

    @property
    def units(self) -> frozenset[Unit]:
        told = (*(item.id for item in self.items), *self.beside)
        return frozenset((id_, self.event) for id_ in told) if self.event else frozenset()


def own_groups() -> list[Group]:
    """The groups that were written for this project."""
    rows = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    beside: dict[str, list[str]] = {}
    for item in (item for row in rows for item in row["told"]):
        for other in item.get("also", ()):
            beside.setdefault(other, []).append(item["id"])
    return [_group(row, tuple(beside.get(row["id"], ()))) for row in rows]


def _group(row: dict[str, Any], beside: tuple[str, ...]) -> Group:
    return Group(row["id"], row["event"], row["note"], tuple(map(_reading, row["told"])), beside)


def _reading(item: dict[str, Any]) -> Reading:
    return Reading(
        item["id"],
        item["title"],
        item.get("summary") or "",
        item.get("source") or "",
        published=_day(item["published"]),
    )


def _day(text: str | None) -> datetime | None:
    """Dates of items may stop at the month or the year."""
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        with suppress(ValueError):
            return datetime.strptime((text or "")[:10], form).replace(tzinfo=UTC)
    return None


def real_items(path: Path) -> list[Reading]:
    """The labelled items of a file, one a line."""
    return [_reading(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def unread(items: Iterable[Reading]) -> list[Unread]:
    """Items as the read stage takes them; the number of each is its place, from 0."""
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


def own_accounts() -> list[Account]:
    """The companies of the written groups, as a workspace would list them; namesakes differ by country and trade."""
    table = read_accounts(ACCOUNTS.read_bytes(), str(ACCOUNTS))
    assert not table.problems, table.problems
    return list(table.accounts.values())


def settled(engine: Engine, items: Sequence[Reading]) -> list[frozenset[Unit]]:
    """Groups of units as triggers: each day's items are read and settled in a transaction of their own."""
    targets = own_accounts()
    resolver = IndexResolver(AccountIndex.build(targets))
    outlets = {name: f"outlet-{number}" for number, name in enumerate(dict.fromkeys(item.source for item in items))}
    days = sorted({item.published for item in items if item.published})
    with write(engine) as connection:
        rows = [
            {"id": id_, "kind": "feed", "config": {}, "config_hash": "", "health": {}, "title": title}
            for title, id_ in outlets.items()
        ]
        connection.execute(insert(sources), rows)
        connection.execute(insert(accounts), [row_of(account) for account in targets])
        connection.execute(
            insert(entries),
            [
                {
                    "id": one.id, "source_id": outlets[one.reading.source], "entry_key": one.reading.id,
                    "title": one.reading.title, "text": one.reading.summary, "fetched_at": one.at, "first_pass": False,
                }
                for one in unread(items)
            ],
        )  # fmt: skip
    for day in days:
        told = [t for one in read([u for u in unread(items) if u.at == day], resolver) for t in one.tellings]
        with write(engine) as connection:
            settle(connection, told, now=day)
    with reading(engine) as connection:
        rows_of = connection.execute(select(mentions.c.trigger_id, mentions.c.entry_id, mentions.c.kind)).all()
    groups: dict[int, set[Unit]] = {}
    for row in rows_of:
        groups.setdefault(row.trigger_id, set()).add((items[row.entry_id].id, row.kind))
    return [frozenset(group) for group in groups.values()]


def pairs(groups: Iterable[Collection[Unit]]) -> set[Pair]:
    """Every two units that some group holds together; what one item tells twice is no pair."""
    return {
        frozenset((one, two)) for group in groups for one, two in combinations(sorted(group), 2) if one[0] != two[0]
    }


def score(truth: set[Pair], predicted: set[Pair], *, only: Collection[Unit] | None = None) -> Score:
    """Counts over pairs; with `only`, missed pairs count where both units are among these (those that were read)."""
    if only is not None:
        truth = {pair for pair in truth if all(unit in only for unit in pair)}
    hit = len(truth & predicted)
    return Score(hit, len(predicted - truth), len(truth) - hit)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a set of groups was put together: counting every pair, and those whose two items were read as such."""

    groups: int
    items: int
    every: Score
    read: Score


def outcome(truth: Sequence[Collection[Unit]], found: Sequence[Collection[Unit]], *, items: int) -> Outcome:
    right, put = pairs(truth), pairs(found)
    read_units = {unit for group in found for unit in group}
    return Outcome(len(truth), items, score(right, put), score(right, put, only=read_units))


def of_own() -> Outcome:
    """The written groups, all in one heap, as `overture events` puts them together."""
    groups = own_groups()
    items = [item for group in groups for item in group.items]
    return outcome([group.units for group in groups if group.event], clustered(items), items=len(items))


def of_real(items: Sequence[Reading]) -> Outcome:
    """The labelled items that are not part of the project, of which only the ids are kept here."""
    listed = json.loads(REAL.read_text(encoding="utf-8"))
    truth = [[(id_, kind) for id_ in ids] for kind, groups in listed["groups"].items() for ids in groups]
    unsure = {frozenset(pair) for ids in listed["unsure"] for pair in combinations(ids, 2)}
    found = clustered(items)
    sure = [pair for pair in pairs(found) if frozenset(unit[0] for unit in pair) not in unsure]
    alone = [frozenset((unit,)) for group in found for unit in group]
    return outcome(truth, [*sure, *alone], items=len(items))
