"""What every command understands beside its own options: --quiet, --verbose, and --dry-run where it writes.

A dry run goes the whole way, with the same refusals, and takes its transactions back at the end; what writes files asks
`mode` itself.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from typing import Annotated, Any

import typer

from overture import log
from overture.cli.output import notes

# Those that change what is kept. All others only read, or are processes that stay.
WRITES = frozenset(
    {
        "accounts import", "aside retry", "ask", "calls done", "calls hand-over", "calls snooze", "calls undo",
        "cares", "db let-go", "db roles", "db upgrade", "drafts approve", "drafts reject", "drafts snooze",
        "drafts undo", "handoffs give-up", "handoffs pause", "handoffs resolve", "handoffs resume", "handoffs retry",
        "heard", "init", "outcomes add", "outcomes end", "outcomes import", "promises add", "promises break",
        "promises keep", "promises release", "sources add", "sources back", "sources import", "sources pause",
        "sources release", "sources remove", "sources resume", "sources retry", "stories publish", "suppress add",
        "suppress import", "suppress lift", "ties import", "ties undo", "triggers merge", "triggers split",
        "users add", "users disable", "users token add", "users token revoke", "webhook again", "webhook test",
    }
)  # fmt: skip


@dataclass(slots=True)
class Mode:
    """How the command at hand was asked to behave."""

    verbose: bool = False
    dry_run: bool = False


mode = Mode()


def _quiet(value: bool) -> None:
    if value:
        notes.file = StringIO()
        log.for_people(level=log.ERROR)


def _verbose(value: bool) -> None:
    mode.verbose = value


def _dry_run(value: bool) -> None:
    mode.dry_run = value


def equip(root: Any) -> None:
    """Give all commands below their common options, and arguments names that read alike."""
    for name, command in leaves(root):
        for one in _options():
            if one.name != "dry_run" or name in WRITES:
                command.params.append(one)
        for one in command.params:
            if one.param_type_name == "argument" and one.metavar is None:
                one.metavar = one.name.strip("_").upper()


def leaves(command: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every command that does something, by its words: "sources list"."""
    for verb, inner in sorted(getattr(command, "commands", {}).items()):
        if hasattr(inner, "commands"):
            yield from leaves(inner, f"{name} {verb}".strip())
        else:
            yield f"{name} {verb}".strip(), inner


def _options() -> list[Any]:
    def common(
        quiet: Annotated[bool, _option("--quiet", call=_quiet, help="Say nothing but data, unless it fails.")] = False,
        verbose: Annotated[
            bool, _option("--verbose", "-v", call=_verbose, help="Say which workspace and database, and how long.")
        ] = False,
        dry_run: Annotated[bool, _option("--dry-run", call=_dry_run, help="Go all the way, and keep nothing.")] = False,
    ) -> None: ...

    app = typer.Typer(add_completion=False)
    app.command()(common)
    command: Any = typer.main.get_command(app)
    return [one for one in command.params if one.name != "help"]


def _option(*names: str, call: Any, help: str) -> Any:
    return typer.Option(*names, callback=call, help=help, expose_value=False)


@contextmanager
def heeded() -> Iterator[None]:
    """What --quiet kept back is said where the command does not end well; -v says at the end how long it took."""
    mode.verbose = mode.dry_run = False
    began, well = time.monotonic(), False
    try:
        yield
        well = True
        if mode.dry_run:
            notes.print("dry run: nothing was changed")
    except (typer.Exit, SystemExit) as end:
        well = not (end.exit_code if isinstance(end, typer.Exit) else end.code)
        raise
    finally:
        held, notes.file = notes.file, None  # type: ignore[assignment]  # None: the stderr of the moment
        if isinstance(held, StringIO) and not well:
            notes.file.write(held.getvalue())
        if mode.verbose:
            notes.print(f"{time.monotonic() - began:.1f} s, as user {os.getuid()}")
