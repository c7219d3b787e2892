"""One account as its page shows it: people, ties in its group, promises, answers, and everything that happened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from overture.db.tables import (
    account_names,
    accounts,
    concerns,
    contacts,
    draft_versions,
    drafts,
    interests,
    matches,
    never_matches,
    nos,
    outcomes,
    promises_made,
    teammates,
    ties,
    touches,
    triggers,
    why_answers,
)
from overture.db.views_line import records

Record = Mapping[str, Any]
MOST_CONTACTS = 200


def account_one(connection: Connection, account_id: str) -> Record | None:
    found = records(connection, select(accounts).where(accounts.c.id == account_id))
    return found[0] if found else None


def account_people(connection: Connection, account_id: str) -> dict[str, tuple[Record, ...]]:
    """Contacts in force with what they said and read, taught names, never-matches, promises, and answers to why."""
    theirs = select(contacts.c.id).where(contacts.c.account_id == account_id, contacts.c.retired_at.is_(None))
    found: dict[str, Select[Any]] = {
        "contacts": select(contacts)
        .where(contacts.c.account_id == account_id, contacts.c.retired_at.is_(None))
        .order_by(contacts.c.name).limit(MOST_CONTACTS),
        "concerns": select(concerns)
        .where(concerns.c.contact_id.in_(theirs), concerns.c.retired_at.is_(None))
        .order_by(concerns.c.heard_on.desc(), concerns.c.id),
        "interests": select(interests)
        .where(interests.c.contact_id.in_(theirs), interests.c.retired_at.is_(None)).order_by(interests.c.topic),
        "names": select(account_names).where(account_names.c.account_id == account_id),
        "never": select(never_matches).where(never_matches.c.account_id == account_id),
        "promises": select(promises_made, contacts.c.name.label("contact"))
        .outerjoin(contacts, contacts.c.id == promises_made.c.contact_id)
        .where(promises_made.c.account_id == account_id, promises_made.c.state != "withdrawn")
        .order_by(promises_made.c.made_at.desc()),
        "answers": select(why_answers).where(why_answers.c.account_id == account_id)
        .order_by(why_answers.c.asked_on.desc(), why_answers.c.id.desc()),
    }  # fmt: skip
    return {name: records(connection, statement) for name, statement in found.items()}


def account_group(connection: Connection, account: Record) -> tuple[Record, ...]:
    """Owner and subsidiaries in force; `owner` says which it is."""
    mine = or_(accounts.c.id == (account["parent"] or ""), accounts.c.parent == account["id"])
    columns = (accounts.c.id, accounts.c.name, (accounts.c.id == (account["parent"] or "")).label("owner"))
    near = select(*columns).where(mine, accounts.c.id != account["id"], accounts.c.retired_at.is_(None))
    return records(connection, near.order_by(accounts.c.name).limit(12))


def account_ties(connection: Connection, account_ids: tuple[str, ...]) -> tuple[Record, ...]:
    """Ties to contacts of these accounts, the strongest first."""
    named = (
        select(
            ties, teammates.c.name.label("teammate"), contacts.c.name.label("contact"),
            contacts.c.role.label("contact_role"), contacts.c.account_id, teammates.c.title.label("teammate_title"),
        )
        .join(teammates, and_(teammates.c.id == ties.c.teammate_id, teammates.c.retired_at.is_(None)))
        .join(contacts, and_(contacts.c.id == ties.c.contact_id, contacts.c.retired_at.is_(None)))
        .where(contacts.c.account_id.in_(account_ids), ties.c.retired_at.is_(None))
    )  # fmt: skip
    return records(connection, named.order_by(ties.c.strength.desc(), ties.c.last_touch.desc().nulls_last(), ties.c.id))


def account_timeline(connection: Connection, account_id: str, *, limit: int = 200) -> dict[str, tuple[Record, ...]]:
    """What happened at one account, by kind of row; newest first in each."""
    mine = or_(
        triggers.c.account_id == account_id,
        triggers.c.id.in_(select(matches.c.trigger_id).where(matches.c.account_id == account_id)),
    )
    subject = and_(draft_versions.c.draft_id == drafts.c.id, draft_versions.c.version == drafts.c.version)
    told = triggers.c.id == nos.c.trigger_id
    found: dict[str, Select[Any]] = {
        "triggers": select(triggers).where(mine, triggers.c.merged_into.is_(None)).order_by(triggers.c.event_on.desc()),
        "nos": select(nos, triggers.c.kind, triggers.c.facts).join(triggers, told)
        .where(nos.c.account_id == account_id).order_by(nos.c.said_at.desc()),
        "drafts": select(drafts, draft_versions.c.subject, contacts.c.name.label("contact"))
        .join(draft_versions, subject).join(contacts, contacts.c.id == drafts.c.contact_id)
        .where(drafts.c.account_id == account_id).order_by(drafts.c.made_at.desc()),
        "touches": select(touches, contacts.c.name.label("contact"))
        .join(contacts, contacts.c.id == touches.c.contact_id)
        .where(touches.c.account_id == account_id).order_by(touches.c.at.desc()),
        "outcomes": select(outcomes, contacts.c.name.label("contact"))
        .join(contacts, contacts.c.id == outcomes.c.contact_id)
        .where(outcomes.c.account_id == account_id).order_by(outcomes.c.at.desc()),
    }  # fmt: skip
    return {name: records(connection, statement.limit(limit)) for name, statement in found.items()}


def cases_told(connection: Connection, account_id: str) -> frozenset[str]:
    """Ids of the cases that drafts to this account tell."""
    version = and_(draft_versions.c.draft_id == drafts.c.id, draft_versions.c.version == drafts.c.version)
    query = select(draft_versions.c.segments).join(drafts, version).where(drafts.c.account_id == account_id)
    found: set[str] = set()
    for segments in connection.scalars(query.order_by(drafts.c.id.desc()).limit(100)):
        found |= told_in(segments)
    return frozenset(found)


def told_in(segments: Any) -> set[str]:
    """Ids of the cases that a draft's segments draw on."""
    origins = (origin for segment in segments or () for origin in segment.get("evidence", ()))
    return {origin.split(":")[1] for origin in origins if origin and origin.startswith("case:")}


def teammate_names(connection: Connection) -> dict[str, str]:
    return {row.id: row.name for row in connection.execute(select(teammates.c.id, teammates.c.name))}


def account_count(connection: Connection) -> int:
    return connection.scalar(select(func.count()).where(accounts.c.retired_at.is_(None))) or 0
