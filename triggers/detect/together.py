"""Firms of which one sentence tells the same: "Acme, Globex and Initech were hit by ransomware" is news of each."""

from __future__ import annotations

from collections.abc import Iterator

from triggers.detect.grammar.inside import Name, named
from triggers.detect.grammar.lexicon import DEMONYMS, PEOPLE, PLACES, words
from triggers.detect.grammar.names import descriptor, phrase_start, runs
from triggers.detect.grammar.roles import ROLE_WORDS
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.grammar.verbs import VERBS
from triggers.detect.scene import name_span
from triggers.types import EventKind

# What two firms do together is one event of the first of them only where they make a deal with each other.
_OF_EACH = frozenset(
    {
        EventKind.CONTRACT_WIN,
        EventKind.EARNINGS,
        EventKind.EXPANSION,
        EventKind.LAYOFFS,
        EventKind.REGULATORY,
        EventKind.SECURITY_INCIDENT,
    }
)
_AND = words("and und et y e")
_BETWEEN = words("between merger venture deal tie-up alliance combination partnership talks zwischen entre")
_DEALS = words("acquisition acquisitions merger takeover deal combination tie-up transaction purchase venture bid")
_PRONOUNS = words("him her it them us me himself itself")
_MOST = 4  # a longer list is told of a trade


def siblings(hits: list[Hit]) -> list[Hit]:
    """A hit for each further firm in the lists around the companies of these hits."""
    return [_like(hit.line, hit, name) for hit in hits if _of_each(hit) for name in _beside(hit.line, hit, hits)]


def _of_each(hit: Hit) -> bool:
    """Whether such an event is each one's own. What an authority says of a deal concerns both sides at once."""
    line = hit.line
    if hit.kind not in _OF_EACH or (line.lows.isdisjoint(_AND) and "," not in line.content):
        return False
    return hit.kind is not EventKind.REGULATORY or line.lows.isdisjoint(_DEALS)


def _like(line: Line, hit: Hit, name: Name) -> Hit:
    facts = {fact: told for fact, told in hit.facts.items() if fact != "amount"}
    return Hit(
        hit.kind, name_span(line, name), line, hit.at, hit.rule, facts, hit.status, hit.confidence - 0.05, hit.verb
    )


def _beside(line: Line, hit: Hit, hits: list[Hit]) -> list[Name]:
    inside = [i for i, t in enumerate(line.toks) if hit.company.start <= t.start and t.end <= hit.company.end]
    if not inside or line.toks[inside[-1]].poss:
        return []
    first, last = inside[0], inside[-1] + 1
    left, right = list(_leftwards(line, first)), list(_rightwards(line, hit, last))
    whole = [*left, Name(first, last), *right]
    begin = min(name.first for name in whole)
    if not _joined(line, whole) or any(t.low in _BETWEEN for t in line.toks[max(0, begin - 2) : begin]):
        return []
    told = {(other.kind, other.company.start) for other in hits}
    more = [name for name in left + right if (hit.kind, line.toks[name.first].start) not in told]
    return more if len(whole) <= _MOST else []


def _joined(line: Line, names: list[Name]) -> bool:
    """Whether an "and" closes the list, or a comma that parts two names of a headline and closes no aside."""
    ends = max(name.last for name in names)
    if any(line.toks[name.first - 1].low in _AND for name in names if name.first):
        return True
    return line.field == "title" and (ends >= len(line.toks) or line.toks[ends].word != ",")


def _leftwards(line: Line, first: int) -> Iterator[Name]:
    while first > 1:
        end = first - 1
        if line.toks[end].low == "both":
            end -= 1
        if line.toks[end].low not in _AND and line.toks[end].word != ",":
            return
        end -= line.toks[end].low in _AND and line.toks[end - 1].word == ","
        start = phrase_start(line, end)
        name = named(line, start, end)
        if name is None or name.last != end or not _firm(line, name) or not _said_of(line, start, name):
            return
        yield name
        first = name.first


def _rightwards(line: Line, hit: Hit, last: int) -> Iterator[Name]:
    limit = hit.verb[0] if hit.verb[0] >= last else len(line.toks)
    while last + 1 < limit:
        k = last
        while k < limit and k < last + 2 and (line.toks[k].word == "," or line.toks[k].low in _AND):
            k += 1
        if k == last or k >= limit:
            return
        name = named(line, k, limit) if limit < len(line.toks) else None
        name = name or next((n for n in runs(line) if n.first == k), None)
        if name is None or name.first != k or not _firm(line, name) or _opens_clause(line, name, hit):
            return
        yield name
        last = name.last


def _firm(line: Line, name: Name) -> bool:
    inside = [t.low for t in line.toks[name.first : name.last]]
    return not (
        name.person
        or inside[0] in VERBS
        or (line.titled and any(low in VERBS or low in _PRONOUNS for low in inside))
        or line.toks[name.first].low in PEOPLE
        or any(low in ROLE_WORDS for low in inside)
        or all(low in PLACES for low in inside)
    )


def _said_of(line: Line, start: int, name: Name) -> bool:
    """Whether nothing but what the firm is stands in front of its name: "early OK" is no firm."""
    before = line.toks[start : name.first]
    return all(
        descriptor(t) or t.poss or t.low in DEMONYMS or t.low in ("the", "both") or t.low in VERBS for t in before
    )


def _opens_clause(line: Line, name: Name, hit: Hit) -> bool:
    """ "fines Acme and Globex reports": the name has a verb of its own, while the hit's verb stands before it."""
    after = line.toks[name.last] if name.last < len(line.toks) else None
    return after is not None and hit.at < name.first and after.low in VERBS and after.low.endswith(("s", "ed"))
