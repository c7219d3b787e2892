"""Accounts and contacts from elsewhere: a CSV list judged row by row, and written into the workspace's file."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.config.importing import What
from overture.jobs.account_desk import Listed, Looked
from overture.web.alone import NO_LISTS
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes_imports import ImportedColumn, ImportedRow, ImportIn, ImportOut
from overture.web.deps import Parts, actor_of


def add(routes: APIRouter, parts: Parts) -> None:
    desk = parts.services.accounts

    @routes.post("/import/judge", responses=documented(409), response_model=ImportOut, tags=["people"])
    def judged(request: Request, given: ImportIn) -> ImportOut | Response:
        """What a list would come to, row by row, and which of its columns is which of ours. Nothing is written."""
        if desk is None:
            return problem(request, 409, NO_LISTS)
        return _told(request, desk.look(_listed(given)), taken=False)

    @routes.post("/import/take", responses=documented(409), response_model=ImportOut, tags=["people"])
    def taken(request: Request, given: ImportIn) -> ImportOut | Response:
        """Write what can be read into accounts.csv or contacts.csv; a second time adds nothing."""
        if desk is None:
            return problem(request, 409, NO_LISTS)
        return _told(request, desk.take(_listed(given), actor_of(request)), taken=True)


def _listed(given: ImportIn) -> Listed:
    return Listed(What(given.what), given.text.encode(), given.columns, given.replace)


def _told(request: Request, looked: Looked | str, *, taken: bool) -> ImportOut | Response:
    if isinstance(looked, str):
        return wrong_field(request, "body.text", f"This list cannot be read: {looked}.")
    if looked.plan is None:
        return wrong_field(request, "body.columns", f"{looked.problem}.")
    if looked.problem:
        return problem(request, 409, looked.problem)
    pairs = zip(looked.foreign.header, looked.columns.names, strict=True)
    return ImportOut(
        columns=[ImportedColumn(header=header, column=name) for header, name in pairs],
        items=[ImportedRow.model_validate(one) for one in looked.plan.rows],
        written=looked.plan.writes if taken else 0,
        countries=dict(looked.plan.countries),
    )
