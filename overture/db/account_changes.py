"""What changed about accounts and about what people taught of their names, since a process last looked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from campaigns.workspace import Account
from overture.db import people
from overture.db.tables import account_names, accounts, never_matches

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


def taught(connection: Connection) -> tuple[Taught, Taught]:
    """What people taught: names that also stand for an account, and those that never do."""
    learned = connection.execute(select(account_names.c.form, account_names.c.account_id))
    never = connection.execute(select(never_matches.c.folded, never_matches.c.account_id))
    return frozenset((row[0], row[1]) for row in learned), frozenset((row[0], row[1]) for row in never)
