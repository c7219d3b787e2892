"""One draft: reading it with its evidence, and the acts on it as plain forms that redirect."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from campaigns.review import Refused, RejectReason
from overture.db import decisions, unsaved, users, watching
from overture.db.engine import read
from overture.web.acts import SNOOZES, Acts, Outcome, Seen, Wish
from overture.web.deps import Parts, actor_of, go, reply_json, seat_of, wants_json
from overture.web.draft_answers import after, refused, with_did
from overture.web.draft_show import DraftPages
from overture.web.routes import draft_unsaved
from overture.web.routes.draft_original import OwnWords
from overture.web.security import FRAMED
from overture.web.where import Where, next_draft, where_from, where_of

Shown = decisions.Shown
Version = Annotated[int, Form(ge=1)]
Hash = Annotated[str, Form(max_length=64)]
Line = Annotated[str, Form(max_length=1000)]
Body = Annotated[str, Form(max_length=40_000)]
Why = Annotated[RejectReason, Form()]
Count = Annotated[int, Form(ge=0, le=500)]
Here = Annotated[Where, Depends(where_of)]
_VIEWS = ("read", "text", "mail", "phone", "source", "changes")


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
    def show(request: Request, draft_id: int, where: Here, view: str = "read", against: str = "") -> Response:
        unseen = not _note_opened(parts, request, draft_id)
        mode = view if view in _VIEWS else "read"
        changes = pages.changes(draft_id, before=against == "before") if mode == "changes" else None
        source = pages.source(draft_id) if mode == "source" else None
        return pages.show(request, draft_id, where, mode=mode, changes=changes, source=source, unseen=unseen)

    @routes.get("/drafts/{draft_id}/edit")
    def edit_page(request: Request, draft_id: int, where: Here) -> Response:
        """The editor; where somebody else is editing, the draft with their name and an offer to take over."""
        unseen = not _note_opened(parts, request, draft_id, doing="editing")
        with read(parts.services.engine) as connection:
            others = watching.others(connection, draft_id, seat_of(request).user.id)
        taken = any(one.doing == "editing" for one in others)
        if taken:
            return pages.show(request, draft_id, where, lease=True, unseen=unseen)
        return draft_unsaved.editor(parts, pages, request, draft_id, where, unseen=unseen)

    @routes.get("/drafts/{draft_id}/message.eml")
    def message(draft_id: int) -> Response:
        """The message as a file; of an approved draft the very bytes that leave."""
        raw = pages.source(draft_id)
        if isinstance(raw, str):
            raise HTTPException(409, raw)
        headers = {"content-disposition": f'attachment; filename="draft-{draft_id}.eml"'}
        return Response(raw, media_type="message/rfc822", headers=headers)

    @routes.get("/drafts/{draft_id}/mail")
    def mail(request: Request, draft_id: int, phone: bool = False) -> Response:
        """What a mail program shows of it: a page that may run, load and send nothing, for a frame of ours."""
        text = parts.pages.fragment("mail.html", {"mail": pages.mail(draft_id), "phone": phone})
        return HTMLResponse(text, headers=FRAMED)

    @routes.get("/drafts/{draft_id}/next")
    def following(request: Request, draft_id: int, where: Here) -> Response:
        with read(parts.services.engine) as connection:
            row = next_draft(connection, where, seat_of(request).user.id, after=draft_id)
        return go(f"/drafts/{row.id}?{where.query_string}" if row else f"/queue?{where.query_string}")

    @routes.post("/drafts/{draft_id}/opened")
    def opened(request: Request, draft_id: int) -> Response:
        noted = watching.opened(parts.services.engine, draft_id, actor_of(request), now=parts.now())
        return reply_json({"ok": noted})


def _note_opened(parts: Parts, request: Request, draft_id: int, *, doing: watching.Doing = "reading") -> bool:
    """A person who may decide has it on the screen: not a page fetched ahead, not another site's link. False where
    the database would not note it."""
    ahead = "prefetch" in request.headers.get("sec-purpose", "") or "x-ahead" in request.headers
    strange = request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none")
    if ahead or strange or not seat_of(request).may("POST", "/drafts/{draft_id}/opened"):
        return True
    return watching.opened(parts.services.engine, draft_id, actor_of(request), now=parts.now(), doing=doing)


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
    own_words = OwnWords(parts, acts, pages)
    own_words.add(routes)
    draft_unsaved.add(routes, parts)

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
        if then == "fresh":
            unsaved.drop(parts.services.engine, draft_id, by.id)
            return go(f"/drafts/{draft_id}/edit?{place.query_string}")
        result = acts.edit(shown, subject, body, vouch or [], by=by, now=now, ties=ties)
        if isinstance(result, Refused):
            return refused(pages, request, draft_id, place, result, typed)
        unsaved.drop(parts.services.engine, draft_id, by.id)
        now_shown, seen = Shown(draft_id, result.version, result.content_hash), Seen(sighted, claims)
        if then == "restore":
            return own_words(request, place, now_shown, "")
        if then != "approve":
            changed = result.version != version
            return go(f"/drafts/{draft_id}?{with_did(place, draft_id, 'edited' if changed else '')}")
        approved = acts.approve(now_shown, by=by, now=now, seen=seen)
        if isinstance(approved, Refused):
            return refused(pages, request, draft_id, place, approved, None)
        return after(parts, acts, request, draft_id, place, approved)


def tie_of(text: str) -> decisions.Tie | None:
    """`ORIGIN claim` from a form: the claim, word for word, and the span it rests on."""
    origin, blank, claim = text.partition(" ")
    return decisions.Tie(claim, origin) if blank and claim and len(text) < 2_000 else None
