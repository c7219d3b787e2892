"""Acquisition: takeover, merger, majority stake, sale of a unit. One hit per named side."""

from __future__ import annotations

import re

from triggers.detect import status
from triggers.detect.groups import doer
from triggers.detect.lexicon import PLACES, UNIT_NOUNS, words
from triggers.detect.names import Name, capital, descriptor, named, objects, phrase_end, subject, subjects, topic
from triggers.detect.scene import Rule, Scene, money_span, name_span, text_after
from triggers.detect.spans import Hit, Span
from triggers.detect.tokens import Line, segment
from triggers.detect.verbs import VERBS, inflect
from triggers.types import EventKind, Side, Status

KIND = EventKind.ACQUISITION
BUYS = inflect("acquire purchase absorb swallow snap scoop") | words(
    """buys buy buying bought snaps scoops kauft kaufte übernimmt übernahm schluckt erwirbt übernehmen kaufen
    erwerben acquiert acquérir rachète racheter rachete compra comprar adquiere adquirir acquisisce acquisire
    rileva koopt"""
)
TAKES = words(
    """takeover acquisition buyout merger takes take taking took completes completed bid offer offers bids deal stake
    sale merge merges merging merged combine combines acquired bought sold sell sells selling purchase explores
    unit arm business übernahme fusion verkauft verkaufen verkauf acquisition rachat rachetée cède fusionne
    fusionan vende buyer suitor owner acquires fusionnent fusionnieren spins divest divests offload offloads"""
)
_NOT = re.compile(
    r"^\s*(?:(?:more|additional|a|an|the|its|own|back|up|new|some|\d[\d.,]*%?|percent|pc|per|cent|"
    r"minority|small|further|another|of|up|to|about|over|nearly|₹|rs|\$|€|£|\d+|million|billion|"
    r"crore|mn|bn)\s+){0,7}"
    r"(?:shares|stock|bitcoin|btc|eth|ether|gold|oil|gas|lng|power|electricity|energy|land|plots?|"
    r"property|properties|buildings?|office|hotels?|towers?|mansion|homes?|house|apartments?|"
    r"warehous\w+|real estate|players?|striker|rights|"
    r"licen[cs]es?|time|chips|gpus|jets|planes|aircraft|fighter|drones|ships|vessels|carbon|debt|"
    r"bonds|minority|ads|tickets|customers|users|skills|coal|crude|painting|contracts?|weapons|"
    r"missiles|equipment|servers|carriers|helicopters|tanks|space|capacity|spectrum)\b",
    re.I,
)
_GOODS = re.compile(
    r"\b(?:painting|artwork|mansion|villa|bungalow|penthouse|yacht|apartment|plot of land|office "
    r"(?:tower|building|space)|hotel|select contracts|more in|more shares|additional shares)\b",
    re.I,
)
_MINORITY = re.compile(r"\b(?:(\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b|per cent\b|pc\b)|minority\b)", re.I)
_STAKE = re.compile(
    r"\b(?:stake|holding|shareholding|interest|equity|anteil|beteiligung|participation|participación)\b", re.I
)
_SHARED = re.compile(r"^\s*(?:over|control of|majority|private)\b", re.I)


def find(scene: Scene, line: Line) -> list[Hit]:
    for attempt in (_passive, _active, _noun, _merger, _sold, _sale):
        if hits := attempt(scene, line):
            _money(scene, line, hits)
            return hits
    return []


def _pair(
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


def _active(scene: Scene, line: Line) -> list[Hit]:
    """ "Acme acquires Globex", "Acme to buy rival Globex", "Acme takes over Globex"."""
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
        if _NOT.match(rest) or _is_minor(rest) or _GOODS.search(rest[:60]):
            scene.refuse(KIND, "things, property or a minority", name_span(line, Name(i, i + 1)))
            continue
        buyer, start = doer(line, i)
        target = target_after(line, k)
        if (buyer is None and target is None) or (buyer and buyer.person):
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
        return _pair(line, i, start, buyer, target, "buys")
    return []


def _is_minor(rest: str) -> bool:
    stake = _STAKE.search(rest[:70])
    if not stake:
        return False
    size = _MINORITY.search(rest[: stake.end() + 4])
    if size is None:
        return re.search(r"\b(?:majority|controlling|entire|full|remaining|all)\b", rest[: stake.end()], re.I) is None
    return size[1] is None or float(size[1]) <= 50


def target_after(line: Line, k: int) -> Name | None:
    """The company bought: skips stakes, amounts and what the thing is called; a unit goes by its owner."""
    toks, count = line.toks, len(line.toks)
    stake = next((j for j in range(k, min(count, k + 12)) if _STAKE.fullmatch(toks[j].low)), None)
    if stake is not None and stake + 1 < count and toks[stake + 1].low in ("in", "of", "an", "en", "at", "dans"):
        k = stake + 2
    while k < count and (
        toks[k].low
        in (
            "a",
            "an",
            "the",
            "all",
            "of",
            "assets",
            "out",
            "up",
            "majority",
            "control",
            "parts",
            "from",
            "100",
            "%",
            "die",
            "den",
            "das",
            "le",
            "la",
            "l'",
            "a",
            "select",
            "most",
        )
        or toks[k].num
    ):
        k += 1
    end = phrase_end(line, k)
    owner = next((j for j in range(k, end - 1) if toks[j].poss), None)
    if owner is not None and toks[end - 1].low in UNIT_NOUNS and toks[owner].low not in PLACES:
        return named(line, k, owner + 1)
    if end > k and descriptor(toks[end - 1]) and not toks[end - 1].poss and toks[end - 1].low not in UNIT_NOUNS:
        return None
    name = named(line, k, end)
    if name is None and owner is not None:
        return named(line, k, owner + 1)
    while (
        name
        and name.last - name.first > 1
        and toks[name.last - 1].low in UNIT_NOUNS
        and not capital(toks[name.last - 1])
    ):
        name = Name(name.first, name.last - 1)
    if name is None:
        name = _inner(line, k, end)
    return name


def _inner(line: Line, k: int, end: int) -> Name | None:
    """A run of capitals that lower-case words follow: "Acme anvil business"."""
    for last in range(end - 1, k, -1):
        if capital(line.toks[last - 1]) and not descriptor(line.toks[last - 1]):
            return named(line, k, last)
    return None


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
            (_is_minor(line.content) and not sold)
            or k > len(line.toks)
            or line.toks[k - 1].low not in ("by", "to", "von", "par", "an", "por", "da")
        ):
            continue
        target, start = doer(line, i)
        buyer = objects(line, k)
        if target is None and buyer is not None and tok.low in ("acquisition", "takeover", "buyout", "bid"):
            target = topic(line, i)
        if target is None and buyer is None:
            continue
        return _pair(line, i, start, buyer, target, "is bought")
    return []


def _noun(scene: Scene, line: Line) -> list[Hit]:
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
        ):
            if hits := _deal_of(line, i):
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
    if k is None or _NOT.match(text_after(line, k)) or _is_minor(line.content):
        return []
    if toks[i].low in ("bid", "offer", "deal") and (toks[k].low != "for" or not _PRICED.search(line.content)):
        return []
    other = target_after(line, k + 1)
    durch = next((j for j in range(k, min(len(toks) - 1, k + 10)) if toks[j].low in ("durch", "par", "by")), None)
    if durch is not None and durch > k and other is not None:
        return _pair(line, i, i, objects(line, durch + 1), other, "deal", 0.8)
    if toks[i - 1].poss or (i > 1 and any(t.poss for t in toks[max(0, i - 6) : i])):
        owner = next(j for j in range(i - 1, -1, -1) if toks[j].poss)
        mine = named(line, _phrase_left(line, owner), owner + 1)
    else:
        mine = _any_doer(line, i)
    if other is None or (mine is None and toks[i].low in ("offer", "bid", "deal")):
        return []
    if toks[k].low in ("by", "from"):
        return _pair(line, i, i, other, mine, "deal", 0.75)
    return _pair(line, i, i, mine, other, "deal", 0.8)


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
    return _pair(line, i, i, mine, inner, "deal", 0.75)


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
            return _pair(line, i, start, buyer, target, "deal", 0.75)
    return []


def _merger(scene: Scene, line: Line) -> list[Hit]:
    """ "Acme and Globex to merge", "Acme merges with Globex"."""
    for i, tok in enumerate(line.toks):
        if tok.low not in (
            "merge",
            "merges",
            "merging",
            "merged",
            "merger",
            "combine",
            "fusionieren",
            "fusionnent",
            "fusionne",
            "fusionan",
            "fusion",
        ):
            continue
        if tok.low == "combine" and "merg" not in line.content.lower() and "deal" not in line.lows:
            continue
        other = (
            objects(line, i + 2)
            if i + 1 < len(line.toks) and line.toks[i + 1].low in ("with", "mit", "avec", "con")
            else None
        )
        told = next((j for j in range(i - 1, max(0, i - 8), -1) if line.toks[j].low in VERBS), i)
        _, start = doer(line, told if tok.low in ("merger", "fusion") else i)
        left = subjects(line, start)
        if tok.low in ("merger", "fusion") and other is None:
            left = left or []
            if len(left) < 2:
                continue
        both = [*left[:2], *([other] if other else [])][:2]
        if len(both) == 2:
            return _pair(line, i, start, both[0], both[1], "merges", 0.8)
    return []


_JOINED = re.compile(
    r"\b([A-Z][\w.&]+)[-–/]([A-Z][\w.&]+)(?= (?:\S+ ){0,3}?(?:merger|tie-up|takeover|deal|acquisition))"
)


def _sold(scene: Scene, line: Line) -> list[Hit]:
    """ "Acme sells for $105M", "Acme rejects takeover bid", "the Acme-Globex merger"."""
    for i, tok in enumerate(line.toks):
        rest = text_after(line, i)
        sells = tok.low in ("sells", "sold") and re.match(r"\s+(?:itself )?for\b", rest, re.I) and scene.money(line)
        refuses = tok.low in _REFUSES and re.match(
            r"\s+(?:\S+ ){0,6}?(?:takeover|buyout|acquisition|bid|offer)\b", rest, re.I
        )
        if i and (sells or refuses) and not re.search(r"\b(?:job|plea|peace|ceasefire|bail)\b", rest, re.I):
            name, start = doer(line, i)
            if name and not name.person:
                k = next((j for j in range(i + 1, len(line.toks) - 1) if line.toks[j].low in ("from", "by")), None)
                return _pair(line, i, start, objects(line, k + 1) if k else None, name, "target speaks", 0.75)
        if i and tok.low in ("splashes", "splash", "splashed") and (match := re.search(r"\bon\b", rest)):
            k = next(j for j in range(i + 1, len(line.toks)) if line.toks[j].start >= tok.end + match.start())
            name, start = doer(line, i)
            if name and (target := objects(line, k + 1)):
                return _pair(line, i, start, name, target, "splashes", 0.75)
        if (
            i
            and tok.low in ("sale", "verkauf")
            and re.match(r"\s+(?:to|an)\b", rest, re.I)
            and not re.search(r"\bstake|shares|ticket|property\b", line.content, re.I)
        ):
            told = next(
                (j for j in range(i - 1, 0, -1) if line.toks[j].low in VERBS or line.toks[j].low == "agrees"), None
            )
            name, start = doer(line, told) if told else (None, i)
            if name and not name.person and (buyer := objects(line, i + 2)):
                return _pair(line, i, start, buyer, name, "sale to", 0.72)
        if (
            i
            and tok.low in ("divests", "offloads", "divest", "sells", "sell")
            and (name := objects(line, i + 1))
            and name.last < len(line.toks)
            and line.toks[name.last].low == "to"
        ):
            seller, start = doer(line, i)
            buyer = objects(line, name.last + 1)
            if (
                seller
                and buyer
                and not name.person
                and line.toks[name.last - 1].low not in PLACES
                and not re.search(r"\b(?:shares|stock|bonds|tickets)\b", rest, re.I)
            ):
                return _pair(line, i, start, buyer, name, "sells", 0.7)
    match = _JOINED.search(line.content)
    if (
        match is None
        or re.search(r"\b(?:trade|peace|us-|eu-|india-|china-)", match.group() + " ", re.I)
        or ("merger" not in line.content
        and "takeover" not in line.content)
    ):
        return []
    at = next((j for j, t in enumerate(line.toks) if t.end > line.start + match.start()), 0)
    spans = [Span(line.field, line.start + match.start(g), line.start + match.end(g), match[g]) for g in (1, 2)]
    hits = []
    for own, other, side in ((spans[0], spans[1], Side.ACQUIRER), (spans[1], spans[0], Side.TARGET)):
        hit = Hit(KIND, own, line, at, "joined names", confidence=0.7, verb=(at, at + 1))
        hit.put("side", side, own)
        hit.put("other_party", other.text, other)
        hits.append(hit)
    return hits


_REFUSES = words("rejects rejected rebuffs rebuffed spurns snubs receives received gets confirms accepts weighs")


def _sale(scene: Scene, line: Line) -> list[Hit]:
    """ "Acme sells anvil unit to Globex", "Acme explores sale", "Acme seeks buyer for its unit"."""
    for i, tok in enumerate(line.toks):
        rest = text_after(line, i)
        if tok.low in (
            "sells",
            "sell",
            "selling",
            "sold",
            "divests",
            "divest",
            "offloads",
            "offload",
            "verkauft",
            "cède",
            "vende",
            "cede",
        ) and re.match(
            r"[^.;]{0,80}\b(?:unit|business|division|arm|subsidiary|operations|assets|brand|majority|stake|"
            r"itself|portfolio|sparte|filiale|activité|tochter|geschäft)\b",
            rest,
            re.I,
        ):
            if _is_minor(rest) or (
                re.search(r"\b(?:stake|shares)\b", rest, re.I) and not re.search("majority|controlling", rest, re.I)
            ):
                continue
            seller, start = doer(line, i)
            to = next(
                (
                    j
                    for j in range(i + 1, len(line.toks))
                    if line.toks[j].low in ("to", "an", "à", "a") and line.toks[j].start > tok.end
                ),
                None,
            )
            buyer = objects(line, to + 1) if to else None
            if seller and not seller.person:
                return _pair(line, i, start, buyer, seller, "sells", 0.75)
        explores = tok.low in ("sale", "buyer", "buyers", "suitors", "takeover", "bids", "buyout") and re.search(
            r"\b(?:explor\w+|weigh\w*|consider\w*|seek\w*|mull\w*|draws?|attracts?|receives?|potential|"
            r"possible|eyes?|interest|prepares?)\b",
            line.text[line.start : tok.start],
            re.I,
        )
        if explores and not re.search(r"\b(?:stake sale|share sale|bond sale|ipo|stake)\b", line.content, re.I):
            for j in range(1, i):
                if line.toks[j].low in VERBS or line.toks[j].low in ("draws", "attracts"):
                    name, start = doer(line, j)
                    if name and not name.person:
                        return _with_status(_pair(line, i, start, None, name, "for sale", 0.7), Status.RUMOURED)
    return []


def _with_status(hits: list[Hit], value: Status) -> list[Hit]:
    for hit in hits:
        hit.status = value
    return hits


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


RULE = Rule(KIND, BUYS | TAKES | _REFUSES | words("splashes splash splashed"), find)
__all__ = ["RULE", "subject"]
