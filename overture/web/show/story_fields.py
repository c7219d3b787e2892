"""What a story may name, as its writers choose from it: kind, value, how often it is known, what is put in; pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaigns.experiment import NOTHING, Rate
from campaigns.story.fields import ALWAYS, FIELDS, FieldType, prefixes
from campaigns.story.format import Story
from campaigns.types import Brief
from overture.jobs.story_fill import Filled

INSTEAD = "…"  # to be replaced by the words of whoever writes
_LONG = 60


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `rate`: of the events of the last 90 days, how many have it; without any event nothing is known."""

    path: str
    kind: FieldType
    always: bool
    value: str
    rate: Rate
    insert: str


def fields(story: Story | None, brief: Brief | None, filled: Filled | None) -> Iterator[Field]:
    """All fields, with what they hold in this brief."""
    for path, kind in FIELDS.items():
        value = _said(brief.get(path) if brief else None)
        rate = filled.of(path) if filled else NOTHING
        yield Field(path, kind, path in ALWAYS, value, rate, inserted(path, story))


def inserted(path: str, story: Story | None) -> str:
    """An expression that prints the field, with a fallback where it may be absent when the story is told."""
    required = set(story.requires) if story else set()
    sure = path in ALWAYS or not required.isdisjoint(prefixes(path))
    listed = " | join" if FIELDS[path] == "list" else ""
    fallback = "" if sure else f' | default("{INSTEAD}")'
    return f"{{{{ {path}{listed}{fallback} }}}}"


def _said(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    return text if len(text) < _LONG else text[: _LONG - 3] + "…"
