"""Who is new in a post, where the text says "new": "is the new CFO of Acme", "Acme's new COO comes from Globex"."""

from __future__ import annotations

from triggers.detect.grammar.groups import group_start
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import named
from triggers.detect.grammar.people import appointee, likely_person, post_in, subject_person
from triggers.detect.grammar.posts import post_after
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.kinds.appointees import post_taken

_FRESH = words("new next newest incoming")
_MARKS = _FRESH | words("first latest now interim acting")


def is_new(line: Line, i: int) -> Hit | None:
    """ "Mara Lind is the new CFO of Acme", "Mara Lind is Acme's first CFO", "Acme's new CFO is Mara Lind"."""
    first, last = segment(line, i)
    start = group_start(line, i)
    if start <= first or i + 2 >= last or line.content.endswith("?"):
        return None
    mark = next((j for j in range(i + 1, min(last, i + 8)) if line.toks[j].low in _MARKS), None)
    if mark is None:
        return _newcomer(line, i, first, start) if line.toks[i].low == "is" and line.toks[i + 1].cap else None
    person = subject_person(line, first, start)
    if person is None or not likely_person(line, person):
        return None
    owner = next((j for j in range(i + 1, mark) if line.toks[j].poss), None)
    if (owner is None and mark > i + 2) or any(t.low in ("to", "of", "among", "one") for t in line.toks[i + 1 : mark]):
        return None
    fixed = line.toks[mark].low in ("interim", "acting")
    post = post_after(line, mark if fixed else mark + 1, last)
    if post.role is None or post.role[0] > mark + 3:
        return None
    company = (named(line, i + 1, owner + 1) if owner is not None else None) or post.company
    if company is None or company.person:
        return None
    return post_taken(line, i, start, company, post.role, person, 0.78)


def comes(line: Line, i: int, first: int, start: int) -> Hit | None:
    """ "Acme's new COO comes from Globex"."""
    if i + 1 >= len(line.toks) or line.toks[i + 1].low != "from":
        return None
    return _newcomer(line, i, first, start)


def _newcomer(line: Line, i: int, first: int, start: int) -> Hit | None:
    """The left side "Acme's new CSO" of a verb that tells who that is."""
    if not any(t.low in _FRESH for t in line.toks[first:start]):
        return None
    post = post_in(line, first, start)
    if post.company is None or post.role is None or post.company.person or post.person is not None:
        return None
    return post_taken(line, i, start, post.company, post.role, appointee(line, i + 1, min(len(line.toks), i + 7)), 0.75)
