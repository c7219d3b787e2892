"""Undo of what is no decision: an edit, or whose a draft is. The audit says what this person did last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from campaigns.review import DraftState, Refusal, Refused
from campaigns.workspace import OurCompany
from overture.db.audit import Act, Actor, record
from overture.db.decide_base import decide, lock, unknown
from overture.db.decide_moves import Draft, add_version, move, version_of
from overture.db.decide_party import party
from overture.db.tables import audit, draft_versions, drafts

_DECIDED = frozenset({"draft.approved", "draft.rejected", "draft.snoozed"})
_TEXT = ("subject", "body", "subject_segments", "segments", "findings", "measures", "vouched", "variant",
         "story_version")  # fmt: skip
_LATELY = 80  # audit rows of one draft that are looked at


@dataclass(frozen=True, slots=True)
class Unassigned:
    """The draft is again with whom it was."""

    to: str | None


@dataclass(frozen=True, slots=True)
class Unedited:
    """The text is again what it was before this person's edit, as a version of its own."""

    version: int
    content_hash: str


def undo_note(
    engine: Engine, draft_id: int, actor: Actor, *, now: datetime, company: OurCompany
) -> Unassigned | Unedited | Refused:
    """Take back this person's last edit or assignment, unless somebody has changed the same since."""

    def act(connection: Connection) -> Unassigned | Unedited | Refused:
        draft = lock(connection, draft_id)
        if draft is None:
            return unknown()
        last = _last(_acts(connection, draft_id))
        if last is None:
            return Refused(Refusal.STATE, "There is nothing to undo on this draft.", version=draft.version)
        if last.actor != actor.id:
            message = f"{last.actor} has changed this draft since."
            return Refused(Refusal.STALE, message, by=last.actor, at=last.at, version=draft.version)
        if last.action == "draft.assigned":
            return _give_back(connection, draft, last, actor, now)
        return _unedit(connection, draft, last, actor, now, company)

    return decide(engine, draft_id, act)


def _acts(connection: Connection, draft_id: int) -> list[Row[Any]]:
    mine = (audit.c.thing == "draft") & (audit.c.thing_id == str(draft_id))
    return list(connection.execute(select(audit).where(mine).order_by(audit.c.id.desc()).limit(_LATELY)))


def _last(acts: Iterable[Row[Any]]) -> Row[Any] | None:
    """The newest edit or assignment that stands: each undo takes the newest act before it out of the count."""
    undone = 0
    for row in acts:
        codes = row.codes or {}
        if codes.get("undone") or (row.action == "draft.pending" and codes.get("cause") in ("undo", "wake")):
            undone += 1
        elif row.action in _DECIDED:
            undone = max(0, undone - 1)
        elif row.action == "draft.assigned" or (row.action == "draft.pending" and codes.get("cause") == "edit"):
            if not undone:
                return row
            undone -= 1
    return None


def _give_back(
    connection: Connection, draft: Draft, last: Row[Any], actor: Actor, now: datetime
) -> Unassigned | Refused:
    before, after = last.codes.get("from"), last.codes.get("to")
    if draft.assignee != after:
        return Refused(Refusal.STALE, f"It is with {draft.assignee or 'nobody'} by now.", version=draft.version)
    connection.execute(update(drafts).where(drafts.c.id == draft.id).values(assignee=before))
    codes = {"from": after, "to": before, "undone": True}
    record(connection, actor, [Act("draft.assigned", "draft", str(draft.id), codes=codes)], now=now)
    return Unassigned(before)


def _unedit(
    connection: Connection, draft: Draft, last: Row[Any], actor: Actor, now: datetime, company: OurCompany
) -> Unedited | Refused:
    if draft.state != DraftState.PENDING:
        return Refused(Refusal.STATE, f"This draft is {draft.state} by now.", version=draft.version)
    edited = int(last.codes.get("version", 0))
    if draft.version != edited and version_of(connection, draft).content_hash != last.codes.get("hash"):
        return Refused(Refusal.STALE, "The text was changed again since that edit.", version=draft.version)
    here = draft_versions.c
    before = connection.execute(
        select(draft_versions).where(here.draft_id == draft.id, here.version == edited - 1)
    ).one_or_none()
    both = party(connection, draft)
    if before is None or isinstance(both, Refused):
        return both if isinstance(both, Refused) else unknown()
    changes = {name: before._mapping[name] for name in _TEXT}
    changes["content_hash"] = both.hash_of(before.subject, before.body, company)
    values = add_version(connection, draft, actor, cause="undo", now=now, **changes)
    errors = sum(finding["level"] == "error" for finding in before.findings)
    values |= {"obstacles": errors, "warnings": len(before.findings) - errors}
    move(connection, draft, DraftState.PENDING, actor, now=now, codes={"cause": "undo"}, **values)
    return Unedited(values["version"], values["content_hash"])
