"""Which row of a file of the workspace a row from elsewhere speaks of: by id, by domain or address, else by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from overture.config.directory import Accounts
from overture.config.table_text import TableText
from overture.config.tables import Column
from overture.config.values import plain


@dataclass(frozen=True, slots=True)
class Found:
    """The row it speaks of: of the file, or, where `listed` says on which line, of the list itself."""

    row: int
    listed: int | None = None
    domain: str = ""  # of an account, where it says one


Key = tuple[str, str]
_NAMING = frozenset({"name", "domain", "account"})  # what an id is made of where a row says none


@dataclass(slots=True)
class Known:
    """Rows of the file and of the list so far, by what they can be known by."""

    what: str
    columns: Mapping[str, Column]
    text: TableText
    accounts: Accounts
    ids: Mapping[int, str]  # line of the file -> the id that its row has, said or made of its other cells
    found: dict[Key, list[Found]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, text: TableText, what: str, columns: Sequence[Column], accounts: Accounts, ids: Mapping[int, str]
    ) -> Known:
        known = cls(what, {column.name: column for column in columns}, text, accounts, ids)
        for number, record in enumerate(text.records):
            cells = known.cells(number)
            known._add(cells | ({"id": ids[record.line]} if record.line in ids else {}), number, None)
        return known

    def cells(self, row: int) -> dict[str, str]:
        return dict(zip(self.text.names, (cell.strip() for cell in self.text.records[row].cells), strict=False))

    def find(self, cells: Mapping[str, str], line: int) -> Found | str | None:
        """None where nothing speaks of it yet; in words where several could be meant."""
        domain = self._domain(cells)
        for key in self._keys(cells):
            several = [one for one in self.found.get(key, []) if key[0] != "name" or _agree(one.domain, domain)]
            if len(several) > 1 and any(one.listed is None for one in several):
                return f'"{key[1]}" stands in {len(several)} rows of the file; give the id'
            if several:
                there = several[0]
                self._add(cells, there.row, line)
                return there
        self._add(cells, -1, line)
        return None

    def gains(self, row: int, cells: Mapping[str, str], *, replace: bool) -> dict[str, str]:
        """The cells that the row of the file lacks or, to `replace`, has otherwise. Ids stay for ever: a row whose id
        is made of what changes gets it written down."""
        old = self.cells(row)
        gains = {
            name: text for name, text in cells.items()
            if name != "id" and self._gained(name, old.get(name, ""), text, replace=replace)
        }  # fmt: skip
        id_ = self.ids.get(self.text.records[row].line)
        return gains | ({"id": id_} if id_ and not old.get("id") and gains.keys() & _NAMING else {})

    def _gained(self, name: str, old: str, text: str, *, replace: bool) -> bool:
        return not old or (replace and self._value(name, old) != self._value(name, text))

    def _add(self, cells: Mapping[str, str], row: int, listed: int | None) -> None:
        found = Found(row, listed, self._domain(cells))
        for key in self._keys(cells):
            there = self.found.setdefault(key, [])
            # A later row of the list repeats this one, not the row of the file that it speaks of.
            there[:] = [one for one in there if listed is None or one.row != row or row < 0] + [found]

    def _domain(self, cells: Mapping[str, str]) -> str:
        said = cells.get("domain") if self.what == "accounts" else None
        return str(self._value("domain", said)) if said else ""

    def _keys(self, cells: Mapping[str, str]) -> list[Key]:
        """The surest first."""
        keys = [("id", cells["id"])] if cells.get("id") else []
        sure = "domain" if self.what == "accounts" else "email"
        if cells.get(sure):
            keys.append((sure, str(self._value(sure, cells[sure]))))
        name = plain(cells.get("name", ""))
        if name:
            keys.append(("name", f"{self._home(cells)}{name}"))
        return keys

    def _home(self, cells: Mapping[str, str]) -> str:
        if self.what == "accounts":
            return ""
        try:
            return self.accounts.find(cells.get("account", "")) + " "
        except ValueError:
            return plain(cells.get("account", "")) + " "

    def _value(self, name: str, text: str) -> Any:
        try:
            return self.columns[name].read(text) if name in self.columns else text
        except ValueError:
            return text


def _agree(one: str, other: str) -> bool:
    """Two accounts of one name are two where both say a domain, and not the same."""
    return not one or not other or one == other
