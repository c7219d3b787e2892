"""One turn of phrase, and the table of them: what `triggers.detect.frames` tries on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import Enum

from triggers.detect.grammar.gates import compiled, odd, pieces, stand
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import FAMILY
from triggers.types import EventKind, Status


class Who(Enum):
    """Where the company stands. In deals the buyer comes first: `DOER_OBJECT` buys what follows.

    `OWNER` owns the thing of which the pattern speaks: "Acme's new drill goes on sale".
    """

    DOER = "doer"
    OBJECT = "object"
    BEFORE = "before"
    OWNER = "owner"
    DOER_OBJECT = "doer, object"
    OBJECT_DOER = "object, doer"


@dataclass(frozen=True, slots=True)
class Frame:
    """One turn of phrase. `words`: of these at least one stands in the line; `no` looks at the whole line."""

    kind: EventKind
    words: frozenset[str]
    told: str  # a pattern that ignores case, as is `no`
    who: Who = Who.DOER
    status: Status | None = None
    no: str | None = None
    confidence: float = 0.75
    money: bool = False
    near: frozenset[str] = frozenset()  # where there are some: of these one stands in the line, too

    @property
    def pattern(self) -> re.Pattern[str]:
        return compiled(self.told, re.I)

    def refuses(self, text: str) -> bool:
        return self.no is not None and compiled(self.no, re.I).search(text) is not None


def frame(
    kind: EventKind,
    hint: str,
    pattern: str,
    who: Who = Who.DOER,
    status: Status | None = None,
    *,
    no: str | None = None,
    money: bool = False,
    near: frozenset[str] = frozenset(),
) -> Frame:
    for within in ("[^.;:]", "[^.;]"):  # a line is one sentence: a dot in it stands in U.S. or in a figure
        pattern = pattern.replace(within, within.replace(".", ""))
    heard = words(hint)
    heard |= frozenset(form for word in heard for form in FAMILY.get(word, ()))
    return Frame(kind, heard, pattern, who, status, no, 0.75, money, near)


class Frames:
    """Frames in the order in which they are tried, by the words that they listen for."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self.table = tuple(frames)
        self._places: dict[str, list[int]] = {}
        for at, one in enumerate(frames):
            for word in one.words:
                self._places.setdefault(word, []).append(at)

    def heard(self, line: Line, done: Set[EventKind]) -> list[Frame]:
        """Those of other kinds that may fit the line: a word of theirs stands in it, and a piece of their pattern."""
        told = {at for low in line.lows for at in self._places.get(low, ())}
        places = sorted([at for at in told if self.table[at].kind not in done and _beside(self.table[at], line)])
        if not places or odd(line.content):
            return [self.table[at] for at in places]
        text = line.content.lower()
        return [self.table[at] for at in places if not (some := pieces(self.table[at].told, re.I)) or stand(some, text)]


def _beside(one: Frame, line: Line) -> bool:
    return not one.near or not one.near.isdisjoint(line.lows)
