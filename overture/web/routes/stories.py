"""Stories to read: the list, one story with its versions, what changed between two, and the file itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.experiment import ENOUGH
from campaigns.review import DraftState
from overture.db import views_stories as views
from overture.db.engine import read
from overture.db.views_fared import fared
from overture.jobs.story_desk import file_name
from overture.web.deps import Parts, seat_of
from overture.web.show import story_list
from overture.web.show.story_text import line_diff, shown
from overture.web.subjects import in_force, tried_subjects
from triggers.types import EventKind

Words = Annotated[str, Query(max_length=120)]
EDIT = ("GET", "/stories/{story_id}/edit")
WHO_MAY = "Authors and admins write stories."


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _list(routes, parts)
    _one(routes, parts)
    _changes(routes, parts)
    return routes


def _list(routes: APIRouter, parts: Parts) -> None:
    engine, desk = parts.services.engine, parts.services.stories

    @routes.get("/stories")
    def stories(request: Request) -> Response:
        with read(engine) as connection:
            heads, figures = views.heads(connection), fared(connection, now=parts.now())
        in_force = {key: (one.story, one.version) for key, one in desk.in_force().items()} if desk else None
        rows = story_list.rows(
            heads, figures, in_force=in_force, broken=story_list.by_file(desk.problems() if desk else ()),
            campaigns=parts.services.campaigns(),
        )  # fmt: skip
        context = {"rows": rows, "may_edit": may_edit(parts, request), "who_may": WHO_MAY, "kinds": list(EventKind)}
        return parts.pages.render(request, "stories.html", context)


def may_edit(parts: Parts, request: Request) -> bool:
    return parts.services.stories is not None and seat_of(request).may(*EDIT)


def _one(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/stories/{story_id}")
    def story(
        request: Request, story_id: str, language: Words = "", version: int | None = None, said: Words = ""
    ) -> Response:
        with read(engine) as connection:
            versions = views.versions(connection, story_id)
            if not versions:
                raise HTTPException(404)
            language = language or _first_language(versions)
            waiting = views.waiting_by_version(connection, story_id)
            pending = views.waiting_by_version(connection, story_id, only={DraftState.PENDING})
            tried = tried_subjects(connection, parts, story_id, language)
        told, row = in_force(parts, story_id, language), chosen(parts, story_id, language, version)
        context: dict[str, Any] = {
            "story": row, "versions": [one for one in versions if one["language"] == language],
            "languages": sorted({one["language"] for one in versions}), "in_force": told, "waiting": waiting,
            "findings": shown(row["findings"]), "may_edit": may_edit(parts, request), "who_may": WHO_MAY,
            "said": _SAID.get(said, ""), "writable": bool(parts.services.stories and parts.services.stories.writable()),
            "tried": tried, "enough": ENOUGH, "behind": told and sum(
                many for (lang, number), many in pending.items() if lang == language and number != told
            ),
            "broken": _broken(parts, story_id, language), "campaigns": _campaigns(parts, story_id),
            "may_tell": bool(parts.services.tuning) and seat_of(request).may("GET", "/campaigns/new"),
        }  # fmt: skip
        return parts.pages.render(request, "story.html", context)


_SAID = {
    "saved": "Saved. This version is in force; drafts that wait keep their words until they are told anew.",
    "restored": "The earlier text is in force again, as a new version.",
}


def _first_language(versions: tuple[Mapping[str, Any], ...]) -> str:
    languages = {str(one["language"]) for one in versions}
    return "en" if "en" in languages else min(languages)


def chosen(parts: Parts, story_id: str, language: str, number: int | None) -> Mapping[str, Any]:
    """The version of this number with its text, else the one in force, else the newest; 404 where there is none."""
    with read(parts.services.engine) as connection:
        row = views.version(connection, story_id, language, number or in_force(parts, story_id, language))
    if row is None:
        raise HTTPException(404)
    return row


def _broken(parts: Parts, story_id: str, language: str) -> str:
    desk = parts.services.stories
    return story_list.by_file(desk.problems()).get((story_id, language), "") if desk else ""


def _campaigns(parts: Parts, story_id: str) -> list[str]:
    return [campaign.id for campaign in parts.services.campaigns() if story_id in campaign.stories]


def _changes(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/stories/{story_id}/diff")
    def diff(request: Request, story_id: str, language: Words = "en", a: int = 1, b: int | None = None) -> Response:
        with read(engine) as connection:
            known = [one for one in views.versions(connection, story_id) if one["language"] == language]
        before, after = chosen(parts, story_id, language, a), chosen(parts, story_id, language, b)
        context = {
            "story_id": story_id, "language": language, "before": before, "after": after, "versions": known,
            "lines": line_diff(before["text"], after["text"]),
        }  # fmt: skip
        return parts.pages.render(request, "story_diff.html", context)

    @routes.get("/stories/{story_id}/file")
    def file(story_id: str, language: Words = "en", version: int | None = None) -> Response:
        row = chosen(parts, story_id, language, version)
        return download(str(row["text"]), file_name(str(row["story_id"]), str(row["language"])))


def download(text: str, name: str) -> Response:
    """A text as a file to keep; a name that is no file's name becomes `story.j2`."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "", name) or "story.j2"
    headers = {"content-disposition": f'attachment; filename="{plain}"'}
    return Response(text, media_type="text/plain; charset=utf-8", headers=headers)
