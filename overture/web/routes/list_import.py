"""Accounts and contacts from elsewhere: a list is shown as it would be taken over, corrected, and written."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.config.importing import COLUMNS, Verdict, What, report
from overture.jobs.account_desk import AccountDesk, Listed, Looked
from overture.web.alone import NO_LISTS
from overture.web.deps import Parts, actor_of, csv_file, too_long

PATH = "/import"
_MOST_ROWS = 500  # of a list, on one page
_AROUND = 65_536  # bytes of the choices of columns
_TOO_LONG = "This list is too long to be looked at here. Cut it in parts, or put the rows into"


def desk_of(parts: Parts) -> AccountDesk:
    """Where the pages run without a workspace, its files are not at hand."""
    if parts.services.accounts is None:
        raise HTTPException(409, NO_LISTS)
    return parts.services.accounts


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()

    def page(request: Request, what: What, *, status: int = 200, **found: Any) -> Response:
        nothing = {"problem": "", "looked": None, "plan": None, "done": False}
        context = {"what": what, "columns": [one.name for one in COLUMNS[what]], **nothing, **found}
        return parts.pages.render(request, "list_import.html", context, status=status)

    @routes.get(PATH)
    def bring(request: Request, what: Annotated[What, Query()] = What.ACCOUNTS) -> Response:
        return page(request, what)

    @routes.post(PATH)
    async def look(request: Request) -> Response:
        """`act` is look, take, report or file; the list travels with the page, and is judged anew each time."""
        async with request.form() as form:
            file, pasted = form.get("file"), str(form.get("list", ""))
            body = await file.read() if isinstance(file, UploadFile) and file.size else pasted.encode(errors="replace")
            listed, act = _listed(form, body), str(form.get("act", "look"))
        return await run_in_threadpool(_answer, request, listed, act)

    def _answer(request: Request, listed: Listed, act: str) -> Response:
        what, desk = listed.what, desk_of(parts)
        if too_long(parts, listed.body, around=_AROUND):
            return page(request, what, problem=f"{_TOO_LONG} {what}.csv of the workspace.", status=422)
        looked = desk.take(listed, actor_of(request)) if act == "take" else desk.look(listed)
        if isinstance(looked, str):
            return page(request, what, problem=f"This list cannot be read: {looked}.", status=422)
        if looked.plan and act == "report":
            return csv_file(report(looked.plan.rows), f"{what}-verdicts.csv")
        if looked.plan and act == "file":
            return csv_file(looked.plan.after, what.file)
        done = act == "take" and looked.plan is not None and not looked.problem
        status = 200 if not looked.problem else 409 if looked.plan else 422
        return page(request, what, status=status, **_shown(looked, listed), done=done)

    return routes


def _listed(form: FormData, body: bytes) -> Listed:
    if form.get("what") not in list(What):
        raise HTTPException(422, f"Choose one of {', '.join(What)}.")
    columns = [str(name) for name in form.getlist("column")] or None
    return Listed(What(str(form["what"])), body, columns, replace=form.get("replace") == "yes")


def _shown(looked: Looked, listed: Listed) -> dict[str, Any]:
    """What went wrong first, then in the order of the list."""
    rows = (
        sorted(looked.plan.rows, key=lambda one: (one.verdict is not Verdict.MALFORMED, one.line))
        if looked.plan
        else []
    )
    return {
        "looked": looked, "plan": looked.plan, "problem": looked.problem, "rows": rows[:_MOST_ROWS],
        "left_out": max(0, len(rows) - _MOST_ROWS), "replace": listed.replace,
        "counts": {one: looked.plan.count(one) for one in Verdict} if looked.plan else {},
        "text": listed.body.decode("utf-8-sig", errors="replace"),
    }  # fmt: skip
