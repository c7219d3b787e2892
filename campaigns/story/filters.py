"""The filters a story may use. Each keeps the origin of what it was given."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from campaigns.story import inflect
from campaigns.story.values import Absent, Group, Mixed, Refused, Told, paths_of, raw

_LEGAL = re.compile(
    r",?\s+(inc|incorporated|llc|l\.l\.c|ltd|limited|plc|corp|corporation|co|company|gmbh|mbh|ag|se|kg|kgaa|ug|e\.?k|ohg|ab|as|a/s|asa|oy|oyj|"
    r"bv|b\.v|nv|n\.v|sa|s\.a|sas|sarl|srl|s\.r\.l|spa|s\.p\.a|sl|s\.l)\.?$",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"\s+(holding|holdings|group)$", re.IGNORECASE)
# What is left hanging where a form was taken away, or a name was cut: "Acme &", "Society for".
_HANGING = frozenset(("and", "of", "for", "the", "und", "für", "der", "des", "die", "von", "zu", "de", "et"))
_VERBS = re.compile(
    r"\s+(?:(?:is|are|was|were|be|has|have|had|do|does|did|takes?|took|needs?|costs?|can|cannot|can't|could|will|would|won't|"
    r"should|must|may|might|keeps?|gets?|makes?|loses?|leaves?|left|spends?|finds?|knows?|goes|go|comes?|waits?|sits?|eats?|"
    r"never|always|still|often|barely|hardly|only|not|don't|doesn't|isn't|aren't|that|because|when|while|before|until|"
    r"ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|kann|können|muss|müssen|soll|sollen|will|wollen|"
    r"braucht|brauchen|dauert|dauern|kostet|kosten|geht|gehen|kommt|kommen|bleibt|bleiben|fehlt|fehlen|"
    r"liegt|liegen|steht|stehen|verliert|verlieren|findet|finden|weiß|wissen|nie|immer|noch|kaum|nicht|erst|"
    r"dass|weil|wenn|bevor|bis)\b|[,;:.–—(])",
    re.IGNORECASE,
)
TOPIC_WORDS = 6
SHORT_CHARS = 40
Mapped = Callable[[Any], Any]


def _keep(value: Any, change: Mapped, *more: Any) -> Any:
    """Change the plain value; what is absent stays absent and origins stay what they were."""
    if isinstance(value, (Absent, Group)):
        return value
    # Text that is partly the template's own may not take on an origin by passing through a filter.
    own = isinstance(value, Mixed) and any(not paths_of(part) for part in value.parts)
    paths = () if own else paths_of(value, *more)
    changed = change(raw(value))
    return Told(changed, paths) if paths else changed


def _text(value: Any, change: Callable[[str], str]) -> Any:
    """Change text piece by piece, so that literal pieces stay literal."""
    if isinstance(value, Mixed):
        return Mixed(tuple(_text(part, change) for part in value.parts))
    return _keep(value, lambda plain: change(plain if isinstance(plain, str) else str(plain)))


def _language(context: Context) -> str:
    return str(raw(context.get("!language")) or "en")


def _date(value: Any, name: str) -> date:
    if not isinstance(value, date):
        raise Refused("TPL001", f"the filter {name} needs a date")
    return value


@pass_context
def money(context: Context, value: Any, currency: Any = None) -> Any:
    """An amount with its currency; the trigger's where none is given."""
    if currency is None:
        currency = context.resolve("trigger").get("currency")
    language, unit = _language(context), str(raw(currency) or "")

    def said(plain: Any) -> str:
        if isinstance(plain, bool) or not isinstance(plain, (int, float, Decimal)):
            raise Refused("TPL001", "the filter money needs a number")
        return inflect.money(plain, unit, language)

    return _keep(value, said, currency)


@pass_context
def day(context: Context, value: Any) -> Any:
    return _keep(value, lambda plain: inflect.day(_date(plain, "day"), _language(context)))


@pass_context
def month(context: Context, value: Any) -> Any:
    today = raw(context.resolve("today"))
    return _keep(value, lambda plain: inflect.month(_date(plain, "month"), _language(context), today))


def year(value: Any) -> Any:
    return _keep(value, lambda plain: str(_date(plain, "year").year))


@pass_context
def round_name(context: Context, value: Any) -> Any:
    return _keep(value, lambda plain: inflect.round_name(str(plain), _language(context)))


def topic(value: Any) -> Any:
    """What a statement is about: its words up to the first verb, at most six."""

    def cut(plain: Any) -> str:
        text = str(plain).strip(" “”„")  # what could not be turned to the reader stands in marks
        found = _VERBS.search(text)
        head = text[: found.start()] if found and found.start() > 2 else text
        cut_off = " ".join(head.split()[:TOPIC_WORDS])
        return _whole(cut_off) or cut_off

    return _keep(value, cut)


def short(value: Any) -> Any:
    """A name without its legal form; longer text cut at a word, at most 40 characters."""

    def cut(plain: Any) -> str:
        text = _without_form(str(plain).strip())
        if len(text) <= SHORT_CHARS:
            return text
        kept = text[: SHORT_CHARS + 1].rsplit(" ", 1)[0][:SHORT_CHARS]
        return _whole(kept) or kept

    return _keep(value, cut)


def _without_form(name: str) -> str:
    """Forms stand one behind the other: GmbH & Co. KG. A house is called by its name alone, unless a form follows."""
    bare = _whole(_LEGAL.sub("", name))
    if bare == name:
        bare = _HOUSE.sub("", name)
    while bare != name and bare.casefold() not in ("", "the", "die", "der", "das"):
        name, bare = bare, _whole(_LEGAL.sub("", bare))
    return name


def _whole(name: str) -> str:
    """The name without a sign or a small word at its end that only led on."""
    bare = name.rstrip(" ,;:&+–-")
    while (words := bare.rsplit(" ", 1))[-1].casefold() in _HANGING and len(words) > 1:
        bare = words[0].rstrip(" ,;:&+–-")
    return bare


def lower(value: Any) -> Any:
    return _text(value, str.lower)


def upper(value: Any) -> Any:
    return _text(value, str.upper)


def capitalize(value: Any) -> Any:
    """A capital at the start; the rest stays, since names in it have capitals of their own."""
    if isinstance(value, Mixed) and value.parts:
        return Mixed((capitalize(value.parts[0]), *value.parts[1:]))
    return _keep(value, lambda plain: str(plain)[:1].upper() + str(plain)[1:])


def default(value: Any, instead: Any = "") -> Any:
    """Another value where this one is absent or empty."""
    return value if value else instead


def join(value: Any, between: Any = ", ", last: Any = None) -> Any:
    """The parts of a list as one text; `last` stands before the last part."""
    if isinstance(value, Absent):
        return value
    items = list(value)
    parts: list[Any] = []
    for position, item in enumerate(items):
        if position:
            parts.append(last if last is not None and position == len(items) - 1 else between)
        parts.append(item)
    return Mixed(tuple(parts))


def length(value: Any) -> Any:
    if isinstance(value, (Absent, Group)):
        return value
    return _keep(value, lambda plain: len(plain) if isinstance(plain, (str, tuple, list)) else 1)


FILTERS: dict[str, Callable[..., Any]] = {
    "money": money, "day": day, "month": month, "year": year, "round_name": round_name, "topic": topic, "short": short,
    "lower": lower, "upper": upper, "capitalize": capitalize, "default": default, "join": join, "length": length,
}  # fmt: skip
