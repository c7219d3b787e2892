"""Whom the form "What I heard" offers: people of one account, else those with whom somebody was in touch last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from overture.db.tables import accounts, contacts, teammates, ties
from overture.db.views_line import records

Record = Mapping[str, Any]
_MOST = 200


def people_to_name(connection: Connection, account_id: str | None) -> tuple[Record, ...]:
    columns = (contacts.c.id, contacts.c.name, accounts.c.name.label("account"), contacts.c.role)
    named = (
        select(*columns).join(accounts, accounts.c.id == contacts.c.account_id).where(contacts.c.retired_at.is_(None))
    )
    if account_id:
        return records(
            connection, named.where(contacts.c.account_id == account_id).order_by(contacts.c.name).limit(_MOST)
        )
    lately = (
        select(ties.c.contact_id).where(ties.c.retired_at.is_(None))
        .order_by(ties.c.last_touch.desc().nulls_last(), ties.c.id).limit(_MOST)
    )  # fmt: skip
    return records(connection, named.where(contacts.c.id.in_(lately)).order_by(contacts.c.name))


def our_people(connection: Connection) -> tuple[Record, ...]:
    query = select(teammates.c.id, teammates.c.name).where(teammates.c.retired_at.is_(None))
    return records(connection, query.order_by(teammates.c.name))


def account_named(connection: Connection, account_id: str) -> Record | None:
    columns = (accounts.c.id, accounts.c.name, accounts.c.lifecycle, accounts.c.why_they_care, accounts.c.why_asked_on)
    found = records(connection, select(*columns).where(accounts.c.id == account_id))
    return found[0] if found else None
