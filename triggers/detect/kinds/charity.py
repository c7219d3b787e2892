"""Money that people collect for a good cause: runners for a lifeboat, a village for its church roof."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.tokens import Line

_PEOPLE = words(
    """runners walkers cyclists bikers swimmers rowers climbers hikers marchers skydivers golfers golfer runner walker
    cyclist swimmer pupils students schoolchildren children kids parents teachers residents villagers neighbours
    neighbors locals volunteers fans supporters readers listeners viewers parishioners worshippers churchgoers
    colleagues staff workers employees firefighters nurses friends family families mum mums dad dads mother father
    grandmother grandfather boy girl teenager teenagers scouts choir village villages parish town community club
    rotarians students' läufer schüler bewohner anwohner vereine sportler coureurs élèves habitants villageois
    marcheurs bénévoles"""
)
_CAUSE = re.compile(
    r"\b(?:for|towards?|in (?:aid|memory|support) of|on behalf of|für|pour) (?:the |a |an |its |their |his |her |"
    r"local |new |die |das |den |la |le |les |une? |\S+['’]s? ){0,3}(?:lifeboats?|rnli|air ambulance|hospitals?|"
    r"hospices?|refugees|homeless|orphan\w*|(?:flood|fire|earthquake|storm) victims|animal (?:shelter|rescue)|"
    r"playground|church(?: roof)?|village hall|food ?banks?|schools?|unicef|red cross|good causes?|charit\w+|"
    r"cancer research|children in need|mental health charity|tierheim|hospiz|obdachlose|flüchtlinge|réfugiés|sans-abri|"
    r"restos du cœur|téléthon)\s*(?:$|[,.;!])",
    re.I,
)
_ROUND = re.compile(
    r"\b(?:series [a-k]|seed|funding round|financing|investors?|led by|finanzierungsrunde|série [a-k])\b", re.I
)

_LARGE = re.compile(r"\d\s?(?:m|mn|mio|millions?|millionen|bn|billion|crore|m€)\b", re.I)  # firms sell to hospitals too


def for_charity(line: Line, company: str, verb_end: int) -> bool:
    """Whether people collect, or what is collected goes to a good cause; a named round is a company's money."""
    rest = line.text[verb_end : line.end]
    if _ROUND.search(rest):
        return False
    return company.lower() in _PEOPLE or (_CAUSE.search(rest) is not None and _LARGE.search(rest) is None)
