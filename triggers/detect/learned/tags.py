"""What the network says of an entry: which company, which kind of event, which word told it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from triggers.detect.learned.network import Floats, Network
from triggers.detect.learned.pieces import Cut, Word
from triggers.types import NEWS_KINDS, EventKind

ACQUIRER, TARGET, PERSON, ROLE = range(len(NEWS_KINDS), len(NEWS_KINDS) + 4)  # columns behind those of the kinds
_PART = 0.35  # chance of a word beside the surest one that still belongs to the name


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and belong to one name, the first and the one after the last; `sure` of the surest."""

    first: int
    last: int
    sure: float


@dataclass(frozen=True, slots=True)
class Chances:
    """Chances of one entry: of each kind (kinds,), of each word to be part of what a column means (words, columns),
    and how much each word gives a kind away (words, kinds), which is only good for comparing words."""

    title: str
    summary: str
    words: list[Word]
    kinds: Floats
    tags: Floats
    cues: Floats

    def of(self, kind: EventKind) -> float:
        """How likely the entry tells an event of the kind, of whomever."""
        return float(self.kinds[NEWS_KINDS.index(kind)])

    def word(self, i: int) -> str:
        """One word as it stands in the text."""
        return self.text(Run(i, i + 1, 1))

    def text(self, run: Run) -> str:
        """The words of a run as they stand in the text."""
        first, last = self.words[run.first], self.words[run.last - 1]
        return (self.title if first.field == "title" else self.summary)[first.start : last.end]

    def telling(self, kind: EventKind) -> list[int]:
        """Words that gave the kind away, the most telling first, those in small letters before those with a capital;
        names, marks and the smallest words tell nothing."""
        column = self.cues[:, NEWS_KINDS.index(kind)]
        named = self.tags.max(1) >= _PART
        words = [i for i, w in enumerate(self.words) if not named[i] and w.end - w.start > 3 and self._letters(i)]
        return sorted(words, key=lambda i: (not self.word(i).islower(), -float(column[i])))

    def lean(self, run: Run, one: int, two: int) -> float:
        """How much more the words of a name belong to one column than to another."""
        words = self.tags[run.first : run.last]
        return float(words[:, one].mean() - words[:, two].mean())

    def runs(self, column: int, floor: float) -> list[Run]:
        """Names that the column marks, in their order; a name told again, or in a longer form, is one name."""
        found: list[Run] = []
        for run in self._marked(self.tags[:, column], floor):
            low = self.text(run).lower()
            again = next((i for i, o in enumerate(found) if low in (s := self.text(o).lower()) or s in low), None)
            if again is None:
                found.append(run)
            elif run.sure > found[again].sure:
                found[again] = Run(found[again].first, found[again].last, run.sure)
        return found

    def _marked(self, chance: Floats, floor: float) -> Iterator[Run]:
        i = 0
        while i < len(chance):
            last = i
            while last < len(chance) and chance[last] >= _PART and self.words[last].field == self.words[i].field:
                last += 1
            if last > i and (sure := float(chance[i:last].max())) >= floor:
                first, end = self._bare(i, last)
                if first < end:
                    yield Run(first, end, sure)
            i = max(last, i + 1)

    def _bare(self, first: int, last: int) -> tuple[int, int]:
        """Without marks and an owner's ending around it."""
        while first < last and not self._letters(first):
            first += 1
        while first < last and (not self._letters(last - 1) or self._owns(first, last)):
            last -= 1
        return first, last

    def _letters(self, i: int) -> bool:
        return self.word(i).isalnum()

    def _owns(self, first: int, last: int) -> bool:
        """Whether the last word is the s of "Acme's"."""
        return last - first > 2 and self.text(Run(last - 2, last, 1)).lower() in ("'s", "’s")


def read(network: Network, title: str, summary: str) -> Chances:
    """The chances that the network gives an entry."""
    cut = network.cutter.cut(title, summary)
    tags, cues = network.read(cut)
    most = cues.max(0)
    told = most + np.log(np.exp(cues - most).sum(0))
    return Chances(
        title,
        summary,
        cut.words,
        _chance(told),
        _by_word(cut, _chance(tags)),
        _by_word(cut, cues),
    )


def _by_word(cut: Cut, of_pieces: Floats) -> Floats:
    """The most that any piece of a word says."""
    if not cut.words:
        return of_pieces[:0]
    starts: NDArray[np.intp] = np.array([word.first for word in cut.words])
    most: Floats = np.maximum.reduceat(of_pieces, starts, axis=0)
    return most


def _chance(x: Floats) -> Floats:
    one = np.float32(1)
    done: Floats = one / (one + np.exp(-x))
    return done
