"""How we stand with accounts, read for a whole batch: who is there, what came before, who must not be written to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from campaigns.campaign import Campaign
from campaigns.people.ask import Query, parse
from campaigns.review import OPEN
from campaigns.standing import History, OpenDraft, People, Suppressed, Touch, unanswered
from campaigns.workspace import Account, Concern, Contact, Interest, Owed, Teammate, Tie
from overture.db.ask import contacts_asked
from overture.db.bulk import chunks
from overture.db.decide_aside import left_alone
from overture.db.people import load, on_the_list
from overture.db.people_outcomes import answered_at, conversations
from overture.db.secret import Keyring, domain_of, normal_address, suffixes_of
from overture.db.tables import drafts, handoffs, promises_made, touches

_LOOK_BACK = timedelta(days=400)
parent = drafts.alias("parent")


def people_at(
    connection: Connection,
    account_ids: Collection[str],
    *,
    campaigns: Iterable[Campaign] = (),
    today: date | None = None,
) -> dict[str, People]:
    """People of each account; teammates are all of ours. With `today` what we owe there is looked up, too, and the
    questions of `campaigns` are asked."""
    found = asked_by(connection, campaigns, account_ids, today=today) if today else {}
    owed = _owed(connection, sorted(account_ids), today) if today else {}
    team = tuple(load(connection, Teammate))
    contacts = load(connection, Contact, by="account_id", among=account_ids)
    home = {contact.id: contact.account_id for contact in contacts}
    parts: dict[type[Any], dict[str, list[Any]]] = {
        kind: _by_account(load(connection, kind, by="contact_id", among=home), home)
        for kind in (Concern, Interest, Tie)
    }
    of: dict[str, list[Contact]] = defaultdict(list)
    for contact in contacts:
        of[contact.account_id].append(contact)
    return {
        id_: People(
            contacts=tuple(of[id_]),
            concerns=tuple(parts[Concern].get(id_, ())),
            interests=tuple(parts[Interest].get(id_, ())),
            ties=tuple(parts[Tie].get(id_, ())),
            teammates=team,
            asked=found,
            owed=tuple(owed.get(id_, ())),
        )
        for id_ in account_ids
    }


def asked_by(
    connection: Connection, campaigns: Iterable[Campaign], account_ids: Collection[str], *, today: date
) -> dict[str, frozenset[str]]:
    """Campaign id -> contacts at these accounts whom its question finds, for the campaigns that ask one."""
    found: dict[str, frozenset[str]] = {}
    for campaign in campaigns:
        query = parse(campaign.who.ask) if campaign.who.ask else None
        if isinstance(query, Query):
            found[campaign.id] = frozenset(contacts_asked(connection, query, account_ids, today=today))
    return found


def _by_account(values: Iterable[Any], home: dict[str, str]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for value in values:
        found[home[value.contact_id]].append(value)
    return found


def histories(
    connection: Connection, accounts: Collection[Account], people: dict[str, People], *, keys: Keyring, now: datetime
) -> dict[str, History]:
    """What came before at each account."""
    ids = [account.id for account in accounts]
    stops = stops_at(connection, accounts, people, keys)
    touched = _touches(connection, ids, now)
    waiting = open_drafts(connection, ids)
    owed = _owed(connection, ids, now.date())
    writers = _by_sender(connection, now)
    talks = conversations(connection, ids, now)
    answered = answered_at(connection, ids)
    alone = left_alone(connection, ids, now)
    return {
        account.id: History(
            touches=once_each(touched[account.id]),
            conversations=tuple(talks.get(account.id, ())),
            unanswered=unanswered(
                touched[account.id],
                answered=answered,
                concerns=people[account.id].concerns,
                ties=people[account.id].ties,
            ),
            left_alone=alone.get(account.id),
            open_drafts=tuple(waiting[account.id]),
            suppressed=stopped(account, people[account.id], stops, keys),
            overdue=tuple(one.text for one in owed[account.id]),
            by_sender=writers,
        )
        for account in accounts
    }


def _touches(connection: Connection, ids: list[str], now: datetime) -> dict[str, list[Touch]]:
    found: dict[str, list[Touch]] = defaultdict(list)
    for chunk in chunks(ids, 5_000):
        query = (
            select(touches.c.account_id, touches.c.contact_id, touches.c.at, touches.c.sender_id, beginning())
            .join(handoffs, handoffs.c.id == touches.c.handoff_id)
            .join(drafts, drafts.c.id == handoffs.c.draft_id)
            .outerjoin(parent, parent.c.id == drafts.c.parent_id)
            .where(touches.c.account_id.in_(chunk), touches.c.at > now - _LOOK_BACK, touches.c.standing != "denied")
            .order_by(touches.c.at)
        )
        for row in connection.execute(query):
            found[row.account_id].append(Touch(row.contact_id, row.at, row.sender_id, row.overture))
    return found


def beginning() -> ColumnElement[int]:
    """The draft with which a draft's overture began; there are three chapters at most."""
    return func.coalesce(parent.c.parent_id, drafts.c.parent_id, drafts.c.id).label("overture")


def once_each(touched: Sequence[Touch]) -> tuple[Touch, ...]:
    """Chapters of one overture count as one touch: the latest. `touched` is in order of time."""
    latest = {(touch.overture or -at): touch for at, touch in enumerate(touched, 1)}
    return tuple(sorted(latest.values(), key=lambda touch: touch.at))


def open_drafts(connection: Connection, ids: Sequence[str]) -> dict[str, list[OpenDraft]]:
    """Drafts that wait, are put off or are approved, by account."""
    found: dict[str, list[OpenDraft]] = defaultdict(list)
    for chunk in chunks(ids, 5_000):
        query = (
            select(drafts.c.id, drafts.c.account_id, drafts.c.contact_id, drafts.c.campaign)
            .where(drafts.c.account_id.in_(chunk), drafts.c.state.in_(sorted(OPEN)))
            .order_by(drafts.c.id)
        )
        for row in connection.execute(query):
            found[row.account_id].append(OpenDraft(row.id, row.contact_id, row.campaign))
    return found


def _owed(connection: Connection, ids: Sequence[str], today: date) -> dict[str, list[Owed]]:
    """Promises to each account that are broken, or were due before today and are still only made; broken ones first."""
    p = promises_made.c
    late = (p.state == "made") & (p.due_on < today)
    found: dict[str, list[Owed]] = defaultdict(list)
    for chunk in chunks(ids, 5_000):
        query = select(promises_made).where(p.account_id.in_(chunk), late | (p.state == "broken"))
        for row in connection.execute(query.order_by(p.state, p.due_on, p.id)):
            found[row.account_id].append(Owed(row.id, row.text, row.due_on, row.contact_id))
    return found


def _by_sender(connection: Connection, now: datetime) -> dict[str, tuple[datetime, ...]]:
    found: dict[str, list[datetime]] = defaultdict(list)
    query = select(touches.c.sender_id, touches.c.at).where(touches.c.at > now - timedelta(days=31))
    for row in connection.execute(query.order_by(touches.c.at)):
        found[row.sender_id].append(row.at)
    return {sender: tuple(moments) for sender, moments in found.items()}


def drafts_today(connection: Connection, now: datetime) -> dict[str, int]:
    """How many drafts each campaign began since midnight, UTC."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    query = select(drafts.c.campaign, func.count()).where(drafts.c.made_at >= midnight).group_by(drafts.c.campaign)
    return {row[0]: row[1] for row in connection.execute(query)}


def stops_at(
    connection: Connection, accounts: Collection[Account], people: dict[str, People], keys: Keyring
) -> set[tuple[str, str]]:
    """What stands on the do-not-contact list of these accounts and their people, for `stopped`."""
    return on_the_list(connection, {key for one in accounts for key in _stop_keys(one, people[one.id], keys)})


def stopped(account: Account, people: People, stops: set[tuple[str, str]], keys: Keyring) -> Suppressed:
    """The list is kept as keyed hashes, so what stands on it is asked for this account's own values."""
    asked = _stop_keys(account, people, keys).items() if stops else ()  # nothing is hashed to compare it with nothing
    held = [(key[0], value) for key, value in asked if key in stops]
    return Suppressed(
        addresses=frozenset(value for kind, value in held if kind == "address"),
        domains=frozenset(value for kind, value in held if kind == "domain"),
        accounts=frozenset(value for kind, value in held if kind == "account"),
    )


def _stop_keys(account: Account, people: People, keys: Keyring) -> dict[tuple[str, str], str]:
    """(kind, hash) -> value, of everything about an account that may stand on the list."""
    emails = {normal_address(contact.email) for contact in people.contacts if contact.email}
    hosts = {suffix for host in [*map(domain_of, emails), account.domain or ""] for suffix in suffixes_of(host)}
    return {
        ("account", keys.account(account.id)): account.id,
        **{("address", keys.address(email)): email for email in emails},
        **{("domain", keys.domain(host)): host for host in hosts},
    }


def private_statements(connection: Connection, draft_id: int) -> tuple[str, ...]:
    """What the draft's contact said in confidence, and our own notes on the account: neither may stand in a text."""
    found = connection.execute(
        select(drafts.c.contact_id, drafts.c.account_id).where(drafts.c.id == draft_id)
    ).one_or_none()
    if found is None:
        return ()
    said = load(connection, Concern, by="contact_id", among=[found.contact_id])
    whispered = [text for one in said if not one.shareable for text in (one.statement, one.quote) if text]
    kept = [account.notes for account in load(connection, Account, by="id", among=[found.account_id]) if account.notes]
    return (*whispered, *kept)
