"""`overture audit`: who did what, and whether the log is whole."""

from __future__ import annotations

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, opened_data
from overture.cli.output import Format, notes, show
from overture.db.codec import plain
from overture.db.engine import read
from overture.db.lists import list_audit
from overture.db.seal import Broken, verify

group = typer.Typer(help="Who did what, and whether the log is whole.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="audit")


@group.command("list")
def listed(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """List the audit, oldest first."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        show(list_audit(connection), format_)


@group.command("verify")
def verified(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """Walk the hash chain; exit 1 and name the rows where it does not hold."""
    with opened_data(config=config, db=db) as engine:
        found = verify(engine)
    show([{"answer": type(found).__name__.lower(), **plain(found)}], format_)
    if isinstance(found, Broken):
        notes.print(f"rows {found.first} to {found.last}: {found.what}", markup=False)
        raise typer.Exit(1)
