"""Drafts written down as a launch made them: row, first version and audit of a whole batch in a statement each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from campaigns.launch import NewDraft
from campaigns.letter import content_hash
from campaigns.review import expires_at
from campaigns.types import Brief, Rendered, Trigger
from campaigns.workspace import Contact, OurCompany
from overture.db.audit import SYSTEM, Act, record
from overture.db.bulk import insert_all, insert_free
from overture.db.codec import brief_json, plain
from overture.db.secret import Keyring
from overture.db.tables import draft_versions, drafts


@dataclass(frozen=True, slots=True)
class New:
    """A draft that is to be written. `follows`: the draft whose next chapter it is, and which chapter."""

    trigger: Trigger
    draft: NewDraft
    follows: tuple[int, int] | None = None


def write_drafts(
    connection: Connection, new: Sequence[New], *, company: OurCompany, keys: Keyring, now: datetime
) -> dict[int, int]:
    """The drafts and their first versions, at most one for a trigger; gives their ids by trigger. One that is missing
    there was not written: another open draft holds the event or the address."""
    hashes = {one.trigger.id: _hash(one.draft, company) for one in new}
    rows = [_draft(one, hashes[one.trigger.id], keys, now) for one in new]
    made = {row.trigger_id: row.id for row in insert_free(connection, drafts, rows, returning=("id", "trigger_id"))}
    written = [one for one in new if one.trigger.id in made]
    if written:
        versions = [_version(made[one.trigger.id], one.draft, hashes[one.trigger.id], now) for one in written]
        insert_all(connection, draft_versions, versions)
        record(connection, SYSTEM, [_act(one, made, hashes) for one in written], now=now)
    return made


def _act(new: New, made: dict[int, int], hashes: dict[int, str]) -> Act:
    codes = {"trigger": new.trigger.id, "state": "pending"}
    return Act("drafted", "draft", str(made[new.trigger.id]), after=hashes[new.trigger.id], codes=codes)


def _hash(draft: NewDraft, company: OurCompany) -> str:
    told = draft.rendered
    return content_hash(told.subject, told.body, to=draft.go.contact, sender=draft.go.sender, company=company)


def _draft(new: New, hashed: str, keys: Keyring, now: datetime) -> dict[str, Any]:
    trigger, draft = new.trigger, new.draft
    contact, findings = draft.go.contact, draft.rendered.findings
    parent, chapter = new.follows or (None, 1)
    errors = sum(finding.level == "error" for finding in findings)
    return {
        "trigger_id": trigger.id,
        "account_id": contact.account_id,
        "contact_id": contact.id,
        "address_key": address_key(contact, keys),
        "parent_id": parent,
        "chapter": chapter,
        "campaign": draft.go.campaign.id,
        "story_id": draft.chosen.story_id,
        "language": draft.chosen.language,
        "sender_id": draft.go.sender.id,
        "version": 1,
        "content_hash": hashed,
        "obstacles": errors,
        "warnings": len(findings) - errors,
        "score": draft.go.score,
        "why": {
            "contact": plain(draft.go.why),
            "sender": [],
            "story": plain(draft.chosen.why),
            "waiting": plain(draft.go.waiting),
        },
        "group_owner": draft.go.campaign.owner,
        "good_until": draft.good_until,
        "run_at": expires_at(draft.good_until),
        "trigger_version": trigger.version,
        "made_at": now,
        "updated_at": now,
    }


def _version(draft_id: int, draft: NewDraft, hashed: str, now: datetime) -> dict[str, Any]:
    return text_columns(draft.rendered, draft.chosen.brief) | {
        "draft_id": draft_id,
        "version": 1,
        "content_hash": hashed,
        "vouched": [],
        "variant": draft.rendered.variant,
        "story_version": draft.chosen.version,
        "author": "system",
        "cause": "render",
        "made_at": now,
    }


def text_columns(told: Rendered, brief: Brief) -> dict[str, Any]:
    """What a version keeps of a text: the words, where each stems from, what the checks say, and the brief."""
    return {
        "subject": told.subject,
        "body": told.body,
        "subject_segments": plain(told.subject_segments),
        "segments": plain(told.segments),
        "findings": plain(told.findings),
        "measures": plain(dict(told.measures)),
        "brief": brief_json(dict(brief.values)),
    }


def address_key(contact: Contact, keys: Keyring) -> str:
    return keys.address(contact.email) if contact.email else f"contact:{contact.id}"[:64]
