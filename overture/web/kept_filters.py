"""Filters of the queue that a person keeps under a name: an address each."""

from __future__ import annotations

from sqlalchemy import Engine

from overture.db import users
from overture.db.engine import write
from overture.web.where import Where

MOST = 20


def filters_of(user: users.User) -> list[dict[str, str]]:
    """Each with `name` and `where`, the query of its address."""
    stored = user.preferences.get("filters", [])
    return [one for one in stored if isinstance(one, dict) and one.keys() >= {"name", "where"}]


def keep_filter(engine: Engine, user: users.User, name: str, where: Where) -> dict[str, str]:
    """Under a name that is taken, the new one takes its place; of more than `MOST` the oldest goes."""
    new = {"name": name.strip() or where.q, "where": where.query_string}
    others = [one for one in filters_of(user) if one["name"] != new["name"]]
    _store(engine, user, [*others, new][-MOST:])
    return new


def drop_filter(engine: Engine, user: users.User, name: str) -> bool:
    """Whether there was one of this name."""
    others = [one for one in filters_of(user) if one["name"] != name]
    _store(engine, user, others)
    return len(others) < len(filters_of(user))


def _store(engine: Engine, user: users.User, filters: list[dict[str, str]]) -> None:
    with write(engine) as connection:
        users.save_preferences(connection, user.id, {**user.preferences, "filters": filters})
