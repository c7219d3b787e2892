"""The index of account names that a process keeps, brought up to date by what changed and not built anew.

Whoever was given a resolver goes on with it undisturbed: a change makes another one beside it.
"""

from __future__ import annotations

from sqlalchemy import Connection

from campaigns.index import AccountIndex
from campaigns.match import IndexResolver
from campaigns.workspace import Account
from overture.db import people
from overture.db.account_changes import Marks, Taught, changed_since, colleagues, marks, taught

_MOST_EDITS = 0.2  # of all accounts; beyond that, building anew is cheaper than what the edits cost every look-up
_FEW = 1_000


class KnownAccounts:
    """Gives the resolver of this moment. Not for several threads at once: the caller holds a lock."""

    def __init__(self) -> None:
        self._index: AccountIndex | None = None
        self._resolver: IndexResolver | None = None
        self._marks = Marks()
        self._learned: Taught = frozenset()
        self._never: Taught = frozenset()
        self.built = 0  # how often everything was indexed

    def resolver(self, connection: Connection) -> IndexResolver:
        """Knows every account, taught name and never-match that the connection can see."""
        now = marks(connection)
        if self._resolver is None or now != self._marks:
            self._index = self._build(connection) if self._index is None else self._changed(connection, self._index)
            self._resolver, self._marks = IndexResolver(self._index), now
        return self._resolver

    def _build(self, connection: Connection) -> AccountIndex:
        self.built += 1
        self._learned, self._never = taught(connection)
        accounts = people.load(connection, Account)
        index = AccountIndex.build(accounts, learned=sorted(self._learned), never=sorted(self._never))
        for account_id, names in colleagues(connection).items():
            index.meet(account_id, names)
        return index

    def _changed(self, connection: Connection, index: AccountIndex) -> AccountIndex:
        changed, gone = changed_since(connection, self._marks.revision)
        if index.edits + len(changed) + len(gone) > max(_FEW, _MOST_EDITS * len(index)):
            return self._build(connection)
        new = index.branch()
        for account_id in gone:
            new.remove(account_id)
        for account in changed:
            if new.get(account.id) != account:
                new.add(account)
        met = colleagues(connection, among=[account.id for account in changed])
        for account in changed:
            new.meet(account.id, met.get(account.id, ()))
        self._take_lessons(connection, new)
        return new

    def _take_lessons(self, connection: Connection, index: AccountIndex) -> None:
        learned, never = taught(connection)
        for name, account_id in sorted(self._learned - learned):
            index.unlearn(name, account_id)
        for name, account_id in sorted(learned - self._learned):
            index.learn(name, account_id)
        for name, account_id in sorted(self._never - never):
            index.allow(name, account_id)
        for name, account_id in sorted(never - self._never):
            index.forbid(name, account_id)
        self._learned, self._never = learned, never
