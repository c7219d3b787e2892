"""Small helpers for lists of words, so that each list reads as plain words in its file."""

from __future__ import annotations

import re
from functools import lru_cache


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


@lru_cache(maxsize=512)
def any_of(text: str) -> re.Pattern[str]:
    """One pattern for many phrases, a line each: whole words, any case. Lines are regular expressions."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines() if line.strip()]
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(lines)})(?![\w])".replace(" ", r"\s+"), re.IGNORECASE)
