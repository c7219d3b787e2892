"""Headlines that keep the name back: "Anvil maker picks Ohio for plant". The text below then says whose news it is."""

from __future__ import annotations

from triggers.detect.lexicon import DESCRIPTORS
from triggers.detect.verbs import VERBS

_LOOK = 8  # words in which such a subject ends
_MARKS = "\"'“”‘’.,:;!?()"


def unnamed_subject(title: str) -> bool:
    """Whether the first verb of a headline is done by a kind of company, not by a name."""
    said = [w.strip(_MARKS) for w in title.split(maxsplit=_LOOK)[:_LOOK]]
    words = [w.lower() for w in said]
    verb = next((i for i, w in enumerate(words) if i and (w in VERBS or w in ("to", "will"))), 0)
    if verb > 0 and words[verb - 1] in DESCRIPTORS:
        return True
    return any(
        words[i] in DESCRIPTORS and said[i + 1].islower() and words[i + 1].endswith("s") and len(words[i + 1]) > 3
        for i in range(len(words) - 1)
    )
