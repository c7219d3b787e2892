"""What people leave on a draft without deciding about it: that they saw it, whose it is, and comments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, update

from campaigns.review import Refusal, Refused
from overture.db.audit import Act, Actor, record
from overture.db.decide_base import decide, lock, unknown
from overture.db.tables import comments, drafts


@dataclass(frozen=True, slots=True)
class Opened:
    """`first` when nobody had seen the draft before."""

    at: datetime
    first: bool


@dataclass(frozen=True, slots=True)
class Assigned:
    """Whose the draft is now, and whose it was."""

    to: str | None
    before: str | None


@dataclass(frozen=True, slots=True)
class Commented:
    comment_id: int


def mark_opened(engine: Engine, draft_id: int, actor: Actor, *, now: datetime) -> Opened | Refused:
    """Remember the first time that a person saw the draft."""

    def act(connection: Connection) -> Opened | Refused:
        draft = lock(connection, draft_id)
        if draft is None:
            return unknown()
        if draft.opened_at is not None:
            return Opened(draft.opened_at, first=False)
        connection.execute(update(drafts).where(drafts.c.id == draft_id).values(opened_at=now))
        codes = {"version": draft.version}
        record(connection, actor, [Act("draft.opened", "draft", str(draft_id), codes=codes)], now=now)
        return Opened(now, first=True)

    return decide(engine, draft_id, act)


def assign(engine: Engine, draft_id: int, assignee: str | None, actor: Actor, *, now: datetime) -> Assigned | Refused:
    """Give the draft to a person, or to nobody."""

    def act(connection: Connection) -> Assigned | Refused:
        draft = lock(connection, draft_id)
        if draft is None:
            return unknown()
        if draft.assignee != assignee:
            connection.execute(update(drafts).where(drafts.c.id == draft_id).values(assignee=assignee))
            codes = {"from": draft.assignee, "to": assignee}
            record(connection, actor, [Act("draft.assigned", "draft", str(draft_id), codes=codes)], now=now)
        return Assigned(assignee, draft.assignee)

    return decide(engine, draft_id, act)


def comment(engine: Engine, draft_id: int, text: str, actor: Actor, *, now: datetime) -> Commented | Refused:
    """Leave a comment; its words stay out of the audit log."""
    text = text.strip()
    if not text:
        return Refused(Refusal.INCOMPLETE, "The comment is empty.")

    def act(connection: Connection) -> Commented | Refused:
        if lock(connection, draft_id) is None:
            return unknown()
        row = {"draft_id": draft_id, "author": actor.id, "text": text, "at": now}
        made = connection.execute(insert(comments).returning(comments.c.id), row).scalar_one()
        left = Act("draft.commented", "draft", str(draft_id), codes={"comment": made})
        record(connection, actor, [left], now=now)
        return Commented(int(made))

    return decide(engine, draft_id, act)
