"""What would have been with one rule changed, which cases may be told, and how we review. Reads only."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from campaigns.what_if import BadChange, changed
from overture.db import lessons, vigilance
from overture.db.engine import read
from overture.db.views_cases import cases_used
from overture.db.views_line import nos_of, nos_to_revisit
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Limit, Page, PathName, Words, page_of
from overture.web.api.shapes_line import NoRow
from overture.web.api.shapes_lists import CaseOut, OptionOut, ReviewOut, WhatIfChange, WhatIfOut
from overture.web.deps import Parts
from overture.web.show import nos as show

_SPANS = {"day": timedelta(days=1), "week": timedelta(days=7), "month": timedelta(days=30)}
_NO_CAMPAIGN = "There is no such campaign."


def add(routes: APIRouter, parts: Parts) -> None:
    _what_if(routes, parts)
    _reading(routes, parts)


def _what_if(routes: APIRouter, parts: Parts) -> None:
    services = parts.services

    @routes.get(
        "/nos/options/{campaign_id}", responses=documented(404), response_model=Page[OptionOut], tags=["events"]
    )
    def options(request: Request, campaign_id: PathName) -> Page[OptionOut] | Response:
        """Which rules of a campaign can be tried otherwise, with how often each has said no."""
        campaign = next((one for one in services.campaigns() if one.id == campaign_id), None)
        if campaign is None:
            return problem(request, 404, _NO_CAMPAIGN)
        with read(services.engine) as connection:
            tried = show.tried(campaign, nos_of(connection, campaign_id))
        return page_of(OptionOut, ({**asdict(one.option), "nos": one.many} for one in tried))

    @routes.get("/nos/what-if", responses=documented(404, 409), response_model=WhatIfOut, tags=["events"])
    def what_if(
        request: Request,
        campaign: Words,
        code: Annotated[Words, Query(description="A rule, as `/nos/options` names it")],
        to: Annotated[Words, Query(description="What is written instead; without it the rule is left out")] = "",
    ) -> WhatIfOut | Response:
        """The last 30 days with one rule of a campaign changed or left out."""
        chosen = next((one for one in services.campaigns() if one.id == campaign), None)
        if chosen is None:
            return problem(request, 404, _NO_CAMPAIGN)
        other = changed(chosen, code, to or None)
        if isinstance(other, BadChange):
            return wrong_field(request, "query.to" if to else "query.code", other.message)
        if services.what_if is None:
            return problem(request, 409, "The workspace cannot be read, so nothing can be tried.")
        found = show.verdict(services.what_if(other), campaign)
        return WhatIfOut(
            campaign=campaign, events=found.events, before=found.before, after=found.after, more=found.more,
            fewer=found.fewer, changes=[_change(one) for one in found.changes],
        )  # fmt: skip


def _change(one: show.Change) -> WhatIfChange:
    event = " ".join(filter(None, (one.event.head, one.event.tail)))
    return WhatIfChange(
        trigger_id=one.trigger_id, event=event, account=one.account, account_id=one.account_id, on=one.on,
        before=one.before, after=one.after, gained=one.gained,
    )  # fmt: skip


def _reading(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/nos/again", responses=documented(), response_model=Page[NoRow], tags=["events"])
    def again(limit: Limit = 50) -> Page[NoRow]:
        """Nos that are looked at again, the next day first."""
        with read(engine) as connection:
            return page_of(NoRow, nos_to_revisit(connection, limit=limit))

    @routes.get("/cases", responses=documented(), response_model=Page[CaseOut], tags=["people"])
    def cases() -> Page[CaseOut]:
        """True stories of customers that we may tell, with the newest drafts that tell them."""
        with read(engine) as connection:
            used = cases_used(connection)
        known = parts.services.catalogue().cases
        return page_of(CaseOut, ({**asdict(case), "drafts": used.get(case.id, [])} for case in known))

    @routes.get("/review", responses=documented(), response_model=ReviewOut, tags=["decisions"])
    def review(span: Literal["day", "week", "month"] = "week") -> ReviewOut:
        """How people decide, and what rejections say again and again."""
        with read(engine) as connection:
            habits = vigilance.habits(connection, since=parts.now() - _SPANS[span])
            taught = lessons.lessons(connection, now=parts.now())
        return ReviewOut.model_validate({"habits": habits, "suggestions": taught.suggestions}, from_attributes=True)
