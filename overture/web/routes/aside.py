"""What the line gave up on, and trying it once more."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db import set_aside
from overture.db.engine import read
from overture.web.deps import Parts, actor_of, go


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/aside")
    def aside(request: Request, again: Annotated[int | None, Query(ge=0)] = None) -> Response:
        with read(engine) as connection:
            rows = set_aside.listed(connection)
        return render(request, "aside.html", {"rows": rows, "again": again})

    @routes.post("/aside/retry")
    def retry(
        request: Request, kind: Annotated[str, Form(max_length=20)] = "", id: Annotated[int | None, Form()] = None
    ) -> Response:
        by, now = actor_of(request), parts.now()
        kinds = [one for one in set_aside.KINDS if kind in ("", one)]
        if not kinds:
            raise HTTPException(422)
        ids = None if id is None else [id]
        again = [set_aside.retry(engine, one, ids, by, now=now) for one in kinds]
        return go(f"/aside?again={sum(map(len, again))}")

    return routes
