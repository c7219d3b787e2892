"""Briefs, renderings and findings as JSON: for the jail, for `--brief` files and for the command line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from campaigns.story.fields import FIELDS, suggest
from campaigns.story.grave import is_sensitive
from campaigns.types import Brief, BriefValue, Finding, Known, Rendered, Segment
from campaigns.workspace import Level


class BadBrief(ValueError):  # noqa: N818 - the name is the statement
    """A brief file that cannot be read; the message names the field and the cure."""


def from_json(data: str | Mapping[str, Any]) -> Brief:
    """A brief from `{"account": {"name": …}, …}`; each value is plain or `{"value", "evidence_id"}`.

    `private` (a list of statements), `level`, `sensitive` and `customer` may stand beside the groups. Without them
    the level is that of the concern and a customer is who has `account.lifecycle: customer`. Raises `BadBrief`.
    """
    try:
        document = json.loads(data) if isinstance(data, str) else data
    except ValueError as error:
        raise BadBrief(f"the brief is not JSON: {error}") from None
    if not isinstance(document, Mapping):
        raise BadBrief("the brief is a JSON object of groups: account, contact, trigger, …")
    values: dict[str, Known] = {}
    for name, value in document.items():
        if name not in ("private", "level", "sensitive", "customer"):
            _read(str(name), value, values)
    private = document.get("private") or ()
    customer = bool(document.get("customer", _is(values, "account.lifecycle", "customer")))
    kind = values.get("trigger.kind")
    sensitive = kind is not None and is_sensitive(str(kind.value), customer=customer)
    return Brief(
        values, private=tuple(str(text) for text in private), level=_level(document.get("level"), values),
        sensitive=bool(document.get("sensitive", sensitive)), customer=customer,
    )  # fmt: skip


def _is(values: Mapping[str, Known], path: str, *wanted: str) -> bool:
    known = values.get(path)
    return known is not None and known.value in wanted


def _level(given: object, values: Mapping[str, Known]) -> Level | None:
    level = given if given is not None else (values["concern.level"].value if "concern.level" in values else None)
    if level is None:
        return None
    if level not in tuple(Level):
        raise BadBrief(f"level: {level} is none of {', '.join(Level)}{suggest(str(level), tuple(Level))}")
    return Level(str(level))


def _read(path: str, value: Any, values: dict[str, Known]) -> None:
    """Walk down to the fields; a `{"value", "evidence_id"}` is a leaf."""
    if path in FIELDS:
        origin = ""
        if isinstance(value, Mapping):
            origin, value = str(value.get("evidence_id") or ""), value.get("value")
        if value not in (None, "", []):
            values[path] = Known(_typed(path, value), origin)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            _read(f"{path}.{name}", inner, values)
    elif value is not None:
        raise BadBrief(f"{path} is not a field{suggest(path, FIELDS)}")


def _typed(path: str, value: Any) -> BriefValue:
    kind = FIELDS[path]
    try:
        if kind == "date":
            return _date(value)
        if kind == "number":
            number = Decimal(str(value))
            if not number.is_finite():
                raise ValueError
            return int(number) if path == "account.employees" else number
    except (ValueError, InvalidOperation):
        raise BadBrief(f"{path}: {value!r} is no {kind}") from None
    if kind == "list":
        return tuple(str(part) for part in value) if isinstance(value, (list, tuple)) else (str(value),)
    if isinstance(value, (dict, list)):
        raise BadBrief(f"{path}: a text is wanted")
    return str(value)


def _date(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value)[:10])


def brief_json(brief: Brief) -> dict[str, Any]:
    """The brief in the form that `from_json` reads, nested by group."""
    document: dict[str, Any] = {
        "private": list(brief.private), "level": brief.level, "sensitive": brief.sensitive, "customer": brief.customer,
    }  # fmt: skip
    for path, known in brief.values.items():
        *groups, name = path.split(".")
        place = document
        for group in groups:
            place = place.setdefault(group, {})
        place[name] = {"value": _plain(known.value), "evidence_id": known.origin}
    return document


def _plain(value: BriefValue) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def rendered_json(rendered: Rendered) -> dict[str, Any]:
    """A rendering with everything it knows, for the jail and the database."""
    return {
        "story_id": rendered.story_id, "language": rendered.language, "variant": rendered.variant,
        "subject": rendered.subject, "body": rendered.body,
        "subject_segments": [_segment(part) for part in rendered.subject_segments],
        "segments": [_segment(part) for part in rendered.segments], "beats": list(rendered.beats),
        "findings": [asdict(found) for found in rendered.findings], "measures": dict(rendered.measures),
    }  # fmt: skip


def _segment(part: Segment) -> dict[str, Any]:
    # `asdict` would copy every text of every segment, which is a quarter of the time that a telling takes.
    return {
        "text": part.text, "paths": part.paths, "evidence": part.evidence, "beat": part.beat, "line": part.line,
    }  # fmt: skip


def rendered_from_json(data: Mapping[str, Any]) -> Rendered:
    return Rendered(
        story_id=data["story_id"], language=data["language"], variant=data["variant"], subject=data["subject"],
        body=data["body"], subject_segments=_segments(data["subject_segments"]), segments=_segments(data["segments"]),
        beats=tuple(data["beats"]), findings=tuple(Finding(**found) for found in data["findings"]),
        measures=dict(data["measures"]),
    )  # fmt: skip


def _segments(data: list[Mapping[str, Any]]) -> tuple[Segment, ...]:
    return tuple(
        Segment(part["text"], tuple(part["paths"]), tuple(part["evidence"]), part["beat"], part["line"])
        for part in data
    )


def preview_json(rendered: Rendered) -> dict[str, Any]:
    """What `overture stories preview --format json` prints."""
    return {
        "subject": rendered.subject, "body": rendered.body,
        "segments": [
            {"text": part.text, "paths": list(part.paths), "evidence": list(part.evidence)}
            for part in rendered.segments
        ],
        "findings": findings_json(rendered.findings),
    }  # fmt: skip


def findings_json(findings: tuple[Finding, ...] | list[Finding]) -> list[dict[str, Any]]:
    """What `overture stories lint --format json` prints."""
    return [
        {"file": f.file, "line": f.line, "column": f.column, "code": f.code, "level": f.level, "message": f.message}
        for f in findings
    ]  # fmt: skip
