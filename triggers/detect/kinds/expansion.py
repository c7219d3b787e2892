"""Expansion: new office, plant, store, data centre or market; capacity or hiring plan; large capital spending."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import PLACES, words
from triggers.detect.grammar.spans import Hit, span
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.generic import Shape, verb_hits
from triggers.detect.scene import Rule, Scene, money_span, text_after
from triggers.types import EventKind

KIND = EventKind.EXPANSION
_PLACE = "|".join(re.escape(place) for place in sorted(PLACES, key=len, reverse=True))
_SITE = (
    r"(?:offices?|headquarters|hq|plants?|factor(?:y|ies)|stores?|outlets?|showrooms?|data[- "
    r"]cent(?:er|re)s?|warehouses?|hubs?|campus(?:es)?|facilit(?:y|ies)|site|centers?|centres?|"
    r"labs?|laborator(?:y|ies)|branch(?:es)?|production line|fab|fabs|foundry|gigafactory|"
    r"mega-?factory|refinery|terminal|unit in|gcc|subsidiary|[A-Z]\w+ unit|capability cent(?:er|re)|r&d "
    r"cent(?:er|re)|manufacturing (?:unit|facility|plant|base|site)|capacity|experience cent(?:er|"
    r"re)|service cent(?:er|re)|supercharger|hotels?|clinics?|dealerships?|restaurants?|operations|"
    r"presence|production|distribution cent(?:er|re)|werk|fabrik|standort|niederlassung|büro|"
    r"rechenzentrum|produktion|usine|bureaux?|site|centre de|planta|fábrica|oficina|stabilimento|"
    r"sede)"
)
_OPEN = Shape(
    KIND,
    "opens a place",
    words(
        """locates locate relocate site opening establishing building constructing moves relocates shifts
        picks chooses selects set sets open opens opened opening inaugurates inaugurate
    inaugurated establish establishes established build builds building built leases lease leased construct
    constructs breaks commissions eröffnet baut errichtet ouvre implante abre apre start starts begin begins
    launches launch acquires unveils plans plan announces announced doubles double adds expands expand expanding
    boost boosts ramps strengthens relocates"""
    ),
    re.compile(rf"^(?:[^.;:]|[.:](?=\w)|(?<=\.S)\.){{0,70}}\b{_SITE}\b", re.I),
    re.compile(
        r"\b(?:app store|play store|opens? (?:up|higher|lower|probe|investigation|bookings?|"
        r"pre-?orders?|beta|source)|open[- ]source|probe|trial|models?\b|arena|exhibition|festival|"
        r"pop-up|production of (?:the )?film|ai agents?|tool|platform for|center stage|data cent(?:er|"
        r"re) (?:chips?|stocks?|gpus?|business|push|revenue|deals?|products?)|for data cent|chips? "
        r"for)\b",
        re.I,
    ),
    0.75,
)
_MARKET = Shape(
    KIND,
    "enters a market",
    words("""launch launches expand expands expanded expanding enter enters entered entering expandiert betritt"""),
    re.compile(
        r"^\s*(?:\w+ ){0,6}?(?:in|into|to|across|markets?|its presence|presence|footprint|operations|"
        r"nach|[\w-]+ market|market entry|globally|internationally|overseas)\b",
        re.I,
    ),
    re.compile(
        r"^\s*(?:the |its |new |an? )?(?:partnership|deals?|cloud deals?|board|lawsuit|probe|talks|"
        r"race|race to|beta|open|collaboration|recall|ban|series|tie-up|agreement|strategic|contract|"
        r"coverage|bankruptcy|administration|agreements?)|\b(?:into (?:the )?(?:ai|agents?|crypto|"
        r"advertising|hardware|payments|gaming|lending|insurance|robotics|chips|new categor\w+|"
        r"enterprise|phones|wearables|financial|voice|video|commerce))\b|\bto (?:include|more users|"
        r"everyone|ios|android|all)\b",
        re.I,
    ),
    0.6,
)
_SPEND = Shape(
    KIND,
    "invests in capacity",
    words(
        """invest invests invested investing pours pour spend spends spending pledges pledge commits commit investiert
    investit invierte investe earmarks"""
    ),
    re.compile(
        rf"^(?:[^.;:]|[.:](?=\w)|(?<=\.S)\.){{0,110}}\b(?:{_SITE}|in (?:the |south |north |west |east |"
        rf"new |costa |northern "
        rf"|southern |central )?(?:{_PLACE}|united states|united kingdom|saudi arabia)|manufactur\w+|"
        rf"capex|expansion)\b",
        re.I,
    ),
    re.compile(r"\b(?:stake|shares|startups?|fund\b|series [a-k]|round|acqui\w+|equity|ipo|bonds?)\b", re.I),
    0.75,
    150,
)
_HIRE = Shape(
    KIND,
    "plans to hire",
    words("""hire hires hiring recruit recruits recruiting create creates creating adds add stellt embauche"""),
    re.compile(
        r"^\s*(?:(?:up|to|over|more|than|about|around|nearly|another|additional|"
        r"new)\s+){0,3}(?:\d[\d,.]*\s+(?:\S+ ){0,3}(?:people|employees|engineers|workers|jobs|staff|"
        r"graduates|freshers|developers|roles|techies|mitarbeiter|salariés)|(?:engineers|staff|workers|"
        r"hundreds|thousands)\b)",
        re.I,
    ),
    None,
    0.75,
)
_GEARS = Shape(
    KIND,
    "grows its presence",
    words(
        """prepares eyes eyeing gears boosts boost announces announce plans plan unveils expands deepens strengthens
    accelerates accelerate doubles doubling scales steps"""
    ),
    re.compile(
        r"^(?:[^.;:]|[.:](?=\w)|(?<=\.S)\.){0,50}\b(?:(?:rapid |major |further |global |international |overseas |"
        r"market |"
        r"regional |retail |store |capacity |plant |factory )*expansion(?: (?:in|into|plans?|project|"
        r"at|across|to)|$)|presence|footprint|capacity|market entry|(?:[A-Z]\w+|deeper [A-Z]\w+|"
        r"overseas|international|global) (?:push|expansion)|new plant)\b",
        re.I,
    ),
    re.compile(r"\b(?:partnership to|funding|raise[sd]?|round)\b", re.I),
    0.7,
)
_COMES = Shape(
    KIND,
    "comes to a place",
    words("lands brings bring brought comes come coming arrives arrive enters"),
    re.compile(r"^\s*(?:[\w'’-]+ ){0,5}?(?:to|in) ", re.I),
    re.compile(
        r"\b(?:jobs to|lawsuit|court|peace|life|market share|an end|to (?:an end|life|users|iphone|"
        r"android|ios|mac|windows|chrome|everyone|its|the (?:table|market|masses|fore|cloud)))\b",
        re.I,
    ),
    0.62,
)
_SHAPES = (_OPEN, _SPEND, _HIRE, _MARKET, _GEARS, _COMES)
_PRODUCT = re.compile(
    r"\b(?:app|feature|model|tool|service|smartphone|phone|version|platform|suv|ev|car|bike|chip|"
    r"product|api|assistant|agent|subscription|plan|card|beta|laptop|tablet|watch)s?\b",
    re.I,
)


def find(scene: Scene, line: Line) -> list[Hit]:
    for shape in _SHAPES:
        for hit, _ in verb_hits(scene, line, shape):
            rest = text_after(line, hit.at)[:80]
            if (
                shape is _OPEN
                and line.toks[hit.at].low in _VAGUE
                and not re.search(
                    r"\bconstruction|\bproduction\b|\bwork on\b|\bnew\b|\bfirst\b|\bsecond\b|\bthird\b|\d", rest, re.I
                )
            ) or (shape in (_MARKET, _COMES) and not _market(line, hit.at)):
                continue
            _facts(scene, line, hit)
            return [hit]
    return []


_VAGUE = words(
    """launches launch start starts begin begins plans plan announces announced unveils doubles
    double adds strengthens boost boosts ramps expand expands expanding"""
)


def _market(line: Line, i: int) -> bool:
    """Whether "launches in", "expands to" leads to a place."""
    near = line.toks[i + 1 : i + 9]
    to_place = any(
        t.low in PLACES
        or t.low
        in (
            "market",
            "markets",
            "globally",
            "internationally",
            "overseas",
            "states",
            "countries",
            "cities",
            "africa",
            "europe",
        )
        for t in near
    )
    if line.toks[i].low.startswith(("launch", "debut")):
        return (
            to_place
            and bool(near)
            and near[0].low in ("in", "across", "operations")
            and not _PRODUCT.search(text_after(line, i)[:60])
        )
    return to_place


def _facts(scene: Scene, line: Line, hit: Hit) -> None:
    for j in range(hit.at + 1, len(line.toks)):
        if line.toks[j].low in PLACES and line.text[line.toks[j].end : line.toks[j].end + 1] != "$":  # "US$4 billion"
            k = j + 1
            while k < len(line.toks) and line.toks[k].low in PLACES and line.toks[k].word != ",":
                k += 1
            hit.put("place", line.slice(j, k), span(line, j, k))
            break
    for money in scene.money(line):
        if money.amount >= 100_000:
            hit.put("amount", money.amount, money_span(line, money))
            hit.put("currency", money.currency, money_span(line, money))
            break


RULE = Rule(KIND, frozenset().union(*(s.verbs for s in _SHAPES)), find)
