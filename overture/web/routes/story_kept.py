"""What the editor of a story keeps on the server: words that are not saved yet, and pinned events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import story_keep
from overture.db.engine import read
from overture.db.story_keep import MAX_TEXT, Words
from overture.jobs.story_desk import StoryDesk, Writing, file_name, named_well, settled
from overture.jobs.story_trial import Sample
from overture.web.deps import Moment, Parts, reply_json, seat_of, typed_at

Field = Annotated[str, Form(max_length=300)]
Text = Annotated[str, Form(max_length=MAX_TEXT)]


def add(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.post("/stories/{story_id}/unsaved")
    def keep(
        request: Request, story_id: str, language: Field = "en", text: Text = "", base: Field = "", note: Field = "",
        typed: Moment = None,
    ) -> Response:  # fmt: skip
        """Words that say what the file says are wanted no more."""
        desk, user = desk_for(parts, story_id, language), seat_of(request).user.id
        at = typed_at(typed, parts.now())
        if settled(desk.file_text(story_id, language) or "") == settled(text):
            story_keep.drop(engine, story_id, language, user, now=at)
            return reply_json({"kept": False, "same": True})
        words = Words(base, text, note, at)
        return reply_json({"kept": story_keep.keep(engine, story_id, language, user, words)})

    @routes.post("/stories/{story_id}/pin")
    def pin(request: Request, story_id: str, language: Field = "en", text: Text = "", sample: Field = "") -> Response:
        desk = desk_for(parts, story_id, language)
        pinned = story_keep.pin(engine, story_id, sample, seat_of(request).user.id, now=parts.now())
        found = {"samples": samples(parts, desk, Writing(story_id, language, text, "")), "sample": sample}
        return reply_json({"pinned": pinned, "options": parts.pages.fragment("story_samples.html", found)})


def desk_for(parts: Parts, story_id: str, language: str) -> StoryDesk:
    if parts.services.stories is None or not named_well(story_id, language):
        raise HTTPException(404)
    return parts.services.stories


def samples(parts: Parts, desk: StoryDesk, typed: Writing) -> list[Sample]:
    """What the text can be told on, with the story's pinned ones first."""
    with read(parts.services.engine) as connection:
        pinned = story_keep.pins(connection, typed.story_id)
    return desk.samples(typed.text, file_name(typed.story_id, typed.language), pinned=pinned)


def mine(parts: Parts, request: Request, there: str | None, writing: Writing) -> Words | None:
    """What this author has typed and not saved, where it says something else than the file."""
    user, now = seat_of(request).user.id, parts.now()
    with read(parts.services.engine) as connection:
        words = story_keep.kept(connection, writing.story_id, writing.language, user, now=now)
    return words if words and settled(words.text) != settled(there or "") else None


def forget(parts: Parts, request: Request, writing: Writing) -> None:
    user = seat_of(request).user.id
    story_keep.drop(parts.services.engine, writing.story_id, writing.language, user, now=parts.now())
