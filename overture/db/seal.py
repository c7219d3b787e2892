"""The hash chain over the audit, sealed in batches and verified row by row.

A seal covers a run of rows and the seal before it, so a row that is changed, dropped, swapped or added shows, and the
verifier names the run. Only rows older than any transaction may last are sealed, since ids are given out before rows
are committed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select
from sqlalchemy.exc import IntegrityError

from overture.db.audit_keep import Cut, is_told, last_cut
from overture.db.codec import plain
from overture.db.engine import read, write
from overture.db.tables import audit, audit_seals
from overture.db.types import plain_json

BATCH = 1_000
SETTLED = timedelta(minutes=2)  # four times the longest statement
GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Broken:
    """Rows `first` to `last` of the audit are not as they were sealed."""

    first: int
    last: int
    what: str


@dataclass(frozen=True, slots=True)
class Intact:
    """Every sealed row is as it was; `head` is worth keeping somewhere else. Rows up to `let_go` went for their age."""

    rows: int
    unsealed: int
    head: str
    let_go: int = 0


def sealable(connection: Connection, now: datetime) -> bool:
    return connection.execute(_open_rows(connection, now).limit(1)).first() is not None


def seal(engine: Engine, *, now: datetime) -> int:
    """Seal up to a batch of settled rows; gives how many. Of two sealers at once, the second is refused by the seal's
    key and has sealed nothing."""
    try:
        return _seal(engine, now)
    except IntegrityError:
        return 0


def _seal(engine: Engine, now: datetime) -> int:
    with write(engine) as connection:
        rows = connection.execute(_open_rows(connection, now).limit(BATCH)).all()
        if not rows:
            return 0
        before = _last(connection)
        previous = before.seal if before else GENESIS
        connection.execute(
            insert(audit_seals).values(
                first_id=rows[0].id,
                last_id=rows[-1].id,
                previous=previous,
                seal=_digest(previous, rows),
                sealed_at=now,
            )
        )
    return len(rows)


def verify(engine: Engine) -> Intact | Broken:
    """Walk the whole chain, from where the log begins."""
    with read(engine) as connection:
        cut = last_cut(connection)
        previous, covered, rows_seen = (cut.seal, cut.up_to_id, 0) if cut else (GENESIS, 0, 0)
        if cut and (wrong := _wrong_below(connection, cut)):
            return Broken(1, cut.up_to_id, wrong)
        for sealed in connection.execute(select(audit_seals).order_by(audit_seals.c.first_id)):
            rows = connection.execute(
                select(audit).where(audit.c.id > covered, audit.c.id <= sealed.last_id).order_by(audit.c.id)
            ).all()
            if sealed.previous != previous:
                return Broken(sealed.first_id, sealed.last_id, "a seal before it is missing or was changed")
            if _digest(previous, rows) != sealed.seal:
                return Broken(sealed.first_id, sealed.last_id, "a row was changed, added or dropped")
            previous, covered, rows_seen = sealed.seal, sealed.last_id, rows_seen + len(rows)
        unsealed = len(connection.execute(select(audit.c.id).where(audit.c.id > covered)).all())
    return Intact(rows_seen, unsealed, previous, cut.up_to_id if cut else 0)


def _wrong_below(connection: Connection, cut: Cut) -> str:
    if connection.scalar(select(audit.c.id).where(audit.c.id <= cut.up_to_id).limit(1)) is not None:
        return "a row stands there that was let go"
    return "" if is_told(connection, cut) else "no line says that they were let go"


def _open_rows(connection: Connection, now: datetime) -> Any:
    """Rows after the last seal and before the first that is still too young: ids and moments need not be in the same
    order, and a row must never be passed over."""
    before = _last(connection)
    after = before.last_id if before else 0
    young = connection.scalar(select(func.min(audit.c.id)).where(audit.c.id > after, audit.c.at > now - SETTLED))
    rows = select(audit).where(audit.c.id > after).order_by(audit.c.id)
    return rows if young is None else rows.where(audit.c.id < young)


def _last(connection: Connection) -> Row[Any] | None:
    return connection.execute(select(audit_seals).order_by(audit_seals.c.last_id.desc()).limit(1)).first()


def _digest(previous: str, rows: Iterable[Row[Any]]) -> str:
    total = hashlib.sha256(previous.encode())
    for row in rows:
        total.update(plain_json(plain(dict(row._mapping))).encode() + b"\n")
    return total.hexdigest()
