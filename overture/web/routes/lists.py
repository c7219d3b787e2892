"""What the line saw and decided: triggers, nos, open questions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import views_line as line
from overture.db.engine import read, write
from overture.db.questions_answered import answer_contact, answer_which
from overture.db.views_draft import tellings
from overture.web.deps import Parts, actor_of, go
from overture.web.show import evidence
from overture.web.show.why import why_no_draft
from triggers.types import EventKind

Words = Annotated[str, Query(max_length=100)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _triggers(routes, parts)
    _questions(routes, parts)
    return routes


def _triggers(routes: APIRouter, parts: Parts) -> None:
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/triggers")
    def triggers(
        request: Request, kind: Words = "", state: Words = "", q: Words = "", after: int | None = None
    ) -> Response:
        wanted = line.TriggerFilter(kind or None, state or None, q or None)
        with read(engine) as connection:
            page = line.trigger_page(connection, wanted, after=after)
        context = {"page": page, "kinds": list(EventKind), "kind": kind, "state": state, "q": q, "after": after}
        return render(request, "triggers.html", context)

    @routes.get("/triggers/{trigger_id}")
    def trigger(request: Request, trigger_id: int) -> Response:
        with read(engine) as connection:
            row = line.trigger_one(connection, trigger_id)
            if row is None:
                raise HTTPException(404)
            told = tellings(connection, trigger_id)
            matches = line.trigger_matches(connection, trigger_id)
            drafts = line.trigger_drafts(connection, trigger_id)
            nos = line.no_page(connection, rule=None, trigger_id=trigger_id, after=None).rows
        context = {
            "trigger": row,
            "matches": matches,
            "drafts": drafts,
            "nos": nos,
            "articles": [evidence.article(telling, ()) for telling in told],
            "tellings": told,
            "disputes": evidence.disputes(row["disagreements"], told),
            "why": why_no_draft(row, drafts, nos, matches, told),
            "fact_value": evidence.fact_value,
        }
        return render(request, "trigger.html", context)


def _questions(routes: APIRouter, parts: Parts) -> None:
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/questions")
    def questions(request: Request) -> Response:
        with read(engine) as connection:
            found = {
                "which": line.question_list(connection, kind="which_account"),
                "contact": line.question_list(connection, kind="needs_contact"),
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
