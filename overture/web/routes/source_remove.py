"""Removing a source: a page that says what goes and what stays, the act itself, and the way back."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import source_gone
from overture.db.engine import read
from overture.jobs.source_remove import GONE, Look
from overture.web.alone import NO_SOURCES
from overture.web.deps import Parts, actor_of, go


def add(routes: APIRouter, parts: Parts) -> None:
    def page(request: Request, source_id: str, *, problem: str = "", status: int = 200) -> Response:
        with read(parts.services.engine) as connection:
            history = source_gone.history(connection, source_id)
        if history is None:
            raise HTTPException(404)
        desk = parts.services.sources
        look = desk.look(source_id) if desk else Look("sources.yaml", wrong=NO_SOURCES)
        context = {"id": source_id, "history": history, "look": look, "problem": problem}
        return parts.pages.render(request, "source_remove.html", context, status=status)

    @routes.get("/sources/{source_id}/remove")
    def ask(request: Request, source_id: str) -> Response:
        return page(request, source_id)

    @routes.post("/sources/{source_id}/remove")
    def remove(request: Request, source_id: str) -> Response:
        desk = parts.services.sources
        wrong = desk.remove(source_id, actor_of(request)) if desk else NO_SOURCES
        if wrong:
            return page(request, source_id, problem=wrong, status=409)
        return go(f"/sources?did=removed&id={source_id}")

    @routes.post("/sources/{source_id}/back")
    def back(request: Request, source_id: str) -> Response:
        desk = parts.services.sources
        wrong = desk.put_back(source_id, actor_of(request)) if desk else NO_SOURCES
        if wrong:
            raise HTTPException(404 if wrong == GONE else 409, wrong)
        return go(f"/sources?did=back&id={source_id}")
