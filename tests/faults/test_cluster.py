"""Production under disturbance: whatever is killed, stopped, wiped or restarted, the end is the one without it.

Every company's news must end in one draft, and every approved draft in one message. The messages are counted in the
outbox's folder, from outside the product. Seeds are in the names of the tests, so a failure can be run again.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from support.bigworld import World, served
from support.cluster import (
    Cluster,
    approve_waiting,
    ask_again,
    counted,
    fresh_database,
    leased_by,
    settled,
    told,
    wait,
    witnessed,
)
from support.servers import PostgresServer, RedisServer, free_port, own_postgres, own_redis

from overture.db.engine import read
from overture.db.tables import drafts
from overture.services import Services


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    server = own_postgres()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def broker() -> Iterator[RedisServer]:
    server = own_redis()
    yield server
    server.stop()


@contextmanager
def running(folder: Path, postgres: PostgresServer, broker: str, companies: int) -> Iterator[tuple[Cluster, World]]:
    with served(folder, companies=companies) as world:
        cluster = Cluster(folder, fresh_database(postgres.url), broker, world.workspace)
        cluster.prepare()
        try:
            yield cluster, world
        finally:
            cluster.stop()


def told_undisturbed(world: World) -> list[tuple[str, str, str]]:
    """One draft for each company, to the one person there is."""
    ids = (name.split()[0].lower() for name in world.names)
    return sorted((id_, f"{id_}-kim", "money") for id_ in ids)


def approve_while_possible(services: Services) -> None:
    with suppress(DBAPIError):  # the database is being restarted: a person would try again
        approve_waiting(services, most=8)


def all_told(cluster: Cluster, world: World, services: Services) -> bool:
    """Every post of every outlet is in. Who was reading an outlet while it told the rest has heard the page before, and
    would ask again when its interval has passed."""
    cluster.revive()
    counts = counted(services.engine)
    if counts["drafts"] >= len(world.names) and counts["entries"] >= 2 * len(world.names):
        return True
    if settled(services):
        ask_again(services.engine)
    return False


def all_done(cluster: Cluster, services: Services) -> bool:
    cluster.revive()
    approve_waiting(services)
    with read(services.engine) as connection:
        states = set(connection.scalars(select(drafts.c.state)))
    return states == {"done"} and settled(services)


def the_end_is_the_same(cluster: Cluster, world: World, services: Services, *, within: float) -> None:
    world.publish(len(world.names))
    wait("the database is back", lambda: ask_again(services.engine) > 0, within=30)
    wait("everything is told", lambda: all_told(cluster, world, services), within=within)
    wait("every draft is done", lambda: all_done(cluster, services), within=within)
    expected = told_undisturbed(world)
    assert told(services.engine) == expected
    assert witnessed(cluster.outbox) == sorted(f"Kim Vogel <kim@{account}.example>" for account, _, _ in expected)
    counts = counted(services.engine)
    assert (counts["triggers"], counts["entries"]) == (len(expected), 2 * len(expected))


# --- the disturbances ---------------------------------------------------------------------------------------------


def kill_child(cluster: Cluster, dice: random.Random) -> None:
    """kill -9 of one process that a worker started: a pool's child, or the jail of one."""
    children = cluster.children
    if children:
        with suppress(ProcessLookupError):
            os.kill(dice.choice(children), signal.SIGKILL)
            cluster.kills += 1


def kill_holder(cluster: Cluster, services: Services) -> None:
    """kill -9 of a process while it holds a lease, if one does."""
    with suppress(DBAPIError):
        for pid in leased_by(services.engine)[:1]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                cluster.kills += 1


def kill_worker(cluster: Cluster, dice: random.Random) -> None:
    """kill -9 of a whole worker; another one is started in its place."""
    cluster.kill(dice.choice(cluster.workers))
    cluster.worker()


def kill_all(cluster: Cluster, processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        cluster.kill(process)


def stop_past_the_lease(cluster: Cluster, services: Services, dice: random.Random) -> None:
    """SIGSTOP of whoever works until its leases have ended and others have taken its rows, then SIGCONT."""
    with suppress(DBAPIError):
        held = leased_by(services.engine)
        children = cluster.children
        if not held and not children:
            return  # those that were killed are not back yet
        pid = held[0] if held else dice.choice(children)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGSTOP)
            time.sleep(4.5)
            os.kill(pid, signal.SIGCONT)


def wipe_broker(broker: RedisServer) -> None:
    broker.kill(wipe=True)
    time.sleep(1)
    broker.start()


def restart_database(postgres: PostgresServer) -> None:
    postgres.crash()
    time.sleep(0.5)
    postgres.start()


# --- the tests ----------------------------------------------------------------------------------------------------


def test_without_redis_the_sweep_does_the_whole_work_and_approvals_work(
    tmp_path: Path, postgres: PostgresServer
) -> None:
    nobody = f"redis://127.0.0.1:{free_port()}/0"
    with running(tmp_path, postgres, nobody, 20) as (cluster, world), cluster.services() as services:
        cluster.worker()
        the_end_is_the_same(cluster, world, services, within=90)


def test_three_beats_then_none_and_every_kind_of_fault_once(
    tmp_path: Path, postgres: PostgresServer, broker: RedisServer
) -> None:
    dice = random.Random(3)
    with running(tmp_path, postgres, broker.url, 60) as (cluster, world), cluster.services() as services:
        world.publish(0)
        beats = [cluster.beat() for _ in range(3)]
        for _ in range(2):
            cluster.worker()
        wait("workers stand", lambda: len(cluster.children) >= 4, within=60)
        steps = (
            lambda: kill_child(cluster, dice),
            lambda: kill_holder(cluster, services),
            lambda: stop_past_the_lease(cluster, services, dice),
            lambda: kill_all(cluster, beats),
            lambda: wipe_broker(broker),
            lambda: kill_worker(cluster, dice),
            lambda: restart_database(postgres),
            lambda: kill_holder(cluster, services),
        )
        disturb(steps, cluster, world, services, pause=lambda: dice.uniform(0.2, 0.8))
        the_end_is_the_same(cluster, world, services, within=120)
        assert cluster.kills >= 5


@pytest.mark.full
@pytest.mark.parametrize("seed", [11, 12, 13])
def test_forty_random_kills_change_nothing(
    seed: int, tmp_path: Path, postgres: PostgresServer, broker: RedisServer
) -> None:
    dice = random.Random(seed)
    with running(tmp_path, postgres, broker.url, 120) as (cluster, world), cluster.services() as services:
        world.publish(0)
        cluster.beat()
        for _ in range(2):
            cluster.worker()
        wait("workers stand", lambda: len(cluster.children) >= 4, within=60)
        faults = (
            [lambda: kill_child(cluster, dice)] * 26
            + [lambda: kill_holder(cluster, services)] * 20
            + [lambda: kill_worker(cluster, dice)] * 6
            + [lambda: stop_past_the_lease(cluster, services, dice)] * 4
            + [lambda: wipe_broker(broker)] * 3
            + [lambda: restart_database(postgres)] * 3
        )
        dice.shuffle(faults)
        disturb(faults, cluster, world, services, pause=lambda: dice.uniform(0.1, 1.5))
        while cluster.kills < 40:
            kill_child(cluster, dice)
            time.sleep(1)
            cluster.revive()
        the_end_is_the_same(cluster, world, services, within=240)


def disturb(
    faults: Sequence[Callable[[], None]],
    cluster: Cluster,
    world: World,
    services: Services,
    *,
    pause: Callable[[], float],
) -> None:
    """News comes in as many portions as there are faults; Mara approves meanwhile."""
    for at, fault in enumerate(faults, start=1):
        world.publish(len(world.names) * at // len(faults))
        with suppress(DBAPIError):
            ask_again(services.engine)
        time.sleep(pause())
        fault()
        cluster.revive()
        approve_while_possible(services)
