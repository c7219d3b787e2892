"""What the network says of an entry, for people who ask why: the kinds it thought of, and the words that told it so."""

from __future__ import annotations

from dataclasses import replace

from triggers.detect.learned.tags import Chances
from triggers.types import NEWS_KINDS, Candidate, Cue, EventKind, Mention

_WORDS = 3  # that are shown for a kind
_THOUGHT_OF = 0.1  # chance of a kind from which on it is worth a line


def thoughts(
    said: Chances, candidates: tuple[Candidate, ...], told: list[Mention], *, rule: str, enough: float
) -> tuple[Candidate, ...]:
    """The candidates with the network's words for what it told itself, and the kinds it thought of in vain."""
    own = [
        replace(c, reason=f"kept: {rule}", cues=(*c.cues, *_cues(said, c.kind))) if c.mention in told else c
        for c in candidates
    ]
    spoken = {c.kind for c in own}
    vain = [k for k in NEWS_KINDS if k not in spoken and said.of(k) >= _THOUGHT_OF]
    why = "the network names no company that it is sure of", "the network is not sure enough"
    return (*own, *(Candidate(None, k, False, why[said.of(k) < enough], _cues(said, k)) for k in vain))


def _cues(said: Chances, kind: EventKind) -> tuple[Cue, ...]:
    """The words that gave the kind away most, each with the chance that the network gives the kind."""
    return tuple(
        Cue("a word that told the network", round(said.of(kind), 2), w.field, w.start, w.end, said.word(i))
        for i, w in ((i, said.words[i]) for i in said.telling(kind)[:_WORDS])
    )
