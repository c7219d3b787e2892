"""Which names a line holds at all, and which of them it is about."""

from __future__ import annotations

from collections.abc import Iterator

from triggers.detect.grammar.inside import Name, good, shorten
from triggers.detect.grammar.lexicon import NAME_JOINTS, PEOPLE
from triggers.detect.grammar.marks import capital, descriptor
from triggers.detect.grammar.namesakes import reads_as_person
from triggers.detect.grammar.roles import ROLE_WORDS
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import VERBS


def topic(line: Line, before: int) -> Name | None:
    """The company a line is about where a later clause leaves it unsaid: "Acme profit falls, Mara Lind steps down"."""
    for name in runs(line):
        if name.first >= before:
            return None
        if line.toks[name.first].low in PEOPLE and name.last - name.first > 1:
            continue
        if all(t.low in ROLE_WORDS or t.low in PEOPLE for t in line.toks[name.first : name.last]):
            continue
        if _describes_next(line, name.last):
            continue
        cut = next(
            (j for j in range(name.first, name.last) if line.toks[j].low in ROLE_WORDS or _acts(line, j)),
            name.last,
        )
        cut = next((j + 1 for j in range(name.first, cut) if line.toks[j].poss), cut)
        if cut > name.first and not reads_as_person(line, name.first, cut) and good(line, name.first, cut):
            a, b = shorten(line, name.first, cut)
            return Name(a, b) if a < b else None
    return None


def _describes_next(line: Line, k: int) -> bool:
    """ "Computer chip giant Acme": the capital that opens the line says what Acme is."""
    j = k
    while j < len(line.toks) and j - k < 3 and not line.toks[j].cap and line.toks[j].alpha:
        j += 1
    return k < j < len(line.toks) and descriptor(line.toks[j - 1]) and line.toks[j].cap and not line.toks[k - 1].poss


def _acts(line: Line, j: int) -> bool:
    """Whether a token is a verb; with a capital in a plain sentence it is part of a name ("Red Hat")."""
    return line.toks[j].low in VERBS and (not line.toks[j].cap or line.titled or line.shouting)


def runs(line: Line) -> Iterator[Name]:
    """Every run of capitals in a line that could be a company, left to right."""
    i, count = 0, len(line.toks)
    while i < count:
        if not capital(line.toks[i]):
            i += 1
            continue
        j = i + 1
        while j < count and (
            capital(line.toks[j]) or (line.toks[j].low in NAME_JOINTS and j + 1 < count and capital(line.toks[j + 1]))
        ):
            if line.toks[j - 1].poss:
                break
            j += 1
        a, b = shorten(line, i, j)
        if a < b and good(line, a, b):
            yield Name(a, b, reads_as_person(line, a, b))
        i = j
