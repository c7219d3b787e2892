"""The poll stage: sources that are due are asked, and what they say is stored once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, select

from overture.db import polls
from overture.db.claims import claim, due
from overture.db.engine import write
from overture.db.tables import sources
from overture.jobs.batch import Done, run_batch
from overture.services import Services
from triggers.poll import poll
from triggers.sources import ADAPTERS

# A batch waits for its slowest source, so it is not larger than what is fetched at once.
BATCH = 32


def polled() -> ColumnElement[bool]:
    """Sources that are asked over the network; a calendar has a stage of its own."""
    return sources.c.kind.in_(sorted(ADAPTERS))


def poll_is_due(connection: Connection, now: datetime) -> bool:
    return bool(connection.scalar(select(exists().where(due(sources, ("active",), now), polled()))))


def poll_due(services: Services) -> Done:
    """Poll one batch of due sources."""
    batch = claim(
        services.engine,
        sources,
        states=("active",),
        now=services.now(),
        limit=BATCH,
        lease=services.limits.lease_seconds,
        where=polled(),
    )

    def work(rows: Sequence[Row[Any]]) -> None:
        now = services.now()
        found = poll(
            [polls.due_source(row) for row in rows],
            policy=services.workspace.settings.outbound,
            jail=services.jail,
            limits=services.limits,
            now=now,
        )
        with write(services.engine) as connection:
            for row, polled in zip(rows, found, strict=True):
                polls.store(connection, batch, row, polled, limits=services.limits, now=now)

    return run_batch(services.engine, "poll", batch, work, limits=services.limits, rings=("read",))
