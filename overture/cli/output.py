"""Data on stdout in the form that was asked for; progress and errors on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.table import Table

from overture.sheet import sheet

notes = Console(stderr=True, highlight=False, soft_wrap=True)


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    NDJSON = "ndjson"
    CSV = "csv"


def line(value: Any) -> str:
    """One JSON object on one line, UTF-8, numbers as numbers."""
    return json.dumps(value, ensure_ascii=False, default=str)


def show(rows: Iterable[Mapping[str, Any]], format_: Format, *, columns: Sequence[str] = ()) -> None:
    """Rows as a table, a JSON list, JSON lines or CSV. `columns` narrows and orders what a table shows."""
    listed = list(rows)
    if format_ is Format.JSON:
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, default=str, indent=2) + "\n")
    elif format_ is Format.NDJSON:
        sys.stdout.writelines(line(row) + "\n" for row in listed)
    elif format_ is Format.CSV:
        sys.stdout.write(sheet(listed))
    else:
        _table(listed, columns)


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    if not rows:
        notes.print("nothing to show")
        return
    names = list(columns) or list(rows[0])
    # A pipe has no width: there every row stays on its line.
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 400)
    lines, below = fitting(rows, names, console.width)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in lines:
        table.add_column(name.replace("_", " "), overflow="fold", justify="right" if _numeric(rows, name) else "left")
    for row in rows:
        table.add_row(*(_plain(row.get(name)) for name in lines))
    if not below:
        console.print(table)
        return
    # Once is enough where two columns say the same, such as a company and its account.
    said = [" · ".join(dict.fromkeys(text for name in below if (text := _plain(row.get(name))))) for row in rows]
    head, *body = console.render_lines(table, pad=False)
    console.print(Segments([*head, Segment.line()]))
    for shown, words in zip(body, said, strict=True):
        console.print(Segments([*shown, Segment.line()]))
        if words:
            console.print(Padding(words, (0, 0, 0, 4)))


def fitting(
    rows: Sequence[Mapping[str, Any]], names: Sequence[str], width: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that fit beside each other, and those that stand below their row: the widest, never the first.

    Where something has to give way, columns without a word in them go first. Both are in the order of `names`. Up to
    three columns stay beside each other and are folded.
    """
    widths = {name: max(cell_len(name), *(cell_len(_plain(row.get(name))) for row in rows)) for name in names}
    room = width - 2
    if len(names) <= 3 or sum(widths.values()) + 2 * (len(names) - 1) <= room:
        return tuple(names), ()
    told = [name for name in names if any(_plain(row.get(name)) for row in rows)] or [names[0]]
    kept = list(told)
    while len(kept) > 1 and sum(widths[name] for name in kept) + 2 * (len(kept) - 1) > room:
        kept.remove(max(kept[1:], key=lambda name: widths[name]))
    return tuple(kept), tuple(name for name in told if name not in kept)


def _numeric(rows: Sequence[Mapping[str, Any]], name: str) -> bool:
    return all(isinstance(row.get(name), int | float) for row in rows)


def _plain(value: Any) -> str:
    """Text for a terminal: times to the minute, and no control characters of a stranger's choosing."""
    text = "" if value is None else f"{value:%Y-%m-%d %H:%M} UTC" if isinstance(value, datetime) else str(value)
    return "".join(char if char.isprintable() else " " for char in text)
