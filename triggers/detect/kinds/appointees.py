"""Whom a verb of appointing takes as its object: the person and the post, in either order."""

from __future__ import annotations

from triggers.detect.grammar import status as statuses
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, capital
from triggers.detect.grammar.negation import negated
from triggers.detect.grammar.people import PARTICLES, appointee, put_person, put_role, told_behind
from triggers.detect.grammar.posts import introduced
from triggers.detect.grammar.roles import ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.scene import name_span
from triggers.types import EventKind, Status

STOPS = words("to for in as after amid at by with on who, who while despite , ; : ( and")


def object_of(line: Line, i: int) -> tuple[tuple[int, int] | None, Name | None]:
    """Role and person behind a verb of appointing, in either order."""
    _, last = segment(line, i)
    while i + 1 < last and line.toks[i + 1].low in ("to", "in", "on", "up", "onboard", "aboard", "of"):
        i += 1
    if found := introduced(line, i + 1, min(last, i + 40)):
        role, begins = found
        if line.toks[role[0] - 1].low == "to" and (own := _post_itself(line, i + 1, begins)):
            return own, None
        return role, appointee(line, i + 1, begins)
    for j in range(i + 1, min(last, i + 22)):
        low = line.toks[j].low
        if low in _LEAVING or low in ("after", "amid", "following", "despite", "who", "which", "while", "says", "said"):
            break
        bare = role_at(line, j) if low in ROLE_HEADS or low in ROLE_ADJECTIVES or low in _DETERMINERS else None
        if bare is not None:
            return _bare(line, i, j, bare, last)
    return None, None


def _post_itself(line: Line, first: int, begins: int) -> tuple[int, int] | None:
    """ "new CFO to lead its next phase": the post is told, what it is for adds nothing."""
    role = role_at(line, first) if first < begins else None
    return role if role is not None and role[1] == begins and not line.toks[first].poss else None


def settled(hit: Hit) -> Hit:
    """ "Will become" and "is to be replaced by" tell what is settled, unless the line doubts or denies it."""
    line = hit.line
    if statuses.rumoured(line.text, line.start, line.end) is None and negated(line, hit.at) is None:
        hit.status = Status.ANNOUNCED
    return hit


def _bare(line: Line, i: int, j: int, role: tuple[int, int], last: int) -> tuple[tuple[int, int] | None, Name | None]:
    """The role stands beside the person: "Mara Lind CEO", "CTO Mara Lind interim CEO", "new CFO Mara Lind"."""
    before = appointee(line, i + 1, j) if j > i + 1 else None
    bare = role_at(line, j, bare=True) or role
    after = appointee(line, bare[1], run_end(line, bare[1], last))
    if after and (real := _role_right_behind(line, after.last, last)):
        return real, after
    if before and not _describes(line, i + 1, j):
        return role, before
    if before and after:
        return bare, after
    if before is None and after is None and line.toks[j].low in _DETERMINERS:
        after = told_behind(line, role[1], len(line.toks))
        return role, after
    return (bare, after) if after else (role, before)


def run_end(line: Line, k: int, last: int) -> int:
    """Where the capitals that may name a person end."""
    end = k
    while (
        end < last
        and end - k < 6
        and line.toks[end].low not in ROLE_HEADS
        and line.toks[end].low not in ROLE_ADJECTIVES
    ):
        if not capital(line.toks[end]) and (end == k or line.toks[end].low not in PARTICLES):
            break
        end += 1
    return end


def _role_right_behind(line: Line, k: int, last: int) -> tuple[int, int] | None:
    if k < last and (line.toks[k].low in ROLE_HEADS or line.toks[k].low in ROLE_ADJECTIVES):
        return role_at(line, k)
    return None


def _describes(line: Line, first: int, last: int) -> bool:
    """ "former Globex" in front of a post: whom the person worked for."""
    return any(t.low in ("former", "ex", "ex-") or t.low.startswith("ex-") for t in line.toks[first:last])


_LEAVING = words("departure departures resignation retirement exit exits ouster stepping leaving departs")
_DETERMINERS = words("""its new a an the next neuen neuer""")


def phrase_end(line: Line, i: int) -> int:
    return next(
        (j for j in range(i, min(len(line.toks), i + 8)) if line.toks[j].low in STOPS), min(len(line.toks), i + 8)
    )


def _without_firm(line: Line, role: tuple[int, int] | None, company: Name) -> tuple[int, int] | None:
    """ "chairman of Acme" where Acme appoints: the firm is no part of the title."""
    if role is None:
        return None
    own = [t.low for t in line.toks[company.first : company.last]]
    for j in range(role[0] + 1, role[1]):
        if line.toks[j].low in ("of", "at") and [t.low for t in line.toks[j + 1 : j + 1 + len(own)]] == own:
            return role[0], j
    return role


def hire_hit(
    line: Line,
    i: int,
    start: int,
    company: Name,
    role: tuple[int, int] | None,
    person: Name | None,
    rule: str,
    confidence: float,
) -> Hit:
    hit = Hit(
        EventKind.EXECUTIVE_HIRE, name_span(line, company), line, i, rule, confidence=confidence, verb=(start, i + 1)
    )
    put_role(hit, line, _without_firm(line, role, company))
    put_person(hit, line, person)
    return hit


def post_taken(
    line: Line, i: int, start: int, company: Name, role: tuple[int, int] | None, person: Name | None, sure: float
) -> Hit:
    """A person takes a post by their own verb; `sure`: the confidence."""
    return settled(hire_hit(line, i, start, company, role, person, "takes a post", sure))
