"""People and their posts: a phrase like "Acme CFO Mara Lind" -> company, role, person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from triggers.detect.grammar.lexicon import DEMONYMS, GIVEN, NAME_JOINTS, NOT_NAMES, PEOPLE, PLACES, words
from triggers.detect.grammar.marks import tied
from triggers.detect.grammar.name_words import CHIEFS
from triggers.detect.grammar.names import COMPANY_TAILS, Name, capital, named
from triggers.detect.grammar.roles import FUNCTIONS, ROLE_ADJECTIVES, ROLE_HEADS, as_a_name, role_at
from triggers.detect.grammar.spans import Hit, span
from triggers.detect.grammar.tokens import Line, is_break
from triggers.detect.scene import name_span

PUBLIC = re.compile(
    r"\b(?:ministers?|ministry|ambassador|governor|senator|congress|parliament|police|army|navy|air "
    r"force|judge|justice|supreme court|high court|prime minister|president (?:of (?:the "
    r")?(?:country|united|republic)|trump|biden|xi|lee)|"
    r"defeat|relegat\w+|matchday|derby|coach|captain|striker|squad|football|cricket|fc\b|premier league|nba|nfl|mlb|"
    r"olympics?|"
    r"bishop|pope|archbishop|white house|pentagon|fed(?:eral reserve)? (?:chair|governor)|central "
    r"bank|secretary of state|"
    r"attorney general|home office|council(?:lor)?|mp\b|mps\b|election|party leader|labour party|"
    r"conservative party|cabinet|mayor|actor|actress|film|movie|singer|album|bollywood|hollywood|"
    r"award|ombudsman|"
    r"regulat(?:or|ory authority)|embassy|consul|chief of (?:army|staff|defence)|commissioner|"
    r"sacks? manager|caretaker manager|"
    r"bundesliga|trainer|bundestag|ministre|ministro|generalstaatsanwalt|fifa|uefa|nato|un\b|"
    r"united nations|imf|world bank)\b",
    re.I,
)
# Bodies of the state: who heads them holds a public office.
STATE = words(
    "cisa fbi cia nsa fda nasa nih cdc sec ftc doj irs epa faa fcc darpa nhtsa fed treasury congress senate parliament "
    "pentagon government opec who unicef interpol europol nato fema dhs hhs usda noaa ofcom fca cma ico"
)
_ONCE = re.compile(r"(?:\bformer|\bex|\bone-time|\bonetime)[- ](?:[\w.'’-]+ ){0,3}$", re.I)


def public(text: str) -> bool:
    """Whether a text speaks of public office, sport or the stage; a post that somebody held before does not count."""
    return any(_ONCE.search(text, max(0, m.start() - 40), m.start()) is None for m in PUBLIC.finditer(text))


_PERSON_STOPS = words(
    """as to its his her their from for who after amid in at on with and by following but , ; : ( ) | – — - als zum
    zur a an the comme au en new next following effective also"""
)


@dataclass(slots=True)
class Post:
    """Who holds what where; each part may be missing."""

    company: Name | None = None
    role: tuple[int, int] | None = None
    person: Name | None = None


def post_in(line: Line, first: int, last: int) -> Post:
    """Reads the phrase of tokens `first` up to `last`: "Acme's head of sales", "Acme CFO Mara Lind", "Mara Lind"."""
    owner = next((i for i in range(first, last - 1) if line.toks[i].poss), None)
    if owner is not None and (opened := _head_of(line, first, owner)):
        firm = named(line, opened, owner + 1)
        return Post(firm, (first, last)) if firm and not firm.person else Post()
    start = owner + 1 if owner is not None else first
    role = _first_role(line, start, last)
    company = named(line, first, owner + 1) if owner is not None else None
    if owner is not None and line.toks[owner].low in PLACES | DEMONYMS:
        company = None
    if role is None:
        return Post(company, None, person_in(line, start, last))
    if company is None and role[0] > start:
        company = named(line, start, role[0])
    if company and company.person:
        if company.last != role[0] or line.toks[role[0]].low not in CHIEFS | {"chief", "boss"}:
            return Post(None, role, company)
        company = Name(company.first, company.last)  # "Peter Green CEO Mara Lind"
    if company is None and (of := _firm_in(line, role, last)):
        return of
    if role[1] >= last:
        return Post(company, role, None)
    return Post(company, role, person_in(line, role[1], last) or appointee(line, role[1], last))


def _head_of(line: Line, first: int, owner: int) -> int | None:
    """ "Head of Acme's cloud unit": the title opens the phrase; where the firm's name starts."""
    k = first
    while k < owner and (line.toks[k].low in ROLE_ADJECTIVES or line.toks[k].low in ("the", "a", "co")):
        k += 1
    if k + 2 > owner or line.toks[k].low not in ROLE_HEADS or line.toks[k + 1].low not in ("of", "at"):
        return None
    return k + 2


def _firm_in(line: Line, role: tuple[int, int], last: int) -> Post | None:
    """ "chief executive of Acme", "head of sales at Acme": the firm stands inside what completes the role."""
    bare = role_at(line, role[0], bare=True)
    if bare is None:
        return None
    at = next((j for j in range(bare[1], min(last, role[1] + 6)) if line.toks[j].low in ("of", "at")), None)
    if at is None or at + 1 >= last:
        return None
    k = at + 1 + (line.toks[at + 1].low == "the")
    run = k
    while run < last and capital(line.toks[run]):
        run += 1
    if run == k or all(t.low in FUNCTIONS or t.low in PLACES for t in line.toks[k:run]):
        return None
    company = named(line, at + 1, last)
    return Post(company, (bare[0], at)) if company and not company.person else None


def _first_role(line: Line, first: int, last: int) -> tuple[int, int] | None:
    for i in range(first, last):
        low = line.toks[i].low
        if i > first and opens_name(line, i):
            continue
        if low in ROLE_HEADS or low in ROLE_ADJECTIVES:
            role = role_at(line, i)
            if role and i > first:
                role = behind_name(line, i, role)
            if role and role[0] < last and (i == first or not _part_of_name(line, i, role)):
                return from_field(line, first, role[0]), min(role[1], last)
    return None


_IN_NAMES = words(
    "ai group digital technology media energy bank banking capital financial health security software cloud data"
)
_TOP = words("ceo chairman chairwoman chair founder co-founder president cfo coo cto")
OPENS_NAMES = words("""air bank of coal state star steel life oil federal royal british american""")


def behind_name(line: Line, i: int, role: tuple[int, int]) -> tuple[int, int]:
    """ "Acme AI CEO": capitals in front of a title at the top belong to the name."""
    if (
        line.toks[i].low not in _IN_NAMES
        or not line.toks[i].cap
        or not capital(line.toks[i - 1])
        or line.toks[i - 1].poss
    ):
        return role
    head = next((j for j in range(i, role[1]) if line.toks[j].low in _TOP), None)
    if head is None or not all(line.toks[j].cap for j in range(i, head)):
        return role
    return head, role[1]


def from_field(line: Line, first: int, start: int) -> int:
    """ "channel chief": a small word of a field in front of the title is part of it."""
    while start > first and line.toks[start - 1].low in FUNCTIONS and not line.toks[start - 1].cap:
        start -= 1
    return start


def opens_name(line: Line, i: int) -> bool:
    """ "Air India", "Bank of America": the word before makes token `i` part of a name, unless it is a title itself."""
    before = line.toks[i - 1].low
    return before in OPENS_NAMES and (before == "of" or line.toks[i].low not in ROLE_HEADS)


def _part_of_name(line: Line, i: int, role: tuple[int, int]) -> bool:
    """An adjective of a role that closes a company's name: "Acme Global CEO" is decided for the role."""
    return line.toks[i].low not in ROLE_HEADS and role[1] - i > 4


def person_in(line: Line, first: int, last: int) -> Name | None:
    """The person named between two places, without what is said of them before."""
    end = first
    while end < last and (
        capital(line.toks[end])
        or line.toks[end].low in PEOPLE
        or line.toks[end].low in NAME_JOINTS
        or line.toks[end].low not in _PERSON_STOPS
    ):
        if is_break(line, end):
            break
        end += 1
    name = named(line, first, end)
    if name is None:
        return None
    low = line.toks[name.first].low
    if low in NOT_NAMES or low in PLACES or line.toks[name.last - 1].low in ROLE_HEADS:
        return None
    first_ = (
        max(
            (j for j in range(first, end) if line.toks[j].low in ("mr.", "ms.", "mrs.", "dr.", "mr", "ms", "dr")),
            default=-1,
        )
        + 1
    )
    return Name(max(name.first, first_), name.last, True) if max(name.first, first_) < name.last else None


def appointee(line: Line, first: int, last: int) -> Name | None:
    """Who is meant in "former Acme CFO Mara Lind", "Mara Lind, formerly of Acme,", "Acme's Mara Lind"; None for "a
    former Acme executive"."""
    start = first
    for i in range(first, last + 1):
        if i == last or line.toks[i].word == ",":
            if i > start and (name := _in_part(line, start, i)):
                return name
            start = i + 1
    return None


def subject_person(line: Line, first: int, start: int) -> Name | None:
    """Who stands before a verb, whatever is said of them in between: "Mara Lind, CEO of Acme, has been"."""
    if line.toks[start - 1].word == ",":
        first = next((j + 1 for j in range(start - 2, first, -1) if line.toks[j].low == "that"), first)
    while first + 2 < start and line.toks[first].low in ROLE_HEADS and line.toks[first].cap:
        first += 1  # "Director Mara Lind, an Acme veteran, has been"
    end = first
    while end < start and (capital(line.toks[end]) or (end > first and line.toks[end].low in PARTICLES)):
        end += 1 + 3 * _nickname(line, end + 1, start)
    told = first < end < start and line.toks[end].word == "," and 1 < end - first < 7
    if told and not is_org(line, first, end) and _can_be_person(line, first, end):
        return Name(first, end, True)
    return appointee(line, max(first, person_start(line, start, first)), start)


def is_org(line: Line, first: int, last: int) -> bool:
    """Whether a run of capitals ends like a firm's name."""
    return line.toks[last - 1].low in COMPANY_TAILS and line.toks[first].low not in GIVEN


def person_start(line: Line, start: int, first: int) -> int:
    """Where the noun phrase in front of token `start` begins."""
    j = start
    while (
        j > first
        and line.toks[j - 1].word not in ",;:()"
        and line.toks[j - 1].low not in ("and", "as", "after", "that", "says", "said")
    ):
        j -= 1
    return j


def told_behind(line: Line, comma: int, last: int) -> Name | None:
    """ "its first CFO, Mara Lind, who": the name that a comma sets behind a title."""
    if comma + 2 >= last or line.toks[comma].word != ",":
        return None
    end = comma + 1
    while end < last and (capital(line.toks[end]) or (end > comma + 1 and line.toks[end].low in PARTICLES)):
        end += 1
    name = Name(comma + 1, end, True)
    closed = end >= last or not line.toks[end].alpha or line.toks[end].low in _PERSON_STOPS
    plain = 1 < end - comma - 1 < 5 and closed and _can_be_person(line, comma + 1, end)
    return name if plain and not is_org(line, comma + 1, end) and likely_person(line, name) else None


_PART_ENDS = words("from who formerly previously whose most effective after amid at into with (")
_TITLES = words("mr. ms. mrs. dr. mr ms dr prof. professor sir dame lord baroness dr.-ing")
_DESCRIBES = words(
    """vet vets veteran veterans alum alumnus exec execs executive executives insider insiders dealmaker dealmakers
    rainmaker banker bankers lieutenant trio duo pair"""
)
PARTICLES = NAME_JOINTS | words("zur zu bin al ter ten dos das den y")
_DEGREES = words("m.d. ph.d. phd md mba cpa esq. m.d ph.d rn msn")


def _in_part(line: Line, first: int, last: int) -> Name | None:
    whole = last
    last = next((j for j in range(first + 1, last) if line.toks[j].low in _PART_ENDS), last)
    start = first
    for j in range(first, last):
        tok = line.toks[j]
        of_post = (
            (tok.low in ROLE_HEADS and not as_a_name(tok))
            or tok.low in PEOPLE
            or tok.low in _DESCRIBES
            or tok.low in _TITLES
        )
        if (of_post and not (j + 1 < last and line.toks[j + 1].low in ("of", "at"))) or (tok.poss and j + 1 < last):
            start = j + 1
    while start < last and not capital(line.toks[start]):
        start += 1
    end = start
    while end < last and (
        (capital(line.toks[end]) and line.toks[end].low not in _DEGREES)
        or (line.toks[end].low in PARTICLES and end > start and _capital_soon(line, end + 1, last))
    ):
        end += 1 + 3 * _nickname(line, end + 1, last)
    if _described_on(line, end, whole):
        return None
    while start < end and (line.toks[start].low in DEMONYMS or tied(line.toks[start]) or line.toks[start].low == "ex"):
        start += 1
    return Name(start, end, True) if start < end <= start + 5 and _can_be_person(line, start, end) else None


def _nickname(line: Line, k: int, last: int) -> bool:
    """ "Frank "Rusty" Lind": a name in quotation marks inside a name."""
    toks = line.toks
    return (
        k + 3 < last and toks[k].word in '"“‘(' and toks[k + 1].cap and toks[k + 2].word in '"”’)' and toks[k + 3].cap
    )


def _capital_soon(line: Line, k: int, last: int) -> bool:
    return k < last and (capital(line.toks[k]) or (line.toks[k].low in PARTICLES and _capital_soon(line, k + 1, last)))


def _described_on(line: Line, end: int, last: int) -> bool:
    """ "Data Science (DS) specialist": a small noun behind the capitals says that they name a field."""
    if end < last and line.toks[end].word == "(":
        end = next((j + 1 for j in range(end, last) if line.toks[j].word == ")"), last)
    return end < last and line.toks[end].low in _KINDS_OF_PEOPLE


_KINDS_OF_PEOPLE = words(
    "specialist expert professional leader scientist researcher engineer practitioner manager lawyer"
)


def _can_be_person(line: Line, first: int, last: int) -> bool:
    toks = line.toks[first:last]
    low = toks[-1].low
    if (
        (low in ROLE_HEADS and not as_a_name(toks[-1]))
        or low in _DESCRIBES
        or (low in COMPANY_TAILS and toks[0].low not in GIVEN)
    ):
        return False
    if toks[0].low in GIVEN and len(toks) > 1:
        return not any(t.num or t.low in _NO_PERSON for t in toks)
    return not any(t.low in NOT_NAMES or t.num or t.low in _NO_PERSON for t in toks) and not all(
        t.low in PLACES or t.low in DEMONYMS for t in toks
    )


_NO_PERSON = words(
    "ceo cfo industry tech board c-suite leadership executive leader leaders & new first head succession plan "
    "transition search team appointments"
)


def likely_person(line: Line, name: Name) -> bool:
    """Two or three plain capitalised words, or a known given name."""
    words = line.toks[name.first : name.last]
    return words[0].low in GIVEN or (
        2 <= len(words) <= 4
        and all(
            (t.word[:1].isupper() and t.alpha and (len(t.word) == 1 or "." in t.word or not t.word.isupper()))
            or t.low in PARTICLES
            for t in words
        )
        and words[-1].low not in COMPANY_TAILS
    )


def put_person(hit: Hit, line: Line, person: Name | None) -> None:
    if person is not None:
        where = name_span(line, person)
        hit.put("person", where.text, where)


def put_role(hit: Hit, line: Line, role: tuple[int, int] | None) -> None:
    if role is not None:
        where = span(line, *role)
        hit.put("role", where.text, where)
