"""What came of messages: replies, meetings, bounces, wishes to be left alone; told by people, later by machines."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, func, select, update

from campaigns.standing import Conversation
from overture.db.audit import Act, Actor, record
from overture.db.bulk import chunks, insert_new
from overture.db.stop_list import Origin, put_on_list
from overture.db.tables import accounts, contacts, drafts, outcomes

ANSWERS = ("replied", "meeting", "won")  # the contact spoke with us
_TALKING = timedelta(days=30)  # a conversation that nobody ended is over by itself
_STOPS: dict[str, tuple[Origin, str]] = {
    "bounced": ("bounce", "the address does not work"),
    "opted_out": ("opt_out", "asked to be left alone"),
    "complained": ("opt_out", "complained"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    kind: str  # one of `overture.db.tables.OUTCOMES`
    contact_id: str
    at: datetime
    draft_id: int | None = None
    note: str | None = None
    origin: str = "hand"
    external_id: str | None = None  # telling the same one twice is harmless


@dataclass(frozen=True, slots=True)
class NotedOutcome:
    """`first` unless it was known; `suppressed` where the address went on the list because of it."""

    id: int | None
    first: bool
    suppressed: bool = False


def told_on(day: date, now: datetime) -> datetime:
    """When on that day it happened, for all that its day says: at noon, and never later than now."""
    return min(now, datetime.combine(day, time(12), now.tzinfo))


def of_draft(connection: Connection, draft_id: int) -> str | None:
    """The contact that a draft is for."""
    return connection.scalar(select(drafts.c.contact_id).where(drafts.c.id == draft_id))


def note(connection: Connection, outcome: Outcome, actor: Actor, *, now: datetime) -> NotedOutcome:
    """Write it down. Who bounces, opts out or complains is not written to again."""
    contact = connection.execute(select(contacts).where(contacts.c.id == outcome.contact_id)).one()
    row = {
        "kind": outcome.kind,
        "account_id": contact.account_id,
        "contact_id": contact.id,
        "draft_id": outcome.draft_id,
        "at": outcome.at,
        "note": outcome.note,
        "origin": outcome.origin,
        "noted_by": actor.id,
        "external_id": outcome.external_id,
    }
    made = insert_new(connection, outcomes, [row], returning="id")
    if not made:
        return NotedOutcome(None, first=False)
    stopped = False
    if outcome.kind in _STOPS and contact.address_key:
        origin, reason = _STOPS[outcome.kind]
        stopped = put_on_list(connection, contact.address_key, contact.email, reason=reason, origin=origin, now=now)
    codes = {"kind": outcome.kind, "contact": contact.id, "draft": outcome.draft_id, "suppressed": stopped}
    record(connection, actor, [Act("outcome", "outcome", str(made[0]), codes=codes)], now=now)
    return NotedOutcome(int(made[0]), first=True, suppressed=stopped)


def end_conversation(connection: Connection, contact_id: str, actor: Actor, *, now: datetime) -> int:
    """The conversation with this contact is over; gives how many rows that closed."""
    still = (outcomes.c.contact_id == contact_id) & outcomes.c.ended_at.is_(None)
    closed = connection.execute(update(outcomes).where(still).values(ended_at=now)).rowcount
    if closed:
        record(connection, actor, [Act("conversation.ended", "contact", contact_id)], now=now)
    return int(closed)


def list_outcomes(connection: Connection, *, limit: int | None = None) -> list[dict[str, Any]]:
    """The latest first; no more than `limit`."""
    o = outcomes.c
    query = (
        select(
            o.id, o.kind, accounts.c.name.label("account"), o.account_id, contacts.c.name.label("contact"),
            o.contact_id, o.draft_id, o.at, o.note, o.origin, o.noted_by, o.ended_at,
        )
        .join(accounts, accounts.c.id == o.account_id)
        .join(contacts, contacts.c.id == o.contact_id)
        .order_by(o.at.desc(), o.id.desc())
    )  # fmt: skip
    return [dict(row._mapping) for row in connection.execute(query.limit(limit))]


def count_outcomes(connection: Connection) -> dict[str, int]:
    """How many of each kind, the most frequent first."""
    many, kind = func.count(), outcomes.c.kind
    rows = connection.execute(select(kind, many).group_by(kind).order_by(many.desc(), kind))
    return {row[0]: row[1] for row in rows}


# --- for fit ------------------------------------------------------------------------------------------------------


def conversations(connection: Connection, account_ids: Collection[str], now: datetime) -> dict[str, list[Conversation]]:
    """Who talks with us now, by account; the latest word first."""
    o = outcomes.c
    found: dict[str, list[Conversation]] = {}
    for chunk in chunks(sorted(account_ids), 5_000):
        query = (
            select(o.account_id, o.contact_id, func.max(o.at).label("since"))
            .where(o.account_id.in_(chunk), o.kind.in_(("replied", "meeting")), o.ended_at.is_(None))
            .where(o.at > now - _TALKING, o.at <= now)
            .group_by(o.account_id, o.contact_id)
        )
        for row in connection.execute(query):
            found.setdefault(row.account_id, []).append(Conversation(row.contact_id, row.since))
    return {id_: sorted(talks, key=lambda talk: talk.since, reverse=True) for id_, talks in found.items()}


def answered_at(connection: Connection, account_ids: Collection[str]) -> dict[str, datetime]:
    """Contact id -> when they last answered us."""
    o = outcomes.c
    found: dict[str, datetime] = {}
    for chunk in chunks(sorted(account_ids), 5_000):
        query = select(o.contact_id, func.max(o.at).label("at")).where(o.account_id.in_(chunk), o.kind.in_(ANSWERS))
        found.update({row.contact_id: row.at for row in connection.execute(query.group_by(o.contact_id))})
    return found
