"""Nos whose day has come: their trigger is asked about again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Engine, exists, select, update

from overture.db.claims import due_again
from overture.db.engine import write
from overture.db.tables import nos, triggers

BATCH = 200


def revisitable(connection: Connection, now: datetime) -> bool:
    return bool(connection.scalar(select(exists().where(nos.c.revisit_on <= now.date()))))


def revisit(engine: Engine, *, now: datetime) -> int:
    """Send up to a batch of triggers back to be asked; gives how many nos woke them. A fresh no takes the old one's
    place, with its own day, if the answer is the same."""
    with write(engine) as connection:
        due = select(nos.c.id).where(nos.c.revisit_on <= now.date()).order_by(nos.c.id).limit(BATCH)
        ids = connection.scalars(due).all()
        if not ids:
            return 0
        asked = select(nos.c.trigger_id).where(nos.c.id.in_(ids))
        connection.execute(
            update(triggers)
            .where(triggers.c.id.in_(asked), triggers.c.state.in_(("asked", "unmatched")))
            .values(state="due", **due_again(triggers, now))
        )
        connection.execute(update(nos).where(nos.c.id.in_(ids)).values(revisit_on=None, revisited_at=now))
    return len(ids)
