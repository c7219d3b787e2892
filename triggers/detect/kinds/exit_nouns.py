"""Departures told as a thing: the resignation of somebody, somebody's exit, a retirement announced."""

from __future__ import annotations

from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import objects
from triggers.detect.grammar.people import Post, likely_person, post_in
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.grammar.verbs import VERBS, inflect
from triggers.detect.kinds.removals import leaves_hit, phrase_start_of_post, post_behind

NOUNS = words("""resignation departure exit retirement ouster rücktritt abgang départ démission""")


def told_as_noun(line: Line, i: int) -> Hit | None:
    """ "Acme confirms Mara Lind's resignation as CEO", "Acme CFO's departure", "Acme CEO announces retirement"."""
    first, last = segment(line, i)
    if i + 2 < last and line.toks[i + 1].low in ("of", "von", "de", "du"):
        return _departure_of(line, i, first, last)
    if i > first and line.toks[i - 1].poss:
        return _departure_by(line, i, first, last)
    told = next((j for j in range(i - 1, max(first, i - 4), -1) if line.toks[j].low in _TELLS), None)
    if told is None or any(t.low not in _OWN for t in line.toks[told + 1 : i]):
        return None
    start = group_start(line, told)
    post = post_in(line, phrase_start_of_post(line, start, first), start) if start > first else Post()
    if post.company is None or post.role is None or post.company.person:
        return None
    return leaves_hit(line, i, start, post.company, post.role, post.person)


_TELLS = inflect("announce confirm reveal plan bring set") | words("hastens eyes tenders tendered")
_OWN = words("his her their its own early shock surprise forward date for the planned on sudden immediate s")


def _departure_of(line: Line, i: int, first: int, last: int) -> Hit | None:
    post = post_in(line, i + 2, _right(line, i + 2, last))
    told = next((j for j in range(i - 1, first, -1) if line.toks[j].low in VERBS), None)
    company = post.company or (doer(line, told)[0] if told else None)
    if company and not company.person and (post.role or post.person):
        return leaves_hit(line, i, i, company, post.role, post.person)
    return None


def _departure_by(line: Line, i: int, first: int, last: int) -> Hit | None:
    post = post_in(line, _left_verb(line, i, first), i)
    if i + 2 < last and line.toks[i + 1].low == "from" and (left := objects(line, i + 2)) and not left.person:
        who = post.person or post.company  # "Otto Karg's departure from Acme"
        if who is not None and likely_person(line, who):
            return leaves_hit(line, i, i, left, post.role, who)
    as_ = i + 1 if i + 1 < last and line.toks[i + 1].low == "as" else None
    behind = post_behind(line, as_, last) if as_ is not None else Post()
    company = post.company if post.company and not post.company.person else behind.company
    person = post.person or (post.company if post.company and post.company.person else None)
    if company is None:
        company = next(
            (n for j in range(first + 1, i) if line.toks[j].low in _CONFIRMS and (n := doer(line, j)[0])), None
        )
    role = post.role or behind.role
    if company and role and company is not person:
        return leaves_hit(line, i, i, company, role, person)
    return None


_CONFIRMS = words("confirms announces confirmed announced")


def _right(line: Line, i: int, last: int) -> int:
    j = i
    while (
        j < last
        and j - i < 8
        and line.toks[j].word not in ",;()"
        and line.toks[j].low not in ("as", "after", "amid", "and", "from")
    ):
        j += 1
    return j


def _left_verb(line: Line, i: int, first: int) -> int:
    j = i
    while j > first and line.toks[j - 1].low not in _CONFIRMS | {"after", "of", "following", ","}:
        j -= 1
    return j
