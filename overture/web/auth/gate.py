"""The gate before every route: who asks, may they, and did the form come from our own page."""

from __future__ import annotations

import ipaddress
import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from fastapi import Request
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from overture.db import api_tokens, sessions, users
from overture.db.audit import Act, Actor, record
from overture.db.engine import read, write, write_soon
from overture.web import access
from overture.web.api.pace import Pace
from overture.web.api.problems import is_api
from overture.web.auth.tokens import masked, same_token
from overture.web.security import SAFE_METHODS, host_name, request_id
from overture.web.services import LOOPBACK_NAMES, WebServices


@dataclass(slots=True)
class Seat:
    """Who sits behind this request, as pages need to know it."""

    user: users.User
    csrf: str
    token_hash: str
    token: api_tokens.Token | None = None  # where a program asks, by a token of this user

    @property
    def form_token(self) -> str:
        return masked(self.csrf)

    def may(self, method: str, path: str) -> bool:
        return access.may(self.user.role, method, path)

    def preference(self, name: str, default: str) -> str:
        return str(self.user.preferences.get(name, default))


def cookie_name(services: WebServices) -> str:
    return "__Host-overture" if services.settings.https else "overture"


def peer(request: Request) -> str:
    return request.client.host if request.client else ""


def on_loopback(request: Request) -> bool:
    """The peer is this machine, the browser was told so too, and nobody in between speaks for others."""
    if "forwarded" in request.headers or "x-forwarded-for" in request.headers:
        return False
    try:
        near = ipaddress.ip_address(peer(request)).is_loopback
    except ValueError:
        return False
    return near and host_name(request.headers) in LOOPBACK_NAMES


# What an open page asks by itself is no sign that somebody sits before it, and keeps no session alive.
_BY_ITSELF = frozenset({"/queue/live", "/queue/news", "/drafts/{draft_id}/here"})


class Gate:
    """A dependency of the whole app; routes find the seat in `request.state.seat`."""

    def __init__(self, services: WebServices) -> None:
        self._services = services
        self._pace = Pace(services.settings.calls_per_minute)

    async def __call__(self, request: Request) -> None:
        path = request.scope["route"].path
        seat = None if _needs_no_seat(path) else await run_in_threadpool(self._seat, request)
        request.state.seat = seat
        if is_api(request) and seat is not None:
            self._not_too_fast(seat)
        self._admit(request, seat, path)
        if request.method not in SAFE_METHODS and seat is not None and seat.token is None:
            await self._check_form(request, seat)

    def _admit(self, request: Request, seat: Seat | None, path: str) -> None:
        role = seat.user.role if seat else None
        if access.may(role, request.method, path):
            self._within_scope(request, seat, path)
            return
        if seat is None:
            raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"} if is_api(request) else None)
        self._note_denial(request, seat, path)
        raise HTTPException(403, f"Your role, {seat.user.role}, does not allow this.")

    def _within_scope(self, request: Request, seat: Seat | None, path: str) -> None:
        needed = access.scope_of(request.method, path)
        if seat is None or seat.token is None or seat.token.allows(needed):
            return
        self._note_denial(request, seat, path)
        raise HTTPException(403, f"This token is for {', '.join(sorted(seat.token.scopes))}; this needs {needed}.")

    def _not_too_fast(self, seat: Seat) -> None:
        caller = f"token {seat.token.id}" if seat.token else f"user {seat.user.id}"
        seconds = self._pace.wait(caller)
        if seconds > 0:
            words = f"No more than {self._pace.per_minute} requests a minute. The next one may come soon."
            raise HTTPException(429, words, headers={"Retry-After": str(math.ceil(seconds))})

    def _note_denial(self, request: Request, seat: Seat, path: str) -> None:
        with write(self._services.engine) as connection:
            act = Act("denied", "route", f"{request.method} {path}"[:120])
            record(connection, actor(request, seat), [act], now=self._services.clock())

    async def _check_form(self, request: Request, seat: Seat) -> None:
        given = request.headers.get("x-csrf-token") or str((await request.form()).get("csrf", ""))
        if not same_token(given, seat.csrf):
            raise HTTPException(403, "The form is from an older session. Load the page again; your text is kept.")

    def _seat(self, request: Request) -> Seat | None:
        services, now = self._services, self._services.clock()
        if is_api(request) and "authorization" in request.headers:
            return self._by_token(request.headers["authorization"])
        token = request.cookies.get(cookie_name(services), "")
        if token:
            rules = services.settings
            with read(services.engine) as connection:
                found = sessions.live_session(
                    connection, token, idle=rules.session_idle, total=rules.session_total, now=now
                )
            if found:
                session, stale = found
                if stale and request.scope["route"].path not in _BY_ITSELF:
                    self._note_if_free(partial(sessions.touch_session, hashed=session.token_hash, now=now))
                return Seat(session.user, session.csrf, session.token_hash)
        return self._demo_seat(request)

    def _note_if_free(self, note: Callable[[Connection], object]) -> None:
        """When somebody was here last; the next request notes it where this one finds the database busy."""
        with suppress(OperationalError), write_soon(self._services.engine) as connection:
            note(connection)

    def _by_token(self, header: str) -> Seat | None:
        """Who brings a token is judged by it alone, whatever cookies come with it."""
        kind, _, secret = header.partition(" ")
        if kind.lower() != "bearer":
            return None
        services, now = self._services, self._services.clock()
        with read(services.engine) as connection:
            found = api_tokens.live_token(connection, secret.strip(), now=now)
        if found is None:
            return None
        user, token, stale = found
        if stale:
            self._note_if_free(partial(api_tokens.note_use, token_id=token.id, now=now))
        return Seat(user, "", "", token)

    def _demo_seat(self, request: Request) -> Seat | None:
        """The demo signs its one user in, for a reader on this machine only, and never by a post."""
        services = self._services
        if services.demo_user is None or request.method != "GET" or is_api(request) or not on_loopback(request):
            return None
        now = services.clock()
        with write(services.engine) as connection:
            user = users.find_user(connection, services.demo_user)
            if user is None:
                user = users.User(services.demo_user, "Demo reader", "admin")
                users.add_user(connection, user, password_hash=None, by=Actor("demo", "system"), now=now)
            if user.disabled:
                return None
            token, session = sessions.open_session(connection, user, address="loopback", now=now)
        request.scope["state"]["cookie"] = cookie_line(services, token)
        return Seat(user, session.csrf, session.token_hash)


def _needs_no_seat(path: str) -> bool:
    return access.RULES.get(("GET", path)) == access.ANYONE and path not in {"/login"}


def seat_of_or_none(request: Request) -> Seat | None:
    seat: Seat | None = getattr(request.state, "seat", None)
    return seat


def cookie_line(services: WebServices, token: str) -> str:
    secure = "; Secure" if services.settings.https else ""
    return f"{cookie_name(services)}={token}; Path=/; HttpOnly; SameSite=Lax{secure}"


def actor(request: Request, seat: Seat) -> Actor:
    """Who acts, for the audit; a token is named beside the request."""
    id_ = request_id(request.scope)
    if seat.token is not None:
        return Actor(seat.user.id, "api", f"{id_}/t{seat.token.id}")
    return Actor(seat.user.id, "ui", id_)
