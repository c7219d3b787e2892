"""What one kind of event only sounds like beside another: money for a purchase, deals that figures owe, sites let."""

from __future__ import annotations

import re
from collections.abc import Sequence

from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.spans import Hit
from triggers.types import EventKind


def _listed(hit: Hit, other: Hit) -> bool:
    """ "Acme sold 45 million shares at $13, raising $585 million": what a first listing brings is no round."""
    if other.kind is not EventKind.IPO or other.line is not hit.line or other.company.text != hit.company.text:
        return False
    behind = hit.line.text[hit.line.toks[hit.at].end : hit.line.end]
    return (hit.at > other.at or _BY_LISTING.search(behind) is not None) and _ROUND.search(hit.line.content) is None


_BY_LISTING = re.compile(
    r"\b(?:by|through|via|from|in) (?:an? |its |the )?(?:float|list|ipo|initial public|going "
    r"public)",
    re.I,
)
_ROUND = re.compile(
    r"\b(?:series [a-k]|seed|round|venture|pre-ipo|before (?:its|an|the) ipo|ahead of|placement)\b", re.I
)
_LETS = words(
    "approve approves approved clears cleared greenlights greenlit gets receives wins secures "
    "obtains grants granted allows probe probes probing investigates investigating examines reviewing "
    "genehmigt freigegeben gebilligt erlaubt gibt winkt prüft untersagt feu autorise autorisé valide validé "
    "approuve approuvé autoriza aprueba autorizza approva"
)
_ALLOWED = re.compile(
    r"\b(?:regulat\w+|antitrust|competition|merger|government|eu|ftc|cma|court|commission\S*)?[^;,]{0,24}"
    r"\b(?:approval|clearance|go-ahead|green light|nod|blessing)\b[^;]{0,24}?\b(?:for|to|of)\b[^;]{0,40}$",
    re.I,
)
_OWNERS = re.compile(r"\b(?:shareholders?|stockholders?|board|investors?|creditors?|members?)\b", re.I)
_OWNERS_SAY = re.compile(
    r"\b(?:shareholder|stockholder|investor|board|creditor|member)s?['’]? (?:approval|nod|backing|"
    r"consent)\b",
    re.I,
)
_TO_BUY = re.compile(
    r"[^;]{0,50}\b(?:deal|agreement|pact|contract|offer|bid) to (?:buy|acquire|take over|"
    r"purchase)\b",
    re.I,
)
_DEAL_NOUNS = words("acquisition takeover purchase merger buyout deal")
_BANKS = re.compile(r"\b(?:private placement|bookrunner|underwrit\w+|bought deal|lead agent|placing agent)\b", re.I)
_LETS_TO = re.compile(r"[^;]{3,70}? to (?:the )?(?-i:[A-Z])", re.I)
_WHICH = words("that which who")
_OFFERS = words(
    "launch offer release introduce debut ship bring roll let allow enable add unveil sell provide "
    "support get make start "
    "begin show present soon now also be allow integrate include feature come deploy produce build develop"
)


def sounds_like(hit: Hit, hits: Sequence[Hit]) -> str | None:
    """Why the hit is no event of its kind, seen beside the other hits of the entry; None where nothing says so."""
    if hit.kind is EventKind.ACQUISITION:
        return _no_deal(hit, hits)
    if hit.kind is EventKind.PRODUCT_LAUNCH:
        return _no_product(hit, hits)
    if hit.kind is EventKind.EXPANSION:
        return _no_growth(hit, hits)
    if hit.kind is EventKind.REGULATORY and _OWNERS_SAY.search(hit.line.content):
        return "what its owners allow"
    behind = hit.line.text[hit.line.toks[hit.at].end : hit.line.end]
    if hit.kind is EventKind.FUNDING and _TO_BUY.match(behind) and any(o.kind is EventKind.ACQUISITION for o in hits):
        return "the price of a purchase"
    if hit.kind is EventKind.FUNDING and any(_listed(hit, o) for o in hits):
        return "proceeds of a listing"
    if hit.kind is EventKind.PARTNERSHIP and _BANKS.search(hit.line.content):
        return "an agreement with banks"
    return None


def _no_deal(hit: Hit, hits: Sequence[Hit]) -> str | None:
    line = hit.line
    rulings = [] if _OWNERS_SAY.search(line.content) else [o for o in hits if o.kind is EventKind.REGULATORY]
    if any(o.line.toks[o.at].low in _LETS for o in rulings):
        return "the news is what the authority allows"
    before = line.text[line.start : line.toks[hit.at].start]
    if rulings and _ALLOWED.search(before) and not _OWNERS.search(before):
        return "the news is what the authority allows"
    if rulings and (not _CLEARS.isdisjoint([t.low for t in line.toks[: hit.at]]) or _CHARGED.search(before)):
        return "the news is what the authority says of it"
    if _ANNIVERSARY.search(before):
        return "told as history"
    figures = any(o.kind is EventKind.EARNINGS and o.line is line for o in hits)
    return "what the figures owe to" if figures and line.toks[hit.at].low in _DEAL_NOUNS else None


_CLEARS = words("approves approved clears cleared greenlights greenlit")
_CHARGED = re.compile(r"\b(?:charges|allegations|claims|complaints?|concerns) that [^;]{0,60}$", re.I)
_ANNIVERSARY = re.compile(r"\banniversary of (?:the |its |their |an? )?(?:\w+ )?$", re.I)


def _no_growth(hit: Hit, hits: Sequence[Hit]) -> str | None:
    if "place" not in hit.facts and any(o.kind is EventKind.FUNDING and o.at < hit.at for o in hits):
        return "what new money is for"
    tok = hit.line.toks[hit.at]
    if tok.low.startswith("leas") and _LETS_TO.match(hit.line.text, tok.end, hit.line.end):
        return "let to somebody else"
    return None


def _no_product(hit: Hit, hits: Sequence[Hit]) -> str | None:
    toks, at = hit.line.toks, hit.at
    money = next((o for o in hits if o.kind is EventKind.FUNDING and o.line is hit.line and o.at < at), None)
    if money is not None and any(t.low == "to" for t in toks[money.at : at]):
        return "what new money is for"
    if (
        hit.rule == "offers something new"
        and toks[at].low == "will"
        and not {t.low for t in toks[at + 1 : at + 3]} & _OFFERS
    ):
        return "something done with things of others"
    start = hit.verb[0]
    if (
        start > 0
        and toks[start - 1].low in _WHICH
        and toks[start].low.endswith("s")
        and hit.rule == "offers something new"
    ):
        return "what the company does"
    return "left undone" if at > 1 and toks[at - 1].low == "to" and toks[at - 2].low == "not" else None
