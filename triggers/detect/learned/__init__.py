"""A reader that was learned from labelled news: it speaks where rules are silent, and weighs what they say.

The runtime of its network is loaded when the first entry needs it: most entries, and most commands, never do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triggers.detect.learned.gate import may_tell

if TYPE_CHECKING:
    from triggers.detect.learned.reader import Opinion
    from triggers.detect.scene import Scene

LANGUAGES = frozenset({"en", "fr"})  # in which it is asked; of others it learned too little


def opinion_of(scene: Scene) -> Opinion:
    """What the network makes of the entry, whatever rules found."""
    from triggers.detect.learned.reader import of  # loads the runtime

    return of(scene)


__all__ = ["LANGUAGES", "may_tell", "opinion_of"]
