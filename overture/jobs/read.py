"""The read stage: entries that are new become mentions, and mentions become triggers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from overture.db.claims import Batch, claim, finish_all, finish_each
from overture.db.engine import read as reading
from overture.db.engine import write
from overture.db.entries import settle
from overture.db.tables import entries, sources
from overture.jobs import own_news
from overture.jobs.batch import Done, run_batch
from overture.services import Services
from triggers.read import Read, Unread, read
from triggers.types import Reading

BATCH = 400


def read_due(services: Services) -> Done:
    """Read one batch of new entries."""
    batch = claim(
        services.engine, entries, states=("new",), now=services.now(), limit=BATCH, lease=services.limits.lease_seconds
    )

    def work(rows: Sequence[Row[Any]]) -> None:
        done = _told(services, rows)
        with write(services.engine) as connection:
            _store(connection, batch, rows, done, services.now())

    return run_batch(services.engine, "read", batch, work, limits=services.limits, rings=("launch",))


def _told(services: Services, rows: Sequence[Row[Any]]) -> list[Read]:
    """What each entry says, in order. Posts of our own are no news about others: they ask whom they are for."""
    columns = (sources.c.id, sources.c.title, sources.c.own)
    with reading(services.engine) as connection:
        found = connection.execute(select(*columns).where(sources.c.id.in_({row.source_id for row in rows})))
        outlets = {row.id: row for row in found}
        unread = [_one(row, outlets[row.source_id]) for row in rows]
        ours = {
            post.id: own_news.tell(connection, post, now=services.now()) for post in unread if _is_ours(post, outlets)
        }
    others = [post for post in unread if post.id not in ours]
    told = ours | {item.entry_id: item for item in read(others, services.resolver())}
    return [told[row.id] for row in rows]


def _is_ours(post: Unread, outlets: dict[Any, Any]) -> bool:
    return bool(outlets[post.reading.source].own)


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
    silent: dict[str | None, list[int]] = {}
    for row, item in zip(rows, done, strict=True):
        if not item.tellings:
            silent.setdefault(item.detection.vetoed, []).append(row.id)
    for why, ids in silent.items():
        finish_all(connection, batch, ids, state="read", last_error=None, vetoed=why)
    told = [(row, _columns(item)) for row, item in zip(rows, done, strict=True) if item.tellings]
    finish_each(connection, batch, told)


def _columns(item: Read) -> dict[str, Any]:
    """Of an entry that tells of an event: the texts that its evidence points into are kept."""
    return {
        "state": "read",
        "last_error": None,
        "vetoed": item.detection.vetoed,
        "clean_title": item.detection.clean.title,
        "clean_text": item.detection.clean.summary,
        "language": item.detection.language[:8],
    }
