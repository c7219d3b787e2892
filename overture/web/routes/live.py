"""Who is here, and what is new: for pages that stay open. A page without script does without both."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from sse_starlette import EventSourceResponse
from starlette.responses import Response

from overture.db import watching
from overture.db.engine import read
from overture.db.live import draft_now
from overture.web.deps import Parts, go, reply_json, seat_of, wants_json
from overture.web.live import Live, told
from overture.web.where import where_from

_PING_SECONDS = 20
Count = Annotated[int, Form(ge=0, le=500)]
Word = Annotated[str, Form(max_length=20)]


def router(parts: Parts, live: Live) -> APIRouter:
    routes, engine = APIRouter(), parts.services.engine

    @routes.get("/queue/live")
    async def stream(request: Request, draft: int | None = None) -> Response:
        """Events while the page is open; 204, which tells a browser not to ask again, where there is no place left."""
        user = seat_of(request).user.id
        listens = "text/event-stream" in request.headers.get("accept", "")
        if not listens or not live.has_place(user):
            return Response(status_code=204)
        return EventSourceResponse(live.events(user, draft), ping=_PING_SECONDS)

    @routes.post("/drafts/{draft_id}/here")
    def here(
        request: Request, draft_id: int, doing: Word = "reading", take: Word = "", left: Word = "",
        sighted: Count = 0, claims: Count = 0, where: Annotated[str, Form(max_length=600)] = "",
    ) -> Response:  # fmt: skip
        user = seat_of(request).user.id
        if left:
            watching.left(engine, draft_id, user)
            return Response(status_code=204)
        others = watching.here(
            engine, draft_id, user, "editing" if doing == "editing" else "reading",
            sighted=sighted, claims=claims, take=bool(take),
        )  # fmt: skip
        if not wants_json(request):
            return go(f"/drafts/{draft_id}/edit?{where_from(where).query_string}")
        with read(engine) as connection:
            draft = draft_now(connection, draft_id)
        return reply_json({"others": told(others, user), "draft": draft})

    return routes
