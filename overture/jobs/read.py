"""The read stage: entries that are new become mentions, and mentions become triggers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from overture.db.claims import Batch, claim, finish, finish_all
from overture.db.engine import read as reading
from overture.db.engine import write
from overture.db.entries import settle
from overture.db.tables import entries, sources
from overture.jobs.batch import Done, run_batch
from overture.services import Services
from triggers.read import Read, Unread, read
from triggers.types import Reading

BATCH = 200


def read_due(services: Services) -> Done:
    """Read one batch of new entries."""
    batch = claim(
        services.engine, entries, states=("new",), now=services.now(), limit=BATCH, lease=services.limits.lease_seconds
    )

    def work(rows: Sequence[Row[Any]]) -> None:
        done = read(_unread(services, rows), services.resolver())
        with write(services.engine) as connection:
            _store(connection, batch, rows, done, services.now())

    return run_batch(services.engine, "read", batch, work, limits=services.limits, rings=("launch",))


def _unread(services: Services, rows: Sequence[Row[Any]]) -> list[Unread]:
    ids = {row.source_id for row in rows}
    with reading(services.engine) as connection:
        found = connection.execute(select(sources.c.id, sources.c.title, sources.c.url).where(sources.c.id.in_(ids)))
        outlets = {row.id: row for row in found}
    return [_one(row, outlets[row.source_id]) for row in rows]


def _one(row: Row[Any], source: Any) -> Unread:
    told = Reading(
        id=str(row.id),
        title=row.title,
        summary=row.text,
        source=source.id,
        url=row.link,
        language=row.language,
        published=row.published_at,
    )
    return Unread(row.id, told, source.title or source.id, row.published_at or row.fetched_at)


def _store(connection: Connection, batch: Batch, rows: Sequence[Row[Any]], done: list[Read], now: datetime) -> None:
    """Mentions and triggers of the batch, and every entry marked read, in one transaction."""
    settle(connection, [told for item in done for told in item.tellings], now=now)
    silent = [row.id for row, item in zip(rows, done, strict=True) if not item.tellings]
    finish_all(connection, batch, silent, state="read", last_error=None)
    for row, item in zip(rows, done, strict=True):
        if item.tellings:
            clean = item.detection.clean
            finish(
                connection,
                batch,
                row,
                state="read",
                last_error=None,
                clean_title=clean.title,
                clean_text=clean.summary,
                language=item.detection.language[:8],
            )
