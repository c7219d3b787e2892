"""What all decisions share: one locked draft, one move, one audit row, and refusals that say who and when.

A decision is one transaction. It locks the draft's row, judges what it finds, and moves the draft by a
compare-and-swap on state, version and content hash. Locks are always taken in the order draft, handoff.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Row, Select, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from campaigns.review import (
    OPEN,
    DraftState,
    HandoffState,
    Refusal,
    Refused,
    check_draft_move,
    check_handoff_move,
    expires_at,
)
from overture.crashpoints import crashpoint
from overture.db.audit import Act, Actor, record
from overture.db.engine import is_postgres, read, write
from overture.db.tables import approvals, draft_versions, drafts, handoffs, promises_made

Answer = TypeVar("Answer")
Draft = Row[Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """The very text that the person saw."""

    draft_id: int
    version: int
    content_hash: str


class Lost(Exception):  # noqa: N818 - the name is the statement
    """The draft or its handoff is no longer as it was read in this transaction."""


def decide(engine: Engine, draft_id: int, act: Callable[[Connection], Answer]) -> Answer | Refused:
    """Run `act` in one transaction; what the database's own keys and guards refuse becomes a value too."""
    try:
        with write(engine) as connection:
            answer = act(connection)
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
    return decided_before(draft) if draft else unknown()


# --- reading ------------------------------------------------------------------------------------------------------


def lock(connection: Connection, draft_id: int) -> Draft | None:
    """The draft, which nobody else changes until this transaction ends."""
    query: Select[Any] = select(drafts).where(drafts.c.id == draft_id)
    return connection.execute(query.with_for_update() if is_postgres(connection) else query).one_or_none()


def find(connection: Connection, draft_id: int) -> Draft | None:
    return connection.execute(select(drafts).where(drafts.c.id == draft_id)).one_or_none()


def version_of(connection: Connection, draft: Draft) -> Row[Any]:
    """The row of the draft's current version."""
    return connection.execute(
        select(draft_versions).where(draft_versions.c.draft_id == draft.id, draft_versions.c.version == draft.version)
    ).one()


def live_handoff(connection: Connection, draft_id: int) -> Row[Any] | None:
    """The draft's handoff that is not cancelled; there is one at most."""
    query: Select[Any] = select(handoffs).where(
        handoffs.c.draft_id == draft_id, handoffs.c.state != HandoffState.CANCELLED
    )
    return connection.execute(query.with_for_update() if is_postgres(connection) else query).one_or_none()


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


def decided_before(draft: Draft, *, own: bool = False) -> Refused:
    """Somebody decided first; `own` where it was this person, in the same sense."""
    state = DraftState(draft.state)
    who = "you" if own else draft.decided_by
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
        return decided_before(draft)
    if (draft.version, draft.content_hash) != (shown.version, shown.content_hash):
        return changed_since(connection, draft)
    return None


def changed_since(connection: Connection, draft: Draft) -> Refused:
    current = version_of(connection, draft)
    return Refused(
        Refusal.STALE,
        f"The draft changed: version {draft.version} is by {current.author}.",
        by=current.author,
        at=current.made_at,
        version=draft.version,
    )


def taken(connection: Connection, draft: Draft) -> Refused | None:
    """Refuse where another open draft holds one of this draft's keys, and name it."""
    same_event = (
        (drafts.c.trigger_id == draft.trigger_id)
        & (drafts.c.account_id == draft.account_id)
        & (drafts.c.chapter == draft.chapter)
    )
    other = connection.execute(
        select(drafts)
        .where(drafts.c.id != draft.id, drafts.c.state.in_(sorted(OPEN)))
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


# --- writing ------------------------------------------------------------------------------------------------------


def move(
    connection: Connection,
    draft: Draft,
    wanted: DraftState,
    actor: Actor,
    *,
    now: datetime,
    codes: dict[str, Any] | None = None,
    **values: Any,
) -> None:
    """One move of a draft, with its audit row. Raises Lost when the draft is no longer as it was read."""
    check_draft_move(DraftState(draft.state), wanted)
    moved = connection.execute(
        update(drafts)
        .where(
            drafts.c.id == draft.id,
            drafts.c.state == draft.state,
            drafts.c.version == draft.version,
            drafts.c.content_hash == draft.content_hash,
        )
        .values(state=wanted, updated_at=now, **values)
    )
    if moved.rowcount != 1:
        raise Lost(f"draft {draft.id}")
    version = values.get("version", draft.version)
    act = Act(f"draft.{wanted}", "draft", str(draft.id), draft.state, wanted, {"version": version, **(codes or {})})
    record(connection, actor, [act], now=now)


def move_handoff(
    connection: Connection,
    handoff: Row[Any],
    wanted: HandoffState,
    actor: Actor,
    *,
    now: datetime,
    codes: dict[str, Any] | None = None,
    **values: Any,
) -> None:
    """One move of a handoff, with its audit row. Raises Lost when somebody else has it by now."""
    check_handoff_move(HandoffState(handoff.state), wanted)
    moved = connection.execute(
        update(handoffs)
        .where(handoffs.c.id == handoff.id, handoffs.c.state == handoff.state, handoffs.c.fence == handoff.fence)
        .values(state=wanted, **values)
    )
    if moved.rowcount != 1:
        raise Lost(f"handoff {handoff.id}")
    act = Act(f"handoff.{wanted}", "handoff", str(handoff.id), handoff.state, wanted, codes)
    record(connection, actor, [act], now=now)


def cancel(connection: Connection, handoff: Row[Any], actor: Actor, *, reason: str, now: datetime) -> None:
    """Take a held or failed handoff back, and the promise that its message would have made."""
    move_handoff(
        connection,
        handoff,
        HandoffState.CANCELLED,
        actor,
        now=now,
        codes={"reason": reason},
        reason=reason,
        run_at=None,
        retry_at=None,
        owner=None,
        lease_until=None,
    )
    connection.execute(
        update(promises_made)
        .where(promises_made.c.draft_id == handoff.draft_id, promises_made.c.state == "made")
        .values(state="withdrawn", settled_on=now.date())
    )


def add_version(
    connection: Connection, draft: Draft, actor: Actor, *, cause: str, now: datetime, **changes: Any
) -> dict[str, Any]:
    """Write the next version: the current one with `changes`. Gives what the draft's row must say about it."""
    before = version_of(connection, draft)._asdict()
    row = {**before, **changes, "version": draft.version + 1, "author": actor.id, "cause": cause, "made_at": now}
    connection.execute(insert(draft_versions), [{"note": None, **row}])
    return {"version": row["version"], "content_hash": row["content_hash"]}


UNDECIDED: dict[str, Any] = {
    "decided_at": None,
    "decided_by": None,
    "reason": None,
    "comment": None,
    "replaced_by": None,
    "snoozed_until": None,
    "snooze_for_update": False,
}


def back_to_pending(
    connection: Connection, draft: Draft, actor: Actor, *, cause: str, now: datetime, note: str | None = None
) -> int:
    """The draft waits again, with the same text as a new version, since what was decided must be read again."""
    values = add_version(connection, draft, actor, cause=cause, now=now, note=note)
    values |= UNDECIDED | {"run_at": expires_at(draft.good_until)}
    move(connection, draft, DraftState.PENDING, actor, now=now, codes={"cause": cause}, **values)
    return int(values["version"])


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
