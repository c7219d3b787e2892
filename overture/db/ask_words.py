"""Words in columns, the same on both databases: a word counts where it begins one, whatever mark stands before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Boolean, ColumnElement, and_, literal, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from campaigns.people.ask_fields import Choice, Value, Words

_WHOLE = 3  # words of so many letters count only as they are: "ai" is not in "aisle"
_LETTERS = "a-z0-9äöüßÄÖÜàâáãåçéèêëíîïñóôõøúùûœæ"


class begins_a_word(FunctionElement[bool]):  # noqa: N801 - reads as the SQL function it is
    """Takes the column, the pattern for SQLite and the pattern for PostgreSQL."""

    type = Boolean()
    inherit_cache = True


@compiles(begins_a_word, "sqlite")
def _sqlite(element: begins_a_word, compiler: SQLCompiler, **how: Any) -> str:
    column, glob, _ = element.clauses
    return f"(' ' || lower({compiler.process(column, **how)}) || ' ') GLOB {compiler.process(glob, **how)}"


@compiles(begins_a_word, "postgresql")
def _postgres(element: begins_a_word, compiler: SQLCompiler, **how: Any) -> str:
    column, _, regex = element.clauses
    return f"{compiler.process(column, **how)} ~* {compiler.process(regex, **how)}"


def holds_words(columns: Sequence[Any], values: Iterable[Value]) -> ColumnElement[bool]:
    """One of the values has all its words in one of the columns."""
    return or_(
        *(
            and_(*(_holds(column, word) for word in value.words))
            for value in values
            if isinstance(value, Words)
            for column in columns
        )
    )


def holds_all_words(columns: Sequence[Any], value: Words) -> list[ColumnElement[bool]]:
    """For each word, that one of the columns holds it."""
    return [or_(*(_holds(column, word) for column in columns)) for word in value.words]


def _holds(column: Any, word: str) -> ColumnElement[bool]:
    """The first comparison is cheap and sorts out most rows; the second looks at where the word stands."""
    form = _stem(word)
    whole = len(form) <= _WHOLE
    cheap = or_(*(column.ilike(f"%{one.replace('_', chr(92) + '_')}%", escape="\\") for one in _cases(form)))
    regex = literal(rf"\m{form}" + (r"\M" if whole else ""))
    ending = f"[^{_LETTERS}]*" if whole else "*"
    exact = or_(*(begins_a_word(column, literal(f"*[^{_LETTERS}]{one}{ending}"), regex) for one in _cases(form)))
    return and_(cheap, exact)


def _stem(word: str) -> str:
    """Without the s of a plural, so that "papers" finds "paper"."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _cases(word: str) -> list[str]:
    """SQLite folds the case of plain letters only."""
    return [word] if word.isascii() else sorted({word.lower(), _upper(word.lower()), word.capitalize()})


def _upper(word: str) -> str:
    """In small letters but for those that SQLite leaves as they are."""
    return "".join(char if char.isascii() else char.upper() for char in word)


def choices(values: Iterable[Value]) -> list[str]:
    return [value.value for value in values if isinstance(value, Choice)]
