"""`overture up`: worker, clock and pages in one process."""

from __future__ import annotations

import importlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from overture import jobs
from overture.cli.common import BrokerOption, ConfigOption, DbOption, prepare, settle_environment
from overture.cli.output import notes
from overture.services import Services, open_services
from overture.web.serve import WebServer, setup_link

HOST, PORT = "127.0.0.1", 8700
_LOOK_SECONDS = 0.2
_QUIET_LOOKS = 3  # idle is believed after so many looks in a row


def add(app: typer.Typer) -> None:
    app.command("up")(up)


def up(
    config: ConfigOption = None,
    db: DbOption = None,
    broker: BrokerOption = None,
    until_idle: Annotated[bool, typer.Option(help="End when no row is due or leased.")] = False,
    wait_holds: Annotated[bool, typer.Option(help="With --until-idle: wait for held messages too.")] = False,
    host: Annotated[str, typer.Option(help="Where the pages are served.")] = HOST,
    port: Annotated[int, typer.Option(help="0 for any free one.", min=0, max=65_535)] = PORT,
) -> None:
    """Run everything in one process: worker, clock and pages."""
    environment = settle_environment(config=config, db=db, broker=broker)
    prepare(environment)
    services = open_services(environment, role="worker")
    try:
        with running(services), pages(services, host, port, demo_user=None, wanted=not until_idle) as address:
            if address:
                _greet(services, address)
            if until_idle:
                wait_until_idle(services, wait_holds=wait_holds)
            else:
                wait_for_a_signal()
    finally:
        services.close()


def _greet(services: Services, address: str) -> None:
    link = setup_link(services, address)
    if link:
        notes.print(f"Nobody can sign in yet. Make the first user here, once: [bold]{link}[/bold]")
    notes.print(f"The queue is at [bold]{address}/queue[/bold]; Ctrl-C ends it.")


@contextmanager
def running(services: Services) -> Iterator[None]:
    """The embedded worker. It stands above this room in the house, so it is loaded by name, as `celery -A` does."""
    worker: Any = importlib.import_module("worker")
    embedded = worker.Embedded(services)
    embedded.start()
    try:
        yield
    finally:
        embedded.stop()


@contextmanager
def pages(services: Services, host: str, port: int, *, demo_user: str | None, wanted: bool) -> Iterator[str | None]:
    """The review pages on a thread of their own; gives their address."""
    if not wanted:
        yield None
        return
    server = WebServer(services, host=host, port=port, demo_user=demo_user)
    server.start()
    try:
        yield server.address
    finally:
        server.stop()


def wait_until_idle(services: Services, *, wait_holds: bool = False, look: Callable[[], object] = lambda: None) -> None:
    """Return when nothing has been due or leased for a few looks in a row; `look` is called at each."""
    quiet = 0
    while quiet < _QUIET_LOOKS:
        quiet = quiet + 1 if jobs.idle(services, wait_holds=wait_holds) else 0
        look()
        time.sleep(_LOOK_SECONDS)


def wait_for_a_signal() -> None:
    """Return on Ctrl-C or SIGTERM."""
    asked = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: asked.set())
    asked.wait()
