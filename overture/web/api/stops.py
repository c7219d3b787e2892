"""Who must not be written to: the list, a line more, a list judged and taken over, a line lifted."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.db import stop_rows
from overture.db.engine import read, write
from overture.db.stop_judged import Verdict
from overture.web import stops
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Cursor, Limit, Page, PathId, Words, page_of
from overture.web.api.shapes_keeping import StopIn, StopJudged, StopList, StopListIn, StopRow
from overture.web.deps import Parts, actor_of


def add(routes: APIRouter, parts: Parts) -> None:
    _lines(routes, parts)
    _lists(routes, parts)


def _lines(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/do-not-contact", responses=documented(), response_model=Page[StopRow], tags=["do not contact"])
    def listed(q: Words = "", lifted: bool = False, cursor: Cursor = None, limit: Limit = 100) -> Page[StopRow]:
        """Lines in force, or those that were lifted, the newest first."""
        keys = parts.services.keyring
        with read(engine) as connection:
            found = stop_rows.page(connection, words=q, lifted=lifted, after=cursor, limit=limit, keys=keys)
        return page_of(StopRow, found.rows, found.after)

    @routes.post("/do-not-contact", responses=documented(), response_model=StopJudged, tags=["do not contact"])
    def added(request: Request, given: StopIn) -> StopJudged | Response:
        """Put one on the list; it holds from that moment."""
        one = stops.added(parts, request, given.kind or "", given.value, given.reason)
        if one.verdict is Verdict.MALFORMED:
            return wrong_field(request, "body.value", f"{one.why}.")
        return StopJudged.model_validate(one)

    @routes.post(
        "/do-not-contact/{line_id}/lift", responses=documented(404), response_model=StopRow, tags=["do not contact"]
    )
    def lifted(request: Request, line_id: PathId) -> StopRow | Response:
        """Take a line out of force; the log says who did."""
        with write(engine) as connection:
            found = stop_rows.lift(connection, line_id, actor_of(request), now=parts.now())
        return StopRow.model_validate(found) if found else problem(request, 404, "There is no such line in force.")


def _lists(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/do-not-contact/judge", responses=documented(), response_model=StopList, tags=["do not contact"])
    def judged(request: Request, given: StopListIn) -> StopList | Response:
        """What taking over a list would do, line by line; nothing is written."""
        found = stops.judged(parts, given.text.encode())
        if isinstance(found, str):
            return wrong_field(request, "body.text", f"{found}.")
        return StopList(items=[StopJudged.model_validate(one) for one in found])

    @routes.post("/do-not-contact/take", responses=documented(), response_model=StopList, tags=["do not contact"])
    def taken(request: Request, given: StopListIn) -> StopList | Response:
        """Take over a list; what cannot be read is left out and named. A second time adds nothing."""
        found = stops.taken(parts, request, given.text.encode())
        if isinstance(found, str):
            return wrong_field(request, "body.text", f"{found}.")
        rows = [StopJudged.model_validate(one) for one in found[0]]
        return StopList(items=rows, new=found[1].new, again=found[1].again)
