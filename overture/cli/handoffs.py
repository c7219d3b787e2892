"""`overture handoffs`: approved messages on their way out, and the switch that holds them all."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from overture.cli.answers import tell
from overture.cli.common import ConfigOption, DbOption, actor, opened_data
from overture.cli.listing import add_list
from overture.cli.output import notes
from overture.clock import SystemClock
from overture.db import outbox_resolve
from overture.db.engine import write
from overture.db.outbox_resolve import Verdict
from overture.db.switches import RELEASE_PAUSED, turn

group = typer.Typer(help="Approved messages on their way out.", no_args_is_help=True)
add_list(group, "handoffs")


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="handoffs")


@group.command("pause")
def pause(config: ConfigOption = None, db: DbOption = None) -> None:
    """Hold every message back, at once; nothing is cancelled."""
    _turn(config, db, on=True)
    notes.print("Nothing leaves until `overture handoffs resume`.")


@group.command("resume")
def resume(config: ConfigOption = None, db: DbOption = None) -> None:
    """Let messages go again."""
    _turn(config, db, on=False)
    notes.print("Messages leave again when their hold is over.")


Id = Annotated[int, typer.Argument(help="The handoff's number, as `handoffs list` gives it.")]


@group.command("resolve")
def resolve(
    id_: Id,
    verdict: Annotated[
        Verdict, typer.Option("--verdict", help="found: it is there; again: send the same bytes; give_up: leave it.")
    ],
    location: Annotated[str, typer.Option("--location", help="Where you found it; for `found`.")] = "",
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Settle a message in doubt: nobody knows whether its channel took it."""
    with opened_data(config=config, db=db) as engine:
        now = SystemClock().now()
        tell(outbox_resolve.resolve_uncertain(engine, id_, verdict, actor(), now=now, location=location))


@group.command("retry")
def retry(id_: Id, config: ConfigOption = None, db: DbOption = None) -> None:
    """Try a failed message again with the same bytes; to change them, undo the approval."""
    with opened_data(config=config, db=db) as engine:
        tell(outbox_resolve.retry_failed(engine, id_, actor(), now=SystemClock().now()))


@group.command("give-up")
def give_up(id_: Id, config: ConfigOption = None, db: DbOption = None) -> None:
    """Leave a failed message; its draft is done, though nothing was handed off."""
    with opened_data(config=config, db=db) as engine:
        tell(outbox_resolve.give_up(engine, id_, actor(), now=SystemClock().now()))


def _turn(config: Path | None, db: str | None, *, on: bool) -> None:
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        turn(connection, RELEASE_PAUSED, on, actor(), now=SystemClock().now())
