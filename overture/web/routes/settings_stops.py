"""Settings: who must not be written to. The list, a line more, a list taken over, one given away, a line lifted."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import stop_rows
from overture.db.engine import read, write
from overture.db.stop_judged import Judged, Verdict, report
from overture.sheet import sheet
from overture.web import stops
from overture.web.deps import Parts, actor_of, csv_file, go, seat_of, too_long

PATH = "/settings/do-not-contact"
Words = Annotated[str, Query(max_length=200)]
Field = Annotated[str, Form(max_length=300)]
_MOST_ROWS = 1_000  # of a list, on one page
_TOO_LONG = "This list is too long to be looked at here. Cut it in parts, or use: overture suppress import."
_ORIGINS = {
    "file": "do_not_contact.csv", "reject": "a rejected draft", "opt_out": "their own click", "bounce": "a bounce",
    "erased": "erased on request", "hand": "by hand",
}  # fmt: skip
_SAID = {
    "added": "It is on the list and holds from now on.",
    "have": "It was on the list already.",
    "again": "It is in force again.",
    "lifted": "The line is lifted. Who else names them still stops them.",
}


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _looking(routes, parts)
    _lines(routes, parts)
    _lists(routes, parts)
    return routes


def _page(parts: Parts, request: Request, *, status: int = 200, **found: Any) -> Response:
    words, lifted, after = found.get("words", ""), found.get("lifted", False), found.get("after")
    with read(parts.services.engine) as connection:
        listed = stop_rows.page(connection, words=words, lifted=lifted, after=after, keys=parts.services.keyring)
    seat = seat_of(request)
    context = {
        "page": listed, "origins": _ORIGINS, "words": "", "lifted": False, "said": "", "problem": "", "typed": {},
        "kinds": stop_rows.KINDS, "may_add": seat.may("POST", PATH), "may_import": seat.may("POST", f"{PATH}/import"),
        "may_lift": seat.may("POST", PATH + "/{line_id}/lift"), **found,
    }  # fmt: skip
    return parts.pages.render(request, "settings_stops.html", context, status=status)


def _looking(routes: APIRouter, parts: Parts) -> None:
    @routes.get(PATH)
    def listed(
        request: Request, q: Words = "", lifted: bool = False, after: Annotated[int | None, Query(ge=1)] = None,
        said: Words = "",
    ) -> Response:  # fmt: skip
        return _page(parts, request, words=q, lifted=lifted, after=after, said=_SAID.get(said, ""))

    @routes.get(f"{PATH}.csv")
    def export(request: Request) -> Response:
        with read(parts.services.engine) as connection:
            text = sheet(stop_rows.export(connection), stop_rows.COLUMNS)
        return csv_file(text, "do_not_contact.csv")


def _lines(routes: APIRouter, parts: Parts) -> None:
    @routes.post(PATH)
    def add(request: Request, value: Field = "", kind: Field = "", reason: Field = "") -> Response:
        if kind not in ("", *stop_rows.KINDS):
            raise HTTPException(422, f"Choose one of {', '.join(stop_rows.KINDS)}.")
        one = stops.added(parts, request, kind, value, reason)
        if one.verdict is Verdict.MALFORMED:
            typed = {"value": value, "kind": kind, "reason": reason}
            return _page(parts, request, problem=f"Nothing was added. {one.why}.", typed=typed, status=422)
        done = {Verdict.NEW: "added", Verdict.AGAIN: "again"}.get(one.verdict, "have")
        return go(f"{PATH}?said={done}")

    @routes.post(PATH + "/{line_id}/lift")
    def lift(request: Request, line_id: int) -> Response:
        with write(parts.services.engine) as connection:
            if stop_rows.lift(connection, line_id, actor_of(request), now=parts.now()) is None:
                raise HTTPException(404)
        return go(f"{PATH}?said=lifted")


def _lists(routes: APIRouter, parts: Parts) -> None:
    @routes.post(f"{PATH}/import")
    async def bring(request: Request) -> Response:
        """`act` is look, take or report; the list travels with the page, and is judged anew each time."""
        async with request.form() as form:
            file, pasted = form.get("file"), str(form.get("list", ""))
            body = await file.read() if isinstance(file, UploadFile) and file.size else pasted.encode(errors="replace")
            act = str(form.get("act", "look"))
        return await run_in_threadpool(_brought, request, body, act)

    def _brought(request: Request, body: bytes, act: str) -> Response:
        if not body.strip():
            return _page(parts, request, problem="Choose a file, or paste a list.", status=422)
        if too_long(parts, body):
            return _page(parts, request, problem=_TOO_LONG, status=422)
        done = stops.taken(parts, request, body) if act == "take" else stops.judged(parts, body)
        if isinstance(done, str):
            return _page(parts, request, problem=f"This list cannot be read: {done}.", status=422)
        judged, taken = done if isinstance(done, tuple) else (done, None)
        if act == "report":
            return csv_file(report(judged), "verdicts.csv")
        return _shown(request, judged, taken, body)

    def _shown(request: Request, judged: list[Judged], taken: Any, body: bytes) -> Response:
        counts = Counter(one.verdict for one in judged)
        wanted = sorted(judged, key=lambda one: (one.verdict is not Verdict.MALFORMED, one.line))
        context = {
            "rows": wanted[:_MOST_ROWS], "left_out": max(0, len(judged) - _MOST_ROWS), "taken": taken,
            "counts": {one: counts[one] for one in Verdict}, "text": body.decode("utf-8-sig", errors="replace"),
        }  # fmt: skip
        return parts.pages.render(request, "settings_stops_import.html", context)
