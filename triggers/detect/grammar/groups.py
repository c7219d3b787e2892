"""Verb groups: "has agreed to buy", "is said to be in talks to raise" as one stretch of tokens before a main verb."""

from __future__ import annotations

from triggers.detect.grammar.lexicon import AUXILIARIES, LEADING, words
from triggers.detect.grammar.names import SCALE_WORDS, Name, adverb, first_subject, phrase_start, subject, topic
from triggers.detect.grammar.tokens import Line, is_break
from triggers.detect.grammar.verbs import VERBS

_GLUE = words("""in into it they he she that
    whether for of on a an the with about over its plans to deal agreement option""")
_NOUNISH = words("""right option deal agreement pact plan talks discussions negotiations offers offer bid""")


def group_start(line: Line, verb: int) -> int:
    """First token of the verb group that ends with the main verb at `verb`."""
    i = verb
    while i > 0 and _belongs(line, i - 1, verb):
        i -= 1
    i = _over_money(line, i, verb)
    while i < verb and (
        line.toks[i].low in ("on", "the", "a", "an", "of", "and") or line.toks[i].poss or _loose_in(line, i)
    ):
        i += 1
    return i


_GIVES_UP = words(
    "drops dropped drop scraps scrapped abandons abandoned shelves shelved pulls withdraws "
    "withdrew ends calls cancels cancelled canceled makes made launches submits confirms raises "
    "sweetens"
)


def _over_money(line: Line, i: int, verb: int) -> int:
    """ "drops $239 million plan to buy": the verb that governs the plan stands before its size."""
    if i == verb or line.toks[i].low not in ("plan", "plans", "bid", "offer", "deal", "attempt", "agreement", "pact"):
        return i
    j = i
    while (
        j > 0
        and i - j < 5
        and (
            line.toks[j - 1].num
            or not line.toks[j - 1].alpha
            or line.toks[j - 1].low in SCALE_WORDS
            or line.toks[j - 1].low in ("its", "the", "a", "his")
        )
    ):
        j -= 1
    return j - 1 if j > 0 and line.toks[j - 1].low in _GIVES_UP | _SIGNS else i


_SIGNS = words("inks inked signs signed strikes struck seals sealed reaches reached agrees agreed clinches announces")


def _belongs(line: Line, i: int, verb: int) -> bool:
    """Whether the token at `i` is still part of the group."""
    tok = line.toks[i]
    if tok.low in AUXILIARIES:
        return not (tok.cap and tok.low in _FOREIGN)
    if tok.low in LEADING or adverb(tok):
        return True
    if tok.low in ("only", "just") and i > 0 and line.toks[i - 1].low == "not":
        return True
    if tok.low in ("makes", "make", "made", "making", "launches", "submits", "puts", "mounts"):
        return any(t.low in ("bid", "offer") for t in line.toks[i + 1 : verb])
    if tok.low in ("it", "they", "he", "she"):
        return _said(line, i)
    if tok.low in _SAYING and i + 1 < verb and line.toks[i + 1].low in ("it", "they", "that"):
        return True
    if tok.low == "that" and i + 1 < verb and line.toks[i + 1].low in ("it", "they"):
        return _said(line, i)
    if tok.low == "in":
        return line.toks[i + 1].low in _TALKS
    return tok.low in _GLUE and i >= 1 and _leads(line, i - 1)


def _said(line: Line, i: int) -> bool:
    """Whether a verb of saying stands before token `i`, but for "that" and a day of the week."""
    k = i - 1
    while k > 0 and (line.toks[k].low == "that" or adverb(line.toks[k])):
        k -= 1
    return k >= 0 and line.toks[k].low in _SAYING


# Auxiliaries of other languages; with a capital they are somebody's name: Red Hat, Ha, Est.
_FOREIGN = words("hat ist haben soll zu ont va vont est sont ha han fue es hanno")
_SAYING = words(
    "denies denied says said confirms confirmed reveals revealed announces announced discloses disclosed reported "
    "tells told"
)
_TALKS = words("""talks discussions negotiations advanced early late final exclusive preliminary process funding""")


def _loose_in(line: Line, i: int) -> bool:
    return line.toks[i].low == "in" and line.toks[i + 1].low not in _TALKS


def _leads(line: Line, i: int) -> bool:
    low = line.toks[i].low
    return low in LEADING or low in AUXILIARIES or low in _GLUE


_SHARED = words(
    "with and und et y e & , as while it after before to then also but by he she they since despite for from on"
)


def doer(line: Line, verb: int) -> tuple[Name | None, int]:
    """Who does what the verb at token `verb` says, and where its group starts."""
    tok = line.toks[verb]
    if tok.cap and verb > 0 and not line.titled and not line.shouting:
        return None, verb  # a capital in the middle of a sentence: part of a name, not a verb
    start = group_start(line, verb)
    if start > 0 and not is_break(line, start - 1):
        return _doer_before(line, start), start
    if start > 1 and line.toks[start - 1].word == ";" and not line.toks[start].cap:
        return first_subject(line, start - 1), start
    return None, start


def _relative(line: Line, pronoun: int) -> Name | None:
    """ "Acme, a startup founded in Basel that announced": whom the clause is about."""
    comma = next((j for j in range(pronoun - 1, 0, -1) if line.toks[j].word == ","), None)
    if comma is None or (comma + 1 < pronoun and line.toks[comma + 1].low not in ("a", "an", "the", "one")):
        return None
    name = subject(line, comma)
    return name if name and not name.person and name.last == comma else None


_JOINING = words("partner partners partnering team up collaborate")


def _doer_before(line: Line, start: int) -> Name | None:
    before = line.toks[start - 1]
    if before.low in ("that", "which", "who") and (name := _relative(line, start - 1)):
        return name
    if before.word == "," and (name := subject(line, start)):
        return name
    if before.low == "it":  # "last week was busy for Acme, as it acquired Globex"
        return first_subject(line, start - 1) or topic(line, start)
    if before.low == "on" and line.toks[start].low.endswith("day"):
        return subject(line, start)  # "Acme Co on Thursday named"
    joined = line.toks[start].low == "to" and before.low in _JOINING
    if before.low in _SHARED or joined or _purpose(line, start):
        return first_subject(line, start - 1)
    return subject(line, start)


def _purpose(line: Line, start: int) -> bool:
    """ "Acme partners with Globex to bring", "Acme taps Globex to build": the infinitive is Acme's, not Globex's."""
    if line.toks[start].low != "to":
        return False
    opened = phrase_start(line, start)
    if opened == 0:
        return False
    before = line.toks[opened - 1]
    return before.low in PREPOSITIONS or (before.low in VERBS and (not before.cap or line.titled))


PREPOSITIONS = words(
    "with from of by for into in on at against via through under amid mit von bei für avec chez pour con per"
)
