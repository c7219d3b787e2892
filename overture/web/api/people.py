"""Accounts and contacts: what is known of them, and questions in the ask language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from campaigns.people.answers import as_row
from campaigns.people.ask_fields import AskError
from overture.db import views_account as one
from overture.db import views_people as people
from overture.db.ask import ask as answers_to
from overture.db.engine import read
from overture.db.saved_questions import understood
from overture.db.views_contacts import contact_list, contact_one
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import After, Limit, Page, PathName, Words, many, page_of
from overture.web.api.shapes_people import (
    AccountDraft,
    AccountFacts,
    AccountOut,
    AccountRow,
    Asked,
    AskedRow,
    ConcernOut,
    ContactOut,
    ContactRow,
    EventLink,
    InterestOut,
    TaughtName,
    TieOut,
    TouchOut,
)
from overture.web.deps import Parts


def add(routes: APIRouter, parts: Parts) -> None:
    _accounts(routes, parts)
    _contacts(routes, parts)
    _ask(routes, parts)


def _accounts(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/accounts", responses=documented(), response_model=Page[AccountRow], tags=["people"])
    def accounts(
        q: Annotated[Words, Query(description="Words in the name or the domain")] = "",
        cursor: After = "",
        limit: Limit = 50,
    ) -> Page[AccountRow]:
        """Accounts in force."""
        with read(engine) as connection:
            rows = people.account_list(connection, words=q or None, after=cursor or None, limit=limit)
        return page_of(AccountRow, rows[:limit], rows[limit - 1]["id"] if len(rows) > limit else None)

    @routes.get("/accounts/{account_id}", responses=documented(404), response_model=AccountOut, tags=["people"])
    def account(request: Request, account_id: PathName) -> AccountOut | Response:
        """One account: its facts, its people with what they care about, and what happened there."""
        with read(engine) as connection:
            row = one.account_one(connection, account_id)
            if row is None:
                return problem(request, 404, "There is no such account.")
            theirs = one.account_people(connection, account_id)
            ties = one.account_ties(connection, (account_id,))
            happened = one.account_timeline(connection, account_id)
            stopped = people.suppressed_contacts(connection, theirs["contacts"])
        return AccountOut(
            account=AccountFacts.model_validate(row),
            contacts=many(ContactRow, ({**who, "suppressed": who["id"] in stopped} for who in theirs["contacts"])),
            concerns=many(ConcernOut, theirs["concerns"]),
            interests=many(InterestOut, theirs["interests"]),
            ties=many(TieOut, ties),
            names=many(TaughtName, theirs["names"]),
            events=many(EventLink, happened["triggers"]),
            drafts=many(AccountDraft, happened["drafts"]),
            touches=many(TouchOut, happened["touches"]),
        )


def _contacts(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/contacts", responses=documented(), response_model=Page[ContactRow], tags=["people"])
    def contacts(
        q: Annotated[Words, Query(description="Words in the name, the address or the role")] = "",
        account_id: Words = "",
        cursor: After = "",
        limit: Limit = 50,
    ) -> Page[ContactRow]:
        """Contacts in force, of one account or of all."""
        with read(engine) as connection:
            rows = contact_list(
                connection, words=q or None, account_id=account_id or None, after=cursor or None, limit=limit
            )
            stopped = people.suppressed_contacts(connection, rows)
        shown = ({**who, "suppressed": who["id"] in stopped} for who in rows[:limit])
        return page_of(ContactRow, shown, rows[limit - 1]["id"] if len(rows) > limit else None)

    @routes.get("/contacts/{contact_id}", responses=documented(404), response_model=ContactOut, tags=["people"])
    def contact(request: Request, contact_id: PathName) -> ContactOut | Response:
        """One contact with what was heard, what they read, and who of us knows them."""
        with read(engine) as connection:
            row = contact_one(connection, contact_id)
            if row is None:
                return problem(request, 404, "There is no such contact.")
            theirs = one.account_people(connection, row["account_id"])
            ties = one.account_ties(connection, (row["account_id"],))
            stopped = people.suppressed_contacts(connection, (row,))
        return ContactOut(
            contact=ContactRow.model_validate({**row, "suppressed": contact_id in stopped}),
            concerns=many(ConcernOut, _of(contact_id, theirs["concerns"])),
            interests=many(InterestOut, _of(contact_id, theirs["interests"])),
            ties=many(TieOut, _of(contact_id, ties)),
        )


def _of(contact_id: str, rows: Iterable[one.Record]) -> Iterator[one.Record]:
    return (row for row in rows if row["contact_id"] == contact_id)


def _ask(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/ask", responses=documented(), response_model=Asked, tags=["people"])
    def ask(
        request: Request,
        q: Annotated[Words, Query(description="Such as `concern:churn since:90d tie:any -lifecycle:customer`")],
        people: Annotated[bool, Query(description="People, even where the question is about accounts")] = False,
        limit: Limit = 50,
    ) -> Asked | Response:
        """People and accounts by what is known of them, each with the evidence for every term of the question."""
        with read(parts.services.engine) as connection:
            query = understood(connection, q)
            if isinstance(query, AskError):
                return wrong_field(request, "query.q", query.pointing(q.strip()))
            found = answers_to(connection, query, today=parts.now().date(), limit=limit, people=people)
        return Asked(items=many(AskedRow, map(as_row, found.found)), more=found.more)
