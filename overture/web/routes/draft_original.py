"""The story's own words for a draft: another variant of its subject, or its text without edits. Both are edits."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from campaigns.review import Refused
from overture.db.decisions import Shown
from overture.web.acts import Acts
from overture.web.deps import Parts, actor_of, go, reply_json, wants_json
from overture.web.draft_answers import refused, with_did
from overture.web.draft_show import DraftPages
from overture.web.originals import retell
from overture.web.where import Where, where_from


class OwnWords:
    """Answers with the draft as it is then, and an offer to take it back."""

    def __init__(self, parts: Parts, acts: Acts, pages: DraftPages) -> None:
        self._parts, self._acts, self._pages = parts, acts, pages

    def add(self, routes: APIRouter) -> None:
        @routes.post("/drafts/{draft_id}/original")
        def original(
            request: Request, draft_id: int, version: Annotated[int, Form(ge=1)],
            content_hash: Annotated[str, Form(max_length=64)], variant: Annotated[str, Form(max_length=20)] = "",
            where: Annotated[str, Form(max_length=1000)] = "",
        ) -> Response:  # fmt: skip
            return self(request, where_from(where), Shown(draft_id, version, content_hash), variant)

    def __call__(self, request: Request, where: Where, shown: Shown, variant: str) -> Response:
        """Without a `variant` the whole text."""
        parts, id_ = self._parts, shown.draft_id
        done = retell(parts.services, shown, variant, whole=not variant, by=actor_of(request), now=parts.now())
        if isinstance(done, Refused):
            return refused(self._pages, request, id_, where, done, None)
        act = "" if done.version == shown.version else "variant" if variant else "restored"
        if wants_json(request):
            said = self._acts.noted(id_, act)
            return reply_json({"said": said, "to": f"/drafts/{id_}?{where.query_string}", "changed": bool(act)})
        return go(f"/drafts/{id_}?{with_did(where, id_, act)}")
