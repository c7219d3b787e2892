"""G7: what the queue costs: the same run by one worker through Celery and Redis, and called in this process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing import get_context
from statistics import median

import redis
from celery import Celery

from bench import product, world
from bench.line import ITEMS, NOW
from bench.measure import Measure, quiet, ratio
from overture import jobs
from overture.db.engine import read
from overture.db.heartbeats import CANARY, last_seen
from overture.services import Services


def tax(*, rounds: int, documents: int, fresh: Callable[[], str], broker: str) -> Iterator[Measure]:
    """`fresh` makes an empty PostgreSQL database and gives its URL."""
    called, queued, messages = [], [], []
    for _ in range(rounds):
        called.append(_called_afresh(documents, fresh()))
        rate, rung = _queued(documents, fresh(), broker)
        queued.append(rate)
        messages.append(rung)
    told = f"{median(called):.0f} items/s called in process beside {median(queued):.0f} through the queue"
    yield ratio("G7 through Celery and Redis, one worker process", queued, called, anchor=told, at_least=0.8)
    items = (documents - 1) * ITEMS
    told = f"{documents - 1} feeds, {items} items; {median(messages):.0f} rings"
    each = [rung / items for rung in messages]
    yield ratio("G7 messages for an item", each, [1.0] * len(each), anchor=told, at_most=0.05, unit="messages")


def _called_afresh(documents: int, db: str) -> float:
    """In a process of its own, like the worker: one that has measured before knows more of what it reads."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=quiet) as process:
        return process.submit(_called, documents, db).result()


def _called(documents: int, db: str) -> float:
    with _opened(documents, db) as services:
        return product.walk_warm(services).rate


def _queued(documents: int, db: str, broker: str) -> tuple[float, int]:
    with _opened(documents, db) as services:
        product.begin(services, first=True)
        worker = _worker(services, broker)
        try:
            _until(lambda: _tick_came(services) and _all_read(services, 1))
            client = redis.Redis.from_url(broker)
            rung = _pushes(client)
            product.begin(services, first=False)
            began = time.perf_counter()
            Celery("bench", broker=broker).send_task("overture.tick")
            _until(lambda: _all_read(services, documents))
            took = time.perf_counter() - began
            rung = _pushes(client) - rung
            client.close()
        finally:
            worker.kill()
            worker.wait()
        return (documents - 1) * ITEMS / took, rung


def _all_read(services: Services, documents: int) -> bool:
    return product.counted(services).items == documents * ITEMS and jobs.idle(services)


def _opened(documents: int, db: str) -> AbstractContextManager[Services]:
    known = world.names(world.NAMED)
    return product.on(world.documents(known, count=documents, items=ITEMS, now=NOW), known, db=db)


def _worker(services: Services, broker: str) -> subprocess.Popen[bytes]:
    given = {
        "OVERTURE_CONFIG": str(services.folder),
        "OVERTURE_DATA_DIR": str(services.environment.data_dir),
        "OVERTURE_DATABASE_URL": services.environment.database,
        "OVERTURE_BROKER_URL": broker,
        "OVERTURE_SECRET_KEY": product.SECRET,
    }
    words = [sys.executable, "-m", "overture", "worker", "--concurrency", "1"]
    return subprocess.Popen(words, env={**os.environ, **given}, stderr=subprocess.DEVNULL)


def _tick_came(services: Services) -> bool:
    with read(services.engine) as connection:
        return last_seen(connection, role=CANARY) is not None


def _until(done: Callable[[], bool], *, within: float = 300.0) -> None:
    end = time.monotonic() + within
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the worker does not come to an end")
        time.sleep(0.05)


def _pushes(client: redis.Redis) -> int:
    stats = client.info("commandstats")
    return int(stats.get("cmdstat_lpush", {}).get("calls", 0)) if isinstance(stats, dict) else 0
