"""Whether work moves: a row per process, beaten by the thread that does the work."""

from __future__ import annotations

import os
import socket
from datetime import datetime

from sqlalchemy import Connection, Engine, select, update

from overture.db.bulk import insert_new
from overture.db.engine import write
from overture.db.tables import heartbeats
from overture.db.types import db_now


def beat(engine: Engine, *, role: str) -> None:
    """Say that this process worked just now, by the database's clock."""
    host, pid = socket.gethostname()[:40], os.getpid()
    with write(engine) as connection:
        now = connection.scalar(select(db_now()))
        row = {"owner": f"{host}/{pid}", "role": role, "host": host, "pid": pid, "started_at": now, "seen_at": now}
        moved = connection.execute(
            update(heartbeats).where(heartbeats.c.owner == row["owner"]).values(seen_at=now, role=role, ended=False)
        )
        if not moved.rowcount:
            insert_new(connection, heartbeats, [{**row, "ended": False}], returning="owner")


def last_seen(connection: Connection, *, role: str = "worker") -> datetime | None:
    """When a process of this role last worked."""
    query = select(heartbeats.c.seen_at).where(heartbeats.c.role == role).order_by(heartbeats.c.seen_at.desc())
    return connection.scalars(query.limit(1)).first()
