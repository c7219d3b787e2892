"""Who leaves, from which post and which company, when a verb of leaving stands in the line."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import group_start
from triggers.detect.grammar.lexicon import MONTHS, PLACES, words
from triggers.detect.grammar.names import Name, capital, named, objects, runs, topic
from triggers.detect.grammar.people import Post, likely_person, person_in, post_in, subject_person
from triggers.detect.grammar.posts import board_near, post_after, with_company
from triggers.detect.grammar.roles import FUNCTIONS, ROLE_HEADS
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.kinds.removals import (
    EXECUTIVE,
    PRONOUNS,
    company_of,
    leaves_hit,
    of_executive,
    phrase_start_of_post,
    post_behind,
    role_told,
    teller,
)
from triggers.detect.scene import text_after


def leaves(line: Line, i: int) -> Hit | None:
    first, last = segment(line, i)
    start = group_start(line, i)
    if start <= first:
        return None
    if line.toks[start - 1].low in ("week", "month", "year") and start - 3 > first:
        start -= 2 * (line.toks[start - 2].low in ("this", "last"))  # "Otto Karg this week resigned"
    if line.toks[start - 1].low in PRONOUNS:
        start = teller(line, first, start - 1)
        if start <= first:
            return None
    if line.toks[start - 1].word == "," and (hit := _with_title(line, i, first, start, last)):
        return hit
    if line.toks[start - 1].low in (",", "and", "as", "after", "who"):
        return None
    if any(t.low in ("why", "how", "before", "until", "when", "if", "once") for t in line.toks[first:start]):
        return None
    return _executive_leaves(line, i, first, start, last) or _holder_leaves(line, i, first, start, last)


def _executive_leaves(line: Line, i: int, first: int, start: int, last: int) -> Hit | None:
    """ "Acme hardware executive departs", "Acme co-founder Otto Karg steps down as CEO"."""
    exec_ = next((j for j in range(start - 1, max(first, start - 9), -1) if line.toks[j].low in EXECUTIVE), None)
    if line.toks[first].low in EXECUTIVE and first + 2 < start and line.toks[first + 1].low == "of":
        company = objects(line, first + 2)
        return leaves_hit(line, i, start, company, (first, first + 1), None) if company else None
    if exec_ is None or exec_ <= first or line.toks[exec_ - 1].low in ("chief", "and", "&"):
        return None
    if any(line.toks[j].low in ROLE_HEADS for j in range(exec_ + 1, start)):
        return None
    owner = line.toks[exec_ - 1].poss
    company = of_executive(line, first, exec_) or (objects(line, i + 1) if _leaves_it(line, i) else None)
    if company is None:
        return None
    person = person_in(line, exec_ + 1, start) if exec_ + 1 < start else None
    joined = next((j for j in range(exec_ + 2, start) if line.toks[j].low == "and"), None)
    if joined is not None:
        person = person_in(line, exec_ + 1, joined)  # of two that leave the first is named
    role = _behind(line, i, last).role or _executive_role(line, company, exec_, owner)
    return leaves_hit(line, i, start, company, role, person)


def _executive_role(line: Line, company: Name, exec_: int, owner: bool) -> tuple[int, int] | None:
    if line.toks[exec_].low.endswith(("founder", "founders")):
        return exec_, exec_ + 1
    fields = line.toks[company.last : exec_]
    plain = 0 < len(fields) <= 3 and all(t.alpha and not t.poss for t in fields)
    return (company.last, exec_ + 1) if plain and not owner else None


def _behind(line: Line, i: int, last: int) -> Post:
    as_ = next((j for j in range(i + 1, min(last, i + 6)) if line.toks[j].low in ("as", "als", "from")), None)
    return post_behind(line, as_, last) if as_ is not None else Post()


def _holder_leaves(line: Line, i: int, first: int, start: int, last: int) -> Hit | None:
    post = post_in(line, phrase_start_of_post(line, start, first), start)
    behind = _behind(line, i, last)
    if behind.role is None:
        behind = _from_board(line, i, last)
    if line.toks[i].low.startswith("mov") and not (post.company and post.role and not _to_a_place(line, i)):
        return None
    left = _left_company(line, i, post)
    fielded = left is not None and post.company is not None and _field_behind(line, post.company)
    company = left if fielded else post.company or behind.company or left
    role = post.role or behind.role
    if post.person is None:
        post.person = _before_comma(line, first, start)
    sure = post.person is not None and likely_person(line, post.person)
    if company is None and role is None and post.person and not sure and (found := _in_turn(line, i, post.person)):
        return found
    if company is None and (post.role or (post.person and (role or sure))):
        before = post.role[0] if post.role else post.person.first if post.person else start
        company = topic(line, before) or _next_company(line, i)
    if company is None or company.person or (role is None and not sure and not _executive(line, first, start)):
        return None
    return leaves_hit(line, i, start, company, role, post.person)


def _field_behind(line: Line, company: Name) -> bool:
    """ "Reader services director": a word that opens the line in front of a small field may be none of a name."""
    tok = line.toks[company.last]
    return company.first == 0 and company.last == 1 and not tok.cap and not line.toks[0].poss and tok.low in FUNCTIONS


def _to_a_place(line: Line, i: int) -> bool:
    return i + 2 < len(line.toks) and line.toks[i + 1].low == "to" and line.toks[i + 2].low in PLACES


def _before_comma(line: Line, first: int, start: int) -> Name | None:
    """ "Otto Karg, president and CEO of Acme resigned": no comma closes the aside."""
    begins = phrase_start_of_post(line, start, first)
    if begins < first + 3 or line.toks[begins - 1].word != ",":
        return None
    return subject_person(line, first, begins)


def _in_turn(line: Line, i: int, person: Name) -> Hit | None:
    """ "Acme names Mara Lind CEO as Karg steps down": the post that is filled is the one left."""
    if person.first < 3 or line.toks[person.first - 1].low not in ("as", "after", "while", "when"):
        return None
    role = role_told(line, person.first)
    company = with_company(line, role, role, person.first).company if role else None
    company = company or company_of(line, person.first, person.first, person.first)
    if role is None or company is None or company.person:
        return None
    return leaves_hit(line, i, person.first, company, role, person)


def _from_board(line: Line, i: int, last: int) -> Post:
    """ "resigned from the board of Acme", "to leave Acme board"."""
    board = board_near(line, i + 2, last) if i + 2 < last else None
    if board is None:
        return Post()
    if board[1] + 1 < last and line.toks[board[1]].low in ("of", "at"):
        return Post(objects(line, board[1] + 1), board)
    return Post(named(line, i + 2, board[0]) if board[0] > i + 2 else None, board)


def _with_title(line: Line, i: int, first: int, start: int, last: int) -> Hit | None:
    """ "Otto Karg, CEO of Acme, to step down", "Otto Karg, who founded Acme in 2009, will step down as CEO"."""
    comma = next((j for j in range(first + 1, start - 1) if line.toks[j].word == ","), None)
    if comma is None:
        return None
    if (hit := _named_between(line, i, first, comma, start)) is not None:
        return hit
    held = post_in(line, first, comma)
    if held.company and held.role and held.person and line.toks[held.company.last - 1].poss:
        return leaves_hit(line, i, start, held.company, held.role, held.person)  # "Acme's CFO Mara Lind, 40, leaves"
    person = subject_person(line, first, comma + 1) or person_in(line, first, comma)
    post = post_after(line, comma + 1, start - 1)
    if post.company is None:
        told = _built(line, comma, start) or (topic(line, comma) if post.role else None)
        post = Post(told, post.role or _behind(line, i, last).role)
    if person is None or post.company is None or post.company.first == person.first or post.company.person:
        return None
    return leaves_hit(line, i, start, post.company, post.role, person)


def _named_between(line: Line, i: int, first: int, comma: int, start: int) -> Hit | None:
    """ "Acme founder, Otto Karg, to leave Globex": the name stands between two commas."""
    if line.toks[comma - 1].low not in ROLE_HEADS and line.toks[comma - 1].low not in EXECUTIVE:
        return None
    person = person_in(line, comma + 1, start - 1)
    post = post_in(line, first, comma)
    if person is None or person.last != start - 1 or not likely_person(line, person):
        return None
    company = (_left_company(line, i, Post(None, None, person)) if _leaves_it(line, i) else None) or post.company
    if company is None:
        company = of_executive(line, first, comma - 1) if line.toks[comma - 1].low in EXECUTIVE else None
    role = _behind(line, i, segment(line, i)[1]).role or post.role or (comma - 1, comma)
    return leaves_hit(line, i, start, company, role, person) if company else None


_BUILT = words("founded co-founded cofounded led ran runs run leads started heads headed built chaired chairs joined")


def _built(line: Line, comma: int, start: int) -> Name | None:
    """The company of "who founded Acme in 2009", "who has run Acme's shops", "co-founder of anvil maker Acme"."""
    for j in range(comma + 1, start - 1):
        if line.toks[comma + 1].low == "who" and line.toks[j].low in _BUILT:
            near = next((n for n in runs(line) if j < n.first <= j + 3 and not n.person), None)
            return objects(line, j + 1) or near
        if line.toks[j].low in EXECUTIVE and line.toks[j + 1].low in ("of", "at"):
            return objects(line, j + 2)
    return None


def _next_company(line: Line, i: int) -> Name | None:
    """ "Mara Lind to retire, Acme Group says": the company speaks after the news."""
    if not line.toks[i].low.startswith(("retir", "resign", "step")):
        return None
    return next(
        (n for n in runs(line) if n.first > i + 1 and not n.person and line.toks[n.first].low not in _NO_FIRMS), None
    )


_NO_FIRMS = frozenset(MONTHS) | words("group chief executive board chairman ceo cfo president head annual")


def _executive(line: Line, first: int, start: int) -> bool:
    return any(t.low in EXECUTIVE or t.low in ROLE_HEADS for t in line.toks[first:start])


def _leaves_it(line: Line, i: int) -> bool:
    return line.toks[i].low.startswith(("quit", "leav", "left", "exit", "depart", "verlässt", "quitte", "bid"))


def _left_company(line: Line, i: int, post: Post) -> Name | None:
    """ "Mara Lind quits Acme", "retires from Acme": what is left is the company."""
    if post.person is None:
        return None
    rest = text_after(line, i)
    if not _leaves_it(line, i) and re.match(r"\s+from\b", rest) is None:
        return None
    k = i + 1
    while k < len(line.toks) and line.toks[k].low in ("from", "farewell", "goodbye", "to", "the"):
        k += 1
    return objects(line, k) if k < len(line.toks) and (capital(line.toks[k]) or k == i + 1) else None
