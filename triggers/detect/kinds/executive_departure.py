"""Executive departure: somebody at the top leaves, is dismissed, or will leave."""

from __future__ import annotations

import re

from triggers.detect.grammar import status as statuses
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.people import public
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.exit_nouns import NOUNS, told_as_noun
from triggers.detect.kinds.leavers import leaves
from triggers.detect.kinds.leaving import LEAVES, goes
from triggers.detect.kinds.removals import REMOVED, SUCCEEDS, removed, succeeded
from triggers.detect.scene import Rule, Scene, text_after
from triggers.types import EventKind, Status

KIND = EventKind.EXECUTIVE_DEPARTURE
_PARTED = words("ways company")  # "parts ways with", "parts company with"


def find(scene: Scene, line: Line) -> list[Hit]:
    if public(line.content):
        return []
    hits: list[Hit] = []
    for i, tok in enumerate(line.toks):
        hit = None
        if tok.low in LEAVES and goes(line, i):
            hit = leaves(line, i)
        elif tok.low in REMOVED:
            hit = removed(line, i)
        elif tok.low in _PARTED and 0 < i < len(line.toks) - 2 and line.toks[i + 1].low == "with":
            hit = removed(line, i - 1, 2) if line.toks[i - 1].low.startswith("part") else None
        elif tok.low in NOUNS:
            hit = told_as_noun(line, i)
        if hit is None and tok.low in SUCCEEDS:
            hit = succeeded(line, i)
        if hit and not any(h.company.text == hit.company.text for h in hits):
            hits.append(_dated(hit))
    return hits


_WHEN = re.compile(
    r"^[^,;:]{0,60}?\b(?:(?:in|by|from|until|effective|on|at|this|next|later) (?:the )?(?:end of |late |early |mid-?)?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|"
    r"jul|aug|sept?|oct|nov|dec|20\d\d|end-20\d\d|year[- ]?end|(?:the |this )?year|month|week|quarter|summer|spring|"
    r"autumn|fall|annual (?:general )?meeting|agm)\b|at year-?end|within the next)|^\s+(?:on )?(?:jan|feb|"
    r"march|april|may|june|july|aug|sept?|oct|nov|dec)\w*\.? \d",
    re.I,
)


def _dated(hit: Hit) -> Hit:
    """A departure that lies ahead and has a date is planned; without a date the news is that it is settled."""
    line, group = hit.line, hit.line.toks[hit.verb[0] : hit.verb[1]]
    ahead = any(t.low in ("to", "will", "would", "plans") for t in group) or line.toks[hit.at].low.endswith("ing")
    if not ahead or _WHEN.match(text_after(line, hit.at)) is None:
        return hit
    doubt = statuses.rumoured(line.text, line.start, line.end)
    if doubt is None or doubt.group() == "May":
        hit.status = Status.PLANNED
    return hit


RULE = Rule(KIND, LEAVES | REMOVED | NOUNS | SUCCEEDS | _PARTED, find)
