"""Parts of deals that the files on acquisitions share: both sides, what is bought, what is no company."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import DEMONYMS, PLACES, UNIT_NOUNS, words
from triggers.detect.grammar.marks import COMPANY_TAILS
from triggers.detect.grammar.names import Name, capital, descriptor, named, phrase_end
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import inflect
from triggers.detect.scene import name_span
from triggers.types import EventKind, Side

KIND = EventKind.ACQUISITION
BUYS = (
    words("acqui-hires acquihires acquihired")
    | inflect("acquire purchase absorb swallow snap scoop")
    | words(
        """buys buy buying bought snaps scoops kauft kaufte übernimmt übernahm schluckt erwirbt übernehmen kaufen
    erwerben acquiert acquérir rachète racheter rachete compra comprar adquiere adquirir acquisisce acquisire
    rileva koopt"""
    )
)
TAKES = words(
    """takeover acquisition buyout merger takes take taking took completes completed bid offer offers bids deal stake
    sale merge merges merging merged combine combines acquired bought sold sell sells selling purchase explores
    unit arm business übernahme fusion verkauft verkaufen verkauf acquisition rachat rachetée cède fusionne
    fusionan vende buyer suitor owner acquires fusionnent fusionnieren spins divest divests offload offloads"""
)
_NOT_COMPANIES = re.compile(
    r"^\s*(?:(?:more|additional|a|an|the|its|own|back|up|new|some|\d[\d.,]*%?|percent|pc|per|cent|"
    r"minority|small|further|another|of|up|to|about|over|nearly|₹|rs|\$|€|£|\d+|million|billion|"
    r"crore|mn|bn)\s+){0,7}"
    r"(?:shares|stock|bitcoin|btc|eth|ether|gold|oil|gas|lng|power|electricity|energy|land|plots?|"
    r"property|properties|buildings?|office|hotels?(?! (?:chain|group|operator|brand|company|software|startup)\b)|"
    r"towers?|mansion|homes?|house|apartments?|"
    r"warehous\w+|real estate|players?|striker|rights|"
    r"licen[cs]es?|time|chips|gpus|jets|planes|aircraft|fighter|drones|ships|vessels|carbon|debt|"
    r"bonds|minority|ads|tickets|customers|users|skills|coal|crude|painting|contracts?|weapons|"
    r"missiles|equipment|servers|carriers|helicopters|tanks|space|capacity|spectrum)\b",
    re.I,
)
# "the former Globex warehouse" is a place, "former Globex VP Mara Lind" somebody.
_FORMER = re.compile(
    r"\s*(?:[^;,]{0,40} )?(?:former|ex-)\s?(?:[A-Z][\w&'’.-]* ){1,4}(?:and (?:[A-Z][\w&'’.-]* ){1,3})?"
    r"(?:sites?|stores?|shops?|warehouses?|offices?|premises|buildings?|factory|plant|headquarters|pubs?|branch(?:es)?|"
    r"outlets?|campus|VP|CEO|CFO|COO|CTO|exec\w*|chief|boss|president|veteran|designers?|engineers?|director|head)\b"
)
_NAMED_SO = re.compile(r"(?: [A-Z][\w&.'’-]*)+")


def is_thing(line: Line, rest: str) -> bool:
    """Whether what is bought is no firm, by its first words; "Home Retail Group" is one, whatever a home is."""
    if _FORMER.match(rest):
        return True
    thing = _NOT_COMPANIES.match(rest)
    if thing is None:
        return False
    more = _NAMED_SO.match(rest, thing.end())
    if more is None or not thing.group().split()[-1][0].isupper():
        return True
    return line.titled and more.group().split()[-1].lower() not in COMPANY_TAILS


GOODS_WORD = re.compile(
    r"chips|gpus|power|jets|planes|bonds|notes|shares|stock|subscriptions|ads|tickets|debt|loans|phones|cars|vehicles|"
    r"servers|capacity|products|missiles|drones|gear|equipment|players?"
)
GOODS = re.compile(
    r"\b(?:of (?:its )?(?:bonds|notes|debt|loans)|painting|artwork|mansion|villa|bungalow|"
    r"penthouse|yacht|apartment|plot of land|office "
    r"(?:tower|building|space)|hotel|select contracts|more in|more shares|additional shares)\b",
    re.I,
)
_MINORITY = re.compile(r"\b(?:(\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b|per cent\b|pc\b)|minority\b)", re.I)
STAKE = re.compile(
    r"\b(?:stake|holding|shareholding|interest|equity|anteil|beteiligung|participation|participación)\b", re.I
)
_SHARED = re.compile(r"^\s*(?:over|control of|majority|private)\b", re.I)


def pair_of(
    line: Line, at: int, start: int, buyer: Name | None, target: Name | None, rule: str, confidence: float = 0.88
) -> list[Hit]:
    """A hit for each side that has a name, each with the other as its other party."""
    buyer = None if buyer is None or buyer.person else buyer
    target = None if target is None or target.person else target
    b = name_span(line, buyer) if buyer else None
    t = name_span(line, target) if target else None
    if b and t and b.text == t.text:
        return []
    hits = []
    for own, other, side in ((b, t, Side.ACQUIRER), (t, b, Side.TARGET)):
        if own is not None:
            hit = Hit(KIND, own, line, at, rule, confidence=confidence, verb=(start, at + 1))
            hit.put("side", side, own)
            if other is not None:
                hit.put("other_party", other.text, other)
            hits.append(hit)
    return hits


def is_minor(rest: str) -> bool:
    stake = STAKE.search(rest[:70])
    if not stake:
        return False
    size = _MINORITY.search(rest[: stake.end() + 4])
    if size is None:
        return re.search(r"\b(?:majority|controlling|entire|full|remaining|all)\b", rest[: stake.end()], re.I) is None
    return size[1] is None or float(size[1]) <= 50


_BEFORE_TARGET = words(
    "a an the all of assets out up majority control parts from 100 % die den das le la l' select most"
)


def target_after(line: Line, k: int) -> Name | None:
    """The company bought: skips stakes, amounts and what the thing is called; a unit goes by its owner."""
    toks, count = line.toks, len(line.toks)
    stake = next((j for j in range(k, min(count, k + 12)) if STAKE.fullmatch(toks[j].low)), None)
    if stake is not None and stake + 1 < count and toks[stake + 1].low in ("in", "of", "an", "en", "at", "dans"):
        k = stake + 2
    while k < count and (toks[k].low in _BEFORE_TARGET or toks[k].num):
        k += 1
    end = phrase_end(line, k)
    owner = next((j for j in range(k, end - 1) if toks[j].poss), None)
    if owner is not None and (called := _called(line, owner + 1, end)):
        return called
    if owner is not None and toks[end - 1].low in UNIT_NOUNS and toks[owner].low not in PLACES:
        return named(line, k, owner + 1)
    if end > k and descriptor(toks[end - 1]) and not toks[end - 1].poss and toks[end - 1].low not in UNIT_NOUNS:
        return None
    name = named(line, k, end)
    if name is None and owner is not None:
        return named(line, k, owner + 1)
    return name or _inner(line, k, end)


def _called(line: Line, first: int, end: int) -> Name | None:
    """ "Globex's Anvilcast pump business": a business with a name of its own; not the Leeds or the HR business."""
    tok = line.toks[first]
    if line.titled or first + 1 >= end or not tok.word.istitle() or tok.low in PLACES or tok.low in DEMONYMS:
        return None
    second = line.toks[first + 1]
    return None if second.cap or second.low == "and" or tok.low in UNIT_NOUNS else named(line, first, first + 1)


def _inner(line: Line, k: int, end: int) -> Name | None:
    """A run of capitals that lower-case words follow: "Acme anvil business"."""
    for last in range(end - 1, k, -1):
        if capital(line.toks[last - 1]) and not descriptor(line.toks[last - 1]):
            return named(line, k, last)
    return None
