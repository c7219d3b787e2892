"""`overture ties`, `outcomes`, `export`: who knows whom, what came of messages, and what is known as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from campaigns.people.imports import Seen
from campaigns.people.mailbox import lines_of, read_mailbox
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened_data
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import found, on_day, refuse
from overture.clock import SystemClock
from overture.db import people_import, people_outcomes, tie_imports
from overture.db.engine import read, write
from overture.db.people_export import EXPORTS
from overture.db.people_find import find_contact, find_teammate
from overture.db.people_paths import warm_paths
from overture.jobs.tie_desk import NOBODY, seen_of

MAX_FILE = 64 * 2**20

ties = typer.Typer(help="Who of us knows whom.", no_args_is_help=True)
outcomes = typer.Typer(help="What came of messages: replies, meetings, bounces.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(ties, name="ties")
    app.add_typer(outcomes, name="outcomes")
    app.command("export")(export)


# --- ties ---------------------------------------------------------------------------------------------------------


@ties.command("path")
def path(
    contact: Annotated[str, typer.Argument(help="The contact to reach: id, address or name.")],
    start: Annotated[str | None, typer.Option("--from", help="Begin with this one of us.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=50)] = 5,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """The warmest ways to a contact, of three hops at most."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        who = found(find_contact(connection, contact))
        mate = found(find_teammate(connection, start)).id if start else None
        paths = warm_paths(connection, who.id, start=mate, limit=limit)
    rows: list[dict[str, Any]] = [
        {
            "hops": one.hops,
            "strength": one.strength,
            "teammate": one.teammate,
            "through": one.through.name,
            "last_touch": one.last_touch,
            "path": str(one),
            "evidence": one.evidence,
            "steps": list(one.steps),
            "tie_id": one.tie_id,
        }
        for one in paths
    ]
    show(rows, format_, columns=("hops", "path", "evidence"))


@ties.command("list")
def list_ties(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """All ties in force."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        show(EXPORTS["ties"](connection, False), format_)


class Source(StrEnum):
    LINKEDIN = "linkedin"
    VCARD = "vcard"
    MBOX = "mbox"
    CSV = "csv"


@ties.command("import")
def import_ties(
    source: Annotated[Source, typer.Argument(help="What the file is.")],
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="Connections.csv, .vcf, mbox or a table.")
    ],
    mate: Annotated[str, typer.Option("--of", help="Whose file it is: id or name of one of us.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and write nothing.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Make ties of LinkedIn's connections, an address book, a table with names, or the headers of a mailbox (never its
    messages). `overture ties undo` takes it back."""
    number, now = None, SystemClock().now()
    with opened_data(config=config, db=db) as engine:
        with read(engine) as connection:
            one = found(find_teammate(connection, mate))
        seen = _seen(source, file, one.email)
        with read(engine) if dry_run else write(engine) as connection:
            judged = people_import.judge(connection, seen, one.id, today=now.date())
            if not dry_run:
                number = tie_imports.take(connection, judged, source.value, actor(), now=now)
    rows = [
        {"row": j.row, "verdict": j.verdict.value, "name": j.name, "contact_id": j.contact_id, "why": j.words}
        for j in judged
    ]
    show(rows, format_)
    counts = Counter(one.verdict.value for one in judged)
    told = ", ".join(f"{many} {verdict.replace('_', ' ')}" for verdict, many in counts.most_common())
    nothing = NOBODY.format(ours=one.email) if source is Source.MBOX else "nothing to read"
    notes.print(f"{'would be' if dry_run else 'done'}: {told or nothing}")
    if number is not None:
        notes.print(f"`overture ties undo {number}` takes it back")


@ties.command("imports")
def imports(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """The last imports of ties, the newest first."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        show(tie_imports.imports_lately(connection), format_)


@ties.command("undo")
def undo(
    number: Annotated[int, typer.Argument(help="The number of the import, as `overture ties imports` lists it.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Take an import of ties back; a tie that was changed since stays as it is."""
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        done = tie_imports.undo(connection, number, actor(), now=SystemClock().now())
        if isinstance(done, str):
            refuse(done)
            return
    typer.echo(line({"import": number, "ties": done.ties, "left": done.left}))


def _seen(source: Source, file: Path, ours: str) -> Sequence[Seen]:
    if source is Source.MBOX:
        with file.open("rb") as lines:
            return read_mailbox(lines_of(lines), ours)
    if file.stat().st_size > MAX_FILE:
        refuse(f"{file.name} is larger than {MAX_FILE // 2**20} MiB")
    seen = seen_of(cast(tie_imports.Source, source.value), file.read_bytes(), ours)
    if isinstance(seen, str):
        refuse(f"{file.name} {seen}")
        return ()
    return seen


# --- outcomes -----------------------------------------------------------------------------------------------------


class Kind(StrEnum):
    REPLIED = "replied"
    MEETING = "meeting"
    WON = "won"
    LOST = "lost"
    BOUNCED = "bounced"
    OPTED_OUT = "opted_out"
    COMPLAINED = "complained"


@outcomes.command("add")
def add_outcome(
    about: Annotated[str, typer.Argument(help="The draft's number, or a contact: id, address or name.")],
    kind: Annotated[Kind, typer.Argument(help="What happened.")],
    note: Annotated[str | None, typer.Option(help="In a few words.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="The day, such as 2026-03-31; else now.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Write down what came of a message. Who bounces, opts out or complains is not written to again."""
    now = SystemClock().now()
    at = min(now, datetime.combine(on_day(on), time(12), now.tzinfo)) if on else now
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        draft_id = int(about) if about.isdecimal() and len(about) < 18 else None
        contact_id = people_outcomes.of_draft(connection, draft_id) if draft_id is not None else None
        if contact_id is None:
            draft_id, contact_id = None, found(find_contact(connection, about)).id
        told = people_outcomes.Outcome(kind.value, contact_id, at, draft_id, note)
        noted = people_outcomes.note(connection, told, actor(), now=now)
    typer.echo(
        line(
            {
                "id": noted.id,
                "kind": kind.value,
                "contact_id": contact_id,
                "draft_id": draft_id,
                "suppressed": noted.suppressed,
            }
        )
    )


@outcomes.command("end")
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


@outcomes.command("list")
def list_outcomes(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """What came of messages, the latest first."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        show(
            people_outcomes.list_outcomes(connection),
            format_,
            columns=("at", "kind", "account", "contact", "draft_id", "note"),
        )


# --- export -------------------------------------------------------------------------------------------------------


class What(StrEnum):
    CONCERNS = "concerns"
    INTERESTS = "interests"
    TIES = "ties"


def export(
    what: Annotated[What, typer.Argument(help="Which file.")],
    learned: Annotated[bool, typer.Option("--learned", help="Only what no file brought.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.CSV,
) -> None:
    """What is known as the file it could stand in; reading it back changes nothing."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        show(EXPORTS[what.value](connection, learned), format_)
