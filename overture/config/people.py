"""concerns.csv, interests.csv, ties.csv, do_not_contact.csv: what we know about contacts, and whom we leave alone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, Protocol, TypeVar, cast

from campaigns.people.worth import judge_all
from campaigns.workspace import Concern, DoNotContact, Interest, Level, Tie, TieKind
from overture.config import values
from overture.config.directory import Accounts, Contacts, digest
from overture.config.places import Problem, not_one_of, suggestion
from overture.config.tables import MAX_PROBLEMS, Column, Row, Table, read_table
from overture.sheet import bare


def _literal(*choices: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.lower() not in choices:
            raise ValueError(not_one_of(text, choices))
        return text.lower()

    return read


CONCERN_COLUMNS = (
    Column("contact", values.line, required=True),
    Column("level", values.one_of(Level), required=True),
    Column("statement", values.prose, required=True),
    Column("kind", _literal("concern", "aspiration")),
    Column("heard_on", values.day, required=True),
    Column("heard_by", values.line),
    Column("quote", values.prose),
    Column("source", values.line),
    Column("shareable", values.yes_no),
)
INTEREST_COLUMNS = (
    Column("contact", values.line, required=True),
    Column("topic", values.line, required=True),
    Column("evidence", values.prose),
    Column("on", values.day),
)
TIE_COLUMNS = (
    Column("teammate", values.line, required=True),
    Column("contact", values.line, required=True),
    Column("kind", values.one_of(TieKind)),
    Column("strength", values.strength),
    Column("since", values.day),
    Column("last_touch", values.day),
    Column("evidence", values.prose),
)
DO_NOT_CONTACT_COLUMNS = (
    Column("kind", _literal("address", "domain", "account"), required=True),
    Column("value", values.line, required=True),
    Column("reason", values.line),
    Column("on", values.line),
)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_HasId)


@dataclass(slots=True)
class People(Generic[R]):
    """The rows of one file about contacts, in its order."""

    table: Table
    rows: dict[str, R] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def problems(self) -> list[Problem]:
        return self.table.notes.all()

    def take(self, row: Row, value: R) -> None:
        """Keep the row unless an earlier one says the same."""
        if value.id in self.rows:
            words = f"repeats line {self.lines[value.id]}; the row is left out"
            self.table.notes.add(row.line, "contact", words, level="warn")
            return
        self.rows[value.id] = value
        self.lines[value.id] = row.line


def read_concerns(
    raw: bytes, file: str, contacts: Contacts, teammates: Collection[str] | None = None
) -> People[Concern]:
    """What contacts told us. Who heard it is checked where `teammates` is given; the concern stands either way."""
    found: People[Concern] = People(read_table(raw, file, CONCERN_COLUMNS))
    for row, contact in _with_contact(found.table, contacts):
        cells = row.cells
        hearer = cells.get("heard_by")
        if hearer and teammates is not None and hearer not in teammates:
            words = f'nobody in team.yaml has the id "{hearer}"{suggestion(hearer, teammates)}; left empty'
            found.table.notes.add(row.line, "heard_by", words, level="warn")
            del cells["heard_by"]
        id_ = concern_id(contact, cells["level"], cells["statement"], cells["heard_on"])
        found.take(row, Concern(id=id_, contact_id=contact, **cells))
    for id_, flag in judge_all(list(found.rows.values())).items():
        found.table.notes.add(found.lines[id_], "statement", flag.words, level="warn")
    return found


def concern_id(contact_id: str, level: Level, statement: str, heard_on: date) -> str:
    """The same wherever a concern comes from, so that one written down after a call is known when it is imported."""
    return digest("n", contact_id, level, statement, heard_on)


def tie_id(teammate_id: str, contact_id: str, kind: TieKind) -> str:
    return digest("t", teammate_id, contact_id, kind)


def read_interests(raw: bytes, file: str, contacts: Contacts) -> People[Interest]:
    found: People[Interest] = People(read_table(raw, file, INTEREST_COLUMNS))
    for row, contact in _with_contact(found.table, contacts):
        found.take(row, Interest(id=digest("i", contact, row.cells["topic"]), contact_id=contact, **row.cells))
    return found


def read_ties(raw: bytes, file: str, contacts: Contacts, teammates: Collection[str] | None) -> People[Tie]:
    found: People[Tie] = People(read_table(raw, file, TIE_COLUMNS))
    for row in found.table.rows:
        mate = row.cells.get("teammate")
        if mate and teammates is not None and mate not in teammates:
            found.table.refuse(row, "teammate", f'nobody in team.yaml has the id "{mate}"{suggestion(mate, teammates)}')
    for row, contact in _with_contact(found.table, contacts):
        mate, kind = row.cells.pop("teammate"), row.cells.get("kind", TieKind.OTHER)
        found.take(row, Tie(id=tie_id(mate, contact, kind), teammate_id=mate, contact_id=contact, **row.cells))
    return found


def _with_contact(table: Table, contacts: Contacts) -> list[tuple[Row, str]]:
    """The good rows whose contact is known, each with the id of the contact."""
    found = []
    for row in table.rows:
        text = row.cells.pop("contact", None)
        try:
            contact = contacts.find(str(text)) if text else ""
        except ValueError as error:
            table.refuse(row, "contact", str(error))
            continue
        if row.good:
            found.append((row, contact))
    return found


@dataclass(slots=True)
class Suppressions:
    """`lines` says on which line each of the `rows` stands."""

    table: Table
    rows: list[DoNotContact] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        return self.table.notes.all()


def read_do_not_contact(raw: bytes, file: str, accounts: Accounts, *, most: int = MAX_PROBLEMS) -> Suppressions:
    """Whom we leave alone. A line that cannot be read refuses the file: nobody may be written to by a typing error."""
    found = Suppressions(read_table(raw, file, DO_NOT_CONTACT_COLUMNS, most=most))
    for row in found.table.rows:
        value = _suppressed(found.table, row, accounts) if row.good else ""
        if row.good:
            kind = cast(Literal["address", "domain", "account"], row.cells["kind"])
            day = _day(found.table, row)
            found.rows.append(DoNotContact(kind=kind, value=value, reason=row.cells.get("reason"), on=day))
            found.lines.append(row.line)
    found.table.readable &= not found.table.notes.left_out
    return found


def _suppressed(table: Table, row: Row, accounts: Accounts) -> str:
    """What is suppressed, in the form that is compared. An account that is not in the list yet stays as written."""
    kind, text = row.cells["kind"], bare(str(row.cells["value"]))
    try:
        if kind == "address":
            return values.address(text)
        if kind == "domain":
            return values.domain(text.removeprefix("@"))
        return accounts.find(text)
    except ValueError as error:
        if kind == "account":
            table.notes.add(row.line, "value", f"{error}; the line stands for when there is one", level="warn")
        else:
            table.refuse(row, "value", str(error))
        return text


def _day(table: Table, row: Row) -> date | None:
    """A date that cannot be read never weakens the line."""
    try:
        return values.day(row.cells["on"]) if "on" in row.cells else None
    except ValueError as error:
        table.notes.add(row.line, "on", f"{error}; the line stands without it", level="warn")
        return None
