"""Which of many patterns can fit a text at all: each is told by pieces of text of which one must stand in it.

Most texts hold no piece of most patterns, and looking for pieces costs a small part of trying the patterns. What a
gate lets through still has to be tried; what it keeps back cannot fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from importlib import import_module
from typing import Any

_PARSER, _CODE = import_module("re._parser"), import_module("re._constants")
_SHORTEST = 3  # letters; of shorter pieces every text is full
_ODD = re.compile("[ıſİ]")  # a pattern that ignores case takes them for i and s, `lower` does not
_INSIDE = frozenset({_CODE.MAX_REPEAT, _CODE.MIN_REPEAT, _CODE.POSSESSIVE_REPEAT})


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compiled on first need: with hundreds of them compiled at once a process takes longer to start than to work."""
    return re.compile(pattern, flags)


@cache
def pieces(pattern: str, flags: int = 0) -> frozenset[str]:
    """Small-letter pieces, one of which stands in all that the pattern fits; empty where none can be told."""
    return shortest(_pieces(_PARSER.parse(pattern, flags)) or ())


def shortest(told: Iterable[str]) -> frozenset[str]:
    """Of some words those that hold no other of them: where one of the words stands, one of these does."""
    kept: list[str] = []
    for word in sorted(told, key=len):
        if not any(short in word for short in kept):
            kept.append(word)
    return frozenset(kept)


def odd(text: str) -> bool:
    """Whether small letters of the text do not tell what a pattern finds in it."""
    return not text.isascii() and _ODD.search(text) is not None


def stand(some: Iterable[str], low: str) -> bool:
    """Whether one of the pieces stands in a text of small letters."""
    return any(map(low.__contains__, some))


class Gate:
    """A table of patterns that heed case."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = tuple(patterns)

    @cached_property
    def _told(self) -> list[frozenset[str]]:
        """Found on first need: a process that reads nothing need not wait for it."""
        return [pieces(one) for one in self._patterns]

    @cached_property
    def _every(self) -> tuple[str, ...]:
        return tuple(frozenset().union(*self._told))

    def open(self, text: str) -> Sequence[int]:
        """Places in the table of the patterns that may fit, in order."""
        if odd(text):
            return range(len(self._patterns))
        low = text.lower()
        heard = {piece for piece in self._every if piece in low}
        return [at for at, told in enumerate(self._told) if not told or not told.isdisjoint(heard)]


def _pieces(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Of all that must stand in the text one after the other, the part that is rarest, by its shortest piece."""
    told: list[frozenset[str] | None] = []
    run = ""
    for code, value in parsed:
        if letter := _letter(code, value):
            run += letter
        elif code is not _CODE.AT:
            told += [frozenset({run}), _part(code, value)]
            run = ""
    told.append(frozenset({run}))
    long = [one for one in told if one and min(map(len, one)) >= _SHORTEST]
    return max(long, key=lambda one: (min(map(len, one)), -len(one)), default=None)


def _letter(code: Any, value: Any) -> str:
    """The one letter that the node stands for, whatever its case ("[Rr]")."""
    if code is _CODE.LITERAL:
        return chr(value).lower()
    if code is _CODE.IN and all(inner is _CODE.LITERAL for inner, _ in value):
        letters = {chr(one).lower() for _, one in value}
        return letters.pop() if len(letters) == 1 else ""
    return ""


def _part(code: Any, value: Any) -> frozenset[str] | None:
    if code is _CODE.SUBPATTERN:
        return _pieces(value[3])
    if code is _CODE.ASSERT:  # what is seen ahead stands in the text, too; what lies behind may stand in front of it
        return _pieces(value[1]) if value[0] > 0 else None
    if code is _CODE.ATOMIC_GROUP:
        return _pieces(value)
    if code in _INSIDE:
        return _pieces(value[2]) if value[0] else None
    if code is not _CODE.BRANCH:
        return None  # any letter, what does not stand there, what was matched before
    branches = [_pieces(one) for one in value[1]]
    return None if None in branches else frozenset().union(*[one for one in branches if one])


def spelt(pattern: str) -> frozenset[str]:
    """All texts that a pattern of plain alternatives fits, in small letters: "fines?|ban" fits fine, fines and ban."""
    return frozenset(_spelt(_PARSER.parse(pattern)))


def _spelt(parsed: Iterable[tuple[Any, Any]]) -> list[str]:
    told = [""]
    for code, value in parsed:
        if code is _CODE.LITERAL:
            more = [chr(value).lower()]
        elif code is _CODE.IN:
            more = [chr(one).lower() for _, one in value]
        elif code is _CODE.SUBPATTERN:
            more = _spelt(value[3])
        elif code is _CODE.BRANCH:
            more = [text for one in value[1] for text in _spelt(one)]
        else:  # what may be left out
            more = ["", *_spelt(value[2])]
        told = [text + end for text in told for end in more]
    return told
