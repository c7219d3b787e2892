"""The terms of a question that want a row to exist, or to be absent: what somebody reads, said, knows, did."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, FromClause, String, Table, and_, exists, func, or_, select

from campaigns.campaign import Op
from campaigns.people.ask import Query, Term
from campaigns.people.ask_fields import Bound, Choice, Field
from overture.db.ask_columns import Clause, ago, compare
from overture.db.ask_words import choices, holds_words
from overture.db.tables import accounts, concerns, contacts, interests, promises_made, teammates, ties, triggers

EVENTS_WITHIN = timedelta(days=90)  # where the question does not say


@dataclass(frozen=True, slots=True)
class Need:
    """A row that has to exist for the contact or the account, and is the evidence of the term."""

    term: str
    table: Table
    matches: Callable[[FromClause], Clause]  # over an alias of the table
    newest: str  # column by which the best row is chosen, then by id
    of_account: bool = False
    few: bool = False  # cheaper to find all such rows first than to look for each contact

    def exists_for(self, contact_id: Any, account_id: Any) -> Clause:
        row = self.table.alias()
        key, outer = self._key(row, contact_id, account_id)
        if self.few:
            return outer.in_(select(key).where(self.matches(row)))  # type: ignore[no-any-return]
        return exists(select(key).where(key == outer, self.matches(row)))

    def best_for(self, contact_id: Any, account_id: Any) -> ColumnElement[Any]:
        """The id of the best row."""
        row = self.table.alias()
        key, outer = self._key(row, contact_id, account_id)
        query = select(row.c.id).where(key == outer, self.matches(row))
        return query.order_by(row.c[self.newest].desc(), row.c.id.desc()).limit(1).scalar_subquery()

    def rank_for(self, contact_id: Any, account_id: Any) -> ColumnElement[Any]:
        """What the best row is best by. It is asked of every hit, so it sorts nothing."""
        row = self.table.alias()
        key, outer = self._key(row, contact_id, account_id)
        return select(func.max(row.c[self.newest])).where(key == outer, self.matches(row)).scalar_subquery()

    def _key(self, row: FromClause, contact_id: Any, account_id: Any) -> tuple[Any, Any]:
        return (row.c.account_id, account_id) if self.of_account else (row.c.contact_id, contact_id)


def needs(query: Query, today: date) -> list[Need]:
    """One for each thing that the question wants to be there, in the order of the question's fields."""
    return [
        *_interests(query.of(Field.INTEREST)),
        *_concerns(query, query.of(Field.CONCERN), today),
        *_ties([*query.of(Field.TIE, Field.TEAMMATE), *_some_tie(query)]),
        *_events(query, query.of(Field.EVENT, Field.CHAMPION), today),
        *_promises(query.of(Field.PROMISE), today),
    ]


def forbidden(query: Query, today: date) -> list[Need]:
    """One for each negated term, and for `tie:none`, that has to be absent."""
    negated = [term for term in query.terms if term.negated]
    bounded = [term for term in negated if term.field is Field.LEVEL]
    found = [
        *_interests(_among(negated, Field.INTEREST)),
        *_concerns_without(query, [*_among(negated, Field.CONCERN), *bounded], today),
        *_events(query, _among(negated, Field.EVENT, Field.CHAMPION), today),
        *_promises(_among(negated, Field.PROMISE), today),
    ]
    for term in _among(negated, Field.TIE, Field.TEAMMATE):
        found += _ties([term])
    if _none_of(query.of(Field.TIE)):
        found += _ties([Term(Field.TIE, (Choice("any"),)), *query.of(Field.TEAMMATE)])
    return found


def _among(terms: Sequence[Term], *fields: Field) -> list[Term]:
    return [term for term in terms if term.field in fields and Choice("none") not in term.values]


def _some_tie(query: Query) -> list[Term]:
    """`-tie:none` asks for any tie."""
    if not _none_of(query.of(Field.TIE, negated=True)):
        return []
    return [Term(Field.TIE, (Choice("any"),), text="-tie:none")]


def _none_of(terms: Sequence[Term]) -> bool:
    return any(Choice("none") in term.values for term in terms)


def _interests(terms: Sequence[Term]) -> Iterator[Need]:
    for term in terms:
        yield Need(
            term.text,
            interests,
            lambda row, term=term: and_(row.c.retired_at.is_(None), holds_words([row.c.topic], term.values)),  # type: ignore[misc]
            "on",
            few=True,
        )


def _concerns(query: Query, terms: Sequence[Term], today: date) -> Iterator[Need]:
    """What they said, each of the level and as lately as the question wants; without words anything they said."""
    levels, since = query.of(Field.LEVEL), query.of(Field.SINCE)
    if not terms and not levels and not (since and not query.of(Field.CONCERN, Field.LEVEL, negated=True)):
        return
    more = [_level(term) for term in levels] + [_since(term, today) for term in since]
    for term in terms or (None,):
        named = term or (levels or since)[0]
        yield Need(named.text, concerns, _said([_spoken(term)] * (term is not None) + more), "heard_on", few=bool(term))


def _concerns_without(query: Query, terms: Sequence[Term], today: date) -> Iterator[Need]:
    since = [_since(term, today) for term in query.of(Field.SINCE)]
    for term in terms:
        holds = _level(term) if term.field is Field.LEVEL else _spoken(term)
        yield Need(term.text, concerns, _said([holds, *since]), "heard_on")


Holds = Callable[[FromClause], Clause]


def _said(holds: Sequence[Holds]) -> Holds:
    return lambda row: and_(row.c.retired_at.is_(None), *(hold(row) for hold in holds))


def _spoken(term: Term | None) -> Holds:
    values = term.values if term else ()
    return lambda row: holds_words([row.c.statement, func.coalesce(row.c.quote, "")], values)


def _level(term: Term) -> Holds:
    return lambda row: row.c.level.in_(choices(term.values))


def _since(term: Term, today: date) -> Holds:
    bound = term.values[0]
    assert isinstance(bound, Bound)
    return lambda row: and_(ago(row.c.heard_on, bound, today), row.c.heard_on <= today)


def _ties(terms: Sequence[Term]) -> Iterator[Need]:
    """One tie that is all that the question says of ties."""
    if terms and not _none_of(terms):
        words = " ".join(term.text for term in terms)
        yield Need(words, ties, _said([_tie(term) for term in terms]), "strength")


def _tie(term: Term) -> Holds:
    if term.field is Field.TEAMMATE:
        ours = select(teammates.c.id).where(
            or_(teammates.c.id.in_(_as_written(term)), holds_words([teammates.c.name], term.values))
        )
        return lambda row: row.c.teammate_id.in_(ours)
    kinds = choices(term.values)
    bounds = [value for value in term.values if isinstance(value, Bound)]
    if "any" in kinds:
        return lambda row: row.c.strength > 0
    return lambda row: or_(row.c.kind.in_(kinds), *(compare(row.c.strength, bound.op, bound.value) for bound in bounds))


def _as_written(term: Term) -> list[str]:
    """Ids as the term writes them, dashes and all."""
    return [word.strip('"“”') for word in term.text.partition(":")[2].split(",")]


def _events(query: Query, terms: Sequence[Term], today: date) -> Iterator[Need]:
    within = query.of(Field.WITHIN)
    bound = within[0].values[0] if within else Bound(Op.LTE, EVENTS_WITHIN)
    assert isinstance(bound, Bound)
    for term in terms:
        if term.field is Field.EVENT:
            yield Need(term.text, triggers, _happened(term, bound, today), "event_on", of_account=True)
        elif Choice("left") in term.values:
            # Who left stays gone: only a window that the question names bounds it.
            since = bound if within else Bound(Op.LTE, timedelta(days=400))
            yield Need(term.text, triggers, _champion_left(since, today), "event_on", of_account=True)


def _happened(term: Term, bound: Bound, today: date) -> Holds:
    kinds = choices(term.values)

    def holds(row: FromClause) -> Clause:
        known = and_(row.c.merged_into.is_(None), row.c.status != "denied", row.c.state != "dismissed")
        recent = and_(ago(row.c.event_on, bound, today), row.c.event_on <= today + timedelta(days=1))
        return and_(known, recent, *([] if "any" in kinds else [row.c.kind.in_(kinds)]))

    return holds


def _champion_left(bound: Bound, today: date) -> Holds:
    """The departure of the very person who is the account's champion, by full name or initial and last name."""
    departure = _happened(Term(Field.EVENT, (Choice("executive_departure"),)), bound, today)

    def holds(row: FromClause) -> Clause:
        person = func.lower(row.c.facts["person"].as_string())
        champion, home = contacts.alias(), accounts.alias()
        c = champion.c
        last = func.coalesce(c.last_name, "")
        initial = func.substr(c.first_name, 1, 1, type_=String())
        forms = [c.name, c.first_name.concat(" ").concat(last), initial.concat(". ").concat(last)]
        is_they = person.in_([func.lower(form) for form in forms])
        named = exists(
            select(home.c.id)
            .join(champion, champion.c.id == home.c.champion)
            .where(home.c.id == row.c.account_id, is_they)
        )
        return and_(departure(row), named)

    return holds


def _promises(terms: Sequence[Term], today: date) -> Iterator[Need]:
    for term in terms:
        yield Need(term.text, promises_made, _promised(term, today), "made_at", of_account=True)


def _promised(term: Term, today: date) -> Holds:
    states = choices(term.values)

    def holds(row: FromClause) -> Clause:
        known = [state for state in states if state not in ("overdue", "any")]
        found: list[Clause] = [row.c.state.in_(known)] if known else []
        if "overdue" in states:
            found.append(and_(row.c.state == "made", row.c.due_on < today))
        if "any" in states:
            found.append(row.c.state != "withdrawn")
        return or_(*found)

    return holds
