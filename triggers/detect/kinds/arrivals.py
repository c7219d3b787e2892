"""How people come to a post by their own verb: joins, takes over, becomes, moves to, is the new."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import group_start
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import Name, capital, first_subject, named, objects, topic
from triggers.detect.grammar.people import (
    Post,
    appointee,
    likely_person,
    person_start,
    post_in,
    subject_person,
    told_behind,
)
from triggers.detect.grammar.posts import TASKS, post_after, task_end, with_company
from triggers.detect.grammar.roles import ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.grammar.verbs import inflect
from triggers.detect.kinds.appointees import post_taken
from triggers.detect.kinds.joining import LOOSE, joins
from triggers.detect.kinds.newcomers import comes
from triggers.detect.kinds.removals import EXECUTIVE, firm_in_aside, of_executive
from triggers.detect.scene import text_after
from triggers.types import EventKind

KIND = EventKind.EXECUTIVE_HIRE
ARRIVING = inflect(
    "join become succeed replace return rejoin head move jump defect switch assume serve land fill"
) | words(
    """takes take taking taken took became wird steigt wechselt übernimmt rejoint devient steps step
    stepping comes come lead run oversee helm"""
)
NEW = words("is be")
_JOINING = ("join", "rejoin", "return", "wechselt", "rejoint")
_MOVING = ("mov", "head", "jump", "defect", "switch")
_ABOARD = re.compile(r"\s+(?:aboard|on board|onboard|on|in)\b")
_HELM = re.compile(
    r"\s+(?:over )?(?:(?:up )?(?:the |as |into the )?)(?P<what>helm|reins|wheel|charge|top (?:job|post|role|spot)|"
    r"leadership|hot seat|corner office|controls|over)\b",
    re.I,
)
_INTO = re.compile(
    r"\s+(?:over|charge|the helm|(?:the )?reins|up|into|in as|on (?:the )?(?:role|post|position|job)|the)\b"
)


def arriving(line: Line, i: int) -> Hit | None:
    """ "Mara Lind joins Acme as CFO", "Mara Lind to succeed Otto Karg as Acme CEO", "becomes CEO of Acme"."""
    first, last = segment(line, i)
    start = group_start(line, i)
    if start <= first:
        return None
    if line.toks[start - 1].low == "who" and line.toks[start].low not in ("will", "is", "to"):
        return None  # "Mara Lind, who joined Acme as CFO in 2019, says"
    if any(t.low in _NOT for t in line.toks[start:i]):
        return None  # "will no longer serve as CEO", "will not return as"
    if line.toks[start].low == "to" and any(t.low in _APPOINTING for t in line.toks[first:start]):
        return None  # "hires Mara Lind to become its first CFO"
    before = _before(line, first, start)
    as_ = next((j for j in range(i + 1, min(last, i + 14)) if line.toks[j].low in ("as", "als", "comme", "como")), None)
    low = line.toks[i].low
    if low.startswith(_JOINING):
        return joins(line, i, start, before, as_, last)
    if low in TASKS and as_ is not None and (led := _leads_as(line, i, start, before, as_)):
        return led
    if low in TASKS and any(t.low == "to" for t in line.toks[start:i]):
        return _leads(line, i, start, before, last)
    if low.startswith(_MOVING):
        return _moves(line, i, start, before, as_, last)
    if low.startswith("come") and _ABOARD.match(text_after(line, i)) is None:
        return comes(line, i, first, start)
    return _takes(line, i, start, before, _post(line, i, before, as_, last))


def _before(line: Line, first: int, start: int) -> Post:
    """Who arrives, and the post held until now: "Acme CFO Mara Lind", "Mara Lind, formerly of Globex,"."""
    comma = next((j for j in range(start - 2, first, -1) if line.toks[j].word == ","), first)
    aside = line.toks[start - 1].word == "," and comma > first and line.toks[comma - 1].low in ROLE_HEADS
    if aside and (name := told_behind(line, comma, start - 1)):  # "Acme's CFO, Mara Lind, will become"
        post = post_in(line, first, comma)
        return Post(post.company, post.role, name)
    begin = max(first, person_start(line, start, first))
    post = post_in(line, begin, start) if begin < start else Post()
    person = subject_person(line, first, start)
    if line.toks[start - 1].low in EXECUTIVE:
        post.person = None
    if line.toks[start - 1].low == "and" and post.person is None:
        person = _opens(line, first, start)
    if person is not None and (post.person is None or begin != first):
        post.person = person
    return post


def _opens(line: Line, first: int, start: int) -> Name | None:
    """ "Mara Lind will leave Globex and take over as": who the first verb of the sentence is about."""
    end = first
    while end < start and capital(line.toks[end]):
        end += 1
    person = appointee(line, first, end) if end > first else None
    return person if person is not None and likely_person(line, person) else None


def _post(line: Line, i: int, before: Post, as_: int | None, last: int) -> Post | None:
    low, rest = line.toks[i].low, text_after(line, i)
    if low.startswith(("become", "became", "wird", "devient")):
        return post_after(line, i + 1 + (line.toks[i + 1].low in _ARTICLES if i + 1 < last else 0), last)
    if low.startswith(("assum", "fill")) or (low.startswith("step") and re.match(r"\s+into\b", rest)):
        return post_after(line, i + 1, last)
    if low.startswith("step") and re.match(r"\s+up (?:to|as)\b", rest):
        return post_after(line, i + 3, last)
    if as_ is not None and low.startswith("com"):
        return post_after(line, as_ + 1, last)
    if as_ is not None and (low.startswith(("succe", "replac", "serv")) or _INTO.match(rest)):
        return post_after(line, as_ + 1, last)
    over = low.startswith(("tak", "took")) and re.match(r"\s+over\b", rest)
    instead = low.startswith(("replac", "succe")) and re.match(r"\s+(?:her|him|them)\b|\s*$|\s*[,;.]", rest)
    if (over or instead) and before.person and vacated(line):
        return Post(None, vacated(line), None)
    two = before.person is not None and before.person.last - before.person.first > 1
    if low.startswith(("replac", "succe")) and two and (held := _held_by(line, i, last)):
        return Post(None, held, None)
    if low.startswith(("tak", "took", "step")) and re.match(r"\s+(?:on|up (?:the|a|her|his))\b", rest):
        return post_after(line, i + 1, last)
    return None


def _held_by(line: Line, i: int, last: int) -> tuple[int, int] | None:
    """ "replaces long-time CEO Otto Karg": the post of who goes is the one taken."""
    for j in range(i + 1, min(last - 1, i + 6)):
        role = (
            role_at(line, j, bare=True)
            if line.toks[j].low in ROLE_HEADS or line.toks[j].low in ROLE_ADJECTIVES
            else None
        )
        if role is not None:
            gone = appointee(line, role[1], min(last, role[1] + 4))
            return role if gone is not None and likely_person(line, gone) else None
    return None


_NOT = words("longer not never")
_ARTICLES = words("""its new a an the next neuen neuer""")
_HELD = words("at of")


def _takes(line: Line, i: int, start: int, before: Post, post: Post | None) -> Hit | None:
    if post is None or post.role is None:
        return _after_them(line, i, start, before) or _helm(line, i, start, before)
    if line.toks[post.role[0]].low in ("adviser", "advisor") and not line.lows.isdisjoint(_LEFT | {"down"}):
        return None  # who steps down stays as an adviser
    if before.person is None and line.toks[post.role[1] - 1].low in LOOSE:
        return None  # "becomes payments partner of": no post that a person holds
    company = post.company or _at_the_helm(line, i) or before.company
    if company is None and (held := vacated(line)):
        company = with_company(line, held, held, len(line.toks)).company
    if before.person is not None and not line.toks[i].low.startswith("join"):
        company = company or firm_in_aside(line, segment(line, i)[0], start)
    company = company or _moved_to(line, start)
    company = company or (topic(line, before.person.first) if before.person else None) or _told(line, start)
    if before.person is None and before.company is None:
        first = segment(line, i)[0]
        exec_ = next((j for j in range(first + 1, start) if line.toks[j].low in EXECUTIVE), None)
        company = of_executive(line, first, exec_) if exec_ is not None and not before.role else None
    if company is None or company.person:
        return None
    return post_taken(line, i, start, company, post.role, before.person, 0.8)


def _moved_to(line: Line, start: int) -> Name | None:
    """ "Otto Karg is moving to Acme to become its COO": where the post is."""
    if line.toks[start].low != "to":
        return None
    k = next((j for j in range(start - 1, max(0, start - 8), -1) if line.toks[j].low in _GOES_TO), None)
    if k is None:
        return None
    return objects(line, k + 1 + (line.toks[k + 1].low in ("to", "over")))


_GOES_TO = words("moving moves moved joins joining joined heads heading switches switching defects returns returning")


def _after_them(line: Line, i: int, start: int, before: Post) -> Hit | None:
    """ "Acme finance chief Mara Lind will succeed her": whom is told elsewhere."""
    them = i + 1 < len(line.toks) and line.toks[i + 1].low in ("him", "her", "them")
    firm, person = before.company, before.person
    if not them or not line.toks[i].low.startswith(("succe", "replac")) or firm is None or person is None:
        return None
    return post_taken(line, i, start, firm, None, person, 0.75) if not firm.person else None


def _told(line: Line, start: int) -> Name | None:
    """ "Acme said that Mara Lind will become": who tells it."""
    name = first_subject(line, start)
    return name if name and not name.person else None


def _at_the_helm(line: Line, i: int) -> Name | None:
    """ "Globex veteran Mara Lind takes the reins at Acme as CEO": whose reins they are."""
    match = _HELM.match(text_after(line, i))
    end = line.toks[i].end + match.end() if match is not None and match["what"] != "over" else len(line.text)
    k = next((j for j in range(i + 1, len(line.toks) - 1) if line.toks[j].start >= end), None)
    return objects(line, k + 1) if k is not None and line.toks[k].low in _HELD else None


def _helm(line: Line, i: int, start: int, before: Post) -> Hit | None:
    """ "Mara Lind takes the helm at Acme": at the top, though no title is told."""
    match = _HELM.match(text_after(line, i))
    if match is None or before.person is None or not line.toks[i].low.startswith(("tak", "took", "assum", "step")):
        return None
    end = line.toks[i].end + match.end()
    k = next((j for j in range(i + 1, len(line.toks)) if line.toks[j].start >= end), len(line.toks))
    if k >= len(line.toks) or line.toks[k].low not in _HELD or not likely_person(line, before.person):
        return None
    company = objects(line, k + 1)
    if company is None or company.person:
        return None
    return post_taken(line, i, start, company, None, before.person, 0.75)


def vacated(line: Line) -> tuple[int, int] | None:
    """The post somebody else leaves in the same line: "steps down as Acme CEO, Mara Lind to take over"."""
    if not line.lows & _LEFT:
        return None
    for j, tok in enumerate(line.toks):
        if tok.low in ROLE_HEADS and (role := role_at(line, j, bare=True)):
            return role
    return None


_LEFT = words("step steps stepping stepped resigns quits retire retires leaves leaving resigned exits exit departs out")


def _moves(line: Line, i: int, start: int, before: Post, as_: int | None, last: int) -> Hit | None:
    """ "moves from Globex to Acme as head of product", "moved from Globex to CSO at Acme"."""
    to = next((j for j in range(i + 1, min(last, i + 8)) if line.toks[j].low == "to"), None)
    if to is None or before.person is None or not likely_person(line, before.person):
        return None
    if line.toks[to + 1 : to + 2] and (
        line.toks[to + 1].low in ROLE_HEADS or line.toks[to + 1].low in ROLE_ADJECTIVES | _ARTICLES
    ):
        post = post_after(line, to + 1, last)
    else:
        role = role_at(line, as_ + 1) if as_ is not None and as_ > to else None
        post = Post(objects(line, to + 1), role)
    if post.company is None or post.role is None or post.company.person:
        return None
    return post_taken(line, i, start, post.company, post.role, before.person, 0.8)


def _leads_as(line: Line, i: int, start: int, before: Post, as_: int) -> Hit | None:
    """ "Mara Lind will lead Acme as interim CEO"."""
    company, role = objects(line, i + 1), role_at(line, as_ + 1)
    ahead = line.toks[start].low in ("to", "will")
    if not ahead or before.person is None or company is None or company.person or company.last != as_ or role is None:
        return None
    return post_taken(line, i, start, company, role, before.person, 0.8)


def _leads(line: Line, i: int, start: int, before: Post, last: int) -> Hit | None:
    """ "Mara Lind to lead Acme's European business"."""
    owner = next((j for j in range(i + 1, min(last, i + 5)) if line.toks[j].poss), None)
    person = before.person
    if owner is None or person is None or person.last != start:
        return None
    if not likely_person(line, person) or not line.lows.isdisjoint(_MANDATES):
        return None
    company = named(line, i + 1, owner + 1)
    return (
        post_taken(line, i, start, company, (i, task_end(line, i)), person, 0.75)
        if company and not company.person
        else None
    )


_MANDATES = words("round ipo offering funding deal probe investigation investment sale series seed loan bond financing")
_APPOINTING = inflect("appoint name hire poach recruit tap promote elect choose pick")
