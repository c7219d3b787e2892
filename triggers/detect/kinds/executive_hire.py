"""Executive hire: an appointment or promotion to the top of a named organisation."""

from __future__ import annotations

import re

from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.lexicon import GIVEN, PLACES, words
from triggers.detect.grammar.names import COMPANY_TAILS, Name, capital, named, objects, topic
from triggers.detect.grammar.people import (
    STATE,
    Post,
    appointee,
    likely_person,
    public,
    subject_person,
)
from triggers.detect.grammar.posts import AS, TASKS, post_after, task_end, with_company
from triggers.detect.grammar.roles import FUNCTIONS, ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.grammar.verbs import inflect
from triggers.detect.kinds.appointees import STOPS, hire_hit, object_of
from triggers.detect.kinds.arrivals import ARRIVING, NEW, arriving
from triggers.detect.kinds.handovers import APPOINTMENTS, HANDED, appointment, followed, handed
from triggers.detect.kinds.newcomers import is_new
from triggers.detect.kinds.removals import firm_in_aside
from triggers.detect.scene import Rule, Scene
from triggers.types import EventKind

KIND = EventKind.EXECUTIVE_HIRE
ACTIVE = inflect(
    "appoint name hire promote poach elevate recruit install select elect designate onboard on-board "
    "nominate pick choose announce welcome add bring turn rope get unveil confirm anoint reappoint "
    "engage find employ lure woo steal grab nab draft enlist rehire tap snap"
) | words(
    """snags snag lands landed snagged brought makes made chose chosen found stole ernennt beruft befördert
    holt bestellt nomme promeut recrute nombra nomina ficha benoemt"""
)
PASSIVE = words(
    """appointed named promoted hired elected elevated tapped selected chosen designated reappointed recruited installed
    parachuted drafted instated reinstated crowned nommé nommée nombrado nombrada nominato nominata ernannt berufen"""
)


_TELLING = PASSIVE | ACTIVE | HANDED | APPOINTMENTS | ARRIVING | NEW | {"replaced", "succeeded"}


def find(scene: Scene, line: Line) -> list[Hit]:
    hits: list[Hit] = []
    for i, low in [(i, tok.low) for i, tok in enumerate(line.toks) if tok.low in _TELLING]:
        hit = _told_at(line, i, low)
        if hit and hit.company.text.lower() not in STATE and all(h.company.text != hit.company.text for h in hits):
            hits.append(hit)
    return [] if hits and public(line.content) else hits  # a long list of words, so it is asked for last


def _told_at(line: Line, i: int, low: str) -> Hit | None:
    """What the word at token `i` gives away, by the first reading that holds."""
    hit = None
    if low in PASSIVE and (person := appointed(line, i)):
        return _passive(line, i, person)
    if low in PASSIVE and (described := _described(line, i)):
        return described
    if low in ACTIVE:
        hit = _active(line, i)
    if hit is None and low in ("replaced", "succeeded"):
        hit = followed(line, i)
    if hit is None and low in HANDED:
        hit = handed(line, i)
    if hit is None and low in APPOINTMENTS:
        hit = appointment(line, i)
    if hit is None and low in ARRIVING:
        hit = arriving(line, i)
    if hit is None and low in NEW:
        hit = is_new(line, i)
    return hit


def _active(line: Line, i: int) -> Hit | None:
    """ "Acme names Mara Lind as CFO", "Acme hires new head of sales"."""
    if line.toks[i - 1].poss or _goes_instead(line, i):
        return None
    if line.toks[i].low in _TELLS and i + 1 < len(line.toks) and line.toks[i + 1].low == "that":
        return None  # "announced that Mara Lind has been appointed": the verb behind tells it
    company, start = doer(line, i)
    company = company or _opens_line(line, start)
    if company is None and line.toks[i].low.endswith("ing") and line.toks[i - 1].low in ("by", "and", ","):
        company = topic(line, i)
    role, person = object_of(line, i)
    if (company is None or company.person) and line.toks[i].low.endswith("ing") and role:
        company = with_company(line, role_at(line, role[0], bare=True) or role, role, segment(line, i)[1]).company
    if company is None or (company.person and line.toks[i].low not in _BY_FIRMS):
        return None
    low = line.toks[i].low
    if role is None:
        return _exec_hired(line, i, company, start) if low in _STRONG else None
    described = any(t.low in _EXECS for t in line.toks[i + 1 : role[0]])
    fresh = low.startswith("get") and line.toks[i + 1].low in ("new", "first", "its", "a") and role[0] <= i + 3
    if person is None and (_loose(line, role) or (low in _NEEDS_PERSON and not described and not fresh)):
        return None
    if (
        line.toks[role[0] - 1].low == "to"
        and line.toks[role[0]].low in TASKS
        and not _can_lead(line, i, role[0], person)
    ):
        return None
    if line.toks[role[1] - 1].low in _BANKS or (role[1] < len(line.toks) and line.toks[role[1]].low in _BANKS):
        return None
    owner = next(
        (j for j in range(i + 2, role[0]) if line.toks[j].poss and line.toks[j].cap and line.toks[j - 1].low in AS),
        None,
    )
    if owner is not None and (theirs := named(line, owner, owner + 1)):
        company = theirs  # "appoints Mara Lind as Globex's CEO"
    return hire_hit(line, i, start, company, role, person, "appoints", 0.9)


def _goes_instead(line: Line, i: int) -> bool:
    """ "announces that its CFO will step down": the verb tells a departure."""
    if line.toks[i].low not in _TELLS:
        return False
    match = _LEAVING.search(line.text, line.toks[i].end, line.end)
    return match is not None and _JOINING.search(line.text, line.toks[i].end, match.start()) is None


_TELLS = inflect("announce confirm unveil welcome find")
_LEAVING = re.compile(
    r"\b(?:step(?:s|ped|ping)? (?:down|aside|back)|retir(?:e|es|ed|ing)|resign(?:s|ed|ing)?|"
    r"leav(?:e|es|ing)|depart(?:s|ed|"
    r"ing)?|exit(?:s|ed|ing)?)\b",
    re.I,
)
_JOINING = re.compile(r"\b(?:as|new|appoint\w*|succe\w+|replac\w+|hir\w+|promot\w+|join\w*|after|following)\b", re.I)


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


def _loose(line: Line, role: tuple[int, int]) -> bool:
    """ "names launch partner": no post that a person holds; "general partner" and "sales head" are."""
    low = line.toks[role[1] - 1].low
    if low not in _LOOSE or line.toks[role[0] - 1].num:
        return False
    before = {t.low for t in line.toks[role[0] : role[1] - 1]}
    return not before & (_OF_PARTNERS if low.startswith("partner") else _OF_HEADS)


_OF_PARTNERS = words("general managing equity founding senior two three four")
_OF_HEADS = FUNCTIONS | PLACES


def _can_lead(line: Line, i: int, task: int, person: Name | None) -> bool:
    """Whether a person leads, not a firm that runs something for another."""
    if line.toks[i].low.startswith(("hire", "hiring", "poach", "recruit", "promot", "elevat", "lure")):
        return True
    described = any(t.low in _EXECS or t.low in ROLE_HEADS for t in line.toks[i + 1 : task])
    return described or (person is not None and likely_person(line, person))


_ARMS = words("directors trustees shareholders owner owners arm unit division subsidiary business board")


_STRONG = inflect(
    "snap hire poach recruit tap lure woo onboard elevate promote appoint name rehire pick choose"
) | words("brings bring brought ropes roped adds turns turned snags nabs lands welcomes grabs steals")
_EXECS = words(
    "exec execs executive executives veteran vet vets alum insider dealmaker banker bankers boss ceo cfo coo cto"
)
_DEALS = words("sale ipo offer listing options merger bid deal probe explore advise sell")


def _exec_hired(line: Line, i: int, company: Name, start: int) -> Hit | None:
    """ "Acme hires Globex executive", "Acme taps former Globex CEO Mara Lind": at the top, though no post is told."""
    _, last = segment(line, i)
    if any(t.low in ROLE_HEADS for t in line.toks[company.last - 1 : company.last + 1]):
        return None
    while i + 1 < last and line.toks[i + 1].low in ("to", "in", "on", "up", "back", "board"):
        i += 1
    end = next((j for j in range(i + 1, min(last, i + 14)) if line.toks[j].low in STOPS), min(last, i + 14))
    object_ = line.toks[i + 1 : end]
    if not object_ or not line.lows.isdisjoint(_DEALS):
        return None
    person = appointee(line, i + 1, end)
    if _succeeds(line, end, last) and person is not None and likely_person(line, person):
        return hire_hit(line, i, start, company, None, person, "appoints", 0.8)
    told = (
        any(t.low in _EXECS or t.low in ("former", "ex") or t.low.startswith("ex-") or t.poss for t in object_)
        or any(t.low in ROLE_HEADS for t in line.toks[end : min(last, end + 14)])
        or (not line.lows.isdisjoint(_VACATED) and not line.lows.isdisjoint(_EXECS))
    )
    sure = any(t.low in _EXECS or t.low.startswith("ex-") for t in object_) or (person and likely_person(line, person))
    if not told or not sure:
        return None
    return hire_hit(line, i, start, company, None, person, "hires an executive", 0.75)


def _succeeds(line: Line, k: int, last: int) -> bool:
    """ "to succeed Otto Karg", "to fill the top job", "to its executive team"."""
    return _FOLLOWS.match(line.text, line.toks[k].start, line.end) is not None if k < last else False


_FOLLOWS = re.compile(
    r"(?:(?:and|,) [A-Z][\w.'’-]+ [A-Z][\w.'’-]+ )?to (?:(?:succeed|replace|take over|fill|follow)\b|(?:its |the )?"
    r"(?:executive|leadership|management|senior|c-suite)(?: leadership| management)?"
    r"(?: team| committee| board| ranks|$))",
    re.I,
)
_VACATED = words("ousts fires sacks replaces exits quits resigns retires steps departs dismisses")


_BY_FIRMS = words("appoints names hires promotes")  # whoever does this in a headline is a firm, even "John Deere"
_NEEDS_PERSON = words(
    """makes made make snags snag nabs lands landed snagged announces announced announce announcing adds added add
    adding brings brought bring turns turned gets got finds found confirms confirmed picks unveils choose
    chooses get"""
)
_BANKS = words("underwriter underwriters bookrunner bookrunners auditor auditors sponsor sponsors supplier arranger")


_LOOSE = words("leader leaders lead partner partners member members fellow fellows head principal editor publisher")


def appointed(line: Line, i: int) -> Name | None:
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
    if k + 1 < last and line.toks[k].low == "to" and line.toks[k + 1].low in TASKS:
        task = (k + 1, task_end(line, k + 1))
        own = topic(line, person.first) or named(line, k + 2, task[1])
        return hire_hit(line, i, start, own, task, person, "is appointed", 0.8) if own else None
    while k < last and line.toks[k].low in _LEADS:
        k += 1
    post = _board_of(line, i + 1, last) or post_after(line, k, last)
    company = post.company or (_left_before(line, person.first) if post.role else None)
    company = company or (topic(line, person.first) or _behind_comma(line, post, last) if post.role else None)
    company = company or (firm_in_aside(line, segment(line, i)[0], start) if post.role else None)
    by = next((j for j in range(i + 1, last - 1) if line.toks[j].low == "by"), None)
    if company is None and post.role and by is not None:  # "named CEO by the Acme board"
        board = next((j for j in range(by + 1, min(last, by + 6)) if line.toks[j].low == "board"), by + 1)
        company = named(line, by + 1, board) if board > by + 1 else objects(line, by + 1)
    if post.role is None or company is None or company.person or _prize(line, post.role[1]):
        return None
    return hire_hit(line, i, start, company, post.role, person, "is appointed", 0.88)


def _described(line: Line, i: int) -> Hit | None:
    """ "Acme founders step down, former Globex exec named CEO"."""
    first, last = segment(line, i)
    comma = next((j for j in range(i - 1, first, -1) if line.toks[j].word == ","), None)
    start = first if comma is None else comma + 1
    if comma is None or line.toks[i - 1].low not in _EXECS or i + 1 >= last:
        return None
    role = role_at(line, i + 1) if line.toks[i + 1].low in ROLE_HEADS | ROLE_ADJECTIVES | {"as", "new"} else None
    company = topic(line, start)
    if role is None or company is None or company.person:
        return None
    return hire_hit(line, i, i, company, role, None, "is appointed", 0.8)


def _left_before(line: Line, before: int) -> Name | None:
    """ "Otto Karg leaves Acme; Mara Lind named CEO": the firm that is left fills the post."""
    verb = next((j for j in range(1, before) if line.toks[j].low in _QUITS), None)
    if verb is None or verb + 1 >= before or not line.toks[verb + 1].cap:
        return None
    company = objects(line, verb + 1)
    return company if company and not company.person and company.last <= before else None


_QUITS = words("leaves leave leaving left quits quit quitting exits departs departing")


def _behind_comma(line: Line, post: Post, last: int) -> Name | None:
    """ "Mara Lind appointed CHRO - India, Acme": the firm closes the line."""
    last = next((j for j in range(last, len(line.toks)) if line.toks[j].word in "|;"), len(line.toks))
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
        if nxt.low in ("a", "an", "its", "their") and i + 2 < last and line.toks[i + 2].low in ("new", "first", "next"):
            return False
        return likely_person(line, person) or nxt.low in ("as", "to")
    end = i + 1
    while end < last and capital(line.toks[end]) and line.toks[end].low not in ROLE_HEADS | ROLE_ADJECTIVES:
        end += 1
    if end < last and line.toks[end].low in ("as", "to", ",") and not line.toks[end - 1].poss:
        return False
    theirs = _personal(line, person.first, person.last)
    return theirs >= 0 and theirs >= _personal(line, i + 1, end)


_BE = words("was were is are been being be gets got")


def _personal(line: Line, first: int, last: int) -> int:
    toks = line.toks[first:last]
    if toks[0].low in GIVEN:
        return 3
    if toks[-1].low in COMPANY_TAILS or toks[-1].poss:
        return -1
    return 0 if len(toks) == 1 or any(t.word.isupper() and len(t.word) > 1 for t in toks) else 1


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
RULE = Rule(KIND, words("succeeded") | HANDED | APPOINTMENTS | ACTIVE | PASSIVE | ARRIVING | _FRESH, find)
