"""Decisions over the API: refusals as problems with the draft as it stands, and keys against deciding twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Header, Request
from pydantic import AfterValidator, BaseModel
from starlette.responses import JSONResponse, Response

from campaigns.review import Refusal, Refused
from overture.db import api_answers
from overture.db.engine import read, write
from overture.db.views import one_row
from overture.web.api.problems import problem
from overture.web.api.shapes import storable
from overture.web.api.shapes_decisions import Decided
from overture.web.api.shapes_drafts import DraftRow
from overture.web.deps import Parts, seat_of

KeyHeader = Annotated[
    str | None,
    Header(alias="Idempotency-Key", max_length=120, description="The same key gets the same answer for a day"),
    AfterValidator(lambda key: key if key is None else storable(key)),
]
_CONFLICTS = frozenset({Refusal.STALE, Refusal.STATE, Refusal.TAKEN, Refusal.TOO_LATE})


class Decisions:
    """Runs one act on a draft and says what became of it."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def run(
        self, request: Request, draft_id: int, act: Callable[[], Decided | Refused], *,
        key: str | None = None, body: BaseModel | None = None,
    ) -> Response:  # fmt: skip
        """The answer of `act`. Under a key it is given again, without acting again."""
        if key is None:
            answer = act()
            return _told(answer) if isinstance(answer, Decided) else self.refused(request, draft_id, answer)
        return self._once(request, draft_id, act, key, body)

    def _once(
        self, request: Request, draft_id: int, act: Callable[[], Decided | Refused], key: str, body: BaseModel | None
    ) -> Response:
        engine, user, now = self._parts.services.engine, seat_of(request).user.id, self._parts.now()
        asked = api_answers.asked_for(request.url.path, body.model_dump(mode="json") if body else None)
        with write(engine) as connection:
            place = api_answers.take(connection, user, key, asked, now=now)
        if not isinstance(place, api_answers.Taken):
            return _before(request, place)
        answer = act()
        with write(engine) as connection:
            if isinstance(answer, Refused):
                api_answers.let_go(connection, user, key)
            else:
                api_answers.keep(connection, user, key, api_answers.Kept(200, answer.model_dump(mode="json")))
        return _told(answer) if isinstance(answer, Decided) else self.refused(request, draft_id, answer)

    def refused(self, request: Request, draft_id: int, refused: Refused) -> Response:
        """409 where somebody was faster, 422 where something stands in the way; both with the draft as it is now."""
        if refused.refusal is Refusal.UNKNOWN:
            return problem(request, 404, refused.message)
        with read(self._parts.services.engine) as connection:
            row = one_row(connection, draft_id)
        current = DraftRow.model_validate(row).model_dump(mode="json") if row else None
        return problem(
            request, 409 if refused.refusal in _CONFLICTS else 422, refused.message,
            refusal=str(refused.refusal), by=refused.by, at=refused.at.isoformat() if refused.at else None,
            in_the_way=refused.in_the_way, current=current,
        )  # fmt: skip


def _before(request: Request, place: api_answers.Kept | api_answers.Busy | api_answers.OtherRequest) -> Response:
    if isinstance(place, api_answers.Kept):
        return JSONResponse(place.body, status_code=place.status, headers={"Idempotency-Replayed": "true"})
    if isinstance(place, api_answers.Busy):
        return problem(request, 409, "The first request with this key is still at work.", headers={"Retry-After": "2"})
    return problem(request, 422, "This key was used for another request; take a new one.")


def _told(decided: Decided) -> Response:
    body: dict[str, Any] = decided.model_dump(mode="json")
    return JSONResponse(body)
