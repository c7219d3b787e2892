"""What will come with outcomes."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.web.deps import Parts


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _telling(routes, parts)
    return routes


def _telling(routes: APIRouter, parts: Parts) -> None:
    render = parts.pages.render

    @routes.get("/outcomes")
    def outcomes(request: Request) -> Response:
        return render(request, "outcomes.html", {})
