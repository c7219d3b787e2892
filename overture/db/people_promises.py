"""The ledger of promises in the database: those that messages made, and those that were made before or beside them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from campaigns.people.ledger import PromiseRefused, PromiseState, owed_first, settle
from overture.db import withdrawn
from overture.db.audit import Act, Actor, record
from overture.db.engine import locking
from overture.db.tables import accounts, contacts, nos, promises_made, teammates

_STILL_NEWS = timedelta(days=60)  # how far back events are asked about again


@dataclass(frozen=True, slots=True)
class MadePromise:
    """A promise that no message of ours made: in a talk, or before we kept a ledger."""

    account_id: str
    text: str
    made_on: date
    due_on: date | None = None
    contact_id: str | None = None
    made_by: str | None = None  # teammate id
    promise_id: str | None = None  # of the catalogue


def add_promise(connection: Connection, promise: MadePromise, actor: Actor, *, now: datetime) -> int:
    """Write it down; the same words to the same account on the same day are the same promise."""
    at = datetime.combine(promise.made_on, time(12), now.tzinfo)
    p = promises_made.c
    same = select(p.id).where(p.account_id == promise.account_id, p.text == promise.text, p.made_at == at)
    known = connection.scalar(same)
    if known is not None:
        return int(known)
    row = {
        "account_id": promise.account_id,
        "contact_id": promise.contact_id,
        "promise_id": promise.promise_id,
        "text": promise.text,
        "made_by": promise.made_by,
        "made_at": at,
        "due_on": promise.due_on,
        "state": PromiseState.MADE.value,
    }
    made = int(connection.execute(insert(promises_made).returning(p.id), row).scalar_one())
    codes = {"account": promise.account_id, "due": promise.due_on.isoformat() if promise.due_on else None}
    record(connection, actor, [Act("promise.made", "promise", str(made), None, PromiseState.MADE, codes)], now=now)
    return made


def settle_promise(
    connection: Connection, promise_id: int, to: PromiseState, evidence: str | None, actor: Actor, *, now: datetime
) -> dict[str, Any] | PromiseRefused:
    """Settle one promise with its evidence; gives its row as it stands then. What it decided is asked again."""
    query: Select[Any] = select(promises_made).where(promises_made.c.id == promise_id)
    row = connection.execute(locking(connection, query)).one_or_none()
    if row is None:
        return PromiseRefused(f"there is no promise {promise_id}")
    refused = settle(PromiseState(row.state), to, evidence)
    if refused is not None:
        return refused
    values = {"state": to.value, "settled_on": now.date(), "evidence": (evidence or "").strip()}
    connection.execute(update(promises_made).where(promises_made.c.id == promise_id).values(values))
    record(connection, actor, [Act("promise.settled", "promise", str(promise_id), row.state, to)], now=now)
    withdrawn.mark(connection, [f"owed:{promise_id}"], now=now)
    _wake(connection, row.account_id, "nothing_owed" if to is PromiseState.BROKEN else "promise_overdue", now)
    return list_promises(connection, today=now.date(), only=[promise_id])[0]


def _wake(connection: Connection, account_id: str, rule: str, now: datetime) -> None:
    """Events that this rule said no to lately are looked at again today."""
    waits = (nos.c.account_id == account_id) & (nos.c.rule == rule) & (nos.c.said_at > now - _STILL_NEWS)
    connection.execute(update(nos).where(waits).values(revisit_on=now.date(), revisited_at=None))


def list_promises(
    connection: Connection,
    *,
    today: date,
    account_id: str | None = None,
    states: Collection[str] = (),
    only: Collection[int] = (),
) -> list[dict[str, Any]]:
    """Promises as people read them, what is owed first; `states` knows `overdue`, too."""
    p, a, c, t = promises_made.c, accounts.c, contacts.c, teammates.c
    query = (
        select(
            p.id, a.name.label("account"), p.account_id, c.name.label("contact"), p.contact_id, p.promise_id, p.text,
            p.state, p.due_on, p.made_at, t.name.label("made_by"), p.settled_on, p.evidence, p.draft_id,
        )
        .join(accounts, a.id == p.account_id)
        .outerjoin(contacts, c.id == p.contact_id)
        .outerjoin(teammates, t.id == p.made_by)
    )  # fmt: skip
    if account_id is not None:
        query = query.where(p.account_id == account_id)
    if only:
        query = query.where(p.id.in_(sorted(only)))
    shown = owed_first((dict(row._mapping) for row in connection.execute(query.order_by(p.id))), today)
    return [row for row in shown if not states or row["state"] in states]
