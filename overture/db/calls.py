"""What people decide about calls: handed over, put off, or answered. The newest that is not undone holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from campaigns.people.calls import CallInstead
from campaigns.workspace import Concern
from overture.db import people_heard
from overture.db.audit import Act, Actor, record
from overture.db.engine import lock_names, locking
from overture.db.people_find import Unclear, find_teammate
from overture.db.secret import Keyring
from overture.db.tables import accounts, call_acts, contacts, teammates, users
from overture.db.views_calls import STANDS, calls_that_wait

LONGEST = STANDS.days  # a call that nobody makes for so long is no news any more
_LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why nothing was done, in words for people; `place` is the field that is to be mended, if one is."""

    message: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, by its number, so that it can be undone; `concern_id` where an answer was written down."""

    id: int
    concern_id: str | None = None


def hand_over(
    connection: Connection, contact_id: str, to: str, why: str | None, by: Actor, *, keys: Keyring, now: datetime
) -> Decided | Wrong:
    """Give the call to the one of us with this id, address or name."""
    call = _waiting(connection, contact_id, keys, now)
    if isinstance(call, Wrong):
        return call
    mate = find_teammate(connection, to) if to.strip() else Unclear("say who calls instead")
    if isinstance(mate, Unclear):
        return Wrong(mate.message, "to")
    if call.teammate is not None and call.teammate.id == mate.id:
        return Wrong(f"{mate.name} calls already", "to")
    return _note(
        connection, contact_id, by, now, kind="handed_over", teammate_id=mate.id, why=(why or "").strip() or None
    )


def snooze(
    connection: Connection, contact_id: str, until: date | None, by: Actor, *, keys: Keyring, now: datetime
) -> Decided | Wrong:
    """Put the call off till this day, on which it is listed again."""
    call = _waiting(connection, contact_id, keys, now)
    if isinstance(call, Wrong):
        return call
    if until is None or not timedelta(0) < until - now.date() <= timedelta(days=LONGEST):
        return Wrong(f"say a day from tomorrow on, {LONGEST} days ahead at most", "until")
    return _note(connection, contact_id, by, now, kind="snoozed", until=until)


def answered(connection: Connection, concern: Concern, by: Actor, *, keys: Keyring, now: datetime) -> Decided | Wrong:
    """The call was made, and this is what they said: written down as heard, and the call is settled."""
    call = _waiting(connection, concern.contact_id, keys, now)
    if isinstance(call, Wrong):
        return call
    noted = people_heard.hear(connection, concern, by, now=now)
    wrote = None if noted.known else concern.id
    return _note(connection, concern.contact_id, by, now, kind="answered", concern_id=wrote)


def undo(
    connection: Connection, contact_id: str, by: Actor, *, now: datetime, only: int | None = None
) -> Decided | Wrong:
    """Take back the newest decision about this contact's call, or only that one where its number is given; an answer
    that it wrote down is taken back with it."""
    c = call_acts.c
    query: Select[Any] = select(call_acts).where(c.contact_id == contact_id, c.undone_at.is_(None))
    query = query.order_by(c.id.desc()).limit(1)
    row = connection.execute(locking(connection, query)).one_or_none()
    if row is None or (only is not None and row.id != only):
        return Wrong("this was undone already" if row is None else "something else was decided since")
    connection.execute(update(call_acts).where(c.id == row.id).values(undone_at=now, undone_by=by.id))
    record(
        connection, by, [Act(f"call.{row.kind}", "contact", contact_id, codes={"act": row.id, "undone": True})], now=now
    )
    if row.concern_id:
        people_heard.take_back(connection, row.concern_id, by, now=now)
    return Decided(row.id, row.concern_id)


def decided_lately(connection: Connection, *, now: datetime) -> list[Row[Any]]:
    """What was decided in the last days and can be undone, the newest first; one for each contact."""
    c = call_acts.c
    query = (
        select(
            call_acts,
            contacts.c.name.label("contact"),
            accounts.c.name.label("account"),
            accounts.c.id.label("account_id"),
        )
        .add_columns(teammates.c.name.label("teammate"), func.coalesce(users.c.name, c.by).label("by_name"))
        .join(contacts, contacts.c.id == c.contact_id)
        .join(accounts, accounts.c.id == contacts.c.account_id)
        .outerjoin(teammates, teammates.c.id == c.teammate_id)
        .outerjoin(users, users.c.id == c.by)
        .where(c.undone_at.is_(None), c.at > now - _LATELY)
    )
    newest: dict[str, Row[Any]] = {}
    for row in connection.execute(query.order_by(c.id.desc())):
        newest.setdefault(row.contact_id, row)
    return list(newest.values())


def _waiting(connection: Connection, contact_id: str, keys: Keyring, now: datetime) -> CallInstead | Wrong:
    """The call, for the caller alone until it has decided: of two who answer at once, the second finds it settled."""
    lock_names(connection, [f"call {contact_id}"])
    firm = connection.scalar(select(contacts.c.account_id).where(contacts.c.id == contact_id))
    waiting = calls_that_wait(connection, keys=keys, now=now, put_off=True, at=firm) if firm else []
    return next((one for one in waiting if one.contact.id == contact_id), Wrong("nobody has to call them any more"))


def _note(connection: Connection, contact_id: str, by: Actor, now: datetime, **values: Any) -> Decided:
    row = {"contact_id": contact_id, "by": by.id, "at": now, **values}
    made = int(connection.execute(insert(call_acts).returning(call_acts.c.id), row).scalar_one())
    codes = {"act": made, "to": values.get("teammate_id"), "until": str(values["until"]) if "until" in values else None}
    told = {name: value for name, value in codes.items() if value is not None}
    record(connection, by, [Act(f"call.{values['kind']}", "contact", contact_id, codes=told)], now=now)
    return Decided(made, values.get("concern_id"))
