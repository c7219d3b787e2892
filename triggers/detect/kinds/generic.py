"""The plain shape most kinds share: "<company> <verb> <something of this kind>"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from triggers.detect.grammar.groups import doer
from triggers.detect.grammar.names import Name, owner_of, subjects
from triggers.detect.grammar.spans import Hit, span
from triggers.detect.grammar.tokens import Line
from triggers.detect.scene import Scene, name_span, text_after
from triggers.types import EventKind


@dataclass(frozen=True, slots=True)
class Shape:
    """A set of verbs, what must follow them, and what must not."""

    kind: EventKind
    rule: str
    verbs: frozenset[str]
    wants: re.Pattern[str] | None
    refuses: re.Pattern[str] | None = None
    confidence: float = 0.8
    reach: int = 90  # characters behind the verb that are looked at


def verb_hits(scene: Scene, line: Line, shape: Shape) -> list[tuple[Hit, Name]]:
    """One hit for the first verb of the shape whose object fits and whose doer has a name."""
    for i, tok in enumerate(line.toks):
        if tok.low not in shape.verbs or i == 0:
            continue
        rest = text_after(line, i)[: shape.reach]
        wanted = shape.wants.search(rest) if shape.wants else None
        if shape.wants and not wanted:
            continue
        if shape.refuses and shape.refuses.search(rest[: wanted.end() + 24] if wanted else rest):
            scene.refuse(shape.kind, "another kind of object", span(line, i, i + 1))
            continue
        name, start = doer(line, i)
        if name is None or name.person:
            continue
        pair = subjects(line, start)
        if len(pair) == 2 and pair[1] == name and not pair[0].person:
            name = pair[0]  # of two that do it together the first is named
        name = owner_of(line, name)
        return [
            (
                Hit(
                    shape.kind,
                    name_span(line, name),
                    line,
                    i,
                    shape.rule,
                    confidence=shape.confidence,
                    verb=(start, i + 1),
                ),
                name,
            )
        ]
    return []
