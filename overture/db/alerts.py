"""What there is to tell others: sources in trouble, drafts that wait, messages that were handed off. Reads only.

Ids, numbers and times; no name, no address and no word of a message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection, Float, Select, bindparam, func, select

from overture.db.notices import Notice
from overture.db.polls import health_of
from overture.db.tables import drafts, handoffs, sources, touches
from overture.db.types import seconds_of
from overture.settings import Alerts
from triggers.schedule import Health, State

FAILING, SILENT, WELL = "source.failing", "source.silent", "source.well"
DAY = timedelta(days=1)
MORNING = 8  # o'clock in the workspace's zone: from then on it is told what waits
_MOST = 100  # handoffs that one notice names
_NAMED = 20  # sources that one notice names
_APART = timedelta(hours=1)  # between two notices of one event of sources
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
    """What the last look saw: sources in trouble, when it was, which handoffs it told of lately, and when what was
    told of sources."""

    trouble: Mapping[str, Trouble] = field(default_factory=dict)
    at: datetime | None = None
    handoffs: tuple[int, ...] = ()
    posts: Mapping[str, datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> Seen:
        trouble = {
            id_: Trouble(str(event), datetime.fromisoformat(since), bool(told))
            for id_, (event, since, told) in stored.get("trouble", {}).items()
        }
        at = datetime.fromisoformat(stored["at"]) if stored.get("at") else None
        posts = {event: datetime.fromisoformat(when) for event, when in stored.get("posts", {}).items()}
        return cls(trouble, at, tuple(stored.get("handoffs", ())), posts)

    def stored(self) -> dict[str, Any]:
        trouble = {id_: [one.event, one.since.isoformat(), one.told] for id_, one in self.trouble.items()}
        posts = {event: when.isoformat() for event, when in self.posts.items()}
        at = self.at.isoformat() if self.at else None
        return {"trouble": trouble, "at": at, "handoffs": list(self.handoffs), "posts": posts}


@dataclass(frozen=True, slots=True)
class _Due:
    """A source that is to be told of; `known` where it was told before and lasts."""

    id: str
    known: bool
    data: Mapping[str, Any]


def look(
    connection: Connection, seen: Seen, alerts: Alerts, *, now: datetime, zone: tzinfo
) -> tuple[list[Notice], Seen]:
    """What is to be told now, and what to remember for the next look."""
    told, trouble = _of_sources(connection, seen, alerts, now)
    posts = {**seen.posts, **{one.event: now for one in told}}
    told += _waiting(connection, now, zone)
    done = _handed_off(connection, seen, now)
    told += _of_handoffs(done, seen)
    lately = tuple(row.id for row in done)
    return [one for one in told if one.event in alerts.events], Seen(trouble, now, lately, posts)


# --- sources ------------------------------------------------------------------------------------------------------


def _of_sources(
    connection: Connection, seen: Seen, alerts: Alerts, now: datetime
) -> tuple[list[Notice], dict[str, Trouble]]:
    """One notice of each event, however many sources it concerns, and what is wrong with which source."""
    trouble: dict[str, Trouble] = {}
    due: dict[str, list[_Due]] = {FAILING: [], SILENT: [], WELL: []}
    for id_, kind, health in _sources(connection):
        before = seen.trouble.get(id_)
        found = _trouble(health, before, alerts, now)
        data: dict[str, Any] = {"source": id_, "kind": kind}
        if found is not None:
            known = before is not None and before.told and (before.event, before.since) == (found.event, found.since)
            trouble[id_] = replace(found, told=known)
            data |= {"since": found.since.isoformat(), "failures": health.failures}
            due[found.event] += [_Due(id_, known, data)] * found.told
        elif before is not None and before.told:
            trouble[id_] = before  # until it is told that this is over
            due[WELL].append(_Due(id_, False, {**data, "since": before.since.isoformat(), "was": before.event}))
    posted = [event for event, those in due.items() if _is_time(seen.posts.get(event), those, now)]
    told = {one.id for event in posted for one in due[event]}
    over = told & {one.id for one in due[WELL]}
    left = {id_: replace(one, told=one.told or id_ in told) for id_, one in trouble.items() if id_ not in over}
    return [_digest(event, due[event], now) for event in posted], left


def _is_time(last: datetime | None, due: Sequence[_Due], now: datetime) -> bool:
    """What is new is told at once, yet an hour after the last post at the soonest; what lasts, a day after it."""
    wait = DAY if all(one.known for one in due) else _APART
    return bool(due) and (last is None or now - last >= wait)


def _digest(event: str, due: Sequence[_Due], now: datetime) -> Notice:
    """How many, and the first of them, those that were not told before ahead of the others."""
    first = sorted(due, key=lambda one: (one.known, one.id))[:_NAMED]
    data = {
        "count": len(due),
        "new": sum(not one.known for one in due),
        "sources": [dict(one.data) for one in first],
    }
    return Notice(event, first[0].id if len(due) == 1 else f"{len(due)} sources", now.isoformat(), data)


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
    silent = health.last_new_at if too_quiet(health, alerts, now) else None
    return Trouble(SILENT, silent, told=True) if silent else None


def too_quiet(health: Health, alerts: Alerts, now: datetime) -> bool:
    """Whether a source that answers has told nothing new for longer than the alerts wait."""
    if health.failures or health.last_new_at is None or health.usual_gap is None:
        return False
    return now - health.last_new_at > max(_LEAST_QUIET, timedelta(seconds=health.usual_gap * alerts.silent_times))


def _troubled() -> Select[int, int]:
    """Made once, as it is the same for every page: all of it is read in one walk over the sources."""
    health = sources.c.health
    ok_at, new_at = (seconds_of(health[name].as_string()) for name in ("last_ok_at", "last_new_at"))
    failures, gap = health["failures"].as_integer(), health["usual_gap"].as_float()
    never = ok_at.is_(None) & (health["state"].as_string() == State.FAILING)
    fails = (failures > 0) & (never | (ok_at <= bindparam("failed", type_=Float)))
    quiet = bindparam("now", type_=Float) - new_at
    silent = (func.coalesce(failures, 0) == 0) & (quiet > _LEAST_QUIET.total_seconds())
    silent &= quiet > gap * bindparam("times", type_=Float)
    return select(func.count().filter(fails), func.count().filter(silent)).where(sources.c.state == "active")


_TROUBLED = _troubled()


def troubled(connection: Connection, alerts: Alerts, *, now: datetime) -> tuple[int, int]:
    """How many active sources fail for too long, and how many are silent for too long, as the rail counts them.

    A source that never answered has no moment from which it fails, and counts once it is called failing.
    """
    at, times = now.timestamp(), alerts.silent_times
    given = {"now": at, "failed": at - alerts.failing_after.total_seconds(), "times": times}
    failing, silent = connection.execute(_TROUBLED, given).one()
    return failing, silent


# --- what waits, and what has left --------------------------------------------------------------------------------


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
