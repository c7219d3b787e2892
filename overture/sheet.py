"""Rows as CSV that a spreadsheet opens without taking a stranger's words for a formula."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

# What begins a formula, in the wide forms too, and the blanks that some programs skip before they look.
_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def sheet(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = (), *, head: bool = True) -> str:
    """A header, unless more of a sheet follows, and a line for each row; empty where no row is and no column named."""
    names = list(columns) or (list(rows[0]) if rows else [])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if names and head:
        writer.writerow(names)
    writer.writerows([cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def cell(value: Any) -> str:
    """A cell that a spreadsheet will not take for a formula; lists and objects as JSON."""
    text = _words(value)
    return "'" + text if text[:1] in _STARTS and not _number(text) else text


def bare(text: str) -> str:
    """A cell without the mark that `cell` put before it."""
    return text[1:] if text[:1] == "'" and text[1:2] in _STARTS else text


def _words(value: Any) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return "" if value is None else str(value)


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
