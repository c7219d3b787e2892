"""Regulatory: an authority, court or state acts on a named company."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.lexicon import DEMONYMS, PLACES, words
from triggers.detect.grammar.names import Name, capital, named, objects, owner_of, phrase_start, runs, subject
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.authorities import (
    ACTS,
    AUTHORITY,
    GET_VERBS,
    GETS,
    NO_RULING,
    OF_LAW,
    PASSIVE,
    PRIVATE,
)
from triggers.detect.scene import Rule, Scene, name_span, text_after
from triggers.types import EventKind, Status

KIND = EventKind.REGULATORY
_OPEN = words("""files seeks submits awaits""")


def find(scene: Scene, line: Line) -> list[Hit]:
    if not OF_LAW.search(line.content) or NO_RULING.search(line.content) or PRIVATE.search(line.content):
        return []
    return _gets(line) or _under(line) or _passive(line) or _acts(line) or _probe(line)


def _make(line: Line, i: int, start: int, name: Name, authority: Span | None, confidence: float) -> list[Hit]:
    hit = Hit(KIND, name_span(line, name), line, i, "authority acts", confidence=confidence, verb=(start, i + 1))
    if authority is not None and authority.text != hit.company.text:
        hit.put("authority", authority.text, authority)
        hit.put("other_party", authority.text, authority)
    hit.status = Status.PLANNED if line.toks[i].low in _OPEN else Status.ANNOUNCED
    return [hit]


def _authority(line: Line, start: int, end: int) -> Span | None:
    match = AUTHORITY.search(line.text, start, end)
    return Span(line.field, match.start(), match.end(), match.group()) if match else None


def _gets(line: Line) -> list[Hit]:
    """ "Acme receives FDA approval", "Acme faces antitrust probe"."""
    for i, tok in enumerate(line.toks):
        if i == 0 or tok.low not in GET_VERBS or not GETS.match(text_after(line, i)):
            continue
        name, start = doer(line, i)
        if name and name.first > 1 and line.toks[name.first - 1].poss and line.toks[name.first - 1].low not in PLACES:
            name = named(line, phrase_start(line, name.first), name.first) or name  # "Acme's Anvil gets FDA nod"
        if name and not name.person and not _is_authority(line, name) and not _governs(line, name):
            return _make(line, i, start, name, _authority(line, tok.end, line.end), 0.85)
    return []


def _under(line: Line) -> list[Hit]:
    """ "Acme under investigation by the cartel office"."""
    for i, tok in enumerate(line.toks):
        if (
            i
            and tok.low == "under"
            and re.match(r"\s+(?:\S+ ){0,2}?(?:investigation|probe|scrutiny|inquiry)\b", text_after(line, i), re.I)
        ):
            name = subject(line, group_start(line, i))
            if name and not name.person and not _is_authority(line, name):
                return _make(line, i, i, name, _authority(line, tok.end, line.end), 0.75)
    return []


def _governs(line: Line, name: Name) -> bool:
    """ "The Victorian government has granted": a small word behind the name says that it is an authority."""
    return name.last < len(line.toks) and AUTHORITY.fullmatch(line.toks[name.last].low) is not None


def _is_authority(line: Line, name: Name) -> bool:
    text = line.slice(name.first, name.last)
    ends = any(found.end() == len(text) and len(found.group()) > 5 for found in AUTHORITY.finditer(text))
    return (
        ends
        or AUTHORITY.fullmatch(text) is not None
        or all(t.low in PLACES or t.low in DEMONYMS for t in line.toks[name.first : name.last])
    )


def _passive(line: Line) -> list[Hit]:
    """ "Acme fined €10m by the regulator", "Acme sued by the FTC"."""
    for i, tok in enumerate(line.toks):
        if i == 0 or tok.low not in PASSIVE:
            continue
        if tok.low in ("hit", "slapped") and not (
            re.match(r"\s+with\b", text_after(line, i)) and _HARSH.search(text_after(line, i))
        ):
            continue
        by = re.search(r"\b(?:with|by|over|for|in|from|von|par|pour|wegen)\b", text_after(line, i)[:60], re.I)
        if not by:
            continue
        name, start = doer(line, i)
        if name is None or name.person or _is_authority(line, name):
            continue
        authority = _authority(line, tok.end, line.end)
        if tok.low in ("sued", "accused", "charged", "ordered", "approved", "cleared", "blocked") and authority is None:
            continue
        return _make(line, i, start, name, authority, 0.82)
    return []


def _acts(line: Line) -> list[Hit]:
    """ "FTC sues Acme", "China blocks Acme's Globex deal", "RBI scraps Acme licence"."""
    for i, tok in enumerate(line.toks):
        if i == 0 or tok.low not in ACTS:
            continue
        before = line.text[line.start : tok.start]
        if tok.low in ("orders", "ordered") and _BUYS.match(text_after(line, i)):
            continue
        if tok.low in ("hits", "opens", "launches", "starts", "tests", "files", "raises") and not _HARSH.search(
            text_after(line, i)
        ):
            continue
        found = list(AUTHORITY.finditer(before))
        if not found:
            continue
        match = found[-1]
        if len(before) - match.end() > 28 or ": " in before[match.end() :] or _NO_ACTOR.search(before[: match.start()]):
            continue
        name = _teller(line, line.start + match.start()) or _buyer(line, i) or _acted_on(line, i)
        if name is None:
            continue
        begin = line.start + match.start()
        return _make(line, i, i, name, Span(line.field, begin, begin + len(match.group()), match.group()), 0.78)
    return []


def _teller(line: Line, authority: int) -> Name | None:
    """ "Acme said the FDA approved Anvilol": who tells it is whom it concerns."""
    k = next((j for j, t in enumerate(line.toks) if t.end > authority), 0) - 1
    while k > 0 and line.toks[k].low in ("the", "that", "us", "u.s.", "european", "eu", "federal"):
        k -= 1
    name = doer(line, k)[0] if k > 0 and line.toks[k].low in _TELLS else None
    return name if name and not name.person and not _is_authority(line, name) else None


def _buyer(line: Line, i: int) -> Name | None:
    """ "Clears the takeover of Globex by Acme": whose deal it is."""
    deal = next((j for j in range(i + 1, min(len(line.toks), i + 8)) if line.toks[j].low in _DEALS), None)
    if deal is None or deal + 1 >= len(line.toks) or line.toks[deal + 1].low != "of":
        return None
    by = next((j for j in range(deal + 2, min(len(line.toks) - 1, deal + 18)) if line.toks[j].low == "by"), None)
    name = objects(line, by + 1) if by is not None else None
    return name if name and not name.person and not _is_authority(line, name) else None


_DEALS = words("acquisition takeover purchase buyout merger buy-out")
_TELLS = words("said says announced announces reported reports disclosed discloses confirmed confirms")
_BUYS = re.compile(r"\s+(?:more|another|additional|up to|new|\d)", re.I)  # an army that orders planes
# In front of an authority these say that somebody else acts: "to resolve SEC charges", "gets court order".
_NO_ACTOR = re.compile(
    r"\b(?:settl(?:e|es|ed|ing)|resolv(?:e|es|ed|ing)|fac(?:e|es|ing)|fight(?:s|ing)?|dismiss(?:es|"
    r"ed)?|gets?|seeks?|of|with|"
    r"from)\s+(?:an? |the |its |federal |u\.?s\.? )*$",
    re.I,
)
_APART = words("to with for as at by after over links")
_HARSH = re.compile(
    r"\b(?:fine|penalty|suit|lawsuit|probe|investigation|charges|sanctions|ban|inquiry|antitrust|"
    r"proceedings|review|liquidation|reach)\b",
    re.I,
)


_DRUGS = words("fda ema ec mhra nmpa tga pmda anvisa commission administration medicines")


def thing_owner(line: Line, first: int, name: Name) -> Name | None:
    """ "Acme's Once-Weekly Insulin Injection": an owner in front, where what is owned is a medicine or its like."""
    owner = next((j for j in range(first, name.first) if line.toks[j].poss), None)
    if owner is None or line.toks[owner].low in PLACES:
        return None
    if name.last - name.first == 1 and _DRUGS.isdisjoint(line.lows):
        return None  # "Globex's Acme": a company that belongs to another
    return named(line, first, owner + 1)


def _acted_on(line: Line, i: int) -> Name | None:
    """The first company behind the verb; its owner where a thing of it is acted on."""
    if line.titled and (direct := objects(line, i + 1)) and not direct.person and not _is_authority(line, direct):
        return thing_owner(line, i + 1, direct) or owner_of(line, direct)  # here runs of capitals tell little
    for name in runs(line):
        if name.first <= i or name.person or _is_authority(line, name):
            continue
        between = line.toks[i + 1 : name.first]
        if len(between) > 6 or any(
            t.word in ",;:"
            or (t.low in _APART and not (t.low == "to" and line.toks[i].low in ("grants", "granted", "awards")))
            for t in between
        ):
            return None
        if name.last < len(line.toks) and line.toks[name.last].low in ("man", "woman", "hearing", "residents"):
            return None
        k = name.last - 1
        text = [t.low for t in line.toks[name.first : name.last]]
        if AUTHORITY.fullmatch(text[0]) and len(text) < 3:
            continue
        while (
            k > name.first
            and not line.toks[k].poss
            and line.toks[k].low
            in ("deal", "licence", "license", "merger", "bid", "acquisition", "takeover", "app", "probe")
        ):
            k -= 1
        return Name(name.first, k + 1)
    return None


def _probe(line: Line) -> list[Hit]:
    """ "Acme harassment probe deepens", "probe into Acme"."""
    for i, tok in enumerate(line.toks):
        if tok.low not in (
            "liquidation",
            "insolvency",
            "probe",
            "investigation",
            "antitrust",
            "inquiry",
            "ermittlungen",
            "enquête",
            "raid",
        ):
            continue
        into = next(
            (
                j
                for j in range(i + 1, min(len(line.toks) - 1, i + 4))
                if line.toks[j].low in ("into", "of", "against", "on", "gegen", "sur", "contre")
            ),
            None,
        )
        name = objects(line, into + 1) if into else None
        if name and not name.person and not _is_authority(line, name):
            owner = next(
                (j for j in range(into or 0, name.first) if line.toks[j].poss), None
            )  # "Acme's purchase of Globex"
            if into and owner and line.toks[owner].low not in PLACES:
                name = named(line, into + 1, owner + 1) or name
            return _make(line, i, i, name, _authority(line, line.start, line.end), 0.72)
        k = i
        while k > 0 and not capital(line.toks[k - 1]) and i - k < 4:
            k -= 1
        name = (
            named(line, 0, k)
            if 0 < k <= i
            and (subject(line, k) is not None)
            and re.search(
                r"\b(?:police|court|regulator\w*|authorit\w+|ministry|agency|prosecutors?)\b", line.content, re.I
            )
            else None
        )
        if name and not name.person and not _is_authority(line, name):
            return _make(line, i, i, name, _authority(line, line.start, line.end), 0.68)
    return []


RULE = Rule(
    KIND,
    ACTS | PASSIVE | GET_VERBS | words("""liquidation insolvency probe investigation antitrust inquiry liquidation"""),
    find,
)
