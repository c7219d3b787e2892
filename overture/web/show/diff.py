"""Word by word, what changed between two texts; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\s+|[^\s]+")
_MOST = 4_000  # words; beyond this the whole text counts as changed


@dataclass(frozen=True, slots=True)
class Change:
    kind: Literal["same", "ins", "del"]
    text: str


def word_diff(before: str, after: str) -> tuple[Change, ...]:
    """The runs of `after`, and what of `before` is gone."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if len(old) > _MOST or len(new) > _MOST:
        return (Change("del", before), Change("ins", after))
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Change("same", "".join(new[c:d])))
            continue
        if b > a:
            found.append(Change("del", "".join(old[a:b])))
        if d > c:
            found.append(Change("ins", "".join(new[c:d])))
    return tuple(found)
