"""What a person does with an event that was seen: call it none, take that back, say whose it is, ask once more."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select, update

from campaigns.names import fold
from overture.db.audit import Act, Actor, record
from overture.db.bulk import insert_new
from overture.db.claims import due_again
from overture.db.engine import locking
from overture.db.tables import account_names, accounts, drafts, triggers

_OPEN = ("pending", "snoozed", "approved")


def dismiss(connection: Connection, trigger_id: int, *, by: Actor, now: datetime) -> str | None:
    """This is no event. Nobody is asked about it any more, whoever else tells it. Gives an objection, or None."""
    row = locked(connection, trigger_id)
    if row is None or row.state == "merged":
        return "This event is not here any more."
    waiting = connection.scalar(
        select(drafts.c.id).where(drafts.c.trigger_id == trigger_id, drafts.c.state.in_(_OPEN)).limit(1)
    )
    if waiting:
        return f"Draft {waiting} tells of it: reject that draft as “not a buying trigger”, so that it is counted."
    _move(connection, row, "dismissed", "dismissed", by, now)
    return None


def ask_again(connection: Connection, trigger_id: int, *, by: Actor, now: datetime) -> str | None:
    """Match it and ask the campaigns as they are now, also after it was called none. Gives an objection, or None."""
    row = locked(connection, trigger_id)
    if row is None or row.state == "merged":
        return "This event is not here any more."
    _move(connection, row, "due", "asked_again", by, now)
    return None


def name_account(connection: Connection, trigger_id: int, words: str, *, by: Actor, now: datetime) -> str | None:
    """The company of this event is the account of this id, name or domain, here and from now on. Gives an objection,
    or None."""
    row = locked(connection, trigger_id)
    if row is None or row.state == "merged":
        return "This event is not here any more."
    found = _accounts(connection, words.strip())
    if len(found) != 1:
        several = ", ".join(one.id for one in found)
        return f"Several accounts are called so: {several}. Give the id." if found else f"No account is called {words}."
    taught = {"taught_by": by.id, "taught_at": now}
    name = {"account_id": found[0].id, "folded": fold(row.company), "form": row.company, **taught}
    insert_new(connection, account_names, [name], returning="id")
    _move(connection, row, "due", "account_named", by, now, account_id=found[0].id)
    return None


def _accounts(connection: Connection, words: str) -> list[Row[Any]]:
    lowered = words.lower()
    same = or_(accounts.c.id == words, func.lower(accounts.c.name) == lowered, accounts.c.domain == lowered)
    query = select(accounts.c.id).where(same).order_by(accounts.c.id).limit(6)
    return list(connection.execute(query)) if words else []


def locked(connection: Connection, trigger_id: int) -> Row[Any] | None:
    """The event, which nobody else changes until this transaction ends."""
    query = select(triggers).where(triggers.c.id == trigger_id)
    return connection.execute(locking(connection, query)).one_or_none()


def _move(
    connection: Connection, row: Row[Any], state: str, action: str, by: Actor, now: datetime, **more: Any
) -> None:
    values = {"state": state, "updated_at": now, **due_again(triggers, now), **more}
    connection.execute(update(triggers).where(triggers.c.id == row.id).values(**values))
    record(connection, by, [Act(action, "trigger", str(row.id), before=row.state, after=state)], now=now)
