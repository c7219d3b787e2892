"""What a channel's answer means for the rows: the handoff, its attempt, its draft and the touch."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, func, insert, select, update

from campaigns.review import DraftState, HandoffState
from overture.db.audit import Actor
from overture.db.decide_moves import Draft, move, move_handoff
from overture.db.tables import attempts, touches
from overture.db.types import db_now
from overture.handoff.channels import Answer, InDoubt, Later, RefusedForGood, Taken

Done = Literal["handed_off", "held", "failed", "uncertain", "lost"]

FREE: dict[str, Any] = {"owner": None, "lease_until": None}
_FIRST_WAIT, _LONGEST_WAIT = 30.0, 3600.0  # seconds between tries


def start_attempt(connection: Connection, row: Row[Any], *, owner: str, fence: int, now: datetime) -> None:
    """Written before the channel is touched, so that a crash leaves a trace."""
    so_far = select(func.count()).select_from(attempts).where(attempts.c.handoff_id == row.id)
    number = (connection.scalar(so_far) or 0) + 1
    values = {"handoff_id": row.id, "number": number, "owner": owner, "fence": fence, "started_at": now}
    connection.execute(insert(attempts), values)


def _end_attempt(connection: Connection, row: Row[Any], outcome: str, detail: str, now: datetime) -> None:
    last = select(func.max(attempts.c.id)).where(attempts.c.handoff_id == row.id).scalar_subquery()
    connection.execute(
        update(attempts).where(attempts.c.id == last).values(finished_at=now, outcome=outcome, detail=detail[:2000])
    )


def settle(
    connection: Connection,
    draft: Draft,
    row: Row[Any],
    answer: Answer,
    actor: Actor,
    *,
    now: datetime,
    attempts: int,
) -> Done:
    """Write one answer. The draft is locked, and the lease is known to be ours. `attempts`: then it has failed."""
    if isinstance(answer, Taken):
        _end_attempt(connection, row, "taken", answer.location, now)
        arrive(connection, draft, row, actor, location=answer.location, now=now)
        return "handed_off"
    if isinstance(answer, InDoubt):
        _end_attempt(connection, row, "in_doubt", answer.reason, now)
        return _stop(connection, row, HandoffState.UNCERTAIN, actor, answer.reason, now)
    if isinstance(answer, RefusedForGood):
        _end_attempt(connection, row, "refused", answer.reason, now)
        return _stop(connection, row, HandoffState.FAILED, actor, answer.reason, now)
    _end_attempt(connection, row, "later", answer.reason, now)
    if row.attempts >= attempts:
        return _stop(connection, row, HandoffState.FAILED, actor, answer.reason, now)
    return _try_again(connection, row, answer, actor, now)


def arrive(connection: Connection, draft: Draft, row: Row[Any], actor: Actor, *, location: str, now: datetime) -> None:
    """The channel has it: the draft is done, and the contact counts as touched until somebody denies it."""
    values = FREE | {"location": location, "handed_off_at": now, "reason": None, "run_at": None}
    move_handoff(connection, row, HandoffState.HANDED_OFF, actor, now=now, **values)
    move(connection, draft, DraftState.DONE, actor, now=now, codes={"handoff": row.id}, run_at=None)
    touch = {"handoff_id": row.id, "account_id": row.account_id, "contact_id": row.contact_id}
    touch |= {"sender_id": row.sender_id, "campaign": draft.campaign, "chapter": draft.chapter, "at": now}
    connection.execute(insert(touches), touch)


def _stop(
    connection: Connection,
    row: Row[Any],
    state: Literal[HandoffState.FAILED, HandoffState.UNCERTAIN],
    actor: Actor,
    reason: str,
    now: datetime,
) -> Done:
    """Nothing more happens by itself."""
    values = FREE | {"reason": reason[:2000], "last_error": reason[:2000], "run_at": None}
    move_handoff(connection, row, state, actor, now=now, **values)
    return "failed" if state is HandoffState.FAILED else "uncertain"


def _try_again(connection: Connection, row: Row[Any], answer: Later, actor: Actor, now: datetime) -> Done:
    wait = answer.seconds
    if wait is None:
        wait = min(_FIRST_WAIT * 2.0 ** max(row.attempts - 1, 0), _LONGEST_WAIT)
    values = FREE | {"retry_at": db_now(wait), "reason": answer.reason[:2000], "last_error": answer.reason[:2000]}
    move_handoff(connection, row, HandoffState.HELD, actor, now=now, codes={"attempt": row.attempts}, **values)
    return "held"


def due_again(connection: Connection, row: Row[Any], actor: Actor, *, now: datetime) -> None:
    """The same bytes once more, on a person's word; the claim checks everything again."""
    values = {"run_at": now, "retry_at": None, "attempts": 0, "reason": None}
    move_handoff(connection, row, HandoffState.HELD, actor, now=now, codes={"cause": "again"}, **values)
