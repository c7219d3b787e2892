"""Headlines that keep the name back: "Anvil maker picks Ohio for plant". The text below then says whose news it is."""

from __future__ import annotations

from triggers.detect.lexicon import DESCRIPTORS
from triggers.detect.verbs import VERBS

_LOOK = 8  # words in which such a subject ends
_MARKS = "\"'“”‘’.,:;!?()"


def unnamed_subject(title: str) -> bool:
    """Whether the first verb of a headline is done by a kind of company, not by a name."""
    words = [w.strip(_MARKS).lower() for w in title.split(maxsplit=_LOOK)[:_LOOK]]
    verb = next((i for i, w in enumerate(words) if i and (w in VERBS or w in ("to", "will"))), 0)
    return verb > 0 and words[verb - 1] in DESCRIPTORS
