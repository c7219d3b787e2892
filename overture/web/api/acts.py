"""What people do with events, with what the line gave up on, and with questions that they ask again."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.db import saved_questions, set_aside, trigger_acts
from overture.db.engine import read, write
from overture.db.views_triggers import trigger_one
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Page, PathId, PathName, page_of
from overture.web.api.shapes_writing import (
    AsideDone,
    AsideIn,
    AsideRow,
    EventActed,
    KeepIn,
    QuestionKept,
    WhoIn,
    WishIn,
)
from overture.web.asked_drafts import Asking
from overture.web.deps import Parts, actor_of
from overture.web.show.asked import used_by


def add(routes: APIRouter, parts: Parts) -> None:
    _events(routes, parts)
    _aside(routes, parts)
    _keeping(routes, parts)


def _events(routes: APIRouter, parts: Parts) -> None:
    def acted(
        request: Request, trigger_id: int, did: str, act: Callable[..., str | None], *given: str
    ) -> EventActed | Response:
        with write(parts.services.engine) as connection:
            if trigger_one(connection, trigger_id) is None:
                return problem(request, 404, "There is no such event.")
            objection = act(connection, trigger_id, *given, by=actor_of(request), now=parts.now())
            row = trigger_one(connection, trigger_id)
        if objection or row is None:
            return problem(request, 409, objection or "This event is not here any more.")
        return EventActed(id=trigger_id, did=did, state=row["state"])

    @routes.post(
        "/triggers/{trigger_id}/dismiss", responses=documented(404, 409), response_model=EventActed, tags=["events"]
    )
    def dismiss(request: Request, trigger_id: PathId) -> EventActed | Response:
        """Say that this is no event: no campaign is asked about it any more."""
        return acted(request, trigger_id, "dismissed", trigger_acts.dismiss)

    @routes.post(
        "/triggers/{trigger_id}/ask-again", responses=documented(404, 409), response_model=EventActed, tags=["events"]
    )
    def ask_again(request: Request, trigger_id: PathId) -> EventActed | Response:
        """Match it and put it to the campaigns again, as they are now."""
        return acted(request, trigger_id, "asked_again", trigger_acts.ask_again)

    @routes.post(
        "/triggers/{trigger_id}/account", responses=documented(404, 409), response_model=EventActed, tags=["events"]
    )
    def account(request: Request, trigger_id: PathId, given: WhoIn) -> EventActed | Response:
        """Say whose event it is; the name means that account from now on."""
        return acted(request, trigger_id, "account_named", trigger_acts.name_account, given.account)

    @routes.post(
        "/triggers/{trigger_id}/draft", responses=documented(404, 409), response_model=EventActed, tags=["events"]
    )
    def draft(request: Request, trigger_id: PathId, given: WishIn) -> EventActed | Response:
        """Ask for a draft about it with this story. The line writes it within seconds, or the event's `wish` says why
        not. A draft that waits untouched makes room; asking twice makes one draft."""
        return acted(request, trigger_id, "draft_asked_for", Asking(parts), given.story, given.contact or "")


def _aside(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/aside", responses=documented(), response_model=Page[AsideRow], tags=["events"])
    def aside() -> Page[AsideRow]:
        """What the line gave up on after many attempts, and why."""
        with read(engine) as connection:
            return page_of(AsideRow, set_aside.listed(connection))

    @routes.post("/aside/retry", responses=documented(), response_model=AsideDone, tags=["events"])
    def retry(request: Request, given: AsideIn) -> AsideDone:
        """Try these, or all of their kind, once more."""
        again = set_aside.retry(engine, given.kind, given.ids, actor_of(request), now=parts.now())
        return AsideDone(again=list(again))


def _keeping(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/ask/saved", responses=documented(), response_model=Page[QuestionKept], tags=["people"])
    def kept() -> Page[QuestionKept]:
        """Questions that somebody keeps under a name; ask them as `saved:NAME`."""
        with read(engine) as connection:
            return page_of(QuestionKept, saved_questions.saved(connection))

    @routes.post("/ask/saved", responses=documented(), response_model=QuestionKept, tags=["people"])
    def keep(request: Request, given: KeepIn) -> QuestionKept | Response:
        """Keep a question under a name."""
        with write(engine) as connection:
            done = saved_questions.save_question(
                connection, given.name, given.q.strip(), actor_of(request), now=parts.now()
            )
        if isinstance(done, saved_questions.CannotSave):
            return wrong_field(request, "body.q" if done.error else "body.name", done.message)
        return QuestionKept.model_validate(done)

    @routes.post(
        "/ask/saved/{name}/remove", responses=documented(404, 409), response_model=QuestionKept, tags=["people"]
    )
    def remove(request: Request, name: PathName) -> QuestionKept | Response:
        """Keep it no longer; refused while a campaign asks it."""
        used = used_by(parts.services.campaigns()).get(name)
        if used:
            return problem(request, 409, f"The campaign {used[0]} writes to whom this question finds.")
        with write(engine) as connection:
            gone = saved_questions.forget_question(connection, name, actor_of(request), now=parts.now())
        return QuestionKept.model_validate(gone) if gone else problem(request, 404, "There is no such question.")
