"""Contacts and accounts as people name them: by id, by address or domain, or by a name that only one has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Table, func, or_, select

from overture.db.tables import accounts, contacts, teammates

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Unclear:
    """Nobody or several are called so; `message` says it and names them."""

    message: str


def find_contact(connection: Connection, text: str) -> Row[Any] | Unclear:
    """The contact in force with this id, address or name."""
    c = contacts.c
    named = or_(c.id == text, func.lower(c.email) == text.lower(), func.lower(c.name) == text.lower(), c.name == text)
    query = select(contacts, accounts.c.name.label("account")).join(accounts, accounts.c.id == c.account_id)
    rows = connection.execute(query.where(c.retired_at.is_(None), named).order_by(c.id).limit(_SHOWN)).all()
    return _one(rows, text, "contact") or _like(connection, text, contacts, "contact")


def find_account(connection: Connection, text: str) -> Row[Any] | Unclear:
    """The account in force with this id, domain or name."""
    a = accounts.c
    named = or_(a.id == text, func.lower(a.domain) == text.lower(), func.lower(a.name) == text.lower(), a.name == text)
    rows = connection.execute(select(accounts).where(a.retired_at.is_(None), named).order_by(a.id).limit(_SHOWN)).all()
    return _one(rows, text, "account") or _like(connection, text, accounts, "account")


def find_teammate(connection: Connection, text: str) -> Row[Any] | Unclear:
    """The one of us with this id, address or name."""
    t = teammates.c
    named = or_(t.id == text, func.lower(t.email) == text.lower(), func.lower(t.name) == text.lower(), t.name == text)
    rows = connection.execute(select(teammates).where(t.retired_at.is_(None), named).order_by(t.id)).all()
    return _one(rows, text, "teammate") or _like(connection, text, teammates, "teammate")


def _one(rows: Sequence[Row[Any]], text: str, what: str) -> Row[Any] | Unclear | None:
    if not rows:
        return None
    exact = [row for row in rows if row.id == text]
    if exact or len(rows) == 1:
        return (exact or rows)[0]
    return Unclear(f'"{text}" is more than one {what}: {_named(rows)}; write the id')


def _like(connection: Connection, text: str, table: Table, what: str) -> Unclear:
    """Nobody is called so: those whose name holds the words."""
    query = select(table.c.id, table.c.name).where(table.c.retired_at.is_(None))
    rows = connection.execute(query.where(table.c.name.icontains(text, autoescape=True)).limit(_SHOWN)).all()
    meant = f"; did you mean {_named(rows)}?" if rows else ""
    place = "domain" if table is accounts else "address"
    return Unclear(f'no {what} has the id, {place} or name "{text}"{meant}')


def _named(rows: Sequence[Any]) -> str:
    return ", ".join(f"{row.id} ({row.name})" for row in rows)
