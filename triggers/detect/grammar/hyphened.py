"""Two companies in one word: "Acme-Globex venture"."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import DEMONYMS, PLACES
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line
from triggers.types import EventKind

_PAIR = re.compile(
    r"\b([A-Z]\w+)[-/]([A-Z]\w+) (?:joint |strategic |new |ai |data |cloud |battery )*"
    r"(?:partnership|alliance|venture|jv|tie-up|collaboration|pact)\b(?! (?:capital|fund))"
)


def hyphened(line: Line) -> list[Hit]:
    """ "Acme-Globex venture to make drills": two names in one word."""
    match = _PAIR.search(line.text, line.start, line.end)
    if match is None or match[1].lower() in PLACES | DEMONYMS or match[2].lower() in PLACES | DEMONYMS:
        return []
    one, two = (Span(line.field, *match.span(n), match[n]) for n in (1, 2))
    at = next(j for j, t in enumerate(line.toks) if t.end > match.end(2))
    hit = Hit(EventKind.PARTNERSHIP, one, line, at, "partner", confidence=0.75, verb=(at, at + 1))
    hit.put("other_party", two.text, two)
    return [hit]
