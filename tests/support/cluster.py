"""Overture as it runs in production: PostgreSQL, Redis, workers and beats as processes of their own, to be disturbed.

The witness is the folder of `.eml` files, which is looked at from outside the product.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path

from sqlalchemy import Engine, func, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from overture.db import migrate
from overture.db.audit import Actor
from overture.db.decisions import Approved, Shown
from overture.db.engine import open_engine, read, write
from overture.db.tables import drafts, entries, handoffs, sources, triggers
from overture.db.types import db_now
from overture.jobs import desk, idle
from overture.services import Services, open_services
from overture.settings import Environment
from support.running import command, environment

MARA = Actor("mara", "cli")
# Leases are short, so that a test sees them end; a tick is slower than a busy core.
CLOCKS = {
    "OVERTURE_LEASE_SECONDS": "3",
    "OVERTURE_SWEEP_SECONDS": "1.5",
    "OVERTURE_TICK_SECONDS": "0.5",
    "OVERTURE_HOLD_SECONDS": "0",
    "OVERTURE_SECRET_KEY": "a key that every process of the test shares",
}


@dataclass
class Cluster:
    folder: Path
    database: str
    broker: str
    workspace: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    kills: int = 0
    _workers: set[int] = field(default_factory=set)

    @property
    def outbox(self) -> Path:
        return self.folder / "data" / "outbox"

    @property
    def variables(self) -> dict[str, str]:
        return {
            **CLOCKS,
            "OVERTURE_DATABASE_URL": self.database,
            "OVERTURE_BROKER_URL": self.broker,
            "OVERTURE_CONFIG": str(self.workspace),
            "OVERTURE_DATA_DIR": str(self.folder / "data"),
        }

    def prepare(self) -> None:
        engine = open_engine(self.database)
        migrate.upgrade(engine)
        engine.dispose()

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """One process in a session of its own; what it says goes to a file that a failing test may read."""
        with (self.folder / "log.txt").open("ab") as log:
            process = subprocess.Popen(
                command(*words), stdout=log, stderr=log, env=environment(self.variables), start_new_session=True
            )
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        process = self.start("worker", "--concurrency", "2")
        self._workers.add(process.pid)
        return process

    def beat(self) -> subprocess.Popen[bytes]:
        return self.start("beat")

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """kill -9 of a process and all it started."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=30)
        self.processes.remove(process)
        self.kills += 1

    @property
    def workers(self) -> list[subprocess.Popen[bytes]]:
        return [process for process in self.processes if process.pid in self._workers]

    @property
    def children(self) -> list[int]:
        """What the workers have started: the pools' children, and the jails of those."""
        parents: dict[int, list[int]] = {}
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)
        for line in listed.stdout.splitlines():
            pid, parent = map(int, line.split())
            parents.setdefault(parent, []).append(pid)
        found = [worker.pid for worker in self.workers]
        for pid in found:
            found.extend(parents.get(pid, ()))
        return found[len(self.workers) :]

    def revive(self) -> None:
        """What a supervisor does (`restart: unless-stopped`): who ended by itself is started again. A worker whose
        children die while they start gives up, by Celery's own rule."""
        for process in [process for process in self.processes if process.poll() is not None]:
            self.processes.remove(process)
            if process.pid in self._workers:
                self.worker()
            else:
                self.beat()

    def stop(self) -> None:
        for process in list(self.processes):
            self.kill(process)

    @contextmanager
    def services(self) -> Iterator[Services]:
        """What a person's side works with: the same desk that pages and commands use."""
        known = Environment(
            config=self.workspace, data_dir=self.folder / "data", database_url=self.database, broker_url=self.broker,
            secret_key=CLOCKS["OVERTURE_SECRET_KEY"], hold_seconds=0, lease_seconds=3,
        )  # fmt: skip
        found = open_services(known, role="cli")
        try:
            yield found
        finally:
            found.close()


def wait(what: str, done: Callable[[], bool], *, within: float) -> float:
    """Seconds until `done`; a database that restarts is waited for."""
    began = time.monotonic()
    while True:
        with suppress(OperationalError):
            if done():
                return time.monotonic() - began
        if time.monotonic() - began > within:
            raise AssertionError(f"{what}: not within {within:.0f} s")
        time.sleep(0.25)


def settled(services: Services) -> bool:
    """Every source has been read once, and nothing is due, leased or held."""
    with read(services.engine) as connection:
        asked = connection.scalar(select(func.count()).where(sources.c.last_attempt_at.is_(None)))
    return not asked and idle(services, wait_holds=True)


def counted(engine: Engine) -> dict[str, int]:
    with read(engine) as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (entries, triggers, drafts, handoffs)
        }


def told(engine: Engine) -> list[tuple[str, str, str]]:
    """Every draft as its reader knows it."""
    with read(engine) as connection:
        rows = connection.execute(select(drafts.c.account_id, drafts.c.contact_id, drafts.c.campaign))
        return sorted((row.account_id, row.contact_id, row.campaign) for row in rows)


def ask_again(engine: Engine) -> int:
    """Every source is due now, as if its interval had passed; gives how many there are."""
    with write(engine) as connection:
        due = func.coalesce(sources.c.last_attempt_at, sources.c.run_at)
        return connection.execute(update(sources).values(run_at=due)).rowcount


def leased_by(engine: Engine) -> list[int]:
    """The processes that hold a lease right now."""
    pids = set()
    with read(engine) as connection:
        for table in (sources, entries, triggers, handoffs):
            owners = select(table.c.owner).where(table.c.lease_until > db_now(), table.c.owner.is_not(None)).distinct()
            pids |= {int(owner.split("/")[1]) for owner in connection.scalars(owners)}
    return sorted(pids)


def approve_waiting(services: Services, *, most: int = 10_000) -> int:
    """Mara approves what waits, by the same functions as the pages; gives how many."""
    with read(services.engine) as connection:
        waiting = connection.execute(
            select(drafts.c.id, drafts.c.version, drafts.c.content_hash)
            .where(drafts.c.state == "pending", drafts.c.obstacles == 0)
            .order_by(drafts.c.id)
            .limit(most)
        ).all()
    shown = [Shown(row.id, row.version, row.content_hash) for row in waiting]
    return sum(isinstance(desk.approve(services, one, MARA), Approved) for one in shown)


def witnessed(outbox: Path) -> list[str]:
    """To whom the outbox holds a message: one line for each file, so that a second one would show."""
    return sorted(str(message_from_bytes(path.read_bytes())["To"]) for path in outbox.glob("*.eml"))


def fresh_database(server: str) -> str:
    """A new empty database on the server."""
    name = f"overture_{secrets.token_hex(4)}"
    engine = open_engine(server)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)
