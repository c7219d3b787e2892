"""`overture aside`: what the line gave up on after many attempts, and trying it once more."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened_data
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import refuse
from overture.clock import SystemClock
from overture.db import set_aside
from overture.db.engine import read

group = typer.Typer(help="Rows that broke again and again and wait for somebody to look.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="aside")


@group.command("list")
def list_(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """What was set aside, and why."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        rows = [asdict(row) for row in set_aside.listed(connection)]
    show(rows, format_, columns=("kind", "id", "what", "where", "attempts", "error"))


@group.command("retry")
def retry(
    kind: Annotated[str | None, typer.Argument(help="entry or trigger; both, without it.")] = None,
    ids: Annotated[list[int] | None, typer.Argument(help="Ids of that kind; all, without any.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Try these rows once more, with a clean count."""
    kinds = [one for one in set_aside.KINDS if kind in (None, one)]
    if not kinds:
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(set_aside.KINDS)}")
    by, now, again = actor(), SystemClock().now(), 0
    with opened_data(config=config, db=db) as engine:
        for one in kinds:
            found = set_aside.retry(engine, one, ids or None, by, now=now)
            again += len(found)
            for id_ in found:
                typer.echo(line({"kind": one, "id": id_}))
    if ids and not again:
        refuse("none of these is set aside; `overture aside list` names what is")
    notes.print(f"{again} will be tried again.")
