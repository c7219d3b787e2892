"""What time does to drafts: a snooze ends, and a draft expires with its trigger.

In batches, each one transaction; a batch that dies leaves nothing half done. PostgreSQL skips a draft that somebody
is deciding about: the next tick sees it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, select, update

from campaigns.review import OPEN, DraftState, HandoffState, expires_at
from overture.crashpoints import crashpoint
from overture.db.audit import SYSTEM
from overture.db.decide_back import wake
from overture.db.decide_base import live_handoff
from overture.db.decide_moves import cancel, move
from overture.db.engine import is_postgres, write
from overture.db.tables import drafts
from triggers.limits import Limits

MOST_BATCHES = 25  # in one tick; what is left is due at the next one


@dataclass(slots=True)
class Summary:
    """What one tick did; `left` when there is more."""

    woken: int = 0
    expired: int = 0
    cancelled: int = 0  # held messages of drafts that expired
    left: bool = False

    @property
    def total(self) -> int:
        return self.woken + self.expired


def tick(engine: Engine, *, now: datetime, limits: Limits) -> Summary:
    """Move every draft whose moment has come, up to `MOST_BATCHES` batches."""
    summary = Summary()
    for _ in range(MOST_BATCHES):
        if _batch(engine, summary, now=now, size=limits.clock_batch) < limits.clock_batch:
            return summary
    summary.left = True
    return summary


def _batch(engine: Engine, summary: Summary, *, now: datetime, size: int) -> int:
    with write(engine) as connection:
        rows = connection.execute(_due(connection, now, size)).all()
        for row in rows:
            _turn(connection, row, summary, now)
        crashpoint("clock.before_commit")
    crashpoint("clock.after_commit")
    return len(rows)


def _due(connection: Connection, now: datetime, size: int) -> Select[Any]:
    query: Select[Any] = (
        select(drafts)
        .where(drafts.c.state.in_(sorted(OPEN)), drafts.c.run_at <= now)
        .order_by(drafts.c.run_at, drafts.c.id)
        .limit(size)
    )
    return query.with_for_update(skip_locked=True) if is_postgres(connection) else query


def _turn(connection: Connection, draft: Row[Any], summary: Summary, now: datetime) -> None:
    if now >= expires_at(draft.good_until):
        _expire(connection, draft, summary, now)
    elif draft.state == DraftState.SNOOZED and draft.snoozed_until is not None and draft.snoozed_until <= now:
        wake(connection, draft, SYSTEM, now=now)
        summary.woken += 1
    else:
        _look_again(connection, draft, expires_at(draft.good_until))


def _expire(connection: Connection, draft: Row[Any], summary: Summary, now: datetime) -> None:
    if draft.state == DraftState.APPROVED:
        handoff = live_handoff(connection, draft.id)
        if handoff is None or handoff.state != HandoffState.HELD:
            _look_again(connection, draft, None)  # it has left the hold: its handoff decides now
            return
        cancel(connection, handoff, SYSTEM, reason="expired", now=now)
        summary.cancelled += 1
    closed = {"decided_at": now, "decided_by": SYSTEM.id, "run_at": None}
    move(connection, draft, DraftState.EXPIRED, SYSTEM, now=now, codes={"cause": "clock"}, **closed)
    summary.expired += 1


def _look_again(connection: Connection, draft: Row[Any], at: datetime | None) -> None:
    connection.execute(update(drafts).where(drafts.c.id == draft.id).values(run_at=at))
