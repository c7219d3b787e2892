"""What routes share: the app's parts, who asks, and going somewhere else afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import Form, Request
from sqlalchemy import Connection
from starlette.responses import JSONResponse, RedirectResponse, Response

from overture.db.audit import Actor
from overture.db.views import Counts
from overture.web.auth.gate import Seat, actor
from overture.web.auth.passwords import Passwords
from overture.web.pages import Pages
from overture.web.services import WebServices
from overture.web.show import when

Moment = Annotated[float | None, Form(ge=0, le=1e11)]  # seconds since 1970, from a page
Reading = Connection  # what routes hand on to the functions of `overture.db`; they hold no SQL themselves


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the app that routes are made with."""

    services: WebServices
    pages: Pages
    passwords: Passwords

    @property
    def zone(self) -> tzinfo:
        return when.zone(self.services.settings.time_zone)

    def now(self) -> datetime:
        return self.services.clock()

    def day_began(self) -> datetime:
        """Midnight of the workspace's day, in UTC."""
        local = self.now().astimezone(self.zone)
        return local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


def seat_of(request: Request) -> Seat:
    """Who sits behind a request that has passed the gate."""
    seat = request.state.seat
    assert isinstance(seat, Seat)
    return seat


def actor_of(request: Request) -> Actor:
    return actor(request, seat_of(request))


def wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def safe_next(target: str | None, *, default: str = "/queue") -> str:
    """A path of this site, or the default: never another host, whatever the spelling."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return default
    if "\\" in target or any(ord(letter) < 33 for letter in target):
        return default
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc else default


def go(target: str) -> RedirectResponse:
    """After a post: see the other page."""
    return RedirectResponse(quote(safe_next(target), safe="/?&=%:@,+~.-_"), status_code=303)


def too_long(parts: Parts, body: bytes, *, around: int = 8_192) -> bool:
    """Whether a list that travels with its page would be refused when it comes back with `around` bytes of a form:
    forms end each line with two characters."""
    back = len(body) + body.count(b"\n") - body.count(b"\r\n")
    return back > parts.services.settings.body_limit - around


def csv_file(text: str, name: str) -> Response:
    """A sheet to keep, under this name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


def typed_at(typed: float | None, now: datetime) -> datetime:
    """When words stood in a page, by our clock as the page knows it; on their way they may overtake each other."""
    return now if typed is None else min(now, datetime.fromtimestamp(typed, UTC))


def reply_json(body: dict[str, object], status: int = 200) -> Response:
    return JSONResponse(body, status_code=status)


def progress(counts: Counts) -> dict[str, object]:
    """Done today and still waiting for this person or for anybody, and the minutes left at their pace.

    Taking a draft moves it between the two and changes neither number.
    """
    left = counts.waiting
    minutes = None if counts.pace is None else max(1, round(counts.pace.total_seconds() * left / 60))
    return {"done": counts.decided_today, "total": counts.decided_today + left, "minutes": minutes, "left": left}
