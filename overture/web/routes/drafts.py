"""One draft: reading it with its evidence, and the acts on it as plain forms that redirect."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.review import Refusal, Refused, RejectReason
from overture.db import decisions, users
from overture.db.engine import read
from overture.db.views import one_row, tab_counts
from overture.db.views_draft import DraftView, draft_view, version_text
from overture.web.acts import SNOOZES, Acts, Outcome
from overture.web.deps import Parts, actor_of, go, progress, reply_json, seat_of, wants_json
from overture.web.draft_page import caps_of, draft_page
from overture.web.routes.queue import queue_context
from overture.web.show import when
from overture.web.show.diff import word_diff
from overture.web.where import Where, next_draft, where_from, where_of

Shown = decisions.Shown
Version = Annotated[int, Form(ge=1)]
Hash = Annotated[str, Form(max_length=64)]
Line = Annotated[str, Form(max_length=1000)]
Body = Annotated[str, Form(max_length=40_000)]
Why = Annotated[RejectReason, Form()]
Here = Annotated[Where, Depends(where_of)]
_CONFLICTS = frozenset({Refusal.STALE, Refusal.STATE, Refusal.TAKEN, Refusal.TOO_LATE})


class DraftPages:
    """Shows a draft in one of its views, with the list beside it."""

    def __init__(self, parts: Parts, acts: Acts) -> None:
        self._parts = parts
        self._acts = acts

    def view(self, draft_id: int) -> DraftView:
        services = self._parts.services
        with read(services.engine) as connection:
            campaign_caps = caps_of(services.campaigns(), "")
            found = draft_view(
                connection, draft_id, keys=services.keyring, now=self._parts.now(),
                contact_window=campaign_caps.per_contact.window, account_window=campaign_caps.per_account.window,
            )  # fmt: skip
        if found is None:
            raise HTTPException(404)
        return found

    def show(
        self, request: Request, draft_id: int, where: Where, *, mode: str = "read", status: int = 200, **extra: Any
    ) -> Response:
        services, now = self._parts.services, self._parts.now()
        view = self.view(draft_id)
        outbox = services.outbox()
        caps = caps_of(services.campaigns(), view.draft["campaign"])
        page = draft_page(view, company=outbox.company, hold=outbox.hold_of(view.draft["campaign"]), caps=caps, now=now)
        context = queue_context(self._parts, request, where, after=None)
        where = context["where"]
        with read(services.engine) as connection:
            following = next_draft(connection, where, seat_of(request).user.id, after=draft_id)
            names = {user.id: user.name for user in users.list_users(connection)}
        context |= {
            "page": page, "mode": mode, "following": following, "names": names, "snoozes": SNOOZES,
            "notice": self._acts.notice(request), "conflict": None, "changes": None, "typed": None,
        }  # fmt: skip
        return self._parts.pages.render(request, "draft.html", context | extra, status=status)

    def changes(self, draft_id: int) -> dict[str, Any] | None:
        """The newest version against the one before it."""
        with read(self._parts.services.engine) as connection:
            newest = self.view(draft_id).version
            before = version_text(connection, draft_id, newest["version"] - 1)
        if before is None:
            return None
        return {
            "from": before["version"], "to": newest["version"], "author": newest["author"], "cause": newest["cause"],
            "subject": word_diff(before["subject"], newest["subject"]),
            "body": word_diff(before["body"], newest["body"]),
        }  # fmt: skip


def router(parts: Parts, acts: Acts) -> APIRouter:
    routes = APIRouter()
    pages = DraftPages(parts, acts)
    _reading(routes, parts, pages)
    _deciding(routes, parts, acts, pages)
    _arranging(routes, parts, acts, pages)
    _editing(routes, parts, acts, pages)
    return routes


def _reading(routes: APIRouter, parts: Parts, pages: DraftPages) -> None:
    @routes.get("/drafts/{draft_id}")
    def show(request: Request, draft_id: int, where: Here, view: str = "read") -> Response:
        _note_opened(parts, request, draft_id)
        mode = view if view in ("read", "text", "changes") else "read"
        changes = pages.changes(draft_id) if mode == "changes" else None
        return pages.show(request, draft_id, where, mode=mode, changes=changes)

    @routes.get("/drafts/{draft_id}/edit")
    def edit_page(request: Request, draft_id: int, where: Here) -> Response:
        return pages.show(request, draft_id, where, mode="edit")

    @routes.get("/drafts/{draft_id}/next")
    def following(request: Request, draft_id: int, where: Here) -> Response:
        with read(parts.services.engine) as connection:
            row = next_draft(connection, where, seat_of(request).user.id, after=draft_id)
        return go(f"/drafts/{row.id}?{where.query_string}" if row else f"/queue?{where.query_string}")

    @routes.post("/drafts/{draft_id}/opened")
    def opened(request: Request, draft_id: int) -> Response:
        decisions.mark_opened(parts.services.engine, draft_id, actor_of(request), now=parts.now())
        return reply_json({"ok": True})


def _note_opened(parts: Parts, request: Request, draft_id: int) -> None:
    """A person who may decide has it on the screen: not a page fetched ahead, not another site's link."""
    ahead = "prefetch" in request.headers.get("sec-purpose", "") or "x-ahead" in request.headers
    strange = request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none")
    if not ahead and not strange and seat_of(request).may("POST", "/drafts/{draft_id}/opened"):
        decisions.mark_opened(parts.services.engine, draft_id, actor_of(request), now=parts.now())


def _deciding(routes: APIRouter, parts: Parts, acts: Acts, pages: DraftPages) -> None:
    def answer(request: Request, draft_id: int, where: str, result: object, **typed: str) -> Response:
        if isinstance(result, Refused):
            return refused(pages, request, draft_id, where_from(where), result, typed or None)
        return after(parts, acts, request, draft_id, where_from(where), result)

    @routes.post("/drafts/{draft_id}/approve")
    def approve(request: Request, draft_id: int, version: Version, content_hash: Hash, where: Line = "") -> Response:
        shown = Shown(draft_id, version, content_hash)
        return answer(request, draft_id, where, acts.approve(shown, by=actor_of(request), now=parts.now()))

    @routes.post("/drafts/{draft_id}/reject")
    def reject(
        request: Request, draft_id: int, version: Version, content_hash: Hash, reason: Why,
        comment: Body = "", where: Line = "",
    ) -> Response:  # fmt: skip
        shown = Shown(draft_id, version, content_hash)
        result = acts.reject(shown, reason, comment, by=actor_of(request), now=parts.now())
        return answer(request, draft_id, where, result, comment=comment)

    @routes.post("/drafts/{draft_id}/snooze")
    def snooze(
        request: Request, draft_id: int, version: Version, content_hash: Hash, until: Line, where: Line = ""
    ) -> Response:
        if until not in SNOOZES:
            raise HTTPException(422)
        shown = Shown(draft_id, version, content_hash)
        return answer(request, draft_id, where, acts.snooze(shown, until, by=actor_of(request), now=parts.now()))


def _arranging(routes: APIRouter, parts: Parts, acts: Acts, pages: DraftPages) -> None:
    @routes.post("/drafts/{draft_id}/undo")
    def undo(request: Request, draft_id: int, where: Line = "") -> Response:
        result = acts.undo(draft_id, by=actor_of(request), now=parts.now())
        if isinstance(result, Refused):
            return refused(pages, request, draft_id, where_from(where), result, None)
        if wants_json(request):
            return reply_json({"said": result.said, "to": f"/drafts/{draft_id}?{where_from(where).query_string}"})
        return go(f"/drafts/{draft_id}?{where_from(where).query_string}")

    @routes.post("/drafts/{draft_id}/assign")
    def assign(request: Request, draft_id: int, to: Line = "", where: Line = "") -> Response:
        person = seat_of(request).user.id if to == "me" else to or None
        with read(parts.services.engine) as connection:
            if person is not None and users.find_user(connection, person) is None:
                raise HTTPException(422)
        return stay(request, draft_id, where, acts.assign(draft_id, person, by=actor_of(request), now=parts.now()))

    @routes.post("/drafts/{draft_id}/comment")
    def comment(request: Request, draft_id: int, text: Body = "", where: Line = "") -> Response:
        result = acts.comment(draft_id, text, by=actor_of(request), now=parts.now())
        return stay(request, draft_id, where, result, comment=text)

    def stay(request: Request, draft_id: int, where: str, result: Outcome | Refused, **typed: str) -> Response:
        if isinstance(result, Refused):
            return refused(pages, request, draft_id, where_from(where), result, typed or None)
        if wants_json(request):
            return reply_json({"said": result.said, "to": f"/drafts/{draft_id}?{where_from(where).query_string}"})
        return go(f"/drafts/{draft_id}?{where_from(where).query_string}")


def _editing(routes: APIRouter, parts: Parts, acts: Acts, pages: DraftPages) -> None:
    @routes.post("/drafts/{draft_id}/edit")
    def edit(
        request: Request, draft_id: int, version: Version, content_hash: Hash, subject: Line = "", body: Body = "",
        vouch: Annotated[list[str] | None, Form()] = None, then: Line = "", where: Line = "",
    ) -> Response:  # fmt: skip
        shown, now, by = Shown(draft_id, version, content_hash), parts.now(), actor_of(request)
        place = where_from(where)
        typed = {"subject": subject, "body": body}
        result = acts.edit(shown, subject, body, vouch or [], by=by, now=now)
        if isinstance(result, Refused):
            return refused(pages, request, draft_id, place, result, typed)
        if then != "approve":
            return go(f"/drafts/{draft_id}?{place.query_string}")
        approved = acts.approve(Shown(draft_id, result.version, result.content_hash), by=by, now=now)
        if isinstance(approved, Refused):
            return refused(pages, request, draft_id, place, approved, None)
        return after(parts, acts, request, draft_id, place, approved)


def after(parts: Parts, acts: Acts, request: Request, draft_id: int, where: Where, result: object) -> Response:
    """The draft is decided: on to the next, with words about the last."""
    with read(parts.services.engine) as connection:
        row = next_draft(connection, where, seat_of(request).user.id, after=draft_id)
        decided = one_row(connection, draft_id)
    place = f"{where.query_string}&did={draft_id}" if where.query_string else f"did={draft_id}"
    target = f"/drafts/{row.id}?{place}" if row else f"/queue?{place}"
    if not wants_json(request):
        return go(target)
    leaves = when.clock(result.release_at, parts.zone) if isinstance(result, decisions.Approved) else ""
    to = f"/drafts/{row.id}?{where.query_string}" if row else f"/queue?{where.query_string}"
    done = _progress_after(parts, request)
    body: dict[str, object] = {
        "said": acts.said_of(decided).said if decided else "",
        "leaves": leaves,
        "to": to,
        "next": row.id if row else None,
        "progress": done,
    }
    return reply_json(body)


def _progress_after(parts: Parts, request: Request) -> dict[str, object]:
    """Counts after a decision, for a page that was fetched before it."""
    user = seat_of(request).user.id
    with read(parts.services.engine) as connection:
        counts = tab_counts(connection, user, day_began=parts.day_began(), now=parts.now())
    return progress(counts) | {"waiting": counts.tabs["mine"] + counts.tabs["unassigned"], "tabs": counts.tabs}


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
