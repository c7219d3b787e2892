"""Candidates with the words that spoke for and against them, for people who ask why."""

from __future__ import annotations

from dataclasses import replace

from triggers.detect.grammar.spans import Hit, span
from triggers.detect.scene import Scene
from triggers.types import Candidate, Cue, Mention


def candidates(scene: Scene, kept: list[Mention], refused: list[tuple[Hit, str]]) -> tuple[Candidate, ...]:
    """Kept events first, then those that lost, then what rules turned away at once."""
    out = [Candidate(m, m.kind, True, "kept", _cues(m)) for m in kept]
    for hit, why in refused:
        words = span(hit.line, hit.verb[0], max(hit.verb[1], hit.verb[0] + 1))
        out.append(
            Candidate(
                None, hit.kind, False, why, (words.cue(hit.rule, hit.confidence), hit.company.cue("company", 0.0))
            )
        )
    out += [Candidate(None, kind, False, why, (where.cue(why, -1.0),)) for kind, why, where in scene.notes]
    return tuple(out)


def vetoed(scene: Scene, hits: list[Hit], why: tuple[str, int, int]) -> tuple[Candidate, ...]:
    """What the entry would have told had its headline not spoken against all of it, with the words that did."""
    reason, start, end = why
    words = Cue(reason, -1.0, "title", start, end, scene.clean.title[start:end])
    let_go = candidates(scene, [], [(hit, f"the whole entry is left alone: {reason}") for hit in hits])
    return tuple(replace(one, cues=(*one.cues, words)) for one in let_go)


def listed(found: tuple[Candidate, ...], why: str) -> tuple[Candidate, ...]:
    """The candidates of an entry that tells so much that none of it is kept."""
    return tuple(replace(one, kept=False, reason=why) if one.kept else one for one in found)


def _cues(mention: Mention) -> tuple[Cue, ...]:
    return tuple(
        Cue(e.fact, mention.confidence if e.fact == "event" else 0.1, e.field, e.start, e.end, e.text)
        for e in mention.evidence
    )
