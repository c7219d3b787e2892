"""`overture init` and `overture check`: a workspace to start from, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from campaigns.story.lint import lint_story
from campaigns.types import Finding
from overture import doctor
from overture.cli.common import BrokerOption, ConfigOption, DbOption, FormatOption, settle_environment
from overture.cli.every import mode
from overture.cli.output import Format, notes, show
from overture.config import init as starter
from overture.config.places import Problem
from overture.config.workspace import Workspace, load
from overture.doctor.check import Check


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


def check(
    config: ConfigOption = None, db: DbOption = None, broker: BrokerOption = None, format_: FormatOption = Format.TABLE
) -> None:
    """Say what is wrong in files and stories, or with database, broker and outbox; exit 1 for errors. It ends with 3
    where nothing is wrong but that one of them does not answer."""
    environment = settle_environment(config=config, db=db, broker=broker)
    loaded = load(environment.config, environment=environment)
    rows = [_problem(problem) for problem in loaded.problems]
    if loaded.workspace is not None:
        rows += [
            _finding(finding, loaded.workspace.stories_dir)
            for finding in lint_folder(loaded.workspace.stories_dir, loaded.workspace)
        ]
    around = doctor.lean_on(environment)
    rows += [_around(one) for one in around if not one.ok]
    if format_ is not Format.TABLE:
        show(rows, format_)
    for row in rows if format_ is Format.TABLE else ():
        place = f"{row['file']}:{row['line']}:{row['column']}" if row["line"] else row["file"]
        typer.echo(f"{place}  {row['level']:<6} {row['message']}")
    errors = sum(row["level"] == "error" for row in rows)
    places = _count(len({row["file"] for row in rows}), "place")
    notes.print(f"{places} with findings, {_count(errors, 'error')}, {_count(len(rows) - errors, 'warning')}")
    away = sum(not one.reachable for one in around)
    raise typer.Exit(3 if errors and errors == away else 1 if errors else 0)


def _around(one: Check) -> dict[str, object]:
    """What stands beside the files has no line; what only weakens an installation is a warning."""
    level = "error" if not one.reachable or one.name in ("environment", "outbox", "schema", "key") else "warn"
    return {"file": one.name, "line": 0, "column": 0, "level": level, "code": "INSTALLATION", "message": one.detail}


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
