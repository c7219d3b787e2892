"""The calendar stage: what is on record is looked at every hour, and dates that came due walk the line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, exists, select

from overture.db import calendar
from overture.db.claims import Batch, claim, due, finish
from overture.db.codec import plain
from overture.db.engine import write
from overture.db.tables import sources
from overture.jobs.batch import Done, run_batch
from overture.services import Services
from triggers.schedule import Health, State
from triggers.sources.calendar import CalendarRules, due_events

KIND = "calendar"
EVERY = timedelta(hours=1)
RULES = CalendarRules()


def calendar_due(services: Services) -> Done:
    """Look at the calendar, where one is configured and its hour has come."""
    batch = claim(
        services.engine,
        sources,
        states=("active",),
        now=services.now(),
        limit=1,
        lease=services.limits.lease_seconds,
        where=sources.c.kind == KIND,
    )

    def work(rows: Sequence[Row[Any]]) -> None:
        with write(services.engine) as connection:
            for row in rows:
                _look(services, connection, batch, row)

    return run_batch(services.engine, "calendar", batch, work, limits=services.limits, rings=("launch",))


def calendar_is_due(connection: Connection, now: datetime) -> bool:
    waiting = exists().where(due(sources, ("active",), now), sources.c.kind == KIND)
    return bool(connection.scalar(select(waiting)))


def _look(services: Services, connection: Connection, batch: Batch, row: Row[Any]) -> None:
    """Entries, triggers and the next look in one transaction."""
    now = services.now()
    today = now.astimezone(ZoneInfo(services.workspace.settings.time_zone)).date()
    books = calendar.books(connection, today=today, rules=RULES)
    letters = calendar.letters(connection, today=today, rules=RULES)
    company = services.workspace.company
    publisher = company.name if company else row.id
    found = due_events(books, letters, today=today, rules=RULES)
    made = calendar.store(connection, row.id, publisher, found, now=now)
    calendar.take_back_moved(connection, now=now)
    health = Health(State.OK, last_ok_at=now, last_full_at=now, last_new_at=now if made.mentions else row.last_new_at)
    finish(
        connection, batch, row, run_at=now + EVERY, attempts=0, retry_at=None, last_error=None, title=publisher,
        health=plain(health), first_pass_done=True, last_attempt_at=now, last_success_at=now,
        last_full_at=now, last_new_at=health.last_new_at,
    )  # fmt: skip
