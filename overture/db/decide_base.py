"""What all decisions share: one locked draft, one move, one audit row, and refusals that say who and when.

A decision is one transaction. It locks the draft's row, judges what it finds, and moves the draft by a
compare-and-swap on state, version and content hash. Locks are always taken in the order draft, handoff.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Row, Select, or_, select
from sqlalchemy.exc import IntegrityError

from campaigns.review import (
    OPEN,
    DraftState,
    HandoffState,
    Refusal,
    Refused,
)
from overture.crashpoints import crashpoint
from overture.db.audit import Actor
from overture.db.decide_moves import Draft, Lost, version_of
from overture.db.engine import locking, read, write
from overture.db.tables import approvals, drafts, handoffs, users

Answer = TypeVar("Answer")
Note = Callable[[Connection], object]  # what is written down of a decision beside it


@dataclass(frozen=True, slots=True)
class Shown:
    """The very text that the person saw."""

    draft_id: int
    version: int
    content_hash: str


def decide(
    engine: Engine, draft_id: int, act: Callable[[Connection], Answer], beside: Note | None = None
) -> Answer | Refused:
    """Run `act` in one transaction; what the database's own keys and guards refuse becomes a value too. `beside` is
    written in the same transaction, unless the act is refused."""
    try:
        with write(engine) as connection:
            answer = act(connection)
            if beside is not None and not isinstance(answer, Refused):
                beside(connection)
            crashpoint("decision.before_commit")
    except IntegrityError as error:
        refused = _refused_by_the_database(engine, draft_id, str(error.orig))
        if refused is None:
            raise
        return refused
    except Lost:
        return _overtaken(engine, draft_id)
    crashpoint("decision.after_commit")
    return answer


def _refused_by_the_database(engine: Engine, draft_id: int, message: str) -> Refused | None:
    if "is suppressed" in message:
        return Refused(Refusal.SUPPRESSED, "This address is on the do-not-contact list.")
    if "drafts" not in message and "approvals" not in message:
        return None
    with read(engine) as connection:
        draft = find(connection, draft_id)
        return (draft and taken(connection, draft)) or _overtaken(engine, draft_id)


def _overtaken(engine: Engine, draft_id: int) -> Refused:
    with read(engine) as connection:
        draft = find(connection, draft_id)
        return decided_before(connection, draft) if draft else unknown()


# --- reading ------------------------------------------------------------------------------------------------------


def lock(connection: Connection, draft_id: int) -> Draft | None:
    """The draft, which nobody else changes until this transaction ends."""
    query: Select[Any] = select(drafts).where(drafts.c.id == draft_id)
    return connection.execute(locking(connection, query)).one_or_none()


def find(connection: Connection, draft_id: int) -> Draft | None:
    return connection.execute(select(drafts).where(drafts.c.id == draft_id)).one_or_none()


def live_handoff(connection: Connection, draft_id: int) -> Row[Any] | None:
    """The draft's handoff that is not cancelled; there is one at most."""
    query: Select[Any] = select(handoffs).where(
        handoffs.c.draft_id == draft_id, handoffs.c.state != HandoffState.CANCELLED
    )
    return connection.execute(locking(connection, query)).one_or_none()


# --- refusals -----------------------------------------------------------------------------------------------------


def unknown() -> Refused:
    return Refused(Refusal.UNKNOWN, "There is no such draft.")


_WORDS = {
    DraftState.PENDING: "changed",
    DraftState.SNOOZED: "snoozed",
    DraftState.APPROVED: "approved",
    DraftState.REJECTED: "rejected",
    DraftState.EXPIRED: "expired",
    DraftState.SUPERSEDED: "replaced",
    DraftState.DONE: "handed off",
}


def _called(connection: Connection, who: str) -> str:
    """A person's name, where one of ours signs in by this."""
    return connection.scalar(select(users.c.name).where(users.c.id == who)) or who


def decided_before(connection: Connection, draft: Draft, *, own: bool = False) -> Refused:
    """Somebody decided first; `own` where it was this person, in the same sense."""
    state = DraftState(draft.state)
    who = "you" if own else draft.decided_by and _called(connection, draft.decided_by)
    message = f"This draft was already {_WORDS[state]}" + (f" by {who}." if who else ".")
    at = draft.decided_at or draft.updated_at
    return Refused(Refusal.STATE, message, by=draft.decided_by, at=at, version=draft.version, own=own)


def not_as_shown(
    connection: Connection, draft: Draft | None, shown: Shown, allowed: Collection[DraftState]
) -> Refused | None:
    """Refuse unless the draft stands in one of the `allowed` states with the very text that was shown."""
    if draft is None:
        return unknown()
    if DraftState(draft.state) not in allowed:
        return decided_before(connection, draft)
    if (draft.version, draft.content_hash) != (shown.version, shown.content_hash):
        return changed_since(connection, draft, same=draft.version == shown.version)
    return None


def changed_since(connection: Connection, draft: Draft, *, same: bool = False) -> Refused:
    """What was shown is not what stands now; `same` where only its hash differs."""
    current = version_of(connection, draft)
    said = f"The draft changed: version {draft.version} is by {_called(connection, current.author)}."
    return Refused(
        Refusal.STALE,
        f"This is not the text of version {draft.version}: its hash is another one." if same else said,
        by=current.author,
        at=current.made_at,
        version=draft.version,
    )


def taken(connection: Connection, draft: Draft, *, besides: int | None = None) -> Refused | None:
    """Refuse where another open draft, `besides` one that is known, holds one of this draft's keys, and name it."""
    same_event = (
        (drafts.c.trigger_id == draft.trigger_id)
        & (drafts.c.account_id == draft.account_id)
        & (drafts.c.chapter == draft.chapter)
    )
    other = connection.execute(
        select(drafts)
        .where(drafts.c.id.not_in((draft.id, besides or draft.id)), drafts.c.state.in_(sorted(OPEN)))
        .where(or_(same_event, drafts.c.address_key == draft.address_key))
        .order_by(drafts.c.id)
        .limit(1)
    ).one_or_none()
    if other is None:
        return None
    return Refused(
        Refusal.TAKEN,
        f"Draft {other.id} ({other.state}) is in the way.",
        by=other.decided_by or other.assignee,
        at=other.updated_at,
        version=draft.version,
        in_the_way=other.id,
    )


def approved_as_shown(connection: Connection, shown: Shown, actor: Actor) -> bool:
    """Whether this very person approved this very text before."""
    found = connection.scalar(
        select(approvals.c.id).where(
            approvals.c.draft_id == shown.draft_id,
            approvals.c.version == shown.version,
            approvals.c.content_hash == shown.content_hash,
            approvals.c.approved_by == actor.id,
        )
    )
    return found is not None
