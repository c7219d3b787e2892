"""Conditions on the account's and the contact's own columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, false, func, not_, or_, select

from campaigns.campaign import Op
from campaigns.people.ask import Query, Term
from campaigns.people.ask_fields import Bound, Choice, Field, Words
from overture.db.ask_words import choices, holds_all_words, holds_words
from overture.db.engine import is_postgres
from overture.db.tables import accounts, concerns, contacts, interests

Clause = ColumnElement[bool]


def ago(column: Any, bound: Bound, today: date) -> Clause:
    """A day at most, or at least, so long ago; or compared with a day."""
    if isinstance(bound.value, timedelta):
        turned = {Op.LTE: Op.GTE, Op.LT: Op.GT, Op.GTE: Op.LTE, Op.GT: Op.LT, Op.IN: Op.IN}
        return compare(column, turned[bound.op], today - bound.value)
    return compare(column, bound.op, bound.value)


def compare(column: Any, op: Op, value: Any) -> Clause:
    found: dict[Op, Clause] = {
        Op.GTE: column >= value, Op.LTE: column <= value, Op.GT: column > value, Op.LT: column < value,
        Op.IN: column == value,
    }  # fmt: skip
    return found[op]


def on_columns(connection: Connection, query: Query, today: date, *, near: bool = False) -> Iterator[Clause]:
    """One for each term that has one; negated ones hold for what is unknown, too. `near` looks beside each contact
    and not through whole tables: for questions that are asked of few."""
    for term in query.terms:
        clause = _anywhere(term, near=near) if term.field is Field.TEXT else _on_column(connection, term, today)
        if clause is not None:
            yield not_(func.coalesce(clause, False)) if term.negated else clause


def _on_column(connection: Connection, term: Term, today: date) -> Clause | None:
    a, c, kinds = accounts.c, contacts.c, choices(term.values)
    if term.field in _CLOSED:
        return _CLOSED[term.field].in_(kinds)  # type: ignore[no-any-return]
    if term.field in (Field.INDUSTRY, Field.ROLE):
        return holds_words([a.industry if term.field is Field.INDUSTRY else c.role], term.values)
    if term.field is Field.EMPLOYEES:
        return or_(*(compare(a.employees, one.op, one.value) for one in term.values if isinstance(one, Bound)))
    if term.field is Field.RENEWAL:
        return or_(*(_renews(value, today) for value in term.values))
    if term.field is Field.WHY:
        return or_(a.why_they_care.in_(kinds), *_known_or_not(a.why_they_care, kinds))
    if term.field is Field.CHAMPION and "left" not in kinds:
        return or_(*_known_or_not(a.champion, kinds))
    if term.field is Field.TAG:
        return or_(*(_tagged(connection, column, kinds) for column in (a.tags, c.tags)))
    if term.field is Field.SAVED:  # one that is there has been written out before
        return false()
    return None


_CLOSED: dict[Field, Any] = {
    Field.LIFECYCLE: accounts.c.lifecycle,
    Field.COUNTRY: accounts.c.country,
    Field.SENIORITY: contacts.c.seniority,
    Field.FUNCTION: contacts.c.function,
}


def _known_or_not(column: Any, kinds: Sequence[str]) -> Iterator[Clause]:
    if "any" in kinds:
        yield column.is_not(None)
    if "none" in kinds:
        yield column.is_(None)


def _renews(value: Any, today: date) -> Clause:
    column = accounts.c.renewal_on
    if isinstance(value, Choice):
        return next(_known_or_not(column, [value.value]))
    ahead = today + value.value if isinstance(value.value, timedelta) else value.value
    return and_(column >= today, compare(column, value.op, ahead))


def _tagged(connection: Connection, column: Any, tags: Sequence[str]) -> Clause:
    each = func.jsonb_array_elements_text(column) if is_postgres(connection) else func.json_each(column)
    one = each.table_valued("value").alias()
    return exists(select(one.c.value).where(func.lower(one.c.value).in_([tag.lower() for tag in tags])))


def _anywhere(term: Term, *, near: bool) -> Clause:
    """Each word in the name or title of the contact, the account's name, a topic, or something they told us."""
    i, n = interests.c, concerns.c
    read = select(i.contact_id).where(i.retired_at.is_(None), holds_words([i.topic], term.values))
    told = select(n.contact_id).where(n.retired_at.is_(None), holds_words([n.statement], term.values))
    own = [contacts.c.name, func.coalesce(contacts.c.role, ""), accounts.c.name]
    whole = [and_(*holds_all_words(own, value)) for value in term.values if isinstance(value, Words)]
    if near:
        return or_(*whole, *(exists(rows.where(rows.selected_columns[0] == contacts.c.id)) for rows in (read, told)))
    return or_(*whole, contacts.c.id.in_(read), contacts.c.id.in_(told))
