"""Posts that pass from one to another: the baton handed on, a successor named, the appointment of somebody."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.lexicon import words
from triggers.detect.grammar.names import first_subject, topic
from triggers.detect.grammar.people import appointee, likely_person, post_in
from triggers.detect.grammar.posts import introduced, with_company
from triggers.detect.grammar.roles import role_at
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.kinds.appointees import hire_hit, object_of, phrase_end, run_end, settled
from triggers.detect.kinds.arrivals import vacated
from triggers.detect.kinds.removals import phrase_start_of_post

APPOINTMENTS = words(
    "hire recruitment capture appointment appointments hiring promotion election addition nomination arrival"
)


def followed(line: Line, i: int) -> Hit | None:
    """ "Acme CEO Otto Karg will be replaced by Mara Lind": the one who follows takes the post."""
    first, last = segment(line, i)
    start = group_start(line, i)
    if i + 2 >= last or line.toks[i + 1].low != "by" or start <= first:
        return None
    post = post_in(line, phrase_start_of_post(line, start, first), start)
    company = post.company or (topic(line, i) if i - first > 3 else None)
    role = post.role or vacated(line)
    if role is not None and post.company is None and (company is None or company.person):
        company = with_company(line, role, role, last).company  # "retires as CEO of Acme and will be replaced by"
    if company is None or role is None or company.person:
        return None
    person = appointee(line, i + 2, phrase_end(line, i + 2))
    return settled(hire_hit(line, i, start, company, role, person, "follows", 0.8))


HANDED = words("hands hand handing handed passes pass passing replaces replace replaced swaps")
_STICK = re.compile(
    r"\s+(?:over |on )?(?:the )?(?:reins|baton|torch|helm|keys|control|top job)\b[^,;:]{0,24}? to ", re.I
)


def handed(line: Line, i: int) -> Hit | None:
    """ "Acme CEO passes the baton to Mara Lind", "Acme replaces CEO Otto Karg with Mara Lind"."""
    first, last = segment(line, i)
    match = _STICK.match(line.text, line.toks[i].end, line.end)
    swap = next((j for j in range(i + 1, min(last, i + 26)) if line.toks[j].low == "with"), None)
    start = group_start(line, i)
    if match and start > first:
        post = post_in(line, phrase_start_of_post(line, start, first), start)
        company, k = post.company, next(j for j in range(i, last + 1) if j == last or line.toks[j].start >= match.end())
        role = post.role
    elif swap is not None and line.toks[i].low.startswith(("replac", "swap")):
        company, start = doer(line, i)
        found = introduced(line, i + 1, swap)
        role = found[0] if found else next((r for j in range(i + 1, swap) if (r := role_at(line, j, bare=True))), None)
        k = swap + 1
    else:
        return None
    if company is None or company.person or k >= last:
        return None
    if role is None and match is None and not _people(line, i, swap or last, k):
        return None
    person = appointee(line, k, run_end(line, k, last)) or appointee(line, k, phrase_end(line, k))
    return hire_hit(line, i, start, company, role, person, "follows", 0.8)


def _people(line: Line, i: int, swap: int, k: int) -> bool:
    """Whether both sides of "replaces Otto Karg with Mara Lind" read as people."""
    out, new = appointee(line, i + 1, phrase_end(line, i + 1)), appointee(line, k, run_end(line, k, len(line.toks)))
    return out is not None and new is not None and likely_person(line, out) and likely_person(line, new)


def appointment(line: Line, i: int) -> Hit | None:
    """ "Acme expands its team with the appointment of Mara Lind as CRO"."""
    role, person = object_of(line, i + 1) if i + 2 < len(line.toks) and line.toks[i + 1].low == "of" else (None, None)
    company = first_subject(line, i) or topic(line, i)
    if role is None and i + 2 < len(line.toks) and line.toks[i + 1].low == "of":
        person = appointee(line, i + 2, phrase_end(line, i + 2))
    if person is None and role is not None and line.field == "title" and _headed(line, i):
        return hire_hit(line, i, i, company, role, None, "appointment of", 0.75) if company else None
    if person is None or company is None or company.person:
        return None
    if role is None:
        board = next((j for j in range(i) if line.toks[j].low in ("board", "leadership", "c-suite", "executive")), None)
        if board is None:
            return None
        role = (board, board + 1) if line.toks[board].low == "board" else None
    return hire_hit(line, i, i, company, role, person, "appointment of", 0.85)


def _headed(line: Line, i: int) -> bool:
    """ "Acme: appointment of chief executive": nothing but the firm, a colon and adjectives in front."""
    colon = next((j for j in range(i) if line.toks[j].word in ":–-"), None)
    return colon is not None and i - colon < 5 and not any(t.low in VERBS for t in line.toks[:i])
