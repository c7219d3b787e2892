"""The post somebody gets: the words that lead to it ("to the position of"), where it ends, at which company it is."""

from __future__ import annotations

from triggers.detect.grammar.lexicon import MONTHS, PLACES, UNIT_NOUNS, words
from triggers.detect.grammar.marks import descriptor
from triggers.detect.grammar.names import Name, capital, named, objects
from triggers.detect.grammar.people import Post, behind_name, from_field, opens_name
from triggers.detect.grammar.roles import FUNCTIONS, ROLE_ADJECTIVES, ROLE_HEADS, role_at
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import VERBS

AS = words("""as als comme como zum zur zu au""")
TASKS = words("""lead head run oversee helm spearhead steer manage leiten diriger""")
_BECOMING = words("be become serve act")
_FIRMS = words("group organization organisation")
_JOBS = words("post posts position positions role roles job seat spot title mantle duties slot")
_BEFORE_JOBS = words(
    "the a an its their his her newly created new newly-created vacant top additional expanded combined dual role key"
)
_ENDS = words("after amid following despite while says said whose ; which and")
_OTHERS = words("named hired elevated appointed promoted names hires appoints promotes elevates tapped taps")
_LEAVING = words("departure departures resignation retirement exit exits ouster stepping leaving departs")
_ASIDES = words("formerly former previously who a an the ex most currently until whose currently one its")
_LOOSE_JOBS = words("role post job position spot seat")


def introduced(line: Line, first: int, last: int) -> tuple[tuple[int, int], int] | None:
    """The role that words like "as", "to be" or "to the position of" lead to, and where those words begin."""
    begins: int | None = None
    j = first
    while j < last:
        low = line.toks[j].low
        if line.toks[j].word == ",":
            j = _over_aside(line, j, last)
            if j < 0:
                return None
            continue
        if low in _LEAVING or (low in _ENDS and j > first and low != "and"):
            return None
        if j > first + 1 and low in _OTHERS:
            return None
        if role := _led_to(line, j, last):
            if role[0] > first and not _clause(line, role[1], last):
                return role, begins if begins is not None else j
        elif begins is None and j > first and low in ("to", "for", "in", "into", "from", "on"):
            begins = j
        j += 1
    return None


def _over_aside(line: Line, comma: int, last: int) -> int:
    """Behind "X, formerly of Acme," stands what the sentence goes on with."""
    after = line.toks[comma + 1] if comma + 1 < last else None
    if after is None:
        return -1
    close = next((k for k in range(comma + 1, min(last, comma + 22)) if line.toks[k].word == ","), None)
    if after.low in AS or after.low == "to":
        return comma + 1
    if after.num and close is not None and close == comma + 2:
        return close + 1  # "Mara Lind, 40, as"
    if close is None or close + 1 >= last:
        return comma + 1 if after.cap and not line.titled else -1
    behind = line.toks[close + 1].low
    if after.low in _ASIDES or after.low.startswith("ex-") or behind in AS or behind == "to":
        return close + 1
    return -1


def _led_to(line: Line, j: int, last: int) -> tuple[int, int] | None:
    low = line.toks[j].low
    if low in AS or low == "to":
        if j and line.toks[j - 1].low == "von":
            return None  # "von zur Linde"
        return _behind_as(line, j, last)
    if low in ("for", "on", "in", "into") and j + 1 < last:
        if low == "on" and line.toks[j + 1].low == "board":
            return None  # "brings on board as"
        if board := board_near(line, j + 1, last):
            return board if low in ("for", "on") else None
        return job(line, j + 1, last)
    return None


def _behind_as(line: Line, j: int, last: int) -> tuple[int, int] | None:
    """What "as" or "to" leads to: a role, a board, a task, "be the company's chairman"."""
    k = j + 1
    if k >= last:
        return None
    low = line.toks[k].low
    if line.toks[j].low == "to":
        if low in TASKS:
            return k, task_end(line, k)
        if board := board_near(line, k, last):
            return board
        if low in _BECOMING:
            k += 1 + (k + 1 < last and line.toks[k + 1].low in AS)
        elif low in ("take", "fill", "assume"):
            k += 1
    if found := job(line, k, last):
        return found
    while k < last and k - j < 7 and (line.toks[k].low in _OWNERS or line.toks[k].poss):
        k += 1
    role = role_at(line, k) if k < last else None
    return role if role and role[0] <= k + 3 else None


_OWNERS = words("the its a an company's firm's group's company firm new over as first")


def job(line: Line, k: int, last: int) -> tuple[int, int] | None:
    """ "the newly created position of", "the CEO spot", "US Leveraged Finance Role": the role in such a phrase."""
    start = k
    while k < last and line.toks[k].low in _BEFORE_JOBS:
        k += 1
    if k + 1 < last and line.toks[k].low in _JOBS and line.toks[k + 1].low in ("of", "as", "for"):
        role = role_at(line, k + 2)
        return role if role and role[0] <= k + 4 else None
    end = next((m for m in range(k, min(last, k + 6)) if line.toks[m].low in _LOOSE_JOBS), None)
    if end is None or end == k or line.toks[start].low in ("lead", "head", "run"):
        return None
    role = role_at(line, k, bare=True)
    if role and role[1] == end:
        return role
    inside = line.toks[k:end]
    if all(t.low in FUNCTIONS or t.low in PLACES for t in inside) or (line.titled and end - k > 1):
        return k, end + 1
    return None


def _clause(line: Line, end: int, last: int) -> bool:
    """ "as founder steps down": what follows the role is what its holder does."""
    tok = line.toks[end] if end < last else None
    return tok is not None and tok.low in VERBS and tok.low != "to" and not tok.low.endswith("ing")


def board_near(line: Line, k: int, last: int) -> tuple[int, int] | None:
    """ "its board", "the company's board of directors", "Acme's board"."""
    at = next((j for j in range(k, min(last, k + 5)) if line.toks[j].low == "board"), None)
    if at is None or any(line.toks[j].low in ("of", "to", "as", ",") for j in range(k, at)):
        return None
    if at + 1 < last and line.toks[at + 1].low in ("seat", "chair", "role", "chairman", "member"):
        return None
    if at + 2 < last and line.toks[at + 1].low == "of" and line.toks[at + 2].low in _BOARDS:
        return at, at + 3
    return at, at + 1


_BOARDS = words("directors trustees managers governors advisors advisers")


_TASK_ENDS = words("after amid as from in and following at to going , ; : . | (")


def task_end(line: Line, i: int) -> int:
    """Where "lead its sales team in Europe" ends."""
    j = i + 1
    while j < len(line.toks) and j - i < 8 and (line.toks[j].low not in _TASK_ENDS or _fields_go_on(line, j)):
        j += 1
    return j


def _fields_go_on(line: Line, j: int) -> bool:
    """ "M&A and capital markets": both sides of the joint are fields of work."""
    near = line.toks[j + 1 : j + 2]
    return line.toks[j].low == "and" and bool(near) and near[0].low in FUNCTIONS and line.toks[j - 1].low in FUNCTIONS


def post_after(line: Line, k: int, last: int) -> Post:
    """Role and company behind "appointed": "CFO of Acme", "Acme CEO", "head of sales at Acme"."""
    job = next((j for j in range(k, min(last, k + 7)) if line.toks[j].low in _JOBS), None)
    if job is not None and job + 1 < last and line.toks[job + 1].low in ("of", "as"):
        k = job + 2
    for j in range(k, min(last, k + 9)):
        low = line.toks[j].low
        if not (low in ROLE_HEADS or low in ROLE_ADJECTIVES) or (j > k and opens_name(line, j)):
            continue
        bare = role_at(line, j, bare=True)
        if bare is not None and bare[0] == j:
            bare = (from_field(line, k, j), bare[1])
        if bare is None or (j > k and behind_name(line, j, bare) != bare):
            continue
        owner = next((m for m in range(k, j) if line.toks[m].poss), None)
        full = (bare[0], (role_at(line, j) or bare)[1])
        if owner is not None and (company := named(line, k, owner + 1)):
            return Post(company, full, None)
        if bare[0] > k and (company := named(line, k, bare[0])) and not company.person:
            return Post(company, full, None)
        return with_company(line, bare, full, last)
    return Post()


_TOP = words("president ceo cfo coo cto cmo chairman chairwoman officer director executive")
_AT = words("at bei chez presso")
_OF = words("of for with von der de du d' en in within")


def with_company(line: Line, bare: tuple[int, int], full: tuple[int, int], last: int) -> Post:
    """The company behind a role: "of Acme", "of sales at Acme", "for Acme"; the role ends in front of it."""
    if _of_the_company(line, bare[1], last):
        return Post(None, bare, None)
    reach = min(last, full[1] + 8)
    at = next((j for j in range(bare[1], reach) if line.toks[j].low in _AT), None)
    for j in [at] if at is not None else range(bare[1], reach):
        if line.toks[j].word in ",;" and j >= full[1]:
            break
        if j == at or (line.toks[j].low in _OF and _firm_follows(line, j + 1, last)):
            company = objects(line, j + 1)
            sure = j == bare[1] and line.toks[j - 1].low in _TOP  # "president of Karg Lind": no person is presided over
            if company and (sure or not company.person):
                company = Name(company.first, company.last)
                return Post(company, (bare[0], _without_job(line, bare[1], j)), None)
    return Post(None, full, None)


def _of_the_company(line: Line, k: int, last: int) -> bool:
    """ "CFO of the company", "CEO of fintech giant": the firm is not named here."""
    if k + 2 >= last or line.toks[k].low not in ("of", "at", "for"):
        return False
    end = k + 1
    while end < last and not line.toks[end].cap and line.toks[end].alpha and end - k < 4:
        tok = line.toks[end]
        if (descriptor(tok) and tok.low not in UNIT_NOUNS) or tok.low in _FIRMS:
            return end + 1 >= last or not line.toks[end + 1].cap
        end += 1
    return False


def _without_job(line: Line, first: int, end: int) -> int:
    while end > first and line.toks[end - 1].low in _JOBS:
        end -= 1
    return end


def _firm_follows(line: Line, k: int, last: int) -> bool:
    """Whether capitals follow that are no field of work and no part of the world."""
    while k < last and line.toks[k].low in _BEFORE_FIRMS:
        k += 1
    told = next((j for j in range(k, min(last, k + 5)) if descriptor(line.toks[j]) and not line.toks[j].cap), None)
    if told is not None and not any(t.cap or t.low in AS for t in line.toks[k:told]):
        k = told + 1  # "of payments startup Acme"
    run = k
    while run < last and capital(line.toks[run]):
        run += 1
    if k < last and line.toks[k].low in MONTHS:
        return False  # "as of Jan. 21"
    if any(t.low in ROLE_HEADS for t in line.toks[k:run]) and line.toks[k].low in ROLE_ADJECTIVES:
        return False  # "of the group and Senior Vice President"
    return run > k and not all(t.low in FUNCTIONS or t.low in PLACES or t.low in _REGIONS for t in line.toks[k:run])


_BEFORE_FIRMS = words("the its struggling troubled embattled ailing beleaguered loss-making fast-growing rival fellow")
_REGIONS = words("apac emea dach anz mena latam middle east north south latin asia-pacific americas")
