"""The ask language: one line of text that asks for people or accounts, parsed to a typed tree. Pure.

    interest:"crm white papers" concern:churn since:90d tie:any -lifecycle:customer

Terms stand side by side and all hold; commas inside a term are alternatives; a dash in front turns a term round.
Which fields there are and what each takes is in `ask_fields`. What is wrong is an `AskError` that points at the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from campaigns.people.ask_fields import FIELDS, AskError, Choice, Field, Value, read_value, unknown_field

MAX_CHARS = 1_000
MAX_TERMS = 24
_NAME = re.compile(r"(?P<not>-?)(?P<name>[A-Za-z_]+):")
_OPENING = {'"': '"', "“": "”", "„": "“", "«": "»"}
_BARE = re.compile(r"[^\s,\"“”„«»]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: `field` holds one of `values`, or none of them where it is `negated`."""

    field: Field
    values: tuple[Value, ...]
    negated: bool = False
    text: str = ""  # as it was written

    @property
    def of_account(self) -> bool:
        return FIELDS[self.field].of_account


@dataclass(frozen=True, slots=True)
class Query:
    """A question that makes sense. Its answers are accounts where every term is about accounts, else contacts."""

    text: str
    terms: tuple[Term, ...]

    @property
    def of_accounts(self) -> bool:
        return all(term.of_account for term in self.terms)

    def of(self, *fields: Field, negated: bool = False) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.field in fields and term.negated is negated)


def parse(text: str) -> Query | AskError:
    """The question in `text`, or the first thing that is wrong with it and where."""
    if len(text) > MAX_CHARS:
        return AskError(MAX_CHARS, len(text), f"a question has at most {MAX_CHARS:,} characters")
    try:
        terms = tuple(_terms(text))
    except _QuestionError as found:
        return found.error
    if not terms:
        return AskError(0, len(text), "asks nothing; try concern:churn since:90d tie:any")
    if len(terms) > MAX_TERMS:
        return AskError(0, len(text), f"has {len(terms)} terms; {MAX_TERMS} are the most")
    return _unsupported(text, terms) or Query(text.strip(), terms)


class _QuestionError(Exception):
    """Carries the error out of the walk over the text."""

    def __init__(self, error: AskError) -> None:
        self.error = error


def _terms(text: str) -> Iterator[Term]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        term, at = _term(text, at)
        yield term


def _term(text: str, at: int) -> tuple[Term, int]:
    start, found = at, _NAME.match(text, at)
    if found is None:
        negated = text[at] == "-" and at + 1 < len(text) and not text[at + 1].isspace()
        field, at = Field.TEXT, at + negated
    else:
        negated, name = bool(found["not"]), found["name"].lower()
        if name not in {field.value for field in Field} or name == Field.TEXT:
            raise _QuestionError(unknown_field(name, at + negated, found.end() - 1))
        field, at = Field(name), found.end()
    values = []
    while True:
        word, end = _word(text, at, field)
        read = read_value(field, word, at, end)
        if isinstance(read, AskError):
            raise _QuestionError(read)
        values.append(read)
        if text[end : end + 1] != ",":
            return Term(field, tuple(values), negated, text[start:end]), end
        at = end + 1


def _word(text: str, at: int, field: Field) -> tuple[str, int]:
    """The value at `at`, without its quotes, and where it ends."""
    closing = _OPENING.get(text[at : at + 1])
    if closing:
        ends = [end for end in (text.find(closing, at + 1), text.find('"', at + 1)) if end > 0]
        if not ends:
            raise _QuestionError(AskError(at, len(text), "the quotation mark is never closed"))
        return text[at + 1 : min(ends)], min(ends) + 1
    found = _BARE.match(text, at)
    if found is None:
        info = FIELDS[field]
        raise _QuestionError(AskError(at, at + 1, f"{field.value}: says nothing; it takes {info.takes}"))
    return found[0], found.end()


# --- terms that lean on others ------------------------------------------------------------------------------------

_ONCE = (Field.SINCE, Field.WITHIN)
_NAMED = "saved: names one question; it stands without a dash and without alternatives"


def _unsupported(text: str, terms: tuple[Term, ...]) -> AskError | None:
    """What each term says alone but not beside the others."""
    fields = [term.field for term in terms]
    for at, term in zip(places(text, terms), terms, strict=True):
        end = at + len(term.text)
        if term.field in _ONCE and (term.negated or len(term.values) > 1):
            return AskError(at, end, f"{term.field.value}: is a span of time; it stands once and without a dash")
        if term.field is Field.SAVED and (term.negated or len(term.values) > 1):
            return AskError(at, end, _NAMED)
        if term.field in _ONCE and fields.count(term.field) > 1:
            return AskError(at, end, f"{term.field.value}: stands more than once")
        alone = next((word for word in ("none", "left") if Choice(word) in term.values), None)
        if alone and len(term.values) > 1:
            return AskError(at, end, f"{alone} stands alone, without alternatives")
        if term.field is Field.WITHIN and not {Field.EVENT, Field.CHAMPION, Field.SAVED} & set(fields):
            return AskError(at, end, "within: says how long ago an event may lie; there is no event: beside it")
    return None


def places(text: str, terms: tuple[Term, ...]) -> Iterator[int]:
    """Where each term begins in the question that it was read from."""
    at = 0
    for term in terms:
        at = text.index(term.text, at)
        yield at
        at += len(term.text)
