"""Values of the line as JSON columns, and back."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from campaigns.types import Known, Segment
from triggers.types import Disagreement, Evidence, Facts, Side

_AS_IS = frozenset({type(None), bool, int, float, str})


def plain(value: Any) -> Any:
    """Anything of the line as JSON: enums by value, decimals and dates as text, dataclasses as objects."""
    kind = type(value)
    if kind in _AS_IS:
        return value
    if kind is tuple or kind is list:
        return [plain(item) for item in value]
    names = _field_names(kind)
    if names is not None:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return _composite(value)


_NAMES: dict[type[Any], tuple[str, ...] | None] = {}


def _field_names(kind: type[Any]) -> tuple[str, ...] | None:
    """The fields of a dataclass, looked up once; None for any other type."""
    if kind not in _NAMES:
        known = dataclasses.is_dataclass(kind)
        _NAMES[kind] = tuple(field.name for field in dataclasses.fields(kind)) if known else None
    return _NAMES[kind]


def _composite(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(item) for item in value]
    raise TypeError(f"no JSON form for {type(value).__name__}")


def facts_json(facts: Facts) -> dict[str, Any]:
    """Only the facts that are known."""
    return {name: value for name, value in plain(facts).items() if value not in (None, [])}


def facts_of(stored: dict[str, Any]) -> Facts:
    values = dict(stored)
    if "amount" in values:
        values["amount"] = Decimal(str(values["amount"]))
    if "side" in values:
        values["side"] = Side(values["side"])
    if "effective_on" in values:
        values["effective_on"] = date.fromisoformat(values["effective_on"])
    if "investors" in values:
        values["investors"] = tuple(values["investors"])
    return Facts(**values)


def evidence_of(stored: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**item) for item in stored)


def disagreements_of(stored: list[dict[str, Any]]) -> tuple[Disagreement, ...]:
    return tuple(
        Disagreement(item["fact"], tuple((value, tuple(outlets)) for value, outlets in item["values"]))
        for item in stored
    )


def segments_of(stored: list[dict[str, Any]]) -> tuple[Segment, ...]:
    return tuple(
        Segment(item["text"], tuple(item["paths"]), tuple(item["evidence"]), item.get("beat"), item.get("line", 0))
        for item in stored
    )


# A brief's values keep their kind in JSON, since a story formats a date otherwise than the text of a date.
_KINDS: dict[str, Any] = {"date": date.fromisoformat, "decimal": Decimal, "list": tuple}


def brief_json(values: dict[str, Known]) -> dict[str, Any]:
    return {path: _known(known) for path, known in sorted(values.items())}


def _known(known: Known) -> dict[str, Any]:
    kind = "date" if isinstance(known.value, date) else "decimal" if isinstance(known.value, Decimal) else None
    kind = "list" if isinstance(known.value, tuple) else kind
    stored = {"value": plain(known.value), "origin": known.origin}
    return stored | ({"kind": kind} if kind else {})


def brief_of(stored: dict[str, Any]) -> dict[str, Known]:
    return {
        path: Known(_KINDS[item["kind"]](item["value"]) if "kind" in item else item["value"], item["origin"])
        for path, item in stored.items()
    }
