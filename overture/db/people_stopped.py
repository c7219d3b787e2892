"""Who of the contacts that a page shows must not be written to: by address, by domain, or by account."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select, tuple_

from overture.db.bulk import chunks
from overture.db.secret import Keyring, domain_of, suffixes_of
from overture.db.tables import accounts, contacts, suppressions


def stopped_contacts(connection: Connection, contact_ids: Collection[str], *, keys: Keyring) -> frozenset[str]:
    """Ids of those for whom a line of the list is in force. The list is not read; only their own values are asked."""
    c, a = contacts.c, accounts.c
    by_key: dict[tuple[str, str], set[str]] = {}
    for chunk in chunks(sorted(contact_ids), 1_000):
        query = select(c.id, c.email, c.address_key, a.id.label("account"), a.domain).join(
            accounts, a.id == c.account_id
        )
        for row in connection.execute(query.where(c.id.in_(chunk))):
            for key in _keys(row.email, row.address_key, row.account, row.domain, keys):
                by_key.setdefault(key, set()).add(row.id)
    return frozenset(id_ for key in _listed(connection, by_key) for id_ in by_key[key])


def _keys(
    email: str | None, address_key: str | None, account: str, domain: str | None, keys: Keyring
) -> set[tuple[str, str]]:
    hosts = [*(suffixes_of(domain_of(email)) if email else []), *(suffixes_of(domain) if domain else [])]
    found = {("domain", keys.domain(host)) for host in hosts} | {("account", keys.account(account))}
    return found | ({("address", address_key)} if address_key else set())


def _listed(connection: Connection, wanted: Collection[tuple[str, str]]) -> list[tuple[str, str]]:
    s = suppressions.c
    found: list[tuple[str, str]] = []
    for chunk in chunks(sorted(wanted), 1_000):
        query = select(s.kind, s.value_hash).where(tuple_(s.kind, s.value_hash).in_(chunk), s.lifted_at.is_(None))
        found += [(kind, value) for kind, value in connection.execute(query)]
    return found
