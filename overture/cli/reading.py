"""`overture detect`, `events`, `match`, `explain`: the reading half of the line over JSON lines; nothing is stored.

A line that cannot be read gives `{"id", "error"}` in its place, and the command ends with status 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from campaigns.index import AccountIndex
from campaigns.match import IndexResolver, match
from campaigns.types import Match
from overture.cli.events_json import events_json
from overture.cli.output import line, notes
from overture.config.accounts import read_accounts
from overture.explained import explained, match_json
from triggers.detect import detect, wire
from triggers.read import Unread, read
from triggers.types import Mention, Reading

AccountsOption = Annotated[Path | None, typer.Option("--accounts", help="A CSV of accounts to match against.")]
NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)


def add(app: typer.Typer) -> None:
    app.command("detect")(detect_lines)
    app.command("events")(events_lines)
    app.command("match")(match_lines)
    app.command("explain")(explain_one)


class BadLine(ValueError):  # noqa: N818 - never leaves this file
    """A line of the input that is no such object."""


def detect_lines(accounts: AccountsOption = None) -> None:
    """Items in, one line each out, in order: which events each item tells, with evidence. An item is a JSON object on
    a line of standard input: id, title, and if known summary, source, published, url, lang."""
    matcher = _matcher(accounts)

    def one(item: dict[str, Any]) -> dict[str, Any]:
        reading = _reading(item)
        return wire.to_json(reading.id, detect(reading), lambda mention: matcher(mention, reading))

    _each(one)


def match_lines(
    accounts: Annotated[Path, typer.Option("--accounts", help="A CSV of accounts to match against.")],
) -> None:
    """Company names in, one line each out: which account each is, or why none. A name is a JSON object on a line of
    standard input: id, company, and if known text and url."""
    index = _index(accounts)

    def one(item: dict[str, Any]) -> dict[str, Any]:
        company = item.get("company")
        if not isinstance(company, str) or not company.strip():
            raise BadLine("company: a name is needed")
        reading = Reading(str(item["id"]), title=str(item.get("text") or ""), url=item.get("url"))
        return {"id": item["id"], **match_json(match(company, reading, index))}

    _each(one)


def explain_one(accounts: AccountsOption = None) -> None:
    """One item in: every event that was considered, the words for and against, and the accounts.

    The item is a JSON object with a title, or a plain headline."""
    try:
        _ask_for_words("an item, or a headline")
        reading = _reading(_item(sys.stdin.read()))
    except BadLine as bad:
        notes.print(f"the item cannot be read: {bad}", markup=False)
        raise typer.Exit(1) from None
    index = _index(accounts) if accounts else None
    found = explained(reading, None if index is None else lambda company, item: match(company, item, index))
    typer.echo(json.dumps(found, ensure_ascii=False, indent=2, default=str))


def _item(text: str) -> dict[str, Any]:
    """A JSON object; any other text is taken for a headline."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = {"title": text.strip()}
        if not text.strip():
            raise BadLine("nothing came on standard input") from None
    if not isinstance(found, dict):
        raise BadLine("an object with a title is needed")
    return {"id": "item", **found}


def events_lines() -> None:
    """Items in, one line per event out: which items tell the same event, and where they disagree."""
    unread: list[Unread] = []
    broken: list[dict[str, Any]] = []
    for item, error in _items():
        try:
            if error is not None:
                raise BadLine(error)
            reading = _reading(item)
            unread.append(Unread(len(unread), reading, reading.source or reading.id, reading.published or NO_DATE))
        except BadLine as bad:
            broken.append({"id": item.get("id"), "error": str(bad)})
    told = [told for one in read(unread, IndexResolver(AccountIndex.build(()))) for told in one.tellings]
    for row in [*broken, *events_json(told, [one.reading.id for one in unread], undated=NO_DATE)]:
        typer.echo(line(row))
    raise typer.Exit(1 if broken else 0)


def _each(one: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    broken = False
    for item, error in _items():
        try:
            answer = one(item) if error is None else {"id": item.get("id"), "error": error}
        except BadLine as bad:
            answer = {"id": item.get("id"), "error": str(bad)}
        broken |= "error" in answer
        sys.stdout.write(line(answer) + "\n")
    if broken:
        notes.print("some lines could not be read; their place in the output says why")
        raise typer.Exit(1)


def _items() -> Iterator[tuple[dict[str, Any], str | None]]:
    """Each line of stdin as an object, or with what is wrong with it."""
    _ask_for_words("a JSON object on each line")
    for number, raw in enumerate(sys.stdin.buffer, 1):
        text = raw.decode("utf-8", "replace").strip()
        if not text:
            continue
        try:
            item = json.loads(text)
        except (ValueError, RecursionError):
            yield {"id": None}, f"line {number}: not JSON"
            continue
        if not isinstance(item, dict) or "id" not in item:
            yield {"id": None}, f"line {number}: an object with an id is needed"
        else:
            yield item, None


def _ask_for_words(what: str) -> None:
    if sys.stdin.isatty():
        notes.print(f"reading standard input: {what}; Ctrl-D ends it")


def _reading(item: dict[str, Any]) -> Reading:
    title = item.get("title")
    if not isinstance(title, str):
        raise BadLine("title: text is needed")
    return Reading(
        id=str(item["id"]),
        title=title,
        summary=str(item.get("summary") or ""),
        source=str(item.get("source") or ""),
        url=item.get("url"),
        language=item.get("lang"),
        published=_published(item.get("published")),
    )


def _published(value: Any) -> datetime | None:
    """ISO 8601 in full or cut after the day, the month or the year, or the form of mail; anything else is unknown."""
    text = str(value or "").strip()
    for pattern in ("%Y-%m", "%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, pattern).replace(tzinfo=UTC)
    for read_date in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError):
            moment = read_date(text)
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return None


def _index(path: Path) -> AccountIndex:
    table = read_accounts(path.read_bytes(), str(path))
    for problem in table.problems:
        notes.print(str(problem), markup=False)
    if not table.table.readable:
        raise typer.Exit(2)
    return AccountIndex.build(table.accounts.values())


def _matcher(path: Path | None) -> Callable[[Mention, Reading], tuple[str | None, str | None]]:
    """(account's name, account's id) of a mention; (None, None) without accounts or where nobody is meant."""
    if path is None:
        return lambda mention, reading: (None, None)
    index = _index(path)

    def of(mention: Mention, reading: Reading) -> tuple[str | None, str | None]:
        found = match(mention.company, reading, index)
        return (found.best.name, found.best.account_id) if isinstance(found, Match) else (None, None)

    return of
