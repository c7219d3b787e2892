"""Executive hire: an appointment or promotion to the top of a named organisation."""

from __future__ import annotations

import re

from triggers.detect.executive_departure import posts_left
from triggers.detect.groups import doer, group_start
from triggers.detect.lexicon import words
from triggers.detect.names import Name, first_subject, named, objects, phrase_end, topic
from triggers.detect.people import OPENS_NAMES, PUBLIC, Post, likely_person, person_in, post_in, put_person, put_role
from triggers.detect.roles import ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.scene import Rule, Scene, name_span, text_after
from triggers.detect.spans import Hit
from triggers.detect.tokens import Line, segment
from triggers.detect.verbs import inflect
from triggers.types import EventKind

KIND = EventKind.EXECUTIVE_HIRE
ACTIVE = inflect(
    "appoint name hire promote poach elevate recruit install select elect designate onboard "
    "nominate pick choose announce welcome add bring turn rope get unveil confirm anoint reappoint "
    "engage find"
) | words(
    """snags snag nabs lands landed snagged makes made taps tapped tapping tap names hires poaches brings ropes
    chose chosen gets found ernennt beruft befördert holt bestellt nomme promeut recrute nombra nomina ficha
    benoemt"""
)
PASSIVE = words(
    """appointed named promoted hired elected elevated tapped selected chosen designated reappointed nommé nommée
    nombrado nombrada nominato nominata ernannt berufen"""
)
ARRIVING = inflect("join become succeed replace return rejoin head") | words(
    """takes take taking took becomes became wird steigt wechselt übernimmt rejoint devient assumes assume"""
)
_STOP = words("""; | – — : ( )""")
_AS = words("""as als comme als: zum zur zu au como to""")
_TASK = words("""lead head run oversee helm spearhead steer manage leiten diriger""")


def find(scene: Scene, line: Line) -> list[Hit]:
    if PUBLIC.search(line.content):
        return []
    hits: list[Hit] = []
    for i, tok in enumerate(line.toks):
        hit = None
        if tok.low in PASSIVE:
            hit = _passive(line, i)
        if hit is None and tok.low in ACTIVE:
            hit = _active(line, i)
        if hit is None and tok.low in ("replaced", "succeeded"):
            hit = _followed(line, i)
        if hit is None and tok.low == "appointment":
            hit = _appointment(line, i)
        if hit is None and tok.low in ARRIVING:
            hit = _arriving(scene, line, i)
        if hit and not any(h.company.text == hit.company.text for h in hits):
            hits.append(hit)
    return hits


def _active(line: Line, i: int) -> Hit | None:
    """ "Acme names Mara Lind as CFO", "Acme hires new head of sales"."""
    company, start = doer(line, i)
    if company is None or (company.person and line.toks[i].low not in _BY_FIRMS):
        return None
    role, person = _object(line, i)
    if role and person is None and line.toks[role[1] - 1].low in _LOOSE:
        return None
    if role is None or (line.toks[i].low in _NEEDS_PERSON and person is None):
        return None
    owner = next(
        (j for j in range(i + 2, role[0]) if line.toks[j].poss and line.toks[j].cap and line.toks[j - 1].low in _AS),
        None,
    )
    if owner is not None and (theirs := named(line, owner, owner + 1)):
        company = theirs  # "appoints Mara Lind as Globex's CEO"
    hit = Hit(KIND, name_span(line, company), line, i, "appoints", confidence=0.9, verb=(start, i + 1))
    put_role(hit, line, role)
    put_person(hit, line, person)
    return hit


def _followed(line: Line, i: int) -> Hit | None:
    """ "Acme CEO Otto Karg will be replaced by Mara Lind": the one who follows takes the post."""
    first, last = segment(line, i)
    start = group_start(line, i)
    if i + 2 >= last or line.toks[i + 1].low != "by" or start <= first:
        return None
    post = post_in(line, posts_left(line, start, first), start)
    if post.company is None or post.role is None or post.company.person:
        return None
    hit = Hit(KIND, name_span(line, post.company), line, i, "follows", confidence=0.8, verb=(start, i + 1))
    put_role(hit, line, post.role)
    put_person(hit, line, person_in(line, i + 2, min(last, i + 6)))
    return hit


_BY_FIRMS = words("appoints names hires promotes")  # whoever does this in a headline is a firm, even "John Deere"
_NEEDS_PERSON = words(
    """makes made make snags snag nabs lands landed snagged announces announced announce announcing adds added add
    adding brings brought bring turns turned gets got finds found confirms confirmed picks unveils choose
    chooses get"""
)


def _appointment(line: Line, i: int) -> Hit | None:
    """ "Acme expands its team with the appointment of Mara Lind as CRO"."""
    role, person = _object(line, i + 1) if i + 2 < len(line.toks) and line.toks[i + 1].low == "of" else (None, None)
    company = first_subject(line, i) or topic(line, i)
    if role is None or person is None or company is None or company.person:
        return None
    hit = Hit(KIND, name_span(line, company), line, i, "appointment of", confidence=0.85, verb=(i, i + 1))
    put_role(hit, line, role)
    put_person(hit, line, person)
    return hit


def _object(line: Line, i: int) -> tuple[tuple[int, int] | None, Name | None]:
    """Role and person behind a verb of appointing, in either order."""
    _, last = segment(line, i)
    if i + 1 < last and line.toks[i + 1].low in ("to", "in", "on"):
        i += 1
    for j in range(i + 1, min(last, i + 22)):
        low = line.toks[j].low
        if low == "to" and j + 1 < last and line.toks[j + 1].low in _TASK and j > i + 1:
            return (j + 1, _task_end(line, j + 1)), person_in(line, i + 1, j)
        if low == "to" and j > i + 1 and (board := _board_near(line, j + 1, last)):
            return (board, board + 1), person_in(line, i + 1, j)
        if (
            low in _AS
            and j > i + 1
            and (role := role_at(line, j + 1 + (line.toks[j + 1].poss if j + 1 < last else 0)))
            and role[0] <= j + 4
        ):
            return _own(line, role), person_in(line, i + 1, j)
        if low in _LEAVING:
            break
        if (low in ROLE_HEADS or low in ROLE_ADJECTIVES or low in _DETERMINERS) and (role := role_at(line, j)):
            if _of_other(line, role, j):
                continue
            before = person_in(line, i + 1, j) if j > i + 1 else None
            if before is None:
                after = line.toks[role[1]] if role[1] < len(line.toks) else None
                if after and after.low in ("as", "als") and (real := role_at(line, role[1] + 1)):
                    return _own(line, real), None
                bare = role_at(line, j, bare=True) or role
                return role, person_in(line, bare[1], min(last, bare[1] + 6)) if bare == role else None
            return _own(line, role), before
        if low in ("after", "amid", "following", "despite", "who", "which", "while", "says", "said"):
            break
    return None, None


_LOOSE = words("leader leaders lead partner partners member members fellow fellows head principal editor publisher")


def _board_near(line: Line, k: int, last: int) -> int | None:
    """The word "board" in "to its board", "to the company's board of directors"."""
    return next((j for j in range(k, min(last, k + 4)) if line.toks[j].low == "board"), None)


_LEAVING = words("departure departures resignation retirement exit exits ouster stepping leaving departs")
_DETERMINERS = words("""its new a an the next neuen neuer""")


def _of_other(line: Line, role: tuple[int, int], j: int) -> bool:
    """The role describes where the person came from: "ex-Google CEO Mara Lind as"."""
    rest = [t.low for t in line.toks[role[1] : role[1] + 6]]
    return ("as" in rest or "als" in rest) and "," not in rest and line.toks[j].low not in _DETERMINERS


def _own(line: Line, role: tuple[int, int]) -> tuple[int, int]:
    return role


def _task_end(line: Line, i: int) -> int:
    j = i + 1
    while (
        j < len(line.toks)
        and j - i < 8
        and line.toks[j].low not in ("after", "amid", "as", "from", "in", "and", "following", "at", ",", ";", ":", ".")
    ):
        j += 1
    return j


def _passive(line: Line, i: int) -> Hit | None:
    """ "Mara Lind appointed CFO of Acme", "Mara Lind named Acme CEO"."""
    start = group_start(line, i)
    first, last = segment(line, i)
    if start <= first:
        return None
    person = person_in(line, max(first, _person_start(line, start, first)), start)
    if person is None:
        return None
    k = i + 1
    while k < last and line.toks[k].low in ("as", "to", "the", "new", "its", "als", "zum", "zur", "au", "poste", "de"):
        k += 1
    post = _post_after(line, k, last)
    company = post.company or (topic(line, person.first) if post.role else None)
    if post.role is None or company is None or company.person:
        return None
    hit = Hit(KIND, name_span(line, company), line, i, "is appointed", confidence=0.88, verb=(start, i + 1))
    put_role(hit, line, post.role)
    put_person(hit, line, person)
    return hit


def _person_start(line: Line, start: int, first: int) -> int:
    j = start
    while (
        j > first
        and line.toks[j - 1].word not in ",;:()"
        and line.toks[j - 1].low not in ("and", "as", "after", "that", "says", "said")
    ):
        j -= 1
    return j


def _post_after(line: Line, k: int, last: int) -> Post:
    """Role and company behind "appointed": "CFO of Acme", "Acme CEO", "head of sales at Acme"."""
    for j in range(k, min(last, k + 9)):
        low = line.toks[j].low
        if not (low in ROLE_HEADS or low in ROLE_ADJECTIVES) or (j > k and line.toks[j - 1].low in OPENS_NAMES):
            continue
        bare = role_at(line, j, bare=True)
        if bare is None:
            continue
        owner = next((m for m in range(k, j) if line.toks[m].poss), None)
        if owner is not None and (company := named(line, k, owner + 1)):
            return Post(company, role_at(line, j), None)
        if j > k and (company := named(line, k, j)) and not company.person:
            return Post(company, role_at(line, j), None)
        return _company_after_role(line, bare, role_at(line, j) or bare, last)
    return Post()


def _company_after_role(line: Line, bare: tuple[int, int], full: tuple[int, int], last: int) -> Post:
    for j in range(bare[1], min(last, full[1] + 8)):
        if line.toks[j].low in ("at", "bei", "with", "chez", "en", "presso", "in") or (
            line.toks[j].low in ("of", "for", "von", "der", "de", "du", "d'") and j >= bare[1]
        ):
            company = objects(line, j + 1)
            if company and not company.person:
                return Post(company, (bare[0], j), None)
    return Post(None, full, None)


def _arriving(scene: Scene, line: Line, i: int) -> Hit | None:
    """ "Mara Lind joins Acme as CFO", "Mara Lind to succeed Otto Karg as Acme CEO", "becomes CEO of Acme"."""
    first, last = segment(line, i)
    start = group_start(line, i)
    before = post_in(line, max(first, _person_start(line, start, first)), start) if start > first else Post()
    as_ = next((j for j in range(i + 1, min(last, i + 14)) if line.toks[j].low in ("as", "als", "comme", "como")), None)
    low = line.toks[i].low
    if low.startswith(("join", "rejoin", "return", "wechselt", "rejoint")):
        return _joins(line, i, start, before, as_, last)
    if low.startswith(("become", "became", "wird", "devient")):
        post = _post_after(line, i + 1 + (line.toks[i + 1].low in _DETERMINERS if i + 1 < last else 0), last)
    elif as_ is not None and (
        low.startswith(("succe", "replac")) or re.match(r"\s+(?:over|charge|the helm|reins)", text_after(line, i))
    ):
        post = _post_after(line, as_ + 1, last)
    elif re.match(r"\s+over\b", text_after(line, i)) and _vacated(line) and before.person:
        post = Post(None, _vacated(line), None)
    else:
        return None
    if before.person is None and post.role and line.toks[post.role[1] - 1].low in _LOOSE:
        return None  # "becomes payments partner of": no post that a person holds
    company = post.company or before.company
    if company is None and (held := _vacated(line)):
        company = _company_after_role(line, held, held, len(line.toks)).company
    company = company or (topic(line, before.person.first) if before.person else None)
    if company is None or company.person or post.role is None or (before.person is None and before.company is None):
        return None
    hit = Hit(KIND, name_span(line, company), line, i, "takes a post", confidence=0.8, verb=(start, i + 1))
    put_role(hit, line, post.role)
    put_person(hit, line, before.person)
    return hit


def _vacated(line: Line) -> tuple[int, int] | None:
    """The post somebody else leaves in the same line: "steps down as Acme CEO, Mara Lind to take over"."""
    if not line.lows & words("""step steps stepping resigns quits retire leaves"""):
        return None
    for j, tok in enumerate(line.toks):
        if tok.low in ROLE_HEADS and (role := role_at(line, j, bare=True)):
            return role
    return None


def _joins(line: Line, i: int, start: int, before: Post, as_: int | None, last: int) -> Hit | None:
    k = i + 1 + (line.toks[i + 1].low in ("to", "zu") if i + 1 < last else 0)
    board = next((j for j in range(k + 1, min(last, k + 6)) if line.toks[j].low in ("board", "leadership")), None)
    owner = next((j for j in range(k, board or k) if line.toks[j].poss), None)
    company = named(line, k, owner + 1 if owner is not None else board) if board else objects(line, k)
    if company is None and re.match(r"\s+(?:the (?:company|firm|group|team|startup)|us|our)\b", text_after(line, i)):
        company = first_subject(line, start) or topic(line, start)
    if company is None or company.person or before.person is None or not likely_person(line, before.person):
        return None
    role = (role_at(line, as_ + 1) if as_ is not None else None) or (_board(line, board, last) if board else None)
    if role is None:
        return None
    hit = Hit(KIND, name_span(line, company), line, i, "joins", confidence=0.9, verb=(start, i + 1))
    put_role(hit, line, role)
    put_person(hit, line, before.person)
    return hit


def _board(line: Line, k: int, last: int) -> tuple[int, int] | None:
    if k < last and line.toks[k].low in ("board", "leadership"):
        return k, k + 1
    return None


def phrase(line: Line, i: int) -> str:
    return line.slice(i, phrase_end(line, i))


RULE = Rule(KIND, words("appointment replaced succeeded") | ACTIVE | PASSIVE | ARRIVING, find)
