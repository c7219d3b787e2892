"""Approved messages as pages and programs list them, by keyset. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from overture.db.gauges import states
from overture.db.lists import handoffs_named
from overture.db.switches import RELEASE_PAUSED, is_on
from overture.db.tables import handoffs
from overture.db.views_line import Page, page_of


@dataclass(frozen=True, slots=True)
class Outbox:
    """How the way out stands: `paused` holds every message back."""

    paused: bool
    states: dict[str, int]


def handoff_page(connection: Connection, *, state: str | None, after: int | None, limit: int = 50) -> Page:
    found = handoffs_named()
    if state:
        found = found.where(handoffs.c.state == state)
    return page_of(connection, found, handoffs.c.id, after=after, limit=limit)


def handoff_draft(connection: Connection, handoff_id: int) -> int | None:
    """The draft whose approved text this message is."""
    found = page_of(
        connection, handoffs_named().where(handoffs.c.id == handoff_id), handoffs.c.id, after=None, limit=1
    ).rows
    return int(found[0]["draft_id"]) if found else None


def outbox(connection: Connection) -> Outbox:
    return Outbox(is_on(connection, RELEASE_PAUSED), states(connection, handoffs))
