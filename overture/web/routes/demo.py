"""The way out of the demo: a workspace of one's own, and what is still to be put into it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.web.deps import Parts


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    keep = parts.services.keep_demo

    @routes.get("/demo")
    def page(request: Request) -> Response:
        if keep is None:
            raise HTTPException(404)
        return parts.pages.render(request, "demo.html", {"kept": None})

    @routes.post("/demo/keep")
    def kept(request: Request) -> Response:
        if keep is None:
            raise HTTPException(404)
        done = keep()
        return parts.pages.render(request, "demo.html", {"kept": done}, status=409 if done.problem else 200)

    return routes
