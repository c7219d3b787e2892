"""Lists of words and phrases. Long ones live in `phrases/*.txt`, a regular expression a line, so that they can be
read and added to without reading code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from campaigns.story.openings import Opening, openings

_FOLDER = Path(__file__).parent / "phrases"
# The drafts of a story share most of their sentences, so what was found in one of these is remembered.
_SENTENCE, _REMEMBERED = 300, 256  # characters, texts
_KEY = 4  # letters of a word that decide whether a phrase may begin with it
_WORD_START = re.compile(rf"(?<![\w'’])\w{{1,{_KEY}}}")
_NO_WORD = re.compile("[\ufff8-\uffff]")  # what stands for a bound piece begins no word
_ODD_CASE = re.compile("[İıſKÅΩ]")  # letters whose lower case is not what a pattern takes for theirs


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


class Phrases:
    """Many phrases as one pattern: whole words, any case. Finds what the plain alternation finds, and looks only where
    a word stands with which a phrase may begin: most texts hold none, and searching them is most of the lint's work.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        known = {line: openings(line) for line in lines}
        self.pattern = _whole_words("|".join(lines))
        self._gate = _Gate([one for found in known.values() for one in found or ()])
        unknown = [line for line, found in known.items() if found is None]
        self._elsewhere = re.compile(rf"(?={_whole_words('|'.join(unknown)).pattern})", re.I) if unknown else None
        self._at_words = not any(_NO_WORD.search(line) for line in unknown)
        self._remembered = lru_cache(maxsize=_REMEMBERED)(lambda text: tuple(self._found(text)))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return iter(self._remembered(text)) if len(text) <= _SENTENCE else self._found(text)

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        end = 0
        for at in self._places(text):
            found = self.pattern.match(text, at) if at >= end else None
            if found is not None:
                yield found
                end = found.end()

    def search(self, text: str) -> re.Match[str] | None:
        return next(self.finditer(text), None)

    def match(self, text: str) -> re.Match[str] | None:
        return self.pattern.match(text)

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.pattern.sub(put, text) if self.search(text) else text

    def _places(self, text: str) -> Sequence[int]:
        """Where a match may begin, in order."""
        starts = _word_starts(text)
        if starts is None:
            return range(len(text) + 1)
        places = self._gate.among(starts)
        if self._elsewhere is None:
            return places
        if self._at_words:
            begins = self._elsewhere.match
            return sorted({*places, *[at for _, at in starts if begins(text, at)]})
        return sorted({*places, *(found.start() for found in self._elsewhere.finditer(text))})


class _Gate:
    """Which words a phrase may begin with, by their first letters."""

    def __init__(self, known: Sequence[Opening]) -> None:
        self._keys = frozenset(one.text[:_KEY] for one in known if one.whole or len(one.text) >= _KEY)
        self._stems = tuple(sorted({one.text for one in known if not one.whole and len(one.text) < _KEY}))

    def among(self, starts: Sequence[tuple[str, int]]) -> list[int]:
        keys, stems = self._keys, self._stems
        return [at for key, at in starts if key in keys or (stems and key.startswith(stems))]


@lru_cache(maxsize=64)
def _word_starts(text: str) -> tuple[tuple[str, int], ...] | None:
    """The first letters of each word, and where it stands; None where they do not tell what a pattern sees. A text is
    asked for one list of phrases after the other, so the last few are kept."""
    if _ODD_CASE.search(text):
        return None
    return tuple([(found.group().lower(), found.start()) for found in _WORD_START.finditer(text)])


def any_of(text: str) -> Phrases:
    """One pattern for many phrases, a line each: whole words, any case, blanks match any white space."""
    return Phrases(_lines(text))


def _whole_words(alternation: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])(?:{alternation})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip() and not line.startswith("#")]


def alternatives(name: str) -> str:
    """The lines of `phrases/NAME.txt` as one alternation, to be put into a larger expression."""
    return "|".join(_lines((_FOLDER / f"{name}.txt").read_text(encoding="utf-8")))


@lru_cache(maxsize=64)
def phrases(name: str, **parts: str) -> Phrases:
    """The phrases of `phrases/NAME.txt`; `<key>` in it stands for the part of that name."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for key, part in parts.items():
        text = text.replace(f"<{key}>", part)
    return any_of(text)
