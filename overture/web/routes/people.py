"""Campaigns, and what will come with outcomes."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.db import views_people as people
from overture.db.engine import read
from overture.web.deps import Parts


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _telling(routes, parts)
    return routes


def _telling(routes: APIRouter, parts: Parts) -> None:
    """Campaigns, and what came of them."""
    engine, render = parts.services.engine, parts.pages.render

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
