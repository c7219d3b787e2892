"""`overture sources`: what is polled, and a dry run of one feed down to the draft."""

from __future__ import annotations

from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, opened, settle_environment
from overture.cli.listing import add_list
from overture.cli.output import Format, line, notes
from overture.config.edit import add_source
from overture.jobs.trial import Trial, trial

group = typer.Typer(help="Feeds and other places that are watched.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="sources")


add_list(group, "sources")


@group.command("test")
def try_one(
    which: Annotated[str, typer.Argument(help="The id of a source, or the address of a feed.")],
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Ask a feed once, and show what would become of it; nothing is saved."""
    with opened(config=config, db=db) as services:
        found = trial(services, which)
    if format_ is not Format.TABLE:
        typer.echo(line(found.as_json()))
    else:
        _print(found)
    if found.failure:
        raise typer.Exit(1)


def _print(found: Trial) -> None:
    typer.echo(found.http)
    if found.failure:
        typer.echo(f"failed ({found.side}): {found.failure}")
        return
    typer.echo(
        f"parsed {found.entries} entries, {len(found.warnings)} warnings · {found.triggers} triggers · "
        f"{found.matches} matches (dry run, nothing saved)"
    )
    for warning in found.warnings:
        typer.echo(f"  warning: {warning}")
    for told in found.told:
        typer.echo(f"  {told}")


@group.command("add")
def add_feed(
    id_: Annotated[str, typer.Argument(help="A short name, such as techcrunch-venture.")],
    url: Annotated[str, typer.Argument(help="The feed's address.")],
    tags: Annotated[list[str] | None, typer.Option("--tag", help="A tag; may be given again.")] = None,
    config: ConfigOption = None,
) -> None:
    """Add a feed to sources.yaml; a running Overture takes it up within seconds."""
    environment = settle_environment(config=config)
    done = add_source(environment.config, id=id_, url=url, tags=tags or ())
    problems = done if isinstance(done, list) else []
    for problem in problems:
        notes.print(str(problem), markup=False)
    if problems:
        raise typer.Exit(2)
    notes.print(f"added {id_}; test it with: overture sources test {id_}", markup=False)
