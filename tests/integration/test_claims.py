"""Claims: nobody works on a row that somebody else holds, and nobody writes with a lease that was lost."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, update
from support.unread import outlet_with

from overture.db.claims import Batch, LeaseLost, claim, count_leased, finish, finish_all, free_dead, retry_later
from overture.db.engine import read, write
from overture.db.tables import entries, sources
from overture.db.types import db_now

NOW = datetime(2026, 11, 19, 10, tzinfo=UTC)


@pytest.fixture
def engine(database: Engine) -> Engine:
    """One outlet with ten new entries."""
    return outlet_with(database, 10, now=NOW)


def take(engine: Engine, *, limit: int = 10, now: datetime = NOW, lease: float = 60) -> Batch:
    return claim(engine, entries, states=("new",), now=now, limit=limit, lease=lease)


def test_a_row_is_claimed_once(engine: Engine) -> None:
    assert len(take(engine, limit=6).rows) == 6
    assert len(take(engine).rows) == 4
    assert not take(engine)


def test_what_is_not_due_yet_is_left_alone(engine: Engine) -> None:
    assert not take(engine, now=NOW - timedelta(seconds=1))


def test_an_expired_lease_can_be_taken_over_and_fences_the_first_owner(engine: Engine) -> None:
    first = take(engine, limit=1, lease=-1)
    second = take(engine, limit=1)
    assert second.rows[0].id == first.rows[0].id
    with pytest.raises(LeaseLost), write(engine) as connection:
        finish(connection, first, first.rows[0], state="read")
    with write(engine) as connection:
        finish(connection, second, second.rows[0], state="read")


def test_a_batch_is_not_finished_with_one_row_lost(engine: Engine) -> None:
    batch = take(engine, limit=3)
    with write(engine) as connection:
        connection.execute(update(entries).where(entries.c.id == batch.rows[1].id).values(owner="somebody/1/else"))
    with pytest.raises(LeaseLost), write(engine) as connection:
        finish_all(connection, batch, [row.id for row in batch.rows], state="read")
    with read(engine) as connection:
        assert "read" not in connection.scalars(select(entries.c.state)).all()


def test_the_fifth_failure_sets_a_row_aside(engine: Engine) -> None:
    for attempt in range(1, 6):
        batch = take(engine, limit=1)
        with write(engine) as connection:
            aside = retry_later(connection, batch, batch.rows[0], error="it broke", attempts=5)
            connection.execute(update(entries).values(retry_at=None))
        assert aside is (attempt == 5)
    with read(engine) as connection:
        assert connection.scalars(select(entries.c.last_error).where(entries.c.state == "set_aside")).all() == [
            "it broke"
        ]


def test_a_source_is_never_set_aside(engine: Engine) -> None:
    with write(engine) as connection:
        connection.execute(update(sources).values(run_at=NOW, attempts=9))
    batch = claim(engine, sources, states=("active",), now=NOW, limit=1, lease=60)
    with write(engine) as connection:
        assert retry_later(connection, batch, batch.rows[0], error="it broke", attempts=5) is False


def test_leases_of_a_dead_process_on_this_host_are_freed(engine: Engine) -> None:
    take(engine)
    with write(engine) as connection:
        host = connection.scalars(select(entries.c.owner)).first().split("/")[0]  # type: ignore[union-attr]
        connection.execute(update(entries).values(owner=f"{host}/4194305/dead"))
    assert free_dead(engine, [entries]) == 10
    assert len(take(engine).rows) == 10


def test_eight_threads_share_the_rows_and_no_row_twice(engine: Engine) -> None:
    taken: list[int] = []

    def work() -> None:
        while batch := take(engine, limit=1):
            taken.extend(row.id for row in batch.rows)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(set(taken))
    assert len(taken) == 10
    with read(engine) as connection:
        assert count_leased(connection, entries) == 10


def test_the_databases_clock_agrees_with_itself(engine: Engine) -> None:
    with read(engine) as connection:
        earlier, later = connection.execute(select(db_now(-5), db_now(5))).one()
    assert timedelta(seconds=9) < later - earlier < timedelta(seconds=11)


def test_a_row_that_takes_processes_down_is_claimed_alone_and_then_set_aside(engine: Engine) -> None:
    with write(engine) as connection:
        connection.execute(update(entries).where(entries.c.id == 1).values(attempts=3))
    steady = take(engine)
    assert 1 not in [row.id for row in steady.rows]
    assert [row.id for row in take(engine).rows] == [1]
    with write(engine) as connection:
        connection.execute(update(entries).where(entries.c.id == 1).values(attempts=10, lease_until=None))
    assert not take(engine)
    with read(engine) as connection:
        assert connection.scalars(select(entries.c.state).where(entries.c.id == 1)).one() == "set_aside"
