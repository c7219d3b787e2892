"""A claim that a person typed, tied to the words of the news it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from campaigns.types import Segment
from overture.db.tables import entries, mentions

_FIELDS = {"title": entries.c.clean_title, "summary": entries.c.clean_text}
_PATH = "evidence.quote"


@dataclass(frozen=True, slots=True)
class Tie:
    """The words of a claim, and the span they rest on: `entry:ID:FIELD:START:END`, in code points."""

    text: str
    origin: str


def span_words(connection: Connection, trigger_id: int, origin: str) -> str | None:
    """The words of a span, where it lies in a telling of this very event."""
    parts = origin.split(":")
    if len(parts) != 5 or parts[0] != "entry" or parts[2] not in _FIELDS:
        return None
    if not all(part.isascii() and part.isdigit() and len(part) < 12 for part in (parts[1], *parts[3:])):
        return None
    told = select(_FIELDS[parts[2]]).join(mentions, mentions.c.entry_id == entries.c.id)
    text = connection.scalar(told.where(entries.c.id == int(parts[1]), mentions.c.trigger_id == trigger_id).limit(1))
    start, end = int(parts[3]), int(parts[4])
    return text[start:end].strip() or None if text and start < end <= len(text) else None


def tied(segments: Sequence[Segment], ties: Sequence[Tie]) -> tuple[Segment, ...]:
    """The segments with each tie's words as a bound run of their own, where they stand in literal text."""
    found = list(segments)
    for tie in ties:
        at = next((at for at, one in enumerate(found) if not one.paths and tie.text in one.text), None)
        if at is not None and tie.text:
            found[at : at + 1] = _cut(found[at], tie)
    return tuple(found)


def _cut(literal: Segment, tie: Tie) -> list[Segment]:
    before, _, after = literal.text.partition(tie.text)
    bound = replace(literal, text=tie.text, paths=(_PATH,), evidence=(tie.origin,))
    around = (replace(literal, text=before), bound, replace(literal, text=after))
    return [one for one in around if one.text]
