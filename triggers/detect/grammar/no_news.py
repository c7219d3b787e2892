"""What only sounds like a firm's news: campaigns launched, charities helped, time won from a court, whole trades."""

from __future__ import annotations

import re

from triggers.detect.grammar.fields import FIELDS
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.marks import descriptor
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Tok
from triggers.types import EventKind as K

_STOPS = (
    r"(?:to|for|in|with|at|on|of|as|by|and|or|that|which|who|from|into|after|amid|over|app|tool|software|platform)\b"
)
_NO_GOODS = re.compile(
    rf"\s+(?:out )?(?:(?!{_STOPS})[\w'’&.-]+ ){{0,5}}?(?:campaigns?|adverts?|commercials|apprenticeships?|apprentices|"
    r"trainees|internships?|(?:graduate|trainee|bursary|work|volunteering|mentoring|apprentice|recycling|"
    r"cycle-to-work|pension) (?:scheme|program(?:me)?)|scholarships?|bursar(?:y|ies)|consultations?|competitions?|"
    r"contests?|surveys?|(?:mental health |safety |staff |compliance |manager )training|(?:\w+ )?strategy|strategies|"
    r"(?:four|five|three|six)-day week|working week|polic(?:y|ies)|dress code|appeals?|petitions?|"
    r"(?:agency|business|operating|channel|working|dealer|governance|pay|ownership) model|"
    r"(?:partner|channel|reseller|dealer|supplier|mentoring|training|leadership|ambassador|volunteer|diversity|"
    r"savings?|cost[- ]cutting|turnaround|restructuring) program(?:me)?|share buy-?back|(?:new )?logo|slogan|"
    r"taskforce|task force|(?:joint )?venture|alliance|tie-up|working group|inquest|protest|boycott|hashtag|mascot)"
    r"(?=$|[,.;:!?]| (?:to|for|in|with|at|on|of|as|by|and|that|which|from|into|after|amid|aimed|called|across|over)\b)",
    re.I,
)
_CAUSE = re.compile(
    r"\b(?:with|and|for|join\w*) (?:(?:a|an|the|local|national|children['’]s|youth|cancer|animal|homeless\w*|\w+) )"
    r"{0,3}?(?:charit(?:y|ies)|food ?banks?|hospices?|homeless shelters?|animal shelters?|soup kitchens?)\b|"
    r"\b(?:make-a-wish|red cross|unicef|save the children|habitat for humanity|world wildlife fund|wwf|oxfam|"
    r"salvation army|special olympics|st jude|barnardo['’]?s|macmillan cancer|cancer research uk|great ormond street|"
    r"children in need|comic relief|samaritans|feeding america|united way)\b",
    re.I,
)
_TRADES_WITH = re.compile(r"\b(?:software|platform|sells?|supply|technology|data|app|insurance|payments?)\b", re.I)
_TIME_WON = re.compile(
    r"\b(?:chapter (?:7|11|15)|bankruptcy|insolvency|(?:more|extra) time|deadline|"
    r"extension (?:for filing|to file|from (?:the )?(?:court|judge|lenders|banks|creditors)))\b",
    re.I,
)
_HOMES = re.compile(
    r"\b(?:land|site|acres?|plot|field)s?\b[^;]{0,40}\b(?:homes|houses|apartments|flats|dwellings|housing)\b", re.I
)
_DOORS = re.compile(r"\s+(?:(?:its |their )?doors? (?:to|for)|ses portes aux?) (?-i:[a-z])", re.I)
_TO_COME = re.compile(
    r"\bto (?:report|announce|release|publish|post|unveil|present|disclose|issue) (?:its |the )?(?:[\w-]+ ){0,4}?"
    r"(?:results|earnings|figures|numbers|accounts)(?: (?:on|next|this|after|before|in|tomorrow|today|later)\b|$)",
    re.I,
)
_MORE_GOODS = re.compile(
    r"\s+(?:its |the |their )?(?:[\w'’-]+ ){0,3}?(?:range|line-?up|menu|portfolio|collection|assortment|recall|"
    r"catalogue)(?: of [\w -]{2,30}?)? (?:with|by adding|to include)\b",
    re.I,
)
_OWN_SPENDING = re.compile(
    r"\b(?:reveals?|revealed|announces?|announced|unveils?|confirms?|confirmed|plans?|commits?|pledges?|outlines?|"
    r"makes?) "
    r"(?:an? |its |plans for )?(?:[$€£]|US\$)\s?[\d.,]+\s?\w* investment (?:to (?:expand|build|upgrade|double|"
    r"moderni[sz]e|"
    r"extend)|(?:in|at|into) (?:its|the|an?|\w+) (?:[\w-]+ ){0,4}?(?:plant|factory|site|mill|facility|distillery|"
    r"brewery|"
    r"warehouse|refinery|works|hub|campus|mine))\b",
    re.I,
)
_JOBS_ADDED = re.compile(r"\b(?:addition|creation) of (?:[\w,-]+ ){0,5}?(?:jobs|posts|positions|roles)\b", re.I)
_OPENERS = words(
    """administrators liquidators receivers housebuilder housebuilders homebuilder homebuilders landlord landlords
    tenants hospitals hospital healthcare supermarket supermarkets retailers grocers brewers carmakers automakers
    chipmakers insurers lenders farmers growers hauliers shippers hoteliers publishers broadcasters pubs restaurants
    hotels airports ports utilities miners drillers developers contractors suppliers exporters importers
    manufacturers employers devastating crippling massive huge dominant severe organic tractor dairy freight
    agriculture manufacturing construction education tourism aviation logistics hospitality industry sector trade
    drug drugs medicine medicines hacker ransomware malware phishing"""
)
_PLAIN = frozenset({K.SECURITY_INCIDENT, K.EARNINGS, K.EXPANSION, K.CONTRACT_WIN, K.PRODUCT_LAUNCH, K.REGULATORY})


def no_news(hit: Hit, inside: list[Tok]) -> str | None:
    """Why the hit's words tell no event of its kind; None where nothing says so."""
    line, kind = hit.line, hit.kind
    behind = line.toks[hit.at].end
    if kind in _PLAIN and _whole_trade(hit, inside):
        return "a whole trade"
    if kind is K.PRODUCT_LAUNCH and _NO_GOODS.match(line.text, behind, line.end):
        return "nothing that is sold"
    if kind is K.PARTNERSHIP and _CAUSE.search(line.content) and not _TRADES_WITH.search(line.content):
        return "for a good cause"
    if kind is K.CONTRACT_WIN and _TIME_WON.search(line.text, behind, line.end):
        return "time won, no order"
    if kind is K.EXPANSION and (_DOORS.match(line.text, behind) or _HOMES.search(line.text, behind, line.end)):
        return "homes or visitors, no site of its own"
    if kind is K.EXPANSION and _MORE_GOODS.match(line.text, behind, line.end):
        return "more goods, no site"
    if kind is K.FUNDING and _OWN_SPENDING.search(line.content):
        return "what it spends itself"
    if kind is K.LAYOFFS and _JOBS_ADDED.search(line.content):
        return "jobs that come"
    if kind is K.EARNINGS and _TO_COME.search(line.content):
        return "figures still to come"
    return None


def _whole_trade(hit: Hit, inside: list[Tok]) -> bool:
    """A word that has its capital only because it opens the sentence: "Landlords expand", "Tractor sales up"."""
    first = inside[0]
    if (
        len(inside) > 1
        or (first.cap and first is not hit.line.toks[0])
        or hit.line.titled
        or first.word.isupper()
        or first.poss
    ):
        return False
    return first.low in _OPENERS or first.low in FIELDS or (descriptor(first) and "-" not in first.low)
