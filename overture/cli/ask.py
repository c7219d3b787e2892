"""`overture ask`: people and accounts by what is known of them, with the evidence."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer

from campaigns.people.answers import Answers, as_row
from campaigns.people.ask import parse
from campaigns.people.ask_fields import FIELDS, AskError, Field
from overture.cli.common import DbOption, FormatOption, opened_data
from overture.cli.output import Format, notes, show
from overture.clock import SystemClock
from overture.db.ask import LIMIT
from overture.db.ask import ask as answers_to
from overture.db.engine import read

_SPACED = re.compile(r"(?P<field>-?[A-Za-z_]+:)(?P<value>[^\"]*\s[^\"]*)")


def add(app: typer.Typer) -> None:
    # Terms may begin with a dash.
    app.command("ask", epilog=_epilog(), context_settings={"ignore_unknown_options": True})(ask)


def _epilog() -> str:
    return " · ".join(f"{field.value}: {FIELDS[field].about}" for field in Field if field is not Field.TEXT)


def ask(
    question: Annotated[list[str], typer.Argument(help="Such as: concern:churn since:90d tie:any -lifecycle:customer")],
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="So many answers at most.")] = LIMIT,
    people: Annotated[
        bool, typer.Option("--people", help="People, even where the question is about accounts.")
    ] = False,
    db: DbOption = None,
    format_: FormatOption = Format.TABLE,
) -> None:
    """Ask for people and accounts by interests, concerns, ties, facts and events."""
    text = joined(question)
    query = parse(text)
    if isinstance(query, AskError):
        notes.print(query.pointing(text), markup=False)
        raise typer.Exit(2)
    with opened_data(db=db) as engine, read(engine) as connection:
        found = answers_to(connection, query, today=SystemClock().now().date(), limit=limit, people=people)
    show(_rows(found, format_), format_)
    if found.more:
        notes.print(f"there are more than {limit}; --limit shows them")


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
