"""Posts of our own: each is told to the accounts whose people read about it, worry about it, and know one of us."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from campaigns.people.readers import Reader
from overture.db.own_news import names_of, readers_of
from triggers.detect.grammar.text import clean
from triggers.read import Read, Unread
from triggers.types import CompanyRef, Detection, EventKind, Evidence, Facts, Mention, Status, Told

MOST_ACCOUNTS = 25  # a post is for those it concerns most, not for everybody
FRESH = timedelta(days=30)  # an older post was published before we watched


def tell(connection: Connection, post: Unread, *, now: datetime) -> Read:
    """The events that a post of ours makes: at most one per account. `vetoed` says why it makes none."""
    cleaned = clean(post.reading.title, post.reading.summary)
    empty = Detection(cleaned, post.reading.language or "en", ())
    if not cleaned.title or not post.reading.url:
        return Read(post.id, replace(empty, vetoed="our own post has no title or no address"), ())
    if now - post.at > FRESH:
        words = f"our own post of {post.at.date()}; older than {FRESH.days} days, so it is shared with nobody"
        return Read(post.id, replace(empty, vetoed=words), ())
    found = _one_per_account(readers_of(connection, cleaned.title, cleaned.summary, today=now.date()))
    if not found:
        words = "our own post; nobody we are tied to reads about this and spoke of it lately"
        return Read(post.id, replace(empty, vetoed=words), ())
    chosen = found[:MOST_ACCOUNTS]
    names = names_of(connection, [reader.account_id for reader in chosen])
    tellings = tuple(_told(post, cleaned.title, reader, names[reader.account_id]) for reader in chosen)
    detection = replace(empty, mentions=tuple(told.mention for told in tellings))
    if len(found) > MOST_ACCOUNTS:
        left = len(found) - MOST_ACCOUNTS
        detection = replace(
            detection, vetoed=f"our own post; told at {MOST_ACCOUNTS} accounts, {left} more were left out"
        )
    return Read(post.id, detection, tellings)


def _one_per_account(found: list[Reader]) -> list[Reader]:
    first: dict[str, Reader] = {}
    for reader in found:
        first.setdefault(reader.account_id, reader)
    return list(first.values())


def _told(post: Unread, title: str, reader: Reader, name: str) -> Told:
    company = CompanyRef(f"account:{reader.account_id}", name, reader.account_id)
    facts = Facts(reference=post.reading.url, effective_on=post.at.date())
    span = Evidence("reference", "title", 0, len(title), title)
    mention = Mention(EventKind.WE_PUBLISHED, name, Status.ANNOUNCED, facts, 1.0, (span,))
    return Told(mention, company, post.publisher, post.reading.url, post.at, post.id, title)
