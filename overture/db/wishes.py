"""A draft that somebody asks for on an event's page: with which story, and to whom if that is said.

Only the wish is written here, on the event's own row. Launching takes it up as it takes up any event, so all that
stands in the way of a letter stands in the way of this one; what came of it is noted beside the wish.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from campaigns.review import DraftState, RejectReason
from overture.db.audit import Act, Actor, record
from overture.db.claims import due_again
from overture.db.decide_aside import put_aside
from overture.db.decide_base import lock
from overture.db.decide_teach import Lesson
from overture.db.tables import contacts, draft_versions, drafts, triggers
from overture.db.trigger_acts import locked

STANDS = frozenset({DraftState.PENDING, DraftState.SNOOZED, DraftState.APPROVED, DraftState.DONE})
_LEFT = {DraftState.APPROVED: "is approved", DraftState.DONE: "has left"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The story, and the contact's id where one was named."""

    story: str
    contact: str | None = None

    def met_by(self, draft: Row[Any]) -> bool:
        return self.story == draft.story_id and self.contact in (None, draft.contact_id)


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a wish: a draft, or why there is none."""

    draft_id: int | None
    no: str | None


def open_wish(row: Row[Any]) -> Asked | None:
    """What is asked for of this event and not answered yet."""
    wish = row.wish
    return Asked(wish["story"], wish["contact"]) if wish and not wish["draft"] and not wish["no"] else None


def ask(
    connection: Connection, trigger_id: int, story: str, contact: str | None = None, *, by: Actor, now: datetime
) -> str | None:
    """Ask for a draft about this event. A draft that waits, untouched, makes room for it; asking for what is asked for
    or drafted already changes nothing. Gives an objection, or None."""
    row, asked = locked(connection, trigger_id), Asked(story, contact or None)
    if row is None or row.state == "merged":
        return "This event is not here any more."
    objection = _objection(connection, row, asked)
    if objection or open_wish(row) == asked:
        return objection
    standing = _standing(connection, row)
    if any(asked.met_by(draft) and draft.state not in _LEFT for draft in standing):
        return None
    taken = next((why for draft in standing if (why := _taken(connection, draft))), None)
    if taken:
        return taken
    for draft in standing:
        reason = RejectReason.WRONG_PERSON if draft.story_id == story else RejectReason.WRONG_STORY
        wanted = asked.contact if reason is RejectReason.WRONG_PERSON else story
        put_aside(connection, Lesson(draft, reason, by, now, wanted), "another was asked for on the event's page")
    _write(connection, row, asked, by, now)
    return None


def _objection(connection: Connection, row: Row[Any], asked: Asked) -> str | None:
    if row.state == "dismissed":
        return "It was marked as not a trigger: put it to the campaigns again first."
    if row.account_id is None:
        return "No account of ours is known for it: say first whose it is."
    there = (contacts.c.id == asked.contact) & (contacts.c.account_id == row.account_id)
    known = select(contacts.c.id).where(there, contacts.c.retired_at.is_(None))
    if asked.contact and connection.scalar(known) is None:
        return f"Nobody at this account has the id {asked.contact}."
    return None


def _standing(connection: Connection, row: Row[Any]) -> list[Row[Any]]:
    here = (drafts.c.trigger_id == row.id) & (drafts.c.account_id == row.account_id) & drafts.c.state.in_(STANDS)
    ids = connection.scalars(select(drafts.c.id).where(here).order_by(drafts.c.id)).all()
    return [draft for id_ in ids if (draft := lock(connection, id_)) is not None and draft.state in STANDS]


def _taken(connection: Connection, draft: Row[Any]) -> str | None:
    """Why this draft does not make room for another, if it does not."""
    left = _LEFT.get(DraftState(draft.state))
    if left:
        return f"Draft {draft.id} about it {left}, and one event is written about once."
    versions = draft_versions.c
    mine = select(versions.author).where(versions.draft_id == draft.id, versions.author != "system").limit(1)
    author = connection.scalar(mine)
    return f"{author} has written in draft {draft.id}: reject that one first, or edit it." if author else None


def _write(connection: Connection, row: Row[Any], asked: Asked, by: Actor, now: datetime) -> None:
    said = {"story": asked.story, "contact": asked.contact}
    wish = {**said, "by": by.id, "at": now.isoformat(), "draft": None, "no": None}
    values = {"state": "due", "wish": wish, "updated_at": now, **due_again(triggers, now)}
    connection.execute(update(triggers).where(triggers.c.id == row.id).values(**values))
    record(connection, by, [Act("draft_asked_for", "trigger", str(row.id), row.state, "due", said)], now=now)


# --- for launching ------------------------------------------------------------------------------------------------


def asked_for(rows: Sequence[Row[Any]]) -> dict[int, Asked]:
    """What is asked for of these events, by event."""
    return {row.id: asked for row in rows if (asked := open_wish(row)) is not None}


def answer(connection: Connection, rows: Sequence[Row[Any]], came: Mapping[int, Came]) -> None:
    """Note what came of the wishes of these events, which whoever launches holds."""
    new = [
        {"which": row.id, "now": {**row.wish, "draft": came[row.id].draft_id, "no": came[row.id].no}}
        for row in rows
        if row.id in came
    ]
    if new:
        wish = bindparam("now", type_=triggers.c.wish.type)
        connection.execute(update(triggers).where(triggers.c.id == bindparam("which")).values(wish=wish), new)
