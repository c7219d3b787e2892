"""Moves: each changes one row by a compare-and-swap, and leaves one audit row."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from campaigns.review import DraftState, HandoffState, check_draft_move, check_handoff_move, expires_at
from overture.db.audit import Act, Actor, record
from overture.db.tables import draft_versions, drafts, handoffs, promises_made

Draft = Row[Any]


class Lost(Exception):  # noqa: N818 - the name is the statement
    """The draft or its handoff is no longer as it was read in this transaction."""


def version_of(connection: Connection, draft: Draft) -> Row[Any]:
    """The row of the draft's current version."""
    return connection.execute(
        select(draft_versions).where(draft_versions.c.draft_id == draft.id, draft_versions.c.version == draft.version)
    ).one()


def move(
    connection: Connection,
    draft: Draft,
    wanted: DraftState,
    actor: Actor,
    /,  # a column may be called like a parameter
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
    made = {"version": draft.version + 1, "author": actor.id, "cause": cause, "made_at": now}
    row = {**before, "note": None, **changes, **made}  # what was said of a version is said of it alone
    connection.execute(insert(draft_versions), [row])
    return {"version": row["version"], "content_hash": row["content_hash"]}


UNDECIDED: dict[str, Any] = {
    "decided_at": None,
    "decided_by": None,
    "reason": None,
    "comment": None,
    "replaced_by": None,
    "wanted": None,
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
