"""Words that somebody types into a draft and has not saved yet: for that person alone, on whatever machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.exc import OperationalError

from campaigns.review import DraftState
from overture.db.bulk import upsert_newest
from overture.db.decide_edit import MAX_BODY
from overture.db.engine import write, write_soon
from overture.db.tables import drafts, unsaved

LASTS = timedelta(days=14)
_MAX_SUBJECT = 1_000  # characters


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed, into which version, and when. Without words there is nothing left: that is kept, too, so that
    earlier words that come late do not come back."""

    version: int
    subject: str
    body: str
    kept_at: datetime


def keep(engine: Engine, draft_id: int, user: str, words: Unsaved) -> bool:
    """Keep the words in the place of earlier ones. False where later ones are kept, where the draft is another by now,
    where they are too long, or where others write for longer than a moment: then these are not kept here."""
    if len(words.body) > MAX_BODY or len(words.subject) > _MAX_SUBJECT:
        return False
    u, d = unsaved.c, drafts.c
    same = (d.id == draft_id) & (d.version == words.version) & (d.state == DraftState.PENDING)
    row = {"draft_id": draft_id, "user_id": user, "version": words.version, "subject": words.subject,
           "body": words.body, "kept_at": words.kept_at}  # fmt: skip
    try:
        with write_soon(engine) as connection:
            if connection.scalar(select(d.id).where(same)) is None:
                return False
            connection.execute(delete(unsaved).where(u.user_id == user, u.kept_at < words.kept_at - LASTS))
            return upsert_newest(connection, unsaved, row, key=("draft_id", "user_id"), by="kept_at")
    except OperationalError:
        return False


def kept(connection: Connection, draft_id: int, user: str, *, now: datetime) -> Unsaved | None:
    u = unsaved.c
    query = select(u.version, u.subject, u.body, u.kept_at).where(u.draft_id == draft_id, u.user_id == user)
    row = connection.execute(query.where(u.kept_at > now - LASTS)).one_or_none()
    return Unsaved(*row) if row and (row.subject or row.body) else None


def drop(engine: Engine, draft_id: int, user: str) -> None:
    """They were saved, or are wanted no more."""
    with write(engine) as connection:
        connection.execute(delete(unsaved).where(unsaved.c.draft_id == draft_id, unsaved.c.user_id == user))
