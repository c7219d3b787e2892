"""Who a headline means but does not name: "Acme CEO resigns" above a text that opens with the name."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import group_start
from triggers.detect.grammar.lexicon import GIVEN, PEOPLE, words
from triggers.detect.grammar.names import Name, runs
from triggers.detect.grammar.people import (
    appointee,
    likely_person,
    person_start,
    post_in,
    put_person,
    put_role,
    subject_person,
)
from triggers.detect.grammar.posts import post_after
from triggers.detect.grammar.roles import ROLE_HEADS, ROLE_WORDS
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.kinds.appointees import object_of, phrase_end, run_end
from triggers.detect.kinds.arrivals import ARRIVING, NEW
from triggers.detect.kinds.executive_hire import ACTIVE, PASSIVE, appointed
from triggers.detect.kinds.handovers import APPOINTMENTS
from triggers.detect.kinds.leaving import LEAVES, goes
from triggers.detect.scene import Scene
from triggers.types import EventKind, Status

_PEOPLE = frozenset({EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE})


def complete(scene: Scene, hits: list[Hit]) -> None:
    """Adds to hits of the headline the person, and the role where none is told, from the sentences below it."""
    for hit in hits:
        if hit.kind not in _PEOPLE or "person" in hit.facts or hit.line.field != "title":
            continue
        taken = {h.facts["person"][0] for h in hits if "person" in h.facts}
        for line in [x for x in scene.title if x is not hit.line] + scene.opening:
            find = _hired if hit.kind is EventKind.EXECUTIVE_HIRE else _left
            person, role = find(line)
            if person is not None and line.slice(person.first, person.last) not in taken:
                put_person(hit, line, person)
                if "role" not in hit.facts:
                    put_role(hit, line, role)
                break
        if "person" not in hit.facts:
            _alone(scene, hit, taken)


_TITLES = ROLE_WORDS | PEOPLE
_ONCE = words("former ex formerly late succeeds succeeding replaces replacing succeeded replaced says said")


def _alone(scene: Scene, hit: Hit, taken: set[str]) -> None:
    """Adds the person where headline and opening name one person only, by a known given name."""
    found: dict[str, tuple[Line, Name]] = {}
    for line in scene.title + scene.opening:
        for name in runs(line):
            first = next((j for j in range(name.first, name.last) if line.toks[j].low not in _TITLES), name.last)
            who = Name(first, name.last, True)
            text = line.slice(first, name.last)
            if not _two(line, who) or line.toks[first].low not in GIVEN or text in taken or text in hit.company.text:
                continue
            if first and line.toks[first - 1].low in _ONCE:
                return
            found.setdefault(line.toks[name.last - 1].low, (line, who))
    if len(found) == 1:
        [(line, name)] = found.values()
        put_person(hit, line, name)


def successor(scene: Scene, hits: list[Hit]) -> Hit | None:
    """ "Acme CEO resigns" above "Mara Lind will take over": the hire that a departure's text goes on to tell."""
    left = next((h for h in hits if h.kind is EventKind.EXECUTIVE_DEPARTURE and h.line.field == "title"), None)
    if left is None or any(h.kind is EventKind.EXECUTIVE_HIRE for h in hits):
        return None
    gone = left.facts["person"][0].split()[-1] if "person" in left.facts else None
    for line in [x for x in scene.title if x is not left.line] + scene.opening:
        for i, tok in enumerate(line.toks):
            found = _follows(line, i, tok.low)
            if found is None or (gone and gone in line.slice(found[0].first, found[0].last)):
                continue
            hit = Hit(EventKind.EXECUTIVE_HIRE, left.company, line, i, "follows", confidence=0.7, verb=(i, i + 1))
            put_person(hit, line, found[0])
            put_role(hit, line, found[1])
            if found[1] is None and "role" in left.facts:
                hit.facts["role"] = left.facts["role"]
            return hit
    return None


def _follows(line: Line, i: int, low: str) -> tuple[Name, tuple[int, int] | None] | None:
    """Who follows, by the verb at token `i`, and in which post where one is told."""
    last = segment(line, i)[1]
    if low in ("succeeded", "replaced") and i + 2 < last and line.toks[i + 1].low == "by":
        person = appointee(line, i + 2, phrase_end(line, i + 2))
        return (person, None) if person is not None and likely_person(line, person) else None
    if low in _NAMED and i and line.toks[i - 1].low in ("and", "it", "board", "has", "directors", "company"):
        role, person = object_of(line, i)
        named = person is not None and person.last - person.first > 1
        return (person, role) if person is not None and named and role is not None else None
    if low in PASSIVE:
        person = appointed(line, i)
        role = post_after(line, i + 1, last).role
        return (person, role) if person is not None and role is not None and likely_person(line, person) else None
    if not low.startswith(("succeed", "replac", "becom", "assum")) and not _takes_over(line, i):
        return None
    person = _before(line, i)
    as_ = next((j for j in range(i + 1, min(last, i + 10)) if line.toks[j].low == "as"), i)
    return (person, post_after(line, as_ + 1, last).role) if person is not None else None


def _takes_over(line: Line, i: int) -> bool:
    nxt = line.toks[i + 1].low if i + 1 < len(line.toks) else ""
    return line.toks[i].low in _TAKES and nxt in ("over", "as", "into", "in", "up")


_TAKES = words("take takes taking taken serve serves serving step steps stepping stepped")
_NAMED = words("appointed named tapped promoted elevated chose picked selected hired installed")


def predecessor(scene: Scene, hits: list[Hit]) -> Hit | None:
    """ "Acme names Mara Lind CEO" above "She takes over from Otto Karg, who is retiring": whom she follows."""
    came = next((h for h in hits if h.kind is EventKind.EXECUTIVE_HIRE and h.line.field == "title"), None)
    if came is None or any(h.kind is EventKind.EXECUTIVE_DEPARTURE for h in hits):
        return None
    for line in scene.title + scene.opening:
        match = _TAKES_FROM.search(line.text, line.start, line.end)
        if match is None or match["p"].split()[-1] in str(came.facts.get("person", ("",))[0]):
            continue
        first, last = (next(j for j, t in enumerate(line.toks) if t.end >= at) for at in match.span("p"))
        person = Name(first, last + 1, True)
        if not likely_person(line, person):
            continue
        hit = Hit(EventKind.EXECUTIVE_DEPARTURE, came.company, line, first, "is followed", verb=(first, first + 1))
        hit.confidence, hit.status = 0.7, Status.ANNOUNCED
        put_person(hit, line, person)
        if "role" in came.facts:
            hit.facts["role"] = came.facts["role"]
        return hit
    return None


_GOES = (
    r"(?:(?:is|will be|was|are|will|plans to|intends to|to|has decided to|announced (?:that )?(?:he|she) (?:will|"
    r"would)|"
    r"recently|has|had)(?: also)? )*(?:retir(?:e|es|ing)|leav(?:e|es|ing)|step(?:s|ping)? (?:down|aside|back)|"
    r"depart(?:s|ing)?|"
    r"resign(?:s|ing)|mov(?:es|ing) (?:on|to|into)|exit(?:s|ing)?|bow(?:s|ing) out|becom(?:es|ing)|hand(?:s|ing) over|"
    r"announc(?:es|ed|ing) (?:his|her|their) (?:retirement|resignation|departure|plans? to))"
)
_TAKES_FROM = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|tak(?:e|es|ing) (?:over|the (?:reins|helm|baton)) (?:from|for)|"
    r"took over from|"
    r"(?:in place|takes? the place) of|into the shoes of|fill(?:s|ing)? the shoes of|follows|relieves|comes? in for) "
    r"(?:(?:the|its|their|current|outgoing|departing|retiring|long-?(?:time|serving|standing)|interim|acting|founder|"
    r"co-founder|and|"
    r"chief|executive|officer|financial|operating|ceo|cfo|coo|cto|chair|chairman|president|group|managing|director|"
    r"boss|founding)(?:,)? )*"
    rf"(?P<p>(?-i:[A-Z])[\w.'’-]+(?: (?-i:[A-Z])[\w.'’-]+){{1,3}})(?:, \d\d)?,? (?:who|as (?:he|she)|when (?:he|she)|"
    rf"on [A-Z]\w+ \d+,? when (?:he|she)|"
    rf"after (?:he|she)) [^.;]{{0,30}}?{_GOES}\b",
    re.I,
)


def _hired(line: Line) -> tuple[Name | None, tuple[int, int] | None]:
    for i, tok in enumerate(line.toks):
        if tok.low in PASSIVE and (who := appointed(line, i)) is not None and likely_person(line, who):
            return who, post_after(line, i + 1, segment(line, i)[1]).role
        if tok.low in ARRIVING or (tok.low in NEW and _said_new(line, i)):
            person = _before(line, i)
            if person is not None:
                return person, None
        told = i + 1 if tok.low in APPOINTMENTS and i + 2 < len(line.toks) and line.toks[i + 1].low == "of" else i
        if tok.low in ACTIVE or told > i:
            role, person = object_of(line, told)
            if person is not None and role is not None and likely_person(line, person):
                return person, role
    return None, None


def _said_new(line: Line, i: int) -> bool:
    return any(t.low in ("new", "next", "first", "incoming") for t in line.toks[i + 1 : i + 5])


def _before(line: Line, i: int) -> Name | None:
    first, _ = segment(line, i)
    start = group_start(line, i)
    person = subject_person(line, first, start) if start > first else None
    return person if person is not None and likely_person(line, person) else None


def _left(line: Line) -> tuple[Name | None, tuple[int, int] | None]:
    for i, tok in enumerate(line.toks):
        if tok.low in LEAVES and goes(line, i):
            first, _ = segment(line, i)
            start = group_start(line, i)
            post = post_in(line, max(first, person_start(line, start, first)), start) if start > first else None
            person = post.person if post and post.person else _before(line, i)
            if person is not None and likely_person(line, person):
                return person, post.role if post else None
    return _titled(line), None


def _titled(line: Line) -> Name | None:
    """ "chief executive Mara Lind": a name right behind a title."""
    for i, tok in enumerate(line.toks[:-1]):
        if (
            tok.low in ROLE_HEADS
            and (name := appointee(line, i + 1, run_end(line, i + 1, len(line.toks))))
            and _two(line, name)
        ):
            return name
    return None


def _two(line: Line, name: Name) -> bool:
    return name.last - name.first > 1 and likely_person(line, name)
