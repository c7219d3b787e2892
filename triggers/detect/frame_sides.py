"""Which companies stand on either side of a frame's words, as the frame says where to look."""

from __future__ import annotations

from triggers.detect.frame_table import Frame, Who
from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import PLACES, words
from triggers.detect.grammar.names import (
    Name,
    descriptor,
    named,
    objects,
    phrase_start,
    runs,
    subject,
    subjects,
    topic,
)
from triggers.detect.grammar.tokens import Line
from triggers.detect.kinds.order_parts import vendor_at
from triggers.types import EventKind


def left_of(line: Line, one: Frame, at: int) -> tuple[Name | None, int]:
    """The company before the token `at`, and where its verb group starts."""
    if one.who is Who.OBJECT:
        return None, at
    if one.who is Who.OWNER:
        owner = next((j for j in range(at - 1, max(-1, at - 8), -1) if line.toks[j].poss), None)
        return named(line, phrase_start(line, owner), owner + 1) if owner is not None else None, at
    if one.who is Who.BEFORE:
        owner = at if at < len(line.toks) and line.toks[at].poss else None
        end = at if owner is None else at + 1
        return named(line, phrase_start(line, end), end) or (subject(line, at) if at else None), at
    name, start = doer(line, at) if at else (None, at)
    pair = subjects(line, start) if name else []
    if len(pair) == 2 and name and pair[1].last == name.last and not pair[0].person:
        name = pair[0]  # of two that do it together the first is named
    if name is None and one.kind in _BY_TOPIC and at and not descriptor(line.toks[start - 1]):
        name = topic(line, at)
    if name and one.kind is EventKind.REGULATORY and name.last - name.first > 1:
        name = _possessor(line, name) or name
    return name, start


def _possessor(line: Line, name: Name) -> Name | None:
    """ "Acme's Opioid Nasal Spray fails": the longer name behind an owner is a thing of the owner's."""
    before = name.first - 1
    if before < 0 or not line.toks[before].poss or line.toks[before].low in PLACES:
        return None
    return named(line, phrase_start(line, before), name.first)


# Kinds whose frames may speak of a thing of the company: "Acme's heart pump cleared", "Acme plant halted by attack".
_BY_TOPIC = frozenset({EventKind.REGULATORY, EventKind.SECURITY_INCIDENT, EventKind.EXECUTIVE_HIRE})


def right_of(line: Line, one: Frame, behind: int) -> Name | None:
    """The company behind the pattern: a whole phrase, or the capitals that open it ("Acme data breach")."""
    name = objects(line, behind) if one.kind is not EventKind.CONTRACT_WIN else vendor_at(line, behind)
    if one.kind is EventKind.REGULATORY and (maker := _made_by(line, behind)):
        return maker
    if name and one.kind is EventKind.REGULATORY and (owner := _owner_of_thing(line, behind, name)):
        return owner
    name = name or next((n for n in runs(line) if behind <= n.first <= behind + 1), None)
    return _maker(line, name) if name and one.kind is EventKind.CONTRACT_WIN else name


def _maker(line: Line, name: Name) -> Name:
    """ "50 Acme A320 jets": the name ends where the model begins."""
    for i in range(name.first + 1, name.last):
        if line.toks[i].word[0].islower() or any(c.isdigit() for c in line.toks[i].word):
            return Name(name.first, i, name.person)
    return name


_THINGS = words(
    "drug drugs candidate therapy vaccine treatment pill device implant test app application tool deal bid takeover "
    "merger purchase acquisition buyout licence license plan plans migration privacy claims handling use"
)


def _made_by(line: Line, behind: int) -> Name | None:
    """ "approves gene therapy from Acme": whose medicine it is stands behind it."""
    if _DRUGS.isdisjoint(line.lows):
        return None
    k = next(
        (j for j in range(behind + 1, min(len(line.toks) - 1, behind + 7)) if line.toks[j].low in ("from", "by")), 0
    )
    return objects(line, k + 1) if k else None


_DRUGS = words(
    "fda ema ec mhra nmpa tga pmda anvisa nice chmp patients drug treatment therapy vaccine cancer disease leukaemia "
    "leukemia lymphoma melanoma diabetes insulin inhaler pill antibody"
)


def _owner_of_thing(line: Line, behind: int, name: Name) -> Name | None:
    """ "Acme's lead candidate Anvilol": Acme, not the thing."""
    owner = next((j for j in range(behind, name.first) if line.toks[j].poss), None)
    if owner is None or line.toks[owner].low in PLACES:
        return None
    between = {t.low for t in line.toks[owner + 1 : name.first]}
    drug = not _DRUGS.isdisjoint(line.lows)
    return named(line, behind, owner + 1) if drug or not _THINGS.isdisjoint(between) else None


def name_between(line: Line, start: int, end: int) -> Name | None:
    """The name between two places of the text."""
    inside = [i for i, t in enumerate(line.toks) if t.start >= start and t.end <= end]
    return named(line, inside[0], inside[-1] + 1) if inside else None
