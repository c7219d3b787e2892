"""The house itself: search, help, log, settings and users, health, static files."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from overture import metrics
from overture.db import users
from overture.db import views_line as line
from overture.db import views_people as people
from overture.db.engine import read, write
from overture.db.pulse import pulse
from overture.db.tables.running import ROLES
from overture.db.views import TABS, queue_page
from overture.web import keys
from overture.web.auth.passwords import objection
from overture.web.deps import Parts, actor_of, go, reply_json, seat_of, wants_json
from overture.web.routes.auth import account_objection
from overture.web.show.words import event_label
from overture.web.static_files import StaticFiles
from overture.web.where import Where
from triggers.limits import Limits

Words = Annotated[str, Query(max_length=120)]
Field = Annotated[str, Form(max_length=300)]
_WORKER_LATE = timedelta(seconds=60)
_CHOICES = {
    "theme": ("system", "light", "dark"),
    "density": ("comfortable", "compact"),
    "shortcuts": ("default", "gmail", "prodigy", keys.OFF),
    "toasts": ("20", "60", "0"),
}


def router(parts: Parts, static: StaticFiles) -> APIRouter:
    routes = APIRouter()
    _finding(routes, parts)
    _settings(routes, parts)
    _users(routes, parts)
    _health(routes, parts, static)
    return routes


def _finding(routes: APIRouter, parts: Parts) -> None:
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/search")
    def search(request: Request, q: Words = "") -> Response:
        found = _found(parts, seat_of(request).user.id, q.strip())
        if wants_json(request):
            return reply_json({"found": _places(found)})
        return render(request, "search.html", {"q": q, **found})

    @routes.get("/help")
    def help_page(request: Request) -> Response:
        return render(request, "help.html", {})

    @routes.get("/audit")
    def audit(
        request: Request, actor: Words = "", action: Words = "", thing: Words = "", after: int | None = None
    ) -> Response:
        with read(engine) as connection:
            page = people.audit_page(
                connection, actor=actor or None, action=action or None, thing=thing or None, after=after
            )
        context = {"page": page, "actor": actor, "action": action, "thing": thing, "after": after}
        return render(request, "audit.html", context)


def _found(parts: Parts, user: str, words: str) -> dict[str, Any]:
    """Drafts of every tab, accounts and triggers that hold the words."""
    if not words:
        return {"rows": [], "accounts": (), "triggers": ()}
    with read(parts.services.engine) as connection:
        pages = [queue_page(connection, Where(tab, words).parsed(user).query).rows for tab in TABS]
        accounts = people.account_list(connection, words=words, after=None, limit=10)[:10]
        triggers = line.trigger_page(connection, line.TriggerFilter(words=words), after=None, limit=10).rows
    rows = {row.id: row for page in pages for row in page}
    return {"rows": list(rows.values())[:20], "accounts": accounts, "triggers": triggers}


def _places(found: dict[str, Any]) -> list[dict[str, str]]:
    """What was found, as the command palette shows it: words, and where they lead."""
    drafts = [(f"/drafts/{row.id}", f"{row.account}: {row.subject}", f"draft, {row.state}") for row in found["rows"]]
    accounts = [(f"/accounts/{quote(row['id'], safe='')}", row["name"], "account") for row in found["accounts"]]
    events = [
        (f"/triggers/{row['id']}", f"{row['company']}: {event_label(row['kind'], row['facts']).head}", "trigger")
        for row in found["triggers"]
    ]
    every = [*drafts[:6], *accounts[:6], *events[:6]]
    return [{"to": to, "label": label, "kind": kind} for to, label, kind in every]


def _settings(routes: APIRouter, parts: Parts) -> None:
    services = parts.services

    def page(request: Request, *, problem: str = "", said: str = "", status: int = 200) -> Response:
        with read(services.engine) as connection:
            everyone = users.list_users(connection)
        context = {"choices": _CHOICES, "everyone": everyone, "roles": ROLES, "problem": problem, "said": said}
        return parts.pages.render(request, "settings.html", context, status=status)

    @routes.get("/settings")
    def settings(request: Request, said: Words = "") -> Response:
        return page(request, said={"saved": "Saved.", "password": "Your password is changed."}.get(said, ""))

    @routes.post("/settings")
    def save(
        request: Request, theme: Field = "", density: Field = "", shortcuts: Field = "", toasts: Field = "",
        next: Field = "",
    ) -> Response:  # fmt: skip
        given = {"theme": theme, "density": density, "shortcuts": shortcuts, "toasts": toasts}
        user = seat_of(request).user
        kept = {name: value for name, value in given.items() if value in _CHOICES[name]}
        with write(services.engine) as connection:
            users.save_preferences(connection, user.id, {**user.preferences, **kept})
        return go(next or "/settings?said=saved")

    @routes.post("/settings/password")
    def password(request: Request, current: Field = "", fresh: Field = "") -> Response:
        user, now = seat_of(request).user, parts.now()
        with read(services.engine) as connection:
            found = users.password_of(connection, user.id)
        if not parts.passwords.matches(found[1] if found else None, current):
            return page(request, problem="The present password is not right.", status=422)
        wrong = objection(fresh, about=(user.id, *user.name.split()))
        if wrong:
            return page(request, problem=wrong, status=422)
        hashed = parts.passwords.hash(fresh)
        with write(services.engine) as connection:
            users.set_password(connection, user.id, hashed, by=actor_of(request), now=now)
        return go("/login")


def _users(routes: APIRouter, parts: Parts) -> None:
    services = parts.services

    @routes.post("/settings/users")
    def add(
        request: Request, id: Field = "", name: Field = "", email: Field = "", role: Field = "", password: Field = ""
    ) -> Response:
        wrong = account_objection(id, name, email, password)
        if wrong or role not in ROLES:
            raise HTTPException(422, wrong or "Choose a role.")
        hashed = parts.passwords.hash(password)
        user = users.User(id, name.strip(), role, email.strip() or None)
        with write(services.engine) as connection:
            if users.find_user(connection, id):
                raise HTTPException(409, "This login is taken.")
            users.add_user(connection, user, password_hash=hashed, by=actor_of(request), now=parts.now())
        return go("/settings?said=saved")

    @routes.post("/settings/users/{user_id}")
    def change(request: Request, user_id: str, role: Field = "", disabled: Field = "") -> Response:
        by, now = actor_of(request), parts.now()
        with write(services.engine) as connection:
            user = users.find_user(connection, user_id)
            if user is None:
                raise HTTPException(404)
            loses = user.role == "admin" and (role not in ("", "admin") or disabled == "yes")
            if loses and not users.other_admins(connection, user_id):
                raise HTTPException(409, "This is the last admin. Make somebody else an admin first.")
            if role in ROLES and role != user.role:
                users.set_role(connection, user_id, role, by=by, now=now)
            if disabled in ("yes", "no") and (disabled == "yes") != user.disabled:
                users.set_disabled(connection, user_id, disabled == "yes", by=by, now=now)
        return go("/settings?said=saved")


def _seconds(ago: timedelta | None) -> int | None:
    return None if ago is None else int(ago.total_seconds())


def _health(routes: APIRouter, parts: Parts, static: StaticFiles) -> None:
    @routes.get("/healthz")
    def healthz() -> Response:
        """This process answers."""
        return JSONResponse({"ok": True, "version": parts.services.settings.version})

    @routes.get("/readyz")
    def readyz() -> Response:
        """The database answers and a worker has moved lately; the broker may be away, then work comes later."""
        found = pulse(parts.services.engine)
        ready = found.beats(within=_WORKER_LATE)
        body = {
            "ready": ready,
            "database": "ok" if found.database else "no answer",
            "worker_seen_seconds_ago": _seconds(found.worker),
            "broker_seen_seconds_ago": _seconds(found.canary),
        }
        return JSONResponse(body, status_code=200 if ready else 503)

    @routes.get("/metrics")
    def numbers() -> Response:
        """Counts only; a door to the outside should not let it through (docs/production.md)."""
        body = metrics.render(parts.services.engine, now=parts.now(), limits=Limits())
        return Response(body or b"", media_type=metrics.CONTENT_TYPE, status_code=200 if body else 503)

    @routes.get("/static/{digest}/{name:path}")
    def files(request: Request, digest: str, name: str) -> Response:
        found = static.serve(request, name)
        if found is None:
            raise HTTPException(404)
        return found

    @routes.get("/favicon.ico")
    def favicon(request: Request) -> Response:
        found = static.serve(request, "mark.svg")
        assert found is not None
        return found
