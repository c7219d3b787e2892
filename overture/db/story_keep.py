"""What authors keep beside a story: words that are not saved yet, for who typed them, and events to tell it on again,
for all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.exc import OperationalError

from overture.db.bulk import insert_new, upsert_newest
from overture.db.engine import write, write_soon
from overture.db.tables import story_pins, unsaved_stories
from overture.db.unsaved import LASTS

MAX_TEXT = 200_000  # characters
MOST_PINS = 20
_KEY = ("story_id", "language", "user_id")
_SAMPLE = re.compile(r"(?:[1-9][0-9]{0,15}|hard:[a-z0-9_-]{1,30})\Z")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it was left. `base` is the hash of the file's text that it began with. Without text there is nothing
    left: that is kept, too, so that earlier words that come late do not come back."""

    base: str
    text: str
    note: str
    kept_at: datetime


def keep(engine: Engine, story_id: str, language: str, user: str, words: Words) -> bool:
    """Keep the words in the place of earlier ones. False where later ones are kept, where they are too long, or where
    others write for longer than a moment: then these are not kept here."""
    if len(words.text) > MAX_TEXT:
        return False
    u = unsaved_stories.c
    row = {"story_id": story_id, "language": language, "user_id": user, "base": words.base, "text": words.text,
           "note": words.note, "kept_at": words.kept_at}  # fmt: skip
    try:
        with write_soon(engine) as connection:
            connection.execute(delete(unsaved_stories).where(u.user_id == user, u.kept_at < words.kept_at - LASTS))
            return upsert_newest(connection, unsaved_stories, row, key=_KEY, by="kept_at")
    except OperationalError:
        return False


def kept(connection: Connection, story_id: str, language: str, user: str, *, now: datetime) -> Words | None:
    u = unsaved_stories.c
    mine = (u.story_id == story_id) & (u.language == language) & (u.user_id == user) & (u.kept_at > now - LASTS)
    row = connection.execute(select(u.base, u.text, u.note, u.kept_at).where(mine)).one_or_none()
    return Words(*row) if row and row.text else None


def drop(engine: Engine, story_id: str, language: str, user: str, *, now: datetime) -> None:
    """What was written until now was saved, or is wanted no more."""
    keep(engine, story_id, language, user, Words("", "", "", now))


def pins(connection: Connection, story_id: str) -> tuple[str, ...]:
    """Keys of the pinned samples, the first pinned first."""
    p = story_pins.c
    query = select(p.sample).where(p.story_id == story_id).order_by(p.pinned_at, p.sample)
    return tuple(connection.scalars(query.limit(MOST_PINS)))


def pin(engine: Engine, story_id: str, sample: str, user: str, *, now: datetime) -> bool:
    """Pin a sample, or take its pin away; True when it is pinned now. What is no key of a sample is never pinned, and
    nothing is beyond the twentieth."""
    p = story_pins.c
    this = (p.story_id == story_id) & (p.sample == sample)
    with write(engine) as connection:
        if connection.execute(delete(story_pins).where(this)).rowcount:
            return False
        if not _SAMPLE.match(sample) or len(pins(connection, story_id)) >= MOST_PINS:
            return False
        row = {"story_id": story_id, "sample": sample, "pinned_by": user, "pinned_at": now}
        return bool(insert_new(connection, story_pins, [row], returning="sample"))
