"""All that one line tells: the rules of its language, then frames, clauses and plain words, then a last look."""

from __future__ import annotations

from triggers.detect.beside import one_sided
from triggers.detect.beside_kind import LAST_LOOK
from triggers.detect.clauses import find as find_clauses
from triggers.detect.frames import find as find_frames
from triggers.detect.grammar.past import told_aside
from triggers.detect.grammar.spans import Hit
from triggers.detect.grammar.tokens import Line
from triggers.detect.last_words import find as plainly_told
from triggers.detect.phrases import find as find_phrases
from triggers.detect.phrases import no_round
from triggers.detect.registry import CLAUSES, FRAMES, PHRASES, RULES
from triggers.detect.scene import Scene
from triggers.types import EventKind

_EUROPEAN = frozenset(
    {EventKind.FUNDING, EventKind.ACQUISITION, EventKind.EXECUTIVE_HIRE, EventKind.EXECUTIVE_DEPARTURE}
)
TABLE_ONLY = frozenset({"de", "fr"})  # their tables are wide enough; the general rules only add funding


def of_line(scene: Scene, line: Line, but: frozenset[EventKind] = frozenset()) -> list[Hit]:
    """All hits of the line; `but`: of these kinds none is wanted."""
    phrases = PHRASES.get(scene.language)
    out = find_phrases(scene, line, phrases, but) if phrases else []
    for rule in RULES:
        if rule.kind in but or rule.words.isdisjoint(line.lows) or not _reads(scene.language, rule.kind):
            continue
        if out and phrases and (scene.language in TABLE_ONLY or any(h.kind is rule.kind for h in out)):
            continue
        found = rule.find(scene, line)
        out += [h for h in found if not no_round(line, h.company.text)] if scene.language in TABLE_ONLY else found
    if scene.language == "en":
        out = _framed(scene, line, out, but)
        out += find_clauses(scene, line, CLAUSES, but | {hit.kind for hit in out})
        out += plainly_told(scene, line, but | {hit.kind for hit in out})
    if not out and (looks := LAST_LOOK.get(scene.language)):
        out = find_phrases(scene, line, looks, but)[:1]
    return out


def _framed(scene: Scene, line: Line, out: list[Hit], but: frozenset[EventKind]) -> list[Hit]:
    """The hits with those of frames; of a deal with one side a frame may know both."""
    told = {h.kind for h in out if h.kind is not EventKind.ACQUISITION or not told_aside(line, h.verb[0])}
    alone = one_sided(out) if EventKind.ACQUISITION in told else None
    found = find_frames(scene, line, FRAMES, but | (told if alone is None else told - {EventKind.ACQUISITION}))
    deal = [h for h in found if h.kind is EventKind.ACQUISITION]
    if alone is not None and len(deal) == 2 and any(h.company.text in alone.company.text for h in deal):
        return [h for h in out if h is not alone] + found
    return out + (found if alone is None else [h for h in found if h not in deal])


def _reads(language: str, kind: EventKind) -> bool:
    """Which kinds the general rules read in a language; German and French have their phrases for the others."""
    if language == "en":
        return True
    return kind is EventKind.FUNDING if language in TABLE_ONLY else kind in _EUROPEAN
