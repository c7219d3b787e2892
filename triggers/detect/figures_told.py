"""Figures of a period, read from their parts: what was earned or sold, how much or how it moved, since when, and whose.

No verb is asked for. Any two of three say that figures came out (a sum, a change, a period) where one of the nouns of
a report stands beside them; whose they are is read from where the names stand to that noun.
"""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import group_start
from triggers.detect.grammar.lexicon import PEOPLE, words
from triggers.detect.grammar.names import Name, first_subject, named, objects, phrase_start, subject
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, is_break
from triggers.detect.scene import name_span
from triggers.types import EventKind

NOUNS = words(
    """profit profits loss losses revenue revenues turnover sales earnings ebitda ebit results income earned lost
    like-for-likes guidance outlook margins margin eps bookings performance expectations figures numbers"""
)
_NOUN = re.compile(
    r"\b(?:profits?|loss(?:es)?|revenues?|turnover|sales|earnings|ebitda|ebit|results|income|like-for-likes|guidance|"
    r"outlook|margins?|eps|bookings|performance|expectations|figures|numbers)\b(?! (?:manager|director|team|force|"
    r"people|staff|tax(?:es)? on|office|rep\w*|"
    r"pitch|call|floor|channels?|platform|tool|agents?|centre|center|arm|executives?|teams|points?|sharing|warning to|"
    r"agreement|from its sale|partners?|process|pipeline|of (?:the|its|his|her|their|all|our|a|an|life|jobs?|data|"
    r"power|control|access|trust|faith|land|staff|members|licen[cs]e) ))",
    re.I,
)
_MADE = re.compile(
    r"\b(?:earned|lost|made|netted) (?:about |around |nearly |almost |some |more than |over |just |only |a record |"
    r"an? )?(?:[$€£¥]|\d[\d.,]* (?:cents|pence|p)\b|US\$|EUR|Rs)"
)
_PERIOD = re.compile(
    r"\b(?:q[1-4]|h[12]|fy ?\d\d|fiscal|quarter(?:ly)?|(?:first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:quarter|"
    r"half|fiscal)|half[- ]year(?:ly)?|full[- ]year|six[- ]month|nine[- ]month|year to|(?:year|months?|quarter|period|"
    r"weeks) (?:to|ended|ending|through)|interim|(?:three|six|nine|twelve|\d\d?) (?:months|weeks)|last (?:year|month|"
    r"quarter)|(?:this|the|the same|its|for the|a) (?:past |previous |prior )?(?:year|quarter|half)|annual(?:ly)?|"
    r"year[- ](?:on[- ]year|earlier|ago|over[- ]year)|christmas|holiday|a (?:year|quarter) (?:ago|earlier)|in 20\d\d|"
    r"(?:first|last|past) (?:few )?months|per share|a share|same-store|like-for-like|pre-?tax|operating|net)\b",
    re.I,
)
_MONEY = re.compile(
    r"(?:[$€£¥₹]|\b(?:US\$|EUR|USD|GBP|Rs\.?|NT\$|T\$|HK\$|SEK|CHF|DKK|NOK) ?)\s?\d|\b\d[\d.,]* ?(?:million|billion|"
    r"bn|mn|crore|m) (?:euros?|dollars|pounds|kronor|francs|yen|yuan)\b|\b\d[\d.,]* ?(?:cents|pence)\b",
    re.I,
)
_SHARE = re.compile(r"\b\d[\d.,]*\s?(?:%|per ?cent\b|percent\b|pct\b)|\bby (?:a |one |two )?(?:third|quarter|half)s?\b")
_CHANGE = re.compile(
    r"\b(?:doubl\w+|halv\w+|trebl\w+|tripl\w+|quadrupl\w+|ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|grow(?:s|n|"
    r"ing)?|grew|growth|drop(?:s|ped|ping)?|jump\w*|slump\w*|surg(?:e|es|ed|ing)|climb\w*|plung\w+|widen\w*|"
    r"narrow(?:s|ed|ing)?|improv\w+|sw[iu]ng(?:s|ing)?|record|higher|lower|up|down|black|red|shr[aiu]nk\w*|declin\w+|"
    r"increas\w+|decreas\w+|slip(?:s|ped|ping)?|slid(?:es?|ing)?|dip(?:s|ped)?|soar\w*|tumbl\w+|s[au]nk|sinks?|"
    r"deepen\w*|swell\w*|swelled|eased|reduced|cut|wip(?:es?|ed) out|eat(?:s|ing)? into|ate into|"
    r"dr(?:ag|ove)\w*|push\w*|lift\w*|hit|hits|weigh\w*|poor|bumper|dent(?:s|ed)|beat\w*|miss(?:es|"
    r"ed)|top(?:s|ped)|"
    r"exceed\w*|short of|ahead of|better than|worse than|in line with|return(?:s|ed)? to|turned|flat|unchanged|"
    r"stagnat\w+|rebound\w*|recover\w*|past|pass(?:es|ed)|good|strong(?:er)?|weak(?:er)?|best|"
    r"worst|positive|robust|solid)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:analysts? (?:at|from|expect|see|forecast|predict|say)|economists?|survey|study|index|industry|sector|"
    r"retail sales|car sales|home sales|house sales|(?:global|world\w*|european|chinese|us|u\.s\.|uk|domestic) "
    r"(?:\w+ ){0,2}sales|tax revenues?|government revenues?|stocks|elections?|clinical|trials?|test results|exam|"
    r"league|club|season's|goals?|games? (?:sold|sales)|patients|weight|hearing|hair|job loss|lives|data loss|"
    r"total loss|at a loss|for sale|on sale|sale of|takeover|merger|funding|ipo|raised|raises|series [a-k]|"
    r"will report|to report|reports? (?:on|next|earnings (?:on|next))|will (?:publish|release|announce)|preview|"
    r"ahead of (?:\w+ ){0,2}(?:results|earnings)|box office|award\w*|should|could|how to|tips|transcript|"
    r"price target|farmers|exports?|imports?|gdp|inflation|households?|world bank|central bank|minister|ministry|"
    r"price of|proceeds|charity|donat\w+|acqui\w+|buys|bought|to buy|stake|grants?|esops?|bonus\w*|"
    r"after [\w -]{0,20}results|spotlight|debt|bonds?|"
    r"explains?|book|layoffs?|redundan\w+|appoint\w*|nam(?:es|ed)|employs|"
    r"lawsuit|sued|fined|breach\w*|hack\w*|contract|with (?:annual )?(?:sales|revenues?|turnover) of|"
    r"has (?:annual )?(?:sales|revenues?|turnover) of|(?:which|that) (?:has|had|makes|made|earns|"
    r"earned|lost|generat\w+|report\w+)|if|"
    r"by 20[2-9]\d|aims? to|hopes? to|plans? to|targets?)\b",
    re.I,
)
_TO = words("to into back")
_PUSHES = words(
    """push pushed pushes propel propels propelled lift lifts lifted drag drags dragged drive drives drove help helps
    helped send sends sent hit hits dent dents dented boost boosts boosted squeeze squeezes squeezed hurt hurts leave
    leaves left plunge plunges plunged lead leads led tip tips tipped carry carried see saw give gives gave hand handed
    bring brought cost costs swing swings nudge nudged steer steered return returned take took"""
)
_SPELLS = words("quarter year half months weeks spell season period")
_AT = words("at for of by from attributable")
_SAID = words("said says reported reports announced")


def figures(line: Line) -> Hit | None:
    """The figures that a line tells of one company; None where it tells none, or of nobody that it names."""
    if line.lows.isdisjoint(NOUNS):
        return None
    text = line.content
    noun = _MADE.search(text) or _NOUN.search(text)
    parts = 0 if noun is None else _parts(text, noun)
    if noun is None or not parts or _NOT.search(text):
        return None
    at = next((i for i, t in enumerate(line.toks) if t.start >= line.start + noun.start()), 0)
    name = _whose(line, at, made=noun.re is _MADE, sure=parts > 1)
    if name is None or name.person or line.toks[name.first].low in PEOPLE:
        return None
    return Hit(
        EventKind.EARNINGS, name_span(line, name), line, at, "figures of a period", confidence=0.72, verb=(at, at + 1)
    )


def _parts(text: str, noun: re.Match[str]) -> int:
    """How many of three stand beside the noun: a sum or share, a change, a period."""
    dated = _PERIOD.search(text) is not None
    if noun.re is _MADE:
        return 2 * dated
    rest = text[: noun.start()] + " " + text[noun.end() :]
    sized = _MONEY.search(text) is not None or _SHARE.search(text) is not None
    return sized + (_CHANGE.search(rest) is not None) + dated


def _whose(line: Line, at: int, *, made: bool, sure: bool) -> Name | None:
    """Whose figures they are, by the places of the names around the noun at token `at`; near it where not `sure`."""
    if made:
        return subject(line, group_start(line, at)) or first_subject(line, at)
    near = _owner(line, at) or _behind(line, at) or _pushed(line, at) or _fronted(line)
    near = near if sure or not line.titled else None
    return near or ((_doer(line, at) or _teller(line)) if sure else None)


def _owner(line: Line, at: int) -> Name | None:
    """ "Acme's half-year profit", "Acme second-quarter net profit rose"."""
    owner = next((j for j in range(at, max(-1, at - 8), -1) if line.toks[j].poss and line.toks[j].cap), None)
    if owner is not None:
        return named(line, phrase_start(line, owner + 1), owner + 1)
    first = at
    while first > 0 and at - first < 6 and not line.toks[first - 1].cap and _modifies(line, first - 1):
        first -= 1
    if first > 0 and line.toks[first - 1].cap:
        name = named(line, phrase_start(line, first), first)
        opens = name is not None and name.last == 1 and _CHANGE.match(line.content) is not None
        return name if name is not None and name.last == first and not opens else None
    return None


_MODIFIERS = words(
    """net operating gross pretax pre-tax underlying core adjusted annual quarterly interim record group total
    first-quarter second-quarter third-quarter fourth-quarter first-half second-half half-year full-year like-for-like
    same-store comparable organic fiscal quarter half year first second third fourth q1 q2 q3 q4 h1 h2 attributable
    product service online christmas holiday"""
)


def _modifies(line: Line, i: int) -> bool:
    return line.toks[i].low in _MODIFIERS or line.toks[i].num


def _behind(line: Line, at: int) -> Name | None:
    """ "Net income at Acme fell", "losses deepened at Acme", "a strong quarter for Acme"."""
    for i in range(at + 1, min(len(line.toks) - 1, at + 8)):
        if is_break(line, i) or line.toks[i].word == ",":
            return None
        if line.toks[i].low in _AT and line.toks[i].low != "of":
            name = objects(line, i + 1)
            if name is not None and not name.person and name.first - i < 4:
                return name
    return None


def _pushed(line: Line, at: int) -> Name | None:
    """ "Tariffs pushed Acme to a loss", "cost cuts helped Acme return to profit"."""
    for i in range(1, at - 1):
        spell = line.toks[i].low in ("for", "at") and line.toks[i - 1].low in _SPELLS
        if (line.toks[i].low in _PUSHES or spell) and not line.toks[i].cap:
            name = objects(line, i + 1)
            if name is not None and not name.person and name.first - i < 4 and name.last < at:
                return name
    return None


def _fronted(line: Line) -> Name | None:
    """ "At Acme, operating profit was up"."""
    if not line.toks or line.toks[0].low != "at":
        return None
    name = objects(line, 1)
    return name if name is not None and name.last < len(line.toks) and line.toks[name.last].word == "," else None


def _doer(line: Line, at: int) -> Name | None:
    """ "Acme booked sales", "Acme, which makes pumps, had net sales": who opens the line."""
    name = first_subject(line, at)
    return name if name is not None and phrase_start(line, name.last) <= 6 else None


def _teller(line: Line) -> Name | None:
    """ "Revenue came in at $212 million, Acme said"."""
    count = len(line.toks)
    for i in range(count - 1, 2, -1):
        if line.toks[i].low in _SAID and i >= count - 5:
            comma = next((j for j in range(i - 1, max(0, i - 8), -1) if line.toks[j].word == ","), None)
            return named(line, comma + 1, i) if comma is not None else None
    return None
