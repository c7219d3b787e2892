"""Layoffs: job cuts, closures with job losses, buyouts offered to staff."""

from __future__ import annotations

import re

from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, objects, subject
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.generic import Shape, verb_hits
from triggers.detect.scene import Rule, Scene, name_span
from triggers.types import EventKind, Status

KIND = EventKind.LAYOFFS
_PEOPLE = (
    r"(?:jobs?|staff|workforce|employees?|workers?|head ?count|roles|positions|people|layoffs?|"
    r"redundanc(?:y|ies)|lay-offs?|team|contractors?|salaried|global workforce|posts|personnel|stellen|arbeitsplätze|"
    r"jobs|mitarbeiter|emplois|postes|salariés|empleos|empleados|posti)"
)
_CUT = Shape(
    KIND,
    "cuts jobs",
    words(
        """cut cuts cutting slash slashes slashed slashing axe axes axed axing trim trims trimmed trimming eliminate
    eliminates eliminated eliminating reduce reduces reduced reducing shed sheds shedding streicht streichen baut
    entlässt entlassen supprime supprimer licencie recorta despide taglia shrink shrinks drop drops lose loses
    dismiss dismisses fire fires fired firing sack sacks retrench retrenches retrenched"""
    ),
    re.compile(rf"^(?:[^.,;:]|[.,](?=\d)){{0,60}}\b{_PEOPLE}\b", re.I),
    re.compile(
        r"^\s*(?:[^.;:]{0,40}\b(?:rates?|prices?|emissions|costs? (?:by|of)|forecast|guidance|target|"
        r"stake|ties|deal|rare earths?|tariffs?|price|output|production|dividend|team building|time|"
        r"bonus|salar|pay)\b|(?:ceo|cfo|coo|chief|president))",
        re.I,
    ),
    0.9,
)
_REDUNDANT = Shape(
    KIND,
    "makes redundant",
    words("make makes made making"),
    re.compile(r"^(?:[^.;:]|[.:](?=\w)|(?<=\.S)\.){0,50}\bredundant\b", re.I),
    None,
    0.88,
)
_LAY = Shape(KIND, "lays off", words("""lay lays laid laying"""), re.compile(r"^\s*off\b", re.I), None, 0.92)
_LAYOFF = Shape(
    KIND, "lays off", words("layoff lay-off"), re.compile(r"^\s+(?:up to |about |over )?\d", re.I), None, 0.9
)
_OFFER = Shape(
    KIND,
    "offers buyouts",
    words("""planning plans plan offer offers offered offering"""),
    re.compile(
        r"\b(?:buyouts?|voluntary (?:redundancy|separation|exit|retirement|buyout)|severance|voluntary)\b", re.I
    ),
    re.compile(r"\bto (?:buy|acquire)\b", re.I),
    0.85,
)
_SAY = Shape(
    KIND,
    "announces layoffs",
    words(
        """announces announce announced confirms confirmed plans plan planning considers considering begins starts
    conducts eyes mulls weighs initiates faces facing warns sees unveils makes prepares kicks"""
    ),
    re.compile(
        r"^(?:[^.;:]|[.:](?=\w)|(?<=\.S)\.){0,50}\b(?:layoffs?|job cuts|lay-offs|redundancies|workforce reduction|"
        r"staff cuts|"
        r"mass layoff|stellenabbau|headcount reduction|job losses|restructuring (?:that|with) "
        r"[^.]{0,30}jobs)\b",
        re.I,
    ),
    None,
    0.88,
)
_SITE = Shape(
    KIND,
    "closes a site",
    words("""close closes closing shut shuts shutting shutter shutters schließt ferme"""),
    re.compile(r"\b(?:jobs?|workers|layoffs|employees|redundanc\w+|stellen|emplois|job losses)\b", re.I),
    None,
    0.8,
    120,
)
_NOUN = re.compile(
    r"\b(?:lose (?:their )?jobs|losing their jobs|job losses|downsizing|layoffs?|job cuts|lay-offs|"
    r"redundancies|stellenabbau|"
    r"jobabbau|workforce reduction|"
    r"buyout packages|laid off)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:tech layoffs|layoffs (?:hit (?:\d|record|tech)|tracker|in (?:the )?tech|across|rise|"
    r"surge|list)|hiring freeze|strike|layoffs\.fyi|amid (?:\w+ ){0,2}layoffs|after (?:\w+ "
    r"){0,2}layoffs|unemployment|jobless|us employers|companies|job losses are|ai-led layoffs|from "
    r"layoffs to|survey|industry|ex-employee|former employee|who lost)\b",
    re.I,
)
_DENIES = re.compile(
    r"\b(?:denies|denied|deny|responds|refutes?|rejects|alleg\w+|rumou?rs|clarifies|no layoffs)\b", re.I
)
_HINT = words(
    """layoffs redundant layoff jobs staff workforce employees workers headcount roles redundancies stellenabbau
    job positions stellen off emplois postes buyouts buyout people arbeitsplätze mitarbeiter empleos laid lays
    laying lay count"""
)


def find(scene: Scene, line: Line) -> list[Hit]:
    if _NOT.search(line.content):
        return []
    for shape in (_LAY, _LAYOFF, _CUT, _REDUNDANT, _OFFER, _SAY, _SITE):
        if found := verb_hits(scene, line, shape):
            hit = found[0][0]
            if (
                shape is _CUT
                and re.search(r"\b(?:to|will|plans?|could|may)\b", line.slice(hit.verb[0], hit.verb[1]), re.I) is None
                and line.toks[hit.at].low == "cut"
                and False
            ):
                continue
            return [_settled(line, hit)]
    return _nominal(line)


def _nominal(line: Line) -> list[Hit]:
    """ "Acme layoffs: company may cut", "layoffs at Acme", "mass layoffs hit Acme"."""
    match = _NOUN.search(line.content)
    if not match:
        return []
    at = next((j for j, t in enumerate(line.toks) if t.end > line.start + match.start()), 0)
    name = _beside(line, at)
    if name is None or name.person or line.toks[name.last - 1].low in _HOW_MANY:
        return []
    return [
        _settled(line, Hit(KIND, name_span(line, name), line, at, "layoffs named", confidence=0.75, verb=(at, at + 1)))
    ]


_HOW_MANY = words("massive mass major widespread sweeping deep further fresh new more big tech global brutal rolling")


_STAFF = words("staffers staff workers employees teams developers")


def _beside(line: Line, at: int) -> Name | None:
    if at > 1 and line.toks[at - 1].low == "by" and line.toks[at - 2].low in ("hit", "affected", "impacted"):
        staff = at > 2 and line.toks[at - 3].low in _STAFF
        return subject(line, at - 3 if staff else at - 2)
    if at > 0 and (name := subject(line, at)):
        return name
    for j in range(at + 1, min(len(line.toks) - 1, at + 5)):
        if line.toks[j].low in ("at", "bei", "chez", "hit"):
            return objects(line, j + 1)
    for j in range(at + 1, len(line.toks)):
        if line.toks[j].low in ("responds", "denies", "says", "reacts", "clarifies") and (name := subject(line, j)):
            return name
    return None


def _settled(line: Line, hit: Hit) -> Hit:
    if _DENIES.search(line.content):
        hit.status = Status.DENIED
    elif re.search(
        r"\b(?:may|might|could|considering|considers|mulls|weighs|reportedly|said to|sources|reports?)\b",
        line.content,
        re.I,
    ):
        hit.status = Status.RUMOURED
    elif re.search(r"\b(?:plans?|planning|aims?|intends?|proposes?)\b", line.content, re.I):
        hit.status = Status.PLANNED
    else:
        hit.status = Status.ANNOUNCED
    return hit


RULE = Rule(KIND, _HINT, find)
