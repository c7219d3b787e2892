"""Another draft instead of a rejected one: who or what is wanted, and how its place is given and given back.

Nothing is written here. The rejection sends its event back to the line, which asks the campaigns once more and is
told whom and what people have refused.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, select, update

from campaigns.review import OPEN, DraftState, Refusal, Refused, RejectReason
from overture.db.audit import Actor
from overture.db.claims import due_again
from overture.db.decide_base import lock
from overture.db.decide_moves import Draft, move
from overture.db.engine import is_postgres
from overture.db.tables import accounts, contacts, drafts, story_versions, triggers

Successor = Literal["contact", "story", "account"]

# These ask for another draft about the same event, whatever else the person says.
SUCCESSORS: dict[RejectReason, Successor] = {
    RejectReason.WRONG_PERSON: "contact",
    RejectReason.WRONG_STORY: "story",
}
# Wanted instead, with the reason `other`: whatever story fits what is known by now, the same one too.
ANEW = "anew"
_WAITS = ("asked", "unmatched", "due")


def lock_event(connection: Connection, draft_id: int) -> None:
    """Take the event before the draft, as whoever launches does, so that the two never wait for each other."""
    query: Select[Any] = select(triggers.c.id).join(drafts, drafts.c.trigger_id == triggers.c.id)
    if is_postgres(connection):
        connection.execute(query.where(drafts.c.id == draft_id).with_for_update(of=triggers))


def wanted_instead(reason: RejectReason, instead: str | None) -> Successor | None:
    """What kind of draft takes this one's place, if any."""
    if reason is RejectReason.WRONG_COMPANY and instead:
        return "account"
    return "story" if _anew(reason, instead) else SUCCESSORS.get(reason)


def _anew(reason: str | None, instead: str | None) -> bool:
    return reason == RejectReason.OTHER and instead == ANEW


def asks_for_another(draft: Row[Any]) -> bool:
    """A rejection that closes nothing: its event is to have another draft."""
    return draft.state == DraftState.REJECTED and (draft.reason in SUCCESSORS or _anew(draft.reason, draft.wanted))


def unknown_wish(connection: Connection, draft: Draft, reason: RejectReason, instead: str | None) -> Refused | None:
    """Refuse a wish for somebody or something that is not there."""
    if not instead or _anew(reason, instead):
        return None
    c = contacts.c
    known: dict[RejectReason, Select[Any]] = {
        RejectReason.WRONG_COMPANY: select(accounts.c.id).where(
            accounts.c.id == instead, accounts.c.retired_at.is_(None), accounts.c.id != draft.account_id
        ),
        RejectReason.WRONG_PERSON: select(c.id).where(
            c.id == instead, c.account_id == draft.account_id, c.retired_at.is_(None), c.id != draft.contact_id
        ),
        RejectReason.WRONG_STORY: select(story_versions.c.story_id)
        .where(story_versions.c.story_id == instead, story_versions.c.story_id != draft.story_id)
        .limit(1),
    }
    query = known.get(reason)
    if query is not None and connection.scalar(query) is not None:
        return None
    return Refused(Refusal.INCOMPLETE, f"{instead!r} cannot stand in the place of what this draft has.")


def ask_again(connection: Connection, draft: Draft, now: datetime) -> None:
    """The event is due once more; whoever works on it now finds out that it knows too little."""
    waits = (triggers.c.id == draft.trigger_id) & triggers.c.state.in_(_WAITS)
    connection.execute(update(triggers).where(waits).values(state="due", **due_again(triggers, now)))


def withdraw(connection: Connection, draft: Draft, actor: Actor, now: datetime) -> Refused | None:
    """The rejection is undone, so the draft that took its place goes; refused where a person has worked on that one."""
    other = lock(connection, draft.replaced_by) if draft.replaced_by is not None else None
    if other is not None and other.state in OPEN:
        if other.state == DraftState.APPROVED or other.version > 1:
            message = f"Draft {other.id} took its place, and somebody has worked on that one."
            return Refused(Refusal.TAKEN, message, by=other.decided_by, version=draft.version, in_the_way=other.id)
        closed = {"replaced_by": draft.id, "decided_at": now, "decided_by": actor.id, "run_at": None}
        codes = {"cause": "undo", "by": draft.id}
        move(connection, other, DraftState.SUPERSEDED, actor, now=now, codes=codes, **closed)
    if draft.reason == RejectReason.WRONG_COMPANY and draft.wanted:
        # The event that was said to be another account's is this one's after all.
        here = {"account_id": draft.account_id, "company_key": f"account:{draft.account_id}"}
        connection.execute(update(triggers).where(triggers.c.id == draft.trigger_id).values(here))
    return None
