"""The state machine of drafts and handoffs; pure.

The two tables below are the whole truth: the store checks a move here before it writes, and the database's own
triggers are generated from the same tables, so that raw SQL cannot make a move that this file does not list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from campaigns.errors import IllegalMove


class DraftState(StrEnum):
    PENDING = "pending"
    SNOOZED = "snoozed"
    APPROVED = "approved"
    REJECTED = "rejected"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    DONE = "done"


class HandoffState(StrEnum):
    HELD = "held"
    SENDING = "sending"
    HANDED_OFF = "handed_off"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    CANCELLED = "cancelled"


OPEN: frozenset[DraftState] = frozenset({DraftState.PENDING, DraftState.SNOOZED, DraftState.APPROVED})

DRAFT_MOVES: dict[DraftState, frozenset[DraftState]] = {
    DraftState.PENDING: frozenset(
        {
            DraftState.PENDING,  # a new version
            DraftState.APPROVED,
            DraftState.REJECTED,
            DraftState.SNOOZED,
            DraftState.EXPIRED,
            DraftState.SUPERSEDED,
        }
    ),
    DraftState.SNOOZED: frozenset({DraftState.PENDING, DraftState.REJECTED, DraftState.EXPIRED, DraftState.SUPERSEDED}),
    DraftState.APPROVED: frozenset({DraftState.PENDING, DraftState.EXPIRED, DraftState.SUPERSEDED, DraftState.DONE}),
    DraftState.REJECTED: frozenset({DraftState.PENDING}),
    DraftState.EXPIRED: frozenset({DraftState.PENDING}),
    DraftState.SUPERSEDED: frozenset({DraftState.PENDING}),
    DraftState.DONE: frozenset(),
}

HANDOFF_MOVES: dict[HandoffState, frozenset[HandoffState]] = {
    HandoffState.HELD: frozenset({HandoffState.HELD, HandoffState.SENDING, HandoffState.CANCELLED}),
    HandoffState.SENDING: frozenset(
        {HandoffState.HANDED_OFF, HandoffState.FAILED, HandoffState.UNCERTAIN, HandoffState.HELD}
    ),
    HandoffState.UNCERTAIN: frozenset({HandoffState.HANDED_OFF, HandoffState.HELD, HandoffState.CANCELLED}),
    HandoffState.FAILED: frozenset({HandoffState.HELD, HandoffState.CANCELLED}),
    HandoffState.HANDED_OFF: frozenset(),
    HandoffState.CANCELLED: frozenset(),
}

REOPEN_WITHIN = timedelta(days=30)


class RejectReason(StrEnum):
    """The closed list, in the order of the digits 1 to 9 and 0."""

    WRONG_COMPANY = "wrong_company"
    NOT_A_TRIGGER = "not_a_trigger"
    OLD_NEWS = "old_news"
    WRONG_PERSON = "wrong_person"
    BAD_TIMING = "bad_timing"
    WRONG_STORY = "wrong_story"
    SOUNDS_LIKE_US = "sounds_like_us"
    WRONG_FACT = "wrong_fact"
    DO_NOT_CONTACT = "do_not_contact"
    OTHER = "other"

    @property
    def digit(self) -> str:
        return str((list(RejectReason).index(self) + 1) % 10)


class Refusal(StrEnum):
    """Why a decision was not taken; each is an expected outcome, so a value."""

    STALE = "stale"  # the version or the text is no longer the one that was shown
    STATE = "state"  # somebody decided before
    OBSTACLE = "obstacle"  # a finding forbids approval
    NOT_FRESH = "not_fresh"  # good-until has passed
    SUPPRESSED = "suppressed"
    NO_BASIS = "no_basis"
    NO_ADDRESS = "no_address"
    TAKEN = "taken"  # another open draft holds the key
    TOO_LATE = "too_late"  # the handoff has left `held`
    UNKNOWN = "unknown"  # no such draft
    INCOMPLETE = "incomplete"  # the decision lacks something: a comment, a date, a text
    FOUR_EYES = "four_eyes"  # who wrote the text may not approve it


@dataclass(frozen=True, slots=True)
class Refused:
    """A decision that was not taken: why, and who or what stands in the way, since when."""

    refusal: Refusal
    message: str
    by: str | None = None
    at: datetime | None = None
    version: int | None = None  # the current one
    own: bool = False  # the very same decision was taken before by the same person
    in_the_way: int | None = None  # the draft that holds the key


def expires_at(good_until: date) -> datetime:
    """The end of the last good day, in UTC."""
    return datetime.combine(good_until + timedelta(days=1), time(), UTC)


def is_fresh(good_until: date, now: datetime) -> bool:
    return now < expires_at(good_until)


def check_draft_move(current: DraftState, wanted: DraftState) -> None:
    """Raise `IllegalMove` unless the table lists the move."""
    if wanted not in DRAFT_MOVES[current]:
        raise IllegalMove("draft", current, wanted)


def check_handoff_move(current: HandoffState, wanted: HandoffState) -> None:
    """Raise `IllegalMove` unless the table lists the move."""
    if wanted not in HANDOFF_MOVES[current]:
        raise IllegalMove("handoff", current, wanted)
