"""Rules of a campaign: `{account.employees: {gte: 50}}` becomes `Rule("account.employees", Op.GTE, 50, …)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from campaigns.campaign import Op, Plain, Rule, RuleValue
from campaigns.rule_paths import RULE_PATHS, PathInfo, Type, suggest
from overture.config import values
from overture.config.document import Document
from overture.config.places import Loc, Problem, not_one_of, one_of, suggestion

MODIFIERS = ("weight", "better_served_by", "revisit_after")
_COMPARISONS = frozenset({Op.GTE, Op.LTE, Op.GT, Op.LT})
_CHOICES = frozenset({Op.IN, Op.NOT_IN, Op.EXISTS})
_OPS: Mapping[Type, frozenset[Op]] = {
    Type.TEXT: _CHOICES,
    Type.PHRASE: _CHOICES | {Op.CONTAINS},
    Type.LIST: _CHOICES | {Op.CONTAINS},
    Type.NUMBER: _CHOICES | _COMPARISONS,
    Type.DATE: _COMPARISONS | {Op.EXISTS},
    Type.DURATION: _COMPARISONS | {Op.EXISTS},
}
_CHECKED: Mapping[str, Callable[[str], str]] = {
    "account.country": values.country,
    "account.domain": values.domain,
    "contact.language": values.language,
    "contact.time_zone": values.time_zone,
}


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"should be text, not {value!r}; put it in quotes")
    return values.line(value)


def _number(value: object) -> Plain:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"should be a number, not {value!r}")
    return value if isinstance(value, int) else Decimal(str(value))


def _read(path: str, info: PathInfo, value: object) -> Plain:
    """One value of a rule, as the type of its path wants it."""
    if info.type is Type.NUMBER:
        return _number(value)
    if info.type is Type.DATE and isinstance(value, date):
        return value
    text = _text(value)
    if info.type is Type.DATE:
        return values.day(text)
    if info.type is Type.DURATION:
        return values.duration(text)
    if info.values and text not in info.values:
        raise ValueError(not_one_of(text, info.values))
    return _CHECKED[path](text) if path in _CHECKED else text


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
        "better_served_by": _text,
        "revisit_after": lambda value: values.duration(_text(value)),
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
    info = RULE_PATHS.get(path)
    if info is None:
        near = suggest(path)
        words = "is no field of a rule" + (f'; did you mean "{near}"?' if near else "")
        return [], [document.problem(loc, words, at_key=True)]
    rules, problems = [], []
    for op_text, value, place in _comparisons(said, loc):
        try:
            op = _op(op_text, path, info)
            rules.append(Rule(path, op, _value(path, info, op, value), f"{path}: {shown(said)}"))
        except ValueError as error:
            problems.append(document.problem(place, str(error)))
    return rules, problems


def _comparisons(said: object, loc: Loc) -> list[tuple[str, object, Loc]]:
    if isinstance(said, dict):
        return [(str(op), value, (*loc, str(op))) for op, value in said.items()]
    return [(Op.IN.value, said, loc)]


def _op(text: str, path: str, info: PathInfo) -> Op:
    allowed = [op.value for op in Op if op in _OPS[info.type]]
    if text not in {op.value for op in Op}:
        raise ValueError("is no comparison" + (suggestion(text, allowed) or f"; {one_of(allowed)}"))
    if text not in allowed:
        raise ValueError(f"{path} cannot be compared like this; {one_of(allowed)}")
    return Op(text)


def _value(path: str, info: PathInfo, op: Op, value: object) -> RuleValue:
    if op is Op.EXISTS:
        if not isinstance(value, bool):
            raise ValueError("should be true or false")
        return value
    if op in _COMPARISONS:
        if isinstance(value, list):
            raise ValueError("should be one value, not a list")
        return _read(path, info, value)
    many = value if isinstance(value, list) else [value]
    if not many:
        raise ValueError("needs at least one value")
    return tuple(_read(path, info, one) for one in many)


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
