"""What becomes of a batch when a row of it is taken, is bad, or the database stands in the way for a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, Row, select, update
from sqlalchemy.exc import OperationalError
from support.unread import outlet_with

from overture.db.claims import claim, finish_all
from overture.db.engine import read, write
from overture.db.tables import entries
from overture.jobs.batch import Done, run_batch
from triggers.limits import Limits

NOW = datetime(2026, 11, 19, 10, tzinfo=UTC)
ROWS = 6


@pytest.fixture
def engine(database: Engine) -> Engine:
    """One outlet with a few new entries."""
    return outlet_with(database, ROWS, now=NOW)


class Work:
    """Reads what it is given; the first time something happens meanwhile. Remembers how many rows it got each time."""

    def __init__(self, engine: Engine, *, taken: int = 0, bad: int | None = None, away: bool = False) -> None:
        self.engine, self.taken, self.bad, self.away = engine, taken, bad, away
        self.sizes: list[int] = []

    def run(self) -> Done:
        self.batch = claim(self.engine, entries, states=("new",), now=NOW, limit=ROWS, lease=60)
        return run_batch(self.engine, "read", self.batch, self, limits=Limits(), rings=())

    def __call__(self, rows: Sequence[Row[Any]]) -> None:
        self.sizes.append(len(rows))
        if self.away and len(self.sizes) == 1:
            raise OperationalError("update entries", {}, Exception("canceling statement due to lock timeout"))
        if any(row.entry_key == str(self.bad) for row in rows):
            raise ValueError("no text that anybody can read")
        taken, self.taken = rows[: self.taken], 0
        with write(self.engine) as connection:
            lost = update(entries).where(entries.c.id.in_([row.id for row in taken]))
            connection.execute(lost.values(owner="somebody/1/else"))
        with write(self.engine) as connection:
            finish_all(connection, self.batch, [row.id for row in rows], state="read")


def states(engine: Engine) -> list[str]:
    with read(engine) as connection:
        return list(connection.scalars(select(entries.c.state).order_by(entries.c.id)))


def test_a_row_that_somebody_took_costs_one_more_try_of_the_rest(engine: Engine) -> None:
    work = Work(engine, taken=2)
    done = work.run()

    assert (work.sizes, done.worked, done.failed) == ([ROWS, ROWS - 2], ROWS - 2, 0)
    assert states(engine) == ["new", "new", *["read"] * (ROWS - 2)]


def test_where_all_were_taken_nothing_is_tried_again(engine: Engine) -> None:
    work = Work(engine, taken=ROWS)

    assert (work.run().worked, work.sizes) == (0, [ROWS])
    assert states(engine) == ["new"] * ROWS


def test_a_database_that_stood_in_the_way_is_asked_once_more_for_all(engine: Engine) -> None:
    work = Work(engine, away=True)

    assert (work.run().worked, work.sizes) == (ROWS, [ROWS, ROWS])
    assert states(engine) == ["read"] * ROWS


def test_a_bad_row_is_found_one_by_one_and_waits_alone(engine: Engine) -> None:
    work = Work(engine, bad=3)
    done = work.run()

    assert (work.sizes, done.worked, done.failed) == ([ROWS, *[1] * ROWS], ROWS - 1, 1)
    assert states(engine) == [*["read"] * 3, "new", "read", "read"]


def test_a_bad_row_beside_a_taken_one_is_found_too(engine: Engine) -> None:
    done = Work(engine, taken=1, bad=5).run()

    assert (done.worked, done.failed) == (ROWS - 2, 1)
    assert states(engine)[5] == "new"
