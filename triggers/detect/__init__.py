"""Text -> `Detection`: which events an entry tells, with every fact's place in the text.

    clean -> language -> lines -> vetoes -> rules (one file per kind) -> settle -> Mention ...

Deterministic, offline, no state. A new kind is one file with a `RULE`, one test file and one line in `RULES`.
"""

from __future__ import annotations

from triggers.detect.pipeline import RULES, detect
from triggers.detect.text import clean

__all__ = ["RULES", "clean", "detect"]
