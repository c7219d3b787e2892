"""Deciding on drafts: the same functions, the same locks and the same audit as on the pages."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from campaigns.review import Refusal, Refused, RejectReason
from overture.db import decisions, users
from overture.db.audit import Actor
from overture.db.decide_teach import Scope
from overture.db.decisions import Shown
from overture.db.engine import read
from overture.db.views import one_row
from overture.web.acts import Acts
from overture.web.api.keyed import Decisions, KeyHeader
from overture.web.api.problems import documented, wrong_field
from overture.web.api.shapes import PathId
from overture.web.api.shapes_decisions import (
    AssignIn,
    BulkDone,
    BulkDraft,
    BulkIn,
    BulkRow,
    CommentIn,
    Decided,
    RejectIn,
    ShownIn,
    SnoozeIn,
)
from overture.web.api.shapes_editing import EditIn
from overture.web.bulk import too_many
from overture.web.deps import Parts, actor_of, seat_of

_NO_ZONE = "Write the moment with its zone, such as 2026-12-01T08:00:00Z."


class Desk:
    """The acts, each as `Decided` or `Refused`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._acts = Acts(parts)
        self._engine = parts.services.engine

    def approve(self, shown: Shown, *, by: Actor) -> Decided | Refused:
        done = self._acts.approve(shown, by=by, now=self._parts.now())
        if isinstance(done, Refused):
            return done
        return Decided(
            draft_id=shown.draft_id, did="approved", version=shown.version, hash=shown.content_hash,
            handoff_id=done.handoff_id, release_at=done.release_at,
        )  # fmt: skip

    def edit(self, shown: Shown, given: EditIn, *, by: Actor) -> Decided | Refused:
        ties = [decisions.Tie(one.claim, one.origin) for one in given.ties]
        now = self._parts.now()
        done = self._acts.edit(shown, given.subject, given.body, given.vouch, by=by, now=now, ties=ties)
        if isinstance(done, Refused):
            return done
        errors = sum(finding.level == "error" for finding in done.findings)
        return Decided(
            draft_id=shown.draft_id, did="edited", version=done.version, hash=done.content_hash, errors=errors
        )

    def reject(
        self, shown: Shown, reason: RejectReason, comment: str, *, by: Actor, instead: str | None = None,
        scope: Scope = "address",
    ) -> Decided | Refused:  # fmt: skip
        done = decisions.reject(
            self._engine, shown, reason, by, now=self._parts.now(), comment=comment, instead=instead, scope=scope,
            keys=self._parts.services.keyring,
        )  # fmt: skip
        if isinstance(done, Refused):
            return done
        return Decided(
            draft_id=shown.draft_id, did="rejected", effects=[str(one) for one in done.effects],
            successor=done.successor,
        )  # fmt: skip

    def snooze(self, shown: Shown, until: datetime | None, for_update: bool, *, by: Actor) -> Decided | Refused:
        until = until.astimezone(UTC) if until else None
        done = decisions.snooze(self._engine, shown, until, by, now=self._parts.now(), for_update=for_update)
        return done if isinstance(done, Refused) else Decided(draft_id=shown.draft_id, did="snoozed", until=done.until)

    def undo(self, draft_id: int, *, by: Actor) -> Decided | Refused:
        """Take the last decision back, or open again what expired or was replaced."""
        now = self._parts.now()
        done: decisions.Undone | decisions.Reopened | Refused = decisions.undo(self._engine, draft_id, by, now=now)
        if isinstance(done, Refused) and done.refusal is not Refusal.UNKNOWN:
            with read(self._engine) as connection:
                row = one_row(connection, draft_id)
            if row is not None and row.state in ("expired", "superseded"):
                done = decisions.reopen(self._engine, draft_id, by, now=now)
        if isinstance(done, Refused):
            return done
        return Decided(draft_id=draft_id, did="undone", was=done.was, version=done.version)

    def assign(self, draft_id: int, to: str | None, *, by: Actor) -> Decided | Refused:
        done = decisions.assign(self._engine, draft_id, to, by, now=self._parts.now())
        return done if isinstance(done, Refused) else Decided(draft_id=draft_id, did="assigned", assignee=done.to)

    def comment(self, draft_id: int, text: str, *, by: Actor) -> Decided | Refused:
        done = decisions.comment(self._engine, draft_id, text, by, now=self._parts.now())
        if isinstance(done, Refused):
            return done
        return Decided(draft_id=draft_id, did="commented", comment_id=done.comment_id)

    def opened(self, draft_id: int, *, by: Actor) -> Decided | Refused:
        done = decisions.mark_opened(self._engine, draft_id, by, now=self._parts.now())
        return done if isinstance(done, Refused) else Decided(draft_id=draft_id, did="opened")

    def knows(self, user_id: str) -> bool:
        with read(self._engine) as connection:
            return users.find_user(connection, user_id) is not None

    # --- several at once ------------------------------------------------------------------------------------------

    def each(self, given: BulkIn, *, by: Actor) -> BulkDone:
        most = self._parts.services.outbox().bulk
        rows: list[BulkRow] = []
        done = 0
        for one in given.drafts:
            full = given.act == "approve" and done >= most
            rows.append(_row(one.id, _too_many(most) if full else self._one(given, one, by)))
            done += rows[-1].done
        return BulkDone(done=done, skipped=len(rows) - done, drafts=rows)

    def _one(self, given: BulkIn, one: BulkDraft, by: Actor) -> Decided | Refused:
        shown = Shown(one.id, one.version, one.hash)
        if given.act == "approve":
            return self.approve(shown, by=by) if self._was_opened(one.id) else _UNREAD
        if given.act == "reject" and given.reason is not None:
            return self.reject(shown, given.reason, "", by=by)
        if given.act == "snooze":
            return self.snooze(shown, given.until, given.for_update, by=by)
        if given.act == "assign":
            return self.assign(one.id, given.to, by=by)
        return self.undo(one.id, by=by)

    def _was_opened(self, draft_id: int) -> bool:
        with read(self._engine) as connection:
            row = one_row(connection, draft_id)
        return row is None or row.opened_at is not None


_UNREAD = Refused(Refusal.OBSTACLE, "Nobody has opened it.")


def _too_many(most: int) -> Refused:
    return Refused(Refusal.OBSTACLE, f"{too_many(most).capitalize()} drafts.")


def _row(draft_id: int, answer: Decided | Refused) -> BulkRow:
    if isinstance(answer, Decided):
        return BulkRow(draft_id=draft_id, done=True)
    return BulkRow(draft_id=draft_id, done=False, refusal=str(answer.refusal), message=answer.message)


def add(routes: APIRouter, parts: Parts) -> None:
    desk, judge = Desk(parts), Decisions(parts)
    _deciding(routes, desk, judge)
    _arranging(routes, desk, judge)
    _bulk(routes, desk)


def _deciding(routes: APIRouter, desk: Desk, judge: Decisions) -> None:
    post = partial(routes.post, response_model=Decided, responses=documented(404, 409), tags=["decisions"])

    @post("/drafts/{draft_id}/approve", summary="Approve exactly the text that you read")
    def approve(request: Request, draft_id: PathId, given: ShownIn, key: KeyHeader = None) -> Response:
        act = partial(desk.approve, _shown(draft_id, given), by=actor_of(request))
        return judge.run(request, draft_id, act, key=key, body=given)

    @post("/drafts/{draft_id}/edit", summary="Write a new version; approving it is another request")
    def edit(request: Request, draft_id: PathId, given: EditIn, key: KeyHeader = None) -> Response:
        act = partial(desk.edit, _shown(draft_id, given), given, by=actor_of(request))
        return judge.run(request, draft_id, act, key=key, body=given)

    @post("/drafts/{draft_id}/reject", summary="Say no with a reason; each reason teaches something")
    def reject(request: Request, draft_id: PathId, given: RejectIn, key: KeyHeader = None) -> Response:
        act = partial(
            desk.reject, _shown(draft_id, given), given.reason, given.comment, by=actor_of(request),
            instead=given.instead or None, scope=given.scope,
        )  # fmt: skip
        return judge.run(request, draft_id, act, key=key, body=given)

    @post("/drafts/{draft_id}/snooze", summary="Put aside until a moment, or until the news is updated")
    def snooze(request: Request, draft_id: PathId, given: SnoozeIn, key: KeyHeader = None) -> Response:
        if not _zoned(given.until):
            return wrong_field(request, "body.until", _NO_ZONE)
        act = partial(desk.snooze, _shown(draft_id, given), given.until, given.for_update, by=actor_of(request))
        return judge.run(request, draft_id, act, key=key, body=given)

    @post("/drafts/{draft_id}/undo", summary="Take the last decision back; an approval only while it is held")
    def undo(request: Request, draft_id: PathId, key: KeyHeader = None) -> Response:
        return judge.run(request, draft_id, partial(desk.undo, draft_id, by=actor_of(request)), key=key)


def _arranging(routes: APIRouter, desk: Desk, judge: Decisions) -> None:
    post = partial(routes.post, response_model=Decided, responses=documented(404, 409), tags=["decisions"])

    @post("/drafts/{draft_id}/opened", summary="Say that a person has read it, as its page does")
    def opened(request: Request, draft_id: PathId) -> Response:
        return judge.run(request, draft_id, partial(desk.opened, draft_id, by=actor_of(request)))

    @post("/drafts/{draft_id}/assign", summary="Give it to a person, or to nobody")
    def assign(request: Request, draft_id: PathId, given: AssignIn) -> Response:
        to = seat_of(request).user.id if given.to == "me" else given.to or None
        if to is not None and not desk.knows(to):
            return wrong_field(request, "body.to", "There is no such user.")
        return judge.run(request, draft_id, partial(desk.assign, draft_id, to, by=actor_of(request)))

    @post("/drafts/{draft_id}/comments", summary="Leave a comment")
    def comment(request: Request, draft_id: PathId, given: CommentIn, key: KeyHeader = None) -> Response:
        act = partial(desk.comment, draft_id, given.text, by=actor_of(request))
        return judge.run(request, draft_id, act, key=key, body=given)


def _bulk(routes: APIRouter, desk: Desk) -> None:
    @routes.post("/bulk", responses=documented(), response_model=BulkDone, tags=["decisions"])
    def bulk(request: Request, given: BulkIn) -> BulkDone | Response:
        """One act on up to fifty drafts, each by itself; the answer says for each what became of it."""
        wrong = _bulk_objection(desk, given)
        if wrong is not None:
            return wrong_field(request, *wrong)
        return desk.each(given, by=actor_of(request))


def _bulk_objection(desk: Desk, given: BulkIn) -> tuple[str, str] | None:
    if given.act == "reject" and given.reason in (None, RejectReason.OTHER):
        return "body.reason", "Give one reason that stands for all; `other` needs words for each."
    if not _zoned(given.until):
        return "body.until", _NO_ZONE
    if given.act == "assign" and given.to is not None and not desk.knows(given.to):
        return "body.to", "There is no such user."
    return None


def _zoned(moment: datetime | None) -> bool:
    return moment is None or moment.tzinfo is not None


def _shown(draft_id: int, given: ShownIn) -> Shown:
    return Shown(draft_id, given.version, given.hash)
