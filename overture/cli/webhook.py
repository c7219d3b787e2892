"""`overture webhook`: what a program was told, a test, and telling again."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened, opened_data
from overture.cli.output import Format, notes, show
from overture.cli.people_common import refuse
from overture.clock import SystemClock
from overture.db import notices
from overture.db.engine import read, write

group = typer.Typer(help="What the web hook is told.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="webhook")


@group.command("list")
def listed(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """The last twenty, with the receiver's answers."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        rows = [asdict(one) for one in notices.last(connection, "webhook")]
    show(rows, format_, columns=("id", "made_at", "event", "thing", "state", "attempts", "status", "why"))


@group.command("test")
def ask_now(config: ConfigOption = None, db: DbOption = None) -> None:
    """Let a test leave; a worker takes it within seconds."""
    with opened(config=config, db=db) as services, write(services.engine) as connection:
        if services.workspace.settings.alerts.webhook is None:
            refuse("no web hook is set: say alerts.webhook in settings.yaml")
        asked = notices.ask_test(connection, "webhook", actor(), {}, now=services.now())
    if isinstance(asked, str):
        refuse(asked)
    notes.print(f"number {asked} is on its way; `overture webhook list` says what came of it", markup=False)


@group.command("again")
def again(
    number: Annotated[int, typer.Argument(help="As the list has it.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Tell one again, under the same number."""
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        found = notices.again(connection, number, actor(), now=SystemClock().now())
    if found is None:
        refuse(f"there is no notice {number} that has ended")
    notes.print(f"number {number} is told again", markup=False)
