"""Sources as rows: what a poll needs of them, and what it leaves behind: entries, validators, health, the next time."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, update

from overture.db.audit import SYSTEM, Act, record
from overture.db.bulk import insert_new
from overture.db.claims import Batch, finish
from overture.db.codec import plain
from overture.db.tables import entries
from triggers.limits import Limits
from triggers.poll import DueSource, Polled, settle
from triggers.schedule import MOVES_BEFORE_ADOPTING, Health, NextPoll, State
from triggers.sources import SourceConfig

_ASK_FULL = "ask_full"  # beside the health: the next request leaves the validators out


def due_source(row: Row[Any]) -> DueSource:
    """A claimed row as the line knows it."""
    config = SourceConfig(
        id=row.id,
        url=row.url,
        kind=row.kind,
        first_pass=not row.first_pass_done,
        etag=row.etag,
        last_modified=row.last_modified,
        filter=row.config.get("filter") or {},
    )
    return DueSource(config, health_of(row.health), row.config.get("interval"), bool(row.health.get(_ASK_FULL)))


def health_of(stored: dict[str, Any]) -> Health:
    """Health from its JSON; what an older version did not store takes its default."""
    known = {field.name for field in fields(Health)}
    values = {name: value for name, value in stored.items() if name in known}
    for name in ("last_ok_at", "last_full_at", "last_new_at", "hour_at"):
        if values.get(name):
            values[name] = datetime.fromisoformat(values[name])
    if "state" in values:
        values["state"] = State(values["state"])
    return Health(**values)


def store(connection: Connection, batch: Batch, row: Row[Any], polled: Polled, *, limits: Limits, now: datetime) -> int:
    """Entries, validators and the next time in one transaction; gives how many entries were new.

    Validators without their entries would lose them behind a 304 for ever, so they are never stored apart.
    """
    made = _insert(connection, row, polled, now)
    after = settle(polled, new_entries=len(made), limits=limits, now=now)
    if after.health.state is State.QUARANTINED and made:
        connection.execute(update(entries).where(entries.c.id.in_(made)).values(state="quarantined"))
    finish(connection, batch, row, **_columns(row, polled, after, bool(made), now))
    _tell(connection, row, after, now)
    return len(made)


def _insert(connection: Connection, row: Row[Any], polled: Polled, now: datetime) -> list[int]:
    if polled.feed is None:
        return []
    rows = [
        {
            "source_id": row.id,
            "entry_key": entry.entry_key,
            "guid": entry.guid,
            "link": entry.link,
            "title": entry.title,
            "text": entry.text,
            "published_at": entry.published,
            "fetched_at": now,
            "first_pass": not row.first_pass_done,
            "language": (polled.feed.language or "")[:8] or None,
            "state": "new",
            "run_at": now,
        }
        for entry in polled.feed.entries
    ]
    return insert_new(connection, entries, rows, returning="id")


def _columns(row: Row[Any], polled: Polled, after: NextPoll, any_new: bool, now: datetime) -> dict[str, Any]:
    reply, failure = polled.reply, polled.failure
    values: dict[str, Any] = {
        "attempts": 0,
        "retry_at": None,
        "run_at": after.at,
        "health": plain(after.health) | ({_ASK_FULL: True} if after.full else {}),
        "last_attempt_at": now,
        "last_error": failure.message if failure else None,
        "last_status": (failure.status if failure else reply.status if reply else None) or None,
    }
    if after.at is None:
        values["state"] = "gone"
    if after.adopt:
        values["url"] = after.adopt
    if failure is not None or reply is None:
        return values
    values["last_success_at"] = now
    if not reply.not_modified:
        values |= {"etag": reply.etag, "last_modified": reply.last_modified, "last_full_at": now}
        values |= {"first_pass_done": True, "title": (polled.feed.title if polled.feed else None) or row.title}
    if after.adopt:
        values |= {"etag": None, "last_modified": None}
    if any_new:
        values["last_new_at"] = now
    return values


def _tell(connection: Connection, row: Row[Any], after: NextPoll, now: datetime) -> None:
    """What happened to the source itself is told in the audit."""
    acts = []
    if after.at is None:
        acts.append(Act("gone", "source", row.id, codes={"status": 410}))
    if after.adopt:
        acts.append(Act("moved", "source", row.id, codes={"adopted": True}))
    if after.hold and after.health.moved_times == MOVES_BEFORE_ADOPTING:
        acts.append(Act("moved", "source", row.id, codes={"adopted": False}))
    record(connection, SYSTEM, acts, now=now)
