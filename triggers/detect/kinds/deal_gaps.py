"""The side of a deal that stands far from its verb or noun: "struck an agreement to buy", "with the purchase of"."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, adverb, first_subject, named, objects, phrase_end
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.deal_parts import pair_of
from triggers.types import Side

# What a firm strikes, holds or pursues, and in the infinitive behind it buys another.
_PACT = (
    r"(?:agreements?|deals?|options?|rights?|talks|negotiations|discussions|plans?|offers?|bids?|letter of intent|"
    r"memorandum of understanding|contracts?|pact|intentions?|intent|decision|moves?|proposals?|race|auction|"
    r"exclusivity|battle|terms|approval|clearance|consent|green light|go-ahead|nod|permission|up|set|"
    r"front-?runner|favourite|favorite|forces)"
)
_TO_BUY = re.compile(rf"\b{_PACT} (?:[a-z]+ly )?to (?:also |fully |now )?$", re.I)
_OF_BUYING = re.compile(
    r"\b(?:with|through|via|following|after|by|of|from|upon|on) (?:(?:the|its|a|an|recent|completed|successful|full|"
    r"strategic|planned|proposed|[$€£]\S+|million|billion|completion|closing|announcement|of|outright) )*$",
    re.I,
)
_LEADING = words("with by following after through upon via having")
_TELLERS = re.compile(
    r"\b(?:advis\w+|financ\w+|underwr\w+|represent\w+|acted|urge[sd]?|oppos\w+|blocks?|blocked|"
    r"sue[sd]?|analysts?|clear(?:s|ed)|"
    r"approv(?:es|ed)|probes?|review\w*|criticis\w+|condemn\w*|welcom\w+|reports? that|former|previously)\b",
    re.I,
)


def complete(line: Line, hits: list[Hit]) -> list[Hit]:
    """The hits with the buyer that the sentence names elsewhere; as they were where it names none."""
    if len(hits) != 1 or "other_party" in hits[0].facts or hits[0].facts["side"][0] is not Side.TARGET:
        return hits
    hit = hits[0]
    buyer = _far_buyer(line, hit.at)
    target = next((n for n in (_name_at(line, hit),) if n is not None), None)
    if buyer is None or target is None or buyer.person or buyer.first <= target.first < buyer.last:
        return hits
    found = pair_of(line, hit.at, hit.verb[0], buyer, target, hit.rule, hit.confidence)
    for one in found:
        one.verb, one.status = hit.verb, hit.status
    return found or hits


def _name_at(line: Line, hit: Hit) -> Name | None:
    first = next((i for i, t in enumerate(line.toks) if t.end > hit.company.start), None)
    last = next((i for i, t in enumerate(line.toks) if t.end >= hit.company.end), None)
    return None if first is None or last is None else Name(first, last + 1)


def _far_buyer(line: Line, at: int) -> Name | None:
    before = line.text[line.start : line.toks[at].start]
    if _TELLERS.search(before):
        return None
    if line.toks[0].low in _LEADING:
        return _behind_comma(line, at)
    gerund = line.toks[at].low.endswith("ing") and _OF_BUYING.search(before)
    if _TO_BUY.search(before) or gerund or _OF_BUYING.search(before):
        return first_subject(line, at)
    return None


def _behind_comma(line: Line, at: int) -> Name | None:
    """ "By buying Globex, Acme gains": who opens the main clause."""
    comma = next((i for i in range(at + 1, len(line.toks) - 1) if line.toks[i].word == ","), None)
    if comma is None:
        return None
    start = comma + 1
    while start < len(line.toks) - 1 and adverb(line.toks[start]):
        start += 1
    end = phrase_end(line, start)
    return objects(line, start) or named(line, start, end)
