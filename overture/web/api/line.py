"""Events, nos and questions; why a thing has a draft or none; and how a post would be read."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from overture.db import why
from overture.db.engine import read, write
from overture.db.questions_answered import answer_contact, answer_which
from overture.db.views_draft import tellings
from overture.db.views_line import no_counts, no_page, question_list, question_one
from overture.db.views_triggers import TriggerFilter, trigger_drafts, trigger_matches, trigger_one, trigger_page
from overture.explained import explained
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Cursor, Limit, Page, PathId, PathName, Words, many, page_of
from overture.web.api.shapes_drafts import MatchOut, Telling
from overture.web.api.shapes_line import (
    Answered,
    AnswerIn,
    DraftLink,
    ExplainIn,
    LogOut,
    NoCount,
    NoRow,
    QuestionRow,
    TriggerOut,
    TriggerRow,
    WhyOut,
)
from overture.web.deps import Parts, actor_of
from overture.web.show.extraction import taken_apart
from triggers.types import EventKind, Reading

_STATES = "drafted, no, unmatched, waiting or merged"


def add(routes: APIRouter, parts: Parts) -> None:
    _triggers(routes, parts)
    _reasons(routes, parts)
    _nos(routes, parts)
    _questions(routes, parts)


def _triggers(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/triggers", responses=documented(), response_model=Page[TriggerRow], tags=["events"])
    def triggers(
        event: EventKind | None = None,
        state: Annotated[Words, Query(description=_STATES)] = "",
        q: Annotated[Words, Query(description="Words in the company's name")] = "",
        source: Annotated[Words, Query(description="Id of a source that told it")] = "",
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> Page[TriggerRow]:
        """Events, the newest first, drafted or not."""
        wanted = TriggerFilter(str(event) if event else None, state or None, q or None, source or None)
        with read(engine) as connection:
            found = trigger_page(connection, wanted, after=cursor, limit=limit)
        return page_of(TriggerRow, found.rows, found.after)

    @routes.get("/triggers/{trigger_id}", responses=documented(404), response_model=TriggerOut, tags=["events"])
    def trigger(request: Request, trigger_id: PathId) -> TriggerOut | Response:
        """One event: how each outlet tells it, what it was matched to, and what became of it."""
        with read(engine) as connection:
            row = trigger_one(connection, trigger_id)
            said = why.why(connection, why.What.TRIGGER, str(trigger_id), now=parts.now())
            if row is None or said is None:
                return problem(request, 404, "There is no such event.")
            return TriggerOut(
                trigger=TriggerRow.model_validate(row),
                why=said.sentence,
                matches=many(MatchOut, trigger_matches(connection, trigger_id)),
                drafts=many(DraftLink, trigger_drafts(connection, trigger_id)),
                nos=many(NoRow, no_page(connection, rule=None, trigger_id=trigger_id, after=None).rows),
                tellings=many(Telling, tellings(connection, trigger_id)),
            )

    @routes.get("/triggers/{trigger_id}/log", responses=documented(404), response_model=Page[LogOut], tags=["events"])
    def log(request: Request, trigger_id: PathId) -> Page[LogOut] | Response:
        """How the first five tellings of an event are read by the rules in force, as `explain` answers."""
        with read(engine) as connection:
            row, told = trigger_one(connection, trigger_id), tellings(connection, trigger_id)
        if row is None:
            return problem(request, 404, "There is no such event.")
        found = taken_apart(told, row["kind"], parts.services.whose)
        return Page(items=[LogOut(publisher=one["publisher"], explained=said) for one, said in found])


def _reasons(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/why/{what}/{id}", responses=documented(404), response_model=WhyOut, tags=["events"])
    def why_one(request: Request, what: why.What, id: PathName) -> WhyOut | Response:
        """Why an entry, an event or an account has a draft or has none: one sentence, then the reasons."""
        if what is not why.What.ACCOUNT and (not id.isascii() or len(id) > 18):
            return problem(request, 404, f"There is no {what} {id}.")
        with read(parts.services.engine) as connection:
            found = why.why(connection, what, id, now=parts.now())
        if found is None:
            return problem(request, 404, f"There is no such {what}.")
        return WhyOut.model_validate(found.as_json())

    @routes.post("/explain", responses=documented(), tags=["events"])
    def explain(given: ExplainIn) -> dict[str, Any]:
        """How a post would be read: every event that was considered, with the words for and against, and which account
        each company could be, with the parts of its score. Stores nothing."""
        reading = Reading("item", title=given.title, summary=given.summary, url=given.url, language=given.lang)
        return explained(reading, parts.services.whose)


def _nos(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/nos", responses=documented(), response_model=Page[NoRow], tags=["events"])
    def nos(
        rule: Words = "",
        trigger_id: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
        written_too: Annotated[bool, Query(description="Also those of events that another campaign drafted")] = False,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> Page[NoRow]:
        """Decisions not to write, the newest first."""
        with read(engine) as connection:
            found = no_page(
                connection, rule=rule or None, trigger_id=trigger_id, written_too=written_too, after=cursor,
                limit=limit,
            )  # fmt: skip
        return page_of(NoRow, found.rows, found.after)

    @routes.get("/nos/rules", responses=documented(), response_model=Page[NoCount], tags=["events"])
    def rules(written_too: bool = False) -> Page[NoCount]:
        """How often each rule said no, most first."""
        with read(engine) as connection:
            return page_of(NoCount, no_counts(connection, written_too=written_too))


def _questions(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/questions", responses=documented(), response_model=Page[QuestionRow], tags=["events"])
    def questions(
        kind: Annotated[Words, Query(description="which_account or needs_contact")] = "",
        state: Annotated[Words, Query(description="open, answered or withdrawn")] = "open",
    ) -> Page[QuestionRow]:
        """What the line cannot know by itself, the newest 200: which account is meant, whom to write to."""
        with read(engine) as connection:
            return page_of(QuestionRow, question_list(connection, kind=kind or None, state=state))

    @routes.post("/questions/{question_id}", responses=documented(404, 409), response_model=Answered, tags=["events"])
    def answer(request: Request, question_id: PathId, given: AnswerIn) -> Answered | Response:
        """Answer a question; what is learned is kept, and the event is asked about again."""
        by, now = actor_of(request), parts.now()
        with write(engine) as connection:
            question = question_one(connection, question_id)
            if question is None:
                return problem(request, 404, "There is no such question.")
            if question["state"] != "open":
                return problem(request, 409, f"{question['answered_by']} has answered this already.")
            if question["kind"] == "which_account":
                wrong = answer_which(connection, question, given.account, by=by, now=now)
            else:
                typed = given.model_dump(include={"name", "email", "role", "basis"})
                wrong = answer_contact(connection, question, typed, keys=parts.services.keyring, by=by, now=now)
        place = "body.account" if question["kind"] == "which_account" else "body"
        return wrong_field(request, place, wrong) if wrong else Answered(id=question_id, state="answered")
