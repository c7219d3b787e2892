"""`overture config`: what may stand in the files, what a key means, and what is in force."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, opened
from overture.cli.output import Format, notes, show
from overture.config.schema import MODELS, explain, schema
from overture.jobs.house_desk import HouseDesk

group = typer.Typer(help="What may stand in the workspace's files.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="config")


@group.command("schema")
def print_schema(file: Annotated[str, typer.Argument(help="Such as sources.yaml.")]) -> None:
    """Print the JSON Schema of a file, for editors that complete and check."""
    if file not in MODELS:
        raise typer.BadParameter(f"{file} has no schema; use one of {', '.join(sorted(MODELS))}")
    typer.echo(json.dumps(schema(file), indent=2, ensure_ascii=False))


@group.command("explain")
def explain_key(key: Annotated[str, typer.Argument(help="A key, such as caps or fit.must.")]) -> None:
    """Say what a key means and where it stands."""
    found = explain(key)
    if isinstance(found, str):
        notes.print(found, markup=False)
        raise typer.Exit(1)
    for one in found:
        need = "required" if one.required else f"default {one.default}" if one.default else "optional"
        typer.echo(f"{one.file}  {one.path}  ({need})\n    {one.description}")


@group.command("show")
def show_in_force(
    changed: Annotated[bool, typer.Option("--changed", help="Only what is no default.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Say what is in force of settings.yaml and of the variables, and where each value came from; no secrets."""
    with opened(config=config, db=db) as services:
        found = HouseDesk(services).config()
    rows = [asdict(one) for one in (*found.settings, *found.environment) if one.changed or not changed]
    show(rows, format_, columns=("key", "value", "place", "note"))
