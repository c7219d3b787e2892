"""The web app, made from what it is given."""

from __future__ import annotations

from fastapi import Depends, FastAPI, Request
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from overture.web import access, errors
from overture.web.acts import Acts
from overture.web.api import routes as api
from overture.web.auth.gate import Gate
from overture.web.auth.passwords import Passwords
from overture.web.deps import Parts
from overture.web.live import Live
from overture.web.pages import Pages
from overture.web.routes import (
    aside,
    audit,
    auth,
    demo,
    drafts,
    house,
    outbox,
    people,
    questions,
    queue,
    relations,
    review,
    settings,
    settings_house,
    settings_keys,
    settings_stops,
    sources,
    triggers,
    unsubscribe,
    writing,
)
from overture.web.routes import live as live_routes
from overture.web.security import Door, Shell
from overture.web.services import WebServices
from overture.web.static_files import StaticFiles


def create_app(services: WebServices) -> FastAPI:
    """All pages. Raises `LookupError` when a route has no rule of access."""
    static = StaticFiles()
    pages = Pages(services, static)
    parts = Parts(services, pages, Passwords(services.settings))
    app = FastAPI(
        title="Overture", version=services.settings.version, docs_url=None, redoc_url=None, openapi_url=None,
        dependencies=[Depends(Gate(services))],
    )  # fmt: skip
    acts, live = Acts(parts), Live(parts)
    app.state.live, app.state.warm = live, pages.warm
    routers = (
        auth.router(parts), queue.router(parts, acts), drafts.router(parts, acts),
        triggers.router(parts), questions.router(parts),
        live_routes.router(parts, live), review.router(parts), aside.router(parts), outbox.router(parts),
        sources.router(parts), people.router(parts), *relations.routers(parts), *writing.routers(parts),
        settings.router(parts), settings_keys.router(parts), settings_house.router(parts), settings_stops.router(parts),
        house.router(parts, static), audit.router(parts),
        unsubscribe.router(parts), demo.router(parts), api.router(parts),
    )  # fmt: skip
    for router in routers:
        app.include_router(router)
    access.check_complete(route for router in routers for route in router.routes)
    errors.install(app, pages, https=services.settings.https)
    _surround(app, services, pages)
    return app


def _surround(app: FastAPI, services: WebServices, pages: Pages) -> None:
    """Layers, from the inside out: packing, the door, headers."""
    details = {"host": "This app does not answer to that host name.", "stranger": "The form came from another site."}

    def refuse(request: Request, status: int, why: str) -> Response:
        return errors.error_response(pages, request, status, details.get(why, ""))

    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(Door, settings=services.settings, refuse=refuse)
    app.add_middleware(Shell, settings=services.settings)
