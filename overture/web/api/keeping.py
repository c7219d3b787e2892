"""Which way messages take and a test of it, who is told by a web hook, what is in force and since which line."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.db import notices
from overture.db.engine import read, write
from overture.web.alone import NO_CONFIG
from overture.web.api.problems import documented, problem
from overture.web.api.shapes import PathId
from overture.web.api.shapes_keeping import ConfigOut, DeliveryOut, FileOut, NoticeRow, ValueInForce, WebhookOut
from overture.web.deps import Parts, actor_of, seat_of
from overture.web.notice_tests import ask_test


def add(routes: APIRouter, parts: Parts) -> None:
    _delivery(routes, parts)
    _webhook(routes, parts)
    _config(routes, parts)


def _asked(parts: Parts, request: Request, channel: notices.Channel) -> NoticeRow | Response:
    asked = ask_test(parts, request, channel)
    if isinstance(asked, str):
        return problem(request, 409, asked)
    with read(parts.services.engine) as connection:
        return NoticeRow.model_validate(notices.told(connection, asked))


def _delivery(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/delivery", responses=documented(409), response_model=DeliveryOut, tags=["house"])
    def delivery(request: Request) -> DeliveryOut | Response:
        """The way that approved messages take, and your last tests of it."""
        if parts.services.house is None:
            return problem(request, 409, NO_CONFIG)
        found = parts.services.house.delivery()
        with read(parts.services.engine) as connection:
            tests = notices.last(connection, "mail", asked_by=seat_of(request).user.id)
        return DeliveryOut(
            channel=found.channel, folder=found.folder, tests_folder=found.tests,
            in_force=[ValueInForce.model_validate(one) for one in found.values],
            tests=[NoticeRow.model_validate(one) for one in tests],
        )  # fmt: skip

    @routes.post("/delivery/test", responses=documented(409), response_model=NoticeRow, tags=["house"])
    def test(request: Request) -> NoticeRow | Response:
        """A message from you to you takes the way of real ones, and counts nowhere."""
        return _asked(parts, request, "mail")


def _webhook(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/webhook", responses=documented(409), response_model=WebhookOut, tags=["house"])
    def webhook(request: Request) -> WebhookOut | Response:
        """Who is told of what, and the last twenty with the receiver's answers."""
        if parts.services.house is None:
            return problem(request, 409, NO_CONFIG)
        found = parts.services.house.webhook()
        with read(parts.services.engine) as connection:
            told = [NoticeRow.model_validate(one) for one in notices.last(connection, "webhook")]
        return WebhookOut(address=found.address, events=list(found.events), wrong=found.wrong, told=told)

    @routes.post("/webhook/test", responses=documented(409), response_model=NoticeRow, tags=["house"])
    def test(request: Request) -> NoticeRow | Response:
        """Tell the web hook of a test, signed as everything else."""
        return _asked(parts, request, "webhook")

    @routes.post("/webhook/{notice_id}/again", responses=documented(404), response_model=NoticeRow, tags=["house"])
    def again(request: Request, notice_id: PathId) -> NoticeRow | Response:
        """Tell it once more, under the same number."""
        with write(parts.services.engine) as connection:
            told = notices.again(connection, notice_id, actor_of(request), now=parts.now())
        return NoticeRow.model_validate(told) if told else problem(request, 404, "There is no such notice that ended.")


def _config(routes: APIRouter, parts: Parts) -> None:
    @routes.get("/config", responses=documented(409), response_model=ConfigOut, tags=["house"])
    def config(request: Request) -> ConfigOut | Response:
        """Every key and variable: what is in force, and the line or variable that it came from."""
        if parts.services.house is None:
            return problem(request, 409, NO_CONFIG)
        found = parts.services.house.config()
        files = [
            FileOut(name=one.name, there=one.there, taken=one.taken, problems=[str(wrong) for wrong in one.problems])
            for one in found.files
        ]
        return ConfigOut(
            folder=found.folder, current=found.current, files=files,
            settings=[ValueInForce.model_validate(one) for one in found.settings],
            environment=[ValueInForce.model_validate(one) for one in found.environment],
        )  # fmt: skip
