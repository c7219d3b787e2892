"""Questions that people keep under a name, and what a question means with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from campaigns.people.ask import Query, parse
from campaigns.people.ask_fields import AskError, Field
from campaigns.people.saved import expand, keepable, name_fault
from overture.db.audit import Act, Actor, record
from overture.db.bulk import upsert
from overture.db.tables import saved_questions


@dataclass(frozen=True, slots=True)
class Saved:
    name: str
    text: str
    saved_by: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class CannotSave:
    """`error` points into the question; without one the name is what is wrong."""

    message: str
    error: AskError | None = None


def save_question(connection: Connection, name: str, text: str, actor: Actor, *, now: datetime) -> Saved | CannotSave:
    """Keep the question under this name; one that was kept so is replaced."""
    fault, query = name_fault(name), keepable(text)
    if fault:
        return CannotSave(fault)
    if isinstance(query, AskError):
        return CannotSave(str(query), query)
    row = {"name": name, "text": query.text, "saved_by": actor.id, "saved_at": now}
    upsert(connection, saved_questions, [row], key=["name"])
    record(connection, actor, [Act("question.saved", "saved_question", name)], now=now)
    return Saved(name, query.text, actor.id, now)


def forget_question(connection: Connection, name: str, actor: Actor, *, now: datetime) -> Saved | None:
    """Remove it; gives what was kept."""
    found = next((one for one in saved(connection) if one.name == name), None)
    if found is not None:
        connection.execute(delete(saved_questions).where(saved_questions.c.name == name))
        record(connection, actor, [Act("question.forgotten", "saved_question", name)], now=now)
    return found


def saved(connection: Connection) -> list[Saved]:
    """All of them, by name."""
    q = saved_questions.c
    rows = connection.execute(select(q.name, q.text, q.saved_by, q.saved_at).order_by(q.name))
    return [Saved(*row) for row in rows]


def understood(connection: Connection, text: str) -> Query | AskError:
    """The question in `text` with every kept one written out, or the first thing that is wrong with it."""
    query = parse(text.strip())
    return query if isinstance(query, AskError) else written_out(connection, query)


def written_out(connection: Connection, query: Query) -> Query | AskError:
    if not query.of(Field.SAVED):
        return query
    return expand(query, {one.name: one.text for one in saved(connection)})
