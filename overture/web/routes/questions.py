"""Open questions: what only a person can settle, one answer each."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import views_line as line
from overture.db.engine import read, write
from overture.db.questions_answered import answer_contact, answer_which
from overture.db.views_calls import calls_that_wait
from overture.web.deps import Parts, actor_of, go

Words = Annotated[str, Query(max_length=100)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _questions(routes, parts)
    return routes


def _questions(routes: APIRouter, parts: Parts) -> None:
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/questions")
    def questions(request: Request) -> Response:
        with read(engine) as connection:
            found = {
                "which": line.question_list(connection, kind="which_account"),
                "contact": line.question_list(connection, kind="needs_contact"),
                "calls": calls_that_wait(connection, keys=parts.services.keyring, now=parts.now()),
                "answered": line.question_list(connection, state="answered")[:20],
            }
        return render(request, "questions.html", found | {"problem": "", "typed": {}})

    @routes.post("/questions/{question_id}")
    def answer(
        request: Request,
        question_id: int,
        account: Annotated[str, Form(max_length=120)] = "",
        name: Annotated[str, Form(max_length=200)] = "",
        email: Annotated[str, Form(max_length=254)] = "",
        role: Annotated[str, Form(max_length=200)] = "",
        basis: Annotated[str, Form(max_length=20)] = "",
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
                typed = {"name": name, "email": email, "role": role, "basis": basis}
                problem = answer_contact(connection, question, typed, keys=parts.services.keyring, by=by, now=now)
        if problem:
            raise HTTPException(422, problem)
        return go("/questions")
