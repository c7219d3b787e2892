"""accounts.csv"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from campaigns.workspace import Account, Lifecycle, WhyTheyCare
from overture.config import values
from overture.config.directory import Accounts, account_ids
from overture.config.places import Problem, suggestion
from overture.config.tables import MAX_PROBLEMS, Column, Row, Table, read_table

COLUMNS = (
    Column("name", values.line, required=True),
    Column("id", values.line),
    Column("domain", values.domain),
    Column("aliases", values.parts),
    Column("country", values.country),
    Column("industry", values.line),
    Column("employees", values.whole),
    Column("lifecycle", values.one_of(Lifecycle)),
    Column("owner", values.line),
    Column("tags", values.parts),
    Column("parent", values.line),
    Column("day_one", values.day),
    Column("renewal_on", values.day),
    Column("why_they_care", values.one_of(WhyTheyCare)),
    Column("why_asked_on", values.day),
    Column("measure_name", values.line),
    Column("measure_value", values.line),
    Column("measure_on", values.day),
    Column("champion", values.line),
    Column("notes", values.prose),
)


@dataclass(slots=True)
class AccountTable:
    """The accounts of a file in its order. `refused` are ids of rows that could not be read."""

    table: Table
    accounts: dict[str, Account] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()

    @property
    def problems(self) -> list[Problem]:
        return self.table.notes.all()

    def directory(self) -> Accounts:
        return Accounts.of(self.accounts.values(), self.refused)

    def set_champion(self, account_id: str, contact_id: str) -> None:
        self.accounts[account_id] = replace(self.accounts[account_id], champion=contact_id)

    def drop(self, account_id: str, column: str, message: str) -> None:
        """Empty a cell that names something unknown, and say so: the account itself is good."""
        self.table.notes.add(self.lines[account_id], column, f"{message}; left empty", level="warn")
        empty: dict[str, Any] = {column: None}
        self.accounts[account_id] = replace(self.accounts[account_id], **empty)


def read_accounts(
    raw: bytes, file: str, *, teammates: Collection[str] | None = None, most: int = MAX_PROBLEMS
) -> AccountTable:
    """The accounts in `raw`. Owners are checked where `teammates` is given; champions wait for the contacts."""
    found = AccountTable(read_table(raw, file, COLUMNS, most=most))
    refused: set[str] = set()
    for row, account_id in zip(found.table.rows, account_ids(found.table.rows), strict=True):
        if not row.good:
            refused.add(account_id)
        elif not _twin(found, row, account_id):
            found.accounts[account_id] = Account(**row.cells | {"id": account_id})
            found.lines[account_id] = row.line
    found.refused = frozenset(refused - found.accounts.keys())
    _check_parents(found)
    if teammates is not None:
        _check_owners(found, teammates)
    return found


def _twin(found: AccountTable, row: Row, account_id: str) -> bool:
    """Whether an earlier row has this id. The same account twice is harmless; two accounts with one id are not."""
    if account_id not in found.accounts:
        return False
    line, first = found.lines[account_id], found.accounts[account_id]
    same = values.plain(first.name) == values.plain(row.cells["name"])
    words = f"repeats line {line}" if same else f'the id "{account_id}" is taken already, in line {line}'
    found.table.notes.add(
        row.line, "name" if same else "id", f"{words}; the row is left out", level="warn" if same else "error"
    )
    return True


def _check_parents(found: AccountTable) -> None:
    named = [account for account in found.accounts.values() if account.parent]
    directory = found.directory() if named else None
    for account in named:
        try:
            parent = directory.find(account.parent or "") if directory else ""
            if parent == account.id:
                raise ValueError("an account cannot be its own parent")
            found.accounts[account.id] = replace(account, parent=parent)
        except ValueError as error:
            found.drop(account.id, "parent", str(error))


def _check_owners(found: AccountTable, teammates: Collection[str]) -> None:
    for account in list(found.accounts.values()):
        if account.owner and account.owner not in teammates:
            words = f'nobody in team.yaml has the id "{account.owner}"{suggestion(account.owner, teammates)}'
            found.drop(account.id, "owner", words)
