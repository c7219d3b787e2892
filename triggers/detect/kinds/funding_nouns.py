"""Rounds told without a verb of taking: talks, valuations, "$30M Series B for Acme", rows of a table."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import PLACES, UNIT_NOUNS, words
from triggers.detect.grammar.names import first_subject, named, objects, subject, topic
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line, is_break
from triggers.detect.grammar.verbs import inflect
from triggers.detect.kinds.funding_words import (
    FUND,
    IPO,
    KIND,
    NEW_MONEY,
    STATIC,
    THINGS,
    VALUED,
    after_word,
)
from triggers.detect.scene import Scene, name_span, text_after
from triggers.types import Status


def nominal(scene: Scene, line: Line) -> list[Hit]:
    """No verb of taking: "Acme Inc. Boston $16M Series B", "$30M Series B for Acme", "Acme in talks for funding"."""
    if not line.lows & STATIC:
        return []
    for attempt in (_talks, _values, _valued, _round_for, _with_round, _its_round, _owned_round, _table_row):
        if hit := attempt(scene, line):
            rest = line.content
            if FUND.search(rest.split(" led by ")[0]) or IPO.search(rest):
                scene.refuse(KIND, "a fund or a listing", hit.company)
                return []
            return [hit]
    return []


_ABOUT = re.compile(
    r"\s+(?:for|at|over|on|about|with|to (?:raise|back|invest|lead|secure|close|join|fund|put))\b", re.I
)


def _talks(scene: Scene, line: Line) -> Hit | None:
    for i, tok in enumerate(line.toks):
        rest = text_after(line, i)[:100]
        if (
            tok.low in ("talks", "discussions", "negotiations")
            and (
                line.toks[i - 1].low in ("funding", "investment", "fundraising", "financing")
                or (NEW_MONEY.search(rest) and _ABOUT.match(rest))
            )
            and not re.search(r"\bto (?:buy|acquire|sell)\b", rest)
        ):
            name, start = doer(
                line, i - (line.toks[i - 1].low in ("funding", "investment", "fundraising", "financing"))
            )
            if name:
                backing = re.search(r"\bto (?:back|invest in|lead|fund)\b", rest, re.I)
                target = after_word(line, i, ("back", "in"), line.toks[i].end) if backing else name
                if target and not target.person and (backing or not name.person):
                    return Hit(
                        KIND,
                        name_span(line, target),
                        line,
                        i,
                        "talks about money",
                        status=Status.RUMOURED,
                        confidence=0.75,
                        verb=(start, i + 1),
                    )
    return None


def _valued(scene: Scene, line: Line) -> Hit | None:
    """ "Acme hits $2B valuation in new funding round"."""
    match = VALUED.search(line.content)
    if not match or not NEW_MONEY.search(VALUED.sub("", line.content)):
        return None
    for i, tok in enumerate(line.toks):
        if tok.low in _REACH:
            name, start = doer(line, i)
            if name and not name.person:
                return Hit(
                    KIND, name_span(line, name), line, i, "valued in a round", confidence=0.7, verb=(start, i + 1)
                )
    return None


_REACH = words("hits hit reaches reached valued confirms lands doubles triples soars nabs tops becomes scores")


_VALUES = re.compile(r"\bvalu(?:es|ing|ed)\b", re.I)


def _values(scene: Scene, line: Line) -> Hit | None:
    """ "Globex-led round values Acme at $1.2 billion"."""
    if not re.search(r"\b(?:round|funding|investment|financing|raise)\b", line.content, re.I):
        return None
    for i, tok in enumerate(line.toks):
        if (
            _VALUES.fullmatch(tok.low)
            and (name := objects(line, i + 1))
            and not name.person
            and re.match(r"\s+at\b", text_after(line, name.last - 1))
        ):
            return Hit(KIND, name_span(line, name), line, i, "round values", confidence=0.75, verb=(i, i + 1))
    return None


def _round_for(scene: Scene, line: Line) -> Hit | None:
    """ "$30M Series B for Acme", "25 Millionen Euro für Acme", "levée de 10 millions pour Acme"."""
    if not scene.money(line) and not re.search(r"\bseries [a-k]\b|finanzierung|levée|million", line.content, re.I):
        return None
    for i, tok in enumerate(line.toks):
        if tok.low in ("for", "für", "pour", "para", "per") and i > 0:
            before = line.text[line.start : tok.start]
            if _somebody_else(scene, line, i):
                return None
            if re.search(
                r"(?:series [a-k]|seed|round|funding|financing|investment|million\w*|mio\.?|€|euro|"
                r"finanzierung\w*|levée[\w ]*|fonds|kapital\w*|capital|investition|ronda|bond|loan)\s*$",
                before.strip(),
                re.I,
            ):
                name = objects(line, i + 1)
                if name and not name.person and line.toks[name.last - 1].low not in UNIT_NOUNS | THINGS:
                    return Hit(KIND, name_span(line, name), line, i, "money for", confidence=0.75, verb=(i, i + 1))
    return None


def _somebody_else(scene: Scene, line: Line, i: int) -> bool:
    """ "Acme Strings Together $5M Seed for Drones": where all words are capital, the taker may stand in front."""
    money = next((m for m in scene.money(line) if m.start < line.toks[i].start), None)
    if not line.titled or money is None:
        return False
    k = next((j for j, t in enumerate(line.toks) if t.end > money.start), 0)
    return 1 < k < 8 and line.toks[k - 1].alpha and not any(is_break(line, j) for j in range(k)) and line.toks[0].cap


def _with_round(scene: Scene, line: Line) -> Hit | None:
    """ "Acme to fuel growth with $40 million funding round", "alongside a $10M seed round"."""
    if not scene.money(line):
        return None
    for i, tok in enumerate(line.toks):
        if tok.low in ("with", "alongside", "through", "via") and re.match(
            r"\s+(?:an? |its |over |new |more than |fresh )*[^\s\w]?\S+(?: \w+)? (?:\S+ ){0,3}(?:funding|"
            r"round|financing|seed|series)",
            text_after(line, i),
            re.I,
        ):
            for j in range(1, i):
                if line.toks[j].low in _OPENERS and (name := subject(line, j)) and not name.person:
                    return Hit(KIND, name_span(line, name), line, j, "with a round", confidence=0.7, verb=(j, j + 1))
    return None


_OPENERS = inflect(
    "launch emerge exit announce fuel expand accelerate scale come boost introduce unveil leave debut"
) | frozenset(["to", "comes"])


_ITS = re.compile(
    r"\b(?:in|with|of|for|on|by) (?:a|its|the|an|their) (?:[\w-]+ ){0,3}?(?:series [a-k]\b|seed (?:round|funding))",
    re.I,
)


def _its_round(scene: Scene, line: Line) -> Hit | None:
    """A round told with a verb no list holds: "Acme was showered with cash in its series B"."""
    match = _ITS.search(line.content)
    if not match or not (scene.money(line) or any(scene.money(x) for x in scene.summary[:2])):
        return None
    at = next((j for j, t in enumerate(line.toks) if t.start >= line.start + match.start()), 0)
    comma = max((j for j in range(at) if line.toks[j].word == ","), default=-1)
    name = first_subject(line, at, comma + 1) or topic(line, at)
    return (
        Hit(KIND, name_span(line, name), line, at, "its round", confidence=0.7, verb=(at, at + 1))
        if name and not name.person
        else None
    )


def _owned_round(scene: Scene, line: Line) -> Hit | None:
    """ "Acme's $70 million series C provides tailwinds"."""
    if not scene.money(line) and not re.search(r"\bseries [a-k]\b", line.content, re.I):
        return None
    for i, tok in enumerate(line.toks):
        if tok.poss and re.match(
            r"(?:'s|’s|'|’)?\s+(?:\S+ ){0,4}?(?:series [a-k]\b|seed round|funding round|fundraising|financing round)",
            line.text[tok.end : line.end],
            re.I,
        ):
            name = named(line, 0 if i < 8 else i - 6, i + 1)
            if name and not name.person:
                return Hit(KIND, name_span(line, name), line, i, "its round", confidence=0.7, verb=(i, i + 1))
    return None


def _table_row(scene: Scene, line: Line) -> Hit | None:
    """A row of a table: name, place, amount, round."""
    moneys = scene.money(line)
    match = re.search(r"\bseries [a-k]\b|\bseed\b", line.content, re.I)
    if not moneys or not match or len(line.toks) > 16:
        return None
    k = next((j for j, t in enumerate(line.toks) if t.start >= moneys[0].start), 0)
    if k < 1 or not all(t.cap or not t.alpha or t.low in ("of", "and") for t in line.toks[:k]):
        return None
    end = next(
        (
            j + 1
            for j in range(k)
            if line.toks[j].low
            in ("inc.", "inc", "ltd.", "ltd", "corp.", "corp", "gmbh", "llc", "ag", "sa", "as", "ab", "plc")
        ),
        k,
    )
    if end == k and not line.toks[k - 1].poss:
        comma = next((j for j in range(1, k) if line.toks[j].word == ","), None)
        if comma is None or line.toks[comma + 1].low not in PLACES or comma < 2:
            return None
        end = comma - 1  # "Acme Pharma Springfield, Germany": the town is the word before the comma
    name = named(line, 0, end)
    return (
        Hit(KIND, name_span(line, name), line, k, "row of a table", confidence=0.7, verb=(k, k + 1))
        if name and not name.person
        else None
    )


def headline_round(scene: Scene) -> Span | None:
    """A round in a headline that leaves the company to the text below: "$30M: Series B for an anvil platform"."""
    line = scene.title[0] if scene.title else None
    if line is None or not (match := re.search(r"\bseries [a-k]\b|\bseed (?:round|funding)\b", line.content, re.I)):
        return None
    return (
        Span(line.field, line.start + match.start(), line.start + match.end(), match.group())
        if scene.money(line)
        else None
    )
