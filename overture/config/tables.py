"""Tables (CSV) into rows of read cells. A bad cell refuses its row, by line and column; a bad header refuses the file.

Comma, semicolon or tab, with or without quotes, UTF-8 with or without a mark in front. The header may be written in any
case and order. Cells are read by plain functions: a model for every row would take many times as long.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from overture.config.places import Problem, Severity, nearest

MAX_BYTES = 256 * 1024 * 1024
MAX_PROBLEMS = 200  # a file; the rest is counted
Read = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    read: Read
    required: bool = False


@dataclass(slots=True)
class Notes:
    """Collects the problems of one table; past the limit it only counts, so that a wrong export stays readable."""

    file: str
    columns: Mapping[str, int] = field(default_factory=dict)  # name -> number of the cell, from 1
    problems: list[Problem] = field(default_factory=list)
    more: int = 0
    left_out: bool = False  # whether a row is missing from what was read
    most: int = MAX_PROBLEMS

    def add(self, line: int, column: str, message: str, *, level: Severity = "error") -> None:
        self.left_out |= level == "error"
        if len(self.problems) >= self.most:
            self.more += 1
            return
        self.problems.append(Problem(self.file, line, self.columns.get(column, 1), level, column, message))

    def all(self) -> list[Problem]:
        if not self.more:
            return self.problems
        return [*self.problems, Problem(self.file, 0, 0, "warn", "", f"{self.more:,} more problems are not listed")]


@dataclass(slots=True)
class Row:
    """One row. `cells` holds what could be read, without empty cells; `good` says whether all of it could."""

    line: int
    cells: dict[str, Any]
    good: bool = True


@dataclass(slots=True)
class Table:
    """What a file holds. `readable` is false where the file as a whole is refused."""

    notes: Notes
    rows: list[Row] = field(default_factory=list)
    readable: bool = True

    def refuse(self, row: Row, column: str, message: str) -> None:
        row.good = False
        self.notes.add(row.line, column, message)


def read_table(raw: bytes, file: str, columns: Sequence[Column], *, most: int = MAX_PROBLEMS) -> Table:
    """Every row of the table in `raw`. `file` is how messages name it; `most` bounds the problems that are listed."""
    table = Table(Notes(file, most=most))
    text = _decoded(raw, table)
    if text is None or not text.strip():
        return table
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    records = _records(lines, table)
    header = next(records, None)
    plan = _plan(header, columns, table) if header else None
    if plan is not None:
        width = len(header[1]) if header else 0
        table.rows = [row for line, cells in records if (row := _row(line, cells, width, plan, table))]
    return table


def _decoded(raw: bytes, table: Table) -> str | None:
    line, message = 0, ""
    if len(raw) > MAX_BYTES:
        message = f"{len(raw):,} bytes are more than the limit of {MAX_BYTES:,}"
    elif raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        line, message = 1, 'is UTF-16; save it as "CSV UTF-8"'
    else:
        try:
            return raw.decode("utf-8-sig").replace("\0", "")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            message = f'byte 0x{raw[error.start]:02x} is not UTF-8; save it as "CSV UTF-8"'
    _unreadable(table, line, message)
    return None


def _unreadable(table: Table, line: int, message: str) -> None:
    table.readable = False
    table.notes.add(line, "", message)


def delimiter_of(text: str) -> str:
    """The mark that stands most often in the first line."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def misquoted(error: csv.Error) -> tuple[str, bool]:
    """What is wrong with the quoting, and whether nothing below can be read."""
    if "unexpected end of data" in str(error):
        return "a quote is opened here and never closed", True
    if "field larger" in str(error):
        return f"a cell is longer than {csv.field_size_limit():,} characters, or a quote is never closed", True
    return "a quote inside a quoted cell has to be doubled", False


def _records(lines: Any, table: Table) -> Iterator[tuple[int, list[str]]]:
    """(line on which the record starts, cells). A record that breaks the quoting is refused and reading goes on."""
    while True:
        start = lines.line_num + 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            words, the_last = misquoted(error)
            if the_last:
                _unreadable(table, start, f"{words}; nothing below can be read")
                return
            table.notes.add(start, "", f"{words}; the row is left out")
            continue
        if any(cell and not cell.isspace() for cell in cells):
            yield start, cells


def _plan(header: tuple[int, list[str]], columns: Sequence[Column], table: Table) -> list[tuple[int, Column]] | None:
    """Which cell is read by which column; None where the header is wrong."""
    line, names = header[0], ["_".join(name.strip().lower().split()) for name in header[1]]
    table.notes.columns = {name: number for number, name in enumerate(names, 1)}
    known = {column.name: column for column in columns}
    for number, name in enumerate(names):
        if name and name not in known:
            _unknown_column(table, line, name, [column for column in known if column not in names])
        elif name and name in names[:number]:
            table.readable = False
            table.notes.add(line, name, "this column stands here twice")
    for column in columns:
        if column.required and column.name not in names:
            table.readable = False
            table.notes.add(line, column.name, "this column is missing")
    return [(number, known[name]) for number, name in enumerate(names) if name in known] if table.readable else None


def _unknown_column(table: Table, line: int, name: str, free: list[str]) -> None:
    """A misspelt column would lose its data in silence; a foreign one of some export may stay."""
    near = nearest(name, free)
    if near:
        table.readable = False
        table.notes.add(line, name, f'unknown column; did you mean "{near}"?')
    else:
        table.notes.add(line, name, "unknown column; it is not read", level="warn")


def _row(line: int, cells: list[str], width: int, plan: list[tuple[int, Column]], table: Table) -> Row | None:
    row = Row(line, {})
    if len(cells) > width and any(cell.strip() for cell in cells[width:]):
        table.refuse(row, "", f"{len(cells)} cells under {width} columns; put cells that hold the separator in quotes")
    for number, column in plan:
        text = cells[number].strip() if number < len(cells) else ""
        if text:
            try:
                row.cells[column.name] = column.read(text)
            except ValueError as error:
                table.refuse(row, column.name, str(error))
        elif column.required:
            table.refuse(row, column.name, "is empty")
    return row
