"""What a line plainly speaks of where no verb was known: figures of a period, a breach; told of the one firm it names.

Read last, for these two kinds only: their nouns say what happened by themselves ("a loss in its third quarter",
"intruders had access to"), so that only whose they are has to be found.
"""

from __future__ import annotations

import re
from collections.abc import Set

from triggers.detect.figures_told import figures
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, first_subject, named, objects, owner_of, phrase_start
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.status import of_breach
from triggers.detect.grammar.tokens import Line
from triggers.detect.scene import Scene, name_span
from triggers.types import EventKind

_HARMS = words(
    """breach breaches breached hack hacked hackers hacker hacks hacking ransomware malware cyberattack cyberattacks
    cyber cyber-attack cyberincident intrusion intruders intruder leak leaked leaks leaking stolen unauthorised
    unauthorized compromised compromise exposed exposes exposing defaced phishing skimming suspicious attackers
    attacker attack thieves breaking broken extortion ddos infiltrated infected"""
)
_HARM = re.compile(
    r"\b(?:breach(?:ed|es)?|hack(?:ed|ers?|s|ing)?|ransomware|malware|cyber[- ]?(?:attacks?|incident|breach|criminals|"
    r"extortion)|intru(?:sion|ders?)|data leak|leak(?:ed|s|ing)?|stolen|unauthori[sz]ed|compromis\w+|expos\w+|defaced|"
    r"phishing|skimm\w+|suspicious activity|attackers?|attack|ddos|infiltrat\w+|infected)\b",
    re.I,
)
_HURT = re.compile(
    r"\b(?:data|details|records|information|customers?|accounts?|passwords?|systems?|networks?|servers?|web ?site|"
    r"cards?|"
    r"files|payroll|patients?|users|computers?|databases?|source code|credentials|e-?mails?|passports?|intellectual "
    r"property|operations|attack on|ransomware|malware|cyber[- ]?attack)\b",
    re.I,
)
_NO_BREACH = re.compile(
    r"\b(?:reports?:|study|survey|research\w*|experts?|analysts?|launch\w*|helps?|finds|discovers|uncovers|spots|"
    r"suspects?|officials|protects?|offers?|prevent\w*|"
    r"detect\w*|against (?:ransomware|hackers|cyber\w*|phishing)|arrest\w*|sentenced|charged|jailed|plead\w*|"
    r"insurance|how to|tips|lessons|\d+ ?(?:%|percent|per cent)|rise in|on the rise|trend|vulnerabilit\w+|flaws?|bugs?|"
    r"patch\w*|government|minister|ministry|state-sponsored|military|police|election|wiki\w*|documents?|"
    r"heart attack|shark|knife|terror\w*|troops|oil|gas leak|gas|water|fuel|spill|radiation|asbestos|chemical|"
    r"contract|agreement|antitrust|law|laws|sanctions|trial|lawsuit|sues?|sued|class action|fined?|settle\w*|pays?|"
    r"deal|acquire\w*|raises?|funding|hires?|appoint\w*|names?|ceo|chief|could|should|may|might|if|avoid\w*|"
    r"images?|photos?|video|specs|render\w*|memo|plans?|phone|prototype|script|song|album)\b",
    re.I,
)
_INTO = words("into on at against involving from of to across")
_OWN = words(
    """users customers patients members employees staff clients subscribers accounts systems network networks servers
    server website site payroll database databases records data passwords computers stores guests passengers app"""
)
_ATTACKERS = re.compile(
    r"\b(?:lockbit|qilin|alphv|blackcat|conti|clop|cl0p|revil|darkside|lazarus|anonymous|lapsus\S*|shinyhunters|"
    r"scattered spider|akira|play|black basta|medusa|rhysida|hive|ragnar|karakurt|magecart|jokerstash|techcrunch|"
    r"bleepingcomputer|reuters|bloomberg|krebs\w*|fbi|cisa|ncsc|interpol|europol|secret service|dark web|russian?|"
    r"chinese|"
    r"china|russia|iran\w*|north korea\w*)\b",
    re.I,
)


def find(scene: Scene, line: Line, done: Set[EventKind]) -> list[Hit]:
    """Hits of these kinds where nothing was found of them; none beside another event of the line."""
    if done or len(line.toks) < 4:
        return []
    told = figures(line)
    return [told] if told is not None else _breach(line)


def _breach(line: Line) -> list[Hit]:
    if line.lows.isdisjoint(_HARMS) or _HURT.search(line.content) is None:
        return []
    harm = _HARM.search(line.content)
    if harm is None or _NO_BREACH.search(line.content):
        return []
    at = next((i for i, t in enumerate(line.toks) if t.end > line.start + harm.start()), 0)
    name = _of_whom(line) or _owner_of_systems(line) or _opens(line)
    if name is None or name.person or not _victim(line, name):
        return []
    hit = _hit(EventKind.SECURITY_INCIDENT, line, owner_of(line, name), at)
    hit.status = of_breach(line.content)
    return [hit]


def _victim(line: Line, name: Name) -> bool:
    """Whether a firm can be meant: not who attacked or told of it, nor the attack itself."""
    text, lows = line.slice(name.first, name.last), {t.low for t in line.toks[name.first : name.last]}
    return len(text) > 2 and lows.isdisjoint(_HARMS) and _ATTACKERS.search(text) is None


def _of_whom(line: Line) -> Name | None:
    """ "Broken into Acme", "an attack on Acme", "a breach involving Acme"."""
    for i, tok in enumerate(line.toks[:-1]):
        if i and tok.low in _INTO and not _HARMS.isdisjoint(t.low for t in line.toks[max(0, i - 4) : i]):
            name = objects(line, i + 1)
            if name is not None and not name.person and name.first - i < 4:
                return name
    return None


def _owner_of_systems(line: Line) -> Name | None:
    """ "Acme's payroll", "Acme customers"."""
    for i, tok in enumerate(line.toks[1:], 1):
        if tok.low in _OWN and (line.toks[i - 1].cap or line.toks[i - 1].poss):
            name = named(line, phrase_start(line, i), i)
            if name is not None and not name.person and name.last == i:
                return name
    return None


def _opens(line: Line) -> Name | None:
    """The subject that opens the line."""
    name = first_subject(line, len(line.toks))
    return name if name is not None and phrase_start(line, name.last) == 0 else None


def _hit(kind: EventKind, line: Line, name: Name, at: int) -> Hit:
    return Hit(kind, name_span(line, name), line, at, "plainly told", confidence=0.62, verb=(at, at + 1))
