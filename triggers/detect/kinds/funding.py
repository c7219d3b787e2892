"""Funding: a named operating company takes in new money."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import PLACES, UNIT_NOUNS, words
from triggers.detect.grammar.names import Name, named, objects
from triggers.detect.grammar.past import told_as_history
from triggers.detect.grammar.spans import Hit, span
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds import money_facts as facts
from triggers.detect.kinds.funding_nouns import headline_round, nominal
from triggers.detect.kinds.funding_words import (
    CONTRACT,
    KIND,
    LED,
    NEW_MONEY,
    OTHER_OBJECT,
    PUT,
    ROUND,
    STATIC,
    STRONG,
    TAKES,
    THINGS,
    WEAK,
    after_word,
)
from triggers.detect.kinds.other_money import not_new_money
from triggers.detect.scene import Rule, Scene, name_span, text_after

_GIVES_AWAY = STRONG | WEAK | LED | PUT


def find(scene: Scene, line: Line) -> list[Hit]:
    hits: list[Hit] = []
    for i, tok in [(i, tok) for i, tok in enumerate(line.toks) if tok.low in _GIVES_AWAY]:
        hit = None
        if tok.low in STRONG or tok.low in WEAK:
            hit = _taker(scene, line, i)
        if hit is None and tok.low in LED:
            hit = _leader(scene, line, i)
        if hit is None and tok.low in PUT:
            hit = _investor(scene, line, i)
        if hit:
            hits = [h for h in hits if h.company.text != hit.company.text or told_as_history(line, h.at) is None]
        if hit and not any(h.company.text == hit.company.text for h in hits):
            hits.append(hit)
    if not hits and not _unnamed(scene, line):
        hits = nominal(scene, line)
    for hit in hits:
        facts.fill(scene, hit)
    return hits


def _unnamed(scene: Scene, line: Line) -> bool:
    """Money is taken, but by nobody with a name: then no other name of the line is the taker."""
    strong = next((i for i, t in enumerate(line.toks) if t.low in STRONG and i > 0), None)
    if strong is None or not _is_money(scene, line, strong, text_after(line, strong)):
        return False
    return line.toks[strong - 1].low not in ("and", ",", "as")


def _taker(scene: Scene, line: Line, i: int) -> Hit | None:
    """ "Acme raises $5M", "Acme has secured a seed round"."""
    rest = text_after(line, i)
    if not _is_money(scene, line, i, rest):
        return None
    if re.match(r"\s+(?:\S+ ){0,4}?investments? (?:in|into) [A-Z]", rest):
        return None  # the money goes to whom is named behind it
    name, start = doer(line, i)
    if name is None:
        return None
    place = span(line, i, i + 1)
    if name.person:
        scene.refuse(KIND, "a person, not a company", place)
        return None
    if why := not_new_money(line, name, rest):
        scene.refuse(KIND, why, place)
        return None
    return Hit(
        KIND,
        name_span(line, name),
        line,
        i,
        "takes in money",
        confidence=0.95 if line.toks[i].low in STRONG else 0.85,
        verb=(start, i + 1),
    )


_RAISED = re.compile(
    r"\s*(?:[\w'’-]+\s+){0,5}?(?:prices?|stake|wages|fees|tariffs?|rates|costs?|targets?|guidance|"
    r"forecasts?|outlook|dividend|shareholding|bid|offer)\b",
    re.I,
)


_WORTH = re.compile(
    r"\s*(?:[\w'’-]+\s+){0,4}?(?:work|contracts?|orders?|business|projects?|sales|commissions?) (?:[\w-]+ ){0,3}?"
    r"(?:worth|valued at|totall?ing)\b",
    re.I,
)


def _is_money(scene: Scene, line: Line, i: int, rest: str) -> bool:
    low = line.toks[i].low
    if OTHER_OBJECT.match(rest) or _WORTH.match(rest) or (low.startswith("rais") and _RAISED.match(rest)):
        return False
    near = rest[:140]
    amount = any(0 <= m.start - line.toks[i].end < 60 for m in scene.money(line))
    named_round = ROUND.search(near[:110])
    if low in STRONG:
        strong = low.startswith(("rais", "lev", "lèv", "samm", "eing", "reel", "racc", "haul", "gath"))
        return bool(named_round) or (amount and (strong or not CONTRACT.search(near[:90])))
    plain = amount and not CONTRACT.search(near[:90])
    direct = any(
        0 <= m.start - line.toks[i].end < 28 and _FILLER.fullmatch(line.text, line.toks[i].end, m.start)
        for m in scene.money(line)
    )
    if plain and (low in _GETS or (low in _LANDS and direct and not _VALUATION.match(near))):
        return True
    if not named_round:
        return False
    said = named_round.group()
    if CONTRACT.search(near[: named_round.start() + 12]) and not re.search("round|series|funding", said, re.I):
        return False
    return _weak(low, near, said, amount)


_SOUGHT = re.compile(
    r"\b(?:loan|funding|round|financing|series [a-k]|private debt|bond|debt|credit|raise|capital raise|fundrais\w+)\b",
    re.I,
)
_PAPER = re.compile(
    r"\b(?:bonds?|debt|notes|loan|convertible|debentures|anleihe|shares in (?:a )?(?:private|follow))", re.I
)
_SEEKING = ("seek", "sought", "line", "ink", "consider", "weigh", "mull", "eye")
_SELLING = ("sell", "sold", "pric", "issu", "tap", "borrow", "refinanc")
_TELLING = (
    "add",
    "get",
    "got",
    "take",
    "took",
    "tak",
    "win",
    "won",
    "unveil",
    "reveal",
    "confirm",
    "disclos",
    "begin",
    "sign",
)


def _weak(low: str, near: str, said: str, amount: bool) -> bool:
    """What a verb that is no verb of money needs beside it, by kind of verb."""
    if low.startswith(_SEEKING):
        return _SOUGHT.search(near[:70]) is not None
    if low.startswith(("welcom", "open")):
        return "capital" in near and "its" in near
    if low.startswith(("launch", "emerg")):
        return amount and re.search(r"\bwith\b", near[: near.find(said)]) is not None
    if low.startswith(_SELLING):
        return _PAPER.search(near) is not None and (amount or low.startswith(("borrow", "tap")))
    if low.startswith(_TELLING):
        return amount or re.search(r"series [a-k]\b|seed|round", said, re.I) is not None
    return True


_FILLER = re.compile(
    r"\s+(?:(?:up|in|down|a|an|fresh|new|another|nearly|over|about|around|almost|more than|up to|"
    r"some|additional|further|roughly|first|its|massive|record|whopping|cool|extra)\s+){0,3}~?"
)
_VALUATION = re.compile(
    r"\s*\S+(?: \w+)? (?:valuation|deal|market|bid|takeover|buyout|acquisition|offer|float|listing)", re.I
)
_LANDS = words(
    "lands landed grabs grabbed nets netted scores scored closes closed collects collected pockets "
    "attracts pulls picks clinches lands receives received gets got"
)
_GETS = words(
    """erhält erhielt sichert sicherte bekommt holt schließt schliesst obtient boucle récolte décroche ottiene
    consigue cierra chiude recibe"""
)


def _leader(scene: Scene, line: Line, i: int) -> Hit | None:
    """ "Globex Capital leads Series B in Acme", "Globex backs Acme with $5M"."""
    rest = text_after(line, i)
    if line.toks[i].low == "back" and not (scene.money(line) and re.search(r"\b(?:with|at)\b", rest)):
        return None
    if line.toks[i].low in ("backs", "backed", "back"):
        if not (NEW_MONEY.search(rest) or (scene.money(line) and re.search(r"\bwith\b", rest))):
            return None
        target = objects(line, i + 1)
    else:
        match = re.search(r"\b(?:round|funding|investment|financing|raise|series [a-k])\b", rest, re.I)
        if not match:
            return None
        owner = next((j for j in range(i + 1, min(len(line.toks), i + 7)) if line.toks[j].poss), None)
        if owner is not None and line.toks[owner].start < line.toks[i].end + match.start():
            target = named(line, i + 1, owner + 1)  # "leads Acme's $5M Series A"
        else:
            target = after_word(line, i, ("in", "for", "of", "into", "at"), match.end() + line.toks[i].end)
    return _backed(scene, line, i, target)


def _investor(scene: Scene, line: Line, i: int) -> Hit | None:
    """ "Globex invests $5M in Acme"; places, plants and technologies are no company."""
    if not any(m.start > line.toks[i].start for m in scene.money(line)) and not re.search(
        r"\b(?:strategic|minority|stake)\b", text_after(line, i), re.I
    ):
        return None
    if line.toks[i].low in TAKES and not re.match(
        r"\s+(?:a |an )?(?:strategic |significant |new |\S+% |\S+ percent )?minority\b", text_after(line, i), re.I
    ):
        return None
    if _BUILDS.match(text_after(line, i)):
        return None  # "to invest $6m to build a plant in Concord"
    return _backed(scene, line, i, after_word(line, i, ("in", "into", "en"), line.toks[i].end))


_BUILDS = re.compile(
    r"(?:[^.;:]|\.(?=\d)){0,50}? to (?:establish|build|open|expand|create|construct|set up|upgrade|develop|add|launch|"
    r"double)\b",
    re.I,
)


def _backed(scene: Scene, line: Line, i: int, target: Name | None) -> Hit | None:
    if (
        target is None
        or target.person
        or line.toks[target.last - 1].low in PLACES
        or line.toks[target.last - 1].low in UNIT_NOUNS | THINGS
        or line.toks[target.first].low in THINGS
    ):
        return None
    investor, start = doer(line, i)
    hit = Hit(KIND, name_span(line, target), line, i, "is backed by", confidence=0.8, verb=(start, i + 1))
    if investor and not investor.person:
        where = name_span(line, investor)
        if where.text == hit.company.text:
            return None
        hit.put("other_party", where.text, where)
        hit.put("lead", where.text, where)
    return hit


RULE = Rule(KIND, STRONG | WEAK | LED | PUT | STATIC | frozenset({"talks", "valuation"}), find)
__all__ = ["RULE", "headline_round"]
