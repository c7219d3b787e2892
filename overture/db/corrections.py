"""Drafts whose event was told anew: the row stays, a new version says what is known now, and a person reads again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from campaigns.review import OPEN, DraftState, HandoffState, Refused, expires_at
from campaigns.workspace import OurCompany
from overture.db.audit import SYSTEM, Act, record
from overture.db.decide_back import wake
from overture.db.decide_base import live_handoff, lock
from overture.db.decide_moves import UNDECIDED, Draft, add_version, cancel, move, version_of
from overture.db.decide_party import Party, party
from overture.db.tables import drafts
from overture.db.withdrawn import gone, used

REASON = "corrected fact"


@dataclass(frozen=True, slots=True)
class Behind:
    """An open draft that was written before its event, or what we know of its people, changed."""

    draft: Row[Any]
    version: Row[Any]
    party: Party
    gone: frozenset[str] = frozenset()  # origins in its text that are known, or may be said, no more


@dataclass(frozen=True, slots=True)
class Correction:
    """What a draft says from now on. `columns` are those of its next version; empty where the text stays as it is."""

    draft_id: int
    version: int  # the one that was read
    trigger_version: int
    columns: Mapping[str, Any]
    note: str = ""
    obstacles: int = 0
    warnings: int = 0
    good_until: date | None = None


def behind(connection: Connection, versions: Mapping[int, int]) -> list[Behind]:
    """Open drafts about these triggers, given with their versions, that tell an older one."""
    query = (
        select(drafts)
        .where(drafts.c.trigger_id.in_(sorted(versions)), drafts.c.state.in_(sorted(OPEN)))
        .order_by(drafts.c.id)
    )
    rows = [row for row in connection.execute(query) if row.trigger_version < versions[row.trigger_id]]
    found = []
    for row in rows:
        both = party(connection, row)
        if not isinstance(both, Refused):  # without reader or writer nobody can approve it, whatever it says
            version = version_of(connection, row)
            found.append(Behind(row, version, both, gone(connection, used(version))))
    return found


def correct(connection: Connection, correction: Correction, *, company: OurCompany, now: datetime) -> bool:
    """Write the correction. False where the draft was changed since it was read: it must be told again."""
    draft = lock(connection, correction.draft_id)
    if draft is None or draft.state not in OPEN:
        return True
    if draft.version != correction.version:
        return False
    if not correction.columns:
        _up_to_date(connection, draft, correction)
        if draft.state == DraftState.SNOOZED and draft.snooze_for_update:
            wake(connection, draft, SYSTEM, now=now)
        return True
    if draft.state == DraftState.APPROVED and not _taken_back(connection, draft, now):
        _up_to_date(connection, draft, correction)
        too_late = Act("draft.correction_too_late", "draft", str(draft.id), codes={"version": draft.version})
        record(connection, SYSTEM, [too_late], now=now)
        return True
    _new_version(connection, draft, correction, company, now)
    return True


def _up_to_date(connection: Connection, draft: Draft, correction: Correction) -> None:
    connection.execute(update(drafts).where(drafts.c.id == draft.id).values(trigger_version=correction.trigger_version))


def _taken_back(connection: Connection, draft: Draft, now: datetime) -> bool:
    """Cancel the message while it has not left; False when it has."""
    handoff = live_handoff(connection, draft.id)
    if handoff is None or handoff.state not in (HandoffState.HELD, HandoffState.FAILED):
        return False
    cancel(connection, handoff, SYSTEM, reason=REASON, now=now)
    return True


def _new_version(
    connection: Connection, draft: Draft, correction: Correction, company: OurCompany, now: datetime
) -> None:
    columns = dict(correction.columns)
    both = party(connection, draft)
    if not isinstance(both, Refused):
        columns["content_hash"] = both.hash_of(columns["subject"], columns["body"], company)
    values = add_version(connection, draft, SYSTEM, cause="correction", note=correction.note, now=now, **columns)
    good_until = correction.good_until or draft.good_until
    values |= UNDECIDED | {
        "run_at": expires_at(good_until),
        "good_until": good_until,
        "trigger_version": correction.trigger_version,
        "obstacles": correction.obstacles,
        "warnings": correction.warnings,
        "opened_at": None,  # what was opened is not what stands now
    }
    codes = {"cause": "correction", "hash": values["content_hash"]}
    move(connection, draft, DraftState.PENDING, SYSTEM, now=now, codes=codes, **values)
