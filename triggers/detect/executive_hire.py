"""Executive hire: an appointment or promotion to the top of a named organisation."""

from __future__ import annotations

import re

from triggers.detect.arrivals import ARRIVING, NEW, arriving, is_new
from triggers.detect.groups import doer, group_start
from triggers.detect.lexicon import GIVEN, words
from triggers.detect.names import COMPANY_TAILS, Name, capital, first_subject, named, objects, topic
from triggers.detect.people import (
    PARTICLES,
    STATE,
    Post,
    appointee,
    likely_person,
    person_in,
    post_in,
    public,
    put_person,
    put_role,
    subject_person,
)
from triggers.detect.posts import AS, introduced, post_after, with_company
from triggers.detect.removals import phrase_start_of_post
from triggers.detect.roles import ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.scene import Rule, Scene, name_span
from triggers.detect.spans import Hit
from triggers.detect.tokens import Line, segment
from triggers.detect.verbs import inflect
from triggers.types import EventKind

KIND = EventKind.EXECUTIVE_HIRE
ACTIVE = inflect(
    "appoint name hire promote poach elevate recruit install select elect designate onboard on-board "
    "nominate pick choose announce welcome add bring turn rope get unveil confirm anoint reappoint "
    "engage find lure woo steal grab nab draft enlist rehire tap"
) | words(
    """snags snag nabs lands landed snagged brought makes made taps tapped tapping tap names hires poaches brings ropes
    chose chosen gets found stole grabbed nabbed ernennt beruft befördert holt bestellt nomme promeut recrute nombra
    nomina ficha benoemt"""
)
PASSIVE = words(
    """appointed named promoted hired elected elevated tapped selected chosen designated reappointed recruited nommé
    nommée nombrado nombrada nominato nominata ernannt berufen"""
)
_APPOINTMENTS = words("appointment appointments hiring promotion election addition nomination")


def find(scene: Scene, line: Line) -> list[Hit]:
    if public(line.content):
        return []
    hits: list[Hit] = []
    for i, tok in enumerate(line.toks):
        hit = _told_at(line, i, tok.low)
        if hit and hit.company.text.lower() not in STATE and all(h.company.text != hit.company.text for h in hits):
            hits.append(hit)
    return hits


def _told_at(line: Line, i: int, low: str) -> Hit | None:
    """What the word at token `i` gives away, by the first reading that holds."""
    hit = None
    if low in PASSIVE and (person := _appointed(line, i)):
        return _passive(line, i, person)
    if low in ACTIVE:
        hit = _active(line, i)
    if hit is None and low in ("replaced", "succeeded"):
        hit = _followed(line, i)
    if hit is None and low in _HANDED:
        hit = _handed(line, i)
    if hit is None and low in _APPOINTMENTS:
        hit = _appointment(line, i)
    if hit is None and low in ARRIVING:
        hit = arriving(line, i)
    if hit is None and low in NEW:
        hit = is_new(line, i)
    return hit


def _active(line: Line, i: int) -> Hit | None:
    """ "Acme names Mara Lind as CFO", "Acme hires new head of sales"."""
    company, start = doer(line, i)
    company = company or _opens_line(line, start)
    role, person = object_of(line, i)
    if (company is None or company.person) and line.toks[i].low.endswith("ing") and role:
        company = with_company(line, role_at(line, role[0], bare=True) or role, role, segment(line, i)[1]).company
    if company is None or (company.person and line.toks[i].low not in _BY_FIRMS):
        return None
    low = line.toks[i].low
    if role is None:
        return _exec_hired(line, i, company, start) if low in _STRONG else None
    if person is None and (line.toks[role[1] - 1].low in _LOOSE or low in _NEEDS_PERSON):
        return None
    if line.toks[role[1] - 1].low in _BANKS or (role[1] < len(line.toks) and line.toks[role[1]].low in _BANKS):
        return None
    owner = next(
        (j for j in range(i + 2, role[0]) if line.toks[j].poss and line.toks[j].cap and line.toks[j - 1].low in AS),
        None,
    )
    if owner is not None and (theirs := named(line, owner, owner + 1)):
        company = theirs  # "appoints Mara Lind as Globex's CEO"
    return _hit(line, i, start, company, role, person, "appoints", 0.9)


def _opens_line(line: Line, start: int) -> Name | None:
    """ "Acme shakes up its leadership, hires": the name that opens the line; an exchange that names its own people."""
    if start == 1 and line.toks[0].low in ("nasdaq", "nyse"):
        return Name(0, 1)
    if line.toks[start - 1].low in _ARMS:
        owner = next((j for j in range(max(0, start - 5), start - 1) if line.toks[j].poss), None)
        return named(line, 0, owner + 1) if owner is not None else None
    if start < 2 or line.toks[start - 1].low not in (",", "and", "as"):
        return None
    name = topic(line, start - 1)
    return name if name and name.first == 0 else None


_ARMS = words("arm unit division subsidiary business board")


def _hit(
    line: Line,
    i: int,
    start: int,
    company: Name,
    role: tuple[int, int] | None,
    person: Name | None,
    rule: str,
    confidence: float,
) -> Hit:
    hit = Hit(KIND, name_span(line, company), line, i, rule, confidence=confidence, verb=(start, i + 1))
    put_role(hit, line, role)
    put_person(hit, line, person)
    return hit


_STRONG = inflect("hire poach recruit tap lure woo onboard elevate promote appoint name rehire") | words(
    "taps tapped brings bring brought ropes roped adds turns turned snags nabs lands welcomes grabs steals"
)
_EXECS = words(
    "exec execs executive executives veteran vet vets alum insider dealmaker banker bankers boss ceo cfo coo cto"
)
_DEALS = words("sale ipo offer listing options merger bid deal probe explore advise sell")


def _exec_hired(line: Line, i: int, company: Name, start: int) -> Hit | None:
    """ "Acme hires Globex executive", "Acme taps former Globex CEO Mara Lind": at the top, though no post is told."""
    _, last = segment(line, i)
    end = next((j for j in range(i + 1, min(last, i + 14)) if line.toks[j].low in _STOPS), min(last, i + 14))
    object_ = line.toks[i + 1 : end]
    if not object_ or not line.lows.isdisjoint(_DEALS):
        return None
    person = appointee(line, i + 1, end)
    told = (
        any(t.low in _EXECS or t.low in ("former", "ex") or t.low.startswith("ex-") or t.poss for t in object_)
        or any(t.low in ROLE_HEADS for t in line.toks[end : min(last, end + 14)])
        or (not line.lows.isdisjoint(_VACATED) and not line.lows.isdisjoint(_EXECS))
    )
    sure = any(t.low in _EXECS or t.low.startswith("ex-") for t in object_) or (person and likely_person(line, person))
    if not told or not sure:
        return None
    return _hit(line, i, start, company, None, person, "hires an executive", 0.75)


_VACATED = words("ousts fires sacks replaces exits quits resigns retires steps departs dismisses")
_STOPS = words("to for in as after amid at by with on who, who while despite , ; : ( and")


def _followed(line: Line, i: int) -> Hit | None:
    """ "Acme CEO Otto Karg will be replaced by Mara Lind": the one who follows takes the post."""
    first, last = segment(line, i)
    start = group_start(line, i)
    if i + 2 >= last or line.toks[i + 1].low != "by" or start <= first:
        return None
    post = post_in(line, phrase_start_of_post(line, start, first), start)
    if post.company is None or post.role is None or post.company.person:
        return None
    return _hit(line, i, start, post.company, post.role, person_in(line, i + 2, min(last, i + 6)), "follows", 0.8)


_HANDED = words("hands hand handing handed passes pass passing replaces replace replaced swaps")
_STICK = re.compile(
    r"\s+(?:over |on )?(?:the )?(?:reins|baton|torch|helm|keys|control|top job)\b[^,;:]{0,24}? to ", re.I
)


def _handed(line: Line, i: int) -> Hit | None:
    """ "Acme CEO passes the baton to Mara Lind", "Acme replaces CEO Otto Karg with Mara Lind"."""
    first, last = segment(line, i)
    match = _STICK.match(line.text, line.toks[i].end, line.end)
    swap = next((j for j in range(i + 1, min(last, i + 14)) if line.toks[j].low == "with"), None)
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
    if company is None or company.person or k >= last or (role is None and match is None):
        return None
    person = appointee(line, k, run_end(line, k, last)) or appointee(line, k, _phrase_end(line, k))
    return _hit(line, i, start, company, role, person, "follows", 0.8)


_BY_FIRMS = words("appoints names hires promotes")  # whoever does this in a headline is a firm, even "John Deere"
_NEEDS_PERSON = words(
    """makes made make snags snag nabs lands landed snagged announces announced announce announcing adds added add
    adding brings brought bring turns turned gets got finds found confirms confirmed picks unveils choose
    chooses get"""
)
_BANKS = words("underwriter underwriters bookrunner bookrunners auditor auditors sponsor sponsors supplier arranger")


def _appointment(line: Line, i: int) -> Hit | None:
    """ "Acme expands its team with the appointment of Mara Lind as CRO"."""
    role, person = object_of(line, i + 1) if i + 2 < len(line.toks) and line.toks[i + 1].low == "of" else (None, None)
    company = first_subject(line, i) or topic(line, i)
    if role is None and i + 2 < len(line.toks) and line.toks[i + 1].low == "of":
        person = appointee(line, i + 2, _phrase_end(line, i + 2))
    if person is None or company is None or company.person:
        return None
    if role is None:
        board = next((j for j in range(i) if line.toks[j].low in ("board", "leadership", "c-suite", "executive")), None)
        if board is None:
            return None
        role = (board, board + 1) if line.toks[board].low == "board" else None
    return _hit(line, i, i, company, role, person, "appointment of", 0.85)


def _phrase_end(line: Line, i: int) -> int:
    return next(
        (j for j in range(i, min(len(line.toks), i + 8)) if line.toks[j].low in _STOPS), min(len(line.toks), i + 8)
    )


def object_of(line: Line, i: int) -> tuple[tuple[int, int] | None, Name | None]:
    """Role and person behind a verb of appointing, in either order."""
    _, last = segment(line, i)
    while i + 1 < last and line.toks[i + 1].low in ("to", "in", "on", "up", "onboard", "aboard", "of"):
        i += 1
    if found := introduced(line, i + 1, min(last, i + 40)):
        role, begins = found
        return role, appointee(line, i + 1, begins)
    for j in range(i + 1, min(last, i + 22)):
        low = line.toks[j].low
        if low in _LEAVING or low in ("after", "amid", "following", "despite", "who", "which", "while", "says", "said"):
            break
        bare = role_at(line, j) if low in ROLE_HEADS or low in ROLE_ADJECTIVES or low in _DETERMINERS else None
        if bare is not None:
            return _bare(line, i, j, bare, last)
    return None, None


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


_LOOSE = words("leader leaders lead partner partners member members fellow fellows head principal editor publisher")
_LEAVING = words("departure departures resignation retirement exit exits ouster stepping leaving departs")
_DETERMINERS = words("""its new a an the next neuen neuer""")


def _appointed(line: Line, i: int) -> Name | None:
    """Who stands before "appointed" and is the one who gets the post."""
    start = verb_start(line, i)
    first, last = segment(line, i)
    if start <= first or line.toks[start - 1].low == "who":
        return None
    person = subject_person(line, first, start)
    return person if person is not None and _told_of(line, i, start, person, last) else None


def _passive(line: Line, i: int, person: Name) -> Hit | None:
    """ "Mara Lind appointed CFO of Acme", "Mara Lind named Acme CEO"."""
    start, last = verb_start(line, i), segment(line, i)[1]
    k = i + 1
    while k < last and line.toks[k].low in _LEADS:
        k += 1
    post = _board_of(line, i + 1, last) or post_after(line, k, last)
    company = post.company or (topic(line, person.first) or _behind_comma(line, post, last) if post.role else None)
    if post.role is None or company is None or company.person or _prize(line, post.role[1]):
        return None
    return _hit(line, i, start, company, post.role, person, "is appointed", 0.88)


def _behind_comma(line: Line, post: Post, last: int) -> Name | None:
    """ "Mara Lind appointed CHRO - India, Acme": the firm closes the line."""
    end = post.role[1] if post.role else last
    if end + 1 >= last or line.toks[end].word != "," or not capital(line.toks[end + 1]):
        return None
    return named(line, end + 1, last)


_LEADS = words("as to the new its als zum zur au poste de be serve post position role of next")


def _prize(line: Line, end: int) -> bool:
    """ "named CEO of the Year"."""
    return any(t.low in ("year", "decade", "month") for t in line.toks[end - 1 : end + 4] if t.cap or t.low == "year")


def verb_start(line: Line, verb: int) -> int:
    """Where the verb group begins, over "this month" or "on Tuesday" between its parts."""
    i = group_start(line, verb)
    while i > 2 and line.toks[i - 1].low in _TIMES and line.toks[i - 2].low in ("this", "last", "earlier"):
        i = group_start(line, i - 2)
    return i


_TIMES = words("month week year today morning afternoon")


def _told_of(line: Line, i: int, start: int, person: Name, last: int) -> bool:
    """Whether the name in front is the one appointed, not the one who appoints."""
    aux = {t.low for t in line.toks[start:i]}
    if aux & _BE:
        return True
    nxt = line.toks[i + 1] if i + 1 < last else None
    if nxt is None or aux & {"has", "have", "had", "also", "recently"}:
        return False
    if not capital(nxt) or nxt.low in ROLE_HEADS or nxt.low in ROLE_ADJECTIVES:
        return likely_person(line, person) or nxt.low in ("as", "to")
    end = i + 1
    while end < last and capital(line.toks[end]) and line.toks[end].low not in ROLE_HEADS | ROLE_ADJECTIVES:
        end += 1
    if end < last and line.toks[end].low in ("as", "to", ",") and not line.toks[end - 1].poss:
        return False
    return _personal(line, person.first, person.last) >= _personal(line, i + 1, end)


_BE = words("was were is are been being be gets got")


def _personal(line: Line, first: int, last: int) -> int:
    toks = line.toks[first:last]
    if toks[0].low in GIVEN:
        return 3
    if toks[-1].low in COMPANY_TAILS or toks[-1].poss or any(t.word.isupper() for t in toks) or len(toks) == 1:
        return 0
    return 1


def _board_of(line: Line, k: int, last: int) -> Post | None:
    """ "to the board of directors of Acme", "to Acme's board", "to serve on the board of Acme"."""
    at = next((j for j in range(k, min(last, k + 12)) if line.toks[j].low == "board"), None)
    if at is None or not any(t.low in ("to", "on") for t in line.toks[k : k + 4]):
        return None
    end = at + 3 if at + 2 < last and line.toks[at + 1].low == "of" and not line.toks[at + 2].cap else at + 1
    if at + 2 < last and line.toks[at + 2].low in ("directors", "trustees"):
        end = at + 3
    opened = next(j for j in range(k, at) if line.toks[j].low in ("to", "on"))
    while opened + 1 < at and line.toks[opened + 1].low in ("serve", "on", "to", "the", "join"):
        opened += 1
    company = named(line, opened + 1, at) if opened + 1 < at else None
    if company is None and end < last and line.toks[end].low in ("of", "at"):
        company = objects(line, end + 1)
    return Post(company, (at, end))


_FRESH = words("new next first newest incoming latest")  # of which one stands where somebody "is the new"
RULE = Rule(KIND, words("succeeded") | _HANDED | _APPOINTMENTS | ACTIVE | PASSIVE | ARRIVING | _FRESH, find)
