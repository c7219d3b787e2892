"""Open questions: what only a person can settle, one answer each."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import views_line as line
from overture.db.calls import LONGEST, decided_lately
from overture.db.engine import read, write
from overture.db.questions_answered import answer_contact, answer_which
from overture.db.views_calls import call_page
from overture.db.views_heard import our_people
from overture.db.views_questions import accounts_offered, without_address
from overture.web.deps import Parts, actor_of, go, seat_of
from overture.web.show.heard import LEVELS
from overture.web.show.questions import choices

Words = Annotated[str, Query(max_length=100)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _questions(routes, parts)
    return routes


def page(request: Request, parts: Parts, *, status: int = 200, after: str = "", **more: Any) -> Response:
    """All that is open; of the calls those after this account. `problem` says what is wrong with what was `typed` about
    one call."""
    now = parts.now()
    with read(parts.services.engine) as connection:
        waiting = call_page(connection, keys=parts.services.keyring, now=now, after=after)
        found: dict[str, Any] = {
            "which": line.question_list(connection, kind="which_account"),
            "contact": line.question_list(connection, kind="needs_contact"),
            "calls": waiting.calls,
            "more_calls": waiting.after,
            "after": after,
            "decided": decided_lately(connection, now=now),
            "ours": our_people(connection),
            "answered": line.question_list(connection, state="answered")[:20],
        }
        found["unreached"] = without_address(connection, found["contact"])
        known = accounts_offered(connection, found["which"])
    found["offered"] = {one["id"]: choices(one, known) for one in found["which"]}
    days = {"tomorrow": now.date() + timedelta(days=1), "last": now.date() + timedelta(days=LONGEST)}
    found |= {"levels": LEVELS, "days": days, "problem": {}, "typed": {}}
    found["may_call"] = seat_of(request).may("POST", "/calls/{contact_id}")
    return parts.pages.render(request, "questions.html", found | more, status=status)


def _questions(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/questions")
    def questions(request: Request, after: Words = "") -> Response:
        return page(request, parts, after=after)

    @routes.post("/questions/{question_id}")
    def answer(
        request: Request,
        question_id: int,
        account: Annotated[str, Form(max_length=120)] = "",
        name: Annotated[str, Form(max_length=200)] = "",
        email: Annotated[str, Form(max_length=254)] = "",
        role: Annotated[str, Form(max_length=200)] = "",
        basis: Annotated[str, Form(max_length=20)] = "",
        contact: Annotated[str, Form(max_length=120)] = "",
    ) -> Response:
        by, now = actor_of(request), parts.now()
        with write(engine) as connection:
            question = line.question_one(connection, question_id)
            if question is None:
                raise HTTPException(404)
            if question["state"] != "open":
                raise HTTPException(409, f"{question['answered_by']} has answered this already.")
            if question["kind"] == "which_account":
                problem = answer_which(connection, question, account, by=by, now=now)
            else:
                typed = {"name": name, "email": email, "role": role, "basis": basis, "contact": contact}
                problem = answer_contact(connection, question, typed, keys=parts.services.keyring, by=by, now=now)
        if problem:
            raise HTTPException(422, problem)
        return go("/questions")
