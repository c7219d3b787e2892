"""Naming companies: the noun phrase beside a verb -> the company's name as the text writes it.

The hard part of reading a headline is not the verb but whose news it is: "MA-based fintech Acme", "Globex's maker Acme",
"Acme, which makes anvils, raises", "Aerospace Parts Maker Acme Raises". Everything here works on token places of
one line and returns places, so that a name always has its span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from triggers.detect.lexicon import (
    ADVERBS,
    AUXILIARIES,
    DEMONYMS,
    DESCRIPTOR_ENDINGS,
    DESCRIPTORS,
    GIVEN,
    LEADING,
    LEGAL,
    NAME_JOINTS,
    NATIONAL_HEADS,
    NOT_NAMES,
    PEOPLE,
    PLACES,
    UNIT_NOUNS,
    words,
)
from triggers.detect.roles import ROLE_WORDS
from triggers.detect.tokens import Line, Tok, is_break
from triggers.detect.verbs import VERBS

_TIED = (
    "-backed", "-based", "-owned", "-led", "-bound", "-headquartered", "-listed", "-funded", "-founded", "-focused", "-focussed", "-run",
    "-controlled", "-linked", "-born", "-incubated", "-native", "-supported", "-sponsored", "-grown", "-powered", "-driven", "-branded", "-made", "-parent",
    "-bereich", "-spezialist",
)  # fmt: skip
_LONGEST = 8  # tokens of a name


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` up to, not with, `last`; `person` where it reads as somebody's name."""

    first: int
    last: int
    person: bool = False


def capital(tok: Tok) -> bool:
    """Whether a token can carry a name: a capital inside, or a digit before letters (3i, 1X). Amounts cannot."""
    if tok.low in SCALE_WORDS:
        return False
    if tok.num:
        return _SIZED.fullmatch(tok.low) is None and any(c.isalpha() for c in tok.low)
    return tok.cap


SCALE_WORDS = words(
    """million billion trillion mn bn crore cr lakh lakhs crores mio mio. mrd mrd. millionen milliarden millions
    milliards"""
)
_SIZED = re.compile(r"[\d.,]+(?:k|m|b|bn|mn|mm|cr|th|st|nd|rd|pm|am|x|g|gb|tb|mw|gw|gwh|mwh|%|-\w+)?")


def adverb(tok: Tok) -> bool:
    """A listed adverb, or a small word that ends like one."""
    return tok.low in ADVERBS or (
        tok.low.endswith("ly") and len(tok.low) > 5 and not tok.cap and tok.low not in _NOUNS_IN_LY
    )


_NOUNS_IN_LY = words("""family supply assembly monopoly anomaly butterfly weekly monthly daily oligopoly""")


def descriptor(tok: Tok) -> bool:
    low = tok.low
    if low in DESCRIPTORS or (
        len(low) > 6 and low.endswith(DESCRIPTOR_ENDINGS) and not (tok.cap and low.endswith("tech"))
    ):
        return not tok.poss
    return "-" in low and low.rpartition("-")[2] in DESCRIPTORS


def tied(tok: Tok) -> bool:
    """ "MA-based", "Carlyle-backed", "IPO-bound": says something about the name that follows."""
    return tok.low.endswith(_TIED) or tok.low in ("backed", "based", "owned", "headquartered")


def subject(line: Line, verb: int) -> Name | None:
    """The company that the verb group starting at token `verb` is about."""
    i = _before_modifiers(line, verb)
    if i <= 0:
        return None
    if line.toks[i - 1].word == ",":
        return _before_apposition(line, i - 1) or None
    return named(line, phrase_start(line, i), i)


def objects(line: Line, start: int) -> Name | None:
    """The company named after a verb: "buys robotics company Acme for", "acquires rival Acme"."""
    end = phrase_end(line, start)
    if end <= start:
        return None
    name = named(line, start, end)
    owner = next((j for j in range(start, end - 1) if line.toks[j].poss), None)
    if name is None and owner is not None:
        return named(line, start, owner + 1)
    return name


def named(line: Line, first: int, last: int) -> Name | None:
    """The company's name inside the noun phrase of tokens `first` up to `last`."""
    first, last = _trim(line, first, last)
    if first >= last:
        return None
    first, person = _after_possessor(line, first, last)
    first, person = _after_descriptors(line, first, last, person)
    run = _last_run(line, first, last)
    if run is None:
        return _small_brand(line, first, last)
    a, b = _shorten(line, *run)
    if a >= b or not _good(line, a, b):
        return None
    return Name(a, b, person or _reads_as_person(line, a, b))


def text_of(line: Line, name: Name) -> str:
    return line.slice(name.first, name.last)


def phrase_end(line: Line, start: int) -> int:
    """Where the noun phrase that starts at `start` ends."""
    i, count = start, len(line.toks)
    while i < count and i - start < 16 and not _stops_object(line, i, start):
        i += 1
    return i


def company_list(line: Line, first: int, last: int) -> list[Name]:
    """Names joined by commas or "and" between two places: "Acme, Globex and Initech"."""
    out: list[Name] = []
    start = first
    for i in range(first, last + 1):
        if i == last or line.toks[i].word == "," or line.toks[i].low in ("and", "und", "et", "y", "e", "&", "+", "x"):
            if i < last and line.toks[i].low == "&" and i + 1 < last and line.toks[i + 1].low in LEGAL:
                continue
            if i > start and (name := named(line, start, i)) and not name.person:
                out.append(name)
            start = i + 1
    return out


def subjects(line: Line, verb: int) -> list[Name]:
    """All companies before a verb: "Acme and Globex partner to"."""
    i = _before_modifiers(line, verb)
    start = i
    while start > 0 and not is_break(line, start - 1) and i - start < 24:
        low = line.toks[start - 1].low
        if (low in VERBS and not (line.titled and capital(line.toks[start - 1]))) or low in _STOPPERS:
            break
        start -= 1
    if start > 0 and line.toks[start - 1].low in _STOPPERS:
        return []  # part of a phrase like "from Acme, Globex to"
    return company_list(line, start, i) if i > start else []


def first_subject(line: Line, before: int, since: int = 0) -> Name | None:
    """The name that opens the line: whom "and", "," or "as it" refers back to."""
    for i in range(since + 1, min(before, len(line.toks))):
        tok = line.toks[i]
        if (
            tok.low in VERBS
            and (not capital(tok) or line.titled)
            and not _participle(line, i)
            and (name := subject(line, _group_start(line, i)))
        ):
            return name
    return None


def _participle(line: Line, i: int) -> bool:
    """A word in -ing that no auxiliary carries: "hardware testing startup"."""
    return line.toks[i].low.endswith("ing") and line.toks[i - 1].low not in AUXILIARIES


def _group_start(line: Line, verb: int) -> int:
    while verb > 0 and line.toks[verb - 1].low in AUXILIARIES:
        verb -= 1
    return verb


def _before_modifiers(line: Line, i: int) -> int:
    """Steps left over adverbs and brackets: "Acme (ACM) quietly" -> after "Acme"."""
    toks = line.toks
    while i > 0:
        tok = toks[i - 1]
        if tok.word == ")" and (opened := _opening(line, i - 1)) is not None:
            i = opened
        elif (
            tok.low in ("shares", "stock", "shareholders", "board", "management")
            and i > 1
            and not is_break(line, i - 2)
        ) or adverb(tok) or (tok.low in ("on", "this", "last", "week", "month") and not tok.cap):
            i -= 1
        else:
            break
    return i


def _opening(line: Line, closing: int) -> int | None:
    for i in range(closing - 1, max(-1, closing - 12), -1):
        if line.toks[i].word == "(":
            return i
    return None


_STOPPERS = words(
    """as while after before when because that if since until amid despite although though whether but where than via
    than during says said says: report reports per in at on for to from with into over under against between
    through by about around following including like als nachdem während weil wenn dass dans pour avec par"""
)
_CLAUSE = words(
    """which who whose that a an the formerly maker makers developer provider owner based founded backed led known
    one part creator parent where now operator ein eine der die das welche un une qui l'un l'une"""
)


def phrase_start(line: Line, end: int) -> int:
    """Walks left over a noun phrase to its first token."""
    i = end
    while i > 0 and end - i < 20:
        tok = line.toks[i - 1]
        if tok.word == "," and i < len(line.toks) and line.toks[i].low in LEGAL:
            i -= 1
            continue
        if is_break(line, i - 1) or tok.word in ',()[]"“”‘’?!…' or tok.low in _STOPPERS or tok.low in ("and", "or"):
            if not (tok.low in ("and", "for") and _inside_name(line, i - 1)):
                break
        elif tok.low in VERBS and i < end and (not capital(tok) or line.titled) and not tok.poss:
            break
        i -= 1
    return i


def _inside_name(line: Line, i: int) -> bool:
    """ "Procter and Gamble Co": an "and" between capitals that a legal form closes."""
    toks = line.toks
    if not (0 < i < len(toks) - 1 and toks[i - 1].cap and toks[i + 1].cap):
        return False
    return any(t.low in LEGAL for t in toks[i + 1 : i + 4]) and not line.titled


def _before_apposition(line: Line, comma: int) -> Name | None:
    """ "Acme, which makes anvils, raises": the name before the first comma of the aside."""
    start = _segment_start(line, comma)
    for i in range(start, comma):
        if line.toks[i].word != ",":
            continue
        after = line.toks[i + 1] if i + 1 < comma else None
        if after is None or i <= start:
            continue
        if after.low in LEGAL and i + 2 >= comma:
            return named(line, phrase_start(line, i), comma)
        name = named(line, phrase_start(line, i), i)
        aside = not capital(after) or after.low in _CLAUSE or after.low in DEMONYMS or after.low in PLACES
        if name and not name.person and aside and name.last >= i - 1:
            return name
    return None


def _segment_start(line: Line, i: int) -> int:
    while i > 0 and not is_break(line, i - 1):
        i -= 1
    return i


def _trim(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cuts brackets, quotation marks and small words from both ends."""
    toks = line.toks
    while last > first and not (toks[last - 1].alpha or toks[last - 1].num or toks[last - 1].word in "!+"):
        if toks[last - 1].word == ")" and (opened := _opening(line, last - 1)) is not None and opened > first:
            last = opened
        else:
            last -= 1
    while first < last and not (toks[first].alpha or toks[first].num):
        first += 1
    return first, last


def _after_possessor(line: Line, first: int, last: int) -> tuple[int, bool]:
    """ "Japan's Acme" -> Acme; "Acme's Anvil unit" stays whole for the caller to cut."""
    person = False
    for i in range(last - 2, first - 1, -1):
        if line.toks[i].poss:
            right = line.toks[i + 1 : last]
            owner_is_place = line.toks[i].low in PLACES or line.toks[i].low in DEMONYMS
            if owner_is_place or (
                any(capital(t) and t.low not in NOT_NAMES and t.low not in UNIT_NOUNS for t in right)
                and right[-1].low not in UNIT_NOUNS
            ):
                return i + 1, _given(line, i + 1, last)
    return first, person


def _given(line: Line, first: int, last: int) -> bool:
    return last - first in (2, 3) and line.toks[first].low in GIVEN


def _after_descriptors(line: Line, first: int, last: int, person: bool) -> tuple[int, bool]:
    """Cuts what says of the company what it is: everything up to the last descriptor."""
    for i in range(last - 1, first - 1, -1):
        tok = line.toks[i]
        if i + 1 < last and (tied(tok) or (descriptor(tok) and _describes(line, i, first))):
            return i + 1, tok.low in PEOPLE and _person_like(line, i + 1, last)
        if i + 1 == last and descriptor(tok) and _describes(line, i, first):
            return last, False
        if (
            tok.low in PEOPLE
            and not tok.poss
            and i + 1 < last
            and (not tok.cap or line.titled or i == first or line.toks[i - 1].poss)
        ):
            return i + 1, line.toks[i + 1].low in GIVEN if tok.low in _FIRMS_TOO else _person_like(line, i + 1, last)
    return first, person


# Descriptors that names are made of as well; in a run of capitals they are the name's.
_IN_NAMES = words(
    """lab store project team creator designer leader explorer exchange wallet restaurant pioneer utility major chain
    business venture foundry broker group player unit arm agency studio supermarket brewer outfit gigante grupo
    gruppo groupe"""
)


def _describes(line: Line, i: int, first: int) -> bool:
    """Whether the descriptor at `i` stands outside the name: small, or in a headline where all words are capital."""
    tok = line.toks[i]
    if not tok.cap or "-" in tok.low:
        return True
    if line.titled:
        return tok.low not in _IN_NAMES or (i > first and not capital(line.toks[i - 1]))
    return (
        i == first
        or line.toks[i - 1].poss
        or (tok.low not in _IN_NAMES
        and (not line.toks[i - 1].cap or line.toks[i - 1].low in DEMONYMS))
    )


_FIRMS_TOO = words("alum alumni investor investors backer backers owner")


def _person_like(line: Line, first: int, last: int) -> bool:
    words = line.toks[first:last]
    if words[-1].low in COMPANY_TAILS or words[0].word.isupper():
        return False
    return words[0].low in GIVEN or len(words) in (1, 2, 3)


COMPANY_TAILS = (
    words(
        """capital ventures venture partners group technologies technology labs lab systems solutions media bank
    holdings energy robotics therapeutics pharma pharmaceuticals biosciences bio health software studios games
    foods motors airlines industries fund equity investments management insurance financial networks space
    aerospace security semiconductor semiconductors electronics power materials medical devices research ai io
    interactive entertainment digital global international services consulting logistics retail brands oil gas
    mining resources metals street airport university hospital airways markets market mart house world works
    studios pictures records foods farms kitchen press times news post"""
    )
    | LEGAL
    | UNIT_NOUNS
)


def _last_run(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """The last run of capitalised tokens that reaches the end of the phrase."""
    toks, end = line.toks, last
    if first >= end or not _carries(toks[end - 1]):
        return None
    start = end
    while start > first and end - start < _LONGEST:
        tok = toks[start - 1]
        if (
            _carries(tok)
            or tok.word in "+&"
            or (tok.word == "," and start < end and toks[start].low in LEGAL)
            or (tok.low in NAME_JOINTS and start - 1 > first and _carries(toks[start - 2]) and start < end)
        ):
            start -= 1
        else:
            break
    return (start, end) if start < end else None


def _carries(tok: Tok) -> bool:
    return capital(tok) or (tok.low.isdigit() and len(tok.word) < 6) or tok.low in LEGAL


def _shorten(line: Line, first: int, last: int) -> tuple[int, int]:
    """Drops leading demonyms, articles, adjectives and trailing tickers from a run of capitals."""
    toks = line.toks
    while first < last:
        low = toks[first].low
        more = last - first > 1
        if (
            (more and low in DEMONYMS and toks[first + 1].low not in NATIONAL_HEADS and not toks[first + 1].word == "&")
            or (more and low in _LEAD_IN)
            or toks[first].word in "&+"
        ):
            first += 1
        else:
            break
    if (
        last - first > 2
        and toks[last - 2].low == "of"
        and toks[last - 1].low in PLACES
        and toks[first].low not in _OF_PLACES
    ):
        last -= 2
    while last > first and (toks[last - 1].word in "&+" or toks[last - 1].low in _TRAILING):
        if last - first == 1:
            break
        last -= 1
    return first, last


_LEAD_IN = words(
    """one two three four five several more another the a an former ex rival exclusive breaking how why when meet
    inside after as its their our leading ai-powered exclusive: die der das le la les el l' un une sports-tech
    deep-tech privately if but and since while now today once update meanwhile even despite upcoming struggling
    beleaguered embattled troubled ailing bankrupt loss-making cash-strapped rumor: rumour: rumor report:
    privately-held"""
)


_OF_PLACES = words(
    "bank university college house commonwealth institute state city port museum federation chamber reserve"
)
_TRAILING = words(
    """the of shares share stock stocks traders car cars vehicle investors makes make's ipo deal bid's founder
    founders boss exec executive executives employee employees workers staff"""
)


_PUBLIC = words(
    "trump biden harris obama putin modi xi zelensky zelenskyy netanyahu macron merz scholz starmer sunak erdogan orban"
)
_BAD_TAILS = words(
    """sales festival council police government ministry embassy court parliament deals talks rules ties push plan
    plans costs charges change governor minister senator probe valuation round ipo we i i've"""
)


def _good(line: Line, first: int, last: int) -> bool:
    """Whether the run can be a company at all."""
    words = line.toks[first:last]
    if words[-1].low in _BAD_TAILS or tied(words[-1]):
        return False
    if words[0].low in _PUBLIC and words[-1].low not in COMPANY_TAILS:
        return False
    if line.titled and len(words) == 1 and first and line.toks[first - 1].low == "to" and words[0].low in VERBS:
        return False
    if all(t.low in NOT_NAMES or t.low in PLACES or t.low in DEMONYMS or t.num or not t.alpha for t in words):
        return len(words) == 1 and words[0].num and any(c.isalpha() for c in words[0].word)
    return not all(t.low in ROLE_WORDS or t.low in NOT_NAMES for t in words)


def _reads_as_person(line: Line, first: int, last: int) -> bool:
    if line.toks[last - 1].low in COMPANY_TAILS:
        return False
    return (
        last - first in (2, 3)
        and line.toks[first].low in GIVEN
        and line.toks[last - 1].low not in DESCRIPTORS | LEGAL | UNIT_NOUNS
    )


def _small_brand(line: Line, first: int, last: int) -> Name | None:
    """A brand written small: alone before its verb, or right after what it is ("insurtech getsafe")."""
    if first + 1 != last or not line.toks[first].alpha:
        return None
    tok = line.toks[first]
    opens = first == 0 or is_break(line, first - 1) or descriptor(line.toks[first - 1])
    ordinary = (
        tok.low in NOT_NAMES or tok.low in VERBS or tok.low in UNIT_NOUNS or descriptor(tok) or tok.low in ROLE_WORDS
    )
    if not opens or ordinary or tok.low in PEOPLE or tok.low in LEADING or tok.low in AUXILIARIES or len(tok.low) < 3:
        return None
    return Name(first, last)


_OBJECT_STOPS = words(
    """for to from with as amid after before in at on by and or while that which who whose through via under into
    during over despite when following because since if but against but um für von mit nach bei zu pour avec par
    para por per will is are was were has have had says said would could may can than without"""
)


def _stops_object(line: Line, i: int, start: int) -> bool:
    tok = line.toks[i]
    if tok.word == "," and i + 1 < len(line.toks) and line.toks[i + 1].low in LEGAL:
        return False
    if is_break(line, i) or tok.word in '()[],?!"“”…':
        return True
    if tok.low in _OBJECT_STOPS:
        return not (tok.low in ("for", "and") and i > start and _inside_name(line, i))
    if tok.word == ".":
        return True
    return i > start and tok.low in VERBS and not capital(tok) and tok.low.endswith(("s", "ed"))


def topic(line: Line, before: int) -> Name | None:
    """The company a line is about where a later clause leaves it unsaid: "Acme profit falls, Mara Lind steps down"."""
    for name in runs(line):
        if name.first >= before:
            return None
        if line.toks[name.last - 1].low in PEOPLE or all(
            t.low in ROLE_WORDS for t in line.toks[name.first : name.last]
        ):
            continue
        cut = next(
            (j for j in range(name.first, name.last) if line.toks[j].low in ROLE_WORDS or line.toks[j].low in VERBS),
            name.last,
        )
        cut = next((j + 1 for j in range(name.first, cut) if line.toks[j].poss), cut)
        if cut > name.first and not _reads_as_person(line, name.first, cut) and _good(line, name.first, cut):
            a, b = _shorten(line, name.first, cut)
            return Name(a, b) if a < b else None
    return None


def runs(line: Line) -> Iterator[Name]:
    """Every run of capitals in a line that could be a company, left to right."""
    i, count = 0, len(line.toks)
    while i < count:
        if not capital(line.toks[i]):
            i += 1
            continue
        j = i + 1
        while j < count and (
            capital(line.toks[j]) or (line.toks[j].low in NAME_JOINTS and j + 1 < count and capital(line.toks[j + 1]))
        ):
            if line.toks[j - 1].poss:
                break
            j += 1
        a, b = _shorten(line, i, j)
        if a < b and _good(line, a, b):
            yield Name(a, b, _reads_as_person(line, a, b))
        i = j
