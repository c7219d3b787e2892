"""`overture config`: what may stand in the files, and what a key means."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from overture.cli.output import notes
from overture.config.schema import MODELS, explain, schema

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
