"""G8: writing drafts down, as the launch stage does for a batch, against one ORM object added and committed each."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from statistics import median

from sqlalchemy import create_engine, func, select, update
from sqlalchemy.orm import Session

from bench import naive, product, world
from bench.line import ITEMS, NOW
from bench.measure import Measure, ratio
from overture.db.claims import claim
from overture.db.engine import read, write
from overture.db.tables import drafts, triggers
from overture.jobs import launch
from overture.jobs.launch_store import store
from overture.jobs.poll import poll_due
from overture.jobs.read import read_due
from overture.services import Services


def drafts_written(*, rounds: int, documents: int, kind: str, urls: list[str]) -> Iterator[Measure]:
    """`urls`: a fresh database of this kind for each round and side, or none for SQLite files."""
    ours, theirs, least = [], [], 12.0 if urls else 8.0
    for _ in range(rounds):
        ours.append(_product(documents, urls.pop() if urls else ""))
        theirs.append(_naive(400, urls.pop() if urls else ""))
    told = f"{median(theirs):.0f} rows/s by ORM beside {median(ours):.0f} drafts/s with match, version and audit"
    yield ratio(f"G8 drafts stored on {kind}", ours, theirs, anchor=told, at_least=least)


def _product(documents: int, db: str) -> float:
    known = world.names(world.NAMED)
    pages = world.documents(known, count=documents, items=ITEMS, now=NOW)
    with product.on(pages, known, db=db) as services:
        product.until_done(services, poll_due)
        product.until_done(services, read_due)
        took, made = _stored(services), _count(services)
        _launch_again(services)
        assert _count(services) == made, "a second run inserts nothing"
        return made / took


def _stored(services: Services) -> float:
    """Seconds spent in the transactions that write, without matching, asking, rendering."""
    took = 0.0
    while True:
        batch = claim(services.engine, triggers, states=("due",), now=services.now(), limit=launch.BATCH, lease=60)
        if not batch:
            return took
        plan = launch._plan(services, batch.rows)
        began = time.perf_counter()
        with write(services.engine) as connection:
            store(services, connection, batch, batch.rows, plan)
        took += time.perf_counter() - began


def _launch_again(services: Services) -> None:
    with write(services.engine) as connection:
        connection.execute(update(triggers).where(triggers.c.state == "asked").values(state="due"))
    product.until_done(services, launch.launch_due)


def _count(services: Services) -> int:
    with read(services.engine) as connection:
        return connection.scalar(select(func.count()).select_from(drafts)) or 0


def _naive(rows: int, db: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        url = db.replace("postgresql://", "postgresql+psycopg://") or f"sqlite:///{folder}/naive.db"
        engine = create_engine(url)
        naive.Base.metadata.create_all(engine)
        body = "One line of a letter that is about as long as most of them are. " * 16
        began = time.perf_counter()
        with Session(engine) as session:
            for at in range(rows):
                session.add(naive.Draft(key=f"k{at}", account=f"a{at}", state="pending", body=body))
                session.commit()
        took = time.perf_counter() - began
        engine.dispose()
    return rows / took
