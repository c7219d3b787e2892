"""What there is to tell others: sources in trouble, drafts that wait, messages that were handed off. Reads only.

Ids, numbers and times; no name, no address and no word of a message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection, func, select

from overture.db.notices import Notice
from overture.db.polls import health_of
from overture.db.tables import drafts, handoffs, sources, touches
from overture.settings import Alerts
from triggers.schedule import Health

FAILING, SILENT = "source.failing", "source.silent"
DAY = timedelta(days=1)
MORNING = 8  # o'clock in the workspace's zone: from then on it is told what waits
_MOST = 100  # handoffs that one notice names
_LATE = timedelta(minutes=10)
_LEAST_QUIET = timedelta(days=1)  # no source that is quiet for less is called silent


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a source, since when, and whether that was told."""

    event: str
    since: datetime
    told: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What the last look saw: sources in trouble, when it was, and which handoffs it told of lately."""

    trouble: Mapping[str, Trouble] = field(default_factory=dict)
    at: datetime | None = None
    handoffs: tuple[int, ...] = ()

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Seen:
        trouble = {
            id_: Trouble(str(event), datetime.fromisoformat(since), bool(told))
            for id_, (event, since, told) in stored.get("trouble", {}).items()
        }
        at = datetime.fromisoformat(stored["at"]) if stored.get("at") else None
        return cls(trouble, at, tuple(stored.get("handoffs", ())))

    def stored(self) -> dict[str, Any]:
        trouble = {id_: [one.event, one.since.isoformat(), one.told] for id_, one in self.trouble.items()}
        return {"trouble": trouble, "at": self.at.isoformat() if self.at else None, "handoffs": list(self.handoffs)}


def look(
    connection: Connection, seen: Seen, alerts: Alerts, *, now: datetime, zone: tzinfo
) -> tuple[list[Notice], Seen]:
    """What is to be told now, and what to remember for the next look."""
    told: list[Notice] = []
    trouble: dict[str, Trouble] = {}
    for id_, kind, health in _sources(connection):
        before = seen.trouble.get(id_)
        found = _trouble(health, before, alerts, now)
        if found is not None:
            trouble[id_] = found
        if found is not None and found.told:
            told.append(_of_source(found, id_, kind, health, now))
        if before is not None and before.told and found is None:
            data = {"source": id_, "kind": kind, "since": before.since.isoformat(), "was": before.event}
            told.append(Notice("source.well", id_, before.since.isoformat(), data))
    told += _waiting(connection, now, zone)
    done = _handed_off(connection, seen, now)
    told += _of_handoffs(done, seen)
    lately = tuple(row.id for row in done)
    return [one for one in told if one.event in alerts.events], Seen(trouble, now, lately)


def _sources(connection: Connection) -> Iterator[tuple[str, str, Health]]:
    columns = select(sources.c.id, sources.c.kind, sources.c.health).where(sources.c.state == "active")
    for row in connection.execute(columns.order_by(sources.c.id)):
        yield row.id, row.kind, health_of(row.health or {})


def _trouble(health: Health, before: Trouble | None, alerts: Alerts, now: datetime) -> Trouble | None:
    """What is wrong now. Failing is told after a while, silence at once, as it took a while to be seen."""
    if health.failures:
        known = before.since if before and before.event == FAILING else now
        since = health.last_ok_at or known
        return Trouble(FAILING, since, now - since >= alerts.failing_after)
    if health.last_new_at is None or health.usual_gap is None:
        return None
    patience = max(_LEAST_QUIET, timedelta(seconds=health.usual_gap * alerts.silent_times))
    return Trouble(SILENT, health.last_new_at, told=True) if now - health.last_new_at > patience else None


def _of_source(found: Trouble, id_: str, kind: str, health: Health, now: datetime) -> Notice:
    """Told once, and again for each day that it lasts."""
    since = found.since.isoformat()
    data = {"source": id_, "kind": kind, "since": since, "failures": health.failures}
    return Notice(found.event, id_, f"{since} day {(now - found.since) // DAY}", data)


def _waiting(connection: Connection, now: datetime, zone: tzinfo) -> list[Notice]:
    """Once a day, in the morning, where something waits."""
    local = now.astimezone(zone)
    if local.hour < MORNING:
        return []
    tomorrow = (local + DAY).date()
    ending = func.count().filter(drafts.c.good_until <= tomorrow)
    query = select(func.count(), ending, func.min(drafts.c.made_at)).where(drafts.c.state == "pending")
    count, soon, oldest = connection.execute(query).one()
    if not count:
        return []
    data = {"waiting": count, "ending_by_tomorrow": soon, "oldest": oldest.isoformat()}
    return [Notice("drafts.waiting", "queue", local.date().isoformat(), data)]


def _handed_off(connection: Connection, seen: Seen, now: datetime) -> Sequence[Any]:
    """What the channel took since the last look, and shortly before: what is written late is not passed over."""
    if seen.at is None:
        return ()
    query = (
        select(handoffs.c.id, handoffs.c.draft_id)
        .join(touches, touches.c.handoff_id == handoffs.c.id)
        .where(touches.c.at > seen.at - _LATE, touches.c.at <= now)
        .order_by(handoffs.c.id)
    )
    return connection.execute(query).all()


def _of_handoffs(done: Sequence[Any], seen: Seen) -> list[Notice]:
    fresh = [{"handoff": row.id, "draft": row.draft_id} for row in done if row.id not in seen.handoffs]
    if not fresh or seen.at is None:
        return []
    data = {"count": len(fresh), "handoffs": fresh[:_MOST]}
    return [Notice("handoffs.done", "outbox", seen.at.isoformat(), data)]
