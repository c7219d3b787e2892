"""The reader's way out: the address that every message names. It needs no account and no form token, since it is the
reader's mail program that posts (RFC 8058); a link scanner that only looks changes nothing."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.review import Refused
from overture.db.stop_list import draft_of, opt_out
from overture.web.deps import Parts

_NOT_OURS = "This link is not one of ours. Answer the message instead, and you will not be written to again."


def router(parts: Parts) -> APIRouter:
    routes, services = APIRouter(), parts.services

    @routes.get("/u/{token}")
    def ask(request: Request, token: str) -> Response:
        if draft_of(services.keyring, token) is None:
            raise HTTPException(404, _NOT_OURS)
        return parts.pages.render(request, "unsubscribe.html", {"token": token, "done": False})

    @routes.post("/u/{token}")
    def take_off(request: Request, token: str) -> Response:
        answer = opt_out(services.engine, token, keys=services.keyring, now=parts.now())
        if isinstance(answer, Refused):
            raise HTTPException(404, _NOT_OURS)
        return parts.pages.render(request, "unsubscribe.html", {"token": token, "done": True})

    return routes
