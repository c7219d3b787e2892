"""Questions in the ask language, answered by the database: one statement of those who come first, else of everybody.

hits: who it is, best first, no more than asked for -> picks: the best row for each term -> the rows themselves
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, FromClause, Row, Select, Subquery, select

from campaigns.people.answers import Answer, Answers, Proof, say_tie
from campaigns.people.ask import Query
from campaigns.people.ask_fields import Choice, Field
from overture.db.ask_columns import Clause, on_columns
from overture.db.ask_first_page import PAGE, front
from overture.db.ask_needs import Need, forbidden, needs
from overture.db.bulk import chunks
from overture.db.saved_questions import written_out
from overture.db.tables import accounts, concerns, contacts, interests, promises_made, teammates, ties, triggers

LIMIT = 50
MOST = 10_000
_BEHIND = accounts.alias("behind")  # the account of a hit, joined once more for what is shown of it


def ask(connection: Connection, query: Query, *, today: date, limit: int = LIMIT, people: bool = False) -> Answers:
    """The first `limit` answers: the strongest tie first, then what was said last, then by name.

    Where the question is about accounts only, the answers are accounts, unless `people` are wanted. A kept question
    that is no more finds nobody: what is wrong with a question is told by `saved_questions.understood`.
    """
    query = _whole(connection, query)
    wanted = needs(query, today)
    by_contact = people or not query.of_accounts
    rows: Sequence[Row[Any]] = ()
    first = front(connection, query, wanted) if by_contact and limit <= PAGE else None
    if first is not None:
        hits = _hits(connection, query, first.needs, today, by_contact=by_contact, near=True).where(*first.conditions)
        rows = _read(connection, query, hits, wanted, limit=limit, by_contact=by_contact)
    if len(rows) <= limit:
        hits = _hits(connection, query, wanted, today, by_contact=by_contact)
        rows = _read(connection, query, hits, wanted, limit=limit, by_contact=by_contact)
    found = tuple(_answer(query, wanted, row) for row in rows[:limit])
    return Answers(query, found, more=len(rows) > limit)


def _read(
    connection: Connection, query: Query, hits: Select[Any], wanted: Sequence[Need], *, limit: int, by_contact: bool
) -> Sequence[Row[Any]]:
    """The first hits, and one more that says whether there are others, with what is shown of them."""
    picks = _picks(hits.limit(min(limit, MOST) + 1).subquery("hits"), wanted)
    return connection.execute(_shown(query, picks, wanted, by_contact=by_contact)).all()


def contacts_asked(connection: Connection, query: Query, account_ids: Collection[str], *, today: date) -> set[str]:
    """Contacts of these accounts whom the question finds."""
    query = _whole(connection, query)
    where = [*_where(connection, query, needs(query, today), today, by_contact=True)]
    found: set[str] = set()
    for chunk in chunks(sorted(account_ids), 5_000):
        statement = select(contacts.c.id).join(accounts, accounts.c.id == contacts.c.account_id)
        found.update(connection.scalars(statement.where(contacts.c.account_id.in_(chunk), *where)))
    return found


def _whole(connection: Connection, query: Query) -> Query:
    """With kept questions written out, as far as they are there."""
    found = written_out(connection, query)
    return found if isinstance(found, Query) else query


# --- the statement ------------------------------------------------------------------------------------------------


def _hits(
    connection: Connection, query: Query, wanted: Sequence[Need], today: date, *, by_contact: bool, near: bool = False
) -> Select[Any]:
    a, c = accounts.c, contacts.c
    ranks = [
        need.rank_for(c.id, a.id).label(f"rank_{at}")
        for at, need in enumerate(wanted)
        if need.table in (ties, concerns)
    ]
    ranks.sort(key=lambda column: wanted[int(column.name.rpartition("_")[2])].table is not ties)
    statement = select(a.id.label("account_id"), a.name.label("account"), *ranks)
    order: list[Any] = [rank.desc() for rank in ranks]
    if query.of(Field.RENEWAL):
        order.append(a.renewal_on)
    if by_contact:
        statement = statement.add_columns(c.id.label("contact_id"), c.name.label("contact"), c.role)
        statement = statement.select_from(accounts.join(contacts, c.account_id == a.id))
        order += [a.name, c.name, c.id]
    else:
        order += [a.name, a.id]
    where = _where(connection, query, wanted, today, by_contact=by_contact, near=near)
    return statement.where(*where).order_by(*order)


def _where(
    connection: Connection, query: Query, wanted: Sequence[Need], today: date, *, by_contact: bool, near: bool = False
) -> Iterator[Clause]:
    a, c = accounts.c, contacts.c
    yield a.retired_at.is_(None)
    if by_contact:
        yield c.retired_at.is_(None)
        if any(Choice("left") in term.values for term in query.of(Field.CHAMPION)):
            yield (a.champion.is_(None)) | (c.id != a.champion)  # who left is not the one to talk to there
    yield from on_columns(connection, query, today, near=near)
    for need in wanted:
        yield need.exists_for(c.id, a.id)
    for need in forbidden(query, today):
        yield ~need.exists_for(c.id, a.id)


def _picks(hits: Subquery, wanted: Sequence[Need]) -> Subquery:
    contact = hits.c.contact_id if "contact_id" in hits.c else None
    best = [need.best_for(contact, hits.c.account_id).label(f"best_{at}") for at, need in enumerate(wanted)]
    return select(hits, *best).subquery("picks")


def _shown(query: Query, picks: Subquery, wanted: Sequence[Need], *, by_contact: bool) -> Select[Any]:
    """Everything that an answer shows; the order of the hits is kept by their ranks."""
    source: FromClause = picks.join(_BEHIND, _BEHIND.c.id == picks.c.account_id)
    columns: list[Any] = [picks.c.account_id, picks.c.account, _BEHIND.c.renewal_on, _BEHIND.c.why_they_care]
    columns += [_BEHIND.c.why_asked_on, _BEHIND.c.employees]
    if by_contact:
        columns += [picks.c.contact_id, picks.c.contact, picks.c.role]
    for at, need in enumerate(wanted):
        row = need.table.alias(f"proof_{at}")
        source = source.outerjoin(row, row.c.id == picks.c[f"best_{at}"])
        columns += [row.c[name].label(f"p{at}_{name}") for name in ("id", *_SHOWN[need.table.name])]
        if need.table is ties:
            mate = teammates.alias(f"mate_{at}")
            source = source.outerjoin(mate, mate.c.id == row.c.teammate_id)
            columns.append(mate.c.name.label(f"p{at}_teammate"))
    ranks = sorted((c for c in picks.c if c.name.startswith("rank_")), key=lambda c: _is_concern(wanted, c.name))
    order: list[Any] = [rank.desc() for rank in ranks] + ([_BEHIND.c.renewal_on] if query.of(Field.RENEWAL) else [])
    order += [picks.c.account, *([picks.c.contact, picks.c.contact_id] if by_contact else [picks.c.account_id])]
    return select(*columns).select_from(source).order_by(*order)


def _is_concern(wanted: Sequence[Need], rank: str) -> bool:
    return wanted[int(rank.rpartition("_")[2])].table is not ties


_SHOWN: dict[str, tuple[str, ...]] = {
    interests.name: ("topic", "evidence", "on"),
    concerns.name: ("statement", "level", "heard_on", "quote", "shareable"),
    ties.name: ("kind", "strength", "since", "last_touch", "evidence"),
    triggers.name: ("kind", "company", "event_on", "facts"),
    promises_made.name: ("text", "state", "due_on", "made_at", "evidence"),
}


# --- the rows as answers ------------------------------------------------------------------------------------------


def _answer(query: Query, wanted: Sequence[Need], row: Row[Any]) -> Answer:
    shown = row._mapping
    proofs = [_proof(need, {k.split("_", 1)[1]: v for k, v in shown.items() if k.startswith(f"p{at}_")}, shown)
              for at, need in enumerate(wanted)]  # fmt: skip
    return Answer(
        shown["account_id"],
        shown["account"],
        shown.get("contact_id"),
        shown.get("contact"),
        shown.get("role"),
        (*proofs, *_from_books(query, shown)),
    )


def _proof(need: Need, row: dict[str, Any], shown: Any) -> Proof:
    make = {
        interests.name: _interest, concerns.name: _concern, ties.name: _tie, triggers.name: _event,
        promises_made.name: _promise,
    }  # fmt: skip
    return make[need.table.name](need.term, row, shown)


def _interest(term: str, row: dict[str, Any], _: Any) -> Proof:
    return Proof(term, f"interest:{row['id']}", f"reads about {row['topic']}", row["on"], row["evidence"])


def _concern(term: str, row: dict[str, Any], _: Any) -> Proof:
    quote, private = row["quote"], not row["shareable"]
    return Proof(term, f"concern:{row['id']}", row["statement"], row["heard_on"], quote, private)


def _tie(term: str, row: dict[str, Any], shown: Any) -> Proof:
    words = say_tie(
        row["kind"],
        teammate=row["teammate"],
        contact=shown["contact"],
        strength=row["strength"],
        since=row["since"],
        last=row["last_touch"],
    )
    return Proof(term, f"tie:{row['id']}", words, row["last_touch"] or row["since"], row["evidence"])


def _event(term: str, row: dict[str, Any], _: Any) -> Proof:
    who = row["facts"].get("person")
    words = f"{row['kind'].replace('_', ' ')} at {row['company']}" + (f": {who}" if who else "")
    return Proof(term, f"trigger:{row['id']}", words, row["event_on"])


def _promise(term: str, row: dict[str, Any], _: Any) -> Proof:
    due = f", due on {row['due_on']}" if row["due_on"] else ""
    return Proof(
        term, f"promise:{row['id']}", f"{row['text']} ({row['state']}{due})", row["made_at"].date(), row["evidence"]
    )


def _from_books(query: Query, shown: Any) -> Iterator[Proof]:
    """Terms about the account's own dates and words."""
    origin = f"account:{shown['account_id']}"
    for term in query.of(Field.RENEWAL):
        if shown["renewal_on"]:
            yield Proof(term.text, f"{origin}:renewal_on", f"renews on {shown['renewal_on']}", shown["renewal_on"])
    for term in query.of(Field.WHY):
        if shown["why_they_care"]:
            words = f"why they care: {shown['why_they_care'].replace('_', ' ')}"
            yield Proof(term.text, f"{origin}:why_they_care", words, shown["why_asked_on"])


__all__ = ["LIMIT", "ask", "contacts_asked"]
