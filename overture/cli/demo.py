"""`overture demo`: the main job on a small world that is served locally."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from overture.cli.common import FormatOption, prepare, settle_environment
from overture.cli.demo_past import remember
from overture.cli.output import Format, line, notes, show
from overture.cli.up import HOST, PORT, pages, running, wait_for_a_signal, wait_until_idle
from overture.db import users
from overture.db.audit import SYSTEM
from overture.db.counts import counts
from overture.db.engine import write
from overture.demo.server import DemoServer
from overture.demo.write import write_world
from overture.errors import CannotServe
from overture.services import Services, open_services

HOLD_SECONDS = "15"
DEMO_USER = "demo"


@dataclass(frozen=True, slots=True)
class World:
    """A demo world on disk: when it began, and which port its outlets answer at."""

    folder: Path
    began: datetime
    port: int


def add(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(
    dir_: Annotated[Path | None, typer.Option("--dir", help="Keep the data here and continue next time.")] = None,
    once: Annotated[bool, typer.Option(help="Stop when nothing is left to do, without pages.")] = False,
    format_: FormatOption = Format.TABLE,
    port: Annotated[int, typer.Option(help="Of the review pages; 0 for any free one.", min=0, max=65_535)] = PORT,
    browser: Annotated[bool, typer.Option(help="Open the queue in a browser.")] = True,
) -> None:
    """Show the main job: feeds are served locally, read, matched, and drafts wait for you to approve."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a throw-away world is cleared away then, too
    with _world(dir_) as world:
        _point_at(world)
        environment = settle_environment()
        prepare(environment)
        started = time.monotonic()
        with outlets_of(world):
            services = open_services(environment, role="worker")
            try:
                remember(services, began=world.began, base=f"http://127.0.0.1:{world.port}")
                with running(services):
                    _watch(services)
                    _report(services, format_, seconds=time.monotonic() - started)
                    if not once:
                        _stay(services, port, browser=browser)
            finally:
                services.close()


def outlets_of(world: World) -> DemoServer:
    """The outlets at the port that the world's feeds name; CannotServe where somebody else has it."""
    try:
        return DemoServer(now=world.began, port=world.port)
    except OSError as error:
        raise CannotServe(
            f"the outlets of {world.folder} belong at 127.0.0.1:{world.port}, which cannot be had ({error.strerror}); "
            "if this demo runs already, use that one or end it; else choose another --dir"
        ) from None


@contextmanager
def _world(folder: Path | None) -> Iterator[World]:
    """The world in `folder`, made there on first use; without a folder a throw-away one."""
    if folder is not None:
        yield _settled(folder)
        return
    made = Path(tempfile.mkdtemp(prefix="overture-demo-"))
    try:
        yield _settled(made)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _settled(folder: Path) -> World:
    """Read what an earlier run noted, so that feeds and dates stay the same; else begin now."""
    note = folder / "world.json"
    if note.exists():
        noted = json.loads(note.read_text())
        return World(folder, datetime.fromisoformat(noted["began"]), noted["port"])
    folder.mkdir(parents=True, exist_ok=True)
    began = datetime.now(UTC).replace(microsecond=0)
    with DemoServer(now=began) as server:
        port = server.port
    write_world(folder / "workspace", now=began, port=port)
    fresh = note.with_suffix(".new")
    fresh.write_text(json.dumps({"began": began.isoformat(), "port": port}))
    fresh.replace(note)
    return World(folder, began, port)


def _point_at(world: World) -> None:
    """The demo runs on its own world whatever the environment says; only limits may come from outside."""
    kept = {name: os.environ.get(name) for name in ("OVERTURE_HOLD_SECONDS",)}
    for name in ("OVERTURE_DATABASE_URL", "OVERTURE_BROKER_URL", "OVERTURE_SECRET_KEY"):
        os.environ.pop(name, None)
    os.environ["OVERTURE_CONFIG"] = str(world.folder / "workspace")
    os.environ["OVERTURE_DATA_DIR"] = str(world.folder)
    os.environ["OVERTURE_HOLD_SECONDS"] = kept["OVERTURE_HOLD_SECONDS"] or HOLD_SECONDS


def _watch(services: Services) -> None:
    """Show the counts of the line moving until nothing is left to do."""
    if not notes.is_terminal:  # a line for each step
        notes.print("opening the outlets, reading them, matching, telling stories")
        wait_until_idle(services)
        notes.print(_sentence(counts(services.engine)))
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=notes, transient=True) as progress:
        task = progress.add_task("opening the outlets")

        def look() -> None:
            found = counts(services.engine)
            progress.update(task, description=_sentence(found))

        wait_until_idle(services, look=look)


def _sentence(found: dict[str, int]) -> str:
    shown = ("sources", "entries", "triggers", "matches", "drafts")
    return " → ".join(f"{found[name]} {name}" for name in shown)


def _report(services: Services, format_: Format, *, seconds: float) -> None:
    found: dict[str, Any] = {**counts(services.engine), "seconds": round(seconds, 1)}
    if format_ is Format.TABLE:
        show([{"the line": name, "count": value} for name, value in found.items()], format_)
    else:
        typer.echo(line(found))


def _sign_up(services: Services) -> None:
    """The demo's user: without a password, so that only the demo on loopback can sign in as them."""
    with write(services.engine) as connection:
        if users.find_user(connection, DEMO_USER) is None:
            person = users.User(DEMO_USER, "Demo Reviewer", "admin")
            users.add_user(connection, person, password_hash=None, by=SYSTEM, now=services.now())


def _stay(services: Services, port: int, *, browser: bool) -> None:
    _sign_up(services)
    with pages(services, HOST, port, demo_user=DEMO_USER, wanted=True) as address:
        notes.print(f"\nRead, approve, undo at [bold]{address}/queue[/bold] (you are signed in as {DEMO_USER}).")
        notes.print(f"Approved messages appear in {services.environment.data_dir / 'outbox'} after {HOLD_SECONDS} s.")
        notes.print("Ctrl-C ends the demo.")
        if browser and os.environ.get("DISPLAY", os.environ.get("WAYLAND_DISPLAY")):
            webbrowser.open(f"{address}/queue")
        wait_for_a_signal()
