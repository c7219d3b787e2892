"""Contacts as lists show them, by keyset, and whether somebody may be written to at all. Reads only."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from overture.db.tables import accounts, contacts
from overture.db.views_line import Record, records


def contact_list(
    connection: Connection, *, words: str | None, account_id: str | None, after: str | None, limit: int = 50
) -> tuple[Record, ...]:
    """Contacts in force by id, one more than `limit` where there are more."""
    c = contacts.c
    found = select(contacts, accounts.c.name.label("account")).join(accounts, accounts.c.id == c.account_id)
    found = found.where(c.retired_at.is_(None))
    if words:
        named = (c.name.icontains(words, autoescape=True), c.email.icontains(words, autoescape=True))
        found = found.where(or_(*named, c.role.icontains(words, autoescape=True)))
    if account_id:
        found = found.where(c.account_id == account_id)
    if after:
        found = found.where(c.id > after)
    return records(connection, found.order_by(c.id).limit(limit + 1))


def contact_one(connection: Connection, contact_id: str) -> Record | None:
    named = select(contacts, accounts.c.name.label("account")).join(accounts, accounts.c.id == contacts.c.account_id)
    found = records(connection, named.where(contacts.c.id == contact_id))
    return found[0] if found else None
