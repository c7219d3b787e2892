"""What was not written and why; and what the last days would have been with one rule changed."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.campaign import Campaign
from campaigns.what_if import BadChange, changed
from overture.db import views_line as line
from overture.db.engine import read
from overture.jobs.replay import DAYS
from overture.web.deps import Parts
from overture.web.show import nos as show

Words = Annotated[str, Query(max_length=200)]


def router(parts: Parts) -> APIRouter:
    routes = APIRouter()
    engine, render = parts.services.engine, parts.pages.render

    @routes.get("/nos")
    def nos(
        request: Request, rule: Words = "", campaign: Words = "", show_: Annotated[str, Query(alias="show")] = "",
        by: Words = "", after: int | None = None,
    ) -> Response:  # fmt: skip
        every = show_ == "all"
        with read(engine) as connection:
            page = line.no_page(
                connection, rule=rule or None, campaign=campaign or None, written_too=every, after=after
            )
            reasons = line.no_reasons(connection, written_too=every)
            again = line.nos_to_revisit(connection) if by == "day" else ()
        context = {
            "page": page, "reasons": reasons, "counts": show.by_rule(reasons), "again": again, "by": by, "rule": rule,
            "campaign": campaign, "show": "all" if every else "", "after": after, "rules": show.RULES,
            "known": {one.id for one in parts.services.campaigns()},
        }  # fmt: skip
        return render(request, "nos.html", context)

    @routes.get("/nos/what-if")
    def what_if(
        request: Request, campaign: Words = "", code: Words = "", to: Words = "", off: bool = False
    ) -> Response:
        known = parts.services.campaigns()
        chosen = next((one for one in known if one.id == campaign), known[0] if known and not campaign else None)
        if campaign and chosen is None:
            raise HTTPException(404)
        with read(engine) as connection:
            said = line.nos_of(connection, chosen.id) if chosen else ()
        context: dict[str, Any] = {
            "campaigns": known, "chosen": chosen, "options": show.tried(chosen, said) if chosen else (),
            "code": code, "to": to, "off": off, "problem": "", "verdict": None, "days": DAYS,
        }  # fmt: skip
        if chosen is not None and code:
            context |= _looked(parts, chosen, code, None if off else to)
        return render(request, "what_if.html", context, status=422 if context["problem"] else 200)

    return routes


def _looked(parts: Parts, campaign: Campaign, code: str, to: str | None) -> dict[str, Any]:
    """What would have been, or why it cannot be said."""
    other = changed(campaign, code, to)
    if isinstance(other, BadChange):
        return {"problem": other.message}
    replay = parts.services.what_if
    if replay is None:
        return {"problem": "The workspace cannot be read, so nothing can be tried."}
    return {"verdict": show.verdict(replay(other), campaign.id)}
