"""Frames: newsroom turns of phrase as a table, read where the rule of their kind found nothing.

A frame is a pattern that gives an event away and says where the company stands: the doer of the verb it opens with,
what follows it, or what stands right before it. Naming, status and amounts come from the shared grammar.
"""

from __future__ import annotations

import re
from collections.abc import Set

from triggers.detect.frame_table import Frame, Frames, Who, frame
from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.lexicon import PLACES, words
from triggers.detect.grammar.names import (
    Name,
    descriptor,
    named,
    objects,
    owner_of,
    phrase_start,
    runs,
    subject,
    subjects,
    topic,
)
from triggers.detect.grammar.people import likely_person, post_in, put_person, put_role, subject_person
from triggers.detect.grammar.roles import role_at
from triggers.detect.grammar.spans import Hit, span
from triggers.detect.grammar.status import of_breach
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.kinds import ipo, money_facts
from triggers.detect.kinds.deal_parts import pair_of
from triggers.detect.kinds.order_parts import vendor_at
from triggers.detect.kinds.removals import phrase_start_of_post
from triggers.detect.scene import Scene, money_span, name_span
from triggers.types import EventKind, Status


def find(scene: Scene, line: Line, frames: Frames, done: Set[EventKind]) -> list[Hit]:
    """The hits of the first frame that fits, for each kind that nothing was found of yet."""
    out: list[Hit] = []
    done = set(done) | {kind for kind, why, where in scene.notes if why in _FINAL and where.field == line.field}
    for one in frames.heard(line, done):
        if one.kind in done or (one.money and not scene.money(line)):
            continue
        match = one.pattern.search(line.text, line.start, line.end)
        if match is None or one.refuses(line.content):
            continue
        if hits := _hits(line, one, match):
            for hit in hits:
                _facts(scene, hit)
            out += hits
            done.add(one.kind)
    return out


def _hits(line: Line, one: Frame, match: re.Match[str]) -> list[Hit]:
    told = match.start("v") if "v" in match.re.groupindex else match.start()
    at = next((i for i, t in enumerate(line.toks) if t.end > told), 0)
    behind = next((i for i, t in enumerate(line.toks) if t.start >= match.end()), len(line.toks))
    left, start = _left(line, one, at)
    deal = one.kind is EventKind.ACQUISITION
    right = _right(line, one, behind) if (deal or one.who in _LOOK_RIGHT) and behind < len(line.toks) else None
    if deal:
        right = None if one.who is Who.DOER else right
        if "b" in match.re.groupindex and match["b"]:
            left = _inside(line, *match.span("b"))
        buyer, target = (left, right) if one.who in _BUYS else (right, left)
        hits = pair_of(line, at, start, buyer, target, "frame", one.confidence) if left or right else []
        if (left is None and one.who is Who.BEFORE) or (one.who in _OF_TWO and (left is None or right is None)):
            return []
    else:
        name = right if one.who is Who.OBJECT else left
        asked = "h" in match.re.groupindex  # a pattern that only says it of who holds a post
        if (asked or name is None or name.person) and one.kind in _POSTS and one.who in (Who.BEFORE, Who.DOER):
            return _of_holder(line, one, at, match)
        if name is None or name.person:
            return []
        name = owner_of(line, name)
        hits = [
            Hit(one.kind, name_span(line, name), line, at, "frame", confidence=one.confidence, verb=(start, at + 1))
        ]
    for hit in hits:
        hit.status = one.status or _usual_status(line, one, match)
        _people(line, one, hit, match)
    return hits


def _inside(line: Line, start: int, end: int) -> Name | None:
    """The name between two places of the text."""
    inside = [i for i, t in enumerate(line.toks) if t.start >= start and t.end <= end]
    return named(line, inside[0], inside[-1] + 1) if inside else None


def _of_holder(line: Line, one: Frame, at: int, match: re.Match[str]) -> list[Hit]:
    """ "Acme boss Mara Lind calls it a day": who holds the post stands before the words."""
    first, start = segment(line, at)[0], group_start(line, at)
    if start <= first:
        return []
    post = post_in(line, phrase_start_of_post(line, start, first), start)
    company = post.company or (topic(line, start) if post.role or post.person else None)
    if company is None or company.person or (post.person is not None and post.person.first == company.first):
        return []
    hit = Hit(one.kind, name_span(line, company), line, at, "frame", confidence=one.confidence, verb=(start, at + 1))
    if one.kind is EventKind.EXECUTIVE_DEPARTURE:
        put_person(hit, line, post.person)
    else:
        _people(line, one, hit, match)
    put_role(hit, line, post.role)
    return [hit]


_BIDS = re.compile(r"\b(?:bid|offer|approach|proposal)\b", re.I)
_TAKEN = re.compile(r"\b(?:w[io]ns?|prevails|accept|agree|says? yes|back|recommend|with|bows)", re.I)


def _usual_status(line: Line, one: Frame, match: re.Match[str]) -> Status | None:
    """What a kind's frames mean unless they say otherwise; None where the verb group decides."""
    if one.kind is EventKind.REGULATORY:
        return Status.ANNOUNCED
    if one.kind is EventKind.SECURITY_INCIDENT:
        return of_breach(line.content)
    if one.kind is EventKind.IPO:
        return ipo.status_of(line)
    bids = one.kind is EventKind.ACQUISITION and one.who is Who.DOER_OBJECT and _BIDS.search(match.group())
    return Status.PLANNED if bids and not _TAKEN.match(match.group()) else None


# Reasons of a rule that hold for its kind whatever else the line says.
_FINAL = frozenset(
    {
        "a fund raises for itself",
        "an investor raises for itself",
        "charity, campaign or public money",
        "proceeds of a listing",
        "a fund or a listing",
        "things, property or a minority",
    }
)
# Of deals: who stands left of the words buys; which say nothing where one of two has no name.
_BUYS = frozenset({Who.DOER_OBJECT, Who.DOER, Who.OWNER})
_OF_TWO = frozenset({Who.DOER_OBJECT, Who.OBJECT_DOER, Who.OWNER})
_LOOK_RIGHT = frozenset({Who.OBJECT, Who.DOER_OBJECT, Who.OBJECT_DOER})


def _right(line: Line, one: Frame, behind: int) -> Name | None:
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


def _left(line: Line, one: Frame, at: int) -> tuple[Name | None, int]:
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


def _people(line: Line, one: Frame, hit: Hit, match: re.Match[str]) -> None:
    """Role and person where the pattern marks them as `r` and `p`."""
    parts = match.re.groupindex
    if "p" not in parts and hit.kind in _POSTS and one.who is Who.OBJECT:
        _who_stands_before(line, hit)
    if "p" in parts and match["p"]:
        a, b = (next((i for i, t in enumerate(line.toks) if t.end > p), 0) for p in match.span("p"))
        hit.put("person", match["p"], span(line, a, max(b, a + 1)))
    if "r" in parts and match["r"]:
        i = next((i for i, t in enumerate(line.toks) if t.end > match.start("r")), 0)
        if role := role_at(line, i, bare=True):
            hit.put("role", line.slice(*role), span(line, *role))


def _who_stands_before(line: Line, hit: Hit) -> None:
    """ "Mara Lind takes up a role at Acme": the person in front of the verb."""
    start = group_start(line, hit.at)
    first = segment(line, hit.at)[0]
    person = subject_person(line, first, start) if start > first else None
    if person is not None and likely_person(line, person):
        put_person(hit, line, person)


_POSTS = frozenset({EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE})
_PRICED = frozenset(
    {EventKind.ACQUISITION, EventKind.CONTRACT_WIN, EventKind.EXPANSION, EventKind.REGULATORY, EventKind.EARNINGS}
)


def _facts(scene: Scene, hit: Hit) -> None:
    if hit.kind is EventKind.FUNDING:
        money_facts.fill(scene, hit)
    elif hit.kind in _PRICED:
        for money in scene.money(hit.line):
            if money.amount >= 10_000:
                hit.put("amount", money.amount, money_span(hit.line, money))
                hit.put("currency", money.currency, money_span(hit.line, money))
                return


__all__ = ["Frame", "Frames", "Who", "find", "frame"]
