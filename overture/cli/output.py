"""Data on stdout in the form that was asked for; progress and errors on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from rich.console import Console
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
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(name.replace("_", " "), overflow="fold", justify="right" if _numeric(rows, name) else "left")
    for row in rows:
        table.add_row(*(_plain(row.get(name)) for name in names))
    # A pipe has no width: long cells stay on their line.
    Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 400).print(table)


def _numeric(rows: Sequence[Mapping[str, Any]], name: str) -> bool:
    return all(isinstance(row.get(name), int | float) for row in rows)


def _plain(value: Any) -> str:
    """Text for a terminal: times to the minute, and no control characters of a stranger's choosing."""
    text = "" if value is None else f"{value:%Y-%m-%d %H:%M} UTC" if isinstance(value, datetime) else str(value)
    return "".join(char if char.isprintable() else " " for char in text)
