"""Whom to call: listed, handed over, put off, answered, and each of these undone."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from campaigns.people.calls import as_row
from campaigns.workspace import Concern
from overture.config.people import concern_id
from overture.config.values import prose
from overture.db import calls
from overture.db.engine import read, write
from overture.db.people_find import Unclear, find_teammate
from overture.db.views_calls import call_page
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import After, Page, PathName, many
from overture.web.api.shapes_calls import CallDecided, CallMadeIn, CallRow, HandOverIn, PutOffIn, UndoIn
from overture.web.deps import Parts, actor_of
from overture.web.show.words import sentence


def add(routes: APIRouter, parts: Parts) -> None:
    _deciding(routes, parts)
    engine, keys = parts.services.engine, parts.services.keyring

    @routes.get("/calls", responses=documented(), response_model=Page[CallRow], tags=["people"])
    def listed(
        put_off: Annotated[bool, Query(description="Also those that wait for a later day")] = False,
        cursor: After = "",
    ) -> Page[CallRow]:
        """Whom to call, where another mail would be one too many, the latest news first."""
        with read(engine) as connection:
            found = call_page(connection, keys=keys, now=parts.now(), put_off=put_off, after=cursor)
        return Page(items=many(CallRow, map(as_row, found.calls)), next=found.after)

    @routes.post("/calls/{contact_id}/undo", responses=documented(409), response_model=CallDecided, tags=["people"])
    def undo(request: Request, contact_id: PathName, given: UndoIn) -> CallDecided | Response:
        """Take back what was decided last about this contact's call, and with it the answer that it wrote down."""
        with write(engine) as connection:
            done = calls.undo(connection, contact_id, actor_of(request), now=parts.now(), only=given.only)
        return _said(request, contact_id, done)


def _deciding(routes: APIRouter, parts: Parts) -> None:
    engine, keys = parts.services.engine, parts.services.keyring

    @routes.post(
        "/calls/{contact_id}/hand-over", responses=documented(409), response_model=CallDecided, tags=["people"]
    )
    def hand_over(request: Request, contact_id: PathName, given: HandOverIn) -> CallDecided | Response:
        """Another one of us calls."""
        by, now = actor_of(request), parts.now()
        with write(engine) as connection:
            done = calls.hand_over(connection, contact_id, given.to, given.why, by, keys=keys, now=now)
        return _said(request, contact_id, done)

    @routes.post("/calls/{contact_id}/snooze", responses=documented(409), response_model=CallDecided, tags=["people"])
    def snooze(request: Request, contact_id: PathName, given: PutOffIn) -> CallDecided | Response:
        """Put the call off till a day."""
        with write(engine) as connection:
            done = calls.snooze(connection, contact_id, given.until, actor_of(request), keys=keys, now=parts.now())
        return _said(request, contact_id, done)

    @routes.post("/calls/{contact_id}/done", responses=documented(409), response_model=CallDecided, tags=["people"])
    def done(request: Request, contact_id: PathName, given: CallMadeIn) -> CallDecided | Response:
        """The call was made; what they said is kept as heard today, and settles it."""
        now = parts.now()
        with write(engine) as connection:
            mate = find_teammate(connection, given.by) if given.by else None
            if isinstance(mate, Unclear):
                return wrong_field(request, "body.by", mate.message)
            text, today = prose(given.statement), now.date()
            if not text:
                return wrong_field(request, "body.statement", "Nothing but blanks stands here.")
            said = Concern(
                concern_id(contact_id, given.level, text, today), contact_id, given.level, text, today,
                heard_by=mate.id if mate else None, source="call", shareable=given.aloud,
            )  # fmt: skip
            made = calls.answered(connection, said, actor_of(request), keys=keys, now=now)
        return _said(request, contact_id, made)


def _said(request: Request, contact_id: str, done: calls.Decided | calls.Wrong) -> CallDecided | Response:
    if isinstance(done, calls.Wrong):
        if done.place:
            return wrong_field(request, f"body.{done.place}", done.message)
        return problem(request, 409, sentence(done.message))
    return CallDecided(act=done.id, contact_id=contact_id, concern_id=done.concern_id)
