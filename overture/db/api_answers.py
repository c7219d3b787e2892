"""Decisions under an Idempotency-Key: who asks the same again gets the same answer, for a day.

The key is taken before the act and its answer is written after it. Where a process dies between the two, the key is
free again after a minute, and the act itself keeps its promise: it names the version that it decides on.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, update

from overture.db.bulk import insert_new
from overture.db.tables import api_answers
from overture.db.types import plain_json

KEPT = timedelta(days=1)
AT_WORK = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was answered the first time."""

    status: int
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Busy:
    """The first request with this key is still at work."""


@dataclass(frozen=True, slots=True)
class OtherRequest:
    """The key belongs to another request."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The key is ours: act, then `keep` or `let_go`."""


def asked_for(path: str, body: Any) -> str:
    """What a request asks for, as a hash."""
    return hashlib.sha256(f"{path}\0{plain_json(body)}".encode()).hexdigest()


def take(
    connection: Connection, user_id: str, key: str, asked: str, *, now: datetime
) -> Taken | Kept | Busy | OtherRequest:
    a = api_answers.c
    connection.execute(delete(api_answers).where((a.at < now - KEPT) | (a.status.is_(None) & (a.at < now - AT_WORK))))
    row = {"user_id": user_id, "key": key, "asked": asked, "at": now}
    if insert_new(connection, api_answers, [row], returning="key"):
        return Taken()
    there = connection.execute(select(api_answers).where(a.user_id == user_id, a.key == key)).one()
    if there.asked != asked:
        return OtherRequest()
    return Busy() if there.status is None else Kept(there.status, there.body)


def keep(connection: Connection, user_id: str, key: str, answer: Kept) -> None:
    """Ids and codes only: what a person wrote has no place here."""
    mine = (api_answers.c.user_id == user_id) & (api_answers.c.key == key)
    connection.execute(update(api_answers).where(mine).values(status=answer.status, body=answer.body))


def let_go(connection: Connection, user_id: str, key: str) -> None:
    """The act was refused, so the key may be used again."""
    mine = (api_answers.c.user_id == user_id) & (api_answers.c.key == key) & api_answers.c.status.is_(None)
    connection.execute(delete(api_answers).where(mine))
