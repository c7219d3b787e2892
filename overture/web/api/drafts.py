"""Reading drafts: the queue's lists and filters, one draft with all that its page shows, its versions."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from campaigns.review import DraftState
from overture.db.engine import read
from overture.db.views import queue_page, tab_counts
from overture.db.views_draft import DraftView, draft_view, version_text
from overture.web.api.problems import documented, problem, wrong_field
from overture.web.api.shapes import Cursor, Limit, Page, PathId, Words, page_of
from overture.web.api.shapes_drafts import (
    ActOut,
    CheckOut,
    ClaimOut,
    CommentOut,
    CountsOut,
    DraftOut,
    DraftRow,
    HandoffBrief,
    MatchOut,
    PersonOut,
    Telling,
    VersionOut,
    VersionRow,
)
from overture.web.deps import Parts, seat_of
from overture.web.draft_page import DraftPage, caps_of, draft_page
from overture.web.where import Where

Tab = Literal["mine", "unassigned", "snoozed", "outbox", "blocked", "decided"]
Sort = Literal["score", "expiry", "newest", "decided"]
_SEARCH = "The queue's own language: `source:` `story:` `owner:` `kind:` `by:` `is:` `score:>60` and words"


def add(routes: APIRouter, parts: Parts) -> None:
    _lists(routes, parts)
    _one(routes, parts)


def _lists(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/drafts", responses=documented(), response_model=Page[DraftRow], tags=["drafts"])
    def drafts(
        request: Request,
        tab: Annotated[Tab | None, Query(description="A tab of the queue; without one, every draft")] = None,
        q: Annotated[Words, Query(description=_SEARCH)] = "",
        state: DraftState | None = None,
        sort: Sort | None = None,
        cursor: Cursor = None,
        limit: Limit = 50,
    ) -> Page[DraftRow] | Response:
        """Drafts, one page at a time."""
        parsed = Where(tab or "", q, sort or "").parsed(seat_of(request).user.id, after=cursor)
        if parsed.unknown:
            return wrong_field(request, "query.q", f"Not understood: {' '.join(parsed.unknown)}")
        query = replace(parsed.query, limit=limit, state=state or parsed.query.state)
        if tab is None and "is:" not in q:
            query = replace(query, tab="every", sort=sort or "newest")
        with read(engine) as connection:
            found = queue_page(connection, query)
        return page_of(DraftRow, found.rows, found.after)

    @routes.get("/drafts/counts", responses=documented(), response_model=CountsOut, tags=["drafts"])
    def counts(request: Request) -> CountsOut:
        """How many drafts each tab of the queue holds for you."""
        with read(engine) as connection:
            user = seat_of(request).user.id
            found = tab_counts(connection, user, day_began=parts.day_began(), now=parts.now())
        return CountsOut.model_validate(found)


def _one(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/drafts/{draft_id}", responses=documented(404), response_model=DraftOut, tags=["drafts"])
    def draft(request: Request, draft_id: PathId) -> DraftOut | Response:
        """One draft: its text, where each claim comes from, why it was written, what is safe, what was decided."""
        services = parts.services
        with read(engine) as connection:
            caps = caps_of(services.campaigns(), "")
            view = draft_view(
                connection, draft_id, keys=services.keyring, now=parts.now(),
                contact_window=caps.per_contact.window, account_window=caps.per_account.window,
            )  # fmt: skip
            if view is None:
                return problem(request, 404, "There is no such draft.")
        outbox, campaign = services.outbox(), view.draft["campaign"]
        page = draft_page(
            view, company=outbox.company, hold=outbox.hold_of(campaign),
            caps=caps_of(services.campaigns(), campaign), now=parts.now(),
        )  # fmt: skip
        return _draft_out(view, page)

    @routes.get(
        "/drafts/{draft_id}/versions/{version}", responses=documented(404), response_model=VersionOut, tags=["drafts"]
    )
    def version(request: Request, draft_id: PathId, version: PathId) -> VersionOut | Response:
        """One version of a draft; versions never change."""
        with read(engine) as connection:
            found = version_text(connection, draft_id, version)
        if found is None:
            return problem(request, 404, "There is no such version.")
        return VersionOut.model_validate(found)


def _draft_out(view: DraftView, page: DraftPage) -> DraftOut:
    draft = view.draft
    return DraftOut(
        draft=_row(view),
        text=VersionOut.model_validate(view.version),
        full_text=page.full,
        claims=[ClaimOut.model_validate(claim) for claim in page.bound.claims],
        blocked=page.blocked,
        checks=[CheckOut.model_validate(check) for check in page.checks],
        why=list(page.why),
        leaves_at=page.leaves_at,
        trigger_id=draft["trigger_id"],
        campaign=draft["campaign"],
        language=draft["language"],
        to=PersonOut.model_validate(view.contact),
        sender=PersonOut.model_validate({**view.sender, "role": view.sender["title"]}),
        tellings=[Telling.model_validate(telling) for telling in view.tellings],
        match=MatchOut.model_validate(view.match) if view.match else None,
        versions=[VersionRow.model_validate(row) for row in view.versions],
        comments=[CommentOut.model_validate(row) for row in view.comments],
        history=[ActOut.model_validate(row) for row in view.acts],
        handoff=HandoffBrief.model_validate(view.handoff) if view.handoff else None,
    )


def _row(view: DraftView) -> DraftRow:
    """What lists show of it, from what the page has read already."""
    handoff = view.handoff or {}
    around = {
        "account": view.account["name"], "contact": view.contact["name"], "role": view.contact["role"],
        "kind": view.trigger["kind"], "facts": view.trigger["facts"], "event_on": view.trigger["event_on"],
        "subject": view.version["subject"], "story_version": view.version["story_version"],
        "handoff_state": handoff.get("state"), "release_at": handoff.get("release_at"),
        "handoff_reason": handoff.get("reason"),
    }  # fmt: skip
    return DraftRow.model_validate({**view.draft, **around})
