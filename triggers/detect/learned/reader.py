"""Events that the network hears: it speaks of kinds of which no rule found anything, and weighs what rules found.

The network names a company and the word that told; the rest (status, sums, rounds, dates, what speaks against it) comes
from the same grammar as for a rule, and `settle` may refuse what it says as it may refuse a rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from triggers.detect.frames import put_sums
from triggers.detect.grammar.groups import group_start
from triggers.detect.grammar.spans import Hit, Span
from triggers.detect.grammar.tokens import Line
from triggers.detect.learned.explained import thoughts
from triggers.detect.learned.network import network
from triggers.detect.learned.pieces import opening
from triggers.detect.learned.tags import ACQUIRER, PERSON, ROLE, TARGET, Chances, Run, read
from triggers.detect.scene import Scene
from triggers.types import NEWS_KINDS, Candidate, EventKind, Mention, Side

RULE = "read by the network"
# Chances from which on it speaks: of the surest word of a company, and that the entry tells such an event at all.
FLOORS = {"en": (0.85, 0.75), "fr": (0.95, 0.92)}
# Below this chance of its kind, a rule's event is not believed; of French it knows too little for that.
DOUBT = {"en": 0.04, "fr": 0.0}
_POSTS = frozenset({EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE})
_MOST = 2  # companies an event is told of


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the network thinks of one entry."""

    scene: Scene
    said: Chances

    def doubts(self, kind: EventKind) -> bool:
        """Whether the entry hardly tells such an event, whatever a rule says."""
        return self.said.of(kind) < DOUBT[self.scene.language]

    def events(self, but: frozenset[EventKind]) -> list[Hit]:
        """The network's own events, of all kinds but these."""
        sure, told_at_all = FLOORS[self.scene.language]
        out: list[Hit] = []
        for column, kind in enumerate(NEWS_KINDS):
            if kind not in but and self.said.kinds[column] >= told_at_all:
                runs = sorted(self.said.runs(column, sure), key=lambda run: -run.sure)[:_MOST]
                told = [(run, hit) for run in runs if (hit := _hit(self.scene, self.said, kind, run)) is not None]
                if kind is EventKind.ACQUISITION:
                    _sides(self.said, told)
                out += [hit for _, hit in told]
        return out

    def thoughts(self, candidates: tuple[Candidate, ...], told: list[Mention]) -> tuple[Candidate, ...]:
        """The candidates, with the words that told the network, and with what it thought of in vain."""
        return thoughts(self.said, candidates, told, rule=RULE, enough=FLOORS[self.scene.language][1])


def of(scene: Scene) -> Opinion:
    """The network's opinion of an entry, of which it reads the headline and the beginning of the text below."""
    return Opinion(scene, read(network(), scene.clean.title, opening(scene.clean.summary)))


def _hit(scene: Scene, said: Chances, kind: EventKind, run: Run) -> Hit | None:
    company = _span(said, run)
    line = _line(scene, company)
    if line is None:
        return None
    at = _told_at(said, line, kind)
    sure = min(run.sure, said.of(kind))
    hit = Hit(kind, company, line, at, RULE, confidence=sure, verb=(group_start(line, at), at + 1))
    put_sums(scene, hit)
    if kind in _POSTS:
        _put(said, hit, "person", PERSON)
        _put(said, hit, "role", ROLE)
    return hit


def _span(said: Chances, run: Run) -> Span:
    first, last = said.words[run.first], said.words[run.last - 1]
    return Span(first.field, first.start, last.end, said.text(run))


def _line(scene: Scene, where: Span) -> Line | None:
    lines = scene.headline if where.field == "title" else scene.summary
    return next((line for line in lines if line.start <= where.start and where.end <= line.end and line.toks), None)


def _told_at(said: Chances, line: Line, kind: EventKind) -> int:
    """The token of the line that gave the kind away most; the last one of a line that is all names."""
    telling = (said.words[i] for i in said.telling(kind))
    most = next((w.start for w in telling if w.field == line.field and line.start <= w.start < line.end), line.end)
    return next((i for i, tok in enumerate(line.toks) if tok.end > most), len(line.toks) - 1)


def _put(said: Chances, hit: Hit, fact: str, column: int) -> None:
    if found := sorted(said.runs(column, 0.5), key=lambda run: -run.sure):
        where = _span(said, found[0])
        hit.put(fact, where.text, where)


def _sides(said: Chances, told: list[tuple[Run, Hit]]) -> None:
    """Who buys and who is bought; of two, who is the likelier buyer buys."""
    buys = [said.lean(run, ACQUIRER, TARGET) for run, _ in told]
    for (_, hit), (_, other), own, others in zip(told, told[::-1], buys, buys[::-1], strict=True):
        buyer = own > (0 if other is hit else others)
        hit.put("side", Side.ACQUIRER if buyer else Side.TARGET, hit.company)
        if other is not hit:
            hit.put("other_party", other.company.text, other.company)
