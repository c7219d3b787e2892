"""Earnings: results, guidance and trading figures that a company publishes."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, named, subject
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.scene import Rule, Scene, money_span, name_span
from triggers.types import EventKind, Status

KIND = EventKind.EARNINGS
_FIGURE = re.compile(
    r"\b(?:(?:net |operating |gross |pre-?tax |quarterly |annual |full-year |half-year |first-half |fy |"
    r"comparable |like-for-like |same-store |organic |christmas |holiday |festive |black friday |"
    r"core |adjusted |record |underlying |\w+-quarter )*(?:profits?|revenues?|earnings|sales|net "
    r"loss|loss(?:es)?|income|results|turnover|ebitda|guidance|margins?|deliveries|bookings|"
    r"shipments|subscribers?)|"
    r"(?:full-year|annual|profit|sales|revenue|earnings|20\d\d|q[1-4]) (?:\w+ )?(?:outlook|"
    r"forecasts?|targets?|goals?)|q[1-4](?:\s?fy\s?\d+)?(?:\s20\d\d)?(?: (?:results|profit|revenue|"
    r"earnings|sales|pat|net|update))?|fy\d\d(?: results)?|gewinn|umsatz|verlust|ergebnis|"
    r"quartalszahlen|jahreszahlen|bénéfice|chiffre d['’]affaires|résultats?|beneficio|ingresos|"
    r"utile|ricavi)\b",
    re.I,
)
_TELL = words(
    """reveals revealed reports report reported posts post posted beats beat misses miss missed logs logged books
    booked swings swung returns returned raises raise raised lifts lifted cuts cut lowers lowered trims
    trimmed hikes sees
    expects forecasts guides projects warns narrows narrowed widens widened doubles triples tops topped
    surpasses exceeds exceeded records recorded delivers delivered earns earned slip slips confirms announces
    announced announce releases publishes sinks sank sink stalls stall tumble fall rise drop jump slump surge
    slide plunge climb soar decline grow shrink beat miss double jumps jumped rises rose surges surged soars
    climbs climbed grows grew falls fell drops dropped slumps slumped declines declined slides slid plunges
    plunged tumbles gains shrinks slips up down reaffirms maintains clocks reiterates issues hits meldet
    steigert verdient erzielt macht senkt erhöht bestätigt annonce publie enregistre reporta registra gana
    guadagna flat reaches drive drives disappoints disappoint boosts boosted"""
)
_NOT = re.compile(
    r"\bto (?:report|announce|release|host|publish|hold|discuss|webcast|present|issue) (?:\S+ ){0,9}(?:results|"
    r"earnings|"
    r"figures|call)\b|\b(?:sets?|announces|confirms) (?:the )?dates? |\bschedules?\b|"
    r"\b(?:in (?:the )?wake of|analysts?|price target|earnings season|season|stocks to (?:buy|watch)|to watch|ahead of "
    r"(?:\w+ )?(?:earnings|results)|preview|what to expect|week ahead|car sales in|retail sales|"
    r"home sales|industry|exports|gdp|inflation|(?:u\.?s\.?|china|india|japan|german\w*|uk) "
    r"(?:retail|factory|industrial)|smartphone shipments|pc shipments|"
    r"earnings to test|arr\b|sales head|sales chief|sales team|sales (?:manager|director|lead)|"
    r"sales tax|sales of the|bond sale|stake sale|asset sale|share sale|tax revenue|ticket sales|"
    r"box office|profit (?:booking|taking)|for profit|non-?profit|not-for-profit|sales platform|"
    r"sales tool|revenue intelligence|revenue operations|sales agents?|loss of|weight loss|hearing "
    r"loss|hair loss|job loss|search results|test results|trial results|"
    r"election results|exam results|results of)\b",
    re.I,
)
_MARKET = re.compile(
    r"\b(?:stocks|startups|wall street|retailers|banks' |companies|firms|sector|industry|market)\b", re.I
)
_RESULT_CUE = re.compile(
    r"\b(?:q[1-4]|quarter\w*|fy\s?\d\d|full-year|annual|first-half|half-year|earnings|results|"
    r"profit|loss(?:es)?|revenue|guidance|sales (?:drop|fall|rise|jump|surge|slump|beat|miss|slip|"
    r"slide|sink|grow|climb|tumble|soar|plunge|decline|growth)s?|estimates|year-on-year|yoy|"
    r"forecast|outlook)\b",
    re.I,
)
_SHARES = re.compile(r"\bshares?\b", re.I)
_CALL = re.compile(
    r"\b(?:earnings call|(?:earnings|results)(?=:)|q[1-4](?: fy\d\d)? results|q[1-4] (?:20\d\d|"
    r"fy\d+)|q[1-4]\s?fy\d\d|(?:first|second|third|fourth)[- ]quarter (?:results|earnings)|annual "
    r"results|results call|quarterly results|interim results)\b",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:q[1-4](?:\s?(?:fy\s?)?(?:20)?\d\d)?|h[12](?:\s?20\d\d)?|fy\s?(?:20)?\d\d|(?:first|"
    r"second|third|fourth)[- ]quarter|first[- ]half|full[- ]year|annual|\w+ quarter)\b",
    re.I,
)
# With a capital where they open the sentence: "Net income at Acme rose".
_NO_OWNERS = words(
    """net gross operating pretax pre-tax group ebitda ebit accounts trading total adjusted underlying revenue revenues
    sales profits profit turnover annual quarterly household interim half-year full-year same-store like-for-like core
    comparable organic consolidated combined overall first second third fourth quarter half year earnings losses loss
    record higher lower strong weak rising falling"""
)
_HINT = words(
    """profit profits revenue revenues earnings sales loss losses results q1 q2 q3 q4 quarter quarterly income
    guidance turnover margins forecast fy26 fy25 gewinn umsatz verlust bénéfice résultats résultat beneficio utile
    ebitda outlook deliveries shipments ergebnis quartalszahlen q4fy26 q1fy26 q1fy27 q2fy26 q3fy26 estimates
    ricavi ingresos"""
)


def find(scene: Scene, line: Line) -> list[Hit]:
    figure = _FIGURE.search(line.content)
    if not figure or _NOT.search(line.content) or not _RESULT_CUE.search(line.content):
        return []
    found = _doer(line) or _label(line)
    if found is None:
        return []
    name, at, start = found
    inside = line.toks[name.first : name.last]
    if name.person or _MARKET.search(line.slice(name.first, name.last)) or all(t.low in _NO_OWNERS for t in inside):
        return []
    hit = Hit(KIND, name_span(line, name), line, at, "publishes figures", confidence=0.8, verb=(start, at + 1))
    if period := _PERIOD.search(line.content):
        begin = line.start + period.start()
        hit.put("period", period.group(), Span(line.field, begin, begin + len(period.group()), period.group()))
    for money in scene.money(line):
        hit.put("amount", money.amount, money_span(line, money))
        hit.put("currency", money.currency, money_span(line, money))
        break
    if re.search(r"\b(?:sees|expects|forecasts|guides|projects)\b.*\b(?:by|in|for) 20\d\d", line.content, re.I):
        hit.status = Status.PLANNED
    return [hit]


def _doer(line: Line) -> tuple[Name, int, int] | None:
    """ "Acme posts record profit", "Acme Q4 profit up 12%", "Acme shares fall after results"."""
    for i, tok in enumerate(line.toks):
        if i == 0 or tok.low not in _TELL:
            continue
        first, last = segment(line, i)
        whole = first
        first = max([first, *(j + 1 for j in range(first, i - 1) if line.toks[j].low in ("as", "while", ",", "after"))])
        phrase = line.text[line.toks[first].start : tok.start]
        rest = line.text[tok.end : line.toks[last - 1].end]
        own = _FIGURE.search(phrase)
        if own:
            cut = next((j for j in range(first, i) if line.toks[j].end > line.toks[first].start + own.start()), i)
            name = named(line, first, cut) if cut > first else None
            if cut == whole and whole > 1:  # "Acme: net income up 8%"
                name = named(line, segment(line, whole - 2)[0], whole - 1)
        elif _FIGURE.search(rest[:100]) and _close(tok.low, rest):
            name, _ = doer(line, i)
            name = _without_shares(line, name, i)
        else:
            continue
        if name and not name.person:
            return name, i, group_start(line, i)
    return None


def _close(low: str, rest: str) -> bool:
    """Weak verbs need the figure close by: "hits record revenue", not "hits the road as sales"."""
    match = _FIGURE.search(rest)
    if match is None:
        return False
    if re.search(r"\b(?:after|on|as|following|amid|despite)\b", rest[: match.start()]):
        return (
            re.search(
                r"\b(?:results|earnings|profit|sales|revenue|guidance|forecast|outlook|(?:posts?|posted|"
                r"reports?|reported|logs?) (?:\w+ ){0,2}sales)\b",
                rest,
                re.I,
            )
            is not None
            and low in _MOVES
        )
    return match.start() < 60


_MOVES = words(
    """sinks sank sink stalls stall tumble fall rise drop jump slump surge slide plunge climb soar decline grow
    shrink beat miss double jumps jumped rises rose surges surged soars climbs climbed falls fell drops dropped
    slumps slumped slides slid plunges plunged tumbles gains slips jump fall drop surge slump rise slide sink
    plunge tumble soar climb"""
)


def _without_shares(line: Line, name: Name | None, i: int) -> Name | None:
    if name is not None:
        return name
    for j in range(i - 1, 0, -1):
        if line.toks[j].low in ("shares", "stock", "share", "traders"):
            return named(line, segment(line, i)[0], j)
    return None


def _label(line: Line) -> tuple[Name, int, int] | None:
    """ "Acme Q4FY26: volumes grow", "Acme, Inc. Q1 2026 earnings call transcript"."""
    match = _CALL.search(line.content)
    if not match:
        return None
    at = next((j for j, t in enumerate(line.toks) if t.end > line.start + match.start()), 0)
    name = subject(line, at) if at else None
    return (name, at, at) if name else None


RULE = Rule(KIND, _HINT, find)
