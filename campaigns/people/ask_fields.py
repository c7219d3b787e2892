"""The fields of the ask language: what each is about, what it takes, and how its words become values. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from enum import StrEnum

from campaigns.campaign import Op
from campaigns.countries import country_code
from campaigns.durations import parse_duration
from campaigns.workspace import Function, Level, Lifecycle, Seniority, TieKind, WhyTheyCare
from triggers.types import EventKind


class Field(StrEnum):
    INTEREST = "interest"
    CONCERN = "concern"
    LEVEL = "level"
    SINCE = "since"
    TIE = "tie"
    TEAMMATE = "teammate"
    ROLE = "role"
    SENIORITY = "seniority"
    FUNCTION = "function"
    TAG = "tag"
    LIFECYCLE = "lifecycle"
    INDUSTRY = "industry"
    COUNTRY = "country"
    EMPLOYEES = "employees"
    EVENT = "event"
    WITHIN = "within"
    CHAMPION = "champion"
    RENEWAL = "renewal"
    PROMISE = "promise"
    WHY = "why"
    SAVED = "saved"
    TEXT = "text"  # words without a field


@dataclass(frozen=True, slots=True)
class AskError:
    """What is wrong with a question, from `at` up to `end` (code points), and what was probably meant."""

    at: int
    end: int
    message: str
    suggestion: str | None = None

    def __str__(self) -> str:
        return self.message + (f"; did you mean {self.suggestion}?" if self.suggestion else "")

    def pointing(self, text: str) -> str:
        """The question with marks under the word, and the message."""
        return f"{text}\n{' ' * self.at}{'^' * max(1, self.end - self.at)}\n{self}"


@dataclass(frozen=True, slots=True)
class Words:
    """Each of these words has to stand in the text, in any order; longer forms of a word of four letters count."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list, or `any`, `none`."""

    value: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A number, a span of time or a day with how to compare it."""

    op: Op
    value: int | timedelta | date


Value = Words | Choice | Bound


@dataclass(frozen=True, slots=True)
class FieldInfo:
    about: str
    takes: str
    read: Callable[[str], Value]  # ValueError says what is wrong
    of_account: bool = False
    choices: tuple[str, ...] = ()


# --- reading ------------------------------------------------------------------------------------------------------

_COMPARED = re.compile(r"(>=|<=|>|<|=)?\s*(.+)")
_OPS = {">=": Op.GTE, "<=": Op.LTE, ">": Op.GT, "<": Op.LT, "=": Op.IN, None: Op.IN}
SAVED_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST = 10_000_000


def _words(text: str) -> Words:
    found = tuple(dict.fromkeys(re.findall(r"\w+", text.lower())))
    if not found:
        raise ValueError("holds no word")
    return Words(found)


def _listed(*choices: str) -> Callable[[str], Value]:
    def read(text: str) -> Choice:
        plain = text.lower().replace("-", "_").replace(" ", "_")
        if plain not in choices:
            raise ValueError(f'"{text}" is none of {_some(choices)}')
        return Choice(plain)

    return read


def _some(choices: tuple[str, ...]) -> str:
    return ", ".join(choices[:8]) + (" …" if len(choices) > 8 else "")


def _number(text: str) -> Bound:
    found = _COMPARED.fullmatch(text)
    digits = found[2].replace("_", "").replace(".", "") if found else ""
    if not found or not digits.isdecimal() or int(digits) > _MOST:
        raise ValueError(f'"{text}" is no number; write >=50')
    return Bound(_OPS[found[1]], int(digits))


def _strength_or_kind(text: str) -> Value:
    if text[:1] in "<>=" or text.isdecimal():
        bound = _number(text)
        if not 1 <= int(str(bound.value)) <= 5:
            raise ValueError("the strength of a tie is 1 to 5")
        return bound
    return _listed(*_TIES)(text)


def _back(text: str) -> Bound:
    """A span of time back from today, or a day: since then."""
    return _span(text, Op.LTE, on_day=Op.GTE)


def _ahead(text: str) -> Value:
    return Choice(text.lower()) if text.lower() in ("any", "none") else _span(text, Op.LTE, on_day=Op.LTE)


def _span(text: str, plain: Op, *, on_day: Op) -> Bound:
    """`plain` and `on_day` say how a span and a day compare where nothing is written before them."""
    found = _COMPARED.fullmatch(text)
    sign, value = (found[1], found[2]) if found else (None, text)
    if _DAY.fullmatch(value):
        return Bound(_OPS[sign] if sign else on_day, date.fromisoformat(value))
    op = _OPS[sign] if sign else plain
    span = parse_duration(value)
    if span is None or span.days > 36_500:
        raise ValueError(f'"{value}" is no span of time; write 90d or 12w, or a day such as 2026-03-31')
    return Bound(op, span)


def _country(text: str) -> Choice:
    code = country_code(text)
    if code is None:
        raise ValueError(f'"{text}" is no country; write its name or its two letters, such as DE')
    return Choice(code)


def _kept_name(text: str) -> Choice:
    name = text.lower()
    if not SAVED_NAME.fullmatch(name):
        raise ValueError(f'"{text}" is no name of a question; it has small letters, digits and dashes')
    return Choice(name)


def _all(enum: type[StrEnum], *more: str) -> tuple[str, ...]:
    return (*more, *(member.value for member in enum))


_TIES = _all(TieKind, "any", "none")


def _closed(about: str, *choices: str, of_account: bool = False) -> FieldInfo:
    return FieldInfo(about, f"one of {_some(choices)}", _listed(*choices), of_account, choices)


FIELDS: Mapping[Field, FieldInfo] = {
    Field.INTEREST: FieldInfo("what they read about", "words of a topic", _words),
    Field.CONCERN: FieldInfo("what they told us: statement or quote", "words of it", _words),
    Field.LEVEL: _closed("the level of what they told us", *_all(Level)),
    Field.SINCE: FieldInfo("how long ago they told us at most", "a span or a day: 90d, 2026-01-31", _back),
    Field.TIE: FieldInfo("who of us knows them", f"{_some(_TIES)}, or >=3", _strength_or_kind, False, _TIES),
    Field.TEAMMATE: FieldInfo("the one of us who knows them", "an id or a name", _words),
    Field.ROLE: FieldInfo("their title", "words of it", _words),
    Field.SENIORITY: _closed("how high they stand", *_all(Seniority)),
    Field.FUNCTION: _closed("where they work", *_all(Function)),
    Field.TAG: FieldInfo("a tag of theirs or of their account", "the tag", lambda text: Choice(text.strip())),
    Field.LIFECYCLE: _closed("where we stand with the account", *_all(Lifecycle), of_account=True),
    Field.INDUSTRY: FieldInfo("the account's industry", "words of it", _words, True),
    Field.COUNTRY: FieldInfo("the account's country", "a name or two letters: Germany, DE", _country, True),
    Field.EMPLOYEES: FieldInfo("how many work there", "a number: >=50", _number, True),
    Field.EVENT: _closed("something that happened there", *_all(EventKind, "any"), of_account=True),
    Field.WITHIN: FieldInfo("how long ago events may lie (else 90 days)", "a span or a day: 30d", _back, True),
    Field.CHAMPION: _closed("who speaks for us there", "left", "any", "none", of_account=True),
    Field.RENEWAL: FieldInfo("when the contract renews", "time ahead: <=90d, a day, any, none", _ahead, True),
    Field.PROMISE: _closed("what we promised there", "made", "overdue", "broken", "kept", "any", of_account=True),
    Field.WHY: _closed("why the customer cares", *_all(WhyTheyCare, "any", "none"), of_account=True),
    Field.SAVED: FieldInfo("a question that somebody keeps, with all its terms", "its name", _kept_name),
    Field.TEXT: FieldInfo("words in names, titles, topics and what they told us", "words", _words),
}  # fmt: skip


def read_value(field: Field, text: str, at: int, end: int) -> Value | AskError:
    """One value of a field, or what is wrong with it."""
    info = FIELDS[field]
    try:
        return info.read(text)
    except ValueError as error:
        near = get_close_matches(text.lower(), info.choices, n=1, cutoff=0.6)
        return AskError(at, end, f"{field.value}: {error}", f"{field.value}:{near[0]}" if near else None)


_OFTEN = {
    "topic": "interest", "worry": "concern", "problem": "concern", "heard": "concern", "knows": "teammate",
    "stage": "lifecycle", "status": "lifecycle", "size": "employees", "trigger": "event", "title": "role",
    "last": "since", "after": "since", "sector": "industry", "reads": "interest", "by": "teammate",
    "department": "function", "renews": "renewal", "relationship": "tie",
}  # fmt: skip


def unknown_field(name: str, at: int, end: int) -> AskError:
    known = [field.value for field in Field if field is not Field.TEXT]
    near = [_OFTEN[name]] if name in _OFTEN else get_close_matches(name, known, n=1, cutoff=0.6)
    words = f'there is no field "{name}"' + ("" if near else f"; there are {', '.join(known)}")
    return AskError(at, end, words, f"{near[0]}:" if near else None)
