"""Whose turn it is to ask a host: a lease per host, so that two workers never ask one at once.

What one worker asks of a host at a time is its own business (`triggers.fetch`); this is about several of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from sqlalchemy import Engine, or_, select, update

from overture.db.bulk import insert_new
from overture.db.claims import Batch, new_owner
from overture.db.engine import is_postgres, write
from overture.db.tables.line import hosts
from overture.db.types import db_now


def host_of(url: str | None) -> str:
    """Host and port in lower case; the text as it stands where there is none."""
    try:
        return (urlsplit(url or "").netloc.rpartition("@")[2].lower() or (url or ""))[:255]
    except ValueError:
        return (url or "")[:255]


def take(engine: Engine, names: Iterable[str], *, lease: float) -> Batch:
    """The turn at as many of these hosts as nobody else has now; `rows` are those that were taken."""
    wanted = sorted(set(names))
    owner = new_owner()
    if not wanted:
        return Batch(hosts, owner, ())
    with write(engine) as connection:
        insert_new(connection, hosts, [{"name": name} for name in wanted], returning="name")
        free = select(hosts.c.name).where(
            hosts.c.name.in_(wanted), or_(hosts.c.lease_until.is_(None), hosts.c.lease_until < db_now())
        )
        free = free.order_by(hosts.c.name)
        found = connection.scalars(free.with_for_update(skip_locked=True) if is_postgres(connection) else free).all()
        mine = update(hosts).where(hosts.c.name.in_(found)).values(owner=owner, lease_until=db_now(lease))
        rows = connection.execute(mine.returning(*hosts.c)).all() if found else []
    return Batch(hosts, owner, rows)


def give_back(engine: Engine, turn: Batch) -> None:
    """Let others ask these hosts."""
    if turn:
        with write(engine) as connection:
            connection.execute(update(hosts).where(hosts.c.owner == turn.owner).values(owner=None, lease_until=None))
