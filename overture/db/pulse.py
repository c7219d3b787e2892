"""Does the database answer, and does a worker move? For the footer of every page and for probes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, Engine, bindparam, func, select
from sqlalchemy.exc import SQLAlchemyError

from overture.db.engine import read
from overture.db.heartbeats import CANARY
from overture.db.tables import heartbeats
from overture.db.types import db_now


@dataclass(frozen=True, slots=True)
class Pulse:
    """How long ago a worker was seen, and a message that came through the broker, by the database's clock; None if
    never. Work moves while a worker does; without the broker it moves by the sweep, later."""

    database: bool
    worker: timedelta | None = None
    canary: timedelta | None = None

    def beats(self, *, within: timedelta) -> bool:
        return self.database and self.worker is not None and self.worker <= within


def pulse(engine: Engine) -> Pulse:
    """An answer in any case: a database that is away is a value here."""
    try:
        with read(engine) as connection:
            return Pulse(True, worker_seen(connection), _since(connection, CANARY))
    except SQLAlchemyError:
        return Pulse(False)


def worker_seen(connection: Connection) -> timedelta | None:
    return _since(connection, "worker")


_SEEN = select(func.max(heartbeats.c.seen_at)).where(heartbeats.c.role == bindparam("role"))
_SEEN_AND_NOW = select(_SEEN.scalar_subquery(), db_now())


def _since(connection: Connection, role: str) -> timedelta | None:
    seen, now = connection.execute(_SEEN_AND_NOW, {"role": role}).one()
    return None if seen is None or now is None else max(timedelta(), now - seen)
