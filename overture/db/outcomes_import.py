"""What came of messages as a list from elsewhere tells it: judged row by row, then written down. Reading one list twice
writes nothing the second time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, select

from overture.config import values
from overture.config.places import not_one_of
from overture.config.tables import Column, read_table
from overture.db.audit import Actor
from overture.db.bulk import chunks
from overture.db.people_find import Unclear, find_contact
from overture.db.people_outcomes import Outcome, note, of_draft, told_on
from overture.db.tables import OUTCOMES, outcomes


def _kind(text: str) -> str:
    found = text.lower().replace(" ", "_").replace("-", "_")
    if found not in OUTCOMES:
        raise ValueError(not_one_of(text, OUTCOMES))
    return found


COLUMNS = (
    Column("kind", _kind, required=True),
    Column("draft", values.whole),
    Column("contact", values.line),
    Column("on", values.day),
    Column("note", values.prose),
    Column("id", values.line),
)


class Verdict(StrEnum):
    NEW = "new"
    HAVE = "known already"
    TWICE = "twice in the list"
    MALFORMED = "cannot be read"


@dataclass(frozen=True, slots=True)
class Judged:
    """What would become of one row. `outcome` is None where it cannot be read."""

    line: int
    verdict: Verdict
    why: str = ""
    outcome: Outcome | None = None


def judge(connection: Connection, raw: bytes, *, now: datetime) -> list[Judged] | str:
    """A verdict for each row; in words why the list as a whole cannot be read. Nothing is written."""
    table = read_table(raw, "the list", COLUMNS, most=1_000_000)
    wrong: dict[int, str] = {}
    for problem in table.notes.all():
        if problem.level == "error":
            wrong.setdefault(problem.line, problem.text)
    if not table.readable or not (table.rows or wrong):
        return next(iter(wrong.values()), "it is empty")
    judged = [Judged(line, Verdict.MALFORMED, why) for line, why in wrong.items()]
    told = [(row.line, _outcome(connection, row.cells, now)) for row in table.rows if row.good]
    return sorted([*judged, *_weighed(connection, told)], key=lambda one: one.line)


def _weighed(connection: Connection, told: Sequence[tuple[int, Outcome | str]]) -> Iterator[Judged]:
    ids = [one.external_id for _, one in told if isinstance(one, Outcome)]
    known: set[str | None] = set()
    for some in chunks(ids, 500):
        known |= set(connection.scalars(select(outcomes.c.external_id).where(outcomes.c.external_id.in_(some))))
    seen: set[str | None] = set()
    for line, one in told:
        if isinstance(one, str):
            yield Judged(line, Verdict.MALFORMED, one)
            continue
        before = Verdict.HAVE if one.external_id in known else Verdict.NEW
        yield Judged(line, Verdict.TWICE if one.external_id in seen else before, outcome=one)
        seen.add(one.external_id)


def _outcome(connection: Connection, cells: dict[str, Any], now: datetime) -> Outcome | str:
    """What a row tells, or why it tells nothing."""
    draft, named, day = cells.get("draft"), cells.get("contact"), cells.get("on")
    contact = of_draft(connection, draft) if draft is not None and draft < 2**63 else None
    if draft is not None and contact is None:
        return f"draft: there is no draft {draft}"
    if named is not None:
        found = find_contact(connection, named)
        if isinstance(found, Unclear):
            return f"contact: {found.message}"
        if contact not in (None, found.id):
            return f"contact: draft {draft} is for another one"
        contact = found.id
    if contact is None:
        return "draft, contact: one of the two has to say whom it is about"
    if day is not None and day > now.date():
        return f"on: {day} is still to come"
    at = told_on(day, now) if day else now
    key = cells.get("id") or f"{contact} {draft} {cells['kind']} {day}"
    told = "csv:" + hashlib.sha256(key.encode()).hexdigest()
    return Outcome(cells["kind"], contact, at, draft, cells.get("note"), origin="csv", external_id=told)


def take(connection: Connection, judged: Sequence[Judged], actor: Actor, *, now: datetime) -> int:
    """Write the new ones down; gives how many addresses went on the do-not-contact list because of them."""
    new = [one.outcome for one in judged if one.outcome and one.verdict is Verdict.NEW]
    return sum(note(connection, one, actor, now=now).suppressed for one in new)
