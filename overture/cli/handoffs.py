"""`overture handoffs`: approved messages on their way out, and the switch that holds them all."""

from __future__ import annotations

import getpass

import typer

from overture.cli.common import DbOption, opened_data
from overture.cli.listing import add_list
from overture.cli.output import notes
from overture.clock import SystemClock
from overture.db.audit import Actor
from overture.db.engine import write
from overture.db.switches import RELEASE_PAUSED, turn

group = typer.Typer(help="Approved messages on their way out.", no_args_is_help=True)
add_list(group, "handoffs")


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="handoffs")


@group.command("pause")
def pause(db: DbOption = None) -> None:
    """Hold every message back, at once; nothing is cancelled."""
    _turn(db, on=True)
    notes.print("Nothing leaves until `overture handoffs resume`.")


@group.command("resume")
def resume(db: DbOption = None) -> None:
    """Let messages go again."""
    _turn(db, on=False)
    notes.print("Messages leave again when their hold is over.")


def _turn(db: str | None, *, on: bool) -> None:
    with opened_data(db=db) as engine, write(engine) as connection:
        turn(connection, RELEASE_PAUSED, on, Actor(getpass.getuser(), "cli"), now=SystemClock().now())
