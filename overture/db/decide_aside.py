"""Reject and snooze. A reason that teaches leaves a row behind, which an undo takes back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, Engine, delete, func, select, update

from campaigns.names import fold
from campaigns.review import DraftState, Refusal, Refused, RejectReason, expires_at
from overture.db.audit import Actor
from overture.db.bulk import insert_new
from overture.db.decide_base import Shown, decide, lock, not_as_shown, unknown
from overture.db.decide_moves import Draft, move
from overture.db.stop_list import put_on_list
from overture.db.tables import contacts, drafts, matches, never_matches, suppressions

LEFT_ALONE = timedelta(days=90)  # an account, after `bad timing`

Effect = Literal["never_match", "suppressed_address"]
Successor = Literal["contact", "story"]

# These two ask for another draft about the same event; whoever writes drafts looks for rejected rows with one of
# these reasons whose `replaced_by` is empty.
SUCCESSORS: dict[RejectReason, Successor] = {
    RejectReason.WRONG_PERSON: "contact",
    RejectReason.WRONG_STORY: "story",
}


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
    engine: Engine, shown: Shown, reason: RejectReason, actor: Actor, *, now: datetime, comment: str | None = None
) -> Rejected | Refused:
    """Say no with a reason of the closed list. `other` needs a comment."""
    comment = (comment or "").strip() or None
    if reason is RejectReason.OTHER and comment is None:
        return Refused(Refusal.INCOMPLETE, "Say in a few words why.")

    def act(connection: Connection) -> Rejected | Refused:
        draft = lock(connection, shown.draft_id)
        refused = not_as_shown(connection, draft, shown, {DraftState.PENDING, DraftState.SNOOZED})
        if refused or draft is None:
            return refused or unknown()
        effects = _learn(connection, draft, reason, actor, now)
        values = {"reason": reason, "comment": comment, "decided_at": now, "decided_by": actor.id, "run_at": None}
        codes = {"reason": reason, "effects": list(effects)}
        move(connection, draft, DraftState.REJECTED, actor, now=now, codes=codes, **values)
        return Rejected(effects, SUCCESSORS.get(reason))

    return decide(engine, shown.draft_id, act)


def _learn(
    connection: Connection, draft: Draft, reason: RejectReason, actor: Actor, now: datetime
) -> tuple[Effect, ...]:
    if reason is RejectReason.WRONG_COMPANY:
        return _never_match(connection, draft, actor, now)
    if reason is RejectReason.DO_NOT_CONTACT:
        return _suppress(connection, draft, now)
    return ()


def _never_match(connection: Connection, draft: Draft, actor: Actor, now: datetime) -> tuple[Effect, ...]:
    """The words that were taken for this account never stand for it again."""
    form = connection.scalar(
        select(matches.c.form).where(matches.c.trigger_id == draft.trigger_id, matches.c.account_id == draft.account_id)
    )
    if not form or not fold(form):
        return ()
    row = {"account_id": draft.account_id, "folded": fold(form), "context": ""}
    row |= {"taught_by": actor.id, "taught_at": now}
    return ("never_match",) if insert_new(connection, never_matches, [row], returning="id") else ()


def _suppress(connection: Connection, draft: Draft, now: datetime) -> tuple[Effect, ...]:
    """The address goes on the list; a line that was lifted before is in force again."""
    contact = connection.execute(
        select(contacts.c.email, contacts.c.address_key).where(contacts.c.id == draft.contact_id)
    ).one_or_none()
    if contact is None or not contact.address_key:
        return ()
    added = put_on_list(
        connection, contact.address_key, contact.email, reason="rejected draft", origin="reject", now=now
    )
    return ("suppressed_address",) if added else ()


def left_alone(connection: Connection, account_ids: Collection[str], now: datetime) -> dict[str, date]:
    """Accounts where a draft was rejected for bad timing, and the day from which they may be written to again."""
    query = (
        select(drafts.c.account_id, func.max(drafts.c.decided_at))
        .where(drafts.c.account_id.in_(sorted(account_ids)), drafts.c.state == DraftState.REJECTED)
        .where(drafts.c.reason == RejectReason.BAD_TIMING, drafts.c.decided_at > now - LEFT_ALONE)
        .group_by(drafts.c.account_id)
    )
    return {account_id: (at + LEFT_ALONE).date() for account_id, at in connection.execute(query)}


def unlearn(connection: Connection, draft: Draft, actor: Actor, now: datetime) -> None:
    """Take back what this very rejection taught; lines that were there before stay."""
    if draft.reason == RejectReason.WRONG_COMPANY:
        connection.execute(
            delete(never_matches).where(
                never_matches.c.account_id == draft.account_id,
                never_matches.c.taught_by == draft.decided_by,
                never_matches.c.taught_at == draft.decided_at,
            )
        )
    if draft.reason == RejectReason.DO_NOT_CONTACT:
        address_key = select(contacts.c.address_key).where(contacts.c.id == draft.contact_id).scalar_subquery()
        connection.execute(
            update(suppressions)
            .where(
                suppressions.c.kind == "address",
                suppressions.c.value_hash == address_key,
                suppressions.c.origin == "reject",
                suppressions.c.since == draft.decided_at,
                suppressions.c.lifted_at.is_(None),
            )
            .values(lifted_at=now, lifted_by=actor.id)
        )


def snooze(
    engine: Engine, shown: Shown, until: datetime | None, actor: Actor, *, now: datetime, for_update: bool = False
) -> Snoozed | Refused:
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

    return decide(engine, shown.draft_id, act)
