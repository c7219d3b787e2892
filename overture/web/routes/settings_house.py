"""Settings of the installation: which way messages take, who is told by a web hook, what is in force and why."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.letter import mailbox
from overture.db import notices, users
from overture.db.engine import read, write
from overture.web.auth.proof import refusal
from overture.web.deps import Parts, actor_of, go, seat_of
from overture.web.notice_tests import ask_test
from overture.web.routes.settings import Refused, SettingsPage

Words = Annotated[str, Query(max_length=40)]
Field = Annotated[str, Form(max_length=300)]
_PATHS: dict[notices.Channel, str] = {"mail": "/settings/delivery", "webhook": "/settings/webhook"}
_TEMPLATES = {"mail": "settings_delivery.html", "webhook": "settings_webhook.html"}
_SAID = {
    "asked": "It is on its way: a worker takes it within seconds. Look again to see where it lies.",
    "again": "It is told again, under the same number.",
}


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    for channel in _PATHS:
        _way(routes, parts, channel)
    _again(routes, parts)
    _config(routes, parts)
    _address(routes, parts)
    return routes


def _way(routes: APIRouter, parts: Parts, channel: notices.Channel) -> None:
    """The page of one way out, and a test of it by whoever asks."""
    path = _PATHS[channel]

    def page(request: Request, *, said: str = "", problem: str = "", status: int = 200) -> Response:
        seat, desk = seat_of(request), parts.services.house
        mine = seat.user.id if channel == "mail" else None  # tests of others are nobody's business
        with read(parts.services.engine) as connection:
            told = notices.last(connection, channel, asked_by=mine)
        now = (desk.delivery() if channel == "mail" else desk.webhook()) if desk else None
        may = seat.may("POST", f"{path}/test")
        context = {"said": said, "problem": problem, "told": told, "way": now, "may": may}
        return parts.pages.render(request, _TEMPLATES[channel], context, status=status)

    @routes.get(path)
    def shown(request: Request, said: Words = "") -> Response:
        return page(request, said=_SAID.get(said, ""))

    @routes.post(f"{path}/test")
    def test(request: Request) -> Response:
        asked = ask_test(parts, request, channel)
        return page(request, problem=asked, status=422) if isinstance(asked, str) else go(f"{path}?said=asked")


def _again(routes: APIRouter, parts: Parts) -> None:
    @routes.post("/settings/webhook/{notice_id}/again")
    def again(request: Request, notice_id: int) -> Response:
        with write(parts.services.engine) as connection:
            if notices.again(connection, notice_id, actor_of(request), now=parts.now()) is None:
                raise HTTPException(404)
        return go("/settings/webhook?said=again")


def _config(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/settings/config")
    def config(request: Request) -> Response:
        desk = parts.services.house
        context = {"config": desk.config() if desk else None, "keeping": desk.keeping() if desk else None}
        return parts.pages.render(request, "settings_config.html", context)


def _address(routes: APIRouter, parts: Parts) -> None:
    page = SettingsPage(parts)

    @routes.post("/settings/address")
    def address(request: Request, email: Field = "", current: Field = "") -> Response:
        """Where tests go, and a second name to sign in by: so it takes the password."""
        user, given = seat_of(request).user, email.strip()

        def refused(wrong: str, status: int) -> Response:
            return page.show(request, wrong=Refused("address", wrong, {"email": given}), status=status)

        if wrong := refusal(parts, request, current):
            return refused(wrong, 422)
        if given and mailbox(user.name, given) is None:
            return refused("This is no address that can be written to. Nothing was changed.", 422)
        with write(parts.services.engine) as connection:
            free = users.set_email(connection, user.id, given or None, by=actor_of(request), now=parts.now())
        return (
            go("/settings?said=saved")
            if free
            else refused("Somebody else signs in by this address. Nothing was changed.", 409)
        )
