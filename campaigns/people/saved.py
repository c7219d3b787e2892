"""Questions that are kept under a name: inside another one, `saved:warm-churn` stands for all of its terms. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from campaigns.people.ask import Query, parse, places
from campaigns.people.ask_fields import SAVED_NAME, AskError, Choice, Field


def keepable(text: str) -> Query | AskError:
    """The question in `text` if it may be kept: it makes sense, and leans on no other."""
    query = parse(text)
    if isinstance(query, AskError):
        return query
    for at, term in zip(places(query.text, query.terms), query.terms, strict=True):
        if term.field is Field.SAVED:
            return AskError(at, at + len(term.text), "saved: cannot stand in a question that is kept; write its terms")
    return query


def name_fault(name: str) -> str | None:
    """What is wrong with a name for a question, or None."""
    if SAVED_NAME.fullmatch(name):
        return None
    return "A name has small letters, digits and dashes, 60 at most: warm-churn"


def expand(query: Query, kept: Mapping[str, str]) -> Query | AskError:
    """The question with its kept ones written out. `kept`: name -> text. It is still shown as it was asked."""
    if not query.of(Field.SAVED):
        return query
    written: list[str] = []
    named: tuple[int, int] = (0, 0)
    for at, term in zip(places(query.text, query.terms), query.terms, strict=True):
        if term.field is not Field.SAVED:
            written.append(term.text)
            continue
        named = (at, at + len(term.text))
        text = kept.get(_name(term.values))
        if text is None:
            return _unknown(_name(term.values), kept, *named)
        written.append(text)
    found = parse(" ".join(written))
    if isinstance(found, AskError):
        return AskError(*named, f"does not go with what stands beside it: {found.message}")
    return replace(found, text=query.text)


def names_in(text: str | None) -> tuple[str, ...]:
    """Names of the kept questions that a question leans on; none for one that makes no sense."""
    query = parse(text) if text else None
    if not isinstance(query, Query):
        return ()
    return tuple(_name(term.values) for term in query.of(Field.SAVED))


def cured(text: str, error: AskError) -> str | None:
    """The question with the suggestion in place of the wrong word, where there is one that helps."""
    if not error.suggestion:
        return None
    word, field = error.suggestion, error.suggestion.partition(":")[0]
    whole = text[error.at : error.end].startswith(f"{field}:")  # else only the name of the field, or only its value
    instead = word if whole else word.removesuffix(":").removeprefix(f"{field}:")
    better = text[: error.at] + instead + text[error.end :]
    again = parse(better)
    return better if not isinstance(again, AskError) or again.at > error.at else None


def _name(values: tuple[object, ...]) -> str:
    (value,) = values
    assert isinstance(value, Choice)
    return value.value


def _unknown(name: str, kept: Mapping[str, str], at: int, end: int) -> AskError:
    near = get_close_matches(name, kept, n=1, cutoff=0.6)
    return AskError(at, end, f'no question is kept as "{name}"', f"saved:{near[0]}" if near else None)
