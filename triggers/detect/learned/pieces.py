"""A text cut into the pieces of words that the network knows, each with the place where it stands.

Words are runs of letters and digits; every other mark stands for itself. A word that the network does not know is
spelt with the longest pieces that it knows (WordPiece), so names that nobody has heard are read, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from triggers.types import TextField

READ_CHARS = 320  # of the text below the headline; what stands later is not read
MOST = 112  # pieces of an entry, marks of the network's own included; what stands later is not read
_WORD = re.compile(r"[^\W_]+|\S")
_LONGEST = 40  # letters of a word; what is longer is no word
START, STOP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
SHAPES = 6  # of a word; those of the text below the headline come after those of the headline


def opening(text: str) -> str:
    """What is read of the text below the headline, ending with a whole word."""
    return text if len(text) <= READ_CHARS else text[:READ_CHARS].rsplit(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of the text, and which pieces spell it (first, and the one after the last)."""

    field: TextField
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Cut:
    """What the network is given: the number of each piece and of its word's shape, and the words themselves."""

    pieces: list[int]
    shapes: list[int]
    below: int  # the first piece of the text below the headline
    words: list[Word]


class Cutter:
    """Cuts texts by a vocabulary: pieces in their order, those inside a word marked by "##"."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: i for i, piece in enumerate(vocabulary)}
        self._spell = lru_cache(maxsize=32_768)(self._spelt)  # news repeats its words

    def cut(self, title: str, summary: str) -> Cut:
        pieces, shapes, words = [self._numbers[START]], [0], list[Word]()
        self._add("title", title, pieces, shapes, words, 0)
        self._close(pieces, shapes)
        below = len(pieces)
        if summary and below < MOST - 8:
            self._add("summary", summary, pieces, shapes, words, SHAPES)
            self._close(pieces, shapes)
        return Cut(pieces, shapes, below, words)

    def _close(self, pieces: list[int], shapes: list[int]) -> None:
        pieces.append(self._numbers[STOP])
        shapes.append(0)

    def _add(
        self, field: TextField, text: str, pieces: list[int], shapes: list[int], words: list[Word], base: int
    ) -> None:
        for match in _WORD.finditer(text):
            spelt = self._spell(match.group())
            if len(pieces) + len(spelt) >= MOST:
                return
            words.append(Word(field, match.start(), match.end(), len(pieces), len(pieces) + len(spelt)))
            pieces.extend(spelt)
            shapes.extend([base + shape(match.group())] * len(spelt))

    def _spelt(self, word: str) -> tuple[int, ...]:
        plain = _plain(word)
        if not plain or len(plain) > _LONGEST:
            return (self._numbers[UNKNOWN],)
        return tuple(self._longest(plain)) or (self._numbers[UNKNOWN],)

    def _longest(self, plain: str) -> Iterator[int]:
        at = 0
        while at < len(plain):
            for end in range(len(plain), at, -1):
                number = self._numbers.get(("##" if at else "") + plain[at:end])
                if number is not None:
                    yield number
                    at = end
                    break
            else:
                yield self._numbers[UNKNOWN]
                return


def _plain(word: str) -> str:
    """Small letters without accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def shape(word: str) -> int:
    """How a word is written: 0 a mark, 1 digits, 2 small, 3 CAPITALS, 4 Capital, 5 miXed."""
    if not any(map(str.isalpha, word)):
        return 1 if any(map(str.isdigit, word)) else 0
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    return 4 if word[0].isupper() and word[1:].islower() else 5
