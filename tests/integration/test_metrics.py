"""Metrics say how far behind the line is, on both databases, and name nobody."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine, text, update
from support.cast import NOW, Stage

from overture import metrics
from overture.db.engine import write
from overture.db.heartbeats import CANARY, beat, me, sing
from overture.db.pulse import pulse
from overture.db.tables import heartbeats, triggers
from overture.db.types import db_now
from triggers.limits import Limits


def shown(engine: Engine, *, later: float = 0.0) -> dict[str, float]:
    told = metrics.render(engine, now=NOW + timedelta(seconds=later), limits=Limits())
    assert told is not None
    lines = (line.rsplit(" ", 1) for line in told.decode().splitlines() if line.startswith("overture_"))
    return {name: float(value) for name, value in lines}


def test_a_row_that_waits_is_due_then_late(database: Engine) -> None:
    Stage(database).set().draft()
    with write(database) as connection:
        connection.execute(update(triggers).values(state="due", run_at=NOW))
    soon, late = shown(database, later=1), shown(database, later=600)
    assert (soon['overture_due_rows{stage="launch"}'], soon['overture_overdue_rows{stage="launch"}']) == (1, 0)
    assert soon['overture_lag_seconds{stage="launch"}'] == 1
    assert late['overture_overdue_rows{stage="launch"}'] == 1
    assert soon['overture_drafts_waiting{kind="approvable"}'] == 1


def test_nothing_is_told_of_anybody(database: Engine) -> None:
    Stage(database).set().draft()
    told = metrics.render(database, now=NOW, limits=Limits())
    assert told is not None
    for name in ("acme", "Acme", "jo@", "mara", "@"):
        assert name.encode() not in told


def test_a_worker_and_the_way_through_the_broker_are_seen_apart(database: Engine) -> None:
    beat(database, role="worker")
    assert pulse(database).beats(within=timedelta(seconds=60))
    assert pulse(database).canary is None
    sing(database)
    assert pulse(database).canary is not None
    with write(database) as connection:
        long_ago = {"seen_at": db_now(-3600)}
        connection.execute(update(heartbeats).where(heartbeats.c.role == "worker").values(long_ago))
    assert not pulse(database).beats(within=timedelta(seconds=60))
    assert shown(database)[f'overture_silence_seconds{{role="{CANARY}"}}'] < 60


def test_as_many_processes_are_told_as_are_at_work(database: Engine) -> None:
    for number in range(3):
        beat(database, role="beat")
        rename(database, f"host/{number}")
    assert shown(database)['overture_processes{role="beat"}'] == 3
    changed(database, "host/0", ended=True)
    changed(database, "host/1", seen_at=db_now(-3600))
    assert shown(database)['overture_processes{role="beat"}'] == 1
    changed(database, "host/2", ended=True)
    found = shown(database)
    assert (found['overture_processes{role="beat"}'], found['overture_processes{role="worker"}']) == (0, 0)
    assert found['overture_silence_seconds{role="beat"}'] < 60, "when it moved last is a question of its own"


def rename(database: Engine, owner: str) -> None:
    with write(database) as connection:
        connection.execute(update(heartbeats).where(heartbeats.c.owner == me()).values(owner=owner))


def changed(database: Engine, owner: str, **columns: object) -> None:
    with write(database) as connection:
        connection.execute(update(heartbeats).where(heartbeats.c.owner == owner).values(columns))


def test_a_database_that_does_not_answer_is_no_crash(database: Engine) -> None:
    with write(database) as connection:
        connection.execute(text("DROP TABLE heartbeats"))
    assert metrics.render(database, now=NOW, limits=Limits()) is None
    assert not pulse(database).database
