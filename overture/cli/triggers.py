"""`overture triggers`: events, joined and parted by hand; and `overture why`: what became of a thing, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from campaigns.review import Refused
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened_data
from overture.cli.listing import add_list
from overture.cli.output import Format, line, notes
from overture.clock import SystemClock
from overture.db import merging, why
from overture.db.engine import read

group = typer.Typer(help="Events, one each, with what became of them.", no_args_is_help=True)
add_list(group, "triggers")


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="triggers")
    app.command("why")(explain)


@group.command("merge")
def merge(
    one: Annotated[int, typer.Argument(help="Id of a trigger.")],
    other: Annotated[int, typer.Argument(help="Id of one that is the same event.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Two triggers are one event: the older goes on, with all that was told and one draft per account."""
    with opened_data(config=config, db=db) as engine:
        done = merging.merge(engine, one, other, actor(), now=SystemClock().now())
    if isinstance(done, Refused):
        notes.print(done.message, markup=False)
        raise typer.Exit(1)
    typer.echo(f"{done.merged} is part of {done.kept} now; {done.superseded} drafts replaced")


@group.command("split")
def split(
    trigger: Annotated[int, typer.Argument(help="Id of a trigger that was merged.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """A merged trigger is an event of its own after all; the machine will not join the two again."""
    with opened_data(config=config, db=db) as engine:
        done = merging.split(engine, trigger, actor(), now=SystemClock().now())
    if isinstance(done, Refused):
        notes.print(done.message, markup=False)
        raise typer.Exit(1)
    typer.echo(f"{done.trigger} stands alone again; it was part of {done.was_in}")


def explain(
    what: Annotated[why.What, typer.Argument(help="What you want to know about.")],
    id_: Annotated[str, typer.Argument(metavar="ID", help="Its id.")],
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Say why an entry, a trigger or an account has a draft or has none: one sentence, then the reasons."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        found = why.why(connection, what, id_, now=SystemClock().now())
    if found is None:
        notes.print(f"there is no {what} {id_}", markup=False)
        raise typer.Exit(1)
    if format_ is not Format.TABLE:
        typer.echo(line(found.as_json()))
        return
    typer.echo(found.sentence)
    for step in found.steps:
        typer.echo(f"  {step}")
