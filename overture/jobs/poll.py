"""The poll stage: sources that are due are asked, and what they say is stored once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from overture.db import polls
from overture.db.claims import claim
from overture.db.engine import write
from overture.db.tables import sources
from overture.jobs.batch import Done, run_batch
from overture.services import Services
from triggers.poll import poll

# A batch waits for its slowest source, so it is not larger than what is fetched at once.
BATCH = 32


def poll_due(services: Services) -> Done:
    """Poll one batch of due sources."""
    batch = claim(
        services.engine,
        sources,
        states=("active",),
        now=services.now(),
        limit=BATCH,
        lease=services.limits.lease_seconds,
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
