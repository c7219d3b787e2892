"""Acquisition: takeover, merger, majority stake, sale of a unit. One hit per named side."""

from __future__ import annotations

import re

from triggers.detect.grammar import status
from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import PLACES
from triggers.detect.grammar.names import Name, descriptor, objects, phrase_end, subjects, topic
from triggers.detect.grammar.past import told_aside
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.deal_gaps import complete
from triggers.detect.kinds.deal_parts import (
    BUYS,
    GOODS,
    GOODS_WORD,
    KIND,
    TAKES,
    is_minor,
    is_thing,
    pair_of,
    target_after,
)
from triggers.detect.kinds.deals import merger, noun
from triggers.detect.kinds.sales import GRABS, PAYING, REFUSES, SPLASHES, sales
from triggers.detect.scene import Rule, Scene, money_span, name_span, text_after


def find(scene: Scene, line: Line) -> list[Hit]:
    if _SPAC.search(line.content):
        return []
    aside: list[Hit] = []
    for attempt in (_passive, _active, noun, merger, sales):
        if hits := complete(line, attempt(scene, line)):
            _money(scene, line, hits)
            if not told_aside(line, hits[0].verb[0]):
                return hits
            aside = aside or hits  # "which rejected a bid last year" may stand in front of the news
    return aside


_SPAC = re.compile(r"\b(?:blank[- ]che(?:ck|que)|spac)\b", re.I)


# "buys contract software startup Acme": what sounds like a thing says what the firm does.
_OF_A_FIRM = re.compile(
    r"\s+(?!(?:more|additional|minority|shares|stock|stake)\b)(?:(?!(?:in|of|from|for|at|with)\b)[\w-]+ ){0,4}"
    r"(?:startup|start-up|company|firm|maker|developer|provider|platform|specialist|operator|chain|rival) [A-Z]"
)


def _active(scene: Scene, line: Line) -> list[Hit]:
    """ "Acme acquires Globex", "Acme to buy rival Globex", "Acme takes over Globex"."""
    aside: list[Hit] = []
    for i, tok in enumerate(line.toks):
        low = tok.low
        k = i + 1
        if low in ("takes", "take", "took", "taking") and re.match(
            r"\s+(?:over|control of|(?:a )?majority|(?:\w+ )?private)", text_after(line, i), re.I
        ):
            k = i + (2 if re.match(r"\s+(?:over|control)\b", text_after(line, i), re.I) else 1)
            if re.match(r"\s+over\s+(?:as|from|in|at)\b", text_after(line, i), re.I):
                continue
        elif low not in BUYS or (low == "acquired" and k < len(line.toks) and line.toks[k].low in ("by", "from")):
            continue
        rest = text_after(line, k - 1)
        if (is_thing(line, rest) and not _OF_A_FIRM.match(rest)) or is_minor(rest) or GOODS.search(rest[:60]):
            scene.refuse(KIND, "things, property or a minority", name_span(line, Name(i, i + 1)))
            continue
        buyer, start = _buyer(line, i)
        target = target_after(line, k)
        if (buyer is None and target is None) or (buyer and buyer.person):
            continue
        if buyer is None and line.toks[start].low == "to":
            continue  # somebody unnamed is asked, allowed or helped to buy
        if target and target.last < len(line.toks) and GOODS_WORD.fullmatch(line.toks[target.last].low):
            continue
        if target is None and not re.search(
            r"\b(?:startup|company|firm|maker|developer|platform|provider|business|unit|division|rival|"
            r"operator|lab|studio|team|brand|chain|arm)\b",
            rest,
            re.I,
        ):
            continue
        if target is not None and line.toks[target.last - 1].low in PLACES and target.last - target.first == 1:
            continue
        hits = pair_of(line, i, start, buyer, target, "buys")
        if not told_aside(line, start):
            return hits
        aside = aside or hits
    return aside


def _buyer(line: Line, i: int) -> tuple[Name | None, int]:
    """Who buys; of two that buy together the first is named."""
    buyer, start = doer(line, i)
    pair = subjects(line, start)
    if buyer and len(pair) == 2 and pair[1].last == buyer.last:
        return pair[0], start
    return buyer, start


def _passive(scene: Scene, line: Line) -> list[Hit]:
    """ "Globex acquired by Acme", "Globex to be bought by Acme", "Globex sold to Acme"."""
    for i, tok in enumerate(line.toks[:-1]):
        nxt = line.toks[i + 1].low
        by = tok.low in (
            "acquired",
            "bought",
            "purchased",
            "snapped",
            "übernommen",
            "rachetée",
            "racheté",
            "adquirida",
            "acquisita",
        ) and nxt in ("by", "up", "von", "par", "por", "da")
        taken = tok.low in ("taken", "takeover", "buyout", "acquisition", "bid") and nxt in ("over", "private", "by")
        sold = tok.low in ("sold", "verkauft") and nxt in ("to", "an")
        if not (by or taken or sold):
            continue
        k = i + 2
        while (
            k < len(line.toks)
            and k < i + 4
            and line.toks[k - 1].low not in ("by", "to", "von", "par", "an", "por", "da")
        ):
            k += 1
        if (
            (is_minor(line.content) and not sold)
            or k > len(line.toks)
            or line.toks[k - 1].low not in ("by", "to", "von", "par", "an", "por", "da")
        ):
            continue
        target, start = doer(line, i)
        buyer = objects(line, k) or _behind_its_kind(line, k)
        if target is None and buyer is not None and tok.low in ("acquisition", "takeover", "buyout", "bid"):
            target = topic(line, i)
        if target is None and buyer is None:
            continue
        return pair_of(line, i, start, buyer, target, "is bought")
    return []


def _behind_its_kind(line: Line, k: int) -> Name | None:
    """ "bought by French fintech firm, Acme": a comma parts the name from what it is."""
    end = phrase_end(line, k)
    if end <= k or end + 1 >= len(line.toks) or line.toks[end].word != "," or not descriptor(line.toks[end - 1]):
        return None
    return objects(line, end + 1) if line.toks[end + 1].cap else None


def _money(scene: Scene, line: Line, hits: list[Hit]) -> None:
    """The price: an amount that is not somebody's size or value."""
    for money in scene.money(line):
        after = line.text[money.end : money.end + 30]
        if money.amount < 10_000 or re.match(
            r"\s*(?:valuation|in (?:revenue|sales|debt)|brokerage|startup|company|fund\b|revenue|contract)", after, re.I
        ):
            continue
        for hit in hits:
            hit.put("amount", money.amount, money_span(line, money))
            hit.put("currency", money.currency, money_span(line, money))
        return


def denied_by(line: Line) -> Span | None:
    """A deal that is off, blocked or refused, anywhere in its sentence."""
    match = status.denied(line.text, line.start, line.end)
    return status.match_span(line, match) if match else None


RULE = Rule(KIND, BUYS | TAKES | REFUSES | SPLASHES | PAYING | GRABS, find)
