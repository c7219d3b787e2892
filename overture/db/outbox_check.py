"""The last check before a message leaves, inside the claim: what may go, what waits, what is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, update

from campaigns.review import DraftState, HandoffState, Refused, is_fresh
from overture.db.audit import SYSTEM
from overture.db.decide_base import lock
from overture.db.decide_moves import back_to_pending, cancel, move, move_handoff
from overture.db.decide_party import Party, hashes_of, may_write, party
from overture.db.event_now import trouble_with
from overture.db.secret import Keyring
from overture.db.tables import drafts, handoffs

PAUSE = timedelta(minutes=1)  # how soon a message asks again when the kill switch is on or its channel is missing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A message that is due, as the hooks see it."""

    handoff_id: int
    draft_id: int
    campaign: str
    account_id: str
    contact_id: str
    sender_id: str
    channel: str


@dataclass(frozen=True, slots=True)
class Hold:
    """Not now: look again at `until`."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Cancel:
    """Not any more. An expired draft stays closed; any other goes back to the queue."""

    reason: str
    expired: bool = False


Quiet = Callable[[Candidate, datetime], Hold | None]
Caps = Callable[[Connection, Candidate, datetime], Hold | None]


def never_quiet(_candidate: Candidate, _now: datetime) -> Hold | None:
    return None


def no_caps(_connection: Connection, _candidate: Candidate, _now: datetime) -> Hold | None:
    return None


@dataclass(frozen=True, slots=True)
class ReleasePolicy:
    """The hooks of the claim. `caps` sees, in its connection, the messages that this very claim let go before."""

    paused: bool = False  # the kill switch
    quiet: Quiet = never_quiet
    caps: Caps = no_caps


def check(
    connection: Connection, row: Row[Any], *, now: datetime, keys: Keyring, policy: ReleasePolicy
) -> Hold | Cancel | None:
    """None: it may go. `row` is a handoff with the columns of `draft_columns`."""
    if row.draft_state != DraftState.APPROVED:
        return Cancel("the draft is not approved any more")
    if not is_fresh(row.good_until, now):
        return Cancel("stale", expired=True)
    trouble = trouble_with(connection, row.draft_id)
    if trouble == "denied":
        return Cancel("the report was denied")
    if trouble == "news":
        return Hold(now + PAUSE, "news of the event came in")
    both = party(connection, row)
    refused = both if isinstance(both, Refused) else may_write(connection, both, keys)
    if refused:
        return Cancel(refused.refusal)
    if isinstance(both, Party) and (moved := _moved(row, both, keys)):
        return Cancel(moved)
    if policy.paused:
        return Hold(now + PAUSE, "paused")
    candidate = Candidate(
        row.id, row.draft_id, row.campaign, row.account_id, row.contact_id, row.sender_id, row.channel
    )
    return policy.quiet(candidate, now) or policy.caps(connection, candidate, now)


def _moved(row: Row[Any], both: Party, keys: Keyring) -> str | None:
    """The frozen bytes go where the contact was at approval; what was judged here is where the contact is now."""
    current = hashes_of(keys, both.contact)
    if (current["address_key"], current["domain_key"]) != (row.address_key, row.domain_key):
        return "the address changed"
    return None if current["account_key"] == row.account_key else "the contact is at another account"


def draft_columns() -> tuple[ColumnElement[Any], ...]:
    """What the check reads of the draft, to be selected beside the handoff's own columns."""
    return (drafts.c.state.label("draft_state"), drafts.c.good_until, drafts.c.campaign)


def hold_back(connection: Connection, row: Row[Any], hold: Hold, *, now: datetime) -> None:
    """Still held, later. The audit log tells it once per reason, or a long pause would fill it."""
    if row.reason == hold.reason:
        connection.execute(update(handoffs).where(handoffs.c.id == row.id).values(run_at=hold.until))
        return
    codes = {"reason": hold.reason, "until": hold.until.isoformat()}
    values = {"reason": hold.reason, "run_at": hold.until}
    move_handoff(connection, row, HandoffState.HELD, SYSTEM, now=now, codes=codes, **values)


def take_back(connection: Connection, row: Row[Any], verdict: Cancel, *, now: datetime) -> None:
    """The message does not leave; its draft expires with its trigger, or waits to be read again."""
    draft = lock(connection, row.draft_id)
    cancel(connection, row, SYSTEM, reason=verdict.reason, now=now)
    if draft is None or draft.state != DraftState.APPROVED:
        return
    if verdict.expired:
        closed = {"decided_at": now, "decided_by": SYSTEM.id, "run_at": None}
        move(connection, draft, DraftState.EXPIRED, SYSTEM, now=now, codes={"cause": "release"}, **closed)
        return
    back_to_pending(connection, draft, SYSTEM, cause="release", note=verdict.reason, now=now)
