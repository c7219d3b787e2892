"""A list of people who must not be written to, judged line by line as it would be taken; then taken.

A line that cannot be read stops no other. Judging writes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from campaigns.workspace import DoNotContact
from overture.config.directory import Accounts
from overture.config.people import Suppressions, read_do_not_contact
from overture.config.table_text import line_of
from overture.db.audit import Act, Actor, record
from overture.db.bulk import chunks
from overture.db.people import suppress
from overture.db.secret import Keyring
from overture.db.tables import suppressions
from overture.sheet import sheet

_LIST = "the list"
_MOST_UNREAD = 10_000  # lines; a list with more of them is none
_MOST_NOTES = 1_000_000  # on what is wrong or odd


class Verdict(StrEnum):
    NEW = "new"
    HAVE = "already on the list"
    AGAIN = "lifted before"
    TWICE = "twice in the list"
    MALFORMED = "cannot be read"


@dataclass(frozen=True, slots=True)
class Judged:
    """What would become of one line. `stop` is None where it cannot be read."""

    line: int
    kind: str
    value: str
    verdict: Verdict
    why: str = ""
    stop: DoNotContact | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """How many lines are on the list that were not, and how many of them are in force again."""

    new: int
    again: int


def digests_of(keys: Keyring) -> dict[str, Callable[[str], str]]:
    """How a value of each kind is hashed."""
    return {"address": keys.address, "domain": keys.domain, "account": keys.account}


def judge(connection: Connection, raw: bytes, *, accounts: Accounts, keys: Keyring) -> list[Judged] | str:
    """What would become of each line of a list; why none of it can be read where that is so. Nothing is written."""
    text, shift = _with_header(raw)
    found = read_do_not_contact(text, _LIST, accounts, most=_MOST_NOTES)
    problems = [problem for problem in found.problems if problem.level == "error"]
    if not found.rows and not found.table.rows:
        return problems[0].text if problems else "it is empty"
    if len(problems) > _MOST_UNREAD or found.table.notes.more:  # nobody is left out unsaid
        return f"more than {_MOST_UNREAD:,} of its lines cannot be read"
    judged = _judged(connection, found, shift, keys)
    bad: dict[int, str] = {}
    for problem in problems:
        bad.setdefault(problem.line, problem.text)
    cells = {row.line: row.cells for row in found.table.rows}
    judged += [
        Judged(line - shift, _cell(cells, line, "kind"), _cell(cells, line, "value"), Verdict.MALFORMED, why)
        for line, why in bad.items()
    ]
    return sorted(judged, key=lambda one: one.line)


def _with_header(raw: bytes) -> tuple[bytes, int]:
    """A plain list gets the columns that it lacks; gives how many lines stand above it now."""
    try:
        lines = raw.decode("utf-8-sig").replace("\0", "").splitlines()
    except UnicodeDecodeError:
        return raw, 0
    first = next((line for line in lines if line.strip()), "")
    if not first or first.strip(' "').casefold() == "value" or any(mark in first for mark in ",;\t"):
        return raw, 0
    rows = [(kind_of(value), value) if (value := line.strip()) else () for line in lines]
    return "".join(line_of(row) for row in [("kind", "value"), *rows]).encode(), 1


def kind_of(value: str) -> str:
    """What a bare value most likely is."""
    return "domain" if "@" not in value.lstrip("@") else "address"


def _cell(cells: dict[int, dict[str, Any]], line: int, name: str) -> str:
    return str(cells.get(line, {}).get(name) or "")


def _judged(connection: Connection, found: Suppressions, shift: int, keys: Keyring) -> list[Judged]:
    digests = digests_of(keys)
    hashed = [(stop.kind, digests[stop.kind](stop.value)) for stop in found.rows]
    known = _known(connection, {value for _, value in hashed})
    first: dict[tuple[str, str], int] = {}
    judged = []
    for line, stop, key in zip(found.lines, found.rows, hashed, strict=True):
        verdict, why = Verdict.NEW, ""
        if key in first:
            verdict, why = Verdict.TWICE, f"as line {first[key]}"
        elif key in known:
            verdict = Verdict.AGAIN if known[key] else Verdict.HAVE
            why = f"by {known[key]}; it would be in force again" if known[key] else ""
        first.setdefault(key, line - shift)
        judged.append(Judged(line - shift, stop.kind, stop.value, verdict, why, stop))
    return judged


def _known(connection: Connection, hashes: Iterable[str]) -> dict[tuple[str, str], str | None]:
    """Those on the list by kind and hash: who lifted each, or None while it is in force."""
    s = suppressions.c
    found: dict[tuple[str, str], str | None] = {}
    for chunk in chunks(sorted(hashes), 5_000):
        rows = connection.execute(select(s.kind, s.value_hash, s.lifted_at, s.lifted_by).where(s.value_hash.in_(chunk)))
        found |= {(row.kind, row.value_hash): (row.lifted_by or "somebody") if row.lifted_at else None for row in rows}
    return found


def take(connection: Connection, judged: Sequence[Judged], actor: Actor, *, keys: Keyring, now: datetime) -> Taken:
    """Put on the list what was judged new or lifted before; everything else stays as it is."""
    stops = [one.stop for one in judged if one.verdict is Verdict.NEW and one.stop]
    back = [one.stop for one in judged if one.verdict is Verdict.AGAIN and one.stop]
    new = len(suppress(connection, stops, origin="hand", keys=keys, now=now))
    again = _in_force_again(connection, back, keys, now)
    if new or again:
        codes = {"new": new, "again": again, "kinds": dict(Counter(stop.kind for stop in [*stops, *back]))}
        record(connection, actor, [Act("suppression.imported", "suppression", "list", codes=codes)], now=now)
    return Taken(new, again)


def _in_force_again(connection: Connection, stops: Sequence[DoNotContact], keys: Keyring, now: datetime) -> int:
    s, digests = suppressions.c, digests_of(keys)
    this = (s.kind == bindparam("its_kind")) & (s.value_hash == bindparam("its_hash")) & s.lifted_at.is_not(None)
    rows = [
        {"its_kind": stop.kind, "its_hash": digests[stop.kind](stop.value), "value": stop.value, "reason": stop.reason}
        for stop in stops
    ]
    told = {"lifted_at": None, "lifted_by": None, "origin": "hand", "since": now}
    return connection.execute(update(suppressions).where(this).values(told), rows).rowcount if rows else 0


def report(judged: Iterable[Judged]) -> str:
    """The verdicts as CSV."""
    rows = [
        {"line": one.line, "kind": one.kind, "value": one.value, "verdict": one.verdict.value, "why": one.why}
        for one in judged
    ]
    return sheet(rows, ("line", "kind", "value", "verdict", "why"))
