"""A campaign's text as fields of a form, and a form's fields as values to put into the text; pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from overture.config.campaign_text import rules_of
from overture.config.document import Document, read_document
from overture.config.places import Problem
from overture.config.rules import shown

RULES = ("must", "never", "prefer")
CAPS = ("per_contact", "per_account", "per_sender", "per_day")
_ANNOUNCED = ["announced"]
_ODD = re.compile(
    r"[:,\[\]{}#\"'&*!|>%@`]|^[-?]|^\s|\s$|^$|^[\d.+-]+$|^(true|false|null|yes|no|on|off|~)$", re.IGNORECASE
)
_IN_FORM = frozenset({"event", "status", "age", "round"})
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What the fields hold. `more` are conditions on the event that only the text can say."""

    events: tuple[str, ...]
    status: tuple[str, ...]
    age: str
    rounds: str
    more: tuple[str, ...]
    rules: Mapping[str, str]  # must, never, prefer: one rule on a line
    seniority: tuple[str, ...]
    function: tuple[str, ...]
    ask: str
    stories: tuple[str, ...]
    caps: Mapping[str, str]
    sender: str
    owner: str
    hold: str
    priority: str
    paused: bool


def form_of(text: str) -> Form | None:
    """The text as a form; None where it is no group of keys, so that only the text itself can be mended."""
    data = _data(text)
    if data is None:
        return None
    when, fit, who, caps = (_group(data, name) for name in ("when", "fit", "who", "caps"))
    return Form(
        events=_texts(when.get("event")),
        status=_texts(when.get("status")) or tuple(_ANNOUNCED),
        age=_age(when.get("age")),
        rounds=", ".join(_texts(when.get("round"))),
        more=tuple(f"{key}: {shown(value)}" for key, value in when.items() if key not in _IN_FORM),
        rules={name: "\n".join(_line(rule) for rule in _listed(fit.get(name))) for name in RULES},
        seniority=_texts(who.get("seniority")),
        function=_texts(who.get("function")),
        ask=str(who.get("ask") or ""),
        stories=_texts(data.get("stories")),
        caps={name: str(caps.get(name, "")) for name in CAPS},
        sender=str(data.get("sender") or "strongest_tie"),
        owner=str(data.get("owner") or ""),
        hold=str(data.get("hold") or ""),
        priority=str(data.get("priority", "")),
        paused=data.get("paused") is True,
    )


def _data(text: str) -> dict[str, Any] | None:
    document = read_document(text.encode("utf-8", "replace"), "campaign")
    return document.data if isinstance(document, Document) and isinstance(document.data, dict) else None


def _group(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in _listed(value))


def _age(value: Any) -> str:
    return str(value.get("lte", "")) if isinstance(value, dict) else str(value or "")


def _line(rule: Any) -> str:
    """One rule as a form writes it."""
    if isinstance(rule, dict) and len(rule) == 1:
        (path, said), *_ = rule.items()
        return f"{path}: {_flow(said)}"
    return _flow(rule)


def _flow(value: Any) -> str:
    """A value in YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(part) for part in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if _ODD.search(value) else value
    return shown(value)


# --- what was sent ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a form that came back; a name may stand there several times."""

    fields: Mapping[str, Sequence[str]]

    def one(self, name: str) -> str:
        return next((value.strip() for value in self.fields.get(name, ())), "")

    def many(self, name: str) -> list[str]:
        return [value for value in self.fields.get(name, ()) if value]


def values_of(sent: Sent, text: str) -> tuple[dict[Path, Any], list[Problem]]:
    """What the form wants at each key of the text, and rules that are none."""
    before = form_of(text)
    if before is None:
        return {}, []
    values: dict[Path, Any] = {
        ("when", "event"): _one_or_more(sent.many("event")),
        ("when", "round"): [part.strip() for part in sent.one("round").split(",") if part.strip()] or None,
        ("who", "ask"): sent.one("ask") or None,
        ("owner",): sent.one("owner") or None,
        ("hold",): sent.one("hold") or None,
        ("paused",): True if sent.one("paused") else None,
        ("stories",): _kept_order(sent.many("story"), before.stories),
    }
    values |= {("who", name): sent.many(name) or None for name in ("seniority", "function")}
    values |= {("caps", name): _number(sent.one(name)) for name in CAPS}
    if tuple(sent.many("status")) != before.status:
        values["when", "status"] = sent.many("status") if sent.many("status") != _ANNOUNCED else None
    if sent.one("age") != before.age:
        values["when", "age"] = {"lte": sent.one("age")} if sent.one("age") else None
    if sent.one("sender") not in ("", before.sender):
        values["sender",] = sent.one("sender")
    if sent.one("priority") != before.priority:
        values["priority",] = _number(sent.one("priority"))
    rules, problems = _rules(sent, before)
    return values | rules, problems


def _rules(sent: Sent, before: Form) -> tuple[dict[Path, Any], list[Problem]]:
    values: dict[Path, Any] = {}
    problems: list[Problem] = []
    for name in RULES:
        lines = sent.one(name).replace("\r\n", "\n")
        if lines == before.rules[name]:
            continue
        found = rules_of(lines)
        if isinstance(found, str):
            problems.append(Problem("campaigns.yaml", 0, 0, "error", f"fit.{name}", found))
        else:
            values["fit", name] = found or None
    return values, problems


def _one_or_more(values: list[str]) -> Any:
    return values[0] if len(values) == 1 else values or None


def _number(text: str) -> Any:
    """A number where it is one; other words go into the text as they are, and the check says what is wrong."""
    return int(text) if re.fullmatch(r"-?\d{1,9}", text) else text or None


def _kept_order(chosen: list[str], before: tuple[str, ...]) -> list[str] | None:
    """Stories keep the order of the text; new ones follow."""
    kept = [one for one in before if one in chosen]
    return [*kept, *(one for one in chosen if one not in kept)] or None


# --- where a problem belongs --------------------------------------------------------------------------------------

_FIELDS = ("when.event", "when.status", "when.age", "when.round", "when", "fit.must", "fit.never", "fit.prefer", "who",
           "caps.per_contact", "caps.per_account", "caps.per_sender", "caps.per_day", "stories", "sender", "owner",
           "hold", "priority", "paused")  # fmt: skip


def by_field(problems: Sequence[Problem]) -> dict[str, list[str]]:
    """What is wrong, by the field of the form that it stands beside; `""` for what has no field."""
    found: dict[str, list[str]] = {}
    for problem in problems:
        found.setdefault(field_of(problem), []).append(problem.message)
    return found


def field_of(problem: Problem) -> str:
    path = re.sub(r"^campaigns\[\d+\]\.?", "", problem.path)
    return next((name for name in _FIELDS if path == name or re.match(rf"{re.escape(name)}[.\[]", path)), "")
