"""Names of an account that people taught: shown, added, taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import AfterValidator, Field
from starlette.responses import Response

from overture.db.engine import read, write
from overture.db.taught_names import forget, taught_names, teach
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Given, Page, PathName, RowId, Shape, page_of, storable
from overture.web.deps import Parts, Reading, actor_of


class NameRow(Shape):
    """A name that also `means` the account, or `never` does, and the event in which it was met."""

    kind: str
    id: int
    name: str
    context: str
    by: str
    at: datetime
    trigger_id: int | None


class NameIn(Given):
    name: Annotated[str, Field(min_length=1, max_length=120), AfterValidator(storable)]


class NameGone(Given):
    kind: Literal["means", "never"]
    id: RowId


def _rows(connection: Reading, account_id: str) -> Page[NameRow]:
    return page_of(NameRow, taught_names(connection, account_id))


def add(routes: APIRouter, parts: Parts) -> None:
    engine, path = parts.services.engine, "/accounts/{account_id}/names"

    @routes.get(path, responses=documented(), response_model=Page[NameRow], tags=["people"])
    def names(account_id: PathName) -> Page[NameRow]:
        """What people taught of an account's names."""
        with read(engine) as connection:
            return _rows(connection, account_id)

    @routes.post(path, responses=documented(), response_model=Page[NameRow], tags=["people"])
    def taught(request: Request, account_id: PathName, given: NameIn) -> Page[NameRow] | Response:
        """Teach a name: it also means this account from now on."""
        with write(engine) as connection:
            wrong = teach(connection, account_id, given.name, actor_of(request), now=parts.now())
            return wrong_field(request, "body.name", wrong) if wrong else _rows(connection, account_id)

    @routes.post(f"{path}/remove", responses=documented(404), response_model=Page[NameRow], tags=["people"])
    def forgotten(request: Request, account_id: PathName, given: NameGone) -> Page[NameRow] | Response:
        """Take back a name that was taught."""
        with write(engine) as connection:
            if not forget(connection, account_id, given.kind, given.id, actor_of(request), now=parts.now()):
                return problem(request, 404, "No such name was taught.")
            return _rows(connection, account_id)
