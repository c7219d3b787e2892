"""`overture suppress`: who must not be written to."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened
from overture.cli.every import mode
from overture.cli.output import Format, notes, show
from overture.cli.people_common import refuse, whole_of
from overture.config.directory import Accounts
from overture.db import stop_judged, stop_rows
from overture.db.engine import read, write
from overture.db.stop_judged import Judged, Verdict
from overture.services import Services
from overture.sheet import sheet

group = typer.Typer(help="Who must not be written to.", no_args_is_help=True)
_COLUMNS = ("line", "verdict", "kind", "value", "why")


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="suppress")


@group.command("list")
def listed(
    words: Annotated[str, typer.Argument(help="An address, a domain, a part of a reason.")] = "",
    lifted: Annotated[bool, typer.Option("--lifted", help="Those that were lifted.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=100_000)] = 200,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Lines in force, the newest first."""
    with opened(config=config, db=db) as services, read(services.engine) as connection:
        found = stop_rows.page(connection, words=words, lifted=lifted, limit=limit, keys=services.keys)
    show([dict(row._mapping) for row in found.rows], format_, columns=("id", "kind", "value", "reason", "since"))
    notes.print(f"{found.in_force:,} in force, {found.hashed:,} of them erased but for a hash")


@group.command("add")
def one_more(
    value: Annotated[str, typer.Argument(help="An address, @domain, or an account.")],
    kind: Annotated[str, typer.Option(help="address, domain or account; else what it looks like.")] = "",
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Put one on the list; it holds from that moment."""
    if kind not in ("", *stop_rows.KINDS):
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(stop_rows.KINDS)}")
    with opened(config=config, db=db) as services, write(services.engine) as connection:
        given, named = (kind, value, reason), _accounts(services)
        one = stop_rows.add(connection, given, actor(), accounts=named, keys=services.keys, now=services.now())
    if one.verdict is Verdict.MALFORMED:
        refuse(f"nothing was added: {one.why}")
    notes.print(f"{one.kind} {one.value}: {one.verdict}", markup=False)


@group.command("import")
def bring(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="A CSV, or plain lines.")],
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Take over a list; a verdict for each line. What cannot be read is left out and named, with exit status 1."""
    raw = whole_of(file)
    with opened(config=config, db=db) as services, write(services.engine) as connection:
        judged = stop_judged.judge(connection, raw, accounts=_accounts(services), keys=services.keys)
        if isinstance(judged, str):
            refuse(f"{file.name}: {judged}")
            return
        stop_judged.take(connection, judged, actor(), keys=services.keys, now=services.now())
    _tell(judged, format_)


def _tell(judged: list[Judged], format_: Format) -> None:
    show([{name: getattr(one, name) for name in _COLUMNS} for one in judged], format_)
    counts = Counter(str(one.verdict) for one in judged)
    told = ", ".join(f"{many} {verdict}" for verdict, many in counts.most_common())
    notes.print(f"{'would be' if mode.dry_run else 'done'}: {told}")
    if counts[Verdict.MALFORMED]:
        raise typer.Exit(1)


@group.command("export")
def export(config: ConfigOption = None, db: DbOption = None) -> None:
    """Write what is in force as do_not_contact.csv to stdout."""
    with opened(config=config, db=db) as services, read(services.engine) as connection:
        sys.stdout.write(sheet(stop_rows.export(connection), stop_rows.COLUMNS))


@group.command("lift")
def lift(
    line: Annotated[int, typer.Argument(help="Its number in the list.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Take a line out of force; the audit says who did."""
    with opened(config=config, db=db) as services, write(services.engine) as connection:
        found = stop_rows.lift(connection, line, actor(), now=services.now())
    if found is None:
        refuse(f"there is no line {line} in force")
        return
    notes.print(f"{found.kind} {found.value or '(erased)'}: lifted", markup=False)


def _accounts(services: Services) -> Accounts:
    return Accounts.of(services.workspace.accounts)
