"""G8: writing drafts down, as the launch stage does for a batch, against the ORM, an object added and committed at a
time: one small object for each draft, and beside it the very rows that we write, in the same tables.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from statistics import median
from typing import Any

from sqlalchemy import String, Table, cast, create_engine, func, select, update
from sqlalchemy.orm import Session, registry

from bench import naive, product, world
from bench.line import ITEMS, NOW
from bench.measure import Measure, ratio
from overture.db.claims import claim
from overture.db.engine import read, write
from overture.db.tables import audit, draft_versions, drafts, matches, triggers
from overture.jobs import launch
from overture.jobs.launch_store import store
from overture.jobs.poll import poll_due
from overture.jobs.read import read_due
from overture.services import Services

WRITTEN = (matches, drafts, draft_versions, audit)  # a row of each for every draft, in an order that the keys allow
SIDES = 3  # databases that a round takes
Rows = list[tuple[dict[str, Any], ...]]


def drafts_written(*, rounds: int, documents: int, kind: str, urls: list[str]) -> Iterator[Measure]:
    """`urls`: a fresh database of this kind for each round and side, or none for SQLite files."""
    ours, one, same, least = [], [], [], 12.0 if urls else 8.0
    for _ in range(rounds):
        rate, rows = _product(documents, urls.pop() if urls else "")
        ours.append(rate)
        one.append(_naive(400, urls.pop() if urls else ""))
        same.append(_same_rows(documents, urls.pop() if urls else "", rows))
    told = f"{median(one):.0f} rows/s by ORM beside {median(ours):.0f} drafts/s with match, version and audit"
    yield ratio(f"G8 drafts stored on {kind}", ours, one, anchor=told, at_least=least)
    told = f"{median(same):.0f} drafts/s by ORM, four rows each, beside {median(ours):.0f} (target of the line above)"
    yield ratio(f"G8 drafts stored on {kind}, the same rows", ours, same, anchor=told, at_least=least)


@contextmanager
def _read_world(documents: int, db: str) -> Iterator[Services]:
    """Triggers that wait to be launched; the same for the same number of documents."""
    known = world.names(world.NAMED)
    pages = world.documents(known, count=documents, items=ITEMS, now=NOW)
    with product.on(pages, known, db=db) as services:
        product.until_done(services, poll_due)
        product.until_done(services, read_due)
        yield services


def _product(documents: int, db: str) -> tuple[float, Rows]:
    with _read_world(documents, db) as services:
        took, made = _stored(services), _count(services)
        rows = _rows(services)
        _launch_again(services)
        assert _count(services) == made, "a second run inserts nothing"
        return made / took, rows


def _rows(services: Services) -> Rows:
    """What was written for each draft, in the order of `WRITTEN`."""
    told = (
        select(*[column.label(f"{table.name} {column.name}") for table in WRITTEN for column in table.c])
        .join_from(drafts, draft_versions, draft_versions.c.draft_id == drafts.c.id)
        .join(matches, (matches.c.trigger_id == drafts.c.trigger_id) & (matches.c.account_id == drafts.c.account_id))
        .join(audit, (audit.c.action == "drafted") & (audit.c.thing_id == cast(drafts.c.id, String)))
    )
    with read(services.engine) as connection:
        found = connection.execute(told).mappings().all()
    return [
        tuple({column.name: row[f"{table.name} {column.name}"] for column in table.c} for table in WRITTEN)
        for row in found
    ]


def _same_rows(documents: int, db: str, rows: Rows) -> float:
    """Drafts a second where each of their rows is an object of its own, added and committed by a plain engine."""
    kinds = [_mapped(table) for table in WRITTEN]
    with _read_world(documents, db) as services:
        engine = create_engine(services.engine.url)
        with Session(engine) as session:
            began = time.perf_counter()
            for each in rows:
                for kind, values in zip(kinds, each, strict=True):
                    session.add(kind(**values))
                    session.commit()
            took = time.perf_counter() - began
        engine.dispose()
        return len(rows) / took


@cache
def _mapped(table: Table) -> type[Any]:
    """A class of the ORM over one of the product's tables."""
    kind = type(table.name, (), {})
    registry().map_imperatively(kind, table)
    return kind


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
