"""Facts found in a text, each with the place it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from triggers.detect.grammar.tokens import Line
from triggers.types import Cue, EventKind, Evidence, Status, TextField


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one clean text."""

    field: TextField
    start: int
    end: int
    text: str

    def evidence(self, fact: str) -> Evidence:
        return Evidence(fact, self.field, self.start, self.end, self.text)

    def cue(self, rule: str, weight: float) -> Cue:
        return Cue(rule, weight, self.field, self.start, self.end, self.text)


def span(line: Line, first: int, last: int) -> Span:
    """The span of tokens `first` up to, not with, `last`."""
    start, end = line.toks[first].start, line.toks[last - 1].end
    return Span(line.field, start, end, line.text[start:end])


@dataclass(slots=True)
class Hit:
    """An event that a rule proposes; `facts` maps a fact's name to its value and its span."""

    kind: EventKind
    company: Span
    line: Line
    at: int  # token of the word that gave it away
    rule: str
    facts: dict[str, tuple[Any, Span]] = field(default_factory=dict)
    status: Status | None = None  # None: read from the line
    confidence: float = 0.8
    verb: tuple[int, int] = (0, 0)  # tokens of the verb group

    def put(self, fact: str, value: Any, where: Span | None) -> None:
        """Keeps a fact where the text gives one."""
        if value not in (None, "") and where is not None:
            self.facts.setdefault(fact, (value, where))
