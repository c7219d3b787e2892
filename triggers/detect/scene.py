"""What a rule sees: the lines of one entry, with amounts and rounds found once, and what a rule is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from triggers.detect.grammar.lexicon import AUXILIARIES, words
from triggers.detect.grammar.money import Money, find_bare, find_money, find_spelt
from triggers.detect.grammar.names import Name, text_of
from triggers.detect.grammar.spans import Hit, Span, span
from triggers.detect.grammar.tokens import Line, Tok, lines
from triggers.detect.grammar.verbs import VERBS
from triggers.types import Clean, EventKind

_CONTINENTAL = frozenset({"de", "fr", "es", "it"})


@dataclass(slots=True)
class Scene:
    """One entry while it is read."""

    clean: Clean
    language: str
    title: list[Line]
    notes: list[tuple[EventKind, str, Span]] = field(default_factory=list)  # candidates that a rule refused, and why
    cores: list[Line] = field(default_factory=list)  # lines read once more, without asides or with a name for a pronoun
    above: Span | None = None  # the headline's company, where the text below was read with a stand-in for it
    _money: dict[int, list[Money]] = field(default_factory=dict)
    _summary: list[Line] | None = None
    _opening: list[Line] | None = None

    @property
    def headline(self) -> list[Line]:
        """The lines of the title, also where none of its words belongs to a rule and `title` was left empty."""
        if not self.title:
            self.title = lines(self.clean.title, "title")
        return self.title

    @property
    def summary(self) -> list[Line]:
        """The first sentences below the headline, tokenised when they are first asked for."""
        if self._summary is None:
            self._summary = lines(self.clean.summary, "summary")
        return self._summary

    @property
    def opening(self) -> list[Line]:
        """The first two sentences below the headline; the only ones in which a hit of its own may start."""
        if self._opening is None:
            self._opening = lines(self.clean.summary, "summary", limit=2)
        return self._opening

    def opening_with(self, later: frozenset[str]) -> list[Line]:
        """The opening, without its second sentence where none of these words stands in it."""
        return self._opening or lines(self.clean.summary, "summary", limit=2, later=later)

    def money(self, line: Line) -> list[Money]:
        """Amounts of a line, found once."""
        key = id(line)
        if key not in self._money:
            found = find_money(line.text, line.start, line.end)
            if not found and self.language in _CONTINENTAL:
                found = find_spelt(line.text, line.start, line.end) or find_bare(line.text, line.start, line.end)
            self._money[key] = found
        return self._money[key]

    def refuse(self, kind: EventKind, why: str, where: Span) -> None:
        """Remembers why a rule let a candidate go; `explain` shows it."""
        self.notes.append((kind, why, where))


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of event: words of which at least one must stand in a line, and the search itself."""

    kind: EventKind
    words: frozenset[str]
    find: Callable[[Scene, Line], list[Hit]]


def name_span(line: Line, name: Name) -> Span:
    """The name as the text writes it; an ending in 's belongs to it where no thing follows: "Acme's fires its CEO"."""
    where = span(line, name.first, name.last)
    if (mark := _MARK.match(line.text, where.end, line.end)) is not None:
        return Span(line.field, where.start, mark.end("own"), line.text[where.start : mark.end("own")])
    last = line.toks[name.last - 1]
    after = line.toks[name.last] if name.last < len(line.toks) else None
    if not last.poss or after is None or not _follows_a_brand(line, after):
        return where
    ending = line.text[last.end : last.end + 2]
    end = last.end + 2 if ending in ("'s", "’s") else last.end
    return Span(line.field, where.start, end, line.text[where.start : end])


# "Acme! has raised", "Acme° buys", "bought rival Acme!, whose": a mark of the name itself, as no sentence ends there.
_MARK = re.compile(r"(?P<own>[!°])(?=,?\s+(?:[a-z]|[—–-] [a-z]))")


def _follows_a_brand(line: Line, after: Tok) -> bool:
    """A verb or a comma behind the ending: no thing is owned here."""
    if after.word == ",":
        return True
    finite = after.low in AUXILIARIES or (after.low in VERBS and after.low.endswith(("s", "ed")))
    return finite and after.low not in _THINGS_TOO and (not after.cap or line.titled)


_THINGS_TOO = words(
    """cuts plans offers sales results deals moves shares backed planned listed proposed leaked stolen named raised
    announced hires returns changes talks sells reports"""
)


def name_text(line: Line, name: Name | None) -> str:
    return text_of(line, name) if name else ""


def money_span(line: Line, money: Money) -> Span:
    return Span(line.field, money.start, money.end, line.text[money.start : money.end])


def text_after(line: Line, i: int) -> str:
    """The line's text behind token `i`."""
    return line.text[line.toks[i].end : line.end]
