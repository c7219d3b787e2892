"""`overture accounts`: a list from elsewhere taken over into the workspace, and whom a company's name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from campaigns.types import Match
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened
from overture.cli.every import mode
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import refuse, whole_of
from overture.config.import_columns import Columns
from overture.config.importing import Judged, Verdict, What
from overture.explained import match_json
from overture.jobs.account_desk import AccountDesk, Listed
from triggers.types import Reading

group = typer.Typer(help="Companies that we would like to hear from, and whom a name means.", no_args_is_help=True)


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="accounts")


@group.command("import")
def bring(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="Any CSV with a header.")],
    what: Annotated[What, typer.Option("--what", help="Which of our files the rows belong to.")] = What.ACCOUNTS,
    columns: Annotated[
        str | None, typer.Option(help="Our columns in the order of theirs, such as name,domain,,country; else guessed.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="What stands there already gives way, too.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Take a list of accounts or contacts over into accounts.csv or contacts.csv; a verdict for each row. What cannot
    be read is left out and named, with exit status 1."""
    named = [name.strip() for name in columns.split(",")] if columns is not None else None
    listed = Listed(what, whole_of(file), named, replace)
    with opened(config=config, db=db) as services:
        desk = AccountDesk(services)
        looked = desk.look(listed) if mode.dry_run else desk.take(listed, actor())
    if isinstance(looked, str):
        refuse(f"{file}: {looked}")
    elif looked.plan is None:
        theirs = ", ".join(looked.foreign.header)
        refuse(f"{file}: {looked.problem}; its columns are: {theirs}. Say ours in that order with --columns", code=2)
    elif looked.problem:
        refuse(looked.problem)
    else:
        _tell(looked.plan.rows, _read_as(looked.foreign.header, looked.columns), format_)


def _tell(rows: Sequence[Judged], read_as: str, format_: Format) -> None:
    names = ("line", "verdict", "name", "why", "note")
    show([{name: getattr(one, name) for name in names} for one in rows], format_)
    counts = Counter(str(one.verdict) for one in rows)
    notes.print(read_as, markup=False)
    notes.print(f"{'would be' if mode.dry_run else 'done'}: {', '.join(f'{n} {v}' for v, n in counts.most_common())}")
    if counts[Verdict.MALFORMED]:
        raise typer.Exit(1)


def _read_as(header: Sequence[str], columns: Columns) -> str:
    pairs = [f"{theirs} → {ours}" for theirs, ours in zip(header, columns.names, strict=False) if ours]
    return f"read as: {', '.join(pairs)}"


@group.command("match")
def whom(
    name: Annotated[str, typer.Argument(help="A company's name, as some outlet calls it.")],
    text: Annotated[str, typer.Option(help="What is said of it; it may tell two of one name apart.")] = "",
    url: Annotated[str | None, typer.Option(help="An address that the text names.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Say which of our accounts a name means, with the parts of its score, or why none; as the line itself decides."""
    with opened(config=config, db=db) as services:
        found = services.resolver().outcome(name, Reading("name", title=text, url=url))
    if format_ is not Format.TABLE:
        typer.echo(line(match_json(found)))
        return
    if isinstance(found, Match):
        best = found.best
        typer.echo(f"{best.name} ({best.account_id}): {best.score:.2f} by {best.method}")
        for part, value in best.parts:
            typer.echo(f"  {part.replace('_', ' ')}: {value:+.2f}")
    else:
        typer.echo(f"none: {found.reason}")
    others = found.runners_up if isinstance(found, Match) else found.candidates
    for one in others:
        typer.echo(f"  rather not: {one.name} ({one.account_id}): {one.score:.2f} by {one.method}")
