"""One act on several drafts, each by itself; what was skipped is counted with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from campaigns.review import Refused, RejectReason
from overture.db import users
from overture.db.audit import Actor
from overture.db.decisions import Shown
from overture.db.engine import read
from overture.db.views import one_row
from overture.web.acts import SNOOZES, Acts, Outcome, Wish
from overture.web.deps import Parts


@dataclass(frozen=True, slots=True)
class Bulk:
    """One act for several drafts, with what it needs."""

    act: str
    reason: str = ""
    until: str = ""
    to: str = ""
    story: str = ""


class BulkActs:
    """Acts on several; an approval takes only what was opened, and so many at once."""

    def __init__(self, parts: Parts, acts: Acts) -> None:
        self._parts = parts
        self._acts = acts

    def run(self, asked: Bulk, chosen: Iterable[Shown], *, by: Actor, now: datetime) -> Outcome:
        """One act on several drafts, each by itself; what was skipped is counted with its reason."""
        done: list[int] = []
        skipped: dict[str, int] = {}
        act, most = asked.act, self._parts.services.outbox().bulk
        for shown in chosen:
            full = act == "approve" and len(done) >= most
            answer = too_many(most) if full else self._bulk_one(asked, shown, by=by, now=now)
            if isinstance(answer, str):
                skipped[answer] = skipped.get(answer, 0) + 1
            else:
                done.append(shown.draft_id)
        return outcome_of(act, done, skipped)

    def _bulk_one(self, asked: Bulk, shown: Shown, *, by: Actor, now: datetime) -> str | None:
        """None when it was done, else why not."""
        answer: object
        if asked.act == "approve":
            if not self._was_opened(shown.draft_id):
                return "nobody has opened it"
            answer = self._acts.approve(shown, by=by, now=now)
        elif asked.act == "reject" and asked.reason in set(RejectReason) - {RejectReason.OTHER}:
            answer = self._acts.reject(shown, asked.reason, "", by=by, now=now)
        elif asked.act == "story":
            wish = Wish(asked.story or None)
            answer = self._acts.reject(shown, RejectReason.WRONG_STORY, "", by=by, now=now, wish=wish)
        elif asked.act == "snooze" and asked.until in SNOOZES:
            answer = self._acts.snooze(shown, asked.until, by=by, now=now)
        elif asked.act == "assign":
            answer = self._acts.assign(shown.draft_id, asked.to or None, by=by, now=now)
        elif asked.act in ("undo", "undo_note"):
            answer = (self._acts.undo if asked.act == "undo" else self._acts.undo_note)(shown.draft_id, by=by, now=now)
        else:
            return "the act is unknown"
        return self._short(answer) if isinstance(answer, Refused) else None

    def _short(self, refused: Refused) -> str:
        """Who was faster, by name, else what is in the way."""
        if not refused.by or refused.refusal not in ("stale", "state"):
            return refused.message.rstrip(".")
        with read(self._parts.services.engine) as connection:
            user = users.find_user(connection, refused.by)
        return f"changed by {user.name if user else refused.by}"

    def _was_opened(self, draft_id: int) -> bool:
        with read(self._parts.services.engine) as connection:
            row = one_row(connection, draft_id)
        return row is not None and row.opened_at is not None


def too_many(most: int) -> str:
    return f"one approval takes {most}"


def shown_of(text: str) -> Shown | None:
    """`id.version.hash` from a form."""
    parts = text.split(".")
    if len(parts) != 3 or not (parts[0].isdecimal() and parts[1].isdecimal()) or len(text) > 100:
        return None
    return Shown(int(parts[0]), int(parts[1]), parts[2])


_VERBS: dict[str, str] = {
    "approve": "approved", "reject": "rejected", "snooze": "snoozed", "assign": "assigned", "undo": "taken back",
    "undo_note": "taken back", "story": "sent back for another story",
    "anew": "told anew",
}  # fmt: skip
_UNDONE_AT_ONCE = frozenset({"approve", "reject", "snooze", "story", "assign", "anew"})


def outcome_of(act: str, done: Sequence[int], skipped: Mapping[str, int]) -> Outcome:
    """What was done to how many, what was left and why, and one way back."""
    said = f"{len(done)} {_VERBS.get(act, act)}"
    if skipped:
        said += ", " + "; ".join(f"{count} skipped ({why})" for why, count in skipped.items())
    undo = tuple(done) if act in _UNDONE_AT_ONCE else ()
    return Outcome(said + ".", "warn" if skipped else "ok", undo, note=act in ("assign", "anew"))
