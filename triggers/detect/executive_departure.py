"""Executive departure: somebody at the top leaves, is dismissed, or will leave."""

from __future__ import annotations

import re

from triggers.detect.groups import doer, group_start
from triggers.detect.lexicon import MONTHS, words
from triggers.detect.makers import MAKERS
from triggers.detect.names import Name, named, objects, runs, topic
from triggers.detect.people import OPENS_NAMES, PUBLIC, Post, likely_person, person_in, post_in, put_person, put_role
from triggers.detect.roles import ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.scene import Rule, Scene, name_span, text_after
from triggers.detect.spans import Hit
from triggers.detect.tokens import Line, segment
from triggers.detect.verbs import VERBS, inflect
from triggers.types import EventKind

KIND = EventKind.EXECUTIVE_DEPARTURE
LEAVES = inflect("resign depart exit quit leave retire step") | words(
    """quits quitting left leaves leaving steps stepped stepping relinquishes out verlässt tritt geht scheidet quitte
    démissionne part dimite deja lascia dimette ausscheidet"""
)
REMOVED = inflect("oust fire sack dismiss suspend replace remove") | words(
    """loses lose lost ousts axed axes sacked fired ousted"""
)
NOUNS = words("""resignation departure exit retirement ouster rücktritt abgang départ démission""")
SUCCEEDS = inflect("succeed replace") | frozenset({"takes"})
_EXECUTIVE = words("""executive exec executives insider cofounder co-founder founder founders""")


def find(scene: Scene, line: Line) -> list[Hit]:
    if PUBLIC.search(line.content):
        return []
    hits: list[Hit] = []
    for i, tok in enumerate(line.toks):
        hit = None
        if tok.low in LEAVES and _goes(line, i):
            hit = _leaves(line, i)
        elif tok.low in REMOVED:
            hit = _removed(line, i)
        elif tok.low in NOUNS:
            hit = _noun(line, i)
        if hit is None and tok.low in SUCCEEDS:
            hit = _succeeded(line, i)
        if hit and not any(h.company.text == hit.company.text for h in hits):
            hits.append(hit)
    return hits


def _goes(line: Line, i: int) -> bool:
    """Whether the verb means leaving a post here: "steps down", not "steps up"; "leaves", not "leaves doubts"."""
    low, rest = line.toks[i].low, text_after(line, i)
    if low.startswith("step"):
        return re.match(r"\s+(?:down|aside|away|back)\b", rest, re.I) is not None
    if low == "tritt":
        return "zurück" in rest or "ab" in rest.split()
    if low == "out":
        return re.match(r"\s+(?:as)\b", rest, re.I) is not None
    if low in ("geht", "deja", "part"):
        return re.search(r"\b(?:chef|ceo|cfo|vorstand|pdg|directeur|consejero)\b", line.content, re.I) is not None
    return not re.match(
        r"\s+(?:the market|market|deal|behind|room|open|question|ceasefire|bankruptcy|stealth|beta|"
        r"crypto|china|russia|ipo|business|segment)",
        rest,
        re.I,
    )


def _leaves(line: Line, i: int) -> Hit | None:
    first, last = segment(line, i)
    start = group_start(line, i)
    if start <= first:
        return None
    if line.toks[start - 1].word == "," and (hit := _with_title(line, i, first, start)):
        return hit
    if line.toks[start - 1].low in (",", "and", "as", "after"):
        return None
    exec_ = next((j for j in range(start - 1, max(first, start - 4), -1) if line.toks[j].low in _EXECUTIVE), None)
    if exec_ is not None and exec_ > first and not line.toks[exec_ - 1].poss and line.toks[exec_ - 1].low != "chief":
        company = _of_executive(line, first, exec_)
        return (
            _hit(line, i, start, company, None, person_in(line, exec_ + 1, start) if exec_ + 1 < start else None)
            if company
            else None
        )
    if line.toks[first:start] and any(t.low in ("why", "how", "before", "until") for t in line.toks[first:start]):
        return None
    post = post_in(line, posts_left(line, start, first), start)
    as_ = next((j for j in range(i + 1, min(last, i + 6)) if line.toks[j].low in ("as", "als", "from")), None)
    behind = _post_behind(line, as_, last) if as_ is not None else Post()
    company = post.company or behind.company or _left_company(line, i, post)
    role = post.role or behind.role
    if company is None and (post.role or (post.person and (role or likely_person(line, post.person)))):
        before = post.role[0] if post.role else post.person.first if post.person else start
        company = topic(line, before) or _next_company(line, i)
    if (
        company is None
        or company.person
        or (
            role is None
            and not _executive(line, first, start)
            and not (post.person and likely_person(line, post.person))
        )
    ):
        return None
    return _hit(line, i, start, company, role, post.person)


def _with_title(line: Line, i: int, first: int, start: int) -> Hit | None:
    """ "Otto Karg, CEO of Acme, to step down"."""
    comma = next((j for j in range(first + 1, start - 1) if line.toks[j].word == ","), None)
    if comma is None:
        return None
    person, post = person_in(line, first, comma), _post_behind(line, comma, start - 1)
    if person is None or post.company is None or post.role is None:
        return None
    return _hit(line, i, start, post.company, post.role, person)


def _next_company(line: Line, i: int) -> Name | None:
    """ "Mara Lind to retire, Acme Group says": the company speaks after the news."""
    if not line.toks[i].low.startswith(("retir", "resign", "step")):
        return None
    return next(
        (n for n in runs(line) if n.first > i + 1 and not n.person and line.toks[n.first].low not in MONTHS), None
    )


def _of_executive(line: Line, first: int, exec_: int) -> Name | None:
    """ "Acme hardware executive": the company opens the phrase, its field of work follows."""
    if line.toks[first].low in MAKERS and exec_ - first > 1:
        return Name(first, first + 1)
    k = exec_
    while k > first + 1 and (line.toks[k - 1].low in ROLE_ADJECTIVES or not line.toks[k - 1].cap):
        k -= 1
    name = named(line, first, k)
    return name if name and not name.person else None


def posts_left(line: Line, start: int, first: int) -> int:
    j = start
    while (
        j > first
        and line.toks[j - 1].word not in ",;()"
        and (line.toks[j - 1].low not in ("and", "as", "after", "says", "said", "that") or _two_posts(line, j))
    ):
        j -= 1
    return j


def _two_posts(line: Line, j: int) -> bool:
    """ "CEO and co-founder Mara Lind": the "and" joins two posts of one person."""
    tok = line.toks[j]
    return (
        j > 1
        and line.toks[j - 1].low == "and"
        and line.toks[j - 2].low in ROLE_HEADS
        and (tok.low in ROLE_HEADS or tok.low in _EXECUTIVE)
    )


def _executive(line: Line, first: int, start: int) -> bool:
    return any(t.low in _EXECUTIVE or t.low in ROLE_HEADS for t in line.toks[first:start])


def _left_company(line: Line, i: int, post: Post) -> Name | None:
    """ "Mara Lind quits Acme": what is left is the company."""
    if post.person is None or not line.toks[i].low.startswith(
        ("quit", "leav", "left", "exit", "depart", "verlässt", "quitte")
    ):
        return None
    return objects(line, i + 1)


def _post_behind(line: Line, as_: int, last: int) -> Post:
    """ "as CEO of Acme", "as Acme CEO", "as chairman"."""
    for j in range(as_ + 1, min(last, as_ + 8)):
        if line.toks[j - 1].low in OPENS_NAMES and j > as_ + 1:
            continue
        bare = (
            role_at(line, j, bare=True)
            if line.toks[j].low in ROLE_HEADS or line.toks[j].low in ROLE_ADJECTIVES or not line.toks[j].cap
            else None
        )
        if bare is None:
            continue
        if j > as_ + 1 and (company := named(line, as_ + 1, j)):
            return Post(company, role_at(line, j))
        if (
            bare[1] < last
            and line.toks[bare[1]].low in ("of", "at", "von", "bei", "de", "du")
            and (company := objects(line, bare[1] + 1))
        ):
            return Post(company, bare)
        return Post(None, role_at(line, j))
    return Post()


def _removed(line: Line, i: int) -> Hit | None:
    """ "Acme fires CFO Mara Lind", "Acme CEO ousted"."""
    first, last = segment(line, i)
    start = group_start(line, i)
    passive = line.toks[i].low.endswith("ed") and start > first
    if passive:
        post = post_in(line, posts_left(line, start, first), start)
        if post.company and post.role and not post.company.person:
            return _hit(line, i, start, post.company, post.role, post.person)
    company, start = doer(line, i)
    role = next(
        (r for j in range(i + 1, min(last, i + 4)) if (r := role_at(line, j, bare=True)) and r[0] <= j + 1), None
    )
    if company is None or company.person or role is None:
        return None
    return _hit(line, i, start, company, role, person_in(line, role[1], min(last, role[1] + 5)))


def _noun(line: Line, i: int) -> Hit | None:
    """ "Acme confirms Mara Lind's resignation as CEO", "Acme CFO's departure"."""
    first, last = segment(line, i)
    if i + 2 < last and line.toks[i + 1].low in ("of", "von", "de", "du"):
        post = post_in(line, i + 2, _right(line, i + 2, last))
        told = next((j for j in range(i - 1, first, -1) if line.toks[j].low in VERBS), None)
        company = post.company or (doer(line, told)[0] if told else None)
        if company and not company.person and (post.role or post.person):
            return _hit(line, i, i, company, post.role, post.person)
        return None
    if i > first and line.toks[i - 1].poss:
        post = post_in(line, _left_verb(line, i, first), i)
        as_ = i + 1 if i + 1 < last and line.toks[i + 1].low == "as" else None
        behind = _post_behind(line, as_, last) if as_ is not None else Post()
        company = post.company if post.company and not post.company.person else behind.company
        person = post.person or (post.company if post.company and post.company.person else None)
        if company is None:
            company = next(
                (
                    n
                    for j in range(first + 1, i)
                    if line.toks[j].low in ("confirms", "announces", "confirmed", "announced")
                    and (n := doer(line, j)[0])
                ),
                None,
            )
        role = post.role or behind.role
        if company and role and company is not person:
            return _hit(line, i, i, company, role, person)
    return None


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
    while j > first and line.toks[j - 1].low not in (
        "confirms",
        "announces",
        "confirmed",
        "announced",
        "after",
        "of",
        "following",
        ",",
    ):
        j -= 1
    return j


def _succeeded(line: Line, i: int) -> Hit | None:
    """ "Acme insider to succeed Mara Lind as CEO": the one who is followed leaves."""
    first, last = segment(line, i)
    as_ = next((j for j in range(i + 1, min(last, i + 8)) if line.toks[j].low in ("as", "als")), None)
    if as_ is None or line.toks[i].low == "takes" or (person := person_in(line, i + 1, as_)) is None:
        return None
    behind = _post_behind(line, as_, last)
    start = group_start(line, i)
    before = post_in(line, posts_left(line, start, first), start) if start > first else Post()
    company = behind.company or before.company
    exec_ = next((j for j in range(first, start) if line.toks[j].low in _EXECUTIVE), None)
    if (exec_ and company is None) or (company and exec_ and before.role is None):
        company = _of_executive(line, first, exec_)
    company = company or topic(line, i)
    if company is None or company.person or behind.role is None:
        return None
    return _hit(line, i, start, company, behind.role, person)


def _hit(line: Line, i: int, start: int, company: Name, role: tuple[int, int] | None, person: Name | None) -> Hit:
    hit = Hit(KIND, name_span(line, company), line, i, "leaves", confidence=0.85, verb=(start, i + 1))
    put_role(hit, line, role)
    if person and person.first != company.first:
        put_person(hit, line, person)
    return hit


RULE = Rule(KIND, LEAVES | REMOVED | NOUNS | SUCCEEDS, find)
