"""What came of messages."""

from __future__ import annotations

from collections import Counter

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
            rows = people_outcomes.list_outcomes(connection)
        counts = Counter(row["kind"] for row in rows).most_common()
        context = {"rows": rows[:_SHOWN], "found": len(rows), "counts": counts}
        return parts.pages.render(request, "outcomes.html", context)

    return routes
