"""Approval: the one door to the outbox.

In one transaction: the draft moves, the approval names version and hash, the handoff gets its frozen bytes, key and
Message-ID, and a promise that the text makes goes to the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, insert, select, update

from campaigns.letter import address_of
from campaigns.review import DraftState, HandoffState, Refusal, Refused, is_fresh
from campaigns.workspace import OurCompany
from overture.db.audit import Act, Actor, record
from overture.db.decide_base import (
    Note,
    Shown,
    approved_as_shown,
    changed_since,
    decide,
    decided_before,
    find,
    lock,
    not_as_shown,
    unknown,
)
from overture.db.decide_edit import renew
from overture.db.decide_moves import Draft, move, version_of
from overture.db.decide_party import Party, hashes_of, may_write, party
from overture.db.event_now import trouble_with
from overture.db.secret import Keyring
from overture.db.stop_list import token_of
from overture.db.tables import approvals, draft_versions, handoffs, promises_made
from overture.handoff.message import MessageError, build
from overture.handoff.unsubscribe import Unsubscribe

FILED_ONLY = frozenset({"eml", "imap"})  # a person still sends it, so mail programs open it as a draft


@dataclass(frozen=True, slots=True)
class OutboxPolicy:
    """What the workspace says about approved messages."""

    company: OurCompany
    hold: timedelta = timedelta(minutes=10)
    channel: str = "eml"  # unless the sender has one
    holds: Mapping[str, timedelta] = field(default_factory=dict)  # by campaign
    four_eyes: bool = False  # who edited the text last may not approve it
    bulk: int = 20  # drafts that one bulk approval takes
    pages: str | None = None  # where readers reach this installation, if anywhere: with https, one click unsubscribes

    def hold_of(self, campaign: str) -> timedelta:
        return self.holds.get(campaign, self.hold)


@dataclass(frozen=True, slots=True)
class Approved:
    approval_id: int
    handoff_id: int
    release_at: datetime  # nothing leaves before; until then it can be undone


def approve(
    engine: Engine, shown: Shown, actor: Actor, *, now: datetime, outbox: OutboxPolicy, keys: Keyring,
    beside: Note | None = None,
) -> Approved | Refused:  # fmt: skip
    """Approve the very text that was shown. Where signature, address or company changed since the draft was made,
    the draft gets a new version and the answer is STALE: the person reads again what the reader will get."""

    def act(connection: Connection) -> Approved | Refused:
        draft = lock(connection, shown.draft_id)
        refused = _refused_as_it_stands(connection, draft, shown, actor)
        if refused or draft is None:
            return refused or unknown()
        both = party(connection, draft)
        if isinstance(both, Refused):
            return both
        refused = _forbidden(connection, draft, actor, outbox, now) or may_write(connection, both, keys)
        if refused:
            return refused
        if renew(connection, draft, both, company=outbox.company, keys=keys, now=now):
            return changed_since(connection, find(connection, draft.id) or draft)
        return _seal(connection, draft, both, actor, now=now, outbox=outbox, keys=keys)

    return decide(engine, shown.draft_id, act, beside)


def _refused_as_it_stands(connection: Connection, draft: Draft | None, shown: Shown, actor: Actor) -> Refused | None:
    if draft is not None and draft.state in (DraftState.APPROVED, DraftState.DONE):
        return decided_before(connection, draft, own=approved_as_shown(connection, shown, actor))
    return not_as_shown(connection, draft, shown, {DraftState.PENDING})


def _forbidden(
    connection: Connection, draft: Draft, actor: Actor, outbox: OutboxPolicy, now: datetime
) -> Refused | None:
    version = version_of(connection, draft)
    trouble = trouble_with(connection, draft.id)
    if trouble == "denied":
        return Refused(Refusal.OBSTACLE, "What this draft speaks of was denied, or its date has moved.")
    if trouble == "news":
        words = "News of this event has just come in; the draft is being told anew, so read it again in a moment."
        return Refused(Refusal.STALE, words, version=draft.version)
    if draft.obstacles:
        codes = sorted({finding["code"] for finding in version.findings if finding["level"] == "error"})
        return Refused(Refusal.OBSTACLE, f"Findings forbid approval: {', '.join(codes) or draft.obstacles}.")
    if not outbox.company.postal_address.strip():
        return Refused(Refusal.OBSTACLE, "Every message needs our postal address: team.yaml has none.")
    if not is_fresh(draft.good_until, now):
        return Refused(Refusal.NOT_FRESH, f"This draft was good until {draft.good_until.isoformat()}.")
    if outbox.four_eyes and _last_editor(connection, draft) == actor.id:
        return Refused(Refusal.FOUR_EYES, "Somebody else has to approve a text that you edited.", by=actor.id)
    return None


def _last_editor(connection: Connection, draft: Draft) -> str | None:
    edits = select(draft_versions.c.author).where(
        draft_versions.c.draft_id == draft.id, draft_versions.c.cause == "edit"
    )
    return connection.scalar(edits.order_by(draft_versions.c.version.desc()).limit(1))


def _seal(
    connection: Connection,
    draft: Draft,
    both: Party,
    actor: Actor,
    *,
    now: datetime,
    outbox: OutboxPolicy,
    keys: Keyring,
) -> Approved | Refused:
    version = version_of(connection, draft)
    key = keys.digest("approval", f"{draft.id}/{draft.version}/{draft.content_hash}")[:32]
    host = (address_of(both.sender.email) or ("", "localhost"))[1]
    message_id = keys.message_id(key, host)
    channel = both.sender.channel or outbox.channel
    try:
        message = build(
            version.subject,
            version.body,
            to=both.contact,
            sender=both.sender,
            company=outbox.company,
            message_id=message_id,
            date=now,
            unsubscribe=Unsubscribe(both.sender.email, token_of(keys, draft.id), outbox.pages),
            unsent=channel in FILED_ONLY,
        )
    except MessageError as error:
        return Refused(Refusal.OBSTACLE, f"The message cannot be built: {error}.", version=draft.version)
    approval_id = _add_approval(connection, draft, actor, key, message_id, now)
    release_at = now + outbox.hold_of(draft.campaign)
    values = {"channel": channel, "release_at": release_at, "run_at": release_at, "message": message}
    handoff_id = _add_handoff(connection, draft, approval_id, values | hashes_of(keys, both.contact))
    _promise(connection, draft, version, now)
    codes = {"approval": approval_id, "hash": draft.content_hash}
    move(connection, draft, DraftState.APPROVED, actor, now=now, codes=codes, decided_at=now, decided_by=actor.id)
    held = Act("handoff.held", "handoff", str(handoff_id), None, HandoffState.HELD, {"approval": approval_id})
    record(connection, actor, [held], now=now)
    return Approved(approval_id, handoff_id, release_at)


def _add_approval(connection: Connection, draft: Draft, actor: Actor, key: str, message_id: str, now: datetime) -> int:
    made = connection.execute(
        insert(approvals).returning(approvals.c.id),
        {
            "draft_id": draft.id,
            "version": draft.version,
            "content_hash": draft.content_hash,
            "approved_by": actor.id,
            "approved_at": now,
            "idempotency_key": key,
            "message_id": message_id,
        },
    )
    return int(made.scalar_one())


def _add_handoff(connection: Connection, draft: Draft, approval_id: int, values: dict[str, Any]) -> int:
    made = connection.execute(
        insert(handoffs).returning(handoffs.c.id),
        {
            "approval_id": approval_id,
            "draft_id": draft.id,
            "version": draft.version,
            "content_hash": draft.content_hash,
            "state": HandoffState.HELD,
            "account_id": draft.account_id,
            "contact_id": draft.contact_id,
            "sender_id": draft.sender_id,
            **values,
        },
    )
    return int(made.scalar_one())


# --- the promise ledger -------------------------------------------------------------------------------------------


def _promise(connection: Connection, draft: Draft, version: Row[Any], now: datetime) -> None:
    """Note each promise that the text makes: by the segments that print one, not by what the brief could say."""
    due = version.brief.get("promise.due", {}).get("value")
    for promise_id, words in _promises_in(version.segments).items():
        row = {"text": words, "made_at": now, "due_on": _date(due), "state": "made", "settled_on": None}
        key = (promises_made.c.draft_id == draft.id) & (promises_made.c.promise_id == promise_id)
        if connection.scalar(select(promises_made.c.id).where(key)) is not None:
            connection.execute(update(promises_made).where(key).values(row))
            continue
        row |= {"promise_id": promise_id, "draft_id": draft.id}
        row |= {"account_id": draft.account_id, "contact_id": draft.contact_id}
        connection.execute(insert(promises_made), row)


def _promises_in(segments: list[dict[str, Any]]) -> dict[str, str]:
    """Promise id -> the words that make it."""
    found: dict[str, str] = {}
    for segment in segments:
        if not any(path.startswith("promise.") for path in segment["paths"]):
            continue
        for origin in segment["evidence"]:
            if origin.startswith("promise:"):
                promise_id = origin.split(":")[1]
                found[promise_id] = found.get(promise_id, "") + segment["text"]
    return found


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
