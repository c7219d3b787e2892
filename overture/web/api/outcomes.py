"""What came of messages: told by programs, listed, and counted from the event on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import AwareDatetime, Field
from starlette.responses import Response

from overture.db import funnel, people_outcomes
from overture.db.engine import read, write
from overture.db.people_outcomes import Outcome
from overture.db.tables.aftermath import OutcomeKind
from overture.web.api.problems import documented, wrong_field
from overture.web.api.shapes import Given, Limit, Line, Page, RowId, Shape, page_of
from overture.web.deps import Parts, actor_of

Days = Annotated[int, Query(ge=1, le=3_650, description="Drafts made in so many days")]


class OutcomeRow(Shape):
    id: int
    kind: str
    account_id: str
    account: str
    contact_id: str
    contact: str
    draft_id: int | None
    at: datetime
    note: str | None
    origin: str
    noted_by: str
    ended_at: datetime | None


class OutcomeIn(Given):
    """`external_id` names it in the system that tells it: telling the same one again is harmless."""

    draft: RowId
    kind: OutcomeKind
    at: AwareDatetime | None = Field(None, description="When it happened; now, unless said")
    note: Line | None = None
    external_id: Annotated[str, Field(max_length=200)] | None = None


class OutcomeNoted(Shape):
    id: int | None = Field(description="Null where it was known already")
    first: bool
    suppressed: bool = Field(description="The address went on the do-not-contact list because of it")


class ReachRow(Shape):
    group: str = Field(description="Empty where it is not known")
    drafts: int
    approved: int
    handed_off: int
    replied: int
    meetings: int


def add(routes: APIRouter, parts: Parts) -> None:
    engine = parts.services.engine

    @routes.get("/outcomes", responses=documented(), response_model=Page[OutcomeRow], tags=["people"])
    def told(limit: Limit = 50) -> Page[OutcomeRow]:
        """The latest first."""
        with read(engine) as connection:
            return page_of(OutcomeRow, people_outcomes.list_outcomes(connection, limit=limit))

    @routes.get("/outcomes/reach", responses=documented(), response_model=Page[ReachRow], tags=["people"])
    def reach(by: funnel.Group = "story", days: Days = 30) -> Page[ReachRow]:
        """How far drafts came, the largest group first."""
        with read(engine) as connection:
            return page_of(ReachRow, funnel.reached_by(connection, by, since=parts.now() - timedelta(days=days)))

    @routes.post("/outcomes", responses=documented(), response_model=OutcomeNoted, tags=["people"])
    def tell(request: Request, given: OutcomeIn) -> OutcomeNoted | Response:
        """Write down what came of a draft. Who bounces, opts out or complains is not written to again."""
        now = parts.now()
        with write(engine) as connection:
            contact = people_outcomes.of_draft(connection, given.draft)
            if contact is None:
                return wrong_field(request, "body.draft", "There is no such draft.")
            outcome = Outcome(
                given.kind, contact, given.at or now, given.draft, given.note, "webhook", given.external_id
            )
            return OutcomeNoted.model_validate(people_outcomes.note(connection, outcome, actor_of(request), now=now))
