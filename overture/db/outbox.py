"""The release stage: what is held and due is checked once more, then handed to its channel, at most once.

    held -claim, all checks, attempt row, commit-> sending -channel-> handed_off | failed | uncertain | held

The attempt is committed before the channel is touched. After a crash the lease of a `sending` row ends, and
`recover` decides: a channel that can look says whether the message was taken; for any other it stays in doubt, and a
person decides. Rows of a channel that cannot look are claimed one by one, so a crash leaves one doubt at most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from overture.crashpoints import crashpoint
from overture.db.audit import SYSTEM
from overture.db.decide_base import lock
from overture.db.engine import locking, write
from overture.db.outbox_check import Candidate, Hold, ReleasePolicy
from overture.db.outbox_claim import Claimed, claim, claim_abandoned, hold_orphans
from overture.db.outbox_outcome import Done, settle
from overture.db.outbox_resolve import Resolved, Verdict, give_up, resolve_uncertain, retry_failed
from overture.db.secret import Keyring
from overture.db.tables import handoffs
from overture.handoff.channels import Answer, Channel, InDoubt, Later
from triggers.limits import Limits

__all__ = [
    "Candidate",
    "Hold",
    "ReleasePolicy",
    "Resolved",
    "Summary",
    "Verdict",
    "give_up",
    "recover",
    "release_due",
    "resolve_uncertain",
    "retry_failed",
]

Answers = Sequence[tuple[Row[Any], Answer]]


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
    summary.held += hold_orphans(engine, sorted(channels), now=now, size=limit)

    def one_pass(names: Sequence[str], size: int) -> int:
        """One claim and its messages; how many rows it moved."""
        claimed = claim(engine, names, now=now, lease=limits.lease_seconds, keys=keys, policy=policy, size=size)
        summary.held += claimed.held
        summary.cancelled += claimed.cancelled
        answers = [(row, _hand_off(channels[row.channel], row, claimed)) for row in claimed.rows]
        _settle_all(engine, claimed, answers, summary, now=now, limits=limits)
        return len(claimed.rows) + claimed.held + claimed.cancelled

    sure = sorted(name for name, channel in channels.items() if channel.decides)
    unsure = sorted(channels.keys() - sure)
    if sure:
        one_pass(sure, limit)
    for _ in range(limit if unsure else 0):
        if not one_pass(unsure, 1):
            break
    return summary


def recover(
    engine: Engine, *, now: datetime, limits: Limits, channels: Mapping[str, Channel], limit: int = 50
) -> Summary:
    """Settle `sending` rows whose lease has ended: by a look where the channel can, else they are in doubt."""
    summary = Summary()
    claimed = claim_abandoned(engine, lease=limits.lease_seconds, size=limit)
    answers = [(row, _looked(channels.get(row.channel), row.idempotency_key)) for row in claimed.rows]
    _settle_all(engine, claimed, answers, summary, now=now, limits=limits)
    return summary


def _hand_off(channel: Channel, row: Row[Any], claimed: Claimed) -> Answer:
    if not claimed.ours():
        return Later("the lease ended before its turn", seconds=0.0)
    return channel.hand_off(row.message, row.idempotency_key, ours=claimed.ours)


def _looked(channel: Channel | None, key: str) -> Answer:
    if channel is None or not channel.decides:
        return InDoubt("the process ended while it was handing this off")
    try:
        return channel.look(key) or Later("the process ended before the channel had it", seconds=0.0)
    except OSError as error:
        return InDoubt(f"the process ended while it was handing this off, and a look failed: {error}")


def _settle_all(
    engine: Engine, claimed: Claimed, answers: Answers, summary: Summary, *, now: datetime, limits: Limits
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
    still = connection.scalar(locking(connection, ours))
    if draft is None or still is None:
        return "lost"
    return settle(connection, draft, row, answer, SYSTEM, now=now, attempts=limits.attempts)
