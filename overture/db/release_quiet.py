"""Quiet hours, in the claim that lets a message go: by the reader's clock, else by the workspace's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, select

from campaigns.quiet import Quiet, loud_again
from overture.db.outbox_check import Candidate, Hold
from overture.db.tables import contacts

Hook = Callable[[Connection, Candidate, datetime], Hold | None]


def quiet_first(rest: Quiet, zone: str, then: Hook) -> Hook:
    """A hook of `ReleasePolicy.caps`: quiet hours, and `then` what else holds a message back."""

    def held(connection: Connection, candidate: Candidate, now: datetime) -> Hold | None:
        theirs = connection.scalar(select(contacts.c.time_zone).where(contacts.c.id == candidate.contact_id))
        until = loud_again(rest, now, _zone(theirs) or _zone(zone) or ZoneInfo("UTC"))
        return Hold(until, "it is quiet hours where they are") if until else then(connection, candidate, now)

    return held


def _zone(name: str | None) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError):
        return None
