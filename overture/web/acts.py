"""The acts of a reader on drafts, with what to say about them: one place for pages and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import Request

from campaigns.review import DraftState, Refused, RejectReason
from overture.db import decisions, lessons, users, watching
from overture.db.audit import Actor
from overture.db.decide_base import Note
from overture.db.decisions import Approved, Edited, Shown, Tie, Unassigned
from overture.db.engine import read
from overture.db.views import QueueRow, one_row
from overture.web.deps import Parts, Reading
from overture.web.show import when
from overture.web.show.words import plain_words, reason_effect, reason_label

SNOOZES: dict[str, tuple[str, int]] = {
    "1": ("Tomorrow morning", 1), "2": ("In three days", 3), "3": ("Next week", 7), "4": ("In two weeks", 14),
    "5": ("Until the news is updated", 0),
}  # fmt: skip
UNTIL_UPDATE = "5"


@dataclass(frozen=True, slots=True)
class Seen:
    """Of how many claims of a draft the evidence was opened before it was decided."""

    sighted: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True)
class Wish:
    """What a rejection asks for instead, and how far `do not contact` reaches."""

    instead: str | None = None
    whole_domain: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to say after an act. `undo` names the drafts whose last decision can be taken back at once."""

    said: str
    level: str = "ok"
    undo: tuple[int, ...] = ()
    note: bool = False  # what can be undone is no decision, but an edit or whose it is
    link: tuple[str, str] | None = None  # address and words


class Acts:
    """Calls the store of decisions with this app's clock and keys."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def approve(self, shown: Shown, *, by: Actor, now: datetime, seen: Seen = Seen()) -> Approved | Refused:
        services = self._parts.services
        return decisions.approve(
            services.engine, shown, by, now=now, outbox=services.outbox(), keys=services.keyring,
            beside=_look(shown, "approved", by, now, seen),
        )  # fmt: skip

    def edit(
        self, shown: Shown, subject: str, body: str, vouch: Sequence[str], *, by: Actor, now: datetime,
        ties: Sequence[Tie] = (),
    ) -> Edited | Refused:  # fmt: skip
        services = self._parts.services
        return decisions.edit(
            services.engine, shown, subject, body, by,
            now=now, company=services.outbox().company, relint=services.relint, vouch=vouch, ties=ties,
        )  # fmt: skip

    def reject(
        self, shown: Shown, reason: str, comment: str, *, by: Actor, now: datetime, wish: Wish = Wish(),
        seen: Seen = Seen(),
    ) -> Outcome | Refused:  # fmt: skip
        services = self._parts.services
        answer = decisions.reject(
            services.engine, shown, RejectReason(reason), by, now=now, comment=comment, instead=wish.instead or None,
            scope="domain" if wish.whole_domain else "address", keys=services.keyring,
            beside=_look(shown, "rejected", by, now, seen),
        )  # fmt: skip
        if isinstance(answer, Refused):
            return answer
        said = f"Rejected: {reason_label(reason).lower()}. {reason_effect(reason)}"
        return Outcome(said, undo=(shown.draft_id,))

    def snooze(self, shown: Shown, choice: str, *, by: Actor, now: datetime, seen: Seen = Seen()) -> Outcome | Refused:
        for_update = choice == UNTIL_UPDATE
        until = None if for_update else self.morning(SNOOZES[choice][1])
        engine, look = self._parts.services.engine, _look(shown, "snoozed", by, now, seen)
        answer = decisions.snooze(engine, shown, until, by, now=now, for_update=for_update, beside=look)
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
        watching.undecided(self._parts.services.engine, [draft_id])
        said = {
            DraftState.APPROVED: "Pulled back. Nothing has left; read it again before you approve.",
            DraftState.REJECTED: "Back in the queue. What the rejection taught is forgotten.",
            DraftState.SNOOZED: "Awake again.",
        }
        return Outcome(said.get(answer.was, "Back in the queue."))

    def undo_note(self, draft_id: int, *, by: Actor, now: datetime) -> Outcome | Refused:
        """Take back an edit or an assignment."""
        services = self._parts.services
        answer = decisions.undo_note(services.engine, draft_id, by, now=now, company=services.outbox().company)
        if isinstance(answer, Refused):
            return answer
        if isinstance(answer, Unassigned):
            return Outcome(f"With {answer.to or 'nobody'} again, as before.")
        return Outcome("Your edit is taken back; the text is as it was before.")

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
        return Outcome(f"Now with {answer.to}." if answer.to else "Now with nobody.", undo=(draft_id,), note=True)

    def comment(self, draft_id: int, text: str, *, by: Actor, now: datetime) -> Outcome | Refused:
        answer = decisions.comment(self._parts.services.engine, draft_id, text, by, now=now)
        return answer if isinstance(answer, Refused) else Outcome("Comment kept.")

    # --- saying it after a redirect -------------------------------------------------------------------------------

    def notice(self, request: Request) -> Outcome | None:
        """What `?did=ID` stands for: words made anew from the draft's row, never taken from the address."""
        given = request.query_params.get("did", "")
        if not given.isdecimal() or len(given) > 15:
            return None
        did = request.query_params.get("act", "")
        with read(self._parts.services.engine) as connection:
            row = one_row(connection, int(given))
            if row and did in _NOTES and row.state == DraftState.PENDING:
                return Outcome(_note(did, row, connection), undo=(row.id,), note=True)
            return self.said_of(row, connection) if row else None

    def noted(self, draft_id: int, act: str) -> str:
        """Words about what is no decision, for a page that is not loaded anew."""
        with read(self._parts.services.engine) as connection:
            row = one_row(connection, draft_id)
            return _note(act, row, connection) if row and act else "It reads like this already."

    def said_of(self, row: QueueRow, connection: Reading) -> Outcome:
        if row.state == DraftState.APPROVED and row.release_at:
            leaves = when.leaves(row.release_at, self._parts.now(), self._parts.zone)
            return Outcome(f"Approved: {row.account}. Leaves {leaves}.", undo=(row.id,))
        if row.state == DraftState.REJECTED:
            words = f"{reason_label(row.reason).lower()}. {reason_effect(row.reason)}"
            again = self._again(row, connection)
            link = ("/review#suggestions", "See what could change") if again else ("/review", "What was learned")
            return Outcome(f"Rejected {row.account}: {words}{again}", undo=(row.id,), link=link)
        if row.state == DraftState.SNOOZED:
            back = when.stamp(row.snoozed_until, self._parts.zone) if row.snoozed_until else "when the news is updated"
            return Outcome(f"Snoozed: {row.account}. Back {back}.", undo=(row.id,))
        if row.state == DraftState.PENDING:
            return Outcome(f"{row.account} waits in the queue.")
        return Outcome(f"{row.account}: {plain_words(row.state).lower()}.")

    def _again(self, row: QueueRow, connection: Reading) -> str:
        """Where one campaign hears the same reason again and again, that is worth a word."""
        if row.reason is None or row.reason == RejectReason.OTHER:
            return ""
        times = lessons.times(connection, row.campaign, row.reason, now=self._parts.now())
        if times < lessons.ENOUGH:
            return ""
        return f" {row.campaign} has heard this {times} times in seven days."


def _look(shown: Shown, decision: str, by: Actor, now: datetime, seen: Seen) -> Note | None:
    """The end of this person's look at the draft, to be written beside the decision. Programs do not look."""
    if by.origin != "ui":
        return None
    place, told = (shown.draft_id, shown.version), {"sighted": seen.sighted, "claims": seen.claims}
    return lambda connection: watching.decided(connection, place, by.id, decision, now=now, **told)


_NOTES = {
    "edited": "Saved: {account} has a new version.",
    "variant": "{account} has another subject now.",
    "restored": "{account} has the story’s own text again.",
    "assigned": "{account} is with {whom} now.",
}


def _note(act: str, row: QueueRow, connection: Reading) -> str:
    person = users.find_user(connection, row.assignee) if act == "assigned" and row.assignee else None
    return _NOTES[act].format(account=row.account, whom=person.name if person else row.assignee or "nobody")
