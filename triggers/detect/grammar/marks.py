"""What a single token says of itself: a capital, an adverb, a descriptor, the tail of a company's name."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import (
    ADVERBS,
    DEMONYMS,
    DESCRIPTOR_ENDINGS,
    DESCRIPTORS,
    LEGAL,
    UNIT_NOUNS,
    words,
)
from triggers.detect.grammar.tokens import Tok

_TIED = tuple(
    sorted(
        words(
            """-backed -based -owned -led -bound -headquartered -listed -funded -founded -focused
            -focussed -run -controlled -linked -born -incubated -native -supported -sponsored -grown
            -powered -assisted -enabled -driven -branded -made -parent -bereich -spezialist"""
        )
    )
)


def capital(tok: Tok) -> bool:
    """Whether a token can carry a name: a capital inside, or a digit before letters (3i, 1X). Amounts cannot."""
    if tok.low in SCALE_WORDS or tok.word[-1] == "-":
        return False
    if tok.word == "3M" and tok.start == 0:
        return True  # in front of a line the firm, elsewhere three million
    if tok.num:
        sized = _SIZED.fullmatch(tok.low) is not None and _NAMED.fullmatch(tok.word) is None
        return not sized and any(c.isalpha() for c in tok.low)
    return tok.cap


SCALE_WORDS = words(
    """million billion trillion mn bn crore cr lakh lakhs crores mio mio. mrd mrd. millionen milliarden millions
    milliards"""
)
_NAMED = re.compile(r"\d+-[A-Z][a-z]+")  # "7-Eleven"
_SIZED = re.compile(r"[\d.,]+(?:k|m|b|bn|mn|mm|cr|th|st|nd|rd|pm|am|x|g|gb|tb|mw|gw|gwh|mwh|%|-\w+)?")


def adverb(tok: Tok) -> bool:
    """A listed adverb, or a small word that ends like one."""
    return tok.low in ADVERBS or (
        tok.low.endswith("ly") and len(tok.low) > 5 and not tok.cap and tok.low not in _NOUNS_IN_LY
    )


_NOUNS_IN_LY = words("""family supply assembly monopoly anomaly butterfly weekly monthly daily oligopoly""")


def descriptor(tok: Tok) -> bool:
    low = tok.low
    if low in DESCRIPTORS or (
        len(low) > 6 and low.endswith(DESCRIPTOR_ENDINGS) and not (tok.cap and low.endswith("tech"))
    ):
        return not tok.poss
    last = low.rpartition("-")[2] if "-" in low else ""
    return last in DESCRIPTORS or (len(last) > 6 and last.endswith(_GERMAN_ENDINGS))


_GERMAN_ENDINGS = (
    "hersteller",
    "anbieter",
    "betreiber",
    "spezialist",
    "entwickler",
    "händler",
    "konzern",
    "dienstleister",
)


def tied(tok: Tok) -> bool:
    """ "MA-based", "Carlyle-backed", "IPO-bound": says something about the name that follows."""
    if "-" in tok.low and all(part in DEMONYMS for part in tok.low.split("-")):
        return True  # "Swiss-Swedish"
    return tok.low.endswith(_TIED) or tok.low in ("backed", "based", "owned", "headquartered")


COMPANY_TAILS = (
    words(
        """capital ventures venture partners group technologies technology labs lab systems solutions media bank
    holdings energy robotics therapeutics pharma pharmaceuticals biosciences bio health software studios games
    foods motors airlines industries fund equity investments management insurance financial networks space
    aerospace security semiconductor semiconductors electronics power materials medical devices research ai io
    interactive entertainment digital global international services consulting logistics retail brands oil gas
    mining resources metals street airport university hospital airways markets market mart house world works
    forge steel cement chemicals dynamics instruments analytics mobility brewing diagnostics aviation defence defense
    studios pictures records foods farms kitchen press times news post"""
    )
    | LEGAL
    | UNIT_NOUNS
)
