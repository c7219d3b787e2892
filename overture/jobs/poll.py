"""The poll stage: sources that are due are asked, and what they say is stored once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, select, update

from overture.db import polls
from overture.db.claims import Batch, claim, due, finish_all, kept
from overture.db.engine import write
from overture.db.hosts import give_back, host_of, take
from overture.db.tables import sources
from overture.db.types import db_now
from overture.jobs.batch import Done, run_batch
from overture.services import Services
from triggers.poll import poll
from triggers.sources import ADAPTERS

# A batch waits for its slowest source, so it is not larger than what is fetched at once.
BATCH = 32
HOST_WAIT = 5.0  # seconds until a source is due again whose host somebody else was asking


def over_the_network() -> ColumnElement[bool]:
    """Sources that are asked over the network; a calendar has a stage of its own."""
    return sources.c.kind.in_(sorted(ADAPTERS))


def poll_is_due(connection: Connection, now: datetime) -> bool:
    return bool(connection.scalar(select(exists().where(due(sources, ("active",), now), over_the_network()))))


def poll_due(services: Services) -> Done:
    """Poll one batch of due sources."""
    batch = claim(
        services.engine,
        sources,
        states=("active",),
        now=services.now(),
        limit=BATCH,
        lease=services.limits.lease_seconds,
        where=over_the_network(),
    )
    if not batch:
        return Done("poll")
    turn = take(services.engine, [host_of(row.url) for row in batch.rows], lease=services.limits.lease_seconds)
    batch = _only_my_turn(services, batch, {row.name for row in turn.rows})

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

    try:
        with kept(services.engine, turn, services.limits.lease_seconds):
            return run_batch(services.engine, "poll", batch, work, limits=services.limits, rings=("read",))
    finally:
        _next_turn(services, turn)


def _only_my_turn(services: Services, batch: Batch, mine: Collection[str]) -> Batch:
    """Sources whose host another worker is asking right now are given back, and are due again in a moment."""
    others = [row.id for row in batch.rows if host_of(row.url) not in mine]
    if not others:
        return batch
    with write(services.engine) as connection:
        again = {"retry_at": db_now(HOST_WAIT), "attempts": sources.c.attempts - 1}
        finish_all(connection, batch, others, **again)
    left = [row for row in batch.rows if row.id not in others]
    return Batch(batch.table, batch.owner, left)


def _next_turn(services: Services, turn: Batch) -> None:
    """Give the hosts back; sources that waited for one of them are due at once. One that broke has tried before."""
    give_back(services.engine, turn)
    names = {row.name for row in turn.rows}
    waiting = select(sources.c.id, sources.c.url).where(sources.c.retry_at > db_now(), sources.c.attempts == 0)
    with write(services.engine) as connection:
        ids = [row.id for row in connection.execute(waiting) if host_of(row.url) in names]
        if ids:
            connection.execute(update(sources).where(sources.c.id.in_(ids)).values(retry_at=None))
