"""The log: who did what, filtered, and as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from overture.db.engine import read
from overture.db.views_people import audit_page
from overture.web.audit_file import Form, audit_file
from overture.web.deps import Parts

Words = Annotated[str, Query(max_length=120)]
Number = Annotated[int | None, Query(ge=1, le=2**63 - 1)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    engine = parts.services.engine

    @routes.get("/audit")
    def audit(
        request: Request, actor: Words = "", action: Words = "", thing: Words = "", after: Number = None,
        line: Number = None,
    ) -> Response:  # fmt: skip
        """`line` is the number of one, under which it can always be found."""
        with read(engine) as connection:
            page = audit_page(
                connection, actor=actor or None, action=action or None, thing=thing or None, after=after, line=line
            )  # fmt: skip
        asked = {"actor": actor, "action": action, "thing": thing}
        return parts.pages.render(
            request, "audit.html", {"page": page, **asked, "asked": asked, "after": after, "line": line}
        )

    @routes.get("/audit.{form}")
    def export(form: Form, actor: Words = "", action: Words = "", thing: Words = "") -> Response:
        return audit_file(engine, form, actor=actor, action=action, thing=thing)

    return routes
