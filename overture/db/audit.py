"""One audit row per move, written in the same transaction. Ids, hashes and codes only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection

from overture.db.bulk import insert_all
from overture.db.tables import audit

Origin = Literal["ui", "api", "cli", "system"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and through which door."""

    id: str
    origin: Origin
    request_id: str | None = None


SYSTEM = Actor("system", "system")


@dataclass(frozen=True, slots=True)
class Act:
    """One move: `action` on `thing` `thing_id`, from hash or state `before` to `after`."""

    action: str
    thing: str
    thing_id: str
    before: str | None = None
    after: str | None = None
    codes: dict[str, Any] | None = None


def record(connection: Connection, actor: Actor, acts: list[Act], *, now: datetime) -> None:
    """Append one row per act."""
    if not acts:
        return
    rows = [
        {
            "at": now,
            "actor": actor.id,
            "action": act.action,
            "thing": act.thing,
            "thing_id": act.thing_id,
            "before": act.before,
            "after": act.after,
            "codes": act.codes or {},
            "request_id": actor.request_id,
            "origin": actor.origin,
        }
        for act in acts
    ]
    insert_all(connection, audit, rows)
