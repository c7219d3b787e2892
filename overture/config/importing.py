"""A list of accounts or contacts from elsewhere, judged row by row as it would be written into the workspace's file.

    bytes -> Foreign (header and rows) -> columns guessed, or said -> merged text of the file -> verdicts

What stands in the file stays as it is written there: new rows are put below it, and a row that gains something is the
only one that is written anew. The merged text is read by the code that reads the file at work, so that what is called
new here is taken up there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from overture.config import accounts, contacts
from overture.config.directory import Accounts
from overture.config.import_columns import Columns, countries, mapped
from overture.config.import_known import Known
from overture.config.table_text import Foreign, TableText
from overture.sheet import sheet

_MOST = 1_000_000  # problems: each row has a verdict of its own


class What(StrEnum):
    ACCOUNTS = "accounts"
    CONTACTS = "contacts"

    @property
    def file(self) -> str:
        return f"{self}.csv"


COLUMNS = {What.ACCOUNTS: accounts.COLUMNS, What.CONTACTS: contacts.COLUMNS}


class Verdict(StrEnum):
    NEW = "new"
    CHANGED = "gains"
    SAME = "already there"
    TWICE = "twice in the list"
    MALFORMED = "cannot be read"


@dataclass(frozen=True, slots=True)
class Judged:
    """What would become of one row; `line` is where it starts in the list, `why` what it gains or what is wrong."""

    line: int
    name: str
    verdict: Verdict
    why: str = ""
    note: str = ""  # a warning that leaves it in


@dataclass(frozen=True, slots=True)
class Plan:
    """`after` is the text of the file with everything that can be taken over."""

    columns: Columns
    rows: tuple[Judged, ...]
    before: bytes
    after: str
    countries: Mapping[str, str]  # as the list calls them, with the codes that are written

    def count(self, verdict: Verdict) -> int:
        return Counter(one.verdict for one in self.rows)[verdict]

    @property
    def writes(self) -> int:
        return self.count(Verdict.NEW) + self.count(Verdict.CHANGED)


@dataclass(frozen=True, slots=True)
class House:
    """What rows may name: teammates for owners, accounts for contacts."""

    teammates: frozenset[str]
    accounts: Accounts


@dataclass(frozen=True, slots=True)
class Wanted:
    """`replace`: what stands in the file gives way, too; else only empty cells are filled."""

    what: What
    columns: Columns
    replace: bool = False


def judge(before: bytes, foreign: Foreign, wanted: Wanted, house: House) -> Plan | str:
    """What each row comes to; in words, why none can be taken over. Nothing is written."""
    missing = [one.name for one in COLUMNS[wanted.what] if one.required and not wanted.columns.gives(one.name)]
    if missing:
        return f"say which column is the {' and which the '.join(missing)}"
    text = TableText.of(before, [one.name for one in COLUMNS[wanted.what] if wanted.columns.gives(one.name)])
    there = _read(before, wanted.what, house)
    if isinstance(text, str) or there.broken:
        return f"{wanted.what.file} itself cannot be read: {text if isinstance(text, str) else there.broken}"
    bad: dict[int, str] = {}
    while True:  # a row that is left out may leave others without what they name
        known = Known.of(text, wanted.what.value, COLUMNS[wanted.what], house.accounts, there.ids)
        merged = _merged(text, foreign, wanted, known, bad)
        after = _read(merged.text.encode(), wanted.what, house)
        wrong = {merged.places[line]: why for line, why in after.wrong.items() if line in merged.places}
        if not wrong.keys() - bad.keys():
            break
        bad |= wrong
    lost = sorted(set(there.ids.values()) - set(after.ids.values()))
    if after.broken or lost:
        return after.broken or f"rows of the file would change their ids: {', '.join(lost[:3])}; write these ids down"
    notes = {merged.places[line]: why for line, why in after.notes.items() if line in merged.places}
    rows = tuple(replace(one, note=notes.get(one.line, "")) for one in merged.rows)
    return Plan(wanted.columns, rows, before, merged.text, countries(foreign, wanted.columns))


@dataclass(frozen=True, slots=True)
class _Read:
    """What the reader of the file makes of a text, by line."""

    ids: Mapping[int, str]
    wrong: Mapping[int, str]
    notes: Mapping[int, str]
    broken: str


def _read(raw: bytes, what: What, house: House) -> _Read:
    if what is What.ACCOUNTS:
        found = accounts.read_accounts(raw, what.file, teammates=house.teammates, most=_MOST)
        table, lines = found.table, found.lines
    else:
        people = contacts.read_contacts(raw, what.file, house.accounts, most=_MOST)
        table, lines = people.table, people.lines
    said: dict[str, dict[int, str]] = {"error": {}, "warn": {}}
    for one in table.notes.all():
        said[one.level].setdefault(one.line, one.text)
    broken = "" if table.readable else next(iter(said["error"].values()), "it is broken")
    return _Read({line: id_ for id_, line in lines.items()}, said["error"], said["warn"], broken)


@dataclass(frozen=True, slots=True)
class _Merged:
    rows: list[Judged]
    places: Mapping[int, int]  # line of the text -> line of the list
    text: str


def _merged(text: TableText, foreign: Foreign, wanted: Wanted, known: Known, bad: Mapping[int, str]) -> _Merged:
    """The text with all rows but the `bad` ones."""
    new: list[tuple[int, dict[str, str]]] = []
    changed: dict[int, tuple[int, dict[str, str]]] = {}
    rows = []
    for line, cells in mapped(foreign, wanted.columns, wanted.what.value):
        one = Judged(line, cells.get("name", ""), Verdict.MALFORMED, bad.get(line, ""))
        found = known.find(cells, line) if line not in bad else one.why
        if isinstance(found, str):
            one = replace(one, why=found)
        elif found is None:
            one = replace(one, verdict=Verdict.NEW)
            new.append((line, cells))
        elif found.listed is not None:
            one = replace(one, verdict=Verdict.TWICE, why=f"as line {found.listed}")
        else:
            gains = known.gains(found.row, cells, replace=wanted.replace)
            one = replace(one, verdict=Verdict.CHANGED if gains else Verdict.SAME, why=", ".join(gains))
            changed |= {found.row: (line, gains)} if gains else {}
        rows.append(one)
    merged, places = text.written(changed, new)
    return _Merged(rows, places, merged)


def report(judged: Sequence[Judged]) -> str:
    """The verdicts as CSV."""
    rows = [
        {"line": one.line, "name": one.name, "verdict": one.verdict.value, "why": one.why, "note": one.note}
        for one in judged
    ]
    return sheet(rows, ("line", "name", "verdict", "why", "note"))
