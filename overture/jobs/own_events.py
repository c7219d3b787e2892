"""Events that we know of ourselves, not from the news: their account is known, and so is whom they are about.

A follow-up continues one letter to one person; a post of ours is for those it concerns. Everything else at the
account stays as it is for any other event.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, select

from campaigns.people.readers import readers
from campaigns.standing import History, People
from campaigns.types import Match, No, Scored, Trigger
from overture.db import calendar, standing
from overture.db.tables import drafts
from triggers.sources.calendar import parent_and_chapter
from triggers.types import NEWS_KINDS, EventKind, Reading


def known_match(trigger: Trigger) -> Match | None:
    """The account that our own books name; None for news, whose company has to be found."""
    if trigger.kind in NEWS_KINDS or trigger.account_id is None:
        return None
    return Match(Scored(trigger.account_id, trigger.company, 1.0, "our_books", trigger.company))


def follows(trigger: Trigger) -> tuple[int, int] | None:
    """The draft that this event continues, and its chapter; None for everything but a follow-up."""
    return parent_and_chapter(trigger.facts.reference) if trigger.kind is EventKind.FOLLOW_UP_DUE else None


def narrowed(
    connection: Connection, trigger: Trigger, told: list[Reading], people: People, history: History, *, now: datetime
) -> tuple[People, History] | No:
    """Whom this event is about, and what counts of what came before; a No where it is about nobody any more."""
    parent = follows(trigger)
    if parent is not None:
        return _the_same_reader(connection, parent[0], people, history)
    if trigger.kind is EventKind.WE_PUBLISHED and told:
        return _those_it_concerns(told[0], people, history, now)
    return people, history


def _the_same_reader(
    connection: Connection, parent: int, people: People, history: History
) -> tuple[People, History] | No:
    row = connection.execute(
        select(drafts.c.contact_id, drafts.c.campaign, standing.beginning())
        .outerjoin(standing.parent, standing.parent.c.id == drafts.c.parent_id)
        .where(drafts.c.id == parent)
    ).one_or_none()
    if row is None or not calendar.still_unanswered(connection, [parent]):
        campaign = row.campaign if row else "follow-up"
        return No(campaign, "no_follow_up", "The letter before this one was answered, denied or taken back.")
    same = tuple(contact for contact in people.contacts if contact.id == row.contact_id)
    before = tuple(touch for touch in history.touches if touch.overture != row.overture)
    return replace(people, contacts=same), replace(history, touches=before)


def _those_it_concerns(post: Reading, people: People, history: History, now: datetime) -> tuple[People, History] | No:
    found = readers(
        post.title, post.summary, contacts=people.contacts, interests=people.interests, concerns=people.concerns,
        ties=people.ties, today=now.date(),
    )  # fmt: skip
    if not found:
        return No("our-news", "no_reader", "Nobody there whom we know reads about this and spoke of it lately.")
    ids = {reader.contact_id for reader in found}
    return replace(people, contacts=tuple(one for one in people.contacts if one.id in ids)), history
