"""`overture ties`, `export`: who knows whom, and what is known as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from campaigns.people.imports import Seen
from campaigns.people.mailbox import lines_of, read_mailbox
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened_data
from overture.cli.every import mode
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import found, refuse, whole_of
from overture.clock import SystemClock
from overture.db import people_import, tie_imports
from overture.db.engine import read, write
from overture.db.people_export import EXPORTS
from overture.db.people_find import find_contact, find_teammate
from overture.db.people_paths import warm_paths
from overture.jobs.tie_desk import NOBODY, seen_of

ties = typer.Typer(help="Who of us knows whom.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(ties, name="ties")
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


@ties.command("import")
def import_ties(
    source: Annotated[tie_imports.Source, typer.Argument(help="What the file is.")],
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="Connections.csv, .vcf, mbox or a table.")
    ],
    mate: Annotated[str, typer.Option("--of", help="Whose file it is: id or name of one of us.")],
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Make ties of LinkedIn's connections, an address book, a table with names, or the headers of a mailbox (never its
    messages). `overture ties undo` takes it back."""
    now = SystemClock().now()
    with opened_data(config=config, db=db) as engine:
        with read(engine) as connection:
            one = found(find_teammate(connection, mate))
        seen = _seen(source, file, one.email)
        with write(engine) as connection:
            judged = people_import.judge(connection, seen, one.id, today=now.date())
            number = tie_imports.take(connection, judged, source, actor(), now=now)
    rows = [
        {"row": j.row, "verdict": j.verdict.value, "name": j.name, "contact_id": j.contact_id, "why": j.words}
        for j in judged
    ]
    show(rows, format_)
    counts = Counter(one.verdict.value for one in judged)
    told = ", ".join(f"{many} {verdict.replace('_', ' ')}" for verdict, many in counts.most_common())
    nothing = NOBODY.format(ours=one.email) if source == "mbox" else "nothing to read"
    notes.print(f"{'would be' if mode.dry_run else 'done'}: {told or nothing}")
    if number is not None and not mode.dry_run:
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


def _seen(source: tie_imports.Source, file: Path, ours: str) -> Sequence[Seen]:
    if source == "mbox":
        with file.open("rb") as lines:
            return read_mailbox(lines_of(lines), ours)
    seen = seen_of(source, whole_of(file), ours)
    if isinstance(seen, str):
        refuse(f"{file.name} {seen}")
        return ()
    return seen


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
