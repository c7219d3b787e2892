"""Names of an account that people teach, on its page."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from overture.db.engine import write
from overture.db.taught_names import Kind, forget, teach
from overture.web.deps import Parts, actor_of, go


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    engine = parts.services.engine

    @routes.post("/accounts/{account_id}/names")
    def taught(request: Request, account_id: str, name: Annotated[str, Form(max_length=300)] = "") -> Response:
        with write(engine) as connection:
            wrong = teach(connection, account_id, name, actor_of(request), now=parts.now())
        if wrong:
            raise HTTPException(422, wrong)
        return go(f"/accounts/{quote(account_id, safe='')}")

    @routes.post("/accounts/{account_id}/names/remove")
    def forgotten(
        request: Request, account_id: str, kind: Annotated[Kind, Form()],
        which: Annotated[int, Form(ge=1, le=2**63 - 1)],
    ) -> Response:  # fmt: skip
        with write(engine) as connection:
            if not forget(connection, account_id, kind, which, actor_of(request), now=parts.now()):
                raise HTTPException(404)
        return go(f"/accounts/{quote(account_id, safe='')}")

    return routes
