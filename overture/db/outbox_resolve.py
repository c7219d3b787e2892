"""What people do with a message in doubt, and with one that failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from campaigns.review import DraftState, HandoffState, Refusal, Refused, expires_at
from overture.db.audit import Actor
from overture.db.decide_base import decide, live_handoff, lock
from overture.db.decide_moves import Draft, cancel, move
from overture.db.engine import read
from overture.db.outbox_outcome import arrive, due_again
from overture.db.tables import drafts, handoffs


class Verdict(StrEnum):
    """What a person knows about a message in doubt."""

    FOUND = "found"  # it is there
    AGAIN = "again"  # it is not; send the same bytes
    GIVE_UP = "give_up"  # leave it


@dataclass(frozen=True, slots=True)
class Resolved:
    handoff_id: int
    state: HandoffState


_Act = Callable[[Connection, Draft, Row[Any]], HandoffState]


def resolve_uncertain(
    engine: Engine, handoff_id: int, verdict: Verdict, actor: Actor, *, now: datetime, location: str = ""
) -> Resolved | Refused:
    """Settle a message in doubt. `location`: where the person found it."""

    def act(connection: Connection, draft: Draft, row: Row[Any]) -> HandoffState:
        if verdict is Verdict.FOUND:
            arrive(connection, draft, row, actor, location=location or f"found by {actor.id}", now=now)
            return HandoffState.HANDED_OFF
        if verdict is Verdict.AGAIN:
            return _again(connection, draft, row, actor, now)
        return _close(connection, draft, row, actor, now)

    return _resolve(engine, handoff_id, HandoffState.UNCERTAIN, act)


def retry_failed(engine: Engine, handoff_id: int, actor: Actor, *, now: datetime) -> Resolved | Refused:
    """Try the same bytes again. To change them, undo the approval."""
    return _resolve(
        engine,
        handoff_id,
        HandoffState.FAILED,
        lambda connection, draft, row: _again(connection, draft, row, actor, now),
    )


def give_up(engine: Engine, handoff_id: int, actor: Actor, *, now: datetime) -> Resolved | Refused:
    """Leave a failed message; its draft is done, though nothing was handed off."""
    return _resolve(
        engine,
        handoff_id,
        HandoffState.FAILED,
        lambda connection, draft, row: _close(connection, draft, row, actor, now),
    )


def _resolve(engine: Engine, handoff_id: int, wanted: HandoffState, act: _Act) -> Resolved | Refused:
    with read(engine) as connection:
        draft_id = connection.scalar(select(handoffs.c.draft_id).where(handoffs.c.id == handoff_id))
    if draft_id is None:
        return Refused(Refusal.UNKNOWN, "There is no such handoff.")

    def inside(connection: Connection) -> Resolved | Refused:
        draft, row = lock(connection, draft_id), live_handoff(connection, draft_id)
        if draft is None or row is None or row.id != handoff_id or row.state != wanted:
            state = row.state if row is not None and row.id == handoff_id else HandoffState.CANCELLED
            return Refused(Refusal.STATE, f"This message is {state.replace('_', ' ')}, not {wanted}.")
        return Resolved(handoff_id, act(connection, draft, row))

    return decide(engine, draft_id, inside)


def _again(connection: Connection, draft: Draft, row: Row[Any], actor: Actor, now: datetime) -> HandoffState:
    due_again(connection, row, actor, now=now)
    again = drafts.update().where(drafts.c.id == draft.id)
    connection.execute(again.values(run_at=expires_at(draft.good_until)))  # the clock watches it again
    return HandoffState.HELD


def _close(connection: Connection, draft: Draft, row: Row[Any], actor: Actor, now: datetime) -> HandoffState:
    cancel(connection, row, actor, reason="given up", now=now)
    move(connection, draft, DraftState.DONE, actor, now=now, codes={"cause": "given up"}, run_at=None)
    return HandoffState.CANCELLED
