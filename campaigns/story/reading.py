"""Words as a reader counts them, and how hard they are to read.

LIX, after C. H. Björnsson: words per sentence plus the share of words over six letters in hundred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

LONG_WORD = 6
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]++@[\w.-]++|"
    r"(?<![\w.-])(?=[\w-]{1,63}\.)(?:[\w-]{1,63}\.){1,4}?(?:com|de|io|net|org|example)\b(?:/\S*)?"
)
_MAY_BE_ADDRESS = re.compile(r"@|[.:]\S")  # without one of these there is none; most sentences have none
_WORD = re.compile(r"\w+(?:['’\-.&/]\w+)*")


@lru_cache(maxsize=256)  # a body is counted by several rules, and the drafts of a story share sentences
def words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def words_read(text: str) -> tuple[str, ...]:
    """The words of a text, its addresses left out."""
    return words_of(_ADDRESS.sub(" ", text) if _MAY_BE_ADDRESS.search(text) else text)


def lix(words: Sequence[str], sentences: int) -> float:
    """The reading level of that many sentences; 0 without words."""
    long_ones = sum(1 for word in words if len(word) > LONG_WORD and _letters(word) > LONG_WORD)
    return len(words) / max(1, sentences) + 100 * long_ones / len(words) if words else 0.0


def _letters(word: str) -> int:
    return len(word) if word.isalpha() else sum(char.isalpha() for char in word)
