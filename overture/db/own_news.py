"""A post of our own: whom it is for, as far as the database knows, and the events it makes, one per account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, select

from campaigns.people.readers import Reader, is_about, readers, stems
from campaigns.workspace import Concern, Contact, Interest, Tie
from overture.db.bulk import chunks
from overture.db.people import load
from overture.db.tables import accounts, contacts, interests, ties


def readers_of(connection: Connection, title: str, text: str, *, today: date) -> list[Reader]:
    """Contacts for whom the post is a reason to write; the database narrows them by topic and tie, since topics are
    few and contacts are many."""
    words = stems(f"{title} {text}")
    topics = [topic for topic in _topics(connection) if is_about(topic, words)]
    ids = _tied_readers(connection, topics)
    return readers(
        title,
        text,
        contacts=load(connection, Contact, by="id", among=ids),
        interests=load(connection, Interest, by="contact_id", among=ids),
        concerns=load(connection, Concern, by="contact_id", among=ids),
        ties=load(connection, Tie, by="contact_id", among=ids),
        today=today,
    )


def _topics(connection: Connection) -> Sequence[str]:
    return connection.scalars(select(interests.c.topic).where(interests.c.retired_at.is_(None)).distinct()).all()


def _tied_readers(connection: Connection, topics: Sequence[str]) -> set[str]:
    tied = select(ties.c.contact_id).where(ties.c.retired_at.is_(None))
    found: set[str] = set()
    for chunk in chunks(topics, 5_000):
        query = (
            select(contacts.c.id)
            .join(interests, interests.c.contact_id == contacts.c.id)
            .join(accounts, accounts.c.id == contacts.c.account_id)
            .where(interests.c.topic.in_(chunk), interests.c.retired_at.is_(None), contacts.c.id.in_(tied))
            .where(contacts.c.retired_at.is_(None), accounts.c.retired_at.is_(None))
        )
        found.update(connection.scalars(query))
    return found


def names_of(connection: Connection, account_ids: Sequence[str]) -> dict[str, str]:
    """Account id -> its name."""
    rows = connection.execute(select(accounts.c.id, accounts.c.name).where(accounts.c.id.in_(account_ids)))
    return {row.id: row.name for row in rows}
