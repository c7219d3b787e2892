"""Inside a noun phrase: which of its tokens are the company's name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from triggers.detect.grammar.fields import FIELDS, kind_of_firm
from triggers.detect.grammar.lexicon import (
    AUXILIARIES,
    DEMONYMS,
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
)
from triggers.detect.grammar.marks import COMPANY_TAILS, capital, descriptor, tied
from triggers.detect.grammar.name_words import (
    BAD_TAILS,
    CHIEFS,
    COUNTS,
    DAYS,
    FIRMS_TOO,
    IN_NAMES,
    LEAD_IN,
    MONTHS,
    OF_PLACES,
    OFFICES,
    OPENS_NAMES,
    ORDINARY,
    PARTS,
    PLURALS,
    PUBLIC,
    SHOP_NOUNS,
    SOCIETIES,
    TIMES,
    TRAILING,
)
from triggers.detect.grammar.namesakes import article, counts, no_firm_alone, of_a_country, reads_as_person
from triggers.detect.grammar.roles import ROLE_WORDS
from triggers.detect.grammar.tokens import Line, Tok, is_break
from triggers.detect.grammar.verbs import VERBS

_LONGEST = 8  # tokens of a name


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` up to, not with, `last`; `person` where it reads as somebody's name."""

    first: int
    last: int
    person: bool = False


def named(line: Line, first: int, last: int) -> Name | None:
    """The company's name inside the noun phrase of tokens `first` up to `last`."""
    first, last = _trim(line, first, last)
    if first >= last:
        return None
    whole = first
    first, person = _after_possessor(line, first, last)
    first, person = _after_descriptors(line, first, last, person)
    run = _last_run(line, first, last)
    if run is None:
        return _in_front(line, whole, last) or _small_brand(line, first, last)
    a, b = shorten(line, *run)
    said = 0 < a < b and descriptor(line.toks[a - 1]) and line.toks[a - 1].low not in PEOPLE  # "supplier Peter Green"
    if a >= b or not (good(line, a, b) or (said and b - a == 1 and line.toks[a].low in PLACES)):
        return None
    a = _with_number(line, a)
    return Name(a, b, person or (reads_as_person(line, a, b) and not said))


def _in_front(line: Line, first: int, last: int) -> Name | None:
    """ "The Acme grocery chain", "an Acme Tools subsidiary": small words behind the name say what it is."""
    toks = line.toks
    article = toks[first].low in ("a", "an", "the")
    article = article or (first > 0 and toks[first - 1].low in ("a", "an", "the"))
    first += toks[first].low in ("a", "an", "the")
    k = first
    while k < last and capital(toks[k]) and not toks[k].poss:
        k += 1
    small = k < last and all(t.alpha and not t.cap for t in toks[k:last]) and toks[last - 1].low in PARTS
    if not small or k - first < (1 if article else 2):
        return None
    a, b = shorten(line, first, k)
    return Name(a, b) if a < b and good(line, a, b) and toks[b - 1].low not in DESCRIPTORS else None


def _with_number(line: Line, first: int) -> int:
    """ "3G Capital", "98 Ventures", "10x Science": a number belongs to the name it opens."""
    tok = line.toks[first - 1] if first else None
    if tok is None or not tok.num or tok.word[-1] in ".,%" or len(tok.word) > 4:
        return first
    tail = line.toks[first].low in COMPANY_TAILS
    lettered = (tok.word[-1].isalpha() and tok.word[:-1].isdigit()) or tok.low.endswith(("th", "rd", "st", "nd"))
    return first - 1 if (tail and (lettered or first == 1)) or (lettered and first == 1) else first


def opening(line: Line, closing: int) -> int | None:
    for i in range(closing - 1, max(-1, closing - 12), -1):
        if line.toks[i].word == "(":
            return i
    return None


def _trim(line: Line, first: int, last: int) -> tuple[int, int]:
    """Cuts brackets, quotation marks and small words from both ends."""
    toks = line.toks
    while last > first and not (toks[last - 1].alpha or toks[last - 1].num or toks[last - 1].word in "!+"):
        if toks[last - 1].word == ")" and (opened := opening(line, last - 1)) is not None and opened > first:
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
            if (i == first and all(t.cap and t.low in SHOP_NOUNS for t in right)) or no_firm_alone(right):
                break  # "Domino's Pizza": what follows is no firm of its own
            owner_is_place = line.toks[i].low in PLACES or line.toks[i].low in DEMONYMS
            if owner_is_place or (
                any(capital(t) and t.low not in NOT_NAMES and t.low not in UNIT_NOUNS for t in right)
                and right[-1].low not in UNIT_NOUNS
            ):
                return i + 1, _given(line, i + 1, last)
    return first, person


def _given(line: Line, first: int, last: int) -> bool:
    return reads_as_person(line, first, last)


def _after_descriptors(line: Line, first: int, last: int, person: bool) -> tuple[int, bool]:
    """Cuts what says of the company what it is: everything up to the last descriptor."""
    for i in range(last - 1, first - 1, -1):
        tok = line.toks[i]
        if i + 1 < last and (
            tied(tok) or (descriptor(tok) and _describes(line, i, first)) or kind_of_firm(line, i, first, last)
        ):
            return i + 1, tok.low in PEOPLE and _person_like(line, i + 1, last)
        if i + 1 == last and descriptor(tok) and _describes(line, i, first):
            return last, False
        if (
            tok.low in PEOPLE
            and not (tok.cap and line.toks[last - 1].low in COMPANY_TAILS and _opens_run(line, i, first))
            and not tok.poss
            and i + 1 < last
            and (not tok.cap or line.titled or i == first or line.toks[i - 1].poss)
        ):
            return i + 1, line.toks[i + 1].low in GIVEN if tok.low in FIRMS_TOO else _person_like(line, i + 1, last)
    return first, person


def _opens_run(line: Line, i: int, first: int) -> bool:
    """Whether nothing of a name stands before token `i`: "Basel-based Star Foods"."""
    before = line.toks[i - 1]
    return i == first or before.poss or tied(before) or descriptor(before)


def _describes(line: Line, i: int, first: int) -> bool:
    """Whether the descriptor at `i` stands outside the name: small, or in a headline where all words are capital."""
    tok = line.toks[i]
    if not tok.cap or "-" in tok.low:
        return True
    if tok.low in OPENS_NAMES and (i == first or not line.toks[i - 1].cap):
        return False
    if line.titled:
        return tok.low not in IN_NAMES or (i > first and not capital(line.toks[i - 1]))
    return (
        i == first
        or line.toks[i - 1].poss
        or (tok.low not in IN_NAMES and (not line.toks[i - 1].cap or line.toks[i - 1].low in DEMONYMS))
    )


def _person_like(line: Line, first: int, last: int) -> bool:
    words = line.toks[first:last]
    if words[-1].low in COMPANY_TAILS or words[0].word.isupper():
        return False
    return words[0].low in GIVEN or len(words) in (1, 2, 3)


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
            or (tok.low == "for" and start - 1 > first and toks[start - 2].low in SOCIETIES and start < end)
        ):
            start -= 1
        else:
            break
    return (start, end) if start < end else None


def _carries(tok: Tok) -> bool:
    return capital(tok) or (tok.low.isdigit() and len(tok.word) < 6) or tok.low in LEGAL


def shorten(line: Line, first: int, last: int) -> tuple[int, int]:
    """Drops leading demonyms, articles, adjectives and trailing tickers from a run of capitals."""
    toks = line.toks
    if last - first > 2 and toks[first].low in COUNTS and toks[first + 1].low in ("of", "from", "at"):
        first += 2  # "Thousands of Acme customers"
    if last - first > 2 and toks[first].low in ("last", "this", "earlier") and toks[first + 1].low in TIMES:
        first += 2  # "Last Week Acme"
    while first < last:
        low = toks[first].low
        more = last - first > 1
        if more and first and low in DAYS and toks[first - 1].low in ("on", "this", "last"):
            first += 1  # "On Tuesday Acme"
            continue
        if more and first and toks[first - 1].low == "l'":  # "spécialiste de l'IoT Acme"
            first += 1
            continue
        if (
            (more and low in DEMONYMS and not _national(line, first, last) and not _of_compass(line, first))
            or (
                more
                and (
                    (low in LEAD_IN and counts(line, first, last) and not article(line, first))
                    or tied(toks[first])
                    or (low.endswith("ing") and "-" in low)
                )
            )
            or toks[first].word in "&+"
        ):
            first += 1
        else:
            break
    if (
        last - first > 2
        and toks[last - 2].low == "of"
        and toks[last - 1].low in PLACES
        and toks[last - 3].low not in OF_PLACES
        and not of_a_country(toks[first : last - 2])
        and not toks[last - 3].low.endswith(("'s", "’s"))
    ):
        last -= 2
    last = next(
        (j for j in range(first + 1, last) if toks[j].low in _OF_POSTS and _office(line, j, last)), last
    )  # "Acme CEO Mara Lind"
    if last - first > 1 and toks[last - 2].low in LEGAL and _TICKER.fullmatch(toks[last - 1].word):
        last -= 1  # "Acme, Inc. ACM"
    while last > first and (toks[last - 1].word in "&+" or toks[last - 1].low in TRAILING):
        if last - first == 1 or (toks[last - 1].word == "Cars" and not line.titled):
            break
        last -= 1
    return first, last


def _office(line: Line, j: int, last: int) -> bool:
    """Whether the post of somebody begins at token `j`; where its word may be a firm's, two names have to follow."""
    return line.toks[j].low in CHIEFS or (last - j == 3 and line.toks[last - 1].low not in COMPANY_TAILS)


_OF_POSTS = CHIEFS | {"president", "chairman", "chairwoman", "founder", "treasurer", "president/ceo", "chairman/ceo"}
_TICKER = re.compile("[A-Z]{3,5}")


def _of_compass(line: Line, first: int) -> bool:
    """ "South Mill Foods": without a people's name behind it the word belongs to the name, as before an ampersand."""
    after = line.toks[first + 1]
    return after.word == "&" or (line.toks[first].low == "south" and after.low not in DEMONYMS)


def _national(line: Line, first: int, last: int) -> bool:
    """ "German Railways", "South African Airways": a people's name that opens the name of a firm."""
    double = last - first > 2 and line.toks[first].low in ("south", "north") and line.toks[first + 1].low in DEMONYMS
    rest = line.toks[first + 1 + double : last]
    plain = not line.titled and all(t.low in COMPANY_TAILS or t.low in FIELDS or t.low in _TRADES for t in rest)
    return rest[0].low in NATIONAL_HEADS or plain


_TRADES = frozenset(("industrial", "polythene", "wine", "paper", "sugar", "tea", "salt", "glass", "rubber", "cotton"))


def good(line: Line, first: int, last: int) -> bool:
    """Whether the run can be a company at all."""
    words = line.toks[first:last]
    if len(words) > 2 and words[1].low == "of" and words[0].low in OF_PLACES:
        return True
    if len(words) == 2 and words[0].num and words[1].cap and words[1].low in COMPANY_TAILS:
        return words[0].word[-1] not in ".,%"  # "98 Ventures", "3G Capital"
    if len(words) == 1 and (words[0].low in PLURALS or words[0].low in ("bank", "airline", "company")):
        return False
    if words[0].low == "on" and words[-1].low in MONTHS:
        return False
    if words[0].low.startswith("ex-") and words[0].cap:
        return False
    if words[-1].low in BAD_TAILS or tied(words[-1]) or any(t.low in OFFICES for t in words):
        return False
    if words[0].low in PUBLIC and words[-1].low not in COMPANY_TAILS:
        return False
    if line.titled and len(words) == 1 and first and line.toks[first - 1].low == "to" and words[0].low in VERBS:
        return False
    if all(
        t.low in NOT_NAMES or t.low in ORDINARY or t.low in PLACES or t.low in DEMONYMS or t.num or not t.alpha
        for t in words
    ):
        return len(words) == 1 and words[0].num and any(c.isalpha() for c in words[0].word)
    return not all((t.low in ROLE_WORDS and t.word != "GM") or t.low in NOT_NAMES for t in words)


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
