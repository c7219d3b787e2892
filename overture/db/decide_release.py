"""Letting an approved message go before its hold is over: still through every check of the release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from campaigns.review import HandoffState, Refusal, Refused
from overture.db.audit import Actor
from overture.db.decide_base import decide, live_handoff, lock, unknown
from overture.db.decide_moves import move_handoff


@dataclass(frozen=True, slots=True)
class Hurried:
    """The message is due now; it leaves with the next release, if nothing forbids it."""

    handoff_id: int


def release_now(engine: Engine, draft_id: int, actor: Actor, *, now: datetime) -> Hurried | Refused:
    """End the hold of an approved draft's message."""

    def act(connection: Connection) -> Hurried | Refused:
        draft = lock(connection, draft_id)
        if draft is None:
            return unknown()
        handoff = live_handoff(connection, draft_id)
        if handoff is None or handoff.state != HandoffState.HELD:
            state = handoff.state.replace("_", " ") if handoff else "not approved"
            return Refused(Refusal.STATE, f"There is no hold to end: it is {state}.", version=draft.version)
        if handoff.release_at > now:
            codes = {"reason": "released early"}
            values = {"release_at": now, "run_at": now}
            move_handoff(connection, handoff, HandoffState.HELD, actor, now=now, codes=codes, **values)
        return Hurried(int(handoff.id))

    return decide(engine, draft_id, act)
