"""The product's own line, called in this process: poll, read, launch, batch after batch, as a worker does."""

from __future__ import annotations

import gc
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from sqlalchemy import func, select, update

from bench import world
from overture.db import migrate
from overture.db.engine import open_engine, read, write
from overture.db.tables import drafts, entries, sources
from overture.jobs.batch import Done
from overture.jobs.launch import launch_due
from overture.jobs.poll import poll_due
from overture.jobs.read import read_due
from overture.services import Services, open_services
from overture.settings import Environment

SECRET = "a key for measurements only"


class _Server(ThreadingHTTPServer):
    request_queue_size = 64
    pages: dict[str, bytes]


class _Outlet(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        body = self.server.pages[self.path]
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def outlets(documents: Sequence[bytes]) -> Iterator[tuple[list[str], str]]:
    """The documents on the loopback: their addresses, and what to allow."""
    server = _Server(("127.0.0.1", 0), _Outlet)
    server.pages = {f"/{at}.xml": page for at, page in enumerate(documents)}
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    port = server.server_address[1]
    try:
        yield [f"http://127.0.0.1:{port}{path}" for path in server.pages], f"127.0.0.1/32:{port}"
    finally:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True, slots=True)
class Run:
    """What one run did. Seconds by stage; `items` are entries stored and read."""

    items: int
    drafts: int
    poll: float
    read: float
    launch: float

    @property
    def seconds(self) -> float:
        return self.poll + self.read + self.launch

    @property
    def rate(self) -> float:
        return self.items / self.seconds


@contextmanager
def opened(
    folder: Path, accounts: Sequence[str], urls: Sequence[str], allow: str, *, db: str = ""
) -> Iterator[Services]:
    """Services on a fresh database, with the index built, since a worker builds it once."""
    world.workspace(folder / "workspace", accounts, urls=urls, allow=allow)
    known = Environment(
        config=folder / "workspace", data_dir=folder, database_url=db or None, secret_key=SECRET, broker_url="memory://"
    )
    engine = open_engine(known.database)
    migrate.upgrade(engine)
    engine.dispose()
    services = open_services(known, role="worker")
    services.resolver()
    _warm(services)
    try:
        yield services
    finally:
        services.close()


def _warm(services: Services) -> None:
    """The jail's child reads stories from its first call on; a worker starts it once in some hundred calls."""
    story = next(iter(services.stories.stories.values())).story
    services.jail.call("campaigns.story.jailed:answer", {"text": story.text, "briefs": []}, seconds=10, megabytes=200)


def walk(services: Services) -> Run:
    """The line from what is due to drafts, stage after stage."""
    before = counted(services)
    poll, told, launch = (until_done(services, stage) for stage in (poll_due, read_due, launch_due))
    after = counted(services)
    return Run(after.items - before.items, after.drafts - before.drafts, poll, told, launch)


def begin(services: Services, *, first: bool) -> None:
    """Only the first source is due, or all others: by the first a process loads what it loads once (statements, its
    jail, the commonest patterns), and what it keeps is left out by the collector of garbage, as in every worker."""
    with write(services.engine) as connection:
        opens = sources.c.id == "outlet-0"
        now, later = services.now(), services.now() + timedelta(days=1)
        connection.execute(update(sources).where(opens).values(run_at=now if first else later))
        connection.execute(update(sources).where(~opens).values(run_at=later if first else now))
    gc.collect()
    gc.freeze()


def walk_warm(services: Services) -> Run:
    """The line over all documents but the first, by a process that has read that one."""
    begin(services, first=True)
    walk(services)
    begin(services, first=False)
    return walk(services)


@contextmanager
def on(documents: Sequence[bytes], accounts: Sequence[str], *, db: str = "") -> Iterator[Services]:
    """Services on a world of these documents and accounts that exists as long as the block."""
    with (
        tempfile.TemporaryDirectory() as folder,
        outlets(documents) as (urls, allow),
        opened(Path(folder), accounts, urls, allow, db=db) as services,
    ):
        yield services


@dataclass(frozen=True, slots=True)
class Counted:
    items: int
    drafts: int


def counted(services: Services) -> Counted:
    with read(services.engine) as connection:
        items, made = (connection.scalar(select(func.count()).select_from(table)) or 0 for table in (entries, drafts))
    return Counted(items, made)


def until_done(services: Services, stage: Callable[[Services], Done]) -> float:
    """Seconds until nothing more is due in the stage."""
    began = time.perf_counter()
    while stage(services).more:
        pass
    return time.perf_counter() - began
