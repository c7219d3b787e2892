"""Filters of the queue that a person keeps under a name: an address each, with how many drafts it finds."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from overture.db import users
from overture.db.engine import write
from overture.db.queue_pick import queue_count
from overture.web.where import Where, where_from

MOST = 20
_FRESH_SECONDS = 10.0
_SHARE_SECONDS = 0.03  # of one page; what is not counted by then keeps its number, and is counted with the next page
_MOST_KEPT = 2_000  # numbers in memory


@dataclass(slots=True)
class FilterCounts:
    """How many drafts each kept filter finds, counted a few at a time, so that no page waits for all of them."""

    clock: Callable[[], float] = time.monotonic
    # (user, address) -> (when, how many)
    _known: dict[tuple[str, str], tuple[float, int]] = field(default_factory=dict)

    def of(self, connection: Connection, user: users.User) -> dict[str, int]:
        """Count by query of the address, the longest known counted anew first. One never counted yet is left out."""
        began, never = self.clock(), (float("-inf"), 0)
        keys = [(user.id, one["where"]) for one in filters_of(user)]
        for key in sorted(keys, key=lambda one: self._known.get(one, never)[0]):
            if self.clock() - began > _SHARE_SECONDS:
                break
            if began - self._known.get(key, never)[0] > _FRESH_SECONDS:
                query = where_from(key[1]).parsed(user.id).query
                self._known[key] = (began, queue_count(connection, query))
        found = {where: self._known[user.id, where][1] for _, where in keys if (user.id, where) in self._known}
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
        return found


def filters_of(user: users.User) -> list[dict[str, str]]:
    """Each with `name` and `where`, the query of its address."""
    stored = user.preferences.get("filters", [])
    return [one for one in stored if isinstance(one, dict) and one.keys() >= {"name", "where"}]


def keep_filter(engine: Engine, user: users.User, name: str, where: Where) -> dict[str, str]:
    """Under a name that is taken, the new one takes its place; the same filter under another name is renamed, where it
    stands; of more than `MOST` the oldest goes."""
    new = {"name": name.strip() or where.q, "where": where.query_string}
    kept = {one["where"]: one for one in filters_of(user) if one["name"] != new["name"] or one["where"] == new["where"]}
    _store(engine, user, list((kept | {new["where"]: new}).values())[-MOST:])
    return new


def drop_filter(engine: Engine, user: users.User, name: str) -> bool:
    """Whether there was one of this name."""
    others = [one for one in filters_of(user) if one["name"] != name]
    _store(engine, user, others)
    return len(others) < len(filters_of(user))


def _store(engine: Engine, user: users.User, filters: list[dict[str, str]]) -> None:
    with write(engine) as connection:
        users.save_preferences(connection, user.id, {**user.preferences, "filters": filters})
