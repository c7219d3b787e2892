"""contacts.csv"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from campaigns.workspace import Contact, Function, LawfulBasis, Medium, Seniority
from overture.config import values
from overture.config.directory import Accounts, Contacts, digest
from overture.config.places import Problem
from overture.config.tables import MAX_PROBLEMS, Column, Row, Table, read_table

COLUMNS = (
    Column("account", values.line, required=True),
    Column("name", values.line, required=True),
    Column("id", values.line),
    Column("first_name", values.line),
    Column("last_name", values.line),
    Column("salutation", values.line),
    Column("email", values.address),
    Column("role", values.line),
    Column("seniority", values.one_of(Seniority)),
    Column("function", values.one_of(Function)),
    Column("language", values.language),
    Column("time_zone", values.time_zone),
    Column("medium", values.one_of(Medium)),
    Column("lawful_basis", values.one_of(LawfulBasis)),
    Column("source", values.line),
    Column("verified_on", values.day),
    Column("tags", values.parts),
)
_TITLES = re.compile(r"(?:(?:dr|prof|mr|mrs|ms|mx|sir|dame|herr|frau|mme|m|ing|dipl)\.?\s+)+", re.IGNORECASE)


@dataclass(slots=True)
class ContactTable:
    """The contacts of a file in its order."""

    table: Table
    contacts: dict[str, Contact] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()

    @property
    def problems(self) -> list[Problem]:
        return self.table.notes.all()

    def directory(self) -> Contacts:
        addresses = {row.cells["email"] for row in self.table.rows if not row.good and "email" in row.cells}
        return Contacts.of(self.contacts.values(), self.refused | addresses)


def read_contacts(raw: bytes, file: str, accounts: Accounts, *, most: int = MAX_PROBLEMS) -> ContactTable:
    """The contacts in `raw`. One without an address stays, with a warning: it waits for its address."""
    found = ContactTable(read_table(raw, file, COLUMNS, most=most))
    refused: set[str] = set()
    addresses: dict[str, int] = {}
    for row in found.table.rows:
        account_id = _account(found.table, row, accounts)
        contact_id = row.cells.get("id") or digest("c", account_id, row.cells.get("name", ""))
        if not row.good:
            refused.add(contact_id)
        elif not _twin(found, row, contact_id, addresses):
            found.contacts[contact_id] = _contact(row, contact_id, account_id)
            found.lines[contact_id] = row.line
            _note_address(found, row, addresses)
    found.refused = frozenset(refused - found.contacts.keys())
    return found


def _account(table: Table, row: Row, accounts: Accounts) -> str:
    """The id of the account, or the text of the cell where there is none."""
    text = str(row.cells.get("account", ""))
    try:
        return accounts.find(text) if text else text
    except ValueError as error:
        table.refuse(row, "account", str(error))
        return text


def _contact(row: Row, contact_id: str, account_id: str) -> Contact:
    cells = {key: value for key, value in row.cells.items() if key not in ("account", "id")}
    first, last = split_name(cells["name"])
    return Contact(id=contact_id, account_id=account_id, **{"first_name": first, "last_name": last} | cells)


def split_name(name: str) -> tuple[str, str | None]:
    """(first, last) of a full name, for rows that do not say it: titles go, and `Last, First` is turned round."""
    bare = _TITLES.sub("", name, count=1) if _TITLES.match(name) else name
    last, comma, first = bare.partition(",")
    words = f"{first} {last}".split() if comma and first.strip() else bare.split()
    return (words[0], " ".join(words[1:]) or None) if words else (name, None)


def _twin(found: ContactTable, row: Row, contact_id: str, addresses: dict[str, int]) -> bool:
    """Whether an earlier row is this contact, or has this address: one address is one person."""
    address = row.cells.get("email")
    if address in addresses:
        words = f"is the address of the contact in line {addresses[address]} too; the row is left out"
        found.table.notes.add(row.line, "email", words)
        return True
    if contact_id in found.contacts:
        words = f"repeats line {found.lines[contact_id]}; give an id where they are two people; the row is left out"
        found.table.notes.add(row.line, "id" if "id" in row.cells else "name", words)
        return True
    return False


def _note_address(found: ContactTable, row: Row, addresses: dict[str, int]) -> None:
    address = row.cells.get("email")
    if address:
        addresses[address] = row.line
    elif row.cells.get("medium", Medium.EMAIL) is Medium.EMAIL:
        found.table.notes.add(row.line, "email", "has no address; nothing can be written to this contact", level="warn")
