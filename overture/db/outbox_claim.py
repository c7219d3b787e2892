"""Claiming messages: due ones after the last check, and those that a dead process left behind."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, select, update
from sqlalchemy.exc import IntegrityError

from campaigns.review import HandoffState, Refusal
from overture.crashpoints import crashpoint
from overture.db.audit import SYSTEM
from overture.db.claims import due, new_owner
from overture.db.decide_moves import move_handoff
from overture.db.engine import is_postgres, write
from overture.db.outbox_check import PAUSE, Cancel, Hold, ReleasePolicy, check, draft_columns, hold_back, take_back
from overture.db.outbox_outcome import start_attempt
from overture.db.secret import Keyring
from overture.db.tables import approvals, drafts, handoffs
from overture.db.types import db_now


@dataclass(frozen=True, slots=True)
class Claimed:
    """Rows in `sending` that are ours until `deadline` (monotonic seconds); and what the check did to others."""

    owner: str
    rows: Sequence[Row[Any]]
    deadline: float
    held: int = 0
    cancelled: int = 0

    def ours(self) -> bool:
        return time.monotonic() < self.deadline


def claim(
    engine: Engine,
    names: Sequence[str],
    *,
    now: datetime,
    lease: float,
    keys: Keyring,
    policy: ReleasePolicy,
    size: int,
) -> Claimed:
    """Move due rows of these channels to `sending`, with their attempts, or hold or cancel them; one transaction."""
    owner, began = new_owner(), time.monotonic()
    going: list[Row[Any]] = []
    held = cancelled = 0
    with write(engine) as connection:
        for row in connection.execute(_due_rows(connection, handoffs.c.channel.in_(names), now, size)).all():
            outcome = _judge(connection, row, owner, lease, now=now, keys=keys, policy=policy)
            if isinstance(outcome, Hold):
                held += 1
            elif isinstance(outcome, Cancel):
                cancelled += 1
            else:
                going.append(outcome)
        crashpoint("release.before_claim_commit")
    crashpoint("release.sending")
    return Claimed(owner, going, began + lease, held, cancelled)


def _judge(
    connection: Connection,
    row: Row[Any],
    owner: str,
    lease: float,
    *,
    now: datetime,
    keys: Keyring,
    policy: ReleasePolicy,
) -> Row[Any] | Hold | Cancel:
    """One row in a savepoint of its own: what the database's guards refuse stops this message, and no other."""
    try:
        with connection.begin_nested():
            verdict = check(connection, row, now=now, keys=keys, policy=policy)
            if verdict is None:
                return _start(connection, row, owner, lease, now)
            _settle(connection, row, verdict, now)
    except IntegrityError as error:
        verdict = _refused_by_a_guard(str(error.orig), now)
        _settle(connection, row, verdict, now)
    return verdict


def _settle(connection: Connection, row: Row[Any], verdict: Hold | Cancel, now: datetime) -> None:
    if isinstance(verdict, Hold):
        hold_back(connection, row, verdict, now=now)
    else:
        take_back(connection, row, verdict, now=now)


def _refused_by_a_guard(message: str, now: datetime) -> Hold | Cancel:
    if "is suppressed" in message:
        return Cancel(Refusal.SUPPRESSED)
    return Hold(now + PAUSE, "the database refused it")


def hold_orphans(engine: Engine, names: Sequence[str], *, now: datetime, size: int) -> int:
    """Messages whose channel is not configured (any more) wait and say so."""
    with write(engine) as connection:
        rows = connection.execute(_due_rows(connection, handoffs.c.channel.not_in(names), now, size)).all()
        for row in rows:
            hold_back(connection, row, Hold(now + PAUSE, f"the channel {row.channel} is not configured"), now=now)
        crashpoint("release.before_orphans_commit")
    crashpoint("release.after_orphans")
    return len(rows)


def claim_abandoned(engine: Engine, *, lease: float, size: int) -> Claimed:
    """Take over `sending` rows whose lease has ended."""
    owner, began = new_owner(), time.monotonic()
    query = select(handoffs.c.id).where(handoffs.c.state == HandoffState.SENDING, handoffs.c.lease_until < db_now())
    query = query.order_by(handoffs.c.id).limit(size)
    with write(engine) as connection:
        ids = connection.scalars(query.with_for_update(skip_locked=True) if is_postgres(connection) else query).all()
        if ids:
            values = {"owner": owner, "lease_until": db_now(lease), "fence": handoffs.c.fence + 1}
            connection.execute(update(handoffs).where(handoffs.c.id.in_(ids)).values(values))
        rows = connection.execute(_with_key().where(handoffs.c.id.in_(ids))).all() if ids else []
        crashpoint("release.before_recovery_commit")
    crashpoint("release.recovering")
    return Claimed(owner, rows, began + lease)


def _due_rows(connection: Connection, named: ColumnElement[bool], now: datetime, size: int) -> Select[Any]:
    """Due handoffs with their keys. PostgreSQL locks their drafts with them, so that no decision comes between, and
    skips a draft that somebody is deciding about right now."""
    query = _with_key().where(due(handoffs, [HandoffState.HELD], now), named)
    query = query.order_by(handoffs.c.run_at, handoffs.c.id).limit(size)
    return query.with_for_update(skip_locked=True, of=[handoffs, drafts]) if is_postgres(connection) else query


def _with_key() -> Select[Any]:
    return (
        select(*handoffs.c, approvals.c.idempotency_key, *draft_columns())
        .join(approvals, approvals.c.id == handoffs.c.approval_id)
        .join(drafts, drafts.c.id == handoffs.c.draft_id)
    )


def _start(connection: Connection, row: Row[Any], owner: str, lease: float, now: datetime) -> Row[Any]:
    values: dict[str, Any] = {"owner": owner, "lease_until": db_now(lease), "retry_at": None, "reason": None}
    values |= {"fence": row.fence + 1, "attempts": row.attempts + 1}
    codes = {"attempt": row.attempts + 1}
    move_handoff(connection, row, HandoffState.SENDING, SYSTEM, now=now, codes=codes, **values)
    start_attempt(connection, row, owner=owner, fence=row.fence + 1, now=now)
    return connection.execute(_with_key().where(handoffs.c.id == row.id)).one()
