"""Everything that stands beside one draft: its text, where each claim comes from, why it was written, what is safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from campaigns.review import OPEN, HandoffState
from overture.db.secret import Keyring, domain_of
from overture.db.tables import (
    accounts,
    approvals,
    audit,
    comments,
    concerns,
    contacts,
    draft_versions,
    drafts,
    entries,
    handoffs,
    matches,
    mentions,
    sources,
    suppressions,
    teammates,
    ties,
    touches,
    triggers,
)

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SafetyFacts:
    """What the checks look at; judged in the pages, kept by the store of decisions and by the database."""

    suppressed: str | None  # which kind of entry holds: address, domain, account
    last_touch: datetime | None
    open_others: tuple[Record, ...]
    contact_touches: int  # in the window
    account_touches: int
    account_last: datetime | None


@dataclass(frozen=True, slots=True)
class DraftView:
    draft: Record
    version: Record
    account: Record
    contact: Record
    sender: Record
    trigger: Record
    tellings: tuple[Record, ...]  # mentions with their entry and publisher, oldest first
    match: Record | None
    concerns: tuple[Record, ...]
    tie: Record | None
    safety: SafetyFacts
    versions: tuple[Record, ...]  # newest first, without their texts
    comments: tuple[Record, ...]
    acts: tuple[Record, ...]  # audit rows of this draft, newest first
    handoff: Record | None
    approval: Record | None
    mates: Mapping[str, str]  # our people by id


def draft_view(
    connection: Connection, draft_id: int, *, keys: Keyring, contact_window: timedelta, account_window: timedelta,
    now: datetime,
) -> DraftView | None:  # fmt: skip
    """One draft with all that explains it; None where there is none."""
    draft = _one(connection, select(drafts).where(drafts.c.id == draft_id))
    if draft is None:
        return None
    contact = _need(connection, select(contacts).where(contacts.c.id == draft["contact_id"]))
    safety = _safety(connection, draft, contact, keys, now - contact_window, now - account_window)
    return DraftView(
        draft=draft,
        version=_need(connection, _version(draft_id, draft["version"])),
        account=_need(connection, select(accounts).where(accounts.c.id == draft["account_id"])),
        contact=contact,
        sender=_need(connection, select(teammates).where(teammates.c.id == draft["sender_id"])),
        trigger=_need(connection, select(triggers).where(triggers.c.id == draft["trigger_id"])),
        tellings=tellings(connection, draft["trigger_id"]),
        match=_one(connection, _match(draft)),
        concerns=_all(connection, select(concerns).where(concerns.c.contact_id == contact["id"])),
        tie=_one(connection, _tie(draft)),
        safety=safety,
        versions=_all(connection, _versions(draft_id)),
        comments=_all(connection, select(comments).where(comments.c.draft_id == draft_id).order_by(comments.c.id)),
        acts=_all(connection, _acts(draft_id)),
        handoff=_one(connection, _handoff(draft_id)),
        approval=_one(connection, _approval(draft_id)),
        mates={row.id: row.name for row in connection.execute(select(teammates.c.id, teammates.c.name))},
    )


def _one(connection: Connection, statement: Select[Any]) -> Record | None:
    row = connection.execute(statement).mappings().first()
    return dict(row) if row else None


def _need(connection: Connection, statement: Select[Any]) -> Record:
    return dict(connection.execute(statement).mappings().one())


def _all(connection: Connection, statement: Select[Any]) -> tuple[Record, ...]:
    return tuple(dict(row) for row in connection.execute(statement).mappings())


def _version(draft_id: int, version: int) -> Select[Any]:
    return select(draft_versions).where(draft_versions.c.draft_id == draft_id, draft_versions.c.version == version)


def version_text(connection: Connection, draft_id: int, version: int) -> Record | None:
    """One version with its text, for the page of changes."""
    return _one(connection, _version(draft_id, version))


def frozen_message(connection: Connection, draft_id: int) -> bytes | None:
    """The bytes of an approved draft's message; None where nothing is approved, or the bytes were erased."""
    live = (handoffs.c.draft_id == draft_id) & (handoffs.c.state != HandoffState.CANCELLED)
    found = connection.scalar(select(handoffs.c.message).where(live))
    return bytes(found) if found else None


def replaced_by_this(connection: Connection, draft: Record) -> tuple[Record, ...]:
    """Drafts about the same event in whose place this one stands."""
    same = (drafts.c.trigger_id == draft["trigger_id"]) & (drafts.c.replaced_by == draft["id"])
    wanted = select(drafts.c.id, drafts.c.reason, drafts.c.state).where(same)
    return _all(connection, wanted.order_by(drafts.c.id).limit(5))


def colleagues_of(connection: Connection, draft: Record) -> tuple[Record, ...]:
    """Other people at the draft's account who could be written to instead."""
    c = contacts.c
    there = (c.account_id == draft["account_id"]) & (c.id != draft["contact_id"]) & c.retired_at.is_(None)
    return _all(connection, select(c.id, c.name, c.role).where(there).order_by(c.name).limit(20))


def _versions(draft_id: int) -> Select[Any]:
    wanted = ("version", "author", "cause", "note", "made_at", "story_version", "variant")
    columns = (draft_versions.c[name] for name in wanted)
    return select(*columns).where(draft_versions.c.draft_id == draft_id).order_by(draft_versions.c.version.desc())


def tellings(connection: Connection, trigger_id: int) -> tuple[Record, ...]:
    """How each outlet told the event, oldest first."""
    statement = (
        select(
            mentions.c.id, mentions.c.entry_id, mentions.c.facts, mentions.c.evidence, mentions.c.confidence,
            mentions.c.status, mentions.c.told_at, mentions.c.company, mentions.c.resolution, entries.c.title,
            entries.c.text, entries.c.link, entries.c.published_at, entries.c.fetched_at, entries.c.language,
            entries.c.clean_title, entries.c.clean_text, entries.c.source_id,
            func.coalesce(sources.c.title, sources.c.id).label("publisher"),
        )
        .join(entries, entries.c.id == mentions.c.entry_id)
        .join(sources, sources.c.id == entries.c.source_id)
        .where(mentions.c.trigger_id == trigger_id)
        .order_by(mentions.c.told_at, mentions.c.id)
        .limit(50)
    )  # fmt: skip
    return _all(connection, statement)


def _match(draft: Record) -> Select[Any]:
    return select(matches).where(
        matches.c.trigger_id == draft["trigger_id"], matches.c.account_id == draft["account_id"]
    )


def _tie(draft: Record) -> Select[Any]:
    """The strongest tie of the sender to the contact, else of anyone of ours."""
    ours = (ties.c.contact_id == draft["contact_id"]) & ties.c.retired_at.is_(None)
    by_sender = (ties.c.teammate_id == draft["sender_id"]).desc()
    named = select(ties, teammates.c.name.label("teammate")).join(teammates, teammates.c.id == ties.c.teammate_id)
    return named.where(ours).order_by(by_sender, ties.c.strength.desc()).limit(1)


def _acts(draft_id: int) -> Select[Any]:
    mine = (audit.c.thing == "draft") & (audit.c.thing_id == str(draft_id))
    return select(audit).where(mine).order_by(audit.c.id.desc()).limit(50)


def _handoff(draft_id: int) -> Select[Any]:
    wanted = ("id", "state", "release_at", "channel", "reason", "location", "handed_off_at", "attempts")
    live = (handoffs.c.draft_id == draft_id) & (handoffs.c.state != HandoffState.CANCELLED)
    return select(*(handoffs.c[name] for name in wanted)).where(live)


def _approval(draft_id: int) -> Select[Any]:
    return select(approvals).where(approvals.c.draft_id == draft_id).order_by(approvals.c.id.desc()).limit(1)


def _safety(
    connection: Connection, draft: Record, contact: Record, keys: Keyring, contact_since: datetime,
    account_since: datetime,
) -> SafetyFacts:  # fmt: skip
    of_contact, of_account = touches.c.contact_id == contact["id"], touches.c.account_id == draft["account_id"]
    counted = touches.c.standing != "denied"
    return SafetyFacts(
        suppressed=_suppressed(connection, draft, contact, keys),
        last_touch=_scalar(connection, select(func.max(touches.c.at)).where(of_contact, counted)),
        open_others=_others(connection, draft),
        contact_touches=_count(connection, and_(of_contact, counted, touches.c.at > contact_since)),
        account_touches=_count(connection, and_(of_account, counted, touches.c.at > account_since)),
        account_last=_scalar(connection, select(func.max(touches.c.at)).where(of_account, counted)),
    )


def _scalar(connection: Connection, statement: Select[Any]) -> Any:
    return connection.scalar(statement)


def _count(connection: Connection, where: Any) -> int:
    return connection.scalar(select(func.count()).select_from(touches).where(where)) or 0


def _suppressed(connection: Connection, draft: Record, contact: Record, keys: Keyring) -> str | None:
    values: Sequence[tuple[str, str]] = [("account", keys.account(draft["account_id"]))]
    if contact["email"]:
        values = [
            *values,
            ("address", keys.address(contact["email"])),
            ("domain", keys.domain(domain_of(contact["email"]))),
        ]
    held = or_(*(and_(suppressions.c.kind == kind, suppressions.c.value_hash == hashed) for kind, hashed in values))
    return connection.scalar(select(suppressions.c.kind).where(held, suppressions.c.lifted_at.is_(None)).limit(1))


def _others(connection: Connection, draft: Record) -> tuple[Record, ...]:
    same = (drafts.c.account_id == draft["account_id"]) & (drafts.c.id != draft["id"])
    named = select(drafts.c.id, drafts.c.state, contacts.c.name.label("contact")).join(
        contacts, contacts.c.id == drafts.c.contact_id
    )
    return _all(connection, named.where(same, drafts.c.state.in_(OPEN)).limit(5))
