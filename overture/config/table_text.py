"""Tables as they are written: the records of a CSV file with their own lines, so that some can be changed or added."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from overture.config.tables import delimiter_of, misquoted

MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the line on which it starts, from 1, its cells, and its lines as they are written."""

    line: int
    cells: tuple[str, ...]
    raw: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A list from elsewhere: its header, and the records below it."""

    header: tuple[str, ...]
    records: tuple[Record, ...]


def read_foreign(raw: bytes) -> Foreign | str:
    """The list, or in words why it cannot be read. Comma, semicolon or tab; UTF-8."""
    found = _records(raw)
    if isinstance(found, str):
        return found
    if not found:
        return "it is empty"
    header = tuple(" ".join(cell.split()) for cell in found[0].cells)
    if len(header) > MOST_COLUMNS:
        return f"it has more than {MOST_COLUMNS} columns"
    return Foreign(header, tuple(found[1:])) if found[1:] else "it has a header and no row"


def _records(raw: bytes) -> list[Record] | str:
    try:
        text = raw.decode("utf-8-sig").replace("\0", "")
    except UnicodeDecodeError as error:
        return f'line {raw.count(bytes([10]), 0, error.start) + 1} is not UTF-8; save it as "CSV UTF-8"'
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter_of(text), strict=True)
    found, start = [], 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Record(start + 1, tuple(cells), "".join(lines[start : reader.line_num])))
            start = reader.line_num
    except csv.Error as error:
        return f"line {start + 1}: {misquoted(error)[0]}"
    return found


@dataclass(frozen=True, slots=True)
class TableText:
    """A table of the workspace. `names` are its columns, with those that are to be added at the end."""

    names: tuple[str, ...]
    head: str
    records: tuple[Record, ...]
    delimiter: str
    end: str  # of a line

    @classmethod
    def of(cls, raw: bytes, needed: Sequence[str]) -> TableText | str:
        """The table, with columns for what is `needed`; in words why it cannot be read."""
        found = _records(raw)
        if isinstance(found, str):
            return found
        text = raw.decode("utf-8-sig")
        mark, end = delimiter_of(text), "\r\n" if "\r\n" in text else "\n"
        old = tuple("_".join(cell.strip().lower().split()) for cell in found[0].cells) if found else ()
        names = (*old, *(name for name in needed if name not in old))
        head = found[0].raw if found and names == old else line_of(names, mark, end)
        return cls(names, head, tuple(found[1:]), mark, end)

    def written(
        self, changed: Mapping[int, tuple[int, Mapping[str, str]]], new: Sequence[tuple[int, Mapping[str, str]]]
    ) -> tuple[str, dict[int, int]]:
        """The text with cells `changed` in some records and `new` rows at its end, and which line of it comes from
        which line of a list: each change and each row brings its own along."""
        parts = [_closed(self.head, self.end)]
        places: dict[int, int] = {}
        at = 1 + _height(parts[0])
        for number, record in enumerate(self.records):
            if number in changed:
                places[at], gains = changed[number]
                parts.append(self._row(dict(zip(self.names, record.cells, strict=False)) | dict(gains)))
            else:
                parts.append(_closed(record.raw, self.end))
            at += _height(parts[-1])
        for line, row in new:
            parts.append(self._row(row))
            places[at] = line
            at += _height(parts[-1])
        return "".join(parts), places

    def _row(self, cells: Mapping[str, str]) -> str:
        return line_of([cells.get(name, "") for name in self.names], self.delimiter, self.end)


def line_of(cells: Sequence[str], delimiter: str = ",", end: str = "\n") -> str:
    """One line of a table, whatever stands in its cells."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerow(cells)
    return out.getvalue()


def _closed(raw: str, end: str) -> str:
    return raw if raw.endswith(("\n", "\r")) else raw + end


def _height(text: str) -> int:
    """In lines, as the reader of tables counts them."""
    return len(list(io.StringIO(text, newline="")))
