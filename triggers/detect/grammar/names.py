"""Naming companies: the noun phrase beside a verb -> the company's name as the text writes it.

The hard part of reading a headline is not the verb but whose news it is: "MA-based fintech Acme", "Globex's maker
Acme", "Acme, which makes anvils, raises", "Aerospace Parts Maker Acme Raises". Everything here works on token places of
one line and returns places, so that a name always has its span.
"""

from __future__ import annotations

from triggers.detect.grammar.fields import paired
from triggers.detect.grammar.folding import STATES
from triggers.detect.grammar.inside import Name, named, opening
from triggers.detect.grammar.lexicon import (
    AUXILIARIES,
    DEMONYMS,
    LEGAL,
    PLACES,
    words,
)
from triggers.detect.grammar.marks import COMPANY_TAILS, SCALE_WORDS, adverb, capital, descriptor
from triggers.detect.grammar.name_words import SHOP_NOUNS, SOCIETIES
from triggers.detect.grammar.namesakes import no_firm_alone
from triggers.detect.grammar.tokens import Line, Tok, is_break
from triggers.detect.grammar.topics import runs, topic
from triggers.detect.grammar.verbs import VERBS


def subject(line: Line, verb: int) -> Name | None:
    """The company that the verb group starting at token `verb` is about."""
    i = _before_modifiers(line, verb)
    if i <= 0:
        return None
    if line.toks[i - 1].word == ",":
        return _before_apposition(line, i - 1) or None
    start = phrase_start(line, i)
    return _located(line, start) or named(line, start, i)


def _located(line: Line, start: int) -> Name | None:
    """ "Acme Hospital in Basel named": the town says where the firm is."""
    if start < 2 or line.toks[start - 1].low != "in" or not capital(line.toks[start - 2]):
        return None
    first = phrase_start(line, start - 1)
    if first > 0 and not is_break(line, first - 1):
        return None
    name = named(line, first, start - 1)
    return name if name and name.last == start - 1 else None


def objects(line: Line, start: int) -> Name | None:
    """The company named after a verb: "buys robotics company Acme for", "acquires rival Acme"."""
    end = phrase_end(line, start)
    if end <= start:
        return None
    name = named(line, start, end)
    owner = next((j for j in range(start, end - 1) if line.toks[j].poss), None)
    if name and owner is not None and line.toks[name.first].low in _ROUNDS:
        return named(line, start, owner + 1)  # "in Acme's $5M Series A"
    if name is None and owner is not None:
        return named(line, start, owner + 1)
    return name


_ROUNDS = words("series seed pre-seed round funding")


def owner_of(line: Line, name: Name) -> Name:
    """ "Acme's first factory" -> Acme; a name without an owner inside stays as it is."""
    owner = next((j for j in range(name.first, name.last - 1) if line.toks[j].poss), None)
    right = line.toks[owner + 1 : name.last] if owner is not None else []
    if owner is not None and (
        (owner == name.first and all(t.low in SHOP_NOUNS for t in right)) or no_firm_alone(right)
    ):
        return name  # "Lind's Pizza"
    return name if owner is None else Name(name.first, owner + 1, name.person)


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
    joins = any(t.word == "," or t.low == "and" for t in line.toks[first:last]) or not _of_several(line, last)
    for i in range(first, last + 1):
        if i < last and line.toks[i].low in ("and", "&") and paired(line, i, last):
            start = i + 1  # "Food and drink group Acme": no firm is called Food
        elif i == last or line.toks[i].word == "," or line.toks[i].low in ("and", "und", "et", "y", "e", "&", "+", "x"):
            if i + 1 < last and line.toks[i].low == "&" and (joins or line.toks[i + 1].low in LEGAL):
                continue
            if i > start and (name := named(line, start, i)) and not name.person:
                out.append(name)
            start = i + 1
    return out


def _of_several(line: Line, verb: int) -> bool:
    """ "Acme & Globex partner" are two; "Acme & Sons buys" is one, as beside a comma or an "and"."""
    low = line.toks[verb].low if verb < len(line.toks) else ""
    return low in VERBS and low not in AUXILIARIES and not low.endswith(("s", "ed"))


def subjects(line: Line, verb: int) -> list[Name]:
    """All companies before a verb: "Acme and Globex partner to"."""
    i = _before_modifiers(line, verb)
    start = i
    while start > 0 and not is_break(line, start - 1) and i - start < 24:
        low = line.toks[start - 1].low
        if (low in VERBS and not capital(line.toks[start - 1])) or low in _STOPPERS:
            break
        start -= 1
    if start > 0 and line.toks[start - 1].low in _STOPPERS:
        return []  # part of a phrase like "from Acme, Globex to"
    if i > start and line.toks[i - 1].word == "," and (behind := _behind_owner(line, start, i - 1)):
        return [behind]
    return company_list(line, start, i) if i > start else []


def first_subject(line: Line, before: int, since: int = 0) -> Name | None:
    """The name that opens the line: whom "and", "," or "as it" refers back to."""
    for i in range(since + 1, min(before, len(line.toks))):
        tok = line.toks[i]
        if (
            (tok.low in VERBS or _acts(line, i))
            and (not capital(tok) or line.titled)
            and not _participle(line, i)
            and (name := subject(line, _group_start(line, i)))
        ):
            return name
    return None


def _acts(line: Line, i: int) -> bool:
    """A verb of no list right behind a name that opens the line: "Acme reorganised its board and laid off"."""
    tok, before = line.toks[i], line.toks[i - 1]
    return tok.low.endswith("ed") and not tok.cap and tok.alpha and capital(before) and not before.poss


def _participle(line: Line, i: int) -> bool:
    """A word in -ing that no auxiliary carries: "hardware testing startup"."""
    return line.toks[i].low.endswith("ing") and line.toks[i - 1].low not in AUXILIARIES


def _group_start(line: Line, verb: int) -> int:
    while verb > 0 and line.toks[verb - 1].low in AUXILIARIES and not (line.toks[verb - 1].cap and not line.titled):
        verb -= 1
    return verb


def _before_modifiers(line: Line, i: int) -> int:
    """Steps left over adverbs and brackets: "Acme (ACM) quietly" -> after "Acme"."""
    toks = line.toks
    while i > 0:
        tok = toks[i - 1]
        if tok.word == ")" and (opened := opening(line, i - 1)) is not None:
            i = opened
        elif tok.word in ("!", "°") and tok.glued and i < len(toks) and not toks[i].cap:
            i -= 1  # "Acme! has raised"
        elif (
            (
                tok.low in ("shares", "stock", "shareholders", "board", "management")
                and (not tok.cap or line.titled or line.shouting)  # "Acme Board" is a maker of board
                and i > 1
                and not is_break(line, i - 2)
            )
            or adverb(tok)
            or (tok.low in ("on", "this", "last", "week", "month") and not tok.cap)
        ):
            i -= 1
        else:
            break
    return i


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
            if tok.low == "under" and tok.cap and i > 1 and not line.titled and i < end and capital(line.toks[i]):
                i -= 1  # "Additionally, Under Acme"
                continue
            if not (tok.low in ("and", "for") and _inside_name(line, i - 1)):
                break
        elif (
            tok.low in VERBS and tok.low != "supply" and i < end and (not capital(tok) or line.titled) and not tok.poss
        ):
            break
        i -= 1
    return i


def _inside_name(line: Line, i: int) -> bool:
    """ "Procter and Gamble Co": an "and" between capitals that a legal form closes."""
    toks = line.toks
    if not (0 < i < len(toks) - 1 and toks[i - 1].cap and toks[i + 1].cap):
        return False
    if toks[i].low == "for" and toks[i - 1].low in SOCIETIES:
        return True  # "the Acme Institute for Anvil Studies"
    return any(t.low in LEGAL for t in toks[i + 1 : i + 4]) and not line.titled


def _before_apposition(line: Line, comma: int) -> Name | None:
    """ "Acme, which makes anvils, raises": the name before the first comma of the aside."""
    start = _segment_start(line, comma)
    if behind := _behind_owner(line, start, comma):
        return behind
    for i in range(start, comma):
        if line.toks[i].word != ",":
            continue
        after = line.toks[i + 1] if i + 1 < comma else None
        if after is None or i <= start:
            continue
        if after.low in LEGAL and i + 2 >= comma:
            return named(line, phrase_start(line, i), comma)
        if descriptor(line.toks[i - 1]) and not descriptor(after) and capital(after):
            named_aside = named(line, i + 1, comma)  # "the robotics company, Acme, has raised"
            if named_aside and not named_aside.person:
                return named_aside
        town = next((j for j in range(start + 1, i) if line.toks[j].low in ("of", "in")), None)
        if (
            town is not None
            and (after.low in PLACES or _is_state(after))
            and i - town < 4
            and (name := named(line, start, town))
        ):
            return name  # "Acme of Basel, Switzerland, closed"
        name = named(line, phrase_start(line, _unbracketed(line, i)), i)
        aside = not capital(after) or after.low in _CLAUSE or after.low in DEMONYMS or after.low in PLACES
        if name and not name.person and aside and name.last >= _unbracketed(line, i) - 1:
            return name
    return None


def _behind_owner(line: Line, start: int, comma: int) -> Name | None:
    """ "The parent of Globex, Acme, said": who that is stands between the commas."""
    k = start + (line.toks[start].low == "the")
    if k + 2 >= comma or line.toks[k].low not in _OWNERS or line.toks[k + 1].low not in ("of", "behind"):
        return None
    opened = next((j for j in range(k + 2, comma) if line.toks[j].word == ","), None)
    name = named(line, opened + 1, comma) if opened is not None else None
    return name if name is not None and not name.person else None


_OWNERS = words("parent owner maker makers operator publisher developer company group firm creator")


def _is_state(tok: Tok) -> bool:
    """ "CA", "MA": how a town in the United States is told apart."""
    return (len(tok.word) == 2 and tok.word.isupper()) or tok.low in STATES


def _unbracketed(line: Line, i: int) -> int:
    """Where the words before token `i` end when a ticker in brackets stands there: "Acme (NYSE: ACM), a"."""
    if i > 0 and line.toks[i - 1].word == ")" and (opened := opening(line, i - 1)) is not None:
        return opened
    return i


def _segment_start(line: Line, i: int) -> int:
    while i > 0 and ((opened := _unbracketed(line, i)) < i or not is_break(line, i - 1)):
        i = opened if opened < i else i - 1
    return i


_OBJECT_STOPS = words(
    """for to from with as amid after before in at on by and or while that which who whose through via under into
    during over despite when following because since if but against but um für von mit nach bei zu pour avec par
    para por per will is are was were has have had says said would could may can than without"""
)


_WHEN = words("next last this today yesterday tomorrow earlier later soon again outright instead early late")


def _stops_object(line: Line, i: int, start: int) -> bool:
    tok = line.toks[i]
    if tok.word == "," and i + 1 < len(line.toks) and line.toks[i + 1].low in LEGAL:
        return False
    if is_break(line, i) or tok.word in '()[],?!"“”…':
        return True
    if tok.low in _WHEN and i > start and not tok.cap:
        return True
    if tok.low in _OBJECT_STOPS:
        goes_on = tok.low in ("for", "and") and i > start
        return not (goes_on and (_inside_name(line, i) or paired(line, i, len(line.toks))))
    if tok.word == ".":
        return True
    return i > start and tok.low in VERBS and not capital(tok) and tok.low.endswith(("s", "ed"))


__all__ = [
    "COMPANY_TAILS",
    "SCALE_WORDS",
    "Name",
    "adverb",
    "capital",
    "company_list",
    "descriptor",
    "first_subject",
    "named",
    "objects",
    "owner_of",
    "phrase_end",
    "phrase_start",
    "runs",
    "subject",
    "subjects",
    "text_of",
    "topic",
]
