"""One pair of word classes, a verb's and its object's, and the table of them, which `triggers.detect.clauses` reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from triggers.detect.grammar.gates import compiled
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import forms
from triggers.types import EventKind


class Of(Enum):
    """Whose news it is: the doer's, or that of the company behind one of the words `behind`."""

    DOER = "doer"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Clause:
    """One pair of word classes. `heads`: nouns, of which one is the object's head; none where the verb says it all."""

    kind: EventKind
    verbs: frozenset[str]
    heads: frozenset[str]
    of: Of = Of.DOER
    behind: frozenset[str] = frozenset()
    passive: bool = False
    also: str | None = None  # a pattern that the line has to fit behind the verb
    no: str | None = None  # a pattern that the line must not fit

    def fits(self, line: Line, verb: int) -> bool:
        """Whether the rest of the line lets the two words mean what they seem to."""
        behind = line.text[line.toks[verb].end : line.end]
        if self.also is not None and compiled(self.also, re.I).search(behind) is None:
            return False
        return self.no is None or compiled(self.no, re.I).search(line.content) is None


# Verbs whose other forms are no regular ones.
_TOLD = """build built; buy bought; sell sold; lose lost; win won; get got; make made; take took taken; bring
    brought; find found; see saw seen; swing swung; give gave given; hold held; fall fell fallen;
    pay paid; show shown; strike struck; draw drew drawn; begin began begun beginning; go went gone;
    leave left; break broke broken; run ran; choose chose chosen; meet met; feel felt; seek sought;
    withdraw withdrew withdrawn; steal stole stolen; grow grew grown; spend spent; come came; sweep
    swept; become became; lay laid; send sent; undergo underwent undergone; tie tying; teach taught;
    lead led"""
_UNLIKE = {lemma: rest for lemma, *rest in map(str.split, _TOLD.split(";"))}


def every_form(lemmas: str) -> frozenset[str]:
    """All inflections of some verbs."""
    return frozenset(form for lemma in lemmas.split() for form in (*forms(lemma), *_UNLIKE.get(lemma, ())))


def plurals(nouns: str) -> frozenset[str]:
    """Nouns with their plurals."""
    told = words(nouns)
    return told | {f"{n[:-1]}ies" if n.endswith("y") and n[-2] not in "aeou" else f"{n}s" for n in told}


def clause(
    kind: EventKind,
    verbs: str,
    heads: str = "",
    *,
    behind: str | None = None,
    passive: bool = False,
    also: str | None = None,
    no: str | None = None,
) -> Clause:
    """A clause told by plain forms. `behind`: words in front of the company where the news is not the doer's."""
    return Clause(
        kind,
        every_form(verbs),
        plurals(heads),
        Of.DOER if behind is None else Of.BEHIND,
        words(behind or ""),
        passive,
        also,
        no,
    )


class Clauses:
    """Clauses by the verbs that open them."""

    def __init__(self, table: Sequence[Clause]) -> None:
        self.table = tuple(table)
        self.opened: dict[str, list[Clause]] = {}
        for one in table:
            for verb in one.verbs:
                self.opened.setdefault(verb, []).append(one)
        self.verbs = frozenset(self.opened)
