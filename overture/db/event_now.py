"""How the event behind a draft stands now: asked before a person approves, and again before a message leaves."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, select

from overture.db.tables import drafts, triggers

Trouble = Literal["denied", "news"]


def trouble_with(connection: Connection, draft_id: int) -> Trouble | None:
    """`denied`: the report was taken back. `news`: it changed, and the draft has not been told anew yet."""
    row = connection.execute(
        select(triggers.c.status, triggers.c.state, triggers.c.version, drafts.c.trigger_version)
        .join(drafts, drafts.c.trigger_id == triggers.c.id)
        .where(drafts.c.id == draft_id)
    ).one_or_none()
    if row is None:
        return None
    if row.status == "denied":
        return "denied"
    return "news" if row.version > row.trigger_version else None
