"""Deals told from the seller's or the target's side: "sells for", "rejects bid", "explores sale", "A-B merger"."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import DEMONYMS, PLACES, UNIT_NOUNS, words
from triggers.detect.grammar.names import Name, named, objects
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.kinds.deal_parts import (
    BUYS,
    KIND,
    is_minor,
    pair_of,
)
from triggers.detect.scene import Scene, text_after
from triggers.types import Side, Status

_JOINED = re.compile(
    r"\b([A-Z][\w.&]+)[-–/]([A-Z][\w.&]+)(?= (?:\S+ ){0,3}?(?:merger|tie-up|takeover|deal|acquisition))"
)
REFUSES = words("rejects rejected rebuffs rebuffed spurns snubs receives received gets confirms accepts weighs")
SPLASHES = words("splashes splash splashed")
_SELLS = words("sells sell selling sold divests divest offloads offload verkauft cède vende cede")
_UNIT = re.compile(
    r"[^.;]{0,80}\b(?:label|imprint|magazines?|titles?|newspapers?|network|website|studio|agency|practice|franchise|"
    r"product line|interests|unit|business|division|arm|subsidiary|operations|assets|brand|majority|stake|"
    r"itself|portfolio|sparte|filiale|activité|tochter|geschäft)\b",
    re.I,
)
# Works and shops: sold to a firm that is named, they are a deal; a single house is none.
_WORKS = (
    r"(?:plants|factor(?:y|ies)|mills?|sawmills?|brewer(?:y|ies)|dair(?:y|ies)|refiner(?:y|ies)|"
    r"smelters?|foundr(?:y|ies)|"
    r"mines|stores|branches|towers|stations|clinics|restaurants|dealerships|brands|depots|terminals|bakeries|quarries)"
)
_SELLS_WORKS = re.compile(rf"[^.;]{{0,80}}\b{_WORKS}\b[^.;]{{0,40}}? to (?:the )?(?:[a-z-]+ ){{0,4}}(?-i:[A-Z])", re.I)
_BUYS_WORKS = re.compile(
    rf"\s+(?:[^.;]{{0,60}}? )?(?:{_WORKS}|business|unit|division|operations|activities)(?: [^.;]{{0,30}}?)?"
    r" (?:from|of) (?=(?:the )?(?:[a-z-]+ ){0,4}(?-i:[A-Z]))",
    re.I,
)
_PAYS = re.compile(
    rf"\s+(?P<who>(?-i:[A-Z])[^.;]{{2,40}}?) (?:about |around |some )?[$€£₹][\d.,]+\s?\w* for (?:its|their|the) "
    rf"(?:[\w-]+ ){{0,4}}(?:{_WORKS}|business|unit|division|operations|arm)\b",
    re.I,
)
_WEIGHS = re.compile(
    r"\b(?:explor\w+|weigh\w*|consider\w*|seek\w*|mull\w*|draws?|attracts?|receives?|potential|"
    r"possible|eyes?|interest|prepares?)\b",
    re.I,
)
PAYING = words("pay pays paid paying")
_FOR_SALE = words("sale buyer buyers suitors takeover bids buyout")


def sales(scene: Scene, line: Line) -> list[Hit]:
    """The first deal that a seller or a target tells."""
    for i in range(1, len(line.toks)):
        for shape in (_target_speaks, _grabs, _splashes, _sale_to, _hands_over, _unit, _works, _for_sale):
            if hits := shape(scene, line, i):
                return hits
    return _joined(line)


def _target_speaks(scene: Scene, line: Line, i: int) -> list[Hit]:
    """ "Acme sells for $105M", "Acme rejects takeover bid"."""
    low, rest = line.toks[i].low, text_after(line, i)
    sells = low in ("sells", "sold") and re.match(r"\s+(?:itself )?for\b", rest, re.I) and scene.money(line)
    refuses = low in REFUSES and re.match(r"\s+(?:\S+ ){0,6}?(?:takeover|buyout|acquisition|bid|offer)\b", rest, re.I)
    if not (sells or refuses) or re.search(r"\b(?:job|plea|peace|ceasefire|bail)\b", rest, re.I):
        return []
    name, start = doer(line, i)
    if name is None or name.person:
        return []
    owner = next((j for j in range(i + 1, min(len(line.toks), i + 6)) if line.toks[j].poss), None)
    k = next((j for j in range(i + 1, len(line.toks) - 1) if line.toks[j].low in ("from", "by")), None)
    buyer = named(line, i + 1, owner + 1) if owner is not None else objects(line, k + 1) if k else None
    return pair_of(line, i, start, buyer, name, "target speaks", 0.75)


GRABS = words("picks grabs nabs snags bags scoops wins gobbles")
_SORT = re.compile(
    r"\b(?:startup|maker|firm|company|platform|developer|app|rival|studio|agency|operator|provider|"
    r"unit)\b"
)


def _grabs(scene: Scene, line: Line, i: int) -> list[Hit]:
    """ "Globex picks up email startup Acme", "Globex grabs Acme for $40M", "Globex wins bidding war for Acme"."""
    low, rest = line.toks[i].low, text_after(line, i)
    if low not in GRABS or (low == "picks" and not re.match(r"\s+up\b", rest)):
        return []
    k = i + 1 + (line.toks[i + 1].low == "up" if i + 1 < len(line.toks) else 0)
    war = re.match(r"\s+(?:\S+ )?bidding war for\b", rest)
    if war:
        k = next(j for j in range(i + 1, len(line.toks)) if line.toks[j].low == "for") + 1
    target = objects(line, k)
    if target is None or target.person or re.search(r"\b(?:ceo|cfo|chief|contract|order|award|role)\b", rest, re.I):
        return []
    priced = re.match(r"\s+for (?:about |over |nearly )?[$€£₹]", text_after(line, target.last - 1))
    sort = k < target.first and _SORT.search(line.slice(k, target.first))
    name, start = doer(line, i)
    if not (war or priced or sort or low == "gobbles") or name is None or name.person:
        return []
    return pair_of(line, i, start, name, target, "picks up", 0.75)


def _splashes(scene: Scene, line: Line, i: int) -> list[Hit]:
    """ "Globex splashes $400m on Acme"."""
    if line.toks[i].low not in SPLASHES:
        return []
    k = next((j for j in range(i + 1, len(line.toks)) if line.toks[j].low == "on"), None)
    name, start = doer(line, i)
    target = objects(line, k + 1) if k else None
    return pair_of(line, i, start, name, target, "splashes", 0.75) if name and target else []


def _sale_to(scene: Scene, line: Line, i: int) -> list[Hit]:
    """ "Acme agrees $1.1bn sale to Globex"."""
    sale = line.toks[i].low in ("sale", "verkauf") and re.match(r"\s+(?:to|an)\b", text_after(line, i), re.I)
    if not sale or re.search(r"\b(?:stake|shares|ticket|property)\b", line.content, re.I):
        return []
    told = next((j for j in range(i - 1, 0, -1) if line.toks[j].low in VERBS or line.toks[j].low == "agrees"), None)
    name, start = doer(line, told) if told else (None, i)
    buyer = objects(line, i + 2)
    return pair_of(line, i, start, buyer, name, "sale to", 0.72) if name and buyer and not name.person else []


def _hands_over(scene: Scene, line: Line, i: int) -> list[Hit]:
    """ "Globex divests Acme to Initech": the business sold is the target."""
    if line.toks[i].low not in _SELLS or (name := objects(line, i + 1)) is None or name.person:
        return []
    if name.last >= len(line.toks) or line.toks[name.last].low != "to" or line.toks[name.last - 1].low in PLACES:
        return []
    seller, start = doer(line, i)
    buyer = objects(line, name.last + 1)
    things = re.search(r"\b(?:shares|stock|bonds|tickets)\b", text_after(line, i), re.I)
    return pair_of(line, i, start, buyer, name, "sells", 0.7) if seller and buyer and not things else []


def _unit(scene: Scene, line: Line, i: int) -> list[Hit]:
    """ "Globex sells anvil unit to Acme": the owner stands for its unit."""
    rest = text_after(line, i)
    works = _SELLS_WORKS.match(rest) is not None
    if line.toks[i].low not in _SELLS or not (works or _UNIT.match(rest)) or is_minor(rest):
        return []
    if re.search(r"\b(?:stake|shares)\b", rest, re.I) and not re.search("majority|controlling", rest, re.I):
        return []
    seller, start = doer(line, i)
    to = next((j for j in range(i + 1, len(line.toks)) if line.toks[j].low in ("to", "an", "à", "a")), None)
    buyer = objects(line, to + 1) if to else None
    if seller is None or seller.person:
        return []
    return pair_of(line, i, start, buyer, _called(line, i, to) or seller, "sells", 0.75)


def _called(line: Line, i: int, to: int | None) -> Name | None:
    """The name of the business that is sold: "its Globex subsidiary", "the Globex pump business"; not "its UK arm"."""
    if line.titled:
        return None
    k = i + 1
    while k < len(line.toks) and line.toks[k].low in _OWN:
        k += 1
    last = k
    while last < len(line.toks) and (to is None or last < to) and line.toks[last].word.istitle():
        last += 1
    if last == k or any(t.low in PLACES or t.low in DEMONYMS or t.low in UNIT_NOUNS for t in line.toks[k:last]):
        return None
    return named(line, k, last)


_OWN = words("its the their off majority controlling stake in entire whole remaining of all holding % owned wholly")


def _works(scene: Scene, line: Line, i: int) -> list[Hit]:
    """ "Acme buys two mills from Globex", "Acme pays Globex $20 million for its towers"."""
    low, rest = line.toks[i].low, text_after(line, i)
    bought = _BUYS_WORKS.match(rest) if low in BUYS else None
    paid = _PAYS.match(rest) if low in PAYING else None
    if bought is None and paid is None:
        return []
    k = _token_at(line, line.toks[i].end + (bought.end() if bought else paid.start("who") if paid else 0))
    buyer, start = doer(line, i)
    seller = named(line, k, _token_at(line, line.toks[i].end + paid.end("who"))) if paid else objects(line, k)
    if buyer is None or buyer.person or seller is None or seller.person or is_minor(rest):
        return []
    return pair_of(line, i, start, buyer, seller, "buys works", 0.75)


def _token_at(line: Line, place: int) -> int:
    """The first token that starts there or later."""
    return next((j for j, tok in enumerate(line.toks) if tok.start >= place), len(line.toks))


def _for_sale(scene: Scene, line: Line, i: int) -> list[Hit]:
    """ "Acme explores sale", "Acme draws takeover interest"."""
    tok = line.toks[i]
    if tok.low not in _FOR_SALE or not _WEIGHS.search(line.text, line.start, tok.start):
        return []
    if re.search(r"\b(?:stake sale|share sale|bond sale|ipo|stake)\b", line.content, re.I):
        return []
    for j in range(1, i):
        if line.toks[j].low in VERBS or line.toks[j].low in ("draws", "attracts"):
            name, start = doer(line, j)
            if name and not name.person:
                hits = pair_of(line, i, start, None, name, "for sale", 0.7)
                for hit in hits:
                    hit.status = Status.RUMOURED
                return hits
    return []


def _joined(line: Line) -> list[Hit]:
    """ "the Acme-Globex merger"."""
    match = _JOINED.search(line.content)
    if match is None or ("merger" not in line.content and "takeover" not in line.content):
        return []
    if re.search(r"\b(?:trade|peace|us-|eu-|india-|china-)", match.group() + " ", re.I):
        return []
    at = next((j for j, t in enumerate(line.toks) if t.end > line.start + match.start()), 0)
    one, two = (Span(line.field, line.start + match.start(g), line.start + match.end(g), match[g]) for g in (1, 2))
    hits = []
    for own, other, side in ((one, two, Side.ACQUIRER), (two, one, Side.TARGET)):
        hit = Hit(KIND, own, line, at, "joined names", confidence=0.7, verb=(at, at + 1))
        hit.put("side", side, own)
        hit.put("other_party", other.text, other)
        hits.append(hit)
    return hits
