"""Approved messages on their way out: the list, pulling one back, settling doubts, and the switch that holds all."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from campaigns.review import HandoffState, Refusal, Refused
from overture.db import outbox_resolve
from overture.db.engine import read, write
from overture.db.outbox_resolve import Resolved, Verdict
from overture.db.switches import RELEASE_PAUSED, turn
from overture.db.views_outbox import handoff_draft, handoff_page, outbox
from overture.web.api.decisions import Desk
from overture.web.api.keyed import Decisions
from overture.web.api.problems import documented, problem
from overture.web.api.shapes import Cursor, Limit, Page, PathId, page_of
from overture.web.api.shapes_decisions import Decided
from overture.web.api.shapes_house import HandoffMoved, HandoffRow, OutboxOut, ResolveIn
from overture.web.deps import Parts, actor_of

_UNKNOWN = "There is no such handoff."


def add(routes: APIRouter, parts: Parts) -> None:
    _reading(routes, parts)
    _switch(routes, parts)
    _pulling(routes, parts)
    _settling(routes, parts)


def _reading(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/handoffs", responses=documented(), response_model=Page[HandoffRow], tags=["outbox"])
    def handoffs(state: HandoffState | None = None, cursor: Cursor = None, limit: Limit = 50) -> Page[HandoffRow]:
        """Approved messages, the newest first."""
        with read(engine) as connection:
            found = handoff_page(connection, state=state, after=cursor, limit=limit)
        return page_of(HandoffRow, found.rows, found.after)

    @routes.get("/outbox", responses=documented(), response_model=OutboxOut, tags=["outbox"])
    def standing() -> OutboxOut:
        """Whether messages leave at all, and how many stand where."""
        with read(engine) as connection:
            return OutboxOut.model_validate(outbox(connection))


def _switch(routes: APIRouter, parts: Parts) -> None:
    def turned(request: Request, *, on: bool) -> OutboxOut:
        with write(parts.services.engine) as connection:
            turn(connection, RELEASE_PAUSED, on, actor_of(request), now=parts.now())
            return OutboxOut.model_validate(outbox(connection))

    @routes.post("/outbox/pause", responses=documented(), response_model=OutboxOut, tags=["outbox"])
    def pause(request: Request) -> OutboxOut:
        """Hold every message back, at once; nothing is cancelled."""
        return turned(request, on=True)

    @routes.post("/outbox/resume", responses=documented(), response_model=OutboxOut, tags=["outbox"])
    def resume(request: Request) -> OutboxOut:
        """Let messages go again."""
        return turned(request, on=False)


def _pulling(routes: APIRouter, parts: Parts) -> None:
    desk, judge = Desk(parts), Decisions(parts)

    @routes.post(
        "/handoffs/{handoff_id}/pull-back", responses=documented(404, 409), response_model=Decided, tags=["outbox"]
    )
    def pull_back(request: Request, handoff_id: PathId) -> Response:
        """Take the approval back while the message is held or has failed; its draft waits again."""
        with read(parts.services.engine) as connection:
            draft_id = handoff_draft(connection, handoff_id)
        if draft_id is None:
            return problem(request, 404, _UNKNOWN)
        return judge.run(request, draft_id, partial(desk.undo, draft_id, by=actor_of(request)))


def _settling(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    def told(request: Request, done: Resolved | Refused) -> HandoffMoved | Response:
        if isinstance(done, Resolved):
            return HandoffMoved(id=done.handoff_id, state=done.state)
        return problem(request, 404 if done.refusal is Refusal.UNKNOWN else 409, done.message)

    post = partial(routes.post, responses=documented(404, 409), response_model=HandoffMoved, tags=["outbox"])

    @post("/handoffs/{handoff_id}/resolve", summary="Settle a message in doubt")
    def resolve(request: Request, handoff_id: PathId, given: ResolveIn) -> HandoffMoved | Response:
        done = outbox_resolve.resolve_uncertain(
            engine, handoff_id, Verdict(given.verdict), actor_of(request), now=parts.now(), location=given.location
        )
        return told(request, done)

    @post("/handoffs/{handoff_id}/retry", summary="Try a failed message again with the same bytes")
    def retry(request: Request, handoff_id: PathId) -> HandoffMoved | Response:
        return told(request, outbox_resolve.retry_failed(engine, handoff_id, actor_of(request), now=parts.now()))

    @post("/handoffs/{handoff_id}/give-up", summary="Leave a failed message; its draft is done")
    def give_up(request: Request, handoff_id: PathId) -> HandoffMoved | Response:
        return told(request, outbox_resolve.give_up(engine, handoff_id, actor_of(request), now=parts.now()))
