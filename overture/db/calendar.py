"""The calendar's side of the database: what is on record of dates and letters, and the entries that they become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select, update

from campaigns.review import OPEN, DraftState
from campaigns.workspace import Lifecycle
from overture.db.bulk import chunks, insert_new
from overture.db.claims import due_again
from overture.db.entries import Settled, settle
from overture.db.tables import (
    accounts,
    concerns,
    contacts,
    drafts,
    entries,
    handoffs,
    outcomes,
    ties,
    touches,
    triggers,
)
from triggers.sources.calendar import (
    DATED,
    Books,
    CalendarRules,
    DatePost,
    Due,
    Letter,
    falls_on,
    post_of,
    renewals_that_matter,
    starts_that_matter,
)
from triggers.types import CompanyRef, EventKind, Status, Told

_STARTED = (Lifecycle.CUSTOMER, Lifecycle.PROSPECT)


def books(connection: Connection, *, today: date, rules: CalendarRules) -> list[Books]:
    """Accounts of which something may be due: those with a date that matters today, and all customers."""
    a = accounts.c
    query = select(a.id, a.name, a.lifecycle, a.day_one, a.renewal_on).where(
        a.retired_at.is_(None),
        or_(
            a.lifecycle == Lifecycle.CUSTOMER,
            a.day_one.in_(sorted(starts_that_matter(today, rules))),
            a.renewal_on.in_(sorted(renewals_that_matter(today, rules))),
        ),
    )
    rows = connection.execute(query.order_by(a.id)).all()
    heard = _heard_on(connection, [row.id for row in rows if row.lifecycle == Lifecycle.CUSTOMER])
    return [
        Books(
            account_id=row.id,
            name=row.name,
            customer=row.lifecycle == Lifecycle.CUSTOMER,
            started=row.lifecycle in _STARTED,
            day_one=row.day_one,
            renewal_on=row.renewal_on,
            heard_on=max(filter(None, (heard.get(row.id), row.day_one)), default=None),
        )
        for row in rows
    ]


def _heard_on(connection: Connection, ids: Sequence[str]) -> dict[str, date]:
    """The last day on which we wrote to each account, met somebody there, or heard what they worry about."""
    found: dict[str, date] = {}
    for chunk in chunks(ids, 5_000):
        for query in _contacts_with(chunk):
            for account_id, latest in connection.execute(query):
                day = latest.date() if isinstance(latest, datetime) else latest
                if day is not None and day > found.get(account_id, date.min):
                    found[account_id] = day
    return found


def _contacts_with(ids: Sequence[str]) -> Iterable[Select[Any]]:
    at, c = touches.c.at, contacts.c
    yield (
        select(touches.c.account_id, func.max(at))
        .where(touches.c.account_id.in_(ids), touches.c.standing != "denied")
        .group_by(touches.c.account_id)
    )
    yield (
        select(outcomes.c.account_id, func.max(outcomes.c.at))
        .where(outcomes.c.account_id.in_(ids), outcomes.c.kind != "bounced")
        .group_by(outcomes.c.account_id)
    )
    for table, day in ((ties, ties.c.last_touch), (concerns, concerns.c.heard_on)):
        yield (
            select(c.account_id, func.max(day))
            .join(table, table.c.contact_id == c.id)
            .where(c.account_id.in_(ids), table.c.retired_at.is_(None))
            .group_by(c.account_id)
        )


def letters(connection: Connection, *, today: date, rules: CalendarRules) -> list[Letter]:
    """Letters that were handed off, still stand, have no answer, and whose next chapter may be due now."""
    first = datetime.combine(today - rules.follow_up_after - rules.catch_up, time(), UTC)
    query = (
        _standing_letters()
        .add_columns(drafts.c.account_id, accounts.c.name, drafts.c.chapter, touches.c.at)
        .join(accounts, accounts.c.id == drafts.c.account_id)
        .where(touches.c.at >= first, drafts.c.chapter < rules.chapters, accounts.c.retired_at.is_(None))
    )
    return [
        Letter(row.id, row.account_id, row.name, row.chapter, row.at.date())
        for row in connection.execute(query.order_by(drafts.c.id))
    ]


def still_unanswered(connection: Connection, draft_ids: Sequence[int]) -> set[int]:
    """Which of these letters still stand and wait for an answer."""
    return set(connection.scalars(_standing_letters().where(drafts.c.id.in_(draft_ids))))


def _standing_letters() -> Select[Any]:
    """Done, not denied, nothing heard or written since. An outcome is an answer, a bounce too; so is what a contact
    told one of us after it."""
    later = touches.alias("later")
    told, met = concerns.alias("told"), ties.alias("met")
    day = func.date(touches.c.at)
    return (
        select(drafts.c.id)
        .join(handoffs, (handoffs.c.draft_id == drafts.c.id) & (handoffs.c.state == "handed_off"))
        .join(touches, touches.c.handoff_id == handoffs.c.id)
        .where(drafts.c.state == DraftState.DONE, touches.c.standing != "denied")
        .where(~exists().where(later.c.contact_id == touches.c.contact_id, later.c.at > touches.c.at))
        .where(~exists().where(outcomes.c.contact_id == touches.c.contact_id, outcomes.c.at >= touches.c.at))
        .where(~exists().where(told.c.contact_id == touches.c.contact_id, func.date(told.c.heard_on) > day))
        .where(~exists().where(met.c.contact_id == touches.c.contact_id, func.date(met.c.last_touch) > day))
    )


def store(connection: Connection, source_id: str, publisher: str, due: Sequence[Due], *, now: datetime) -> Settled:
    """Due dates as entries that are read already, with their mentions and triggers; what is there already stays."""
    posts = {_key(post.guid): (one, post) for one in due for post in [post_of(one)]}
    made = set(insert_new(connection, entries, _rows(source_id, posts, now), returning="entry_key"))
    if not made:
        return Settled()
    ids = connection.execute(
        select(entries.c.entry_key, entries.c.id).where(
            entries.c.source_id == source_id, entries.c.entry_key.in_(sorted(made))
        )
    )
    tellings = [_told(posts[row.entry_key], row.id, publisher) for row in ids]
    return settle(connection, tellings, now=now)


def take_back_moved(connection: Connection, *, now: datetime) -> int:
    """Events whose date has left the books or moved, and about which a draft is open: they hold no longer."""
    t, a = triggers.c, accounts.c
    waiting = exists().where(drafts.c.trigger_id == t.id, drafts.c.state.in_(sorted(OPEN)))
    rows = connection.execute(
        select(t.id, t.kind, t.event_on, a.day_one, a.renewal_on)
        .join(accounts, a.id == t.account_id)
        .where(t.kind.in_(sorted(DATED)), t.status != Status.DENIED, t.merged_into.is_(None), waiting)
    )
    moved = [
        row.id
        for row in rows
        if falls_on(EventKind(row.kind), day_one=row.day_one, renewal_on=row.renewal_on) != row.event_on
    ]
    values = {"status": Status.DENIED, "version": t.version + 1, "state": "due", "updated_at": now}
    values |= due_again(triggers, now)
    connection.execute(update(triggers).where(t.id.in_(moved)).values(values))
    return len(moved)


def _rows(source_id: str, posts: Mapping[str, tuple[Due, DatePost]], now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "source_id": source_id,
            "entry_key": key,
            "guid": post.guid,
            "title": post.title,
            "text": "",
            "published_at": _morning(due.on),
            "fetched_at": now,
            "first_pass": False,
            "clean_title": post.title,
            "clean_text": "",
            "state": "read",
        }
        for key, (due, post) in posts.items()
    ]


def _told(pair: tuple[Due, DatePost], entry_id: int, publisher: str) -> Told:
    due, post = pair
    company = CompanyRef(f"account:{due.account_id}", post.mention.company, due.account_id)
    return Told(post.mention, company, publisher, None, _morning(due.on), entry_id, post.title)


def _key(guid: str) -> str:
    return blake2b(guid.encode(), digest_size=16).hexdigest()


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
