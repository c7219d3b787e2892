"""People and their posts: a phrase like "Acme CFO Mara Lind" -> company, role, person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from triggers.detect.lexicon import DEMONYMS, GIVEN, NAME_JOINTS, NOT_NAMES, PEOPLE, PLACES, words
from triggers.detect.names import COMPANY_TAILS, Name, capital, named
from triggers.detect.roles import ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.scene import name_span
from triggers.detect.spans import Hit, span
from triggers.detect.tokens import Line, is_break

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
    r"bundesliga|trainer|bundestag|ministre|ministro|generalstaatsanwalt|fifa|uefa|nato|un\b|"
    r"united nations|imf|world bank)\b",
    re.I,
)
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
        return Post(None, role, company)
    return Post(company, role, person_in(line, role[1], last) if role[1] < last else None)


def _first_role(line: Line, first: int, last: int) -> tuple[int, int] | None:
    for i in range(first, last):
        low = line.toks[i].low
        if i > first and line.toks[i - 1].low in OPENS_NAMES:
            continue
        if low in ROLE_HEADS or low in ROLE_ADJECTIVES:
            role = role_at(line, i)
            if role and role[0] < last and (i == first or not _part_of_name(line, i, role)):
                return role[0], min(role[1], last)
    return None


OPENS_NAMES = words("""air bank of coal state star steel life oil federal royal british american""")


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


def likely_person(line: Line, name: Name) -> bool:
    """Two or three plain capitalised words, or a known given name."""
    words = line.toks[name.first : name.last]
    return words[0].low in GIVEN or (
        2 <= len(words) <= 4
        and all(t.word[:1].isupper() and t.alpha and (len(t.word) == 1 or not t.word.isupper()) for t in words)
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
