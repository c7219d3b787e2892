"""`overture ask`: people and accounts by what is known of them, with the evidence."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer
from sqlalchemy import Connection, Engine

from campaigns.people.answers import Answers, as_row
from campaigns.people.ask import Query
from campaigns.people.ask_fields import FIELDS, AskError, Field
from overture.cli.common import ConfigOption, DbOption, FormatOption, actor, opened_data
from overture.cli.output import Format, notes, show
from overture.cli.people_common import refuse
from overture.clock import SystemClock
from overture.db.ask import LIMIT
from overture.db.ask import ask as answers_to
from overture.db.engine import read, write
from overture.db.saved_questions import CannotSave, forget_question, save_question, saved, understood

_SPACED = re.compile(r"(?P<field>-?[A-Za-z_]+:)(?P<value>[^\"]*\s[^\"]*)")


def add(app: typer.Typer) -> None:
    # Terms may begin with a dash.
    app.command("ask", epilog=_epilog(), context_settings={"ignore_unknown_options": True})(ask)


def _epilog() -> str:
    return " · ".join(f"{field.value}: {FIELDS[field].about}" for field in Field if field is not Field.TEXT)


def ask(
    question: Annotated[
        list[str] | None, typer.Argument(help="Such as: concern:churn since:90d tie:any -lifecycle:customer")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="So many answers at most.")] = LIMIT,
    people: Annotated[
        bool, typer.Option("--people", help="People, even where the question is about accounts.")
    ] = False,
    save: Annotated[str | None, typer.Option(help="Keep the question under this name, and ask it.")] = None,
    kept: Annotated[str | None, typer.Option("--saved", help="Ask the question that is kept so, too.")] = None,
    forget: Annotated[str | None, typer.Option(help="Keep that question no longer.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Show the questions that are kept.")] = False,
    config: ConfigOption = None,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Ask for people and accounts by interests, concerns, ties, facts and events."""
    if slip := next((word for word in question or () if word.startswith("--")), None):
        raise typer.BadParameter(f"there is no option {slip}")
    text = " ".join(filter(None, [f"saved:{kept}" if kept else "", joined(question or [])]))
    with opened_data(config=config, db=db) as engine:
        if forget:
            _forget(engine, forget)
        if save:
            _save(engine, save, text)
        if list_:
            with read(engine) as connection:
                rows = [{"name": one.name, "question": one.text, "by": one.saved_by} for one in saved(connection)]
            show(rows, format_)
        if text or not (forget or save or list_):
            _answer(engine, text, limit=limit, people=people, format_=format_)


def _answer(engine: Engine, text: str, *, limit: int, people: bool, format_: Format) -> None:
    with read(engine) as connection:
        query = _understood(connection, text)
        found = answers_to(connection, query, today=SystemClock().now().date(), limit=limit, people=people)
    show(_rows(found, format_), format_)
    if found.more:
        notes.print(f"there are more than {limit}; --limit shows them")


def _understood(connection: Connection, text: str) -> Query:
    """What is wrong with the question ends the command, with marks under the word."""
    query = understood(connection, text)
    if isinstance(query, AskError):
        notes.print(query.pointing(text), markup=False)
        raise typer.Exit(2)
    return query


def _save(engine: Engine, name: str, text: str) -> None:
    with write(engine) as connection:
        answer = save_question(connection, name, text, actor(), now=SystemClock().now())
    if isinstance(answer, CannotSave):
        refuse(answer.error.pointing(text) if answer.error else answer.message, code=2)
    notes.print(f"kept; overture ask --saved {name}", markup=False)


def _forget(engine: Engine, name: str) -> None:
    with write(engine) as connection:
        gone = forget_question(connection, name, actor(), now=SystemClock().now())
    if gone is None:
        refuse(f'no question is kept as "{name}"')
    else:
        notes.print(f"forgotten: {gone.text}", markup=False)


def joined(words: list[str]) -> str:
    """One question; a shell takes the quotes off `interest:"white papers"`, which is put right here."""
    if len(words) == 1:
        return words[0]
    return " ".join(
        f'{found["field"]}"{found["value"]}"' if (found := _SPACED.fullmatch(word)) else word for word in words
    )


def _rows(found: Answers, format_: Format) -> list[dict[str, Any]]:
    rows = [as_row(answer) for answer in found.found]
    if format_ is not Format.TABLE:
        return rows
    shown = ("account",) if found.found and found.found[0].contact_id is None else ("account", "contact", "role")
    return [{name: row[name] for name in shown} | {"because": _because(row)} for row in rows]


def _because(row: dict[str, Any]) -> str:
    return " · ".join(f"{proof['words']}{_said(proof)}" for proof in row["evidence"])


def _said(proof: dict[str, Any]) -> str:
    quote = f" “{proof['quote']}”" if proof["quote"] else ""
    return f"{quote} ({proof['on']}{', private' if proof['private'] else ''})" if proof["on"] else quote
