"""Security incident: breach, leak, hack or ransomware at a named organisation."""

from __future__ import annotations

import re

from triggers.detect.grammar import status
from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, objects, runs, subject
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.scene import Rule, Scene, name_span, text_after
from triggers.types import EventKind

KIND = EventKind.SECURITY_INCIDENT
_INCIDENT = re.compile(
    r"\b(?:data (?:breach|leak|theft)|security (?:breach|incident)|breach(?:es|ed)?|cyber[- "
    r"]?attacks?|cyber[- ]?(?:security )?incident|ransomware|hacktivist\w*|hacked|hack|hackers?|hacking|data "
    r"stolen|stolen data|stole|leaked data|data (?:exposed|compromised)|compromised|malware attack|"
    r"phishing attack|exposed|exposes|leaks?|intrusion|supply chain attack|exploit(?:ed)?|drained|"
    r"hackerangriff|cyberangriff|datenleck|datendiebstahl|gehackt|cyberattaque|fuite de données|"
    r"piratage|piratée?|ciberataque|filtración|attacco hacker|attacco informatico|violazione)\b",
    re.I,
)
_SUFFERS = words(
    """confirms confirm confirmed suffers suffer suffered discloses disclose disclosed reports reported says said hit
    hits admits admitted warns warned notifies notified investigates investigating acknowledges acknowledged
    denies denied reveals detects detected faces experiences experienced probes targeted meldet bestätigt erleidet
    bestreitet confirme subit victime sufre confirma subisce loses lost hacked breached exposed exposes leaks
    leaked compromised struck hits crippled affected gehackt attacked notifying battles battling recovering
    restores"""
)
_NOT = re.compile(
    r"\b(?:study|hacks (?:for|to)|growth hack\w*|life hacks?|hackathon|hacker news|hackers? (?:can|could|"
    r"exploit that)|vulnerabilit\w+ (?:found|in|could)|bug bounty|patch(?:es|ed)?|malware "
    r"(?:campaign|family|trend)|how to|white[- ]hat|ethical hack|survey|report finds|government|"
    r"ministry|police|fbi|lapd|nato|army|embassy|officials?|parliament|supreme court|election|"
    r"sentenced|arrested|pleads|indicted|jailed|charged|customs|leak(?:ed|s)? (?:renders?|images?|"
    r"specs?|photos?|memo|price|design|video)|"
    r"film|gas leak|oil leak|water leak|leaks? reveal|breach of (?:contract|duty|trust)|contract "
    r"breach|launches|helps|startup that|raises|protect|solution|prevent|detection|defen[sc]e|"
    r"cyber[- ]?insurance|tips|meta leaks|breathalyzer|breach settlement|iphone|pixel|galaxy)\b",
    re.I,
)
_HINT = words(
    """hacktivist hacktivists attack compromise breach breached breaches hacked hack hackers hacking ransomware
    cyberattack cyberattacks cyber-attack leak leaked leaks stolen stole exposed exposes compromised incident
    cyber cyberangriff datenleck gehackt hackerangriff cyberattaque piratage ciberataque exploit exploited
    drained hacker"""
)


def find(scene: Scene, line: Line) -> list[Hit]:
    match = _INCIDENT.search(line.content)
    if not match or _NOT.search(line.content):
        return []
    found = _victim(line) or _stolen(line) or _attacked(line) or _label(line, match)
    if found is None or found[0].person:
        return []
    name, at, start = found
    name = _bare(line, name)
    hit = Hit(KIND, name_span(line, name), line, at, "is attacked", confidence=0.82, verb=(start, at + 1))
    hit.status = status.of_breach(line.content)
    return [hit]


def _bare(line: Line, name: Name) -> Name:
    """ "Acme Employee Information Exposed": the company without what it held."""
    first, last = name.first, name.last
    while line.titled and last - first > 1 and line.toks[last - 1].low in _KEPT:
        last -= 1
    return Name(first, last, name.person)


_KEPT = words("employee employees customer customers user users patient patients information records accounts")


def _victim(line: Line) -> tuple[Name, int, int] | None:
    """ "Acme confirms breach", "Acme hit by ransomware", "Acme says it was hacked"."""
    for i, tok in enumerate(line.toks):
        if i == 0 or tok.low not in _SUFFERS:
            continue
        near = line.text[tok.start : tok.end + 110]
        if not _INCIDENT.search(near):
            continue
        name, start = doer(line, i)
        if name and not name.person and not re.search(r"hack|gang|group$", line.slice(name.first, name.last), re.I):
            return name, i, start
    return None


def _attacked(line: Line) -> tuple[Name, int, int] | None:
    """ "Hackers breach Acme", "hackers steal data from Acme", "cyberattack on Acme"."""
    for i, tok in enumerate(line.toks):
        if tok.low in (
            "breach",
            "breached",
            "hack",
            "hacked",
            "steal",
            "stole",
            "hit",
            "target",
            "targeted",
            "attack",
            "cyberattack",
            "cyber-attack",
            "cyberattacks",
            "cyber-attacks",
            "ransomware",
            "breaches",
            "hits",
            "attacks",
        ):
            rest = text_after(line, i)
            k = next(
                (
                    j
                    for j in range(i + 1, min(len(line.toks) - 1, i + 7))
                    if line.toks[j].low
                    in ("from", "at", "on", "hits", "hit", "auf", "bei", "contre", "cripples", "disrupts")
                ),
                i,
            )
            if (
                re.search(
                    "hacker|cyberattack|ransomware|gang|angriff|attaque|breach|attack",
                    line.text[line.start : line.toks[k].end],
                    re.I,
                )
                and (name := objects(line, k + 1))
                and rest
            ):
                return (name, i, i) if not name.person else None
    return None


def _stolen(line: Line) -> tuple[Name, int, int] | None:
    """ "Hacker claims to have stolen Acme source code"."""
    for i, tok in enumerate(line.toks[:-1]):
        if tok.low in ("stolen", "stole", "steal", "steals", "leaked", "leak", "leaks") and line.toks[i + 1].cap:
            name = next((n for n in runs(line) if n.first == i + 1), None)
            if name and not name.person and name.last < len(line.toks) and line.toks[name.last].low in _HELD:
                return name, i, i
    return None


def _label(line: Line, match: re.Match[str]) -> tuple[Name, int, int] | None:
    """ "Acme data breach exposes", "Acme hack:"."""
    at = next((j for j, t in enumerate(line.toks) if t.end > line.start + match.start()), 0)
    first, _ = segment(line, at)
    while at > first + 1 and (line.toks[at - 1].low in _HELD or line.toks[at - 1].num):
        at -= 1
    name = subject(line, at) if at > first else None
    if name is None or not _ANOTHERS.isdisjoint(t.low for t in line.toks[max(0, name.first - 3) : name.first]):
        return None  # who did it, or whose breach it was: "outage caused by Acme ransomware", "hit in Acme hack"
    if line.toks[name.last - 1].low in VERBS or all(t.low in _LOOSE for t in line.toks[name.first : name.last]):
        return None  # "Acme Paid Hackers", "Misconfigured server exposes"
    return name, at, at


_ANOTHERS = words("by to in of on with via using from through")
_LOOSE = words("misconfigured unsecured exposed massive huge major new another data security cyber")


_HELD = words(
    "outage outages caused by disruption source code database customer customers user users data "
    "it systems system website websites network networks "
    "patient patients employee employees account accounts servers server records down offline "
    "online email emails passwords stolen leaked after hit"
)


RULE = Rule(KIND, _HINT, find)
