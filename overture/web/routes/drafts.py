"""One draft: reading it with its evidence, and the acts on it as plain forms that redirect."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from campaigns.review import DraftState, Refusal, Refused, RejectReason
from overture.db import decisions, users, watching
from overture.db.decide_base import find
from overture.db.decide_party import party
from overture.db.engine import read
from overture.db.views import one_row, tab_counts
from overture.db.views_draft import DraftView, colleagues_of, draft_view, frozen_message, replaced_by_this, version_text
from overture.web.acts import SNOOZES, Acts, Outcome, Seen, Wish
from overture.web.deps import Parts, actor_of, go, progress, reply_json, seat_of, wants_json
from overture.web.draft_page import caps_of, draft_page, other_stories
from overture.web.mail import preview
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
Count = Annotated[int, Form(ge=0, le=500)]
Here = Annotated[Where, Depends(where_of)]
_ASIDE = frozenset({DraftState.PENDING, DraftState.SNOOZED})  # those that may be refused for another
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
        me = seat_of(request).user.id
        with read(services.engine) as connection:
            following = next_draft(connection, where, me, after=draft_id)
            names = {user.id: user.name for user in users.list_users(connection)}
            others = watching.others(connection, draft_id, me)
            replaces = replaced_by_this(connection, view.draft)
            colleagues = colleagues_of(connection, view.draft) if view.draft["state"] in _ASIDE else ()
        context |= {
            "others": others, "editor": next((one for one in others if one.doing == "editing"), None),
            "colleagues": colleagues, "replaces": replaces,
            "other_stories": other_stories(view.draft, services.campaigns(), context["stories"]),
            "page": page, "mode": mode, "following": following, "names": names, "snoozes": SNOOZES,
            "notice": self._acts.notice(request), "conflict": None, "changes": None, "typed": None, "source": None,
            "lease": False,
        }  # fmt: skip
        return self._parts.pages.render(request, "draft.html", context | extra, status=status)

    def source(self, draft_id: int) -> bytes | str:
        """The message with its headers: frozen where it is approved, else as it would be; or why there is none."""
        services = self._parts.services
        with read(services.engine) as connection:
            frozen, draft = frozen_message(connection, draft_id), find(connection, draft_id)
            if frozen or draft is None:
                return frozen or "There is no such draft."
            both = party(connection, draft)
        if isinstance(both, Refused):
            return both.message
        return preview(self.view(draft_id), both, services.outbox(), services.keyring, now=self._parts.now())

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
        mode = view if view in ("read", "text", "source", "changes") else "read"
        changes = pages.changes(draft_id) if mode == "changes" else None
        source = pages.source(draft_id) if mode == "source" else None
        return pages.show(request, draft_id, where, mode=mode, changes=changes, source=source)

    @routes.get("/drafts/{draft_id}/edit")
    def edit_page(request: Request, draft_id: int, where: Here) -> Response:
        """The editor; where somebody else is editing, the draft with their name and an offer to take over."""
        _note_opened(parts, request, draft_id, doing="editing")
        with read(parts.services.engine) as connection:
            others = watching.others(connection, draft_id, seat_of(request).user.id)
        taken = any(one.doing == "editing" for one in others)
        return pages.show(request, draft_id, where, mode="read" if taken else "edit", lease=taken)

    @routes.get("/drafts/{draft_id}/message.eml")
    def message(draft_id: int) -> Response:
        """The message as a file; of an approved draft the very bytes that leave."""
        raw = pages.source(draft_id)
        if isinstance(raw, str):
            raise HTTPException(409, raw)
        headers = {"content-disposition": f'attachment; filename="draft-{draft_id}.eml"'}
        return Response(raw, media_type="message/rfc822", headers=headers)

    @routes.get("/drafts/{draft_id}/next")
    def following(request: Request, draft_id: int, where: Here) -> Response:
        with read(parts.services.engine) as connection:
            row = next_draft(connection, where, seat_of(request).user.id, after=draft_id)
        return go(f"/drafts/{row.id}?{where.query_string}" if row else f"/queue?{where.query_string}")

    @routes.post("/drafts/{draft_id}/opened")
    def opened(request: Request, draft_id: int) -> Response:
        watching.opened(parts.services.engine, draft_id, actor_of(request), now=parts.now())
        return reply_json({"ok": True})


def _note_opened(parts: Parts, request: Request, draft_id: int, *, doing: watching.Doing = "reading") -> None:
    """A person who may decide has it on the screen: not a page fetched ahead, not another site's link."""
    ahead = "prefetch" in request.headers.get("sec-purpose", "") or "x-ahead" in request.headers
    strange = request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none")
    if not ahead and not strange and seat_of(request).may("POST", "/drafts/{draft_id}/opened"):
        watching.opened(parts.services.engine, draft_id, actor_of(request), now=parts.now(), doing=doing)


def _deciding(routes: APIRouter, parts: Parts, acts: Acts, pages: DraftPages) -> None:
    def answer(request: Request, draft_id: int, where: str, result: object, **typed: str) -> Response:
        if isinstance(result, Refused):
            return refused(pages, request, draft_id, where_from(where), result, typed or None)
        return after(parts, acts, request, draft_id, where_from(where), result)

    @routes.post("/drafts/{draft_id}/approve")
    def approve(
        request: Request, draft_id: int, version: Version, content_hash: Hash, where: Line = "",
        sighted: Count = 0, claims: Count = 0,
    ) -> Response:  # fmt: skip
        shown, seen = Shown(draft_id, version, content_hash), Seen(sighted, claims)
        return answer(request, draft_id, where, acts.approve(shown, by=actor_of(request), now=parts.now(), seen=seen))

    @routes.post("/drafts/{draft_id}/reject")
    def reject(
        request: Request, draft_id: int, version: Version, content_hash: Hash, reason: Why,
        comment: Body = "", where: Line = "", instead: Line = "", scope: Line = "", sighted: Count = 0,
        claims: Count = 0,
    ) -> Response:  # fmt: skip
        shown, wish, seen = (
            Shown(draft_id, version, content_hash),
            Wish(instead, scope == "domain"),
            Seen(sighted, claims),
        )
        result = acts.reject(shown, reason, comment, by=actor_of(request), now=parts.now(), wish=wish, seen=seen)
        return answer(request, draft_id, where, result, comment=comment)

    @routes.post("/drafts/{draft_id}/snooze")
    def snooze(
        request: Request, draft_id: int, version: Version, content_hash: Hash, until: Line, where: Line = "",
        sighted: Count = 0, claims: Count = 0,
    ) -> Response:  # fmt: skip
        if until not in SNOOZES:
            raise HTTPException(422)
        shown, seen = Shown(draft_id, version, content_hash), Seen(sighted, claims)
        result = acts.snooze(shown, until, by=actor_of(request), now=parts.now(), seen=seen)
        return answer(request, draft_id, where, result)


def _arranging(routes: APIRouter, parts: Parts, acts: Acts, pages: DraftPages) -> None:
    @routes.post("/drafts/{draft_id}/undo")
    def undo(request: Request, draft_id: int, where: Line = "", of: Line = "") -> Response:
        take_back = acts.undo_note if of == "note" else acts.undo
        result = take_back(draft_id, by=actor_of(request), now=parts.now())
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
        result = acts.assign(draft_id, person, by=actor_of(request), now=parts.now())
        return stay(request, draft_id, where, result, act="assigned")

    @routes.post("/drafts/{draft_id}/comment")
    def comment(request: Request, draft_id: int, text: Body = "", where: Line = "") -> Response:
        result = acts.comment(draft_id, text, by=actor_of(request), now=parts.now())
        return stay(request, draft_id, where, result, comment=text)

    def stay(
        request: Request, draft_id: int, where: str, result: Outcome | Refused, act: str = "", **typed: str
    ) -> Response:
        if isinstance(result, Refused):
            return refused(pages, request, draft_id, where_from(where), result, typed or None)
        if wants_json(request):
            return reply_json({"said": result.said, "to": f"/drafts/{draft_id}?{where_from(where).query_string}"})
        return go(f"/drafts/{draft_id}?{with_did(where_from(where), draft_id, act)}")


def _editing(routes: APIRouter, parts: Parts, acts: Acts, pages: DraftPages) -> None:
    @routes.post("/drafts/{draft_id}/edit")
    def edit(
        request: Request, draft_id: int, version: Version, content_hash: Hash, subject: Line = "", body: Body = "",
        vouch: Annotated[list[str] | None, Form()] = None, tie: Annotated[list[str] | None, Form()] = None,
        then: Line = "", where: Line = "", sighted: Count = 0, claims: Count = 0,
    ) -> Response:  # fmt: skip
        shown, now, by = Shown(draft_id, version, content_hash), parts.now(), actor_of(request)
        place = where_from(where)
        typed = {"subject": subject, "body": body}
        ties = [found for text in tie or [] if (found := tie_of(text))]
        result = acts.edit(shown, subject, body, vouch or [], by=by, now=now, ties=ties)
        if isinstance(result, Refused):
            return refused(pages, request, draft_id, place, result, typed)
        if then != "approve":
            changed = result.version != version
            return go(f"/drafts/{draft_id}?{with_did(place, draft_id, 'edited' if changed else '')}")
        now_shown, seen = Shown(draft_id, result.version, result.content_hash), Seen(sighted, claims)
        approved = acts.approve(now_shown, by=by, now=now, seen=seen)
        if isinstance(approved, Refused):
            return refused(pages, request, draft_id, place, approved, None)
        return after(parts, acts, request, draft_id, place, approved)


def tie_of(text: str) -> decisions.Tie | None:
    """`ORIGIN claim` from a form: the claim, word for word, and the span it rests on."""
    origin, blank, claim = text.partition(" ")
    return decisions.Tie(claim, origin) if blank and claim and len(text) < 2_000 else None


def with_did(where: Where, draft_id: int, act: str) -> str:
    """The place in the list, and what was done there just now."""
    did = f"did={draft_id}&act={act}" if act else ""
    return "&".join(filter(None, (where.query_string, did)))


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
    said = acts.said_of(decided) if decided else None
    body: dict[str, object] = {
        "said": said.said if said else "",
        "link": said.link if said else None,
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
