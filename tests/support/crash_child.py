"""The work of the crash tests, run by a child process that may be killed on its way, and then by the test itself.

python crash_child.py DATABASE_URL FOLDER
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine, select

from campaigns.review import Refused, expires_at
from overture.db import decisions
from overture.db.claims import free_dead
from overture.db.draft_clock import tick
from overture.db.engine import open_engine, read
from overture.db.outbox import ReleasePolicy, release_due
from overture.db.tables import drafts, handoffs
from overture.handoff.eml import EmlFolder
from support.cast import GOOD_UNTIL, KEYS, MARA, NOW, OUTBOX
from triggers.limits import Limits

DUE = NOW + timedelta(minutes=10)


def work(engine: Engine, folder: Path) -> list[Refused]:
    """Approve the first two drafts, release them, and let the last good day of the others pass."""
    free_dead(engine, [handoffs])
    with read(engine) as connection:
        rows = connection.execute(select(drafts).order_by(drafts.c.id)).all()
    refused: list[Refused] = []
    for row in rows[:2]:
        shown = decisions.Shown(row.id, row.version, row.content_hash)
        answer = decisions.approve(engine, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
        refused += [answer] if isinstance(answer, Refused) else []
    channels = {"eml": EmlFolder(folder)}
    limits, policy = Limits(), ReleasePolicy()
    for _ in range(3):
        release_due(engine, now=DUE, limits=limits, keys=KEYS, channels=channels, policy=policy)
    tick(engine, now=expires_at(GOOD_UNTIL), limits=limits)
    return refused


if __name__ == "__main__":
    work(open_engine(sys.argv[1]), Path(sys.argv[2]))
