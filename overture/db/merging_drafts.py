"""Which drafts go on when two triggers become one: one per account and chapter, by what people did with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from campaigns.review import OPEN, DraftState, HandoffState
from overture.db.audit import Actor
from overture.db.decide_base import live_handoff
from overture.db.decide_instead import asks_for_another
from overture.db.decide_moves import cancel, move
from overture.db.engine import locking
from overture.db.tables import drafts


class NotNow(Exception):  # noqa: N818 - the name is the statement
    """Two messages about the one event are on their way out already; neither can be taken back."""


def settle_drafts(connection: Connection, keep: int, gone: int, actor: Actor, *, now: datetime) -> list[int]:
    """Leave one open draft at most for each account and chapter of the two triggers; gives the superseded ones."""
    query: Select[Any] = select(drafts).where(drafts.c.trigger_id.in_((keep, gone))).order_by(drafts.c.id)
    rows = connection.execute(locking(connection, query)).all()
    same: dict[tuple[str, int], list[Row[Any]]] = defaultdict(list)
    for row in rows:
        same[row.account_id, row.chapter].append(row)
    superseded: list[int] = []
    for group in same.values():
        if len({row.trigger_id for row in group}) == 2:
            superseded += _settle(connection, group, actor, now)
    return superseded


def _settle(connection: Connection, group: Sequence[Row[Any]], actor: Actor, now: datetime) -> list[int]:
    winner = min(group, key=_standing)
    if _standing(winner)[0] == _LAPSED:
        return []
    losers = [row for row in group if row.id != winner.id and row.state in OPEN]
    for loser in losers:
        _supersede(connection, loser, winner, actor, now)
    return [loser.id for loser in losers]


_LAPSED = 4


def _standing(row: Row[Any]) -> tuple[int, int]:
    """What a person did counts most: handed off, approved, said no; then the older row. Lapsed ones stand for
    nothing, and a no that asks for another contact or story closes nothing."""
    if row.state == DraftState.DONE:
        return 0, row.id
    if row.state == DraftState.APPROVED:
        return 1, row.id
    if row.state == DraftState.REJECTED and not asks_for_another(row):
        return 2, row.id
    return (3 if row.state in OPEN else _LAPSED), row.id


def _supersede(connection: Connection, loser: Row[Any], winner: Row[Any], actor: Actor, now: datetime) -> None:
    if loser.state == DraftState.APPROVED:
        handoff = live_handoff(connection, loser.id)
        if handoff is not None and handoff.state not in (HandoffState.HELD, HandoffState.FAILED):
            raise NotNow(f"The message of draft {loser.id} is on its way out; look again when it has arrived.")
        if handoff is not None:
            cancel(connection, handoff, actor, reason="merged", now=now)
    closed = {"replaced_by": winner.id, "decided_at": now, "decided_by": actor.id, "run_at": None}
    move(connection, loser, DraftState.SUPERSEDED, actor, now=now, codes={"cause": "merge", "by": winner.id}, **closed)
