"""The stages of the line: what is due in each, and how to run it until nothing is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, Table, exists, select

from overture.db import retention
from overture.db.claims import count_leased, due
from overture.db.engine import is_postgres, read
from overture.db.tables import entries, handoffs, notices, sources, triggers
from overture.jobs.batch import Done
from overture.jobs.calendar import calendar_due, calendar_is_due
from overture.jobs.launch import launch_due
from overture.jobs.loop import survive
from overture.jobs.notices import notify_due
from overture.jobs.outbox import clock_due, clock_is_due, releasable, release_due
from overture.jobs.poll import poll_due, poll_is_due
from overture.jobs.read import read_due
from overture.jobs.retain import retain_due
from overture.services import Services

# A run gives way after this many seconds and rings itself, well inside the task's time limit.
PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    due: Callable[[Connection, datetime], bool]
    run: Callable[[Services], Done]


def _due(table: Table, state: str) -> Callable[[Connection, datetime], bool]:
    return lambda connection, now: bool(connection.scalar(select(exists().where(due(table, (state,), now)))))


def _releasable(connection: Connection, now: datetime) -> bool:
    return bool(connection.scalar(select(exists().where(releasable(now)))))


STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("poll", poll_is_due, poll_due),
        Stage("calendar", calendar_is_due, calendar_due),
        Stage("read", _due(entries, "new"), read_due),
        Stage("launch", _due(triggers, "due"), launch_due),
        Stage("clock", clock_is_due, clock_due),
        Stage("release", _releasable, release_due),
        Stage("notify", _due(notices, "waiting"), notify_due),
        Stage("retain", retention.due, retain_due),
    )
}


def due_stages(services: Services) -> list[str]:
    """Names of the stages that have a row due; one short look at an index each."""
    services.refresh()
    with read(services.engine) as connection:
        return _due_now(connection, services.now())


def _due_now(connection: Connection, now: datetime) -> list[str]:
    return [stage.name for stage in STAGES.values() if stage.due(connection, now)]


def run(services: Services, name: str, ring: Callable[[str], object]) -> None:
    """Run a stage batch after batch. `ring` is told at once which stages should look next, and this one itself where a
    neighbour may help or where the run gives way."""
    try:
        _run(services, STAGES[name], ring)
    finally:
        services.at_work.pop((name, threading.get_ident()), None)


def _run(services: Services, stage: Stage, ring: Callable[[str], object]) -> None:
    own, end = False, time.monotonic() + PATIENCE
    while True:
        services.at_work[stage.name, threading.get_ident()] = time.monotonic()
        done = stage.run(services)
        for other in done.rings if done.worked else ():
            ring(other)
        if not done.more:
            return
        late = time.monotonic() > end
        # Readers of one SQLite file only wait for each other, so there a neighbour is no help.
        if late or (not own and is_postgres(services.engine)):
            ring(stage.name)
            own = True
        if late:
            return


def sweep(services: Services, *, until: Callable[[], bool] = lambda: False) -> None:
    """Do everything that is due in this thread, without the broker, in the order of the line.

    What another thread of this process works on is left to it: both would only take turns at one interpreter. A batch
    that takes too long stands in nobody's way.
    """
    wanted = set(due_stages(services))
    for name in STAGES:
        if name in wanted and not until() and not _at_work(services, name):
            survive(f"sweep {name}", partial(run, services, name, wanted.add))


def _at_work(services: Services, name: str) -> bool:
    now = time.monotonic()
    return any(stage == name and now - since < PATIENCE for (stage, _), since in services.at_work.copy().items())


def idle(services: Services, *, wait_holds: bool = False) -> bool:
    """Nothing is due or leased; with `wait_holds`, nothing is held either."""
    services.refresh()
    with read(services.engine) as connection:
        # In one look: between two, what was leased in the first could have become due for the next stage.
        if _due_now(connection, services.now()):
            return False
        if any(count_leased(connection, table) for table in (sources, entries, triggers, handoffs, notices)):
            return False
        held = exists().where(handoffs.c.state.in_(("held", "sending")))
        return not (wait_holds and connection.scalar(select(held)))
