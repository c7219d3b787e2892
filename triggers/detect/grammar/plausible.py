"""Whether what a rule took for a company can act like one: thoughts, crowds, places and politicians cannot."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import GIVEN, words
from triggers.detect.grammar.marks import COMPANY_TAILS
from triggers.detect.grammar.no_news import no_news
from triggers.detect.grammar.nobody import bought_by_a_person, nobody, supposed
from triggers.detect.grammar.not_the_firm import not_the_firm
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Tok
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.kinds.authorities import AUTHORITY
from triggers.detect.scene import Scene
from triggers.types import EventKind

# The last word of a run of capitals says what it is; of these none is a firm.
_THOUGHTS = words(
    "election elections investigation damage order referendum ceasefire leak leaks hack lawsuit verdict ruling "
    "contract expansions"
)
_ALONE = words("services records quick products results contract order")
_CHORES = words("avoiding running installing debugging fixing configuring understanding reviving migrating")
_WANTS = words("want wants need needs deserve deserves")
_LANDFORMS = words("island islands river valley province peninsula strait mountains lake coast")
_PRIVATE_BUYERS = words("i you cops police people users consumers shoppers customers fans everyone parents gamers")
_VERSION = re.compile(r"v?\d+(?:\.\d+)+[a-z]?\d*", re.I)
_OFFICE = re.compile(
    r"\b(?:gov\.|governor|senators?|sen\.|prime minister|opposition|president-elect|mayor|congress\w*|rep\.|"
    r"(?:defen[cs]e|foreign|interior|state|treasury|health) (?:secretary|minister))(?![\w])",
    re.I,
)
_INDEX = re.compile(r"\bjoin(?:s|ing)? (?:the )?(?:S&P|Nasdaq[- ]100|Dow|FTSE|Russell|DAX|MDAX|SDAX|MSCI)\b", re.I)
_PREVIEW = re.compile(r"\b(?:gears up for|what to expect|in the cards|earnings preview|set to report)\b", re.I)
_OWN_SHARES = re.compile(
    r"\b(?:(?:employee|staff) (?:share|stock) (?:sale|sell-?off)|secondary (?:share|stock|stake|transaction|sale)s?)\b",
    re.I,
)
_TRICK = re.compile(
    r"\bhack to (?!steal|drain|demand|extort)\w+|\bquick hack\b|\bhacker (?:cup|space|house|way)\b|\breward hack\w*|"
    r"\bhack(?:s|ing|ed)? (?:its|his|her|their|your|my) (?:own|way)\b|"
    r"\bexploits? (?:\w+ ){0,3}(?:vulnerabilities|loopholes?)\b|"
    r"\b(?:memory|handle|resource|connection|thread|goroutine|descriptor) leaks?\b",
    re.I,
)
_SENTENCED = re.compile(
    r"\b(?:sentenced|jailed|pleads?|pleaded|arrest(?:s|ed)?|extradited|convicted|indicted|in prison|behind bars|"
    r"gets? (?:\w+ )?(?:years|months)|(?:man|woman|men|teen\w*|hacker|suspect|student|brothers?|he|she|two|three|\d+) "
    r"(?:is |are |was |were )?charged|verhaftet|festgenommen|verurteilt|arrêtés?|condamnés?)\b",
    re.I,
)
_SUIT = re.compile(r"\b(?:lawsuits?|suits?|sued|sues|suing|class action|legal action)\b", re.I)
_OF_IDEAS = re.compile(
    r"\b(?:patents?|copyrights?|trademarks?|trade secrets?)\b[^;]*\b(?:suits?|lawsuits?|case|trial|claims?|disputes?|"
    r"infring\w+|verdict|feud|battle)\b",
    re.I,
)
_COURTS = words("court courts judge judges jury tribunal supreme high federal us u.s. uk u.k. state states texas")
_GOOD_CAUSE = re.compile(
    r"\s(?:(?:an?|the|its|new|first|annual|global|national|free|online|public|emergency|urgent|holiday) ){0,4}"
    r"(?:\w+ )?(?:appeal|charity|hackathon|hotline|awards?|fundraiser|raffle|auction|vigil|inquiry|manhunt|ETFs?)\b",
    re.I,
)
_FUNDS = re.compile(
    r"(?<!from )(?<!by )(?<!with )\b(?:two|three|four|five|new|several|debut) (?:\w+ ){0,2}funds\b", re.I
)
_PRAISE = re.compile(r"\b(?:(?:great|best) (?:place|workplaces?)|awards?|accolade|ranked|ranking)\b", re.I)
_MENDED = re.compile(
    r"\b(?:fixe[sd]|fixing|patche[sd]|patching|plugs|addresse[sd]|warns? (?:\w+ )?of|urges?|discloses?|releases?) "
    r"(?:\S+ ){0,6}(?:flaws?|bugs?|vulnerabilit(?:y|ies)|zero-?days?|patch(?:es)?|cve-[\d-]+|updates?)\b",
    re.I,
)
_STRIKE = re.compile(r"\b(?:to|on|go on|call|calls) strikes?\b(?! (?:a )?(?:deal|partnership))", re.I)
_AGENCY = re.compile(
    r"^(?: (?!(?:head|chief|director|president|boss|manager|lead of|vice|chair\w*|partner|officer|of|to|from)\b)\S+)"
    r"{1,8}? (?:agenc(?:y|ies)(?! head| chief| boss| director| president)|creative lead(?! director)|aor)\b",
    re.I,
)
_ASKS_WHY = re.compile(r"^(?:why|how|when|where)\b", re.I)


def implausible(scene: Scene, hit: Hit) -> str | None:
    """Why the hit's company is none or did nothing of the kind; None where nothing speaks against it."""
    inside = [t for t in hit.line.toks if hit.company.start <= t.start and t.end <= hit.company.end]
    inside = inside or [t for t in hit.line.toks if t.start < hit.company.end and t.end > hit.company.start]
    if not inside:
        return None
    behind = [t for t in hit.line.toks if t.start >= inside[-1].end]
    if _no_firm(inside, behind):
        return "no company's name"
    if _bracketed(hit):
        return "an aside in brackets"
    if _politician(scene, inside):
        return "somebody in office"
    if _part_of_office(hit):
        return "part of an authority's name"
    if supposed(hit, scene.language):
        return "only supposed"
    return nobody(hit, inside) or not_the_firm(hit) or no_news(hit, inside) or _no_event(scene, hit, inside)


def _bracketed(hit: Hit) -> bool:
    """ "[video + slides]": what an editor says of the entry."""
    start, text = hit.line.toks[hit.at].start, hit.line.text
    return text.rfind("[", hit.line.start, start) > text.rfind("]", hit.line.start, start)


def _no_firm(inside: list[Tok], behind: list[Tok]) -> bool:
    last = inside[-1]
    if last.low in _THOUGHTS or (len(inside) == 1 and last.low in _ALONE) or _VERSION.fullmatch(last.word):
        return True
    if inside[0].low in _CHORES:
        return True
    if len(inside) > 1 and any(t.low in _WANTS for t in inside[1:]):
        return True
    after = behind[0] if behind else None
    if after is not None and after.low in _LANDFORMS and not after.cap:
        return True
    owned = last.poss and len(behind) > 1 and behind[0].cap and behind[1].low in ("parent", "owner")
    return owned and not (len(behind) > 2 and behind[2].cap)  # "the parent of Acme's Anvils" has a name of its own


_OF_OFFICES = words("authority agency executive bureau administration ombudsman inspectorate england department bank")


def _part_of_office(hit: Hit) -> bool:
    """ "Safety", cut from "the Health and Safety Executive"."""
    line, size = hit.line, hit.company.end - hit.company.start
    if _OF_OFFICES.isdisjoint(line.lows):
        return False
    return any(
        m.start() <= hit.company.start and hit.company.end <= m.end() and m.end() - m.start() > size
        for m in AUTHORITY.finditer(line.text, line.start, line.end)
    )


def _politician(scene: Scene, inside: list[Tok]) -> bool:
    """A surname whose given name the text below tells, in a text that speaks of a public office."""
    if len(inside) > 1 or not _OFFICE.search(scene.clean.summary):
        return False
    found = re.search(rf"\b(\w+) {re.escape(inside[0].word)}\b", scene.clean.summary)
    return found is not None and (found[1].lower() in GIVEN or _in_office(scene, found.start()))


def _in_office(scene: Scene, at: int) -> bool:
    before = scene.clean.summary[max(0, at - 24) : at].rstrip()
    return any(match.end() == len(before) for match in _OFFICE.finditer(before))


def _no_event(scene: Scene, hit: Hit, inside: list[Tok]) -> str | None:
    line, kind = hit.line, hit.kind
    if kind is EventKind.ACQUISITION:
        if _OWN_SHARES.search(line.content):
            return "shares change hands"
        doers = {t.low for t in line.toks[max(0, hit.at - 2) : hit.at]}
        return "bought for use" if doers & _PRIVATE_BUYERS else None
    if kind is EventKind.CONTRACT_WIN and bought_by_a_person(hit):
        return "bought by a person"
    if kind is EventKind.EXECUTIVE_DEPARTURE and inside[0].word.isdigit() and inside[-1].low not in COMPANY_TAILS:
        return "a number of people"
    if kind is EventKind.EXECUTIVE_HIRE and _chosen_firm(hit):
        return "an agency is chosen"
    if kind is EventKind.SECURITY_INCIDENT and _SENTENCED.search(line.content):
        return "what a court or the police does"
    if kind is EventKind.REGULATORY and _SUIT.search(line.content) and not AUTHORITY.search(line.content):
        return "a suit between private parties"
    if kind is EventKind.REGULATORY and _OF_IDEAS.search(line.content) and _only_courts(line.content):
        return "a suit between private parties"
    if kind is EventKind.REGULATORY and _PRAISE.search(line.content):
        return "praise"
    if kind is EventKind.SECURITY_INCIDENT and _MENDED.search(line.content):
        return "a fault that was mended"
    if kind is EventKind.SECURITY_INCIDENT and (_TRICK.search(line.content) or _TRICK.search(scene.clean.title)):
        return "a trick or a fault, no attack"
    if kind is EventKind.PRODUCT_LAUNCH and (why := _no_launch(scene, hit)):
        return why
    if kind is EventKind.PARTNERSHIP and _INDEX.search(line.content):
        return "a place in an index"
    if kind is EventKind.EARNINGS and _PREVIEW.search(line.content):
        return "figures still to come"
    if kind is EventKind.FUNDING and (_OWN_SHARES.search(line.content) or _FUNDS.search(line.content)):
        return "shares change hands, or a fund closes"
    return None


def _only_courts(text: str) -> bool:
    """Whether no office acts, but courts alone: they rule between two firms there."""
    return all(_COURTS.issuperset(found.group().lower().split()) for found in AUTHORITY.finditer(text))


def _chosen_firm(hit: Hit) -> bool:
    """ "Names Globex as its lead agency": a firm is chosen, nobody gets a post."""
    return _AGENCY.match(hit.line.text[hit.line.toks[hit.at].end : hit.line.end]) is not None


def _no_launch(scene: Scene, hit: Hit) -> str | None:
    line = hit.line
    after = line.toks[hit.at + 1].low if hit.at + 1 < len(line.toks) else ""
    if after in ("party", "notes", "candidate") or _GOOD_CAUSE.match(line.text, line.toks[hit.at].end):
        return "an occasion of the release"
    if line.toks[hit.at].low == "pilots" and (_STRIKE.search(line.content) or after in VERBS):
        return "its pilots act"
    if hit.rule == "offers something new" and _ASKS_WHY.match(scene.clean.title):
        return "an explanation"
    return None
