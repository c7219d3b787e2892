"""Signing in and out, and the one-time link of the first run."""

from __future__ import annotations

import hmac
import re
import secrets
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import knocks, sessions, setup_links, users
from overture.db.audit import Act, Actor, record
from overture.db.engine import read, write
from overture.web.auth.door import KNOWN_SECONDS, caller_address, known_browser, mark_for
from overture.web.auth.gate import cookie_name, seat_of_or_none
from overture.web.auth.passwords import objection
from overture.web.deps import Parts, go, safe_next, seat_of
from overture.web.security import request_id

_REFUSED = "That login and password do not go together."
_SLOW = "Too many tries from here. Wait a quarter of an hour, then try again."
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{1,63}")
Text = Annotated[str, Form(max_length=400)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    _door(routes, parts)
    _first_run(routes, parts)
    return routes


def _form_token(parts: Parts, nonce: str) -> str:
    return parts.services.keyring.digest("sign-in form", nonce)


def _login_page(
    parts: Parts, request: Request, problem: str = "", *, login: str = "", next_: str = "", status: int = 200
) -> Response:
    nonce = secrets.token_urlsafe(24)
    with read(parts.services.engine) as connection:
        empty = setup_links.needs_setup(connection)
    token = _form_token(parts, nonce)
    context = {"problem": problem, "login": login, "next": next_, "token": token, "empty": empty}
    response = parts.pages.render(request, "login.html", context, status=status)
    _cookie(response, _nonce_name(parts), nonce, https=parts.services.settings.https, seconds=3600)
    return response


def _try(parts: Parts, request: Request, login: str, password: str) -> users.User | int:
    """The user, or the status of the refusal. Who is unknown costs as much time as who is wrong."""
    services, now = parts.services, parts.now()
    engine, address = services.engine, caller_address(request, services.settings.proxies)
    with read(engine) as connection:
        found = users.password_of(connection, login)
        mark = request.cookies.get(_mark_name(parts), "")
        browser = known_browser(services.keyring, mark, found[0].id) if found else None
        knock = knocks.Knock.of(services.keyring, login, address, browser)
        if knocks.throttled(connection, knock, now=now):
            return 429
    right = parts.passwords.matches(found[1] if found else None, password)
    if found is not None and right and not found[0].disabled:
        return found[0]
    with write(engine) as connection:
        knocks.note_failure(connection, knock, by=_nobody(request), now=now)
    return 401


def _door(routes: APIRouter, parts: Parts) -> None:
    services = parts.services

    @routes.get("/login")
    def login_page(request: Request, next: str = "") -> Response:
        if seat_of_or_none(request) is not None:
            return go(safe_next(next))
        return _login_page(parts, request, next_=safe_next(next))

    @routes.post("/login")
    def login(request: Request, login: Text = "", password: Text = "", token: Text = "", next: Text = "") -> Response:
        nonce = request.cookies.get(_nonce_name(parts), "")
        if not nonce or not hmac.compare_digest(token.encode(), _form_token(parts, nonce).encode()):
            raise HTTPException(403, "The form was too old. Go back, load the page again and sign in.")
        found = _try(parts, request, login, password)
        if isinstance(found, users.User):
            return _signed_in(parts, request, found, safe_next(next))
        problem = _SLOW if found == 429 else _REFUSED
        return _login_page(parts, request, problem, login=login, next_=safe_next(next), status=found)

    @routes.post("/logout")
    def logout(request: Request) -> Response:
        seat, now = seat_of(request), parts.now()
        with write(services.engine) as connection:
            sessions.end_session(connection, seat.token_hash, now=now)
            record(connection, Actor(seat.user.id, "ui"), [Act("signed_out", "user", seat.user.id)], now=now)
        response = go("/login")
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        _cookie(response, cookie_name(services), "", https=services.settings.https, seconds=0)
        return response


def _first_run(routes: APIRouter, parts: Parts) -> None:
    services = parts.services

    def setup_form(request: Request, token: str, problem: str = "", **typed: str) -> Response:
        context = {"token": token, "problem": problem, "typed": {"id": "", "name": "", "email": ""} | typed}
        return parts.pages.render(request, "setup.html", context, status=422 if problem else 200)

    @routes.get("/setup/{token}")
    def setup_page(request: Request, token: str) -> Response:
        with read(services.engine) as connection:
            if not setup_links.setup_open(connection, token, now=parts.now()):
                raise HTTPException(404, "This setup link has been used or is too old. Start again for a new one.")
        return setup_form(request, token)

    @routes.post("/setup/{token}")
    def setup(
        request: Request, token: str, id: Text = "", name: Text = "", email: Text = "", password: Text = ""
    ) -> Response:
        wrong = account_objection(id, name, email, password)
        if wrong:
            return setup_form(request, token, wrong, id=id, name=name, email=email)
        hashed, now = parts.passwords.hash(password), parts.now()
        admin = users.User(id, name.strip(), "admin", email.strip() or None)
        with write(services.engine) as connection:
            wrong = users.taken(connection, id, admin.email)  # first: of two who post at once, one waits here
            if not setup_links.setup_open(connection, token, now=now):
                raise HTTPException(404, "This setup link has been used or is too old. Start again for a new one.")
            if wrong:
                return setup_form(request, token, wrong, id=id, name=name, email=email)
            setup_links.use_setup(connection, token, now=now)
            users.add_user(connection, admin, password_hash=hashed, by=Actor("setup", "ui"), now=now)
        return _signed_in(parts, request, admin, "/queue")


def account_objection(id_: str, name: str, email: str, password: str) -> str | None:
    """Why a new account cannot be made of this, or None."""
    if not _ID.fullmatch(id_):
        return "The login has 2 to 64 small letters, digits, dots, dashes or underscores."
    if not name.strip():
        return "The name is missing."
    return objection(password, about=(id_, email.partition("@")[0], *name.split()))


def _signed_in(parts: Parts, request: Request, user: users.User, target: str) -> Response:
    """A new session under a new token, whatever cookie came with the request."""
    services, now = parts.services, parts.now()
    with write(services.engine) as connection:
        token, _ = sessions.open_session(connection, user, address=None, now=now)
        record(
            connection, Actor(user.id, "ui", request_id(request.scope)), [Act("signed_in", "user", user.id)], now=now
        )
    response = go(target)
    _cookie(response, cookie_name(services), token, https=services.settings.https, seconds=None)
    mark = mark_for(services.keyring, user.id)
    _cookie(response, _mark_name(parts), mark, https=services.settings.https, seconds=KNOWN_SECONDS)
    return response


def _cookie(response: Response, name: str, value: str, *, https: bool, seconds: int | None) -> None:
    response.set_cookie(name, value, max_age=seconds, path="/", secure=https, httponly=True, samesite="lax")


def _nonce_name(parts: Parts) -> str:
    return f"{cookie_name(parts.services)}-form"


def _mark_name(parts: Parts) -> str:
    return f"{cookie_name(parts.services)}-known"


def _nobody(request: Request) -> Actor:
    return Actor("nobody", "ui", request_id(request.scope))
