"""How we review: habits, what rejections taught, what one did oneself, and the marks that lead a newcomer."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import lessons, users, vigilance
from overture.db.engine import read, write
from overture.db.views_frame import recent_decisions
from overture.web.deps import Parts, go, reply_json, seat_of, wants_json
from overture.web.routes.campaigns import EDIT as TUNING

_SPANS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}
_COACH = ("open", "claim", "approve", "undo", "help", "wrong", "learned", "story", "keep", "done")
Word = Annotated[str, Form(max_length=20)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/review")
    def review(request: Request, span: Annotated[str, Query(max_length=10)] = "week") -> Response:
        span, now = span if span in _SPANS else "week", parts.now()
        with read(engine) as connection:
            habits = vigilance.habits(connection, since=now - _SPANS[span])
            taught = lessons.lessons(connection, now=now)
            names = {user.id: user.name for user in users.list_users(connection)}
        seat = seat_of(request)
        context = {
            "habits": habits, "taught": taught, "span": span, "spans": tuple(_SPANS), "names": names,
            "sees_stops": seat.may("GET", "/settings/do-not-contact"),
            "may_tune": parts.services.tuning is not None and seat.may(*TUNING),
            "known": {one.id for one in parts.services.campaigns()},
        }  # fmt: skip
        return render(request, "review.html", context)

    @routes.get("/recent")
    def recent(request: Request) -> Response:
        with read(engine) as connection:
            rows = recent_decisions(connection, seat_of(request).user.id)
        return render(request, "recent.html", {"rows": rows})

    @routes.post("/settings/coach")
    def coach(request: Request, step: Word = "done", next: Annotated[str, Form(max_length=600)] = "") -> Response:
        """Where a newcomer is; `done` puts the marks away for good, `open` brings them back."""
        if step not in _COACH:
            raise HTTPException(422)
        user = seat_of(request).user
        with write(engine) as connection:
            users.save_preferences(connection, user.id, {**user.preferences, "coach": step})
        return reply_json({"step": step}) if wants_json(request) else go(next or "/queue")

    return routes
