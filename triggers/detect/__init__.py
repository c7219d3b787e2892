"""Text -> `Detection`: which events an entry tells, with every fact's place in the text.

    clean -> language -> lines -> vetoes -> rules (one file per kind) -> settle -> Mention ...

`grammar` answers what a line holds, `kinds` has a rule for each kind of event, the folders of languages have their
tables, and `registry` says in which order all of them are asked. Deterministic, offline, no state. A new kind is one
file in `kinds` with a `RULE`, one test file and one line in `registry`.
"""

from __future__ import annotations

from triggers.detect.grammar.text import clean
from triggers.detect.pipeline import detect
from triggers.detect.registry import RULES

__all__ = ["RULES", "clean", "detect"]
