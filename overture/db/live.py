"""The little that open pages ask again and again. Reads only, and cheap."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from overture.db.tables import audit, drafts, users


def mark(connection: Connection) -> int:
    """How far the log has come: every act of people and of the line moves it."""
    return connection.scalar(select(func.max(audit.c.id))) or 0


def draft_now(connection: Connection, draft_id: int) -> dict[str, Any] | None:
    """What an open page compares with what it shows."""
    who = func.coalesce(users.c.name, drafts.c.decided_by).label("by")
    query = (
        select(drafts.c.id, drafts.c.version, drafts.c.state, who)
        .outerjoin(users, users.c.id == drafts.c.decided_by)
        .where(drafts.c.id == draft_id)
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else {"id": row.id, "version": row.version, "state": row.state, "by": row.by}
