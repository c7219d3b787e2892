"""Settings: how it looks, your password, your tokens, and for admins the people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import api_tokens, users
from overture.db.engine import read, write
from overture.db.tables.running import ROLES
from overture.web import keys
from overture.web.auth.passwords import objection
from overture.web.auth.proof import refusal
from overture.web.deps import Parts, actor_of, go, seat_of
from overture.web.routes.auth import account_objection

Words = Annotated[str, Query(max_length=120)]
Field = Annotated[str, Form(max_length=300)]
_DAYS = (7, 30, 90, 365)
_CHOICES = {
    "theme": ("system", "light", "dark"),
    "density": ("comfortable", "compact"),
    "shortcuts": ("default", "gmail", "prodigy", keys.OFF),
    "toasts": ("20", "60", "0"),
    "progress": ("shown", "hidden"),
}
_SAID = {"saved": "Saved.", "password": "Your password is changed.", "revoked": "That token opens nothing any more."}


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    page = SettingsPage(parts)
    _settings(routes, parts, page)
    _tokens(routes, parts, page)
    _users(routes, parts, page)
    return routes


@dataclass(frozen=True, slots=True)
class Refused:
    """What went wrong in which form of the page, with what was typed there; passwords are typed again."""

    at: str = ""  # the form's anchor
    problem: str = ""
    typed: Mapping[str, Any] = field(default_factory=dict)


class SettingsPage:
    """The page, with what was said or went wrong."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def show(
        self, request: Request, *, wrong: Refused | None = None, said: str = "", made: str = "", status: int = 200
    ) -> Response:
        """`made` is the secret of a new token, which is never shown again."""
        user = seat_of(request).user
        with read(self._parts.services.engine) as connection:
            context = {
                "choices": _CHOICES, "everyone": users.list_users(connection), "roles": ROLES,
                "wrong": wrong or Refused(),
                "said": said, "made": made, "days": _DAYS, "scopes": api_tokens.SCOPES,
                "tokens": [one for one in api_tokens.list_tokens(connection, user.id) if one.revoked_at is None],
                "needs_password": (users.password_of(connection, user.id) or (user, None))[1] is not None,
            }  # fmt: skip
        return self._parts.pages.render(request, "settings.html", context, status=status)


def _settings(routes: APIRouter, parts: Parts, page: SettingsPage) -> None:
    services = parts.services

    @routes.get("/settings")
    def settings(request: Request, said: Words = "") -> Response:
        return page.show(request, said=_SAID.get(said, ""))

    @routes.post("/settings")
    def save(
        request: Request, theme: Field = "", density: Field = "", shortcuts: Field = "", toasts: Field = "",
        progress: Field = "",
        next: Field = "",
    ) -> Response:  # fmt: skip
        given = {"theme": theme, "density": density, "shortcuts": shortcuts, "toasts": toasts, "progress": progress}
        user = seat_of(request).user
        kept = {name: value for name, value in given.items() if value in _CHOICES[name]}
        with write(services.engine) as connection:
            users.save_preferences(connection, user.id, {**user.preferences, **kept})
        return go(next or "/settings?said=saved")

    @routes.post("/settings/password")
    def password(request: Request, current: Field = "", fresh: Field = "") -> Response:
        user, now = seat_of(request).user, parts.now()
        wrong = refusal(parts, request, current, needed=True) or objection(fresh, about=(user.id, *user.name.split()))
        if wrong:
            return page.show(request, wrong=Refused("password", wrong), status=422)
        hashed = parts.passwords.hash(fresh)
        with write(services.engine) as connection:
            users.set_password(connection, user.id, hashed, by=actor_of(request), now=now)
        return go("/login")


def _tokens(routes: APIRouter, parts: Parts, page: SettingsPage) -> None:
    services = parts.services

    @routes.post("/settings/tokens")
    def make(
        request: Request, name: Field = "", days: Annotated[int, Form(ge=1, le=api_tokens.MOST_DAYS)] = 90,
        scope: Annotated[list[str] | None, Form()] = None, current: Field = "",
    ) -> Response:  # fmt: skip
        """The answer is the page itself, since the secret must not travel in an address."""
        typed = {"name": name, "days": days, "scope": scope or []}
        if wrong := refusal(parts, request, current):
            return page.show(request, wrong=Refused("tokens", wrong, typed), status=422)
        user, by = seat_of(request).user, actor_of(request)
        with write(services.engine) as connection:
            made = api_tokens.add_token(
                connection, user.id, name, scopes=(scope or [])[:10], days=days, by=by, now=parts.now()
            )
        if isinstance(made, str):
            return page.show(request, wrong=Refused("tokens", made, typed), status=422)
        return page.show(request, made=made[0])

    @routes.post("/settings/tokens/{token_id}/revoke")
    def revoke(request: Request, token_id: int) -> Response:
        user, by = seat_of(request).user, actor_of(request)
        with write(services.engine) as connection:
            if not api_tokens.revoke(connection, token_id, by=by, now=parts.now(), owner=user.id):
                raise HTTPException(404)
        return go("/settings?said=revoked")


def _users(routes: APIRouter, parts: Parts, page: SettingsPage) -> None:
    services = parts.services

    @routes.post("/settings/users")
    def add(
        request: Request, id: Field = "", name: Field = "", email: Field = "", role: Field = "", password: Field = ""
    ) -> Response:
        typed = {"id": id, "name": name, "email": email, "role": role}
        wrong = account_objection(id, name, email, password)
        if wrong or role not in ROLES:
            return page.show(request, wrong=Refused("people", wrong or "Choose a role.", typed), status=422)
        hashed = parts.passwords.hash(password)
        user = users.User(id, name.strip(), role, email.strip() or None)
        with write(services.engine) as connection:
            wrong = users.taken(connection, id, user.email)
            if not wrong:
                users.add_user(connection, user, password_hash=hashed, by=actor_of(request), now=parts.now())
        if wrong:
            return page.show(request, wrong=Refused("people", f"{wrong} Nothing was changed.", typed), status=409)
        return go("/settings?said=saved")

    @routes.post("/settings/users/{user_id}")
    def change(request: Request, user_id: str, role: Field = "", disabled: Field = "") -> Response:
        by, now = actor_of(request), parts.now()
        with write(services.engine) as connection:
            user = users.find_user(connection, user_id)
            if user is None:
                raise HTTPException(404)
            loses = user.role == "admin" and (role not in ("", "admin") or disabled == "yes")
            last = loses and not users.other_admins(connection, user_id)
            if role in ROLES and role != user.role and not last:
                users.set_role(connection, user_id, role, by=by, now=now)
            if disabled in ("yes", "no") and (disabled == "yes") != user.disabled and not last:
                users.set_disabled(connection, user_id, disabled == "yes", by=by, now=now)
        if last:
            said = f"{user.name} is the last admin. Make somebody else an admin first."
            return page.show(request, wrong=Refused("people", said), status=409)
        return go("/settings?said=saved")
