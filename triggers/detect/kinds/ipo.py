"""IPO: filing, plan, pricing or first trading; direct listing; merger with a SPAC."""

from __future__ import annotations

import re

from triggers.detect.grammar import status
from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, named, objects, subject
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.scene import Rule, Scene, money_span, name_span
from triggers.types import EventKind, Status

KIND = EventKind.IPO
_IPO = re.compile(
    r"\b(?:[$€£]\S+(?: (?:bn|billion|million))? (?:float|flotation|listing)|lists? (?:flat|strong|"
    r"weak|at (?:a |\d+|discount|premium))|"
    r"on (?:the )?bourses|(?:start|begin|began)(?:s|ed)? trading|on (?:its |market )?debut|to list (?:in|on) |"
    r"shares? lists? at \d+|(?:india|us|u\.s\.|hong kong|london|saudi) offering|"
    r"lists on (?:the )?|ipos?|initial public offering|public (?:offering|issue|listing|debut)|"
    r"go(?:es|ing)? public|stock[- ]market (?:debut|listing|launch)|(?:market|trading|nasdaq|nyse|"
    r"stock|exchange|wall street|hong kong|hkex|bourse) (?:debut|listing|launch)|"
    r"direct listing|spac (?:merger|deal)|dual listing|us listing|secondary listing|share listing|"
    r"anchor investors|drhp|s-1|börsengang|börsendebüt|an die börse|introduction en bourse|entrée "
    r"en bourse|salida a bolsa|quotazione|sbarca in borsa|"
    r"(?:london|toronto|mumbai|india|tokyo|shanghai|singapore|malaysia|swiss|frankfurt|indian|"
    r"korea|kospi|asx|bursa|star market|amsterdam) (?:ipo|listing|debut|float|flotation)|flotation|"
    r"reverse merger|reit ipo)\b",
    re.I,
)
_HINT = words(
    """trading list lists ipo ipos offering public debut listing spac drhp börsengang börse bourse bolsa borsa
    quotazione flotation float issue anchor börsendebüt s-1 merger launch"""
)
_NOT = re.compile(
    r"\b(?:after (?:pulling|scrapping|shelving|postponing|abandoning|withdrawing) (?:its )?(?:\w+ "
    r")?ipo|ipos\b|ipo (?:index|etf|rules|market|boom|window|wave|fever|pipeline|investors|"
    r"candidates?|rush|"
    r"activity|frenzy|proceeds|calendar|gmp|allotment|plans? of)|public offering of (?:common|"
    r"ordinary|class a)|(?:pric|clos|rais|complet)(?:es|ed) (?!(?=.{0,90}\b(?:initial|first|debut|maiden|"
    r"ipo)\b)).{0,70}?"
    r"\b(?:its|a|an) (?:\w+ )?public offering|follow-on|secondary offering|post-ipo|ipo banks?|ahead of "
    r"(?:its |\w+ )?ipo(?! of)|since (?:its|their) ipo|after (?:its|their) ipo|"
    r"fund ipo|'s fund|shares? (?:fall|drop|slump|tumble|sink|below)|below ipo price|gmp|grey "
    r"market|upcoming ipos|ipo-bound|product debut|years? after)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:raises?|raised|priced|prices|pricing|debuts?|debuted|jumps?|jumped|surges?|surged|"
    r"soars?|soared|climbs?|climbed|falls?|fell|slips?|rises?|rose|trading|lists|listed|makes "
    r"(?:\w+ )?debut|closes|closed|completes?|completed|went public|goes public|"
    r"rings|starts trading|began trading|pulled in|oversubscribed|subscribed|opens for|doubles?|pops?|popped|"
    r"after)\b",
    re.I,
)
_PLAN = re.compile(
    r"\b(?:files?|filed|filing|confidential\w*|plans?|planned|to raise|seeks?|seeking|targets?|"
    r"moves?|proposed|approval|nod|hires? banks?|appoints? bank\w*|picks?|taps?|sets? (?:price|"
    r"terms)|price (?:range|band)|aims?|ahead of|will|to (?:list|go|launch|float|debut)|gears?|"
    r"prepares?|drhp|submit\w*|launch\w*|joins?|offer|roadshow|kicks off|plant|prévoit|planea|"
    r"strebt)\b",
    re.I,
)
_VERB = words(
    """files file filed plans plan prices priced raises raise raised makes debuts goes targets seeks eyes launches
    lists list listed jumps surges soars climbs moves refiles"""
)


def find(scene: Scene, line: Line) -> list[Hit]:
    match = _IPO.search(line.content)
    if not match or (_NOT.search(line.content) and "anchor investors" not in line.content):
        return []
    at = next((j for j, t in enumerate(line.toks) if t.end > line.start + match.start()), 0)
    found = _part(line) or _owner(line, at) or _doer(line, at) or _nominal(line, at)
    if found is None or found[0].person:
        return []
    name, verb, start = found
    hit = Hit(KIND, name_span(line, name), line, verb, "goes public", confidence=0.85, verb=(start, verb + 1))
    hit.status = status_of(line)
    _amount(scene, line, hit)
    return [hit]


_PART = re.compile(
    r"\b(?:subsidiary|unit|arm)\s(?=(?:[A-Z][\w&.-]*\s){1,4}(?:via|through|in)\s(?:an?\s|its\s)?(?:IPO|listing))"
)


def _part(line: Line) -> tuple[Name, int, int] | None:
    """ "stake sale in subsidiary Acme via IPO": the part goes public, not its parent."""
    match = _PART.search(line.text, line.start, line.end)
    if match is None:
        return None
    at = next((j for j, t in enumerate(line.toks) if t.start >= match.end()), 0)
    name = objects(line, at)
    return (name, at, at) if name else None


def status_of(line: Line) -> Status:
    """How far a listing has come by the words of its line."""
    content = line.content
    if status.denied(content, 0, len(content)) or re.search(
        r"\b(?:postpones?|postponed|delays?|delayed|pulls?|pulled ipo|hits? pause|on hold)\b", content, re.I
    ):
        return Status.DENIED
    if status.rumoured(content, 0, len(content)) or re.search(
        r":\s*(?:report|sources)\b|\b(?:learns|understands)$", content, re.I
    ):
        return Status.RUMOURED
    if re.search(
        r"\b(?:to raise|seeks? to|plans? to|aims? to|files?|filed|filing|ahead of|groundwork|preparations?|revives?|"
        r"sets? (?:\w+ ){0,3}(?:range|terms)|kicks? off|to open|opens? on|roadshow)\b",
        content,
        re.I,
    ):
        return Status.PLANNED
    if _DONE.search(content):
        return Status.ANNOUNCED
    return Status.PLANNED if _PLAN.search(content) else Status.ANNOUNCED


def _doer(line: Line, at: int) -> tuple[Name, int, int] | None:
    found = [j for j, t in enumerate(line.toks[: at + 4]) if j and (t.low in VERBS or t.low in _VERB)]
    comma = max((j for j in range(min(at, len(line.toks))) if line.toks[j].word in (",", ";")), default=0)
    for j in sorted(found, key=lambda j: (j < comma, j)):  # the clause of the listing first: "raises $5M, eyes IPO"
        name, start = doer(line, j)
        if name and not name.person:
            return name, j, start
    return None


def _owner(line: Line, at: int) -> tuple[Name, int, int] | None:
    """ "Acme's Toronto IPO raises", "ahead of Acme's IPO"."""
    owner = next((j for j in range(at - 1, max(-1, at - 5), -1) if line.toks[j].poss), None)
    if owner is None:
        return None
    name = named(line, _left(line, owner), owner + 1)
    return (name, at, at) if name else None


def _left(line: Line, i: int) -> int:
    first, _ = segment(line, i)
    j = i
    while (
        j > first
        and line.toks[j - 1].word != ","
        and line.toks[j - 1].low not in ("of", "as", "for", "after", "and")
        and line.toks[j - 1].low not in VERBS
    ):
        j -= 1
    return j


def _nominal(line: Line, at: int) -> tuple[Name, int, int] | None:
    """ "Acme IPO: price band set", "IPO of Acme opens"."""
    if at + 1 < len(line.toks) and line.toks[at + 1].low in ("of", "for", "von"):
        name = objects(line, at + 2)
        return (name, at, at) if name else None
    if at > 0 and (name := subject(line, group_start(line, at))):
        return name, at, at
    return None


def _amount(scene: Scene, line: Line, hit: Hit) -> None:
    for money in scene.money(line):
        after = line.text[money.end : money.end + 16].lower()
        if (
            money.amount >= 100_000
            and "valuation" not in after
            and not re.search(
                r"valu\w+ (?:of|at)(?: over| about| around| nearly| more than)?\s*$|\bat\s*$|targets?\s*$",
                line.text[max(line.start, money.start - 26) : money.start],
                re.I,
            )
        ):
            hit.put("amount", money.amount, money_span(line, money))
            hit.put("currency", money.currency, money_span(line, money))
            return


RULE = Rule(KIND, _HINT, find)
