"""`overture db`: the schema's version."""

from __future__ import annotations

import typer

from overture.cli.common import DbOption, FormatOption, settle_environment
from overture.cli.output import Format, show
from overture.db import migrate
from overture.db.engine import open_engine

group = typer.Typer(help="The database's schema.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="db")


@group.command("upgrade")
def upgrade(db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """Bring the database to this version's schema; safe to run again."""
    environment = settle_environment(db=db)
    if environment.database_url is None:
        environment.data_dir.mkdir(parents=True, exist_ok=True)
    engine = open_engine(environment.database)
    before, after = migrate.upgrade(engine)
    engine.dispose()
    show([{"before": before, "after": after, "changed": before != after}], format_)
