"""`overture worker`, `overture beat` and `overture web`: the same line as `overture up`, one process for each part."""

from __future__ import annotations

import importlib
import os
import sys
import threading
import warnings
from typing import Annotated, Any, NoReturn

import typer

from overture import log
from overture.cli.common import BrokerOption, ConfigOption, DbOption, settle_environment
from overture.cli.output import notes
from overture.cli.up import HOST, PORT, pages, wait_for_a_signal
from overture.db import schema
from overture.db.engine import open_engine
from overture.db.heartbeats import beat as beat_heart
from overture.db.heartbeats import end
from overture.jobs.loop import survive
from overture.services import Services, open_services
from overture.settings import Environment


def add(app: typer.Typer) -> None:
    app.command("worker")(worker)
    app.command("beat")(beat)
    app.command("web")(web)


def worker(
    config: ConfigOption = None,
    db: DbOption = None,
    broker: BrokerOption = None,
    concurrency: Annotated[int, typer.Option(help="Processes that work at the same time.", min=1)] = 2,
) -> None:
    """Work on what is due. Start as many as you like, on as many machines; any of them may be killed."""
    environment = settle_environment(config=config, db=db, broker=broker)
    log.configure("worker")
    _ready_for_celery(environment)
    open_services(environment, role="worker").close()  # what is wrong with the workspace is said here, once
    # A stop lets batches end, for as long as worker_soft_shutdown_timeout says.
    os.environ.setdefault("REMAP_SIGTERM", "SIGQUIT")
    _become_celery(
        "worker", "--pool", "prefork", "--concurrency", str(concurrency), "--hostname", f"overture-{os.getpid()}@%h",
        "--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel", "WARNING",
    )  # fmt: skip


def beat(db: DbOption = None, broker: BrokerOption = None) -> None:
    """Ring the bell every few seconds. One is enough; several, or none for a while, do no harm."""
    environment = settle_environment(db=db, broker=broker)
    log.configure("beat")
    _ready_for_celery(environment)
    _become_celery("beat", "--pidfile", "", "--loglevel", "WARNING")


def web(
    config: ConfigOption = None,
    db: DbOption = None,
    host: Annotated[str, typer.Option(help="Where the pages are served.")] = HOST,
    port: Annotated[int, typer.Option(help="0 for any free one.", min=0, max=65_535)] = PORT,
) -> None:
    """Serve the review pages."""
    environment = settle_environment(config=config, db=db)
    log.configure("web")
    services = open_services(environment, role="web")
    try:
        with pages(services, host, port, demo_user=None, wanted=True) as address, _beating(services):
            notes.print(f"The queue is at {address}/queue", markup=False)
            wait_for_a_signal()
    finally:
        services.close()


class _beating:  # noqa: N801 - reads as a sentence where it is used
    """The heart of a web process: it beats while the database answers."""

    def __init__(self, services: Services) -> None:
        self._services, self._stop = services, threading.Event()
        self._thread = threading.Thread(target=self._live, name="heart", daemon=True)

    def _live(self) -> None:
        while True:
            survive("heartbeat", lambda: beat_heart(self._services.engine, role=self._services.role))
            survive("refresh", self._services.refresh)
            if self._stop.wait(self._services.limits.tick_seconds):
                return

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(timeout=10)
        survive("heartbeat_end", lambda: end(self._services.engine))


def _ready_for_celery(environment: Environment) -> None:
    if environment.broker_url.startswith("memory:"):
        notes.print("a process of its own needs a broker: set OVERTURE_BROKER_URL, or use `overture up`", markup=False)
        raise typer.Exit(2)
    engine = open_engine(environment.database)
    schema.check(engine)
    engine.dispose()


def _become_celery(*words: str) -> NoReturn:
    """This process goes on as Celery. It stands above this room in the house, so it is loaded by name."""
    sys.argv = ["celery", "--app", "worker", "--quiet", *words]
    # Nothing is unpickled here, so a worker that runs as root in its container is no more than that.
    warnings.filterwarnings("ignore", message="You're running the worker with superuser", append=False)
    celery: Any = importlib.import_module("celery.__main__")
    sys.exit(celery.main())
