"""Caps once more, in the claim that lets a message go: what left since it was drafted counts too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select

from campaigns.campaign import Cap, Caps
from campaigns.durations import say_duration
from campaigns.review import HandoffState
from campaigns.standing import free_at
from overture.db.outbox_check import Candidate, Hold
from overture.db.standing import beginning, parent
from overture.db.tables import drafts, handoffs, touches


def caps_hook(caps: Mapping[str, Caps]) -> Callable[[Connection, Candidate, datetime], Hold | None]:
    """The hook of `ReleasePolicy`, with the caps of each campaign by its id."""

    def held(connection: Connection, candidate: Candidate, now: datetime) -> Hold | None:
        binding = caps.get(candidate.campaign, Caps())
        return (
            _held(connection, candidate, binding.per_contact, "contact_id", "this contact", now)
            or _held(connection, candidate, binding.per_account, "account_id", "this account", now)
            or _held(connection, candidate, binding.per_sender, "sender_id", "this sender", now)
        )

    return held


def _held(
    connection: Connection, candidate: Candidate, cap: Cap | None, column: str, words: str, now: datetime
) -> Hold | None:
    if cap is None:
        return None
    who = getattr(candidate, column)
    gone = _earlier(connection, (touches.c[column] == who) & (touches.c.at > now - cap.window), candidate)
    gone += [now] * _leaving(connection, handoffs.c[column] == who, candidate)
    free = free_at(gone, cap, now)
    return Hold(free, f"{words} has had {cap.count} in {say_duration(cap.window)}") if free else None


def _earlier(connection: Connection, same: ColumnElement[bool], candidate: Candidate) -> list[datetime]:
    """When other overtures were heard last: chapters of one count once, and those of this one not at all."""
    query = (
        select(beginning(), func.max(touches.c.at))
        .join(handoffs, handoffs.c.id == touches.c.handoff_id)
        .join(drafts, drafts.c.id == handoffs.c.draft_id)
        .outerjoin(parent, parent.c.id == drafts.c.parent_id)
        .where(same, touches.c.standing != "denied", touches.c.handoff_id != candidate.handoff_id)
        .group_by(beginning())
    )
    mine = connection.scalar(
        select(beginning())
        .select_from(drafts)
        .outerjoin(parent, parent.c.id == drafts.c.parent_id)
        .where(drafts.c.id == candidate.draft_id)
    )
    return [at for overture, at in connection.execute(query) if overture != mine]


def _leaving(connection: Connection, same: ColumnElement[bool], candidate: Candidate) -> int:
    """Messages that this or another claim has let go and that have not come to an end yet."""
    under_way = select(func.count()).where(
        same, handoffs.c.state == HandoffState.SENDING, handoffs.c.id != candidate.handoff_id
    )
    return connection.scalar(under_way) or 0
