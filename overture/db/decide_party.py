"""Who writes to whom, and what forbids it now: the checks that approval and release have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, or_, select

from campaigns.letter import address_of, content_hash
from campaigns.review import Refusal, Refused
from campaigns.workspace import Account, Contact, LawfulBasis, OurCompany, Teammate
from overture.db.people import load
from overture.db.secret import Keyring, domain_of, suffixes_of
from overture.db.tables import suppressions


@dataclass(frozen=True, slots=True)
class Party:
    """The two ends of one letter."""

    contact: Contact
    sender: Teammate

    def hash_of(self, subject: str, body: str, company: OurCompany) -> str:
        return content_hash(subject, body, to=self.contact, sender=self.sender, company=company)


def party(connection: Connection, draft: Row[Any]) -> Party | Refused:
    """The draft's contact and sender as the files have them now."""
    contacts = load(connection, Contact, by="id", among=[draft.contact_id])
    senders = load(connection, Teammate, by="id", among=[draft.sender_id])
    if not contacts:
        return Refused(Refusal.NO_ADDRESS, "The contact is no longer among the contacts.")
    if not senders:
        return Refused(Refusal.NO_ADDRESS, "The sender is no longer in the team.")
    return Party(contacts[0], senders[0])


def may_write(connection: Connection, both: Party, keys: Keyring) -> Refused | None:
    """Refuse without an address, without a lawful basis, or where the do-not-contact list forbids it."""
    contact = both.contact
    if address_of(contact.email) is None:
        found = f"The address {contact.email!r} cannot be written to." if contact.email else "There is no address."
        return Refused(Refusal.NO_ADDRESS, found)
    if address_of(both.sender.email) is None:
        return Refused(Refusal.NO_ADDRESS, f"The sender's address {both.sender.email!r} cannot be used.")
    if contact.lawful_basis is LawfulBasis.NONE:
        return Refused(Refusal.NO_BASIS, "No lawful basis is recorded for writing to this contact.")
    if is_suppressed(connection, keys, contact):
        return Refused(Refusal.SUPPRESSED, "This contact is on the do-not-contact list.")
    return None


def hashes_of(keys: Keyring, contact: Contact) -> dict[str, str]:
    """What a handoff keeps, so that the gate can look up the list without any clear text."""
    email = contact.email or ""
    return {
        "address_key": keys.address(email),
        "domain_key": keys.domain(domain_of(email)),
        "account_key": keys.account(contact.account_id),
    }


def is_suppressed(connection: Connection, keys: Keyring, contact: Contact) -> bool:
    """As launch asks: a line for a domain also holds below it, and for whoever is at the account of that domain."""
    accounts = load(connection, Account, by="id", among=[contact.account_id])
    hosts = [domain_of(contact.email or ""), *(account.domain or "" for account in accounts)]
    hashes = {
        "address": [keys.address(contact.email or "")],
        "domain": [keys.domain(suffix) for host in hosts for suffix in suffixes_of(host)],
        "account": [keys.account(contact.account_id)],
    }
    listed = or_(
        *(and_(suppressions.c.kind == kind, suppressions.c.value_hash.in_(among)) for kind, among in hashes.items())
    )
    query = select(suppressions.c.id).where(listed, suppressions.c.lifted_at.is_(None)).limit(1)
    return connection.scalar(query) is not None
