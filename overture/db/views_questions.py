"""What tells the answers of open questions apart: the accounts offered, and people known but for their address. Reads
only.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from overture.db.tables import accounts, contacts
from overture.db.views_line import Record, records


def accounts_offered(connection: Connection, asked: Iterable[Record]) -> dict[str, Record]:
    """Name, domain and country of each account that one of these questions offers, by its id."""
    ids = {str(choice.get("account_id")) for question in asked for choice in question["choices"]}
    a = accounts.c
    found = records(connection, select(a.id, a.name, a.domain, a.country).where(a.id.in_(ids))) if ids else ()
    return {row["id"]: row for row in found}


def without_address(connection: Connection, asked: Iterable[Record]) -> dict[str, list[Record]]:
    """By account, whom we know there and cannot write to, since their address is missing."""
    ids, c = {question["account_id"] for question in asked}, contacts.c
    wanted = select(c.id, c.account_id, c.name, c.role, c.lawful_basis)
    there = wanted.where(c.account_id.in_(ids), c.retired_at.is_(None), c.email.is_(None)).order_by(c.name, c.id)
    found: dict[str, list[Record]] = {}
    for row in records(connection, there) if ids else ():
        found.setdefault(row["account_id"], []).append(row)
    return found
