"""`overture promises`: what we promised to whom, and whether we kept it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from campaigns.people.ledger import PromiseRefused, PromiseState, ShownState
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened_data
from overture.cli.output import Format, line, show
from overture.cli.people_common import a_day, found, on_day, refuse, today
from overture.clock import SystemClock
from overture.db.engine import read, write
from overture.db.people_find import find_account, find_contact, find_teammate
from overture.db.people_promises import MadePromise, add_promise, list_promises, settle_promise

group = typer.Typer(help="What we promised to whom, and whether we kept it.", no_args_is_help=True)
_COLUMNS = ("id", "state", "account", "contact", "text", "due_on", "made_at", "evidence")

Id = Annotated[int, typer.Argument(help="The promise's number.")]
EvidenceOption = Annotated[str, typer.Option("--evidence", help="How we know: what was delivered, or who said what.")]


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="promises")


@group.command("list")
def listed(
    account: Annotated[str | None, typer.Option(help="Of this account only: id, domain or name.")] = None,
    state: Annotated[list[ShownState] | None, typer.Option(help="Only these; may be repeated.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """List promises, what we owe first."""
    with opened_data(config=config, db=db) as engine, read(engine) as connection:
        where = found(find_account(connection, account)).id if account else None
        rows = list_promises(connection, today=today(), account_id=where, states=state or ())
    show(rows, format_, columns=_COLUMNS)


@group.command("add")
def made(
    account: Annotated[str, typer.Argument(help="To whom: id, domain or name of the account.")],
    text: Annotated[str, typer.Argument(help="What was promised, in the words that were used.")],
    due: Annotated[str | None, typer.Option(help="By when, such as 2026-05-01.")] = None,
    to: Annotated[str | None, typer.Option(help="The contact who was told so.")] = None,
    by: Annotated[str | None, typer.Option(help="Who of us promised it.")] = None,
    on: Annotated[str | None, typer.Option(help="When; else today.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Write down a promise that no message of ours made: in a talk, or before there was a ledger."""
    now = SystemClock().now()
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        promise = MadePromise(
            account_id=found(find_account(connection, account)).id,
            text=text.strip() or refuse("say what was promised"),
            made_on=on_day(on),
            due_on=a_day(due) if due else None,
            contact_id=found(find_contact(connection, to)).id if to else None,
            made_by=found(find_teammate(connection, by)).id if by else None,
        )
        number = add_promise(connection, promise, actor(), now=now)
        row = list_promises(connection, today=today(), only=[number])[0]
    typer.echo(line(row))


@group.command("keep")
def keep(id_: Id, evidence: EvidenceOption, config: ConfigOption = None, db: DbOption = None) -> None:
    """We did what we said."""
    _settle(id_, PromiseState.KEPT, evidence, config, db)


@group.command("break")
def broken(id_: Id, evidence: EvidenceOption, config: ConfigOption = None, db: DbOption = None) -> None:
    """We did not do what we said. Nothing but a repair is written there until it is mended."""
    _settle(id_, PromiseState.BROKEN, evidence, config, db)


@group.command("release")
def release(id_: Id, evidence: EvidenceOption, config: ConfigOption = None, db: DbOption = None) -> None:
    """They told us that they do not want it any more."""
    _settle(id_, PromiseState.RELEASED, evidence, config, db)


def _settle(id_: int, to: PromiseState, evidence: str, config: Path | None, db: str | None) -> None:
    now = SystemClock().now()
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        answer = settle_promise(connection, id_, to, evidence, actor(), now=now)
    if isinstance(answer, PromiseRefused):
        refuse(answer.reason)
    else:
        typer.echo(line(answer))
