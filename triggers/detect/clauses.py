"""Clauses: a verb of one class and, as its object, a noun of another, whatever words stand between them.

A frame spells a turn of phrase out. Here only two words count: the main verb and the head of the noun phrase that it
governs ("is thinning its already small engineering ranks": thin, ranks). Who does it is found as for every verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from triggers.detect.clause_table import Clause, Clauses, Of
from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.lexicon import AUXILIARIES, words
from triggers.detect.grammar.names import (
    Name,
    adverb,
    first_subject,
    named,
    objects,
    owner_of,
    phrase_start,
    subject,
    subjects,
)
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line, is_break
from triggers.detect.scene import Scene, name_span
from triggers.types import EventKind


def find(scene: Scene, line: Line, clauses: Clauses, done: Set[EventKind]) -> list[Hit]:
    """The first hit of each kind that nothing was found of yet."""
    out: list[Hit] = []
    done = set(done)
    if clauses.verbs.isdisjoint(line.lows):
        return out
    for verb, one in _opened(line, clauses):
        if one.kind in done or not one.fits(line, verb):
            continue
        hit = _hit(line, one, verb)
        if hit is not None and hit.kind not in {kind for kind, _, _ in scene.notes}:
            out.append(hit)
            done.add(one.kind)
    return out


def _opened(line: Line, clauses: Clauses) -> Iterator[tuple[int, Clause]]:
    for at, tok in enumerate(line.toks):
        for one in clauses.opened.get(tok.low, ()):
            if _passive(line, at) is one.passive and (not one.heads or _governs(line, at, one.heads)):
                yield at, one


_BE = words("is are was were been be being gets got get")


def _passive(line: Line, verb: int) -> bool:
    """Whether a form of "be" carries the verb and it is no form in -ing."""
    if line.toks[verb].low.endswith("ing"):
        return False
    i = verb - 1
    while i > 0 and adverb(line.toks[i]):
        i -= 1
    return i >= 0 and line.toks[i].low in _BE and i < verb


_ENDS = words(
    """to at in on by for with from as after before while when because that which who whose amid following since until
    if despite under over through during against via and or but than near across within behind into between toward
    towards about where is are was were has have had will would could may"""
)
_PARTICLES = words("up out off down back on into in over away its their his her the a an another more new to")
_LATE = words(
    """today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday here abroad online again soon
    worldwide globally nationwide there overseas instead too also early late next this last week month year quarter
    spring summer autumn fall winter off down up"""
)
_LIGHT = words(
    """range series number lot pair third quarter half hundreds dozens thousands part batch majority portion couple
    some most tenth fifth all one two size fleet string slew list round set spate trio host bulk"""
)
_REACH = 12


def _governs(line: Line, verb: int, heads: frozenset[str]) -> bool:
    """Whether the head of the verb's object is one of the nouns."""
    return not heads.isdisjoint(_object_heads(line, verb))


def _object_heads(line: Line, verb: int) -> Iterator[str]:
    i, count = verb + 1, len(line.toks)
    while i < count and i <= verb + 3 and line.toks[i].low in _PARTICLES:
        i += 1
    start = i
    while i < count and i - start < _REACH and not _ends_object(line, i):
        if line.toks[i].low == "of":
            head = _head(line, start, i)
            if head is not None:
                yield head
            if head not in _LIGHT:
                return
            start = i + 1
        i += 1
    if (head := _head(line, start, i)) is not None:
        yield head


def _ends_object(line: Line, i: int) -> bool:
    tok = line.toks[i]
    if is_break(line, i) or tok.word in ',()?!."”':
        return True
    return tok.low in _ENDS or tok.low in AUXILIARIES


def _head(line: Line, first: int, last: int) -> str | None:
    """The last noun of the phrase, but for days and places of time behind it."""
    while last > first and (line.toks[last - 1].low in _LATE or adverb(line.toks[last - 1])):
        last -= 1
    return line.toks[last - 1].low.rpartition("-")[2] if last > first else None


def _hit(line: Line, one: Clause, verb: int) -> Hit | None:
    name, start = _who(line, one, verb)
    if name is None or name.person:
        return None
    name = owner_of(line, name)
    return Hit(one.kind, name_span(line, name), line, verb, "clause", confidence=0.7, verb=(start, verb + 1))


def _who(line: Line, one: Clause, verb: int) -> tuple[Name | None, int]:
    if one.of is Of.BEHIND:
        at = _next(line, verb + 1, one.behind)
        return (objects(line, at + 1) if at is not None else None), verb
    name, start = doer(line, verb)
    if name is None and start > 0 and not is_break(line, start - 1):
        name = _far_subject(line, start, verb)
    pair = subjects(line, start) if name is not None and "and" in line.lows else []
    if len(pair) == 2 and name is not None and pair[1].last == name.last and not pair[0].person:
        name = pair[0]  # of two that do it together the first is named
    return name, start


def _next(line: Line, start: int, some: frozenset[str]) -> int | None:
    """The next of the words in the same sentence part with a name behind it; directly behind where none is asked."""
    if not some:
        return start - 1
    for i in range(start, min(len(line.toks) - 1, start + 18)):
        if is_break(line, i):
            return None
        if line.toks[i].low in some and objects(line, i + 1) is not None:
            return i
    return None


def _far_subject(line: Line, start: int, verb: int) -> Name | None:
    """The subject that an aside, a relative clause or the main verb parts from its verb."""
    before = line.toks[start - 1]
    if before.low in ("which", "who", "that") and start > 1:
        end = start - 2 if line.toks[start - 2].word == "," else start - 1
        return subject(line, end) if end > 0 else None
    if before.word == "," and line.toks[verb].low.endswith("ing") and start == verb:
        return first_subject(line, start - 1)
    if before.word != ",":
        return None
    opened = next((i for i in range(start - 1) if line.toks[i].word == ","), start - 1)
    first = phrase_start(line, opened)
    return named(line, first, opened) if first == 0 else None
