"""The release stage: what is held and due is checked once more, then handed to its channel, at most once.

    held -claim, all checks, attempt row, commit-> sending -channel-> handed_off | failed | uncertain | held

The attempt is committed before the channel is touched. After a crash the lease of a `sending` row ends, and
`recover` decides: a channel that can look says whether the message was taken; for any other it stays in doubt, and a
person decides. Rows of a channel that cannot look are claimed one by one, so a crash leaves one doubt at most.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, select, update

from campaigns.review import HandoffState
from overture.crashpoints import crashpoint
from overture.db.audit import SYSTEM
from overture.db.claims import due, new_owner
from overture.db.decide_base import lock, move_handoff
from overture.db.engine import is_postgres, write
from overture.db.outbox_check import PAUSE, Cancel, Hold, ReleasePolicy, check, draft_columns, hold_back, take_back
from overture.db.outbox_outcome import Done, settle, start_attempt
from overture.db.outbox_resolve import Resolved, give_up, resolve_uncertain, retry_failed
from overture.db.secret import Keyring
from overture.db.tables import approvals, drafts, handoffs
from overture.db.types import db_now
from overture.handoff.channels import Answer, Channel, InDoubt, Later
from triggers.limits import Limits

__all__ = [
    "ReleasePolicy",
    "Resolved",
    "Summary",
    "give_up",
    "recover",
    "release_due",
    "resolve_uncertain",
    "retry_failed",
]


@dataclass(slots=True)
class Summary:
    """What one pass did."""

    handed_off: int = 0
    held: int = 0  # quiet hours, caps, kill switch, or to be tried again
    cancelled: int = 0
    failed: int = 0
    uncertain: int = 0
    lost: int = 0  # somebody else had the row by the time we were done

    @property
    def total(self) -> int:
        return self.handed_off + self.held + self.cancelled + self.failed + self.uncertain + self.lost

    def count(self, done: Done) -> None:
        setattr(self, done, getattr(self, done) + 1)


@dataclass(frozen=True, slots=True)
class _Claimed:
    """Rows in `sending` that are ours until `deadline` (monotonic seconds)."""

    owner: str
    rows: Sequence[Row[Any]]
    deadline: float

    def ours(self) -> bool:
        return time.monotonic() < self.deadline


def release_due(
    engine: Engine,
    *,
    now: datetime,
    limits: Limits,
    keys: Keyring,
    channels: Mapping[str, Channel],
    policy: ReleasePolicy,
    limit: int | None = None,
) -> Summary:
    """Recover what a dead process left, then hand off up to `limit` due messages of each sort of channel (else the
    batch size of `limits`)."""
    limit = limit or limits.release_batch
    summary = recover(engine, now=now, limits=limits, channels=channels, limit=limit)
    summary.held += _hold_orphans(engine, sorted(channels), now=now, size=limit)
    sure = sorted(name for name, channel in channels.items() if channel.decides)
    unsure = sorted(name for name, channel in channels.items() if not channel.decides)
    _pass(engine, sure, summary, now=now, limits=limits, keys=keys, channels=channels, policy=policy, size=limit)
    for _ in range(limit):
        before = summary.total
        _pass(engine, unsure, summary, now=now, limits=limits, keys=keys, channels=channels, policy=policy, size=1)
        if summary.total == before:
            break
    return summary


def _pass(
    engine: Engine,
    names: Sequence[str],
    summary: Summary,
    *,
    now: datetime,
    limits: Limits,
    keys: Keyring,
    channels: Mapping[str, Channel],
    policy: ReleasePolicy,
    size: int,
) -> None:
    """One claim and its messages."""
    if not names:
        return
    claimed = _claim(engine, names, summary, now=now, limits=limits, keys=keys, policy=policy, size=size)
    answers = [(row, _hand_off(channels[row.channel], row, claimed)) for row in claimed.rows]
    _settle_all(engine, claimed, answers, summary, now=now, limits=limits)


def _hand_off(channel: Channel, row: Row[Any], claimed: _Claimed) -> Answer:
    if not claimed.ours():
        return Later("the lease ended before its turn", seconds=0.0)
    return channel.hand_off(row.message, row.idempotency_key, ours=claimed.ours)


# --- the claim ----------------------------------------------------------------------------------------------------


def _claim(
    engine: Engine,
    names: Sequence[str],
    summary: Summary,
    *,
    now: datetime,
    limits: Limits,
    keys: Keyring,
    policy: ReleasePolicy,
    size: int,
) -> _Claimed:
    """Move due rows to `sending` with their attempts, or hold or cancel them; one transaction."""
    owner, began = new_owner(), time.monotonic()
    taken: list[Row[Any]] = []
    with write(engine) as connection:
        for row in connection.execute(_due_rows(connection, names, now, size)).all():
            verdict = check(connection, row, now=now, keys=keys, policy=policy)
            if isinstance(verdict, Hold):
                hold_back(connection, row, verdict, now=now)
                summary.held += 1
            elif isinstance(verdict, Cancel):
                take_back(connection, row, verdict, now=now)
                summary.cancelled += 1
            else:
                taken.append(_start(connection, row, owner, limits.lease_seconds, now))
        crashpoint("release.before_claim_commit")
    crashpoint("release.sending")
    return _Claimed(owner, taken, began + limits.lease_seconds)


def _due_rows(
    connection: Connection, names: Sequence[str], now: datetime, size: int, *, others: bool = False
) -> Select[Any]:
    """Due handoffs with their keys. PostgreSQL locks their drafts with them, so that no decision comes between, and
    skips a draft that somebody is deciding about right now."""
    named = handoffs.c.channel.not_in(names) if others else handoffs.c.channel.in_(names)
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
    values: dict[str, Any] = {"owner": owner, "lease_until": db_now(lease)}
    values |= {"fence": row.fence + 1, "attempts": row.attempts + 1}
    codes = {"attempt": row.attempts + 1}
    values |= {"retry_at": None, "reason": None}
    move_handoff(connection, row, HandoffState.SENDING, SYSTEM, now=now, codes=codes, **values)
    start_attempt(connection, row, owner=owner, fence=row.fence + 1, now=now)
    return connection.execute(_with_key().where(handoffs.c.id == row.id)).one()


def _hold_orphans(engine: Engine, names: Sequence[str], *, now: datetime, size: int) -> int:
    """Messages whose channel is not configured (any more) wait and say so."""
    with write(engine) as connection:
        rows = connection.execute(_due_rows(connection, names, now, size, others=True)).all()
        for row in rows:
            hold_back(connection, row, Hold(now + PAUSE, f"the channel {row.channel} is not configured"), now=now)
        crashpoint("release.before_orphans_commit")
    crashpoint("release.after_orphans")
    return len(rows)


# --- outcomes -----------------------------------------------------------------------------------------------------


def _settle_all(
    engine: Engine,
    claimed: _Claimed,
    answers: Sequence[tuple[Row[Any], Answer]],
    summary: Summary,
    *,
    now: datetime,
    limits: Limits,
) -> None:
    """Write what the channel said, all in one transaction; a row that is no longer ours is left to its owner."""
    if not answers:
        return
    crashpoint("release.before_outcomes")
    with write(engine) as connection:
        for row, answer in sorted(answers, key=lambda pair: int(pair[0].draft_id)):
            summary.count(_settle(connection, claimed.owner, row, answer, now=now, limits=limits))
        crashpoint("release.before_outcomes_commit")
    crashpoint("release.after_outcomes")


def _settle(
    connection: Connection, owner: str, row: Row[Any], answer: Answer, *, now: datetime, limits: Limits
) -> Done:
    draft = lock(connection, row.draft_id)
    ours = select(handoffs.c.id).where(
        handoffs.c.id == row.id, handoffs.c.owner == owner, handoffs.c.fence == row.fence
    )
    still = connection.scalar(ours.with_for_update() if is_postgres(connection) else ours)
    if draft is None or still is None:
        return "lost"
    return settle(connection, draft, row, answer, SYSTEM, now=now, attempts=limits.attempts)


# --- after a crash ------------------------------------------------------------------------------------------------


def recover(
    engine: Engine, *, now: datetime, limits: Limits, channels: Mapping[str, Channel], limit: int = 50
) -> Summary:
    """Settle `sending` rows whose lease has ended: by a look where the channel can, else they are in doubt."""
    summary = Summary()
    claimed = _claim_abandoned(engine, limits.lease_seconds, limit)
    answers = [(row, _looked(channels.get(row.channel), row.idempotency_key)) for row in claimed.rows]
    _settle_all(engine, claimed, answers, summary, now=now, limits=limits)
    return summary


def _looked(channel: Channel | None, key: str) -> Answer:
    if channel is None or not channel.decides:
        return InDoubt("the process ended while it was handing this off")
    try:
        return channel.look(key) or Later("the process ended before the channel had it", seconds=0.0)
    except OSError as error:
        return InDoubt(f"the process ended while it was handing this off, and a look failed: {error}")


def _claim_abandoned(engine: Engine, lease: float, limit: int) -> _Claimed:
    owner, began = new_owner(), time.monotonic()
    abandoned = select(handoffs.c.id).where(handoffs.c.state == HandoffState.SENDING, handoffs.c.lease_until < db_now())
    abandoned = abandoned.order_by(handoffs.c.id).limit(limit)
    with write(engine) as connection:
        query = abandoned.with_for_update(skip_locked=True) if is_postgres(connection) else abandoned
        ids = connection.scalars(query).all()
        if ids:
            values = {"owner": owner, "lease_until": db_now(lease), "fence": handoffs.c.fence + 1}
            connection.execute(update(handoffs).where(handoffs.c.id.in_(ids)).values(values))
        rows = connection.execute(_with_key().where(handoffs.c.id.in_(ids))).all()
        crashpoint("release.before_recovery_commit")
    crashpoint("release.recovering")
    return _Claimed(owner, rows, began + lease)
