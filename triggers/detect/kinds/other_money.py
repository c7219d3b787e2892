"""Money that is raised and is no new money for an operating company: of a fund, an investor, a listing, a charity."""

from __future__ import annotations

import re

from triggers.detect.grammar.names import Name
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.funding_words import BACKING, FOLLOW_ON, FUND, INVESTING, INVESTOR_NAME, IPO

FUND_ITSELF = "a fund raises for itself"
INVESTOR_ITSELF = "an investor raises for itself"

_BEFORE_LISTING = re.compile(
    r"pre-ipo|ahead of|before|offering of common|offering of ordinary|\b(?:eyes|eyeing|plans|prepares|weighs|"
    r"considers|targets|toward|towards|explores|mulls) (?:\S+ ){0,3}(?:ipo|listing)",
    re.I,
)
_CLOSE_OF_ROUND = re.compile(
    r"\b(?:first|final|initial) clos(?:e|ing) (?=(?:of|on) (?:its |a |the |an? \S+ )?(?:\S+ ){0,3}\S*\s?"
    r"(?:series [a-k]|seed))",
    re.I,
)
_FUNDS_FIRST = re.compile(r"^\s*(?:new |fresh |more )?funds\b", re.I)
_A_FUND = re.compile(r"\bfund\b", re.I)
_FUNDS = re.compile(r"\bfunds?\b", re.I)
_FUND_NUMBER = re.compile(r"\bfunds? (?:[IVX]+|\d+),? l\.?p\b", re.I)
_ROUND = re.compile(r"\b(?:series [a-k]|seed|round)\b", re.I)
_EARLY_ROUND = re.compile(r"\b(?:series [a-k]|seed)\b", re.I)
_ROUND_NAMED = re.compile(r"\b(?:series [a-k]|seed|funding|round)\b", re.I)
_BETS = re.compile(r"invest|bets|back (?!office)", re.I)
_INVESTOR_BEFORE = re.compile(
    r"\b(?:backer|investor|vc(?: firm)?|private equity firm|buyout firm|venture (?:capital )?firm)\s*$", re.I
)
_GALA = re.compile(r"\b(?:charity|gala|telethon|fundraiser)\b", re.I)
_PUBLIC = re.compile(
    r"\b(?:charity|campaign|re-?election|relief|donations?|donors?|in aid|victims|scholarship|for cancer|"
    r"state funding|federal funding|government funding|world bank)\b",
    re.I,
)


def not_new_money(line: Line, name: Name, rest: str) -> str | None:
    """Why what `name` raises is not new money for an operating company, or None; `rest` is what follows the verb."""
    if _of_listing(line):
        return "proceeds of a listing"
    if _of_fund(line, name, rest):
        return FUND_ITSELF
    if _of_investor(line, name, rest):
        return INVESTOR_ITSELF
    if _PUBLIC.search(rest) or (_GALA.search(line.content) and not _ROUND_NAMED.search(rest)):
        return "charity, campaign or public money"
    if _INVESTOR_BEFORE.search(line.text[line.start : line.toks[name.first].start]) and not _EARLY_ROUND.search(rest):
        return INVESTOR_ITSELF
    last = line.toks[name.last - 1]
    return "an owner, not a company" if last.poss and not last.cap else None


def _of_listing(line: Line) -> bool:
    listed = IPO.search(line.content) and not FOLLOW_ON.search(line.content)
    return bool(listed) and not _BEFORE_LISTING.search(line.content)


def _of_fund(line: Line, name: Name, rest: str) -> bool:
    head = rest[: m.start()] if (m := BACKING.search(rest)) and m.start() > 3 else rest
    if FUND.search(_FUNDS_FIRST.sub("", _CLOSE_OF_ROUND.sub("", head))):
        return True
    numbered = _FUND_NUMBER.search(line.text, line.start, line.toks[name.last - 1].end)
    return bool(numbered or _A_FUND.search(line.slice(name.first, name.last)))


def _of_investor(line: Line, name: Name, rest: str) -> bool:
    invests = INVESTING.search(rest)
    if INVESTOR_NAME.search(line.slice(name.first, name.last)) and (invests or _FUNDS.search(rest)):
        return True
    return bool(invests) and not _ROUND.search(rest) and _BETS.search(rest) is not None
