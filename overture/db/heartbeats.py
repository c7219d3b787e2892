"""Whether work moves: a row per process, beaten by the thread that does the work, and one for the canary.

The canary is beaten by the tick task, which only runs when beat, broker and a worker all do.
"""

from __future__ import annotations

import os
import socket
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, func, select, update

from overture.db.bulk import insert_new
from overture.db.engine import write
from overture.db.tables import heartbeats
from overture.db.types import db_now

CANARY = "canary"
ROLES = ("worker", "beat", "web", CANARY)
_LATELY_SECONDS = 60.0
_FORGET_SECONDS = 24 * 3600.0  # rows of processes that are long gone


def me() -> str:
    """This process as heartbeats name it."""
    return f"{socket.gethostname()[:40]}/{os.getpid()}"


def beat(engine: Engine, *, role: str) -> None:
    """Say that this process worked just now, by the database's clock."""
    _beat(engine, me(), role)


def sing(engine: Engine) -> None:
    """Say that a message came through the broker to a worker just now."""
    _beat(engine, CANARY, CANARY)


def end(engine: Engine) -> None:
    """Say that this process has ended in good order."""
    with write(engine) as connection:
        connection.execute(update(heartbeats).where(heartbeats.c.owner == me()).values(ended=True))


def _beat(engine: Engine, owner: str, role: str) -> None:
    with write(engine) as connection:
        now = connection.scalar(select(db_now()))
        moved = connection.execute(
            update(heartbeats).where(heartbeats.c.owner == owner).values(seen_at=now, role=role, ended=False)
        )
        if not moved.rowcount:
            row = {"owner": owner, "role": role, "host": me().split("/")[0], "pid": os.getpid(), "ended": False}
            insert_new(connection, heartbeats, [{**row, "started_at": now, "seen_at": now}], returning="owner")
            connection.execute(delete(heartbeats).where(heartbeats.c.seen_at < db_now(-_FORGET_SECONDS)))


def alive(connection: Connection) -> dict[str, int]:
    """How many processes of each role moved within the last minute and have not ended; roles without one are absent."""
    lately = (heartbeats.c.seen_at > db_now(-_LATELY_SECONDS)) & heartbeats.c.ended.is_(False)
    counted = connection.execute(select(heartbeats.c.role, func.count()).where(lately).group_by(heartbeats.c.role))
    return {row[0]: row[1] for row in counted}


def last_seen(connection: Connection, *, role: str = "worker", host: str | None = None) -> datetime | None:
    """When a process of this role last worked, anywhere or on this host."""
    query = select(heartbeats.c.seen_at).where(heartbeats.c.role == role).order_by(heartbeats.c.seen_at.desc())
    if host is not None:
        query = query.where(heartbeats.c.host == host)
    return connection.scalars(query.limit(1)).first()
