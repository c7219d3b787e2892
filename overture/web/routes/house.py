"""The house itself: search, help, health, static files."""

from __future__ import annotations

import hmac
from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from overture import metrics
from overture.db import views_people as people
from overture.db import views_triggers as line
from overture.db.engine import read
from overture.db.pulse import pulse
from overture.db.queue_words import held
from overture.db.views import QueueRow, queue_page
from overture.web.auth.gate import on_loopback
from overture.web.deps import Parts, Reading, reply_json, seat_of, wants_json
from overture.web.services import WebSettings
from overture.web.show.words import event_label
from overture.web.static_files import StaticFiles
from overture.web.where import Where
from triggers.limits import Limits

Words = Annotated[str, Query(max_length=120)]
Field = Annotated[str, Form(max_length=300)]
_WORKER_LATE = timedelta(seconds=60)
_MOST_FOUND = 20


def router(parts: Parts, static: StaticFiles) -> APIRouter:
    routes = APIRouter()
    _finding(routes, parts)
    _health(routes, parts, static)
    return routes


def _finding(routes: APIRouter, parts: Parts) -> None:
    render = parts.pages.render

    @routes.get("/search")
    def search(request: Request, q: Words = "") -> Response:
        found = _found(parts, seat_of(request).user.id, q.strip())
        if wants_json(request):
            return reply_json({"found": _places(found)})
        return render(request, "search.html", {"q": q, **found})

    @routes.get("/help")
    def help_page(request: Request) -> Response:
        return render(request, "help.html", {})


def _found(parts: Parts, user: str, words: str) -> dict[str, Any]:
    """Drafts of every tab, accounts and triggers that hold the words."""
    if not words:
        return {"rows": [], "accounts": (), "triggers": ()}
    with read(parts.services.engine) as connection:
        rows = _drafts_found(connection, user, words)
        accounts = people.accounts_found(connection, words, most=10)
        triggers = line.trigger_page(connection, line.TriggerFilter(words=words), after=None, limit=10).rows
    return {"rows": rows, "accounts": accounts, "triggers": triggers}


def _drafts_found(connection: Reading, user: str, words: str) -> list[QueueRow]:
    """This reader's own, then what nobody has taken, then any, until there are enough."""
    found: dict[int, QueueRow] = {}
    mine = replace(Where("mine", words).parsed(user).query, limit=_MOST_FOUND)
    asked = held(connection, mine.words)
    for query in (mine, replace(mine, tab="unassigned"), replace(mine, tab="every", sort="newest")):
        if len(found) < _MOST_FOUND and (query is mine or mine.tab == "mine"):  # else the words name a tab: is:decided
            found |= {row.id: row for row in queue_page(connection, query, asked).rows}
    return list(found.values())[:_MOST_FOUND]


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


def _seconds(ago: timedelta | None) -> int | None:
    return None if ago is None else int(ago.total_seconds())


def _may_count(request: Request, settings: WebSettings) -> bool:
    """With a token set it is needed from anywhere. Without one only loopback may ask, and only where no proxy stands
    in front: behind one, everybody comes from near."""
    if settings.metrics_token:
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        return kind.lower() == "bearer" and hmac.compare_digest(given.encode(), settings.metrics_token.encode())
    return on_loopback(request) and not settings.published


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
    def numbers(request: Request) -> Response:
        """Counts only, and not for everybody: for who brings the token, else for this machine alone."""
        if not _may_count(request, parts.services.settings):
            raise HTTPException(403, "Set OVERTURE_METRICS_TOKEN and send it as a bearer token (docs/production.md).")
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
