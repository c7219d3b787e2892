"""What the page of an account says beside its rows: numbered ties, people with all that is known of them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from campaigns.names import same_person
from campaigns.people.calls import OLD
from campaigns.people.paths import WarmPath
from campaigns.people.worth import Flag, worth
from campaigns.workspace import Case, Level, WhyTheyCare

Record = Mapping[str, Any]

LEVELS = {
    Level.MAKES_THEIR_DAY: "makes their day",
    Level.OUTCOMES: "their outcomes",
    Level.RESPONSIBILITIES: "their responsibilities",
    Level.TASKS: "their tasks",
    Level.BROKEN: "what is broken",
}
WHYS = {
    WhyTheyCare.NEED_US: "They need us",
    WhyTheyCare.OK: "It is ok",
    WhyTheyCare.WHO_ARE_YOU: "“Who are you?”",
}


def numbered(ties: Sequence[Record], account_id: str) -> tuple[dict[str, Any], ...]:
    """Ties with the number that picture and table share; the warmest is the strongest at the account itself."""
    own = [tie for tie in ties if tie["account_id"] == account_id]
    rows = [*own, *(tie for tie in ties if tie["account_id"] != account_id)]
    return tuple({**tie, "number": at, "warm": at == 1 and bool(own)} for at, tie in enumerate(rows, 1))


@dataclass(frozen=True, slots=True)
class Said:
    row: Record
    level: str
    flag: Flag | None  # why it says little


@dataclass(frozen=True, slots=True)
class Person:
    row: Record
    said: tuple[Said, ...]
    interests: tuple[Record, ...]
    path: WarmPath | None
    stopped: bool
    champion: bool
    left: bool = False  # the news has it that they are the one who leaves


def people(
    theirs: Mapping[str, Sequence[Record]],
    paths: Mapping[str, WarmPath],
    stopped: frozenset[str],
    champion: str | None,
    events: Sequence[Record] = (),
) -> tuple[Person, ...]:
    """Those whom we can reach come first, the nearest of them before the others."""
    departed = [str(one["facts"].get("person") or "") for one in events if one["kind"] == "executive_departure"]
    found = [
        Person(
            row=row,
            said=tuple(said(one) for one in theirs["concerns"] if one["contact_id"] == row["id"]),
            interests=tuple(one for one in theirs["interests"] if one["contact_id"] == row["id"]),
            path=paths.get(row["id"]),
            stopped=row["id"] in stopped,
            champion=row["id"] == champion,
            left=any(person and same_person(row["name"], person) for person in departed),
        )
        for row in theirs["contacts"]
    ]
    return tuple(sorted(found, key=lambda one: (not one.champion, _far(one.path), one.row["name"])))


def _far(path: WarmPath | None) -> tuple[int, int]:
    return (path.hops, -path.strength) if path else (9, 0)


def said(row: Record) -> Said:
    return Said(row, LEVELS[Level(row["level"])], worth(row["statement"]))


@dataclass(frozen=True, slots=True)
class Why:
    """Why the customer cares; `old` when it is time to ask again."""

    words: str
    asked_on: date | None
    old: bool


def why(account: Record, today: date) -> Why | None:
    bucket, asked = account["why_they_care"], account["why_asked_on"]
    if not bucket:
        return None
    known = WHYS.get(bucket, str(bucket).replace("_", " "))
    return Why(known, asked, asked is None or today - asked > OLD)


def cases(known: Sequence[Case], account: Record, told: frozenset[str]) -> tuple[tuple[Case, str], ...]:
    """The cases that concern this account, each with why."""
    found = []
    for case in known:
        same = case.industry and account["industry"] and case.industry.casefold() == account["industry"].casefold()
        if case.id in told:
            found.append((case, "told in a draft to them"))
        elif same:
            found.append((case, "of their industry"))
    return tuple(found)
