"""What is said after an act on a draft: on to the next with words about the last, or who was faster."""

from __future__ import annotations

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.review import Refusal, Refused
from overture.db import decisions
from overture.db.engine import read
from overture.db.views import one_row, tab_counts
from overture.web.acts import Acts
from overture.web.deps import Parts, Reading, go, progress, reply_json, seat_of, wants_json
from overture.web.draft_show import DraftPages
from overture.web.show import when
from overture.web.where import Where, next_draft

_CONFLICTS = frozenset({Refusal.STALE, Refusal.STATE, Refusal.TAKEN, Refusal.TOO_LATE})


def with_did(where: Where, draft_id: int, act: str) -> str:
    """The place in the list, and what was done there just now."""
    did = f"did={draft_id}&act={act}" if act else ""
    return "&".join(filter(None, (where.query_string, did)))


def after(parts: Parts, acts: Acts, request: Request, draft_id: int, where: Where, result: object) -> Response:
    """The draft is decided: on to the next, with words about the last. All of it is read in one transaction."""
    with read(parts.services.engine) as connection:
        row = next_draft(connection, where, seat_of(request).user.id, after=draft_id)
        place = f"/drafts/{row.id}" if row else "/queue"
        if not wants_json(request):
            did = f"did={draft_id}"
            return go(f"{place}?{where.query_string}&{did}" if where.query_string else f"{place}?{did}")
        decided = one_row(connection, draft_id)
        said = acts.said_of(decided, connection) if decided else None
        leaves = when.clock(result.release_at, parts.zone) if isinstance(result, decisions.Approved) else ""
        body: dict[str, object] = {
            "said": said.said if said else "", "link": said.link if said else None, "leaves": leaves,
            "to": f"{place}?{where.query_string}", "next": row.id if row else None,
        }  # fmt: skip
        return reply_json(body | _around(parts, request, connection))


def _around(parts: Parts, request: Request, connection: Reading) -> dict[str, object]:
    """Counts and foot after a decision, for a page that was fetched before it."""
    user = seat_of(request).user.id
    counts = tab_counts(connection, user, day_began=parts.day_began(), now=parts.now())
    done = progress(counts) | {"waiting": counts.waiting, "tabs": counts.tabs}
    return {"progress": done, "foot": parts.pages.foot(request, connection, waiting=counts.waiting)}


def refused(
    pages: DraftPages, request: Request, draft_id: int, where: Where, refused: Refused, typed: dict[str, str] | None
) -> Response:
    """Say who was faster or what is in the way; everything that was typed is on the page."""
    status = 404 if refused.refusal is Refusal.UNKNOWN else 409 if refused.refusal in _CONFLICTS else 422
    if status == 404:
        raise HTTPException(404)
    if wants_json(request):
        words: dict[str, object] = {"refusal": refused.refusal, "message": refused.message, "version": refused.version}
        return reply_json({"refused": words, "to": f"/drafts/{draft_id}?{where.query_string}"}, status)
    return pages.show(request, draft_id, where, status=status, conflict=refused, typed=typed)
