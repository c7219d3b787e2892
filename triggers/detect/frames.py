"""Frames: newsroom turns of phrase as a table, read where the rule of their kind found nothing.

A frame is a pattern that gives an event away and says where the company stands: the doer of the verb it opens with,
what follows it, or what stands right before it. Naming, status and amounts come from the shared grammar.
"""

from __future__ import annotations

import re
from collections.abc import Set

from triggers.detect.frame_sides import left_of, name_between, right_of
from triggers.detect.frame_table import Frame, Frames, Who, frame
from triggers.detect.grammar.groups import group_start
from triggers.detect.grammar.names import (
    owner_of,
    topic,
)
from triggers.detect.grammar.people import likely_person, post_in, put_person, put_role, subject_person
from triggers.detect.grammar.roles import role_at
from triggers.detect.grammar.spans import Hit, span
from triggers.detect.grammar.status import of_breach
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.kinds import ipo, money_facts
from triggers.detect.kinds.deal_parts import pair_of
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
                put_sums(scene, hit)
            out += hits
            done.add(one.kind)
    return out


def _hits(line: Line, one: Frame, match: re.Match[str]) -> list[Hit]:
    told = match.start("v") if "v" in match.re.groupindex else match.start()
    at = next((i for i, t in enumerate(line.toks) if t.end > told), 0)
    behind = next((i for i, t in enumerate(line.toks) if t.start >= match.end()), len(line.toks))
    left, start = left_of(line, one, at)
    deal = one.kind is EventKind.ACQUISITION
    right = right_of(line, one, behind) if (deal or one.who in _LOOK_RIGHT) and behind < len(line.toks) else None
    if deal:
        right = None if one.who is Who.DOER else right
        if "b" in match.re.groupindex and match["b"]:
            left = name_between(line, *match.span("b"))
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


def put_sums(scene: Scene, hit: Hit) -> None:
    """What the line says of money, for kinds that have a price, and the round of new money."""
    if hit.kind is EventKind.FUNDING:
        money_facts.fill(scene, hit)
    elif hit.kind in _PRICED:
        for money in scene.money(hit.line):
            if money.amount >= 10_000:
                hit.put("amount", money.amount, money_span(hit.line, money))
                hit.put("currency", money.currency, money_span(hit.line, money))
                return


__all__ = ["Frame", "Frames", "Who", "find", "frame"]
