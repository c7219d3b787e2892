"""The outbox by hand: a message that need not wait, and the switch that holds every one back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.review import Refusal, Refused
from overture.db.decide_release import release_now
from overture.db.engine import write
from overture.db.switches import RELEASE_PAUSED, turn
from overture.web.deps import Parts, actor_of, go


def router(parts: Parts) -> APIRouter:
    routes, engine = APIRouter(), parts.services.engine

    @routes.post("/drafts/{draft_id}/release")
    def release(request: Request, draft_id: int) -> Response:
        answer = release_now(engine, draft_id, actor_of(request), now=parts.now())
        if isinstance(answer, Refused):
            raise HTTPException(404 if answer.refusal is Refusal.UNKNOWN else 409, answer.message)
        return go("/queue?tab=outbox")

    @routes.post("/outbox/pause")
    def pause(request: Request, on: Annotated[str, Form(max_length=3)] = "") -> Response:
        """Hold every message back, or let them go again; nothing is cancelled either way."""
        with write(engine) as connection:
            turn(connection, RELEASE_PAUSED, on == "yes", actor_of(request), now=parts.now())
        return go("/queue?tab=outbox")

    return routes
