"""A world in which somebody left three messages without an answer."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine, insert, select

from overture.db import decisions
from overture.db import tables as t
from overture.db.engine import read, write
from support.cast import MARA
from support.sample_drafts import COMPANY, KEYS
from support.web import NOON


def leave_unanswered(filled: Engine, *, account: str = "acc-1", contact: str = "con-1", begin: int = 1) -> None:
    """Three messages went to Ines at Acme, or to this contact, and the campaign said no to a fourth. The messages are
    those of the three drafts that `begin` so."""
    those = t.drafts.c.id.between(begin, begin + 2)
    with read(filled) as connection:
        shown = connection.execute(
            select(t.drafts.c.id, t.drafts.c.version, t.drafts.c.content_hash).where(those)
        ).all()
    handoffs = select(t.handoffs.c.id).where(t.handoffs.c.draft_id.in_([row.id for row in shown]))
    outbox = decisions.OutboxPolicy(COMPANY)
    for row in shown:
        decisions.approve(filled, decisions.Shown(*row), MARA, now=NOON, outbox=outbox, keys=KEYS)
    with write(filled) as connection:
        touch = {"account_id": account, "contact_id": contact, "sender_id": "priya", "campaign": "x", "chapter": 0,
                 "standing": "assumed"}  # fmt: skip
        for days, handoff in enumerate(connection.scalars(handoffs.order_by(t.handoffs.c.id)).all(), 1):
            connection.execute(insert(t.touches), touch | {"handoff_id": handoff, "at": NOON - timedelta(days=days)})
        said = {"trigger_id": 1, "account_id": account, "campaign": "x", "rule": "call_them", "evidence": [],
                "reason": "Another mail to Acme Robotics would be one too many.", "said_at": NOON}  # fmt: skip
        connection.execute(insert(t.nos), said)
