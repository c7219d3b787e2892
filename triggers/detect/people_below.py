"""Who a headline means but does not name: "Acme CEO resigns" above a text that opens with the name."""

from __future__ import annotations

from triggers.detect.appointees import object_of, run_end
from triggers.detect.arrivals import ARRIVING, NEW
from triggers.detect.executive_departure import LEAVES, goes
from triggers.detect.executive_hire import ACTIVE, PASSIVE, appointed
from triggers.detect.groups import group_start
from triggers.detect.names import Name
from triggers.detect.people import appointee, likely_person, person_start, post_in, put_person, put_role, subject_person
from triggers.detect.posts import post_after
from triggers.detect.roles import ROLE_HEADS
from triggers.detect.scene import Scene
from triggers.detect.spans import Hit
from triggers.detect.tokens import Line, segment
from triggers.types import EventKind

_PEOPLE = frozenset({EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE})


def complete(scene: Scene, hits: list[Hit]) -> None:
    """Adds to hits of the headline the person, and the role where none is told, from the sentences below it."""
    for hit in hits:
        if hit.kind not in _PEOPLE or "person" in hit.facts or hit.line.field != "title":
            continue
        taken = {h.facts["person"][0] for h in hits if "person" in h.facts}
        for line in scene.opening:
            find = _hired if hit.kind is EventKind.EXECUTIVE_HIRE else _left
            person, role = find(line)
            if person is not None and line.slice(person.first, person.last) not in taken:
                put_person(hit, line, person)
                if "role" not in hit.facts:
                    put_role(hit, line, role)
                break


def _hired(line: Line) -> tuple[Name | None, tuple[int, int] | None]:
    for i, tok in enumerate(line.toks):
        if tok.low in PASSIVE and (who := appointed(line, i)) is not None and likely_person(line, who):
            return who, post_after(line, i + 1, segment(line, i)[1]).role
        if tok.low in ARRIVING or (tok.low in NEW and _said_new(line, i)):
            person = _before(line, i)
            if person is not None:
                return person, None
        if tok.low in ACTIVE:
            role, person = object_of(line, i)
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
