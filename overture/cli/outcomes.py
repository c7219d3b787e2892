"""`overture outcomes`: what came of messages, told by hand or by a list from elsewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened_data
from overture.cli.every import mode
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import found, on_day, refuse, whole_of
from overture.clock import SystemClock
from overture.db import outcomes_import, people_outcomes
from overture.db.engine import read, write
from overture.db.outcomes_import import Verdict
from overture.db.people_find import Unclear, find_contact
from overture.db.tables.aftermath import OutcomeKind

group = typer.Typer(help="What came of messages: replies, meetings, bounces.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="outcomes")


@group.command("add")
def add_outcome(
    about: Annotated[str, typer.Argument(help="The draft's number, or a contact: id, address or name.")],
    kind: Annotated[OutcomeKind, typer.Argument(help="What happened.")],
    note: Annotated[str | None, typer.Option(help="In a few words.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day, such as 2026-03-31; else now.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Write down what came of a message. Who bounces, opts out or complains is not written to again."""
    now = SystemClock().now()
    at = people_outcomes.told_on(on_day(on), now) if on else now
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        draft_id = int(about) if about.isdecimal() and len(about) < 18 else None
        contact_id = people_outcomes.of_draft(connection, draft_id) if draft_id is not None else None
        if contact_id is None:
            who = find_contact(connection, about)
            if draft_id is not None and isinstance(who, Unclear):
                refuse(f"there is no draft {about}, and no contact of that id")
            draft_id, contact_id = None, found(who).id
        told = people_outcomes.Outcome(kind, contact_id, at, draft_id, note)
        noted = people_outcomes.note(connection, told, actor(), now=now)
    typer.echo(
        line(
            {
                "id": noted.id,
                "kind": kind,
                "contact_id": contact_id,
                "draft_id": draft_id,
                "suppressed": noted.suppressed,
            }
        )
    )


@group.command("end")
def end(
    contact: Annotated[str, typer.Argument(help="The contact: id, address or name.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """The conversation with a contact is over: campaigns may write there again."""
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        who = found(find_contact(connection, contact))
        closed = people_outcomes.end_conversation(connection, who.id, actor(), now=SystemClock().now())
    if not closed:
        refuse(f"there is no open conversation with {who.name}")
    notes.print(f"the conversation with {who.name} is over", markup=False)


@group.command("list")
def list_outcomes(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """What came of messages, the latest first."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        show(
            people_outcomes.list_outcomes(connection),
            format_,
            columns=("at", "kind", "account", "contact", "draft_id", "note"),
        )


@group.command("import")
def bring(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="A CSV with a header.")],
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Take over what a list tells: kind, draft or contact, on, note, id. A verdict for each row; what cannot be read is
    left out and named, with exit status 1. The same list twice changes nothing."""
    now, raw = SystemClock().now(), whole_of(file)
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        judged = outcomes_import.judge(connection, raw, now=now)
        if isinstance(judged, str):
            refuse(f"{file}: {judged}")
            return
        stopped = outcomes_import.take(connection, judged, actor(), now=now)
    show([_row(one) for one in judged], format_, columns=("line", "verdict", "kind", "contact_id", "draft_id", "why"))
    counts = Counter(str(one.verdict) for one in judged)
    told = ", ".join(f"{many} {verdict}" for verdict, many in counts.most_common())
    more = f"; {stopped} not to be written to any more" if stopped else ""
    notes.print(f"{'would be' if mode.dry_run else 'done'}: {told}{more}")
    if counts[Verdict.MALFORMED]:
        raise typer.Exit(1)


def _row(one: outcomes_import.Judged) -> dict[str, object]:
    told = one.outcome
    return {
        "line": one.line,
        "verdict": one.verdict.value,
        "kind": told.kind if told else "",
        "contact_id": told.contact_id if told else "",
        "draft_id": told.draft_id if told else None,
        "why": one.why,
    }
