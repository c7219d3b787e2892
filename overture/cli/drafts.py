"""`overture drafts`: the queue for scripts; the same state machine and the same audit as the pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Annotated

import typer

from campaigns.review import DraftState, RejectReason
from overture.cli.answers import tell
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened, opened_data
from overture.cli.listing import add_list
from overture.cli.output import Format, line, notes, show
from overture.db.decisions import Shown
from overture.db.engine import read
from overture.db.lists import export_drafts, show_draft
from overture.jobs import desk
from overture.services import Services

group = typer.Typer(help="Drafts that wait, and what was decided about them.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="drafts")


add_list(group, "drafts")

Id = Annotated[int, typer.Argument(help="The draft's number.")]
VersionOption = Annotated[int | None, typer.Option("--version", help="The version you read; refused when it changed.")]


@group.command("show")
def show_one(id_: Id, config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """One draft: its text, its bindings, its findings."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        found = show_draft(connection, id_)
    if found is None:
        notes.print(f"there is no draft {id_}")
        raise typer.Exit(1)
    if format_ is Format.TABLE:
        typer.echo(f"{found['account']} · {found['contact']} · {found['state']} · version {found['version']}")
        typer.echo(f"\n{found['subject']}\n\n{found['body']}")
        if found["state"] == "pending":
            notes.print(f"overture drafts approve {id_} --version {found['version']} --hash {found['hash']}")
        if found["findings"]:
            show(found["findings"], Format.TABLE, columns=("code", "level", "message"))
    else:
        typer.echo(line(found))


@group.command("export")
def export(
    states: Annotated[list[DraftState] | None, typer.Option("--state", help="Only these; may be repeated.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.CSV,
) -> None:
    """Drafts with their text, for a spreadsheet or a program."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        show(export_drafts(connection, states=[str(one) for one in states or ()]), format_)


@group.command("approve")
def approve(
    id_: Id,
    version: Annotated[int, typer.Option("--version", help="The version you read.")],
    hash_: Annotated[str, typer.Option("--hash", help="The hash that `drafts show` gave for it.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Approve exactly the text that you read."""
    with opened(config=config, db=db) as services:
        tell(desk.approve(services, Shown(id_, version, hash_), actor()))


@group.command("reject")
def reject(
    id_: Id,
    reason: Annotated[RejectReason, typer.Option("--reason", help="Why; each reason teaches something.")],
    comment: Annotated[str | None, typer.Option("--comment", help="In your words; needed for `other`.")] = None,
    instead: Annotated[
        str | None, typer.Option("--instead", help="Id of the account, contact or story that is meant.")
    ] = None,
    whole_domain: Annotated[bool, typer.Option(help="do_not_contact holds for everybody at their domain.")] = False,
    version: VersionOption = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Say no, with a reason. A wrong person or story asks for another draft about the same event."""
    with opened(config=config, db=db) as services:
        shown = _shown(services, id_, version)
        answer = desk.reject(
            services, shown, reason, actor(), comment=comment, instead=instead, whole_domain=whole_domain
        )
        tell(answer)


@group.command("snooze")
def snooze(
    id_: Id,
    until: Annotated[str | None, typer.Option("--until", help="A date, such as 2026-12-01.")] = None,
    for_update: Annotated[bool, typer.Option(help="Until the news is updated.")] = False,
    version: VersionOption = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Put a draft aside until a date, or until its news is updated."""
    with opened(config=config, db=db) as services:
        answer = desk.snooze(services, _shown(services, id_, version), _moment(until), actor(), for_update=for_update)
        tell(answer)


@group.command("undo")
def undo(id_: Id, config: ConfigOption = None, db: DbOption = None) -> None:
    """Take the last decision back; an approval only while the message is held."""
    with opened(config=config, db=db) as services:
        tell(desk.undo(services, id_, actor()))


def _moment(until: str | None) -> datetime | None:
    if until is None:
        return None
    try:
        return datetime.combine(date.fromisoformat(until), time(), tzinfo=UTC)
    except ValueError as error:
        raise typer.BadParameter(f"{until!r} is no date; write it like 2026-12-01") from error


def _shown(services: Services, draft_id: int, version: int | None) -> Shown:
    """The present version, or the one that the caller says it read."""
    with read(services.engine) as connection:
        found = show_draft(connection, draft_id)
    if found is None:
        return Shown(draft_id, 0, "")
    return Shown(draft_id, version or found["version"], found["hash"] if version in (None, found["version"]) else "")
