"""What stands between an expression and the page: the inner filters that print, mark, join and count.

Their names start with "!", which no story can write. Each printed piece leaves a mark in the ledger.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from campaigns.story.inflect import full_day, number
from campaigns.story.ledger import Ledger, Mark
from campaigns.story.values import Absent, Group, Mixed, Refused, Told, raw

AFTER_TAG = "\ue010"  # marks the end of a line that holds nothing but tags
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


class Ended(Exception):  # noqa: N818 - the story ends itself; that is no error
    """`{% abort "why" %}` was reached."""


def _ledger(context: Context) -> Ledger:
    ledger = context.parent["!ledger"]
    assert isinstance(ledger, Ledger)
    return ledger


def _plain(context: Context, value: Any) -> str:
    """How a value reads when it is printed without a filter."""
    language = str(raw(context.parent.get("!language")) or "en")
    value = raw(value)
    if isinstance(value, (tuple, list)):
        return ", ".join(str(raw(part)) for part in value)
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return number(value, language)
    return full_day(value, language) if hasattr(value, "isoformat") else str(value)


@pass_context
def _say(context: Context, value: Any, line: int) -> str:
    """Print an expression, piece by piece, each with its origin."""
    if isinstance(value, Absent):
        raise Refused("TPL004", f"line {line} prints {value.path}, which is not known here")
    if isinstance(value, Group):
        raise Refused("TPL004", f"line {line} prints the group {value.path}; name one of its fields")
    if isinstance(value, Mixed):
        return "".join(str(_say(context, part, line)) for part in value.parts)
    paths = value.paths if isinstance(value, Told) else ()
    return _ledger(context).wrap(_plain(context, value), Mark(paths, line))


@pass_context
def _text(context: Context, text: str, line: int) -> str:
    """Literal text, one mark a line that says something, so that a finding can name the line."""
    ledger = _ledger(context)
    told: list[str] = []
    waiting = ""
    for at, part in enumerate(_LINES.findall(text)):
        waiting += " " if part == AFTER_TAG + "\n" else part.replace(AFTER_TAG + "\n", " ")
        if not waiting.isspace():
            told.append(ledger.wrap(waiting, Mark((), line + at)))
            waiting = ""
    return "".join(told) + (ledger.wrap(waiting, Mark((), line)) if waiting else "")


@pass_context
def _beat(context: Context, text: str, name: str, line: int) -> str:
    return _ledger(context).wrap(text, Mark((), line, name))


def _abort(reason: Any) -> str:
    raise Ended(str(raw(reason)))


def concat(*parts: Any) -> Any:
    flat: list[Any] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Mixed) else [part])
    if len(flat) > 1000:
        raise Refused("TPL005", "a text of more than 1,000 pieces")
    missing = next((part for part in flat if isinstance(part, (Absent, Group))), None)
    return missing if missing is not None else Mixed(tuple(flat))


def _list(*items: Any) -> tuple[Any, ...]:
    if any(isinstance(item, (tuple, list, Mixed)) for item in items):
        raise Refused("TPL005", "a list in a list")
    return items


@pass_context
def _counted(context: Context, items: Any) -> Iterator[Any]:
    if not isinstance(items, (Told, Absent, tuple, list, str)):  # a text is gone through by its letters, bound or not
        raise Refused("TPL001", "there is nothing to go through here: it is no list")
    ledger = _ledger(context)

    def walk() -> Iterator[Any]:
        for item in items:
            ledger.step()
            yield item

    return walk()


@pass_context
def _captured(context: Context, text: str) -> Any:
    """`{% set x %}…{% endset %}`: take the marked text apart again, so that each piece keeps its own origin."""
    pieces = _ledger(context).read(text)
    return Mixed(tuple(Told(piece.text, piece.paths) if piece.paths else piece.text for piece in pieces))


INNER: dict[str, Callable[..., Any]] = {
    "!say": _say, "!text": _text, "!beat": _beat, "!abort": _abort, "!concat": concat, "!list": _list,
    "!counted": _counted, "!captured": _captured,
}  # fmt: skip
