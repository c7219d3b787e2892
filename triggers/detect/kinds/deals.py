"""Deals told by a noun or by the seller: "acquisition of", "merger", "explores sale"."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import PLACES, words
from triggers.detect.grammar.names import Name, capital, named, objects, subjects
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.kinds.deal_parts import (
    is_minor,
    is_thing,
    pair_of,
    target_after,
)
from triggers.detect.scene import Scene, text_after


def noun(scene: Scene, line: Line) -> list[Hit]:
    """ "Acme completes acquisition of Globex", "Acme's Globex deal", "takeover bid for Globex"."""
    for i, tok in enumerate(line.toks):
        if tok.low not in _DEAL_NOUNS:
            continue
        rest = text_after(line, i)
        if re.match(
            r"\s+(?:of|for|von|de|du|by|offer for|bid for|offer from|bid from|proposal (?:for|from)|offer|"
            r"interest from)\b",
            rest,
            re.I,
        ) and (hits := _deal_of(line, i)):
            return hits
        if (hits := _possessed(line, i)) or (hits := _compound(line, i)):
            return hits
    return []


_DEAL_NOUNS = words(
    """acquisition takeover buyout purchase übernahme rachat merger bid offer deal adquisición acquisizione"""
)


def _deal_of(line: Line, i: int) -> list[Hit]:
    toks = line.toks
    k = next(
        (
            j
            for j in range(i + 1, min(len(toks), i + 4))
            if toks[j].low in ("of", "for", "von", "by", "from", "de", "du")
        ),
        None,
    )
    if k is None or is_thing(line, text_after(line, k)) or is_minor(line.content):
        return []
    if toks[i].low in ("bid", "offer", "deal") and (toks[k].low != "for" or not _PRICED.search(line.content)):
        return []
    other = target_after(line, k + 1)
    durch = next((j for j in range(k, min(len(toks) - 1, k + 10)) if toks[j].low in ("durch", "par", "by")), None)
    if durch is not None and durch > k and other is not None:
        return pair_of(line, i, i, objects(line, durch + 1), other, "deal", 0.8)
    if toks[i - 1].poss or (i > 1 and any(t.poss for t in toks[max(0, i - 6) : i])):
        owner = next(j for j in range(i - 1, -1, -1) if toks[j].poss)
        mine = named(line, _phrase_left(line, owner), owner + 1)
    else:
        mine = _any_doer(line, i)
    if other is None or (mine is None and toks[i].low in ("offer", "bid", "deal")):
        return []
    if toks[k].low in ("by", "from"):
        return pair_of(line, i, i, other, mine, "deal", 0.75)
    return pair_of(line, i, i, mine, other, "deal", 0.8)


_PRICED = re.compile(
    r"\b(?:takeover|buyout|acquisition|buy|acquire|merger|bn|billion|takes? private|weighs|"
    r"considers|prepar\w+|launches|makes|abandons|drops|withdraws|raises|mulls|ends|sweetens|"
    r"hostile|rival) |[$€£]\s?\d",
    re.I,
)


def _any_doer(line: Line, before: int) -> Name | None:
    first, _ = segment(line, before)
    for j in range(before - 1, first, -1):
        if line.toks[j].low in VERBS or line.toks[j].low in (
            "completes",
            "seals",
            "sealed",
            "clinches",
            "closes",
            "announces",
            "weighs",
            "extends",
            "seek",
        ):
            name, _start = doer(line, j)
            if name:
                return name
    return None


def _phrase_left(line: Line, i: int) -> int:
    j = i
    while j > 0 and capital(line.toks[j - 1]) and not line.toks[j - 1].poss:
        j -= 1
    return j


def _possessed(line: Line, i: int) -> list[Hit]:
    """ "China blocks Acme's $2B Globex deal", "Why Acme's Globex acquisition has been blocked"."""
    toks = line.toks
    owner = next((j for j in range(i - 1, max(-1, i - 8), -1) if toks[j].poss), None)
    if owner is None or toks[owner].low in PLACES:
        return []
    inner = named(line, owner + 1, i)
    if toks[i].low in ("deal", "bid", "offer") and not re.search(
        r"\b(?:takeover|acquisition|buy|merger|unwind|antitrust|blocks?|vetoe?s)\b", line.content, re.I
    ):
        return []
    mine = named(line, _phrase_left(line, owner), owner + 1)
    if inner is None or mine is None or inner.person:
        return []
    return pair_of(line, i, i, mine, inner, "deal", 0.75)


def _compound(line: Line, i: int) -> list[Hit]:
    """ "Acme prepares Globex takeover offer", "Acme halts review of Globex acquisition"."""
    if line.toks[i].low not in ("acquisition", "takeover", "buyout"):
        return []
    first, _ = segment(line, i)
    for j in range(i - 1, first, -1):
        tok = line.toks[j]
        if tok.low in VERBS and (not tok.cap or line.titled) and not tok.low.endswith("ing"):
            k = next(
                (
                    m + 1
                    for m in range(i - 1, j, -1)
                    if line.toks[m].low in ("of", "after", "for", "on", "with", "from")
                ),
                j + 1,
            )
            target = named(line, k, i) if i > k else None
            buyer, start = doer(line, j)
            size = re.search(r"\b(?:startup|company|firm|business|platform)\b", line.slice(k, i) if i > k else "", re.I)
            if buyer is None or buyer.person or (target is None and not size):
                return []
            return pair_of(line, i, start, buyer, target, "deal", 0.75)
    return []


_CALLS = words("call calls abandon scrap end ended complete agree announce eye mull explore plan plans set")
_MERGES = words(
    "merge merges merging merged merger combine combines combining combination unite unites uniting fusionieren "
    "fusionnent fusionne fusionan fusion"
)
_JOIN = words("combine combines combining combination unite unites uniting")
_AS_ONE = re.compile(
    r"\bmerg|\b(?:deal|companies|businesses|all-share|under (?:one|a single)|single company|create "
    r"(?:a|an|the)|form (?:a|an|the)|"
    r"operations|combined (?:company|group))\b|\b(?:combine|unite)(?:$|[.,])",
    re.I,
)


def merger(scene: Scene, line: Line) -> list[Hit]:
    """ "Acme and Globex to merge", "Acme merges with Globex", "the merger between Acme and Globex"."""
    for i, tok in enumerate(line.toks):
        if tok.low not in _MERGES or (tok.low in _JOIN and not _AS_ONE.search(line.content)):
            continue
        named_so = tok.low in ("merger", "fusion", "combination")
        nxt = line.toks[i + 1].low if i + 1 < len(line.toks) else ""
        other = objects(line, i + 2) if nxt in ("with", "mit", "avec", "con") else None
        if named_so and (pair := _between(line, i, nxt)):
            return pair_of(line, i, i, pair[0], pair[1], "merges", 0.8)
        told = next(
            (j for j in range(i - 1, max(0, i - 8), -1) if line.toks[j].low in VERBS or line.toks[j].low in _CALLS), i
        )
        _, start = doer(line, told if named_so else i)
        left = subjects(line, start)
        if named_so and other is None and len(left) < 2:
            continue
        both = [*left[:2], *([other] if other else [])][:2]
        if len(both) == 2:
            return pair_of(line, i, start, both[0], both[1], "merges", 0.8)
    return []


def _between(line: Line, i: int, nxt: str) -> list[Name]:
    """The two of "merger of Acme and Globex" and of "talks between Acme and Globex over a merger"."""
    k = i + 2 if nxt in ("of", "between") else next((j + 1 for j in range(i) if line.toks[j].low == "between"), None)
    one = objects(line, k) if k is not None else None
    if (
        one is None
        or one.person
        or one.last + 1 >= len(line.toks)
        or line.toks[one.last].low not in ("and", "with", "&")
    ):
        return []
    two = objects(line, one.last + 1)
    return [] if two is None or two.person else [one, two]
