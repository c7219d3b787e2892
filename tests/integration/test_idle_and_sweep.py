"""Idle is said of one moment; a sweep leaves to the other threads of its process what they are at work on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, Table, update
from support.line import Line, line

from overture.db.claims import count_leased
from overture.db.engine import write
from overture.db.tables import entries, sources
from overture.db.types import db_now
from overture.jail import ChildJail
from overture.jobs import idle, stages, sweep
from overture.jobs.stages import PATIENCE, STAGES

OTHER = -1  # a thread
LEASED = {"owner": "a neighbour", "lease_until": db_now(60.0)}
GIVEN_BACK = {"owner": None, "lease_until": None}


@pytest.fixture
def quiet(database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Line]:
    """A line whose sources are not due."""
    with line(database, tmp_path, jail=jail) as found:
        change(found, sources, run_at=found.clock.at + timedelta(days=1))
        yield found


def change(on: Line, table: Table, **values: object) -> None:
    with write(on.engine) as connection:
        connection.execute(update(table).values(**values))


def test_nothing_due_and_nothing_leased_is_idle(quiet: Line) -> None:
    assert idle(quiet.services)
    quiet.post("gazette", "Nothing of note")
    assert not idle(quiet.services)
    change(quiet, entries, **LEASED)
    assert not idle(quiet.services)


def test_what_is_given_back_while_one_looks_is_no_idleness(quiet: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    quiet.post("gazette", "Nothing of note")
    change(quiet, entries, **LEASED)

    def count_later(connection: Connection, table: Table) -> int:
        change(quiet, entries, **GIVEN_BACK)  # due again, after the look at what is due
        return count_leased(connection, table)

    monkeypatch.setattr(stages, "count_leased", count_later)
    assert not idle(quiet.services)


def test_a_sweep_leaves_a_stage_to_whoever_is_at_work_on_it(quiet: Line) -> None:
    id_ = quiet.post("gazette", "Nothing of note")
    quiet.services.at_work.update(dict.fromkeys(((name, OTHER) for name in STAGES), time.monotonic()))
    sweep(quiet.services)
    assert quiet.row(entries, id=id_).state == "new"
    quiet.services.at_work["read", OTHER] -= PATIENCE + 1  # a batch that hangs stands in nobody's way
    sweep(quiet.services)
    assert quiet.row(entries, id=id_).state != "new"
    assert {thread for _, thread in quiet.services.at_work} == {OTHER}  # which takes its own marks away
