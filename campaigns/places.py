"""Countries as texts name them: by name, by what their people are called, by their larger cities."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from babel import Locale

from campaigns.names import tokens
from campaigns.words import lists

LONGEST = 3  # words of the longest name of a place
_HEAD = 3  # letters that a name is looked up by first


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    codes = []
    for code, words in lists("places").items():
        codes.append(code)
        table |= {"".join(tokens(word.replace("_", " "))): code for word in words}
    for language in ("en", "de", "fr", "es", "it"):
        territories = Locale(language).territories
        table |= {"".join(tokens(territories[code])): code for code in codes}
    return table


@cache
def _heads() -> frozenset[str]:
    return frozenset(name[:_HEAD] for name in _table())


def places(words: list[str]) -> list[tuple[int, str]]:
    """(index of the first word, country code) for every country, people or city among folded words."""
    table, heads = _table(), _heads()
    found = []
    for at, word in enumerate(words):
        if len(word) >= _HEAD and word[:_HEAD] not in heads:
            continue  # most words begin no place
        for count in range(LONGEST, 0, -1):
            code = table.get("".join(words[at : at + count])) if at + count <= len(words) else None
            if code is not None:
                found.append((at, code))
                break
    return found


def is_place(words: Sequence[str]) -> bool:
    """Are these folded words, all together, a place or its people?"""
    return "".join(words) in _table()
