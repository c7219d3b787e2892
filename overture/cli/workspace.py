"""`overture init` and `overture check`: a workspace to start from, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from campaigns.story.lint import lint_story
from campaigns.types import Finding
from overture.cli.common import ConfigOption, FormatOption, settle_environment
from overture.cli.every import mode
from overture.cli.output import Format, notes, show
from overture.config import init as starter
from overture.config.places import Problem
from overture.config.workspace import Workspace, load


def add(app: typer.Typer) -> None:
    app.command("init")(init)
    app.command("check")(check)


def init(
    folder: Annotated[Path, typer.Argument(help="Where the workspace shall be.")] = Path("config"),
) -> None:
    """Write the files of a workspace; what is there already is never touched."""
    written = starter.missing(folder) if mode.dry_run else starter.write(folder)
    for path in written:
        typer.echo(str(path))
    would = "would be " if mode.dry_run else ""
    notes.print(f"{len(written)} files {would}written. Next: overture check --config {folder}", markup=False)


def check(config: ConfigOption = None, format_: FormatOption = Format.TABLE) -> None:
    """Read all files and stories, and say what is wrong at which place; exit 1 for errors."""
    environment = settle_environment(config=config)
    loaded = load(environment.config, environment=environment)
    rows = [_problem(problem) for problem in loaded.problems]
    if loaded.workspace is not None:
        rows += [
            _finding(finding, loaded.workspace.stories_dir)
            for finding in lint_folder(loaded.workspace.stories_dir, loaded.workspace)
        ]
    if format_ is not Format.TABLE:
        show(rows, format_)
    for row in rows if format_ is Format.TABLE else ():
        typer.echo(f"{row['file']}:{row['line']}:{row['column']}  {row['level']:<6} {row['message']}")
    errors = sum(row["level"] == "error" for row in rows)
    files = len({row["file"] for row in rows})
    notes.print(f"{_count(files, 'file')} with findings, {_count(errors, 'error')}", markup=False)
    raise typer.Exit(1 if errors else 0)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def lint_folder(folder: Path, workspace: Workspace | None) -> list[Finding]:
    """Findings of every story in the folder; without a workspace, promises and team are not checked."""
    promises = frozenset(promise.id for promise in workspace.promises) if workspace else None
    return [
        finding
        for path in sorted(folder.glob("*.j2"))
        for finding in lint_story(
            path.read_text(encoding="utf-8", errors="replace"),
            file=path.name,
            team=workspace.company if workspace else None,
            teammates=workspace.teammates if workspace else (),
            promise_ids=promises,
        )
    ]


def _problem(problem: Problem) -> dict[str, object]:
    where = f"{problem.path}: " if problem.path else ""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "code": "CONFIG",
        "message": where + problem.message,
    }


def _finding(finding: Finding, folder: Path) -> dict[str, object]:
    return {
        "file": str(folder / finding.file),
        "line": finding.line,
        "column": finding.column,
        "level": finding.level,
        "code": finding.code,
        "message": f"{finding.code} {finding.message}",
    }
