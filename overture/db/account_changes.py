"""What changed about accounts and about what people taught of their names, since a process last looked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from campaigns.workspace import Account
from overture.db import people
from overture.db.bulk import chunks
from overture.db.tables import account_names, accounts, contacts, never_matches

Taught = frozenset[tuple[str, str]]  # (name, account id)


@dataclass(frozen=True, slots=True)
class Marks:
    """Cheap to ask, and different after every change."""

    revision: int = 0  # imports take turns, so a number stands for one of them
    names: tuple[int, int] = (0, 0)  # how many, and the newest id
    nevers: tuple[int, int] = (0, 0)


def marks(connection: Connection) -> Marks:
    revision = connection.scalar(select(func.max(accounts.c.revision))) or 0
    taught = [
        connection.execute(select(func.count(), func.coalesce(func.max(table.c.id), 0))).one()
        for table in (account_names, never_matches)
    ]
    names, nevers = ((row[0], row[1]) for row in taught)
    return Marks(revision, names, nevers)


def changed_since(connection: Connection, revision: int) -> tuple[list[Account], list[str]]:
    """Accounts that were changed after this number, and the ids of those that were retired."""
    query = select(accounts.c.id, accounts.c.retired_at).where(accounts.c.revision > revision)
    rows = connection.execute(query).all()
    gone = [row.id for row in rows if row.retired_at is not None]
    return people.load(connection, Account, by="id", among=[row.id for row in rows if row.retired_at is None]), gone


def colleagues(connection: Connection, among: Collection[str] | None = None) -> dict[str, list[str]]:
    """Account id -> the names of its contacts; of all accounts, or of those `among`."""
    query = select(contacts.c.account_id, contacts.c.name).where(contacts.c.retired_at.is_(None))
    found: dict[str, list[str]] = {}
    for part in [None] if among is None else chunks(sorted(among), 5_000):
        narrowed = query if part is None else query.where(contacts.c.account_id.in_(part))
        for row in connection.execute(narrowed.order_by(contacts.c.id)):
            found.setdefault(row.account_id, []).append(row.name)
    return found


def taught(connection: Connection) -> tuple[Taught, Taught]:
    """What people taught: names that also stand for an account, and those that never do."""
    learned = connection.execute(select(account_names.c.form, account_names.c.account_id))
    never = connection.execute(select(never_matches.c.folded, never_matches.c.account_id))
    return frozenset((row[0], row[1]) for row in learned), frozenset((row[0], row[1]) for row in never)
