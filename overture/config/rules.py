"""Rules of a campaign: `{account.employees: {gte: 50}}` becomes `Rule("account.employees", Op.GTE, 50, …)`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from campaigns.types import (
    Function,
    LawfulBasis,
    Lifecycle,
    Medium,
    Op,
    Plain,
    Rule,
    RuleValue,
    Seniority,
    WhyTheyCare,
)
from overture.config import values
from overture.config.document import Document
from overture.config.places import Loc, Problem, not_one_of, suggestion
from triggers.types import Side, Status

Reader = Callable[[object], Plain]
_ROUNDS = ("pre-seed", "seed", *"ABCDEFGH", "growth", "bridge", "debt", "pre-IPO", *(f"pre-{x}" for x in "ABCDEFGH"))
_COMPARISONS = frozenset({Op.GTE, Op.LTE, Op.GT, Op.LT})
_CHOICES = frozenset({Op.IN, Op.NOT_IN, Op.EXISTS})
MODIFIERS = ("weight", "better_served_by", "revisit_after")


@dataclass(frozen=True, slots=True)
class RuleField:
    """What a path holds: how its values are written, and which comparisons make sense."""

    read: Reader
    ops: frozenset[Op]


def _words(read: Callable[[str], Plain]) -> Reader:
    def reader(value: object) -> Plain:
        if not isinstance(value, str) or not value.strip():
            raise ValueError(f"should be text, not {value!r}; put it in quotes")
        return read(value.strip())

    return reader


def _choice(choices: Iterable[str]) -> Reader:
    known = list(choices)

    def read(text: str) -> str:
        if text not in known:
            raise ValueError(not_one_of(text, known))
        return text

    return _words(read)


def _enum(kind: type[StrEnum]) -> Reader:
    return _choice([str(member.value) for member in kind])


def _number(value: object) -> Plain:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"should be a number, not {value!r}")
    return value if isinstance(value, int) else Decimal(str(value))


def _time(value: object) -> Plain:
    """A date, or a time from today."""
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.match(r"\d+\s*[a-z]", value):
        return values.duration(value)
    return _words(values.day)(value)


_TEXT = RuleField(_words(values.line), _CHOICES | {Op.CONTAINS})
_LIST = RuleField(_words(values.line), _CHOICES | {Op.CONTAINS})
_COUNT = RuleField(_number, _CHOICES | _COMPARISONS)
_DATE = RuleField(_time, _COMPARISONS | {Op.EXISTS})


def _closed(reader: Reader) -> RuleField:
    return RuleField(reader, _CHOICES)


RULE_FIELDS: Mapping[str, RuleField] = {
    "account.id": _TEXT,
    "account.name": _TEXT,
    "account.domain": RuleField(_words(values.domain), _CHOICES | {Op.CONTAINS}),
    "account.country": _closed(_words(values.country)),
    "account.industry": _TEXT,
    "account.employees": _COUNT,
    "account.lifecycle": _closed(_enum(Lifecycle)),
    "account.owner": _TEXT,
    "account.tags": _LIST,
    "account.parent": _TEXT,
    "account.day_one": _DATE,
    "account.renewal_on": _DATE,
    "account.why_they_care": _closed(_enum(WhyTheyCare)),
    "contact.role": _TEXT,
    "contact.seniority": _closed(_enum(Seniority)),
    "contact.function": _closed(_enum(Function)),
    "contact.language": _closed(_words(values.language)),
    "contact.medium": _closed(_enum(Medium)),
    "contact.lawful_basis": _closed(_enum(LawfulBasis)),
    "contact.tags": _LIST,
    "contact.verified_on": _DATE,
    "trigger.status": _closed(_enum(Status)),
    "trigger.round": _closed(_choice(_ROUNDS)),
    "trigger.amount": _COUNT,
    "trigger.currency": _TEXT,
    "trigger.investors": _LIST,
    "trigger.person": _TEXT,
    "trigger.role": _TEXT,
    "trigger.side": _closed(_enum(Side)),
    "trigger.place": _TEXT,
    "trigger.product": _TEXT,
    "trigger.other_party": _TEXT,
    "trigger.period": _TEXT,
    "trigger.authority": _TEXT,
}


def rule_line(document: Document, loc: Loc, line: Mapping[str, Any]) -> tuple[list[Rule], list[Problem]]:
    """One entry of must, never or prefer: a path with its condition, and what belongs to it."""
    paths = [key for key in line if key not in MODIFIERS]
    if len(paths) != 1:
        words = "holds no condition, such as account.country: [DE]"
        if paths:
            words = f"holds {len(paths)} conditions; give each its own entry of the list"
        return [], [document.problem(loc, words)]
    rules, problems = condition(document, (*loc, paths[0]), paths[0], line[paths[0]])
    changes, wrong = _modifiers(document, loc, line)
    return [replace(rule, **changes) for rule in rules], problems + wrong


def _modifiers(document: Document, loc: Loc, line: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    readers: Mapping[str, Callable[[Any], Any]] = {
        "weight": _weight,
        "better_served_by": _words(values.line),
        "revisit_after": _words(values.duration),
    }
    changes: dict[str, Any] = {}
    problems = []
    for key, read in readers.items():
        if key in line:
            try:
                changes[key] = read(line[key])
            except ValueError as error:
                problems.append(document.problem((*loc, key), str(error)))
    return changes, problems


def _weight(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 100:
        raise ValueError(f"should be a number over 0 and up to 100, not {value!r}")
    return float(value)


def condition(document: Document, loc: Loc, path: str, said: object) -> tuple[list[Rule], list[Problem]]:
    """`path: value`, `path: [values]` or `path: {op: value, …}` as one rule for each comparison."""
    known = RULE_FIELDS.get(path)
    if known is None:
        return [], [document.problem(loc, "is no field of a rule" + _meant(path), at_key=True)]
    rules, problems = [], []
    for op_text, value, place in _comparisons(said, loc):
        try:
            op = _op(op_text, path, known)
            rules.append(Rule(path, op, _value(known, op, value), f"{path}: {shown(said)}"))
        except ValueError as error:
            problems.append(document.problem(place, str(error)))
    return rules, problems


def _comparisons(said: object, loc: Loc) -> list[tuple[str, object, Loc]]:
    if isinstance(said, dict):
        return [(str(op), value, (*loc, str(op))) for op, value in said.items()]
    return [(Op.IN.value, said, loc)]


def _meant(path: str) -> str:
    """Whole paths are compared, and a lone last part too: `country` means `account.country`."""
    by_last = [known for known in RULE_FIELDS if known.endswith(f".{path}")]
    return f'; did you mean "{by_last[0]}"?' if by_last else suggestion(path, RULE_FIELDS)


def _op(text: str, path: str, known: RuleField) -> Op:
    allowed = [op.value for op in Op if op in known.ops]
    if text not in {op.value for op in Op}:
        raise ValueError(f"unknown comparison{suggestion(text, allowed) or '; one of ' + ', '.join(allowed)}")
    if text not in allowed:
        raise ValueError(f"{path} cannot be compared with {text}; one of {', '.join(allowed)}")
    return Op(text)


def _value(known: RuleField, op: Op, value: object) -> RuleValue:
    if op is Op.EXISTS:
        if not isinstance(value, bool):
            raise ValueError("should be true or false")
        return value
    if op in _COMPARISONS:
        if isinstance(value, list):
            raise ValueError("should be one value, not a list")
        return known.read(value)
    many = value if isinstance(value, list) else [value]
    if not many:
        raise ValueError("needs at least one value")
    return tuple(known.read(one) for one in many)


def shown(value: object) -> str:
    """A value as the file says it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {shown(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(shown(part) for part in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def age_limit(document: Document, loc: Loc, said: object) -> tuple[timedelta | None, list[Problem]]:
    """`age: 21d` or `age: {lte: 21d}`."""
    place = loc
    if isinstance(said, dict) and list(said) == ["lte"]:
        said, place = said["lte"], (*loc, "lte")
    try:
        found = values.duration(said) if isinstance(said, str) else None
    except ValueError as error:
        return None, [document.problem(place, str(error))]
    if found is None:
        return None, [document.problem(place, "should be the oldest age of the event, such as {lte: 21d}")]
    return found, []
