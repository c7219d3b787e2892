"""`overture heard`, `cares`, `suggest-call`: what was said in conversation, written down in ten seconds."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer
from sqlalchemy import Connection

from campaigns.people.calls import call_of_the_day
from campaigns.workspace import Concern, Level, WhyTheyCare
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened, opened_data
from overture.cli.output import Format, line, notes, show
from overture.cli.people_common import found, on_day, today
from overture.clock import SystemClock
from overture.config import values
from overture.config.people import concern_id
from overture.db import people_heard, people_outcomes
from overture.db.engine import read, write
from overture.db.people_find import find_account, find_contact, find_teammate

ByOption = Annotated[str | None, typer.Option("--by", help="Who of us heard it: an id or a name.")]
OnOption = Annotated[str | None, typer.Option("--on", help="The day, such as 2026-03-31; else today.")]


def add(app: typer.Typer) -> None:
    app.command("heard")(heard)
    app.command("cares")(cares)
    app.command("suggest-call")(suggest_call)


def heard(
    contact: Annotated[str, typer.Argument(help="The contact: id, address or name.")],
    statement: Annotated[str, typer.Argument(help="What they said, so that it can follow “that”.")],
    level: Annotated[Level, typer.Option("--level", help="What it is about for them.")],
    aloud: Annotated[bool, typer.Option("--aloud/--private", help="Whether a message may say it.")] = False,
    by: ByOption = None,
    kind: Annotated[
        Literal["concern", "aspiration"], typer.Option(help="What they fear, or what they want.")
    ] = "concern",
    quote: Annotated[str | None, typer.Option(help="Their very words.")] = None,
    source: Annotated[str | None, typer.Option(help="Where: call, fair, dinner.")] = None,
    on: OnOption = None,
    reply: Annotated[bool, typer.Option(help="It came as an answer to a message of ours.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Write down what a contact said. It stays when the files are read again, and `export concerns` gives it back."""
    now = SystemClock().now()
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        who = found(find_contact(connection, contact))
        day, text = on_day(on), statement_of(statement)
        new = Concern(
            id=concern_id(who.id, level, text, day),
            contact_id=who.id,
            level=level,
            statement=text,
            heard_on=day,
            kind=kind,
            heard_by=_teammate(connection, by),
            quote=quote,
            source=source,
            shareable=aloud,
        )
        noted = people_heard.hear(connection, new, actor(), now=now)
        if reply:
            at = now if day == now.date() else people_outcomes.told_on(day, now)
            told = people_outcomes.Outcome("replied", who.id, at, note=text)
            people_outcomes.note(connection, told, actor(), now=now)
    for flag in noted.flags:
        notes.print(f"kept, but it {flag.words}", markup=False)
    typer.echo(line(_said(noted, who)))


def statement_of(text: str) -> str:
    if len(text.split()) < 2:
        raise typer.BadParameter("Write what they said, so that it can follow “that”.")
    try:
        return values.prose(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _said(noted: people_heard.Noted, who: Any) -> dict[str, Any]:
    return {
        "id": noted.concern.id,
        "contact": who.name,
        "contact_id": who.id,
        "account": who.account,
        "level": noted.concern.level.value,
        "aloud": noted.concern.shareable,
        "heard_on": noted.concern.heard_on,
        "known": noted.known,
        "flags": [flag.fault.value for flag in noted.flags],
    }


def _teammate(connection: Connection, by: str | None) -> str | None:
    return str(found(find_teammate(connection, by)).id) if by else None


def cares(
    account: Annotated[str, typer.Argument(help="The customer: id, domain or name.")],
    bucket: Annotated[WhyTheyCare, typer.Argument(help="What their answer amounts to.")],
    words: Annotated[str | None, typer.Option(help="Their words.")] = None,
    contact: Annotated[str | None, typer.Option(help="Who said it.")] = None,
    by: ByOption = None,
    on: OnOption = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """File why a customer cares, with its date. The newest answer holds, whether it stands here or in accounts.csv."""
    now = SystemClock().now()
    with opened_data(config=config, db=db) as engine, write(engine) as connection:
        row = found(find_account(connection, account))
        who = found(find_contact(connection, contact)).id if contact else None
        answer = people_heard.Answered(row.id, bucket, on_day(on), who, _teammate(connection, by), words)
        holds = people_heard.answer_why(connection, answer, actor(), now=now)
    typer.echo(
        line({"account": row.name, "account_id": row.id, "why": bucket.value, "on": answer.asked_on, "holds": holds})
    )


def suggest_call(config: ConfigOption = None, db: DbOption = None, format_: FormatOption = Format.TABLE) -> None:
    """The one customer to call today and ask why they care."""
    with opened(config=config, db=db) as services, read(services.engine) as connection:
        left_out = people_heard.not_to_be_called(connection, keys=services.keys)
        call = call_of_the_day(people_heard.customers(connection, left_out=left_out), today())
    if call is None:
        notes.print("nobody today: somebody was asked already, or every answer is fresh")
        if format_ is not Format.TABLE:
            show([], format_)
        return
    one = call.customer
    row: dict[str, Any] = {
        "account": one.account,
        "account_id": one.account_id,
        "contact": one.contact,
        "contact_id": one.contact_id,
    }
    row |= {"call": one.teammate, "because": "; ".join(call.why_now)}
    show([{**row, "then": f"overture cares {one.account_id} need_us|ok|who_are_you"}], format_)
