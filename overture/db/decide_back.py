"""Undo and reopen: a decision is taken back where the state before it can be had again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from campaigns.review import (
    REOPEN_WITHIN,
    DraftState,
    HandoffState,
    Refusal,
    Refused,
    expires_at,
    is_fresh,
)
from overture.db.audit import Actor
from overture.db.decide_base import decide, decided_before, live_handoff, lock, taken, unknown
from overture.db.decide_instead import lock_event, withdraw
from overture.db.decide_moves import UNDECIDED, Draft, back_to_pending, cancel, move
from overture.db.decide_teach import unlearn

CLOSED = frozenset({DraftState.REJECTED, DraftState.EXPIRED, DraftState.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class Undone:
    """The draft waits again. `was` is the state that was taken back."""

    was: DraftState
    version: int


@dataclass(frozen=True, slots=True)
class Reopened:
    was: DraftState
    version: int


def undo(engine: Engine, draft_id: int, actor: Actor, *, now: datetime) -> Undone | Refused:
    """Take back the last reject, snooze or approve. An approval only while nothing has left."""

    def act(connection: Connection) -> Undone | Refused:
        lock_event(connection, draft_id)
        draft = lock(connection, draft_id)
        if draft is None:
            return unknown()
        state = DraftState(draft.state)
        if state is DraftState.REJECTED:
            refused = _closed_for_good(connection, draft, now, undoing=True) or withdraw(connection, draft, actor, now)
            if refused:
                return refused
            unlearn(connection, draft, actor, now)
            return Undone(state, back_to_pending(connection, draft, actor, cause="undo", now=now))
        if state is DraftState.SNOOZED:
            return wake(connection, draft, actor, now=now)
        if state is DraftState.APPROVED:
            return _take_back(connection, draft, actor, now)
        return _nothing_to_undo(connection, draft, state)

    return decide(engine, draft_id, act)


def wake(connection: Connection, draft: Draft, actor: Actor, *, now: datetime) -> Undone:
    """A snoozed draft waits again, as it was."""
    values = UNDECIDED | {"run_at": expires_at(draft.good_until)}
    move(connection, draft, DraftState.PENDING, actor, now=now, codes={"cause": "wake"}, **values)
    return Undone(DraftState.SNOOZED, draft.version)


def _take_back(connection: Connection, draft: Draft, actor: Actor, now: datetime) -> Undone | Refused:
    handoff = live_handoff(connection, draft.id)
    if handoff is None or handoff.state not in (HandoffState.HELD, HandoffState.FAILED):
        state = handoff.state if handoff else "gone"
        message = f"The message has left the hold: it is {state.replace('_', ' ')}."
        return Refused(Refusal.TOO_LATE, message, by=draft.decided_by, at=draft.decided_at, version=draft.version)
    cancel(connection, handoff, actor, reason="undo", now=now)
    return Undone(DraftState.APPROVED, back_to_pending(connection, draft, actor, cause="undo", now=now))


def _nothing_to_undo(connection: Connection, draft: Draft, state: DraftState) -> Refused:
    if state is DraftState.DONE:
        message = "The message has been handed off."
        return Refused(Refusal.TOO_LATE, message, by=draft.decided_by, at=draft.decided_at, version=draft.version)
    if state is DraftState.PENDING:
        return Refused(Refusal.STATE, "Nothing is decided yet.", version=draft.version)
    return decided_before(connection, draft)


def reopen(engine: Engine, draft_id: int, actor: Actor, *, now: datetime) -> Reopened | Refused:
    """A rejected, expired or replaced draft waits again: within 30 days, still fresh, and with its keys free.
    What a rejection taught stays taught; `undo` takes that back as well."""

    def act(connection: Connection) -> Reopened | Refused:
        draft = lock(connection, draft_id)
        if draft is None:
            return unknown()
        if draft.state not in CLOSED:
            return decided_before(connection, draft)
        refused = _closed_for_good(connection, draft, now)
        if refused:
            return refused
        was = DraftState(draft.state)
        return Reopened(was, back_to_pending(connection, draft, actor, cause="reopen", now=now))

    return decide(engine, draft_id, act)


def _closed_for_good(connection: Connection, draft: Draft, now: datetime, *, undoing: bool = False) -> Refused | None:
    """`undoing`: the draft that took this one's place is about to go."""
    since = draft.decided_at or draft.updated_at
    if now - since > REOPEN_WITHIN:
        message = f"This draft was closed more than {REOPEN_WITHIN.days} days ago."
        return Refused(Refusal.TOO_LATE, message, by=draft.decided_by, at=since, version=draft.version)
    if not is_fresh(draft.good_until, now):
        message = f"This draft was good until {draft.good_until.isoformat()}."
        return Refused(Refusal.NOT_FRESH, message, version=draft.version)
    return taken(connection, draft, besides=draft.replaced_by if undoing else None)
