"""Lists of words and phrases. Long ones live in `phrases/*.txt`, a regular expression a line, so that they can be
read and added to without reading code."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "phrases"


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def any_of(text: str) -> re.Pattern[str]:
    """One pattern for many phrases, a line each: whole words, any case, blanks match any white space."""
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(_lines(text))})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip() and not line.startswith("#")]


def alternatives(name: str) -> str:
    """The lines of `phrases/NAME.txt` as one alternation, to be put into a larger expression."""
    return "|".join(_lines((_FOLDER / f"{name}.txt").read_text(encoding="utf-8")))


@lru_cache(maxsize=64)
def phrases(name: str, **parts: str) -> re.Pattern[str]:
    """The pattern of `phrases/NAME.txt`; `<key>` in it stands for the part of that name."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for key, part in parts.items():
        text = text.replace(f"<{key}>", part)
    return any_of(text)
