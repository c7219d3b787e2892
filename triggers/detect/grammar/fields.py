"""Fields of trade: "food and drink group Acme", "Telecoms Group Acme" say what Acme does, not what it is called."""

from __future__ import annotations

from triggers.detect.grammar.lexicon import DEMONYMS, LEGAL, PLACES, words
from triggers.detect.grammar.marks import COMPANY_TAILS, capital, descriptor, tied
from triggers.detect.grammar.tokens import Line, Tok

FIELDS = words(
    """food drink drinks beverage beverages oil gas health healthcare beauty media entertainment travel leisure
    home garden arts crafts textile textiles clothing fashion apparel footwear aerospace defence defense
    building construction engineering pulp paper packaging print printing wind solar research development sales
    marketing advertising banking insurance finance financial transport transportation logistics freight
    shipping technology software hardware it chemicals chemical speciality specialty energy power electricity
    water waste mining metals minerals steel iron aluminium cement plastics rubber glass ceramics timber wood
    furniture kitchen toys toy sports sport games gaming betting gambling casino hotel hotels hospitality
    restaurant restaurants pub pubs coffee tea wine beer spirits meat dairy fruit fish seafood bakery pizza
    burger chicken sandwich pet baby pharmacy medical dental optical data cloud internet phone telecom telecoms
    telecommunications broadband cable tv radio film music news publishing magazine book books design
    architecture legal law accounting audit tax consulting pensions wealth asset payments credit lending
    mortgage property housing recruitment staffing training education security cyber supermarket grocery
    convenience discount department electronics electrical appliance automotive auto car truck bus rail train
    airline aviation airport ferry cruise parcel courier industrial luxury jewellery jewelry watch cosmetics
    fragrance perfume eyewear tobacco sugar chocolate confectionery snack snacks farm farming seeds fertiliser
    agriculture agricultural pr public relations digital creative video social streaming outdoor bike bicycle
    cleaning facilities marine defence-and-aerospace biotech pharma pharmaceutical pharmaceuticals nutrition
    fitness wellness"""
)
# Kinds of firm that names are made of as well; beside a field or a people's name they only say what the firm is.
_KINDS = words(
    """group chain agency bank brewer studio store project supermarket exchange restaurant brand unit arm broker airline
    retailer major utility player business"""
)
_PARTS = words("unit arm subsidiary division")


def kind_of_firm(line: Line, i: int, first: int, last: int) -> bool:
    """Whether the capital at `i` ends a description that a name follows: "Danish Brewer Acme", "Pizza Chain Acme"."""
    if i + 1 >= last or line.toks[i].low not in _KINDS:
        return False
    nxt = line.toks[i + 1]
    if not capital(nxt) or nxt.low in COMPANY_TAILS or nxt.low in LEGAL or nxt.low in PLACES:
        return False
    if i > first and line.toks[i].low in _PARTS:
        return line.titled  # "Globex Unit Acme"
    before = line.toks[i - 1] if i else None
    if before is None or not (before.low in FIELDS or before.low in DEMONYMS or tied(before)):
        return False
    return line.titled or not line.toks[i].cap


def _field(tok: Tok) -> bool:
    return tok.low in FIELDS or f"{tok.low}s" in FIELDS


def paired(line: Line, i: int, last: int) -> bool:
    """Whether the joint at `i` stands between two fields that a kind of firm closes: "Food and drink group Acme"."""
    if i == 0 or i + 2 >= last or not (_field(line.toks[i - 1]) and _field(line.toks[i + 1])):
        return False
    told = next(
        (j for j in range(i + 2, min(last, i + 5)) if descriptor(line.toks[j]) or line.toks[j].low in _KINDS), None
    )
    return told is not None and told + 1 < last and capital(line.toks[told + 1])
