"""Letting go of the oldest part of the log, in whole sealed runs.

Nobody may take a line out of the log, with one exception that the database keeps itself: what was sealed longer ago
than a moment can go from the beginning on, once a cut says up to which seal. A new line tells of each cut, and the
chain goes on from the seal that the cut names, so that a log that was shortened otherwise does not verify. On
PostgreSQL the worker has no right to delete here either; `guards.DOORS` holds the function that does it for the
schema's owner, and that keeps a year whatever it is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from overture.db.audit import Act, Actor, record
from overture.db.engine import is_postgres
from overture.db.tables import audit, audit_cuts, audit_seals

_ROWS = 2_000  # about so many in one transaction
_SEALS = 200


@dataclass(frozen=True, slots=True)
class Cut:
    """Rows up to `up_to_id`, the last one of the run that `seal` closes, were let go."""

    up_to_id: int
    seal: str


def last_cut(connection: Connection) -> Cut | None:
    c = audit_cuts.c
    row = connection.execute(select(c.up_to_id, c.seal).order_by(c.up_to_id.desc()).limit(1)).first()
    return Cut(*row) if row else None


def many_older(connection: Connection, before: datetime) -> int:
    """How many lines were sealed before, and may go."""
    last = select(func.max(audit_seals.c.last_id)).where(_old(before)).scalar_subquery()
    return connection.scalar(select(func.count()).select_from(audit).where(audit.c.id <= last)) or 0


def let_go(connection: Connection, before: datetime, by: Actor, *, now: datetime) -> int:
    """Let some of the lines go that were sealed before; gives how many went. The caller calls again until none does."""
    s = audit_seals.c
    query = select(s.first_id, s.last_id, s.seal).where(_old(before)).order_by(s.last_id)
    old = connection.execute(query.limit(_SEALS)).all()
    if not old:
        return 0
    taken = _first(old)
    gone = _cut(connection, taken, before, now)
    told = Act("let_go", "audit", str(taken.up_to_id), after=taken.seal, codes={"rows": gone})
    record(connection, by, [told], now=now)
    return gone


def is_told(connection: Connection, cut: Cut) -> bool:
    """Whether a line of the log says that this was let go."""
    a = audit.c
    line = (a.thing == "audit") & (a.thing_id == str(cut.up_to_id)) & (a.action == "let_go") & (a.after == cut.seal)
    return connection.scalar(select(a.id).where(line, a.id > cut.up_to_id).limit(1)) is not None


def _old(before: datetime) -> ColumnElement[bool]:
    """Seals that were set before; never the newest, which the next one is built on."""
    newest = select(func.max(audit_seals.c.last_id)).scalar_subquery()
    return (audit_seals.c.sealed_at < before) & (audit_seals.c.last_id < newest)


def _first(old: Sequence[Any]) -> Cut:
    most = old[0].first_id + _ROWS
    last = [old[0], *takewhile(lambda one: one.last_id < most, old)][-1]
    return Cut(last.last_id, last.seal)


def _cut(connection: Connection, cut: Cut, before: datetime, now: datetime) -> int:
    if is_postgres(connection):
        return int(connection.scalar(select(func.let_audit_go(cut.up_to_id, before, now))) or 0)
    row = {"up_to_id": cut.up_to_id, "seal": cut.seal, "older_than": before, "made_at": now}
    connection.execute(insert(audit_cuts).values(row))
    gone = connection.execute(delete(audit).where(audit.c.id <= cut.up_to_id)).rowcount
    connection.execute(delete(audit_seals).where(audit_seals.c.last_id <= cut.up_to_id))
    return int(gone)
