"""`overture stories`: lint a folder of stories, and preview one with a brief."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from campaigns.brief import BadBrief, findings_json, from_json, preview_json
from campaigns.story.format import Story, load
from campaigns.story.jailed import render_jailed
from campaigns.story.lint import lint_draft
from campaigns.types import Aborted, Finding, Rendered
from overture.cli.common import settle_environment
from overture.cli.output import Format, line, notes, show
from overture.cli.workspace import lint_folder
from overture.config.workspace import load as load_workspace
from overture.jail import ChildJail
from overture.settings import limits

group = typer.Typer(help="Story templates: lint and preview.", no_args_is_help=True)

Form = Annotated[Format, typer.Option("--format", help="How findings are written.")]


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="stories")


@group.command("lint")
def lint(
    folder: Annotated[Path, typer.Argument(help="A folder of stories.", exists=True, file_okay=False)],
    config: Annotated[
        Path | None, typer.Option("--config", help="A workspace: its promises and team count too.")
    ] = None,
    format_: Form = Format.TABLE,
) -> None:
    """Check every story; exit 1 for errors."""
    workspace = None
    if config is not None:
        workspace = load_workspace(config, environment=settle_environment(config=config)).workspace
        if workspace is None:
            notes.print(f"{config} cannot be used as a workspace; overture check says why", markup=False)
            raise typer.Exit(2)
    findings = lint_folder(folder, workspace)
    if format_ is Format.TABLE:
        for found in findings:
            typer.echo(f"{found.file}:{found.line}:{found.column}  {found.level:<6} {found.code} {found.message}")
    else:
        show(findings_json(findings), format_)
    errors = sum(found.level == "error" for found in findings)
    notes.print(f"{len(list(folder.glob('*.j2')))} stories, {errors} errors, {len(findings) - errors} warnings")
    raise typer.Exit(1 if errors else 0)


@group.command("preview")
def preview(
    file: Annotated[Path, typer.Argument(help="A story.", exists=True, dir_okay=False)],
    brief: Annotated[
        Path, typer.Option("--brief", help="A JSON file with what the story may say.", exists=True, dir_okay=False)
    ],
    format_: Form = Format.TABLE,
) -> None:
    """Tell one story with one brief, as the queue would show it, with what the lint says; exit 1 for errors."""
    told = _tell(file, brief)
    findings = told.findings if isinstance(told, Rendered) else tuple(told)
    if format_ is not Format.TABLE:
        empty = {"subject": "", "body": "", "segments": [], "findings": findings_json(findings)}
        typer.echo(line(preview_json(told) if isinstance(told, Rendered) else empty))
    else:
        if isinstance(told, Rendered):
            typer.echo(f"{told.subject}\n\n{told.body}")
        for found in findings:
            notes.print(f"{found.file}:{found.line}:{found.column} {found.level} {found.code} {found.message}")
    raise typer.Exit(1 if any(found.level == "error" for found in findings) else 0)


def _tell(file: Path, brief: Path) -> Rendered | list[Finding]:
    """The linted telling, or why there is none."""
    story = load(file.read_text(encoding="utf-8", errors="replace"), file.name)
    if not isinstance(story, Story):
        return story
    try:
        known = from_json(brief.read_text(encoding="utf-8"))
    except BadBrief as error:
        notes.print(f"{brief}: {error}", markup=False)
        sys.exit(2)
    with ChildJail(children=1) as jail:
        told = render_jailed(jail, story, [("preview", known)], limits=limits(settle_environment()))[0]
    if isinstance(told, Aborted):
        notes.print(f"the story says no: {told.reason}", markup=False)
        sys.exit(1)
    if isinstance(told, Rendered):
        return replace(told, findings=tuple(lint_draft(told, known, story)))
    return told
