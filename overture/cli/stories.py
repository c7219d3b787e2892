"""`overture stories`: lint a folder of stories, preview one, run it on what came in lately, put it in force, compare
its versions."""

from __future__ import annotations

import sys
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer

from campaigns.story.format import Story, load
from campaigns.story.jailed import render_jailed
from campaigns.story.lint import lint_draft
from campaigns.story.wire import BadBrief, findings_json, from_json, preview_json
from campaigns.types import Aborted, Finding, Rendered
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened, opened_data, settle_environment
from overture.cli.every import mode
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import refuse
from overture.cli.workspace import lint_folder
from overture.config.document import text_hash
from overture.config.workspace import load as load_workspace
from overture.db import replaying, views_stories
from overture.db.engine import read
from overture.jail import ChildJail
from overture.jobs import story_trial
from overture.jobs.story_desk import NotSaved, StoryDesk, Writing
from overture.settings import limits

group = typer.Typer(help="Story templates: lint, preview, run, publish and diff.", no_args_is_help=True)

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
        Path | None,
        typer.Option("--brief", help="A JSON file with what the story may say.", exists=True, dir_okay=False),
    ] = None,
    trigger: Annotated[int | None, typer.Option("--trigger", help="An event that came in, instead of a brief.")] = None,
    format_: Form = Format.TABLE,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Tell one story with one brief, or of one event that came in, as the queue would show it, with what the lint says;
    exit 1 for errors."""
    if (brief is None) == (trigger is None):
        raise typer.BadParameter("say what to tell it on: --brief FILE, or --trigger ID of an event that came in")
    told = _tell(file, brief) if brief else _tell_of(file, trigger or 0, config, db)
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


def _tell_of(file: Path, trigger: int, config: ConfigOption, db: DbOption) -> Rendered | tuple[Finding, ...]:
    """The linted telling of an event that came in, or why there is none."""
    with opened(config=config, db=db) as services:
        with read(services.engine) as connection:
            if replaying.one(connection, trigger) is None:
                refuse(f"there is no trigger {trigger} at an account of ours")
        text = file.read_text(encoding="utf-8", errors="replace")
        tried = story_trial.preview(services, text, file.name, sample=str(trigger))
    if not tried.tellings:
        return tried.findings
    one = tried.tellings[0]
    if one.why_not or one.aside:
        notes.print(f"{one.case.label}: {one.why_not or one.aside}", markup=False)
    if one.told is None and not one.faults:
        raise typer.Exit(1)
    return one.told or one.faults


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


@group.command("run")
def run(
    file: Annotated[
        Path, typer.Argument(help="A story; it need not be saved anywhere yet.", exists=True, dir_okay=False)
    ],
    last: Annotated[int, typer.Option(help="On how many of the newest events.", min=1, max=story_trial.LAST)] = 50,
    format_: FormatOption = Format.TABLE,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Tell a story on the events that came in last, as the line would, and save nothing; exit 1 for errors."""
    with opened(config=config, db=db) as services:
        text = file.read_text(encoding="utf-8", errors="replace")
        tried = story_trial.run_last(services, text, file.name, last=last)
    show([_row(telling) for telling in tried.tellings], format_)
    for found in tried.findings:
        notes.print(
            f"{found.file}:{found.line}:{found.column} {found.level} {found.code} {found.message}", markup=False
        )
    told = [telling.told for telling in tried.tellings if telling.told]
    focus = [one.measures["self_focus"] for one in told]
    figures = f", self-focus median {median(focus):.2f}, worst {max(focus):.2f}" if focus else ""
    notes.print(f"{len(told)} of {len(tried.tellings)} events told{figures}")
    broken = any(telling.faults for telling in tried.tellings)
    findings = (*tried.findings, *(found for one in told for found in one.findings))
    raise typer.Exit(1 if broken or any(found.level == "error" for found in findings) else 0)


def _row(telling: story_trial.Telling) -> dict[str, Any]:
    told, case = telling.told, telling.case
    return {
        "trigger_id": case.trigger_id,
        "event": case.label,
        "account": case.account,
        "told": told is not None,
        "subject": told.subject if told else "",
        "why_not": telling.why_not or telling.aside,
        "findings": " ".join(found.code for found in told.findings) if told else "",
        "words": int(told.measures["words"]) if told else None,
        "self_focus": told.measures["self_focus"] if told else None,
    }


@group.command("publish")
def publish(
    file: Annotated[Path, typer.Argument(help="A story, named as id.language.j2.", exists=True, dir_okay=False)],
    note: Annotated[str, typer.Option("--note", help="Why; needed where the lint still warns.")] = "",
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Put a story in force as a new version of the workspace's; exit 1 where the lint or somebody's change is in the
    way."""
    text = file.read_text(encoding="utf-8", errors="replace")
    with opened(config=config, db=db) as services:
        desk = StoryDesk(services)
        id_, language = (*file.name.removesuffix(".j2").split("."), "", "")[:2]
        there = desk.file_text(id_, language)
        writing = Writing(id_, language, text, text_hash(there) if there is not None else "", note)
        done = desk.save(writing, actor(), keep=not mode.dry_run)
    if isinstance(done, NotSaved):
        for found in done.findings:
            notes.print(f"{found.file}:{found.line}:{found.column} {found.level} {found.code} {found.message}")
        refuse(done.message)
    else:
        typer.echo(line({"story": id_, "language": language, "version": done.version, "file": done.file}))


@group.command("diff")
def diff(
    story: Annotated[str, typer.Argument(help="Its id.")],
    before: Annotated[int, typer.Argument(help="A version.")],
    after: Annotated[int | None, typer.Argument(help="Another one; the newest, if left out.")] = None,
    language: Annotated[str, typer.Option(help="Of the story.")] = "en",
    db: DbOption = None,
) -> None:
    """Show what changed between two versions of a story; exit 1 where they differ."""
    with opened_data(db=db) as engine, read(engine) as connection:
        old = views_stories.version(connection, story, language, before)
        new = views_stories.version(connection, story, language, after)
    if old is None or new is None:
        notes.print(f"there is no such version of {story}.{language}", markup=False)
        raise typer.Exit(2)
    was, is_ = (f"{story}.{language} v{one['version']}" for one in (old, new))
    lines = list(unified_diff(old["text"].splitlines(True), new["text"].splitlines(True), fromfile=was, tofile=is_))
    typer.echo("".join(lines), nl=False)
    raise typer.Exit(1 if lines else 0)
