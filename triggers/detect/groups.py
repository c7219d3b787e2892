"""Verb groups: "has agreed to buy", "is said to be in talks to raise" as one stretch of tokens before a main verb."""

from __future__ import annotations

from triggers.detect.lexicon import ADVERBS, AUXILIARIES, LEADING
from triggers.detect.names import Name, first_subject, subject
from triggers.detect.tokens import Line, is_break

_GLUE = frozenset(
    ["it", "they", "he", "she", "that", "for", "of", "on", "a", "an", "the", "in", "with", "about", "over", "its", "plans", "to", "deal", "agreement", "option"]
)
_NOUNISH = frozenset(["right", "option", "deal", "agreement", "pact", "plan", "talks", "discussions", "negotiations", "offers", "offer", "bid"])


def group_start(line: Line, verb: int) -> int:
    """First token of the verb group that ends with the main verb at `verb`."""
    i = verb
    while i > 0:
        tok = line.toks[i - 1]
        if tok.low in AUXILIARIES or tok.low in LEADING or _adverb(tok.low) or (tok.low in _GLUE and i >= 2 and _leads(line, i - 2) and i < verb + 1) or (
            tok.low in ("it", "they", "he", "she")
            and i >= 2
            and line.toks[i - 2].low in ("says", "said", "confirms", "confirmed", "reveals", "announces", "announced")
        ):
            i -= 1
        else:
            break
    while i < verb and (line.toks[i].low in ("in", "of", "on", "the", "a", "an") or line.toks[i].poss):
        i += 1
    return i


def _adverb(low: str) -> bool:
    return low in ADVERBS or (low.endswith("ly") and len(low) > 5)


def _leads(line: Line, i: int) -> bool:
    low = line.toks[i].low
    return low in LEADING or low in AUXILIARIES or low in _GLUE


def doer(line: Line, verb: int) -> tuple[Name | None, int]:
    """Who does what the verb at token `verb` says, and where its group starts."""
    start = group_start(line, verb)
    if start > 0 and not is_break(line, start - 1):
        before = line.toks[start - 1]
        if before.low in (
            "and",
            "und",
            "et",
            "y",
            "e",
            "&",
            ",",
            "as",
            "while",
            "it",
            "after",
            "before",
            "to",
            "then",
            "also",
            "but",
            "by",
            "he",
            "she",
            "they",
        ):
            if before.word == "," and (name := subject(line, start)):
                return name, start
            return first_subject(line, start - 1), start
        return subject(line, start), start
    if start > 1 and line.toks[start - 1].word in ";" and not line.toks[start].cap:
        return first_subject(line, start - 1), start
    return None, start
