"""What waits to be told to others, and what became of it: tests of the way out, and web hooks.

Each notice is a row that is claimed like every other. Who asked for it and what came of it stays for thirty days.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, select, update

from overture.db.audit import Act, Actor, record
from overture.db.bulk import insert_new
from overture.db.claims import due_again
from overture.db.engine import lock_names
from overture.db.tables import notices

Channel = Literal["webhook", "mail"]
TEST = "test"
SHOWN = 20
TESTS_AN_HOUR = 5  # of one person
KEPT = timedelta(days=30)
_LOOK = {"channel": "look", "event": "look", "thing": "-", "key": "look", "payload": {}}


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to make. `since` tells two troubles of one thing apart; the same three are told once."""

    event: str
    thing: str
    since: str
    payload: Mapping[str, Any]

    @property
    def key(self) -> str:
        return hashlib.sha256("\0".join((self.event, self.thing, self.since)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Told:
    """One notice as it stands. `status` is the receiver's answer, `why` what went wrong last."""

    id: int
    channel: str
    event: str
    thing: str
    asked_by: str | None
    made_at: datetime
    state: str
    attempts: int
    status: int | None
    location: str | None
    why: str | None
    ended_at: datetime | None
    next_at: datetime | None


def put(connection: Connection, made: Iterable[Notice], *, now: datetime) -> int:
    """Let the web hook be told of these, each once; how many were new."""
    rows = [
        {
            "channel": "webhook", "event": one.event, "thing": one.thing, "key": one.key,
            "payload": dict(one.payload), "made_at": now, "run_at": now,
        }
        for one in made
    ]  # fmt: skip
    return len(insert_new(connection, notices, rows, returning="id"))


def ask_test(
    connection: Connection, channel: Channel, actor: Actor, payload: Mapping[str, Any], *, now: datetime
) -> int | str:
    """Let a test leave on this channel; gives its number, or why not: nobody asks for more than a few an hour."""
    lock_names(connection, [f"tests of {actor.id}"])
    mine = (notices.c.event == TEST) & (notices.c.asked_by == actor.id) & (notices.c.made_at > now - timedelta(hours=1))
    if (connection.scalar(select(func.count()).select_from(notices).where(mine)) or 0) >= TESTS_AN_HOUR:
        return f"You had {TESTS_AN_HOUR} tests within the hour. The next one may come later."
    row = {
        "channel": channel, "event": TEST, "thing": channel, "key": secrets.token_hex(32), "payload": dict(payload),
        "asked_by": actor.id, "made_at": now, "run_at": now,
    }  # fmt: skip
    made = insert_new(connection, notices, [row], returning="id")
    record(connection, actor, [Act("test_asked", "notice", str(made[0]), codes={"channel": channel})], now=now)
    return int(made[0])


def again(connection: Connection, notice_id: int, actor: Actor, *, now: datetime) -> Told | None:
    """Tell the web hook of this once more, under the same number; None where there is no such notice that has ended."""
    n = notices.c
    ended = (n.id == notice_id) & (n.channel == "webhook") & (n.state != "waiting")
    fresh = {**due_again(notices, now), "state": "waiting", "ended_at": None, "status": None, "last_error": None}
    if not connection.execute(update(notices).where(ended).values(fresh)).rowcount:
        return None
    record(connection, actor, [Act("told_again", "notice", str(notice_id))], now=now)
    return told(connection, notice_id)


def told(connection: Connection, notice_id: int) -> Told | None:
    row = connection.execute(select(notices).where(notices.c.id == notice_id)).one_or_none()
    return _told(row) if row else None


def last(connection: Connection, channel: Channel, *, asked_by: str | None = None) -> tuple[Told, ...]:
    """The last of a channel, the newest first; those that one person asked for where that is named."""
    query = select(notices).where(notices.c.channel == channel).order_by(notices.c.id.desc()).limit(SHOWN)
    if asked_by is not None:
        query = query.where(notices.c.asked_by == asked_by)
    return tuple(_told(row) for row in connection.execute(query))


def _told(row: Any) -> Told:
    waits = row.state == "waiting"
    return Told(
        id=row.id, channel=row.channel, event=row.event, thing=row.thing, asked_by=row.asked_by, made_at=row.made_at,
        state=row.state, attempts=row.attempts, status=row.status, location=row.location, why=row.last_error,
        ended_at=row.ended_at, next_at=(row.retry_at or row.run_at) if waits else None,
    )  # fmt: skip


def begin_to_look(connection: Connection, *, now: datetime) -> None:
    """From now on somebody looks, every few minutes, whether there is something to tell."""
    rests = (notices.c.key == _LOOK["key"]) & (notices.c.state != "waiting")
    woken = connection.execute(update(notices).where(rests).values(**due_again(notices, now), state="waiting"))
    if not woken.rowcount:
        insert_new(connection, notices, [{**_LOOK, "made_at": now, "run_at": now}], returning="id")


def forget(connection: Connection, *, now: datetime) -> None:
    """What ended long ago is not needed; what lasts is told again under the day it is then."""
    old = (notices.c.state != "waiting") & (notices.c.made_at < now - KEPT)
    connection.execute(delete(notices).where(old))
