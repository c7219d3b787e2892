"""One draft's message as a file, ending its hold early, and taking back what was no decision."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from campaigns.review import Refused
from overture.db import decisions
from overture.db.audit import Actor
from overture.db.decide_release import release_now
from overture.db.engine import read
from overture.db.views import one_row
from overture.web.acts import Acts
from overture.web.api.keyed import Decisions
from overture.web.api.problems import documented, problem
from overture.web.api.shapes import PathId
from overture.web.api.shapes_decisions import Decided
from overture.web.api.shapes_editing import OriginalIn
from overture.web.api.shapes_lists import Files
from overture.web.deps import Parts, actor_of
from overture.web.draft_show import DraftPages
from overture.web.originals import retell

_FILE: Files = {200: {"description": "The file", "content": {"message/rfc822": {"schema": {"type": "string"}}}}}


def add(routes: APIRouter, parts: Parts) -> None:
    _file(routes, parts)
    _acts(routes, parts, Decisions(parts))


def _file(routes: APIRouter, parts: Parts) -> None:
    pages, engine = DraftPages(parts, Acts(parts)), parts.services.engine

    @routes.get(
        "/drafts/{draft_id}/message.eml", responses=documented(404, 409) | _FILE, response_class=Response,
        tags=["drafts"],
    )  # fmt: skip
    def message(request: Request, draft_id: PathId) -> Response:
        """The message as a mail program reads it; of an approved draft the very bytes that leave."""
        with read(engine) as connection:
            if one_row(connection, draft_id) is None:
                return problem(request, 404, "There is no such draft.")
        raw = pages.source(draft_id)
        return problem(request, 409, raw) if isinstance(raw, str) else Response(raw, media_type="message/rfc822")


def _acts(routes: APIRouter, parts: Parts, judge: Decisions) -> None:
    post = partial(routes.post, response_model=Decided, responses=documented(404, 409), tags=["decisions"])
    engine, services = parts.services.engine, parts.services

    def released(draft_id: int, by: Actor) -> Decided | Refused:
        done = release_now(engine, draft_id, by, now=parts.now())
        if isinstance(done, Refused):
            return done
        return Decided(draft_id=draft_id, did="released", handoff_id=done.handoff_id)

    def taken_back(draft_id: int, by: Actor) -> Decided | Refused:
        done = decisions.undo_note(engine, draft_id, by, now=parts.now(), company=services.outbox().company)
        if isinstance(done, Refused):
            return done
        was = "assigned" if isinstance(done, decisions.Unassigned) else "edited"
        return Decided(draft_id=draft_id, did="undone", was=was)

    @post("/drafts/{draft_id}/release", summary="End the hold of an approved draft: it leaves with the next release")
    def release(request: Request, draft_id: PathId) -> Response:
        return judge.run(request, draft_id, partial(released, draft_id, actor_of(request)))

    def original(shown: decisions.Shown, variant: str, by: Actor) -> Decided | Refused:
        done = retell(services, shown, variant, whole=not variant, by=by, now=parts.now())
        if isinstance(done, Refused):
            return done
        return Decided(draft_id=shown.draft_id, did="edited", version=done.version, hash=done.content_hash)

    @post("/drafts/{draft_id}/original", summary="Take the story's own text back, or another of its subjects")
    def own_words(request: Request, draft_id: PathId, given: OriginalIn) -> Response:
        shown = decisions.Shown(draft_id, given.version, given.hash)
        return judge.run(request, draft_id, partial(original, shown, given.variant, actor_of(request)))

    @post("/drafts/{draft_id}/undo-note", summary="Take your last edit or assignment back")
    def undo_note(request: Request, draft_id: PathId) -> Response:
        return judge.run(request, draft_id, partial(taken_back, draft_id, actor_of(request)))
