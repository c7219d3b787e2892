"""How people decide, in numbers: how long they look, what they open, how often they say no. Reads only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, select

from overture.db.tables import draft_versions, looks, users

QUICK_SECONDS = 3.0
_PAUSE = timedelta(minutes=5)
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Habit:
    """One person's decisions in a stretch of time. Shares are 0..1, None where there is nothing to share."""

    user: str
    name: str
    decided: int
    approved: int
    seconds: float  # median from opening to decision
    per_hour: int | None  # while at work
    quick: float  # share decided in under three seconds
    overridden: float  # share that was edited or refused
    sighted: float | None  # of the claims that were approved: share whose evidence was opened
    unread: float | None  # share of approvals, with claims in them, where no evidence was opened

    @property
    def alarms(self) -> tuple[str, ...]:
        """What a team should talk about; only where there is enough to say so."""
        if self.decided < 20:
            return ()
        found = []
        if self.quick > 0.1:
            found.append("many decisions in under three seconds")
        if self.overridden < 0.03:
            found.append("hardly anything is changed or refused")
        if self.unread is not None and self.unread > 0.5:
            found.append("most approvals without any evidence opened")
        return tuple(found)


def habits(connection: Connection, *, since: datetime) -> tuple[Habit, ...]:
    """Everybody who decided since then, busiest first."""
    version = and_(draft_versions.c.draft_id == looks.c.draft_id, draft_versions.c.version == looks.c.version)
    query: Select[Any] = (
        select(
            looks.c.user_id, users.c.name, looks.c.began_at, looks.c.decided_at, looks.c.decision, looks.c.claims,
            looks.c.sighted, draft_versions.c.cause,
        )
        .join(users, users.c.id == looks.c.user_id)
        .join(draft_versions, version)
        .where(looks.c.decided_at >= since)
        .order_by(looks.c.decided_at.desc())
        .limit(_MOST)
    )  # fmt: skip
    people: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query):
        people[row.user_id].append(row)
    return tuple(sorted((_habit(rows) for rows in people.values()), key=lambda habit: -habit.decided))


def _habit(rows: Sequence[Row[Any]]) -> Habit:
    spent = [(row.decided_at - row.began_at).total_seconds() for row in rows]
    approved = [row for row in rows if row.decision == "approved"]
    with_claims = [row for row in approved if row.claims]
    changed = sum(row.decision != "approved" or row.cause == "edit" for row in rows)
    claims = sum(row.claims for row in with_claims)
    return Habit(
        user=rows[0].user_id,
        name=rows[0].name,
        decided=len(rows),
        approved=len(approved),
        seconds=median(spent),
        per_hour=_per_hour(sorted(row.decided_at for row in rows)),
        quick=sum(one < QUICK_SECONDS for one in spent) / len(rows),
        overridden=changed / len(rows),
        sighted=sum(row.sighted for row in with_claims) / claims if claims else None,
        unread=sum(not row.sighted for row in with_claims) / len(with_claims) if with_claims else None,
    )


def _per_hour(moments: Sequence[datetime]) -> int | None:
    """Decisions in an hour of work; pauses of five minutes and more are not work."""
    gaps = [gap for gap in (after - before for before, after in pairwise(moments)) if gap < _PAUSE]
    worked = sum(gaps, timedelta()).total_seconds()
    return round(len(gaps) * 3600 / worked) if len(gaps) >= 3 and worked else None
