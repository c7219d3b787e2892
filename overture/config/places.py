"""What is wrong in a file, and where exactly: every message of this room is a `Problem`.

config/sources.yaml:7:5   error  sources[1].wieght: unknown key; did you mean "weight"?
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

Severity = Literal["error", "warn"]
Loc = tuple[str | int, ...]

SIMILAR = 70.0  # of 100; below this a suggestion would rather puzzle than help
SHOWN_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file. `line` and `column` count from 1; 0 where the file as a whole is meant.

    In a table `column` is the number of the cell. `path` names the key or the column.
    """

    file: str
    line: int
    column: int
    level: Severity
    path: str
    message: str

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    @property
    def text(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message

    def __str__(self) -> str:
        return f"{self.place}  {self.level:<5}  {self.text}"


def render(problems: Iterable[Problem]) -> str:
    """All problems, a line each, by file and place, the places in one column."""
    ordered = in_order(problems)
    width = max((len(problem.place) for problem in ordered), default=0)
    return "\n".join(f"{problem.place:<{width}}  {problem.level:<5}  {problem.text}" for problem in ordered)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.file, problem.line, problem.column))


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.level == "error" for problem in problems)


def path_text(loc: Loc) -> str:
    """`("sources", 1, "url")` as people write it: `sources[1].url`."""
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def nearest(word: str, choices: Iterable[str], *, similar: float = SIMILAR) -> str | None:
    """The choice that was probably meant, or None. Cost: one comparison a choice."""
    found = process.extractOne(word, list(choices), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=similar)
    return found[0] if found else None


def suggestion(word: str, choices: Iterable[str]) -> str:
    """`; did you mean "x"?`, or nothing."""
    near = nearest(word, choices)
    return f'; did you mean "{near}"?' if near else ""


def not_one_of(word: str, choices: Sequence[str]) -> str:
    """What to say about a word outside a closed list."""
    near = nearest(word, choices)
    return f'"{word}" is not known here; ' + (f'did you mean "{near}"?' if near else one_of(choices))


def one_of(choices: Sequence[str]) -> str:
    """`one of a, b`; `only a` where there is no choice."""
    shown = ", ".join(choices[:SHOWN_CHOICES]) + (" …" if len(choices) > SHOWN_CHOICES else "")
    return f"one of {shown}" if len(choices) > 1 else f"only {shown}"
