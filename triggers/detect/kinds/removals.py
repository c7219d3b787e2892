"""Who loses a post by somebody else's act: fired, replaced, followed by another."""

from __future__ import annotations

from triggers.detect.grammar.groups import doer, group_start
from triggers.detect.grammar.lexicon import GIVEN, words
from triggers.detect.grammar.makers import MAKERS
from triggers.detect.grammar.names import Name, named, objects, topic
from triggers.detect.grammar.people import (
    Post,
    appointee,
    behind_name,
    likely_person,
    opens_name,
    person_in,
    post_in,
    put_person,
    put_role,
    subject_person,
    told_behind,
)
from triggers.detect.grammar.posts import introduced, post_after, with_company
from triggers.detect.grammar.roles import ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, segment
from triggers.detect.grammar.verbs import inflect
from triggers.detect.scene import name_span
from triggers.types import EventKind, Status

KIND = EventKind.EXECUTIVE_DEPARTURE
REMOVED = inflect("oust fire sack dismiss suspend replace remove axe boot eject jettison depose") | words(
    "loses lose lost drops terminates terminated"
)
SUCCEEDS = inflect("succeed replace") | frozenset({"takes", "taking", "take", "took"})
EXECUTIVE = words("""executive exec executives insider cofounder co-founder founder founders co-founders cofounders""")
_FIRES = inflect("oust fire sack dismiss axe boot")
_ENDS = words("as in on at who after amid effective with following when , ; : ( from by over for and")


def leaves_hit(line: Line, i: int, start: int, company: Name, role: tuple[int, int] | None, person: Name | None) -> Hit:
    hit = Hit(KIND, name_span(line, company), line, i, "leaves", confidence=0.85, verb=(start, i + 1))
    if line.toks[i].low.startswith("terminat"):
        hit.status = Status.ANNOUNCED  # "terminates its COO": not a deal called off
    put_role(hit, line, role)
    if person and person.first != company.first:
        put_person(hit, line, person)
    return hit


def phrase_start_of_post(line: Line, start: int, first: int) -> int:
    """Where the phrase of a person and their post begins, left of token `start`."""
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
        and (line.toks[j - 2].low in ROLE_HEADS or line.toks[j - 2].low in EXECUTIVE)
        and (tok.low in ROLE_HEADS or tok.low in ROLE_ADJECTIVES or tok.low in EXECUTIVE)
    )


def post_behind(line: Line, as_: int, last: int) -> Post:
    """ "as CEO of Acme", "as Acme CEO", "as chairman"."""
    for j in range(as_ + 1, min(last, as_ + 8)):
        tok = line.toks[j]
        if tok.word in ",;":
            break
        if j > as_ + 1 and opens_name(line, j):
            continue
        bare = (
            role_at(line, j, bare=True) if tok.low in ROLE_HEADS or tok.low in ROLE_ADJECTIVES or not tok.cap else None
        )
        if bare is None:
            continue
        if j > as_ + 1 and behind_name(line, j, bare) != bare:
            continue
        if j > as_ + 1 and (company := named(line, as_ + 1, j)):
            return Post(company, role_at(line, j))
        return with_company(line, bare, role_at(line, j) or bare, last)
    return Post()


def removed(line: Line, i: int, skip: int = 0) -> Hit | None:
    """ "Acme fires CFO Mara Lind", "Acme CEO ousted", "Acme fires Mara Lind"."""
    first, last = segment(line, i)
    start = group_start(line, i)
    if line.toks[i].low.endswith("ed") and start > first:
        post = post_in(line, phrase_start_of_post(line, start, first), start)
        if post.company and post.role and not post.company.person:
            return leaves_hit(line, i, start, post.company, post.role, post.person)
    company, start = doer(line, i)
    company = company or (
        topic(line, start) if start and line.toks[start - 1].low in ("votes", "voted", "board") else None
    )
    if company is not None and line.toks[i].low.startswith("replac") and likely_person(line, company):
        company = topic(line, company.first)  # "New era at Acme as Mara Lind replaces CEO Otto Karg"
    if company is None or company.person:
        return None
    k = i + 1 + skip
    end = next((j for j in range(k, min(last, k + 8)) if line.toks[j].low in _ENDS), min(last, k + 8))
    role = next((r for j in range(k, min(end, k + 3)) if (r := _held(line, i, j)) and r[0] <= j + 1), None)
    if role is not None and not (end < last and line.toks[end].low == "as"):
        person = person_in(line, role[1], min(end, role[1] + 5))
        return leaves_hit(line, i, start, company, role, person or told_behind(line, role[1], len(line.toks)))
    person = appointee(line, k, end)
    if person is None:
        return None
    as_ = end < last and line.toks[end].low == "as"
    swaps = any(t.low == "with" for t in line.toks[end:last])  # "replaces Otto Karg as CEO with Mara Lind"
    if as_ and line.toks[i].low.startswith("replac") and not swaps and (post := post_behind(line, end, last)).company:
        return leaves_hit(line, i, start, post.company, post.role, person)  # "replaces Mara Lind as CEO of Acme"
    found = introduced(line, k, last) if as_ else None
    if end + 2 < len(line.toks) and line.toks[end].word == "," and line.toks[end + 1].low in ("its", "the", "their"):
        held = role_at(line, end + 1, bare=True)  # "sacks Mara Lind, its COO"
        found = (held, end) if held is not None and held[0] == end + 2 else found
    if found:
        return leaves_hit(line, i, start, company, found[0], person)
    swapped = line.toks[i].low.startswith("replac") and any(t.low == "with" for t in line.toks[i + 2 : last])
    sure = (
        (swapped or line.toks[i].low in _FIRES)
        and line.toks[person.first].low in GIVEN
        and person.last - person.first > 1
    )
    return leaves_hit(line, i, start, company, None, person) if sure else None


def _held(line: Line, i: int, j: int) -> tuple[int, int] | None:
    role = role_at(line, j, bare=True)
    full = role_at(line, j)
    if role and full and full[1] < len(line.toks) and line.toks[full[1]].cap and line.toks[full[1]].low in GIVEN:
        role = full
    low = line.toks[j].low
    named_so = low in ("founder", "co-founder", "cofounder") or (low in EXECUTIVE and line.toks[i].low in _FIRES)
    named_so = named_so or (low in ("dealmaker", "rainmaker", "dealmakers") and line.toks[i].low.startswith("los"))
    return role or ((j, j + 1) if named_so else None)


def succeeded(line: Line, i: int) -> Hit | None:
    """ "Acme insider to succeed Mara Lind as CEO", "names Otto Karg CEO, replacing Mara Lind": she leaves."""
    first, last = segment(line, i)
    k = _over_from(line, i, last)
    if k is None:
        return None
    end = next((j for j in range(k, min(last, k + 12)) if line.toks[j].low in _ENDS), min(last, k + 12))
    person = appointee(line, k, end)
    if person is None or person.last - person.first > 4:
        return None
    as_ = end if end < last and line.toks[end].low == "as" else None
    behind = post_behind(line, as_, last) if as_ is not None else Post()
    own = next((r for j in range(k, person.first) if (r := role_at(line, j, bare=True)) and r[0] <= j + 2), None)
    role = behind.role or own or role_told(line, i)
    start = group_start(line, i)
    if role is None and not (likely_person(line, person) and any(t.low in _APPOINTING for t in line.toks[first:i])):
        return None
    owner = next((j for j in range(k, person.first) if line.toks[j].poss), None)
    theirs = named(line, k, owner + 1) if owner is not None else None
    company = theirs or behind.company or company_of(line, i, start, first)
    if company is None or company.person or _is_subject(line, first, start, company):
        return None
    return leaves_hit(line, i, start, company, role, person)


def _is_subject(line: Line, first: int, start: int, company: Name) -> bool:
    """Whether what was taken for the firm is the person who follows."""
    who = subject_person(line, first, start) if start > first else None
    if who is None or who.first != company.first:
        return False
    return who.last >= start or line.toks[who.last].word == ","


def _over_from(line: Line, i: int, last: int) -> int | None:
    """Where the name starts behind "succeeds" or "takes over from"."""
    if not line.toks[i].low.startswith("tak") and line.toks[i].low != "took":
        return i + 1 if i + 1 < last else None
    k = i + 1
    if k + 1 < last and line.toks[k].low == "over" and line.toks[k + 1].low == "from":
        return k + 2
    return None


def role_told(line: Line, i: int) -> tuple[int, int] | None:
    """The post that the same sentence fills."""
    for j in range(i - 1, -1, -1):
        if line.toks[j].low in ROLE_HEADS:
            k = j
            while k > 0 and line.toks[k - 1].low in ROLE_ADJECTIVES:
                k -= 1
            return role_at(line, k, bare=True)
    return None


def company_of(line: Line, i: int, start: int, first: int) -> Name | None:
    appointing = [j for j in range(i - 1, 0, -1) if line.toks[j].low in _APPOINTING]
    before = post_in(line, phrase_start_of_post(line, start, first), start) if start > first else Post()
    if before.company is not None and before.role is not None and not appointing:
        return before.company
    exec_ = next((j for j in range(first, start) if line.toks[j].low in EXECUTIVE), None)
    if exec_ is not None and before.role is None and (company := of_executive(line, first, exec_)):
        return company
    for j in range(i - 1, 0, -1):
        if line.toks[j].low in _APPOINTING and (company := doer(line, j)[0]) and not company.person:
            return company
        if line.toks[j].low in _ARRIVING and (company := post_after(line, j + 1, i).company):
            return company
    return firm_in_aside(line, first, start) or topic(line, i)


def firm_in_aside(line: Line, first: int, start: int) -> Name | None:
    """ "Mara Lind, CFO at Acme, takes over": who is not said to come from elsewhere comes from within."""
    comma = next((j for j in range(first + 1, start - 1) if line.toks[j].word == ","), None)
    if comma is None or line.toks[comma + 1].low in ("formerly", "former", "previously", "ex", "most", "until"):
        return None
    if line.toks[comma + 1].low == "who":
        owner = next((j for j in range(comma + 2, start) if line.toks[j].poss), None)
        return named(line, comma + 2, owner + 1) if owner is not None else None
    company = post_after(line, comma + 1, start - 1).company
    if company is None:
        at = next((j for j in range(comma + 1, start - 1) if line.toks[j].low == "at"), None)
        company = objects(line, at + 1) if at is not None else None
    return company if company and not company.person else None


_APPOINTING = inflect("appoint name hire tap promote pick choose elevate poach elect select") | words(
    "turns chose brings"
)
_ARRIVING = words("appointed named elected becomes become as joins joined")


def of_executive(line: Line, first: int, exec_: int) -> Name | None:
    """ "Acme hardware executive": the company opens the phrase, its field of work follows."""
    if line.toks[first].low in MAKERS and exec_ - first > 1:
        return Name(first, first + 1)
    if line.toks[exec_].low.endswith(("founder", "founders")) and line.toks[exec_ - 1].cap:
        name = named(line, first, exec_)
        return name if name and not name.person else None
    k = exec_
    while k > first + 1 and (line.toks[k - 1].low in ROLE_ADJECTIVES or not line.toks[k - 1].cap):
        k -= 1
    name = named(line, first, k)
    return name if name and not name.person else None


PRONOUNS = words("he she they")


def teller(line: Line, first: int, pronoun: int) -> int:
    """ "Mara Lind confirmed that she has left": where the verb group starts whose subject the pronoun means."""
    told = next((j for j in range(pronoun - 1, first, -1) if line.toks[j].low in _SAYS), None)
    if told is None or any(t.word in ",;:" or t.low in ROLE_HEADS for t in line.toks[told + 1 : pronoun]):
        return first
    return group_start(line, told)


_SAYS = inflect("say announce confirm reveal tell disclose") | words("said told")
