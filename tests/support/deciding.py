"""Decisions on the drafts of a stage, as a person makes them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from campaigns.review import Refusal, Refused, RejectReason
from overture.db import decisions
from overture.db.decisions import Approved, Edited, Rejected, Reopened, Shown, Snoozed, Undone
from overture.db.tables import (
    audit,
)
from support.cast import KEYS, MARA, NOW, OURS, OUTBOX, SUBJECT, Stage, relint

LATER = NOW + timedelta(hours=1)


def approve(stage: Stage, shown: Shown, actor: Any = MARA, **change: Any) -> Approved | Refused:
    given: dict[str, Any] = {"now": NOW, "outbox": OUTBOX, "keys": KEYS} | change
    return decisions.approve(stage.engine, shown, actor, **given)


def edit(stage: Stage, shown: Shown, body: str, subject: str = SUBJECT, **change: Any) -> Edited | Refused:
    given: dict[str, Any] = {"now": NOW, "company": OURS, "relint": relint} | change
    return decisions.edit(stage.engine, shown, subject, body, MARA, **given)


def reject(stage: Stage, shown: Shown, reason: RejectReason, **change: Any) -> Rejected | Refused:
    return decisions.reject(stage.engine, shown, reason, MARA, **({"now": NOW} | change))


def snooze(stage: Stage, shown: Shown, **change: Any) -> Snoozed | Refused:
    given = {"until": LATER, "now": NOW} | change
    return decisions.snooze(stage.engine, shown, given.pop("until"), MARA, **given)


def undo(stage: Stage, draft_id: int, **change: Any) -> Undone | Refused:
    return decisions.undo(stage.engine, draft_id, MARA, **({"now": NOW} | change))


def reopen(stage: Stage, draft_id: int, **change: Any) -> Reopened | Refused:
    return decisions.reopen(stage.engine, draft_id, MARA, **({"now": NOW} | change))


def refusal(answer: object) -> Refusal:
    assert isinstance(answer, Refused), answer
    return answer.refusal


def moves(stage: Stage, thing: str) -> list[tuple[str | None, str | None]]:
    return [(row.before, row.after) for row in stage.rows(audit, thing=thing)]


# --- approve ------------------------------------------------------------------------------------------------------
