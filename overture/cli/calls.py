"""`overture calls`: who should be called, since another mail would be one too many."""

from __future__ import annotations

import typer

from campaigns.people.calls import as_row
from overture.cli.common import ConfigOption, DbOption, FormatOption, opened
from overture.cli.output import Format, show
from overture.db.engine import read
from overture.db.views_calls import calls_that_wait

group = typer.Typer(help="Whom to call, where another mail would be one too many.", no_args_is_help=True)
_COLUMNS = ("call", "contact", "role", "account", "unanswered", "contact_id", "account_id")


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="calls")


@group.callback()
def room() -> None:
    """Whom to call, where another mail would be one too many."""


@group.command("list")
def listed(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """Calls that wait, the latest news first; `overture heard` writes down what was said and settles one."""
    with opened(config=config, db=db) as services, read(services.engine) as connection:
        calls = calls_that_wait(connection, keys=services.keys, now=services.now())
    show([as_row(call) for call in calls], format_, columns=_COLUMNS)
