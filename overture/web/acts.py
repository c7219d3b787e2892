"""The acts of a reader on drafts, with what to say about them: one place for pages, keys and bulk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import Request

from campaigns.review import DraftState, Refused, RejectReason
from overture.db import decisions
from overture.db.audit import Actor
from overture.db.decisions import Approved, Edited, Shown
from overture.db.engine import read
from overture.db.views import QueueRow, one_row
from overture.web.deps import Parts
from overture.web.show import when
from overture.web.show.words import plain_words, reason_effect, reason_label

SNOOZES: dict[str, tuple[str, int]] = {
    "1": ("Tomorrow morning", 1), "2": ("In three days", 3), "3": ("Next week", 7), "4": ("In two weeks", 14),
    "5": ("Until the news is updated", 0),
}  # fmt: skip
UNTIL_UPDATE = "5"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say after an act. `undo` names the drafts whose last decision can be taken back at once."""

    said: str
    level: str = "ok"
    undo: tuple[int, ...] = ()


class Acts:
    """Calls the store of decisions with this app's clock and keys."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def approve(self, shown: Shown, *, by: Actor, now: datetime) -> Approved | Refused:
        services = self._parts.services
        return decisions.approve(services.engine, shown, by, now=now, outbox=services.outbox(), keys=services.keyring)

    def edit(
        self, shown: Shown, subject: str, body: str, vouch: Sequence[str], *, by: Actor, now: datetime
    ) -> Edited | Refused:
        services = self._parts.services
        return decisions.edit(
            services.engine, shown, subject, body, by,
            now=now, company=services.outbox().company, relint=services.relint, vouch=vouch,
        )  # fmt: skip

    def reject(self, shown: Shown, reason: str, comment: str, *, by: Actor, now: datetime) -> Outcome | Refused:
        answer = decisions.reject(
            self._parts.services.engine, shown, RejectReason(reason), by, now=now, comment=comment
        )
        if isinstance(answer, Refused):
            return answer
        said = f"Rejected: {reason_label(reason).lower()}. {reason_effect(reason)}"
        return Outcome(said, undo=(shown.draft_id,))

    def snooze(self, shown: Shown, choice: str, *, by: Actor, now: datetime) -> Outcome | Refused:
        for_update = choice == UNTIL_UPDATE
        until = None if for_update else self.morning(SNOOZES[choice][1])
        answer = decisions.snooze(self._parts.services.engine, shown, until, by, now=now, for_update=for_update)
        if isinstance(answer, Refused):
            return answer
        back = "when the news is updated" if until is None else when.stamp(until, self._parts.zone)
        return Outcome(
            f"Snoozed. Back {back}." if until is None else f"Snoozed. Back on {back}.", undo=(shown.draft_id,)
        )

    def morning(self, days: int) -> datetime:
        """Eight o'clock, so many days from now, in the workspace's zone."""
        local = self._parts.now().astimezone(self._parts.zone) + timedelta(days=days)
        return local.replace(hour=8, minute=0, second=0, microsecond=0)

    def undo(self, draft_id: int, *, by: Actor, now: datetime) -> Outcome | Refused:
        answer: decisions.Undone | decisions.Reopened | Refused
        answer = decisions.undo(self._parts.services.engine, draft_id, by, now=now)
        if isinstance(answer, Refused):
            answer = self._reopened(draft_id, answer, by=by, now=now)
        if isinstance(answer, Refused):
            return answer
        said = {
            DraftState.APPROVED: "Pulled back. Nothing has left; read it again before you approve.",
            DraftState.REJECTED: "Back in the queue. What the rejection taught is forgotten.",
            DraftState.SNOOZED: "Awake again.",
        }
        return Outcome(said.get(answer.was, "Back in the queue."))

    def _reopened(self, draft_id: int, refused: Refused, *, by: Actor, now: datetime) -> decisions.Reopened | Refused:
        """An expired or replaced draft was nobody's act to undo, but may be opened again."""
        engine = self._parts.services.engine
        with read(engine) as connection:
            row = one_row(connection, draft_id)
        if row is None or row.state not in (DraftState.EXPIRED, DraftState.SUPERSEDED):
            return refused
        return decisions.reopen(engine, draft_id, by, now=now)

    def assign(self, draft_id: int, to: str | None, *, by: Actor, now: datetime) -> Outcome | Refused:
        answer = decisions.assign(self._parts.services.engine, draft_id, to, by, now=now)
        if isinstance(answer, Refused):
            return answer
        return Outcome(f"Now with {answer.to}." if answer.to else "Now with nobody.")

    def comment(self, draft_id: int, text: str, *, by: Actor, now: datetime) -> Outcome | Refused:
        answer = decisions.comment(self._parts.services.engine, draft_id, text, by, now=now)
        return answer if isinstance(answer, Refused) else Outcome("Comment kept.")

    # --- several at once ------------------------------------------------------------------------------------------

    def bulk(
        self, act: str, chosen: Sequence[str], *, reason: str, until: str, to: str, by: Actor, now: datetime
    ) -> Outcome:
        """One act on several drafts, each by itself; what was skipped is counted with its reason."""
        done: list[int] = []
        skipped: dict[str, int] = {}
        for shown in filter(None, (shown_of(text) for text in chosen)):
            answer = self._bulk_one(act, shown, reason=reason, until=until, to=to, by=by, now=now)
            if isinstance(answer, str):
                skipped[answer] = skipped.get(answer, 0) + 1
            else:
                done.append(shown.draft_id)
        return _bulk_outcome(act, done, skipped)

    def _bulk_one(
        self, act: str, shown: Shown, *, reason: str, until: str, to: str, by: Actor, now: datetime
    ) -> str | None:
        """None when it was done, else why not."""
        answer: object
        if act == "approve":
            if not self._was_opened(shown.draft_id):
                return "nobody has opened it"
            answer = self.approve(shown, by=by, now=now)
        elif act == "reject" and reason in set(RejectReason) - {RejectReason.OTHER}:
            answer = self.reject(shown, reason, "", by=by, now=now)
        elif act == "snooze" and until in SNOOZES:
            answer = self.snooze(shown, until, by=by, now=now)
        elif act == "assign":
            answer = self.assign(shown.draft_id, to or None, by=by, now=now)
        elif act == "undo":
            answer = self.undo(shown.draft_id, by=by, now=now)
        else:
            return "the act is unknown"
        return refusal_short(answer) if isinstance(answer, Refused) else None

    def _was_opened(self, draft_id: int) -> bool:
        with read(self._parts.services.engine) as connection:
            row = one_row(connection, draft_id)
        return row is not None and row.opened_at is not None

    # --- saying it after a redirect -------------------------------------------------------------------------------

    def notice(self, request: Request) -> Outcome | None:
        """What `?did=ID` stands for: words made anew from the draft's row, never taken from the address."""
        given = request.query_params.get("did", "")
        if not given.isdigit() or len(given) > 15:
            return None
        with read(self._parts.services.engine) as connection:
            row = one_row(connection, int(given))
        return self.said_of(row) if row else None

    def said_of(self, row: QueueRow) -> Outcome:
        if row.state == DraftState.APPROVED and row.release_at:
            leaves = when.leaves(row.release_at, self._parts.now(), self._parts.zone)
            return Outcome(f"Approved: {row.account}. Leaves {leaves}.", undo=(row.id,))
        if row.state == DraftState.REJECTED:
            words = f"{reason_label(row.reason).lower()}. {reason_effect(row.reason)}"
            return Outcome(f"Rejected {row.account}: {words}", undo=(row.id,))
        if row.state == DraftState.SNOOZED:
            back = when.stamp(row.snoozed_until, self._parts.zone) if row.snoozed_until else "when the news is updated"
            return Outcome(f"Snoozed: {row.account}. Back {back}.", undo=(row.id,))
        if row.state == DraftState.PENDING:
            return Outcome(f"{row.account} waits in the queue.")
        return Outcome(f"{row.account}: {plain_words(row.state).lower()}.")


def shown_of(text: str) -> Shown | None:
    """`id.version.hash` from a form."""
    parts = text.split(".")
    if len(parts) != 3 or not (parts[0].isdigit() and parts[1].isdigit()) or len(text) > 100:
        return None
    return Shown(int(parts[0]), int(parts[1]), parts[2])


def refusal_short(refused: Refused) -> str:
    return (
        f"changed by {refused.by}"
        if refused.by and refused.refusal in ("stale", "state")
        else refused.message.rstrip(".")
    )


_VERBS: dict[str, str] = {
    "approve": "approved", "reject": "rejected", "snooze": "snoozed", "assign": "assigned", "undo": "taken back",
}  # fmt: skip


def _bulk_outcome(act: str, done: Sequence[int], skipped: dict[str, int]) -> Outcome:
    said = f"{len(done)} {_VERBS.get(act, act)}"
    if skipped:
        said += ", " + "; ".join(f"{count} skipped ({why})" for why, count in skipped.items())
    undo = tuple(done) if act in ("approve", "reject", "snooze") else ()
    return Outcome(said + ".", "warn" if skipped else "ok", undo)
