"""Reject and snooze. A reason that teaches leaves a row behind, which an undo takes back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, func, select

from campaigns.review import DraftState, Refusal, Refused, RejectReason, expires_at
from overture.db.audit import Actor
from overture.db.decide_base import Note, Shown, decide, lock, not_as_shown, unknown
from overture.db.decide_instead import Successor, ask_again, lock_event, unknown_wish, wanted_instead
from overture.db.decide_moves import move
from overture.db.decide_teach import Effect, Lesson, Scope, learn
from overture.db.secret import Keyring
from overture.db.tables import drafts

__all__ = ["Rejected", "Snoozed", "left_alone", "reject", "snooze"]

LEFT_ALONE = timedelta(days=90)  # an account, after `bad timing`


@dataclass(frozen=True, slots=True)
class Rejected:
    """What the reason did to the data, and which other draft it asks for."""

    effects: tuple[Effect, ...] = ()
    successor: Successor | None = None


@dataclass(frozen=True, slots=True)
class Snoozed:
    until: datetime | None
    for_update: bool


def reject(
    engine: Engine,
    shown: Shown,
    reason: RejectReason,
    actor: Actor,
    *,
    now: datetime,
    comment: str | None = None,
    instead: str | None = None,
    scope: Scope = "address",
    keys: Keyring | None = None,
    beside: Note | None = None,
) -> Rejected | Refused:
    """Say no with a reason of the closed list. `other` needs a comment.

    `instead`: id of the account, contact or story that is wanted, with the reason that says that this one is wrong;
    or `anew`, with `other`, for a draft that is told with what is known by now.
    `scope`: what `do_not_contact` holds for; a whole domain needs `keys`.
    """
    comment = (comment or "").strip() or None
    if reason is RejectReason.OTHER and comment is None:
        return Refused(Refusal.INCOMPLETE, "Say in a few words why.")

    def act(connection: Connection) -> Rejected | Refused:
        lock_event(connection, shown.draft_id)
        draft = lock(connection, shown.draft_id)
        refused = not_as_shown(connection, draft, shown, {DraftState.PENDING, DraftState.SNOOZED})
        if refused or draft is None:
            return refused or unknown()
        refused = unknown_wish(connection, draft, reason, instead)
        if refused:
            return refused
        return put_aside(connection, Lesson(draft, reason, actor, now, instead, scope, keys), comment)

    return decide(engine, shown.draft_id, act, beside)


def put_aside(connection: Connection, lesson: Lesson, comment: str | None) -> Rejected:
    """Reject a draft that is locked and found as it was shown. Raises Lost."""
    draft, reason, actor, now, instead = lesson.draft, lesson.reason, lesson.actor, lesson.now, lesson.instead
    effects = learn(connection, lesson)
    values = {"reason": reason, "comment": comment, "decided_at": now, "decided_by": actor.id, "run_at": None}
    codes = {"reason": reason, "effects": list(effects)} | ({"instead": instead} if instead else {})
    move(connection, draft, DraftState.REJECTED, actor, now=now, codes=codes, wanted=instead, **values)
    successor = wanted_instead(reason, instead)
    if successor:
        ask_again(connection, draft, now)
    return Rejected(effects, successor)


def left_alone(connection: Connection, account_ids: Collection[str], now: datetime) -> dict[str, date]:
    """Accounts where a draft was rejected for bad timing, and the day from which they may be written to again."""
    query = (
        select(drafts.c.account_id, func.max(drafts.c.decided_at))
        .where(drafts.c.account_id.in_(sorted(account_ids)), drafts.c.state == DraftState.REJECTED)
        .where(drafts.c.reason == RejectReason.BAD_TIMING, drafts.c.decided_at > now - LEFT_ALONE)
        .group_by(drafts.c.account_id)
    )
    return {account_id: (at + LEFT_ALONE).date() for account_id, at in connection.execute(query)}


def snooze(
    engine: Engine, shown: Shown, until: datetime | None, actor: Actor, *, now: datetime, for_update: bool = False,
    beside: Note | None = None,
) -> Snoozed | Refused:  # fmt: skip
    """Put a draft aside until a moment, until its trigger is updated, or until the first of both."""
    if until is None and not for_update:
        return Refused(Refusal.INCOMPLETE, "Say until when, or until the news is updated.")
    if until is not None and until <= now:
        return Refused(Refusal.INCOMPLETE, "That moment has passed.")

    def act(connection: Connection) -> Snoozed | Refused:
        draft = lock(connection, shown.draft_id)
        refused = not_as_shown(connection, draft, shown, {DraftState.PENDING})
        if refused or draft is None:
            return refused or unknown()
        end = expires_at(draft.good_until)
        if (until or now) >= end:
            return Refused(Refusal.NOT_FRESH, f"This draft is good until {draft.good_until.isoformat()} only.")
        values: dict[str, Any] = {"snoozed_until": until, "snooze_for_update": for_update, "run_at": until or end}
        values |= {"decided_at": now, "decided_by": actor.id}
        codes = {"until": until.isoformat() if until else None, "for_update": for_update}
        move(connection, draft, DraftState.SNOOZED, actor, now=now, codes=codes, **values)
        return Snoozed(until, for_update)

    return decide(engine, shown.draft_id, act, beside)
