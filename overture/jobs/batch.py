"""How a stage works on a batch: all at once; when that breaks, one by one, so that one bad member never takes its
neighbours down. What breaks alone is tried again later and set aside after the fifth attempt, where ops can see it.

Where nothing is bad, but somebody took a row of the batch or stood in its way, what is left of it is tried once more
together: one by one costs many times as much.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Engine, Row
from sqlalchemy.exc import OperationalError

from overture.db.claims import Batch, LeaseLost, held, kept, retry_later
from overture.db.engine import write
from overture.jobs.loop import survive
from triggers.limits import Limits

Work = Callable[[Sequence[Row[Any]]], None]


@dataclass(frozen=True, slots=True)
class Done:
    """What one run of a stage did. `more` asks for another run at once, `rings` for other stages."""

    stage: str
    worked: int = 0
    failed: int = 0
    set_aside: int = 0
    more: bool = False
    rings: tuple[str, ...] = field(default=())


def run_batch(engine: Engine, stage: str, batch: Batch, work: Work, *, limits: Limits, rings: tuple[str, ...]) -> Done:
    """Work on the batch under a lease that is renewed; give back what was done."""
    if not batch:
        return Done(stage)
    with kept(engine, batch, limits.lease_seconds):
        rows, error = batch.rows, _broke(stage, work, batch.rows)
        if isinstance(error, (LeaseLost, OperationalError)):
            rows = _still_ours(engine, stage, batch)
            error = _broke(stage, work, rows) if rows else None
        if error is None:
            return Done(stage, worked=len(rows), more=True, rings=rings)
        return _one_by_one(engine, stage, replace(batch, rows=rows), work, limits, rings)


def _still_ours(engine: Engine, stage: str, batch: Batch) -> Sequence[Row[Any]]:
    """The rows that nobody has taken; all of them while the database does not answer."""
    rows: list[Row[Any]] = []
    away = survive(stage, lambda: rows.extend(held(engine, batch)))
    return batch.rows if away else rows


def _one_by_one(engine: Engine, stage: str, batch: Batch, work: Work, limits: Limits, rings: tuple[str, ...]) -> Done:
    worked = failed = set_aside = 0
    for row in batch.rows:
        error = _broke(stage, work, [row])
        if error is None:
            worked += 1
        elif not isinstance(error, LeaseLost):
            failed += 1
            set_aside += _give_back(engine, batch, row, error, limits)
    return Done(stage, worked, failed, set_aside, more=True, rings=rings)


def _give_back(engine: Engine, batch: Batch, row: Row[Any], error: Exception, limits: Limits) -> bool:
    """Give a row back for a later try; True when it was set aside. Where even that fails, its lease runs out."""
    aside: list[bool] = []

    def give() -> None:
        with write(engine) as connection:
            words = f"{type(error).__name__}: {error}"
            aside.append(retry_later(connection, batch, row, error=words, attempts=limits.attempts))

    survive("give back", give, row=row.id)
    return any(aside)


def _broke(stage: str, work: Work, rows: Sequence[Row[Any]]) -> Exception | None:
    return survive(stage, lambda: work(rows), rows=[row.id for row in rows][:20])
