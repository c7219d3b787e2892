"""Firms whose names read as something else: as a person ("Thomas Cook"), as a count of things ("Five Guys"), or as what
they are ("Brewing Company")."""

from __future__ import annotations

from triggers.detect.grammar.lexicon import (
    DEMONYMS,
    DESCRIPTORS,
    GIVEN,
    LEGAL,
    PEOPLE,
    PLACES,
    UNIT_NOUNS,
    words,
)
from triggers.detect.grammar.marks import COMPANY_TAILS, descriptor
from triggers.detect.grammar.name_words import CHIEFS, PLURALS, SHOP_NOUNS
from triggers.detect.grammar.tokens import Line, Tok, is_break

# What only firms have, cut, open or report; a person beside these words is told apart by the second list.
_CORPORATE = words(
    """jobs staff workforce redundancies layoffs profit profits sales revenue revenues turnover earnings quarterly
    stores shops branches outlets restaurants plant factory warehouse series breach ransomware ipo float listing
    flights recall recalls"""
)
_PERSONAL = PEOPLE | words(
    """who he she his her him mr mrs chairman chairwoman president director manager head coach player star rapper
    musician author driver boxer book memoir album tour film movie charity campaign election court jailed trump musk"""
)
_EXCHANGES = words("nyse nasdaq lse asx tsx aim amex otc otcqb otcqx tsxv euronext")
_TAKEN_IN = words("at joins joined rejoins buys acquires acquired bought")
_COUNTS = words("one two three four five six seven eight nine ten")
_FIRM_ROLES = CHIEFS | words("chief boss chairman chairwoman")


def reads_as_person(line: Line, first: int, last: int) -> bool:
    if line.toks[last - 1].low in COMPANY_TAILS or any(t.word == "&" or t.poss for t in line.toks[first:last]):
        return False
    return (
        last - first in (2, 3)
        and line.toks[first].low in GIVEN
        and line.toks[last - 1].low not in DESCRIPTORS | LEGAL | UNIT_NOUNS
        and not called_after(line, first, last)
    )


def called_after(line: Line, first: int, last: int) -> bool:
    """Whether a run of capitals that reads as a person's name is a firm's here, by what stands beside it."""
    before = line.toks[first - 1] if first else None
    if before is not None and before.low in _TAKEN_IN:
        return True
    after = line.toks[last] if last < len(line.toks) else None
    beyond = line.toks[last + 1] if last + 1 < len(line.toks) else None
    if after is not None and beyond is not None:
        if after.word == "(" and beyond.low in _EXCHANGES:
            return True
        if after.word == "," and beyond.low == "which":
            return True
    opens = before is None or is_break(line, first - 1) or descriptor(before)
    if opens and after is not None and after.low in _FIRM_ROLES:
        return True
    return opens and not line.lows.isdisjoint(_CORPORATE) and line.lows.isdisjoint(_PERSONAL)


def counts(line: Line, first: int, last: int) -> bool:
    """Whether a number word that opens the run counts what follows; "Five Guys" and "One Medical" count nothing."""
    tok = line.toks[first]
    if tok.low not in _COUNTS or not tok.cap or last - first != 2:
        return True
    low = line.toks[first + 1].low
    behind = line.toks[last].low if last < len(line.toks) else ""
    people = any(one in PLURALS or one in PEOPLE or one.removesuffix("s") in PEOPLE for one in (low, behind))
    return people or low in DEMONYMS or low in PLACES or descriptor(line.toks[first + 1])


_ABROAD = words("la le les el las los")
_ENGLISH = words("to of for with from by as and in after over its will at the into")


def article(line: Line, first: int) -> bool:
    """Whether a foreign article opens a name in English: "La Poste to cut", "El Corte Lind buys"."""
    tok = line.toks[first]
    return tok.cap and tok.low in _ABROAD and len(line.lows & _ENGLISH) > ("la" in line.lows - {tok.low})


def of_a_country(named: list[Tok]) -> bool:
    """ "Acme Breweries of Canada": several things that a country has; "Acme Systems of Japan" is from there."""
    last = named[-1].low
    return len(named) > 1 and last.endswith("s") and not last.endswith(("ss", "us", "is")) and last not in COMPANY_TAILS


def no_firm_alone(right: list[Tok]) -> bool:
    """Whether what follows an owner is no name of its own: "Carl's Brewing Company" is one firm."""
    return (
        len(right) > 1
        and right[-1].low in LEGAL | {"group"}
        and all(t.cap and (t.low in SHOP_NOUNS or t.low in COMPANY_TAILS) for t in right)
    )
