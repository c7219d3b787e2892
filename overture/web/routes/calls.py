"""Calls on the page of open questions: handed over, put off, answered, and each of these undone."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import calls
from overture.db.engine import write
from overture.db.views_heard import our_people
from overture.web.deps import Parts, Reading, actor_of, go, seat_of
from overture.web.routes.questions import Words, page
from overture.web.show.heard import HeardForm, checked, concern_of, me
from overture.web.show.words import sentence

Line = Annotated[str, Form(max_length=300)]
Prose = Annotated[str, Form(max_length=6_000)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    engine, keys = parts.services.engine, parts.services.keyring

    @routes.post("/calls/{contact_id}")
    def decide(
        request: Request, contact_id: str, act: Line = "", to: Line = "", why: Prose = "", until: Line = "",
        statement: Prose = "", level: Line = "", aloud: Line = "", after: Words = "",
    ) -> Response:  # fmt: skip
        """`act` is hand_over, snooze or answered; what cannot be done is said beside the call, with what was typed."""
        typed = {"to": to, "why": why, "until": until, "statement": statement, "level": level, "aloud": aloud}
        now, by = parts.now(), actor_of(request)
        with write(engine) as connection:
            if act == "hand_over":
                done: Any = calls.hand_over(connection, contact_id, to, why, by, keys=keys, now=now)
            elif act == "snooze":
                done = calls.snooze(connection, contact_id, _day(until), by, keys=keys, now=now)
            elif act == "answered":
                form = HeardForm(contact_id, statement, level, aloud == "yes", by=_me(request, connection))
                done = _answered(parts, connection, form, by)
            else:
                raise HTTPException(422, "A call is handed over, put off or answered.")
        if isinstance(done, calls.Wrong):
            problem = {"contact": contact_id, "act": act, "words": sentence(done.message)}
            return page(request, parts, status=422 if done.place else 409, after=after, problem=problem, typed=typed)
        return go(_list(after))

    @routes.post("/calls/{contact_id}/undo")
    def undo(request: Request, contact_id: str, only: Annotated[int, Form()], after: Words = "") -> Response:
        with write(engine) as connection:
            done = calls.undo(connection, contact_id, actor_of(request), now=parts.now(), only=only)
        if isinstance(done, calls.Wrong):
            raise HTTPException(409, sentence(done.message))
        return go(_list(after))

    return routes


def _list(after: str) -> str:
    """The part of the list that was on the screen."""
    return f"/questions?{urlencode({'after': after})}" if after else "/questions"


def _answered(parts: Parts, connection: Reading, form: HeardForm, by: Any) -> calls.Decided | calls.Wrong:
    now = parts.now()
    today = now.astimezone(parts.zone).date()
    problems = checked(form, today=today)
    if problems:
        return calls.Wrong(" ".join(problems.values()), next(iter(problems)))
    heard = concern_of(form, form.who, today=today)
    return calls.answered(connection, heard, by, keys=parts.services.keyring, now=now)


def _me(request: Request, connection: Reading) -> str:
    return me(seat_of(request).user, our_people(connection))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
