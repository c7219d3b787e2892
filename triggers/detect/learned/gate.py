"""Whether an entry may tell an event at all, by its words alone: most need no network to be put aside.

`gate.txt` holds a weight for each word, found by a linear regression; by folds, 95 of 100 entries that tell one pass.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from triggers.detect.heard import bare_word
from triggers.detect.learned.pieces import opening

WORDS = Path(__file__).with_name("gate.txt")
_DIGITS = frozenset("0123456789")
_NUMBER = "#"  # stands for every word with a digit


def may_tell(title: str, below: str) -> bool:
    """Whether the words of the headline and of the text below it speak for an event more than against one."""
    weights, floor = _weights()
    return sum([weights.get(word, 0.0) for word in words_of(f"{title} {opening(below)}")]) >= floor


def words_of(text: str) -> set[str]:
    """The words of a text in small letters, each once."""
    return {_NUMBER if not _DIGITS.isdisjoint(word) else word for word in map(bare_word, text.lower().split())}


@cache
def _weights() -> tuple[dict[str, float], float]:
    first, *rest = WORDS.read_text(encoding="utf-8").splitlines()
    pairs = (line.rsplit(" ", 1) for line in rest)
    return {word: float(weight) for word, weight in pairs}, float(first)
