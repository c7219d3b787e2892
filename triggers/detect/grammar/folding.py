"""What stands in a name without parting it: "Salem, Mass.-based", "(Fla.)", ", MD,", "St. Acme's"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from triggers.detect.grammar.lexicon import words

if TYPE_CHECKING:
    from triggers.detect.grammar.tokens import Tok

STATES = words(
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass mich minn miss mo mont neb nev okla ont ore pa que "
    "tenn tex va vt wash wis wyo md me n.c. n.j. n.y. n.h. n.m. n.d. s.c. s.d. r.i. d.c. w.va. b.c. ohio iowa "
    "texas utah maine idaho hawaii alaska ca ny ma nj nc sc fl tx il oh mi wa ga va co az mn wi mo tn ct or ut nv nh ri"
)
_DEGREES = words("md m.d. phd ph.d. rn msn bsn mba cpa jd esq mph fache dnp pharmd msc dds dvm frcp obe cbe")
# A possessive owns nothing where one of these follows: the mark belongs to the name ("Acme's ropes in").
_TELLING = words(
    "names appoints ropes promotes poaches acquires announces raises unveils says said sells gets becomes taps of"
)
_NOBODY = words("it that what who here there he she let how where everyone world today country company")
_GROUPS = words("children women men people veterans kids")
_SAINTS = words("st st. saint")


def fold(text: str, toks: list[Tok], lows: frozenset[str]) -> list[Tok]:
    """The tokens with such asides taken out or drawn together; places in the text stay as they are."""
    if True in [t.poss for t in toks]:
        _own_mark(text, toks)
    if "(" in lows:
        toks = _without_states(toks)
    if not lows.isdisjoint(_DEGREES):
        toks = _without_degrees(toks)
    return _homes(text, toks) if "based" in lows or [low for low in lows if low.endswith("-based")] else toks


def _own_mark(text: str, toks: list[Tok]) -> None:
    """Gives its ending back to a name that closes with an apostrophe and an s."""
    for i, (tok, after) in enumerate(pairwise(toks)):
        if not (tok.poss and tok.cap) or tok.low in _NOBODY:
            continue
        before = toks[i - 1] if i else None
        of_place = after.low == "of" and i + 2 < len(toks) and toks[i + 2].cap
        told = not after.cap and after.low in _TELLING and (after.low != "of" or of_place)
        told = told or _nothing_owned(toks, i + 1)
        named = tok.low in _GROUPS and (after.cap or (before is not None and before.cap))
        sainted = before is not None and before.low in _SAINTS and after.cap
        if (told or named or sainted) and text[tok.end : tok.end + 2].lower() in ("'s", "’s"):
            tok.word, tok.end, tok.poss = text[tok.start : tok.end + 2], tok.end + 2, False
            tok.low = tok.word.lower().replace("’", "'")


_FOLLOWS_NAMES = words("for as in from to with after amid at on inc inc. ltd ltd. corp corp. plc llc co co.")
_TELLS_OF_FIGURES = words("reports posts books records plans cuts buys opens launches wins")
_FIGURES = words("a an its record strong higher lower loss profit first second third fourth new up rise drop fall")


def _nothing_owned(toks: list[Tok], k: int) -> bool:
    """Whether nothing that could be owned follows: "joins Acme's as CFO", "Acme's reports 12% rise"."""
    after = toks[k]
    if after.low in _FOLLOWS_NAMES or (after.word == "(" and k + 1 < len(toks) and toks[k + 1].word.isupper()):
        return True
    beyond = toks[k + 1] if k + 1 < len(toks) else None
    return (
        after.low in _TELLS_OF_FIGURES
        and beyond is not None
        and (beyond.num or beyond.low in _FIGURES or beyond.word in "$€£")
    )


def _without_states(toks: list[Tok]) -> list[Tok]:
    """ "Acme (Fla.) Regional Hospital": the state says where, the name goes on."""
    out: list[Tok] = []
    i = 0
    while i < len(toks):
        close = next((j for j in range(i + 1, min(len(toks), i + 5)) if toks[j].word == ")"), None)
        inside = [t.low for t in toks[i + 1 : close] if t.word != "."] if close is not None else []
        goes_on = close is not None and close + 1 < len(toks) and toks[close + 1].cap and i > 0 and toks[i - 1].cap
        if toks[i].word == "(" and goes_on and len(inside) == 1 and inside[0] in STATES and close is not None:
            i = close + 1
            continue
        out.append(toks[i])
        i += 1
    return out


def _without_degrees(toks: list[Tok]) -> list[Tok]:
    """ "Mara Lind, MD, PhD, as COO": what somebody studied stands between commas."""
    out: list[Tok] = []
    i = 0
    while i < len(toks):
        degree = i + 1 < len(toks) and toks[i].word == "," and toks[i + 1].low in _DEGREES
        if not (degree and out and out[-1].cap and len(out) > 1 and out[-2].cap):
            out.append(toks[i])
            i += 1
            continue
        i += 2
        while i + 1 < len(toks) and toks[i].word == "," and toks[i + 1].low in _DEGREES:
            i += 2
        if i + 1 < len(toks) and toks[i].word == "," and not _aside_follows(toks, i + 1):
            i += 1
    return out


def _aside_follows(toks: list[Tok], k: int) -> bool:
    """Whether a comma later closes what is said of the person: ", CEO of Acme, plans"."""
    return any(t.word == "," for t in toks[k + 1 : k + 16]) and toks[k].low not in ("is", "was", "has", "will", "as")


def _homes(text: str, toks: list[Tok]) -> list[Tok]:
    """ "Salem, Mass.-based" as one token that says something about the name behind it."""
    out: list[Tok] = []
    for tok in toks:
        out.append(tok)
        if tok.low != "based" and not tok.low.endswith("-based"):
            continue
        k = len(out) - 1
        if tok.low == "based":
            while k > 0 and out[k - 1].word in ".-":
                k -= 1
        state = out[k - 1] if tok.low == "based" and k else tok
        comma = k - 2 if tok.low == "based" else k - 1
        if state.low.removesuffix("-based") not in STATES or comma < 1 or out[comma].word != ",":
            continue
        town = comma
        while town > 0 and comma - town < 3 and out[town - 1].cap and not out[town - 1].poss:
            town -= 1
        if town == comma:
            continue
        tok.start, tok.word, tok.cap = out[town].start, text[out[town].start : tok.end], True
        tok.low = tok.word.lower().removesuffix(" based").removesuffix("-based") + "-based"
        del out[town:]
        out.append(tok)
    return out
