"""The editor of a draft with what its reader has typed there and not saved yet; and keeping such words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from campaigns.review import Refusal, Refused
from overture.db import unsaved
from overture.db.decide_base import find
from overture.db.engine import read
from overture.db.unsaved import Unsaved
from overture.web.deps import Moment, Parts, reply_json, seat_of, typed_at
from overture.web.draft_show import DraftPages
from overture.web.where import Where


def add(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.post("/drafts/{draft_id}/edit/unsaved")
    def keep(
        request: Request, draft_id: int, version: Annotated[int, Form(ge=1)],
        subject: Annotated[str, Form(max_length=1_000)] = "", body: Annotated[str, Form(max_length=40_000)] = "",
        gone: Annotated[str, Form(max_length=3)] = "", typed: Moment = None,
    ) -> Response:  # fmt: skip
        """With `gone` they are wanted no more."""
        left = ("", "") if gone else (subject, body)
        words = Unsaved(version, *left, typed_at(typed, parts.now()))
        kept = unsaved.keep(engine, draft_id, seat_of(request).user.id, words)
        return reply_json({"kept": kept and not gone})


def editor(parts: Parts, pages: DraftPages, request: Request, draft_id: int, where: Where, *, unseen: bool) -> Response:
    """The words as they were left; where the draft has changed since, beside what stands now. Looking drops nothing."""
    user, now = seat_of(request).user.id, parts.now()
    with read(parts.services.engine) as connection:
        mine, draft = unsaved.kept(connection, draft_id, user, now=now), find(connection, draft_id)
    if mine is None or draft is None or mine.version == draft.version:
        return pages.show(request, draft_id, where, mode="edit", unseen=unseen, mine=mine)
    said = f"You were writing in version {mine.version}; version {draft.version} stands now."
    stale = Refused(Refusal.STALE, said, at=mine.kept_at, by=user, version=draft.version)
    typed = {"subject": mine.subject, "body": mine.body}
    return pages.show(request, draft_id, where, conflict=stale, typed=typed, unseen=unseen)
