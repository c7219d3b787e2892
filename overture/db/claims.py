"""Claiming rows: who works on what, until when. The one queue of the product.

A row is due when its state is one of the stage's, `run_at` (business time, passed in) has come, and neither a
lease nor a retry time (database clock) holds it back. Each claim takes a batch under an owner name that is used
once, so a later write proves with `owner` and `fence` that the lease is still its own; zero rows mean it is lost.
"""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from threading import Event, Thread
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Connection,
    Engine,
    Row,
    Table,
    and_,
    bindparam,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.exc import SQLAlchemyError

from overture.db.bulk import update_each
from overture.db.engine import is_postgres, read, write
from overture.db.types import db_now

# A process that is killed for other reasons counts an attempt on everything it held, so the bounds are generous.
ALONE_AFTER = 3
GIVE_UP_AFTER = 10


class LeaseLost(Exception):  # noqa: N818 - the name is the statement
    """Somebody else owns the row now; whatever was about to be written must not be."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows that are ours until the lease ends, unless renewed."""

    table: Table
    owner: str
    rows: Sequence[Row[Any]]

    def __bool__(self) -> bool:
        return bool(self.rows)


def due_again(table: Table, now: datetime) -> dict[str, Any]:
    """Columns that make a row due afresh. Whoever works on its older self loses the lease, so that what they found
    out about it is not written over what is known now."""
    return {
        "run_at": now,
        "retry_at": None,
        "owner": None,
        "lease_until": None,
        "attempts": 0,
        "fence": table.c.fence + 1,
    }


def new_owner() -> str:
    """A name for one claim: host, process, and a token that is never used again."""
    return f"{socket.gethostname()[:40]}/{os.getpid()}/{secrets.token_hex(6)}"


def due(table: Table, states: Sequence[str], now: datetime) -> ColumnElement[bool]:
    return and_(
        table.c.state.in_(states),
        table.c.run_at <= now,
        or_(table.c.retry_at.is_(None), table.c.retry_at <= db_now()),
        or_(table.c.lease_until.is_(None), table.c.lease_until < db_now()),
    )


def claim(
    engine: Engine,
    table: Table,
    *,
    states: Sequence[str],
    now: datetime,
    limit: int,
    lease: float,
    where: ColumnElement[bool] | None = None,
) -> Batch:
    """Take up to `limit` due rows for `lease` seconds; counts an attempt on each.

    A row that was claimed several times and never finished may be what took its process down: it is claimed alone,
    so that its neighbours go on, and is set aside when even that never ends.
    """
    owner = new_owner()
    columns = (table.c.id, table.c.attempts)
    chosen = select(*columns).where(due(table, states, now)).order_by(table.c.run_at, table.c.id).limit(limit)
    if where is not None:
        chosen = chosen.where(where)
    with write(engine) as connection:
        if is_postgres(connection):
            chosen = chosen.with_for_update(skip_locked=True)
        ids = _ready(connection, table, connection.execute(chosen).all())
        if not ids:
            return Batch(table, owner, ())
        taken = connection.execute(
            update(table)
            .where(table.c.id.in_(ids))
            .values(owner=owner, lease_until=db_now(lease), fence=table.c.fence + 1, attempts=table.c.attempts + 1)
            .returning(*table.c)
        ).all()
    return Batch(table, owner, sorted(taken, key=lambda row: (row.run_at, row.id)))


def _ready(connection: Connection, table: Table, found: Sequence[Row[Any, Any]]) -> list[Any]:
    """The ids to work on: the steady ones together, else one suspect alone; the hopeless are set aside."""
    hopeless = [row.id for row in found if row.attempts >= GIVE_UP_AFTER]
    if hopeless and "set_aside" in _states_of(table):
        aside = {"state": "set_aside", "last_error": f"never finished in {GIVE_UP_AFTER} attempts"}
        connection.execute(update(table).where(table.c.id.in_(hopeless)).values(aside))
        found = [row for row in found if row.id not in hopeless]
    steady = [row.id for row in found if row.attempts < ALONE_AFTER]
    return steady or [row.id for row in found[:1]]


def held(engine: Engine, batch: Batch) -> list[Row[Any]]:
    """Those rows of the batch that are still ours."""
    with read(engine) as connection:
        ours = set(connection.scalars(select(batch.table.c.id).where(batch.table.c.owner == batch.owner)))
    return [row for row in batch.rows if row.id in ours]


def finish(connection: Connection, batch: Batch, row: Row[Any], **values: Any) -> None:
    """Write a row's outcome and give its lease back. Raises `LeaseLost` when it is no longer ours."""
    table = batch.table
    done = connection.execute(
        update(table)
        .where(table.c.id == row.id, table.c.owner == batch.owner, table.c.fence == row.fence)
        .values({"owner": None, "lease_until": None, **values})
    )
    if done.rowcount != 1:
        raise LeaseLost(f"{table.name} {row.id}")


def finish_all(connection: Connection, batch: Batch, ids: Sequence[Any], **values: Any) -> None:
    """The same outcome for many rows of a batch, in one statement."""
    if not ids:
        return
    table = batch.table
    done = connection.execute(
        update(table)
        .where(table.c.id.in_(ids), table.c.owner == batch.owner)
        .values({"owner": None, "lease_until": None, **values})
    )
    if done.rowcount != len(ids):
        raise LeaseLost(f"{table.name}: {len(ids) - done.rowcount} of {len(ids)} rows")


def finish_each(connection: Connection, batch: Batch, each: Sequence[tuple[Row[Any], dict[str, Any]]]) -> None:
    """An outcome of its own for each row of a batch; all name the same columns. Raises `LeaseLost`."""
    mine = (batch.table.c.owner == batch.owner) & (batch.table.c.fence == bindparam("held"))
    rows = [{"which": row.id, "held": row.fence, **values} for row, values in each]
    done = update_each(connection, batch.table, rows, where=mine, owner=None, lease_until=None)
    if done != len(rows):
        raise LeaseLost(f"{batch.table.name}: {len(rows) - done} of {len(rows)} rows")


def retry_later(connection: Connection, batch: Batch, row: Row[Any], *, error: str, attempts: int) -> bool:
    """Give a row back for a later try, or set it aside after `attempts`. True when it was set aside."""
    over: bool = row.attempts >= attempts and "set_aside" in _states_of(batch.table)
    wait = min(2.0 ** max(row.attempts - 1, 0), 60.0)
    values: dict[str, Any] = {"last_error": error[:2000], "retry_at": db_now(wait)}
    if over:
        values |= {"state": "set_aside", "retry_at": None}
    finish(connection, batch, row, **values)
    return over


def _states_of(table: Table) -> str:
    """The table's own closed list; a source knows no setting aside, it is asked again for ever."""
    checks = (str(rule.sqltext) for rule in table.constraints if isinstance(rule, CheckConstraint))
    return " ".join(text for text in checks if text.startswith("state IN"))


@contextmanager
def kept(engine: Engine, batch: Batch, lease: float) -> Iterator[None]:
    """Renew the batch's lease every third of it while the body works."""
    stop = Event()

    def renew() -> None:
        while not stop.wait(lease / 3):
            # A database that is busy or away for a moment must not end the renewing: the next third tries again.
            with suppress(SQLAlchemyError), write(engine) as connection:
                connection.execute(
                    update(batch.table).where(batch.table.c.owner == batch.owner).values(lease_until=db_now(lease))
                )

    thread = Thread(target=renew, name=f"lease-{batch.table.name}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def free_dead(engine: Engine, tables: Sequence[Table]) -> int:
    """Free the leases of processes of this host that are gone; called when a process starts."""
    host = socket.gethostname()[:40]
    freed = 0
    with write(engine) as connection:
        for table in tables:
            owners = connection.scalars(select(table.c.owner).where(table.c.owner.like(f"{host}/%")).distinct()).all()
            dead = [owner for owner in owners if owner and not _alive(int(owner.split("/")[1]))]
            if dead:
                freed += connection.execute(
                    update(table).where(table.c.owner.in_(dead)).values(lease_until=db_now(-1))
                ).rowcount
    return freed


def _alive(pid: int) -> bool:
    if pid == os.getpid():
        return False  # this process has claimed nothing yet: the number was used before
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def count_due(connection: Connection, table: Table, states: Sequence[str], now: datetime) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(due(table, states, now))) or 0


def count_leased(connection: Connection, table: Table) -> int:
    leased = select(func.count()).select_from(table).where(table.c.lease_until > db_now())
    return connection.scalar(leased) or 0
