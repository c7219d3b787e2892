"""`overture calls`: who should be called, since another mail would be one too many, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

import typer
from sqlalchemy import Connection

from campaigns.people.calls import as_row
from campaigns.workspace import Concern, Level
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened
from overture.cli.heard import statement_of
from overture.cli.output import Format, line, show
from overture.cli.people_common import a_day, found, refuse
from overture.config.people import concern_id
from overture.db import calls
from overture.db.engine import read, write
from overture.db.people_find import find_contact, find_teammate
from overture.db.secret import Keyring
from overture.db.views_calls import calls_that_wait

group = typer.Typer(help="Whom to call, where another mail would be one too many.", no_args_is_help=True)
_COLUMNS = ("call", "contact", "role", "account", "unanswered", "until", "contact_id", "account_id")
Who = Annotated[str, typer.Argument(help="The contact to be called: id, address or name.")]
Act = Callable[[Connection, Any, Keyring, datetime], calls.Decided | calls.Wrong]


def add(app: typer.Typer) -> None:
    app.add_typer(group, name="calls")


@group.callback()
def room() -> None:
    """Whom to call, where another mail would be one too many."""


@group.command("list")
def listed(
    put_off: Annotated[bool, typer.Option("--put-off", help="Also those that wait for a later day.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Calls that wait, the latest news first; `overture calls done` writes down what was said and settles one."""
    with opened(config=config, db=db) as services, read(services.engine) as connection:
        waiting = calls_that_wait(connection, keys=services.keys, now=services.now(), put_off=put_off)
    show([as_row(call) for call in waiting], format_, columns=_COLUMNS)


@group.command("hand-over")
def hand_over(
    contact: Who,
    to: Annotated[str, typer.Option("--to", help="Who calls instead: id, address or name of one of us.")],
    why: Annotated[str | None, typer.Option(help="Why, for whoever calls.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Another one of us calls."""
    _decide(
        contact, config, db,
        lambda connection, who, keys, now: calls.hand_over(connection, who.id, to, why, actor(), keys=keys, now=now),
    )  # fmt: skip


@group.command("snooze")
def snooze(
    contact: Who,
    until: Annotated[str, typer.Option("--until", help="The day on which it is listed again, such as 2026-03-31.")],
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """Put the call off till a day."""
    day = a_day(until)
    _decide(
        contact, config, db,
        lambda connection, who, keys, now: calls.snooze(connection, who.id, day, actor(), keys=keys, now=now),
    )  # fmt: skip


@group.command("done")
def done(
    contact: Who,
    statement: Annotated[str, typer.Argument(help="What they said, so that it can follow “that”.")],
    level: Annotated[Level, typer.Option("--level", help="What it is about for them.")],
    aloud: Annotated[bool, typer.Option("--aloud/--private", help="Whether a message may say it.")] = False,
    by: Annotated[str | None, typer.Option("--by", help="Who of us called: an id or a name.")] = None,
    config: ConfigOption = None,
    db: DbOption = None,
) -> None:
    """The call was made: what they said is kept as heard today, and settles it."""
    text = statement_of(statement)

    def act(connection: Connection, who: Any, keys: Keyring, now: datetime) -> calls.Decided | calls.Wrong:
        mate = found(find_teammate(connection, by)).id if by else None
        said = Concern(
            concern_id(who.id, level, text, now.date()), who.id, level, text, now.date(), heard_by=mate, source="call",
            shareable=aloud,
        )  # fmt: skip
        return calls.answered(connection, said, actor(), keys=keys, now=now)

    _decide(contact, config, db, act)


@group.command("undo")
def undo(contact: Who, config: ConfigOption = None, db: DbOption = None) -> None:
    """Take back what was decided last about this contact's call, and with it the answer that it wrote down."""
    _decide(contact, config, db, lambda connection, who, _, now: calls.undo(connection, who.id, actor(), now=now))


def _decide(contact: str, config: Any, db: str | None, act: Act) -> None:
    with opened(config=config, db=db) as services, write(services.engine) as connection:
        who = found(find_contact(connection, contact))
        answer = act(connection, who, services.keys, services.now())
        if isinstance(answer, calls.Wrong):
            refuse(answer.message)
            return
    row = {"contact": who.name, "contact_id": who.id, "act": answer.id, "concern_id": answer.concern_id}
    typer.echo(line(row))
