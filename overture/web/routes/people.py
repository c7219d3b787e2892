"""What came of messages."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from overture.db import people_outcomes
from overture.db.engine import read
from overture.web.deps import Parts

_SHOWN = 200  # of the latest, on one page


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()

    @routes.get("/outcomes")
    def outcomes(request: Request) -> Response:
        with read(parts.services.engine) as connection:
            rows = people_outcomes.list_outcomes(connection, limit=_SHOWN)
            counts = people_outcomes.count_outcomes(connection)
        context = {"rows": rows, "found": sum(counts.values()), "counts": counts.items()}
        return parts.pages.render(request, "outcomes.html", context)

    return routes
