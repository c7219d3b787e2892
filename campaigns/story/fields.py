"""What a story may name: the groups and fields of a brief, which of them are always there, and their types."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

FieldType = Literal["text", "number", "date", "list"]

_LAYOUT: dict[str, str] = {
    # `!` marks a field that is always there, `#` a number, `@` a date, `[]` a list
    "account": "name! short_name! domain industry country employees# lifecycle why_they_care "
    "measure.name measure.value measure.on@ day_one@ renewal_on@",
    "contact": "name! first_name! language! last_name salutation role seniority function",
    "trigger": "kind! date!@ status! round amount# currency investors[] person role side place product "
    "other_party period",
    "evidence": "publisher! title! url! date!@ quote outlets[]",
    "sender": "name! first_name! company! signature! title",
    "concern": "level statement heard_on@ heard_by",
    "interest": "topic",
    "tie": "teammate kind since@ last_touch@",
    "case": "who where_they_were way setback outcome measure",
    "promise": "text due@",
    "published": "title url about",
}
_MARKS: dict[str, FieldType] = {"#": "number", "@": "date", "]": "list"}


def _types() -> Iterable[tuple[str, FieldType, bool]]:
    for group, line in _LAYOUT.items():
        for word in line.split():
            name = word.rstrip("!#@[]")
            yield f"{group}.{name}", _MARKS.get(word[-1], "text"), "!" in word
    yield "today", "date", True


FIELDS: dict[str, FieldType] = {path: kind for path, kind, _ in _types()}
ALWAYS: frozenset[str] = frozenset(path for path, _, always in _types() if always)
GROUPS: frozenset[str] = frozenset(_LAYOUT) | {"account.measure"}
ROOTS: frozenset[str] = frozenset(_LAYOUT) | {"today"}


def group_of(path: str) -> str:
    """`account.measure` for `account.measure.name`, `account` for `account.name`, empty for `today`."""
    return path.rpartition(".")[0]


def prefixes(path: str) -> tuple[str, ...]:
    """The path itself and every group that holds it."""
    parts = path.split(".")
    return tuple(".".join(parts[:n]) for n in range(len(parts), 0, -1))


def suggest(word: str, choices: Iterable[str]) -> str:
    """`; did you mean "x"?` where something is near enough, else nothing."""
    options = sorted(choices)
    near = get_close_matches(word, options, n=1, cutoff=0.6)
    if not near and "." in word:
        tail = word.rpartition(".")[2]
        near = [path for path in options if path.rpartition(".")[2] == tail][:1]
    return f'; did you mean "{near[0]}"?' if near else ""
