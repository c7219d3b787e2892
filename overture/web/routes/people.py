"""Stories, campaigns, and what will come with outcomes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import views_people as people
from overture.db.engine import read
from overture.web.deps import Parts

Words = Annotated[str, Query(max_length=120)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _telling(routes, parts)
    return routes


def _telling(routes: APIRouter, parts: Parts) -> None:
    """Stories and campaigns, and what came of them."""
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/stories")
    def stories(request: Request) -> Response:
        with read(engine) as connection:
            rows, outcomes = people.story_list(connection), people.story_outcomes(connection)
        return render(request, "stories.html", {"rows": rows, "outcomes": outcomes})

    @routes.get("/stories/{story_id}")
    def story(request: Request, story_id: str, language: Words = "", version: int | None = None) -> Response:
        with read(engine) as connection:
            versions = people.story_one(connection, story_id)
        fits = [
            row for row in versions
            if (not language or row["language"] == language) and (version is None or row["version"] == version)
        ]  # fmt: skip
        if not fits:
            raise HTTPException(404)
        return render(request, "story.html", {"story": fits[0], "versions": versions})

    @routes.get("/campaigns")
    def campaigns(request: Request) -> Response:
        with read(engine) as connection:
            outcomes = people.campaign_outcomes(connection)
        known = parts.services.campaigns()
        gone = sorted(set(outcomes) - {campaign.id for campaign in known})
        return render(request, "campaigns.html", {"campaigns": known, "outcomes": outcomes, "gone": gone})

    @routes.get("/outcomes")
    def outcomes(request: Request) -> Response:
        return render(request, "outcomes.html", {})
