"""What the verbs about people share: who acts, on which day, and refusals in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import typer

from overture.cli.output import notes
from overture.clock import SystemClock
from overture.db.people_find import Unclear

Found = TypeVar("Found")


def today() -> date:
    return SystemClock().now().date()


def found(answer: Found | Unclear) -> Found:
    """What was found; what is unclear ends the command with its words."""
    if isinstance(answer, Unclear):
        refuse(answer.message)
    return answer  # type: ignore[return-value]


def refuse(words: str, *, code: int = 1) -> Any:
    """End the command with these words."""
    notes.print(words, markup=False)
    raise typer.Exit(code)


MAX_FILE = 64 * 2**20


def whole_of(file: Path) -> bytes:
    """All bytes of a file; one that is too large ends the command."""
    if file.stat().st_size > MAX_FILE:
        refuse(f"{file} is larger than {MAX_FILE // 2**20} MiB")
    return file.read_bytes()


def on_day(text: str | None) -> date:
    """The day that was written, today without one; never a day to come."""
    day = a_day(text) if text else today()
    if day > today():
        raise typer.BadParameter(f"{text} is still to come")
    return day


def a_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no date; write it like 2026-12-01") from error
