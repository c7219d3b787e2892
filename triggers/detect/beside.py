"""What the text below a headline adds to its event: the other side of a deal, the successor of who leaves."""

from __future__ import annotations

from collections.abc import Callable

from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.people_below import complete, predecessor, successor
from triggers.detect.said_below import is_stand_in, said_of
from triggers.detect.scene import Scene
from triggers.types import EventKind, Side

_LESS_SURE = 0.12
_SECOND = {
    EventKind.EXECUTIVE_DEPARTURE: EventKind.EXECUTIVE_HIRE,
    EventKind.EXECUTIVE_HIRE: EventKind.EXECUTIVE_DEPARTURE,
}


def companions(scene: Scene, hits: list[Hit], read: Callable[[Scene, Line], list[Hit]]) -> list[Hit]:
    """Hits of the first two sentences below that complete one of the headline; none where nothing is missing."""
    alone = one_sided(hits)
    person = next((h for h in hits if h.kind in _SECOND), None)
    if not scene.clean.summary or (alone is None and person is None):
        complete(scene, hits)
        return []
    scene.above = (alone or person or hits[0]).company
    below = [hit for line in scene.opening for hit in read(scene, said_of(scene, line))]
    out = []
    if alone is not None:
        out = _other_side(alone, below)
    if person is not None and not any(h.kind is _SECOND[person.kind] for h in hits):
        second = [h for h in below if h.kind is _SECOND[person.kind] and _same(h, person.company.text)]
        second = [h for h in second if not _in_passing(h)][:1]
        for hit in second:
            hit.company = person.company  # as the headline writes it
        out += second
    for hit in out:
        hit.confidence -= _LESS_SURE
    complete(scene, hits + out)
    out += [h for h in (successor(scene, hits + out), predecessor(scene, hits + out)) if h is not None]
    return out


def _in_passing(hit: Hit) -> bool:
    """ "following the sudden resignation of": what led to the news is none of its own."""
    before = hit.line.toks[max(0, hit.at - 9) : hit.at]
    return hit.verb[0] == hit.at and any(t.low in ("following", "after", "prompted", "since", "amid") for t in before)


def one_sided(hits: list[Hit]) -> Hit | None:
    """The side of a deal whose other side has no name in the headline."""
    deals = [h for h in hits if h.kind is EventKind.ACQUISITION]
    return deals[0] if len(deals) == 1 and "other_party" not in deals[0].facts else None


def _other_side(alone: Hit, below: list[Hit]) -> list[Hit]:
    side = alone.facts["side"][0] if "side" in alone.facts else Side.ACQUIRER
    wanted = Side.TARGET if side is Side.ACQUIRER else Side.ACQUIRER
    first = min((h.line.start for h in below), default=0)
    for hit in below:
        if hit.kind is EventKind.ACQUISITION and "side" in hit.facts and hit.facts["side"][0] is wanted:
            other = hit.facts.get("other_party")
            unsaid = other is None and side is Side.ACQUIRER and hit.line.start == first
            if unsaid or (other is not None and (is_stand_in(other[0]) or _same_name(other[0], alone.company.text))):
                return [hit]
    return []


def _same(hit: Hit, name: str) -> bool:
    return is_stand_in(hit.company.text) or _same_name(hit.company.text, name)


def _same_name(one: str, two: str) -> bool:
    return one.split()[0].lower() == two.split()[0].lower()
