"""How each outlet's words were read: what was considered, what spoke for it and against, and whose the name could be.

Read anew from the stored entry by the rules in force, so that what has changed since shows too. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from overture.explained import Whose, explained
from triggers.types import EventKind, Reading

Record = Mapping[str, Any]
_MOST = 5  # tellings, those that came first: others say the same
_NONE: dict[str, Any] = {"lang": "", "vetoed": None, "candidates": (), "accounts": ()}


@dataclass(frozen=True, slots=True)
class Considered:
    """One event that the words could tell."""

    kind: str
    company: str
    kept: bool
    reason: str
    speaks_for: tuple[Record, ...]  # each with the text, the rule that heard it, and its weight
    against: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Log:
    """One telling."""

    publisher: str
    language: str
    vetoed: str | None  # why the whole entry was left alone, were it read now
    considered: tuple[Considered, ...]
    accounts: tuple[Record, ...]  # as `explained` answers; none where nobody can say


def logs(tellings: Sequence[Record], kind: str, whose: Whose | None = None) -> tuple[Log, ...]:
    """The first tellings of an event, ready to show."""
    return tuple(_log(telling, _NONE | found) for telling, found in taken_apart(tellings, kind, whose))


def taken_apart(tellings: Sequence[Record], kind: str, whose: Whose | None) -> list[tuple[Record, dict[str, Any]]]:
    """The first tellings with what `explained` says of each. Posts of our own are no news about others: none."""
    first = tellings[:_MOST] if kind != EventKind.WE_PUBLISHED else ()
    return [(telling, explained(_reading(telling), whose)) for telling in first]


def _reading(telling: Record) -> Reading:
    return Reading(
        id=str(telling["entry_id"]), title=telling["title"], summary=telling["text"], source=telling["source_id"],
        url=telling["link"], language=telling["language"], published=telling["published_at"],
    )  # fmt: skip


def _log(telling: Record, found: Record) -> Log:
    considered = tuple(map(_considered, found["candidates"]))
    return Log(telling["publisher"], found["lang"], found["vetoed"], considered, tuple(found["accounts"]))


def _considered(candidate: Record) -> Considered:
    company = (candidate["trigger"] or {}).get("company") or ""
    weights = tuple(sorted(candidate["for"], key=lambda cue: -cue["weight"]))
    return Considered(
        candidate["event"], company, candidate["kept"], candidate["reason"], weights, tuple(candidate["against"])
    )
