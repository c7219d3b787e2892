"""Everything that stands beside one draft: its text, where each claim comes from, why it was written, what is safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from campaigns.review import HandoffState
from overture.db.secret import Keyring
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
    teammates,
    ties,
    triggers,
)
from overture.db.views_safety import SafetyFacts, safety_facts

Record = Mapping[str, Any]
# Asked for with each draft, so these statements are made once.
_MATES = select(teammates)
_BY_ID = {table: select(table).where(table.c.id == bindparam("id")) for table in (drafts, contacts, accounts, triggers)}


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
    draft = _one(connection, _BY_ID[drafts], id=draft_id)
    if draft is None:
        return None
    contact = _need(connection, _BY_ID[contacts], id=draft["contact_id"])
    mates = _all(connection, _MATES)
    safety = safety_facts(connection, draft, contact, keys, now - contact_window, now - account_window)
    return DraftView(
        draft=draft,
        version=_need(connection, _version(draft_id, draft["version"])),
        account=_need(connection, _BY_ID[accounts], id=draft["account_id"]),
        contact=contact,
        sender=next(one for one in mates if one["id"] == draft["sender_id"]),
        trigger=_need(connection, _BY_ID[triggers], id=draft["trigger_id"]),
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
        mates={one["id"]: one["name"] for one in mates},
    )


def _one(connection: Connection, statement: Select[Any], **given: Any) -> Record | None:
    row = connection.execute(statement, given).mappings().first()
    return dict(row) if row else None


def _need(connection: Connection, statement: Select[Any], **given: Any) -> Record:
    return dict(connection.execute(statement, given).mappings().one())


def _all(connection: Connection, statement: Select[Any], **given: Any) -> tuple[Record, ...]:
    return tuple(dict(row) for row in connection.execute(statement, given).mappings())


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


_TELLINGS = (
    select(
        mentions.c.id, mentions.c.entry_id, mentions.c.facts, mentions.c.evidence, mentions.c.confidence,
        mentions.c.status, mentions.c.told_at, mentions.c.company, mentions.c.resolution, entries.c.title,
        entries.c.text, entries.c.link, entries.c.published_at, entries.c.fetched_at, entries.c.language,
        entries.c.clean_title, entries.c.clean_text, entries.c.source_id,
        func.coalesce(sources.c.title, sources.c.id).label("publisher"),
    )
    .join(entries, entries.c.id == mentions.c.entry_id)
    .join(sources, sources.c.id == entries.c.source_id)
    .where(mentions.c.trigger_id == bindparam("trigger"))
    .order_by(mentions.c.told_at, mentions.c.id)
    .limit(50)
)  # fmt: skip


def tellings(connection: Connection, trigger_id: int) -> tuple[Record, ...]:
    """How each outlet told the event, oldest first."""
    return _all(connection, _TELLINGS, trigger=trigger_id)


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
