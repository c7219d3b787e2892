"""Who looks at a draft now, and how it was looked at before it was decided.

Presence is a soft lease: it tells others, and stops nobody; the version and the hash that a decision names do that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, and_, case, delete, or_, select, update
from sqlalchemy.exc import OperationalError

from overture.db.audit import Act, Actor, record
from overture.db.bulk import insert_new, insert_once
from overture.db.engine import write, write_soon
from overture.db.tables import drafts, looks, presences, users
from overture.db.types import db_now

Doing = Literal["reading", "editing"]
READING_SECONDS = 45  # without a sign of life
EDITING_SECONDS = 300
_FORGOTTEN_SECONDS = 3_600
_MOST = 200


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who has a draft on the screen."""

    user: str
    name: str
    doing: Doing
    since: datetime


def _live() -> ColumnElement[bool]:
    at, doing = presences.c.seen_at, presences.c.doing
    edits = and_(doing == "editing", at > db_now(-EDITING_SECONDS))
    return or_(edits, at > db_now(-READING_SECONDS))


def _people() -> Select[Any]:
    first = case((presences.c.doing == "editing", 0), else_=1)
    columns = (presences.c.draft_id, presences.c.user_id, users.c.name, presences.c.doing, presences.c.since)
    return (
        select(*columns)
        .join(users, users.c.id == presences.c.user_id)
        .where(_live())
        .order_by(first, presences.c.since)
    )


def others(connection: Connection, draft_id: int, user: str) -> tuple[Present, ...]:
    """Who else is at this draft; who edits comes first."""
    here = (presences.c.draft_id == draft_id) & (presences.c.user_id != user)
    return tuple(_present(row) for row in connection.execute(_people().where(here)))


def everywhere(connection: Connection) -> dict[int, tuple[Present, ...]]:
    """Everybody, by draft."""
    found: dict[int, list[Present]] = defaultdict(list)
    for row in connection.execute(_people().limit(_MOST)):
        found[row.draft_id].append(_present(row))
    return {draft_id: tuple(people) for draft_id, people in found.items()}


def _present(row: Any) -> Present:
    return Present(row.user_id, row.name, row.doing, row.since)


def opened(engine: Engine, draft_id: int, actor: Actor, *, now: datetime, doing: Doing = "reading") -> bool:
    """A person has the draft on the screen: presence, the beginning of a look, and the first time ever.

    False where others write for longer than a moment: then nothing is noted, and reading goes on without.
    """
    try:
        with write_soon(engine) as connection:
            _opened(connection, draft_id, actor, now, doing)
    except OperationalError:
        return False
    return True


def _opened(connection: Connection, draft_id: int, actor: Actor, now: datetime, doing: Doing) -> None:
    draft = _draft(connection, draft_id)
    if draft is None:
        return
    if draft.opened_at is None:
        first = (drafts.c.id == draft_id) & drafts.c.opened_at.is_(None)
        connection.execute(update(drafts).where(first).values(opened_at=now))
        codes = {"version": draft.version}
        record(connection, actor, [Act("draft.opened", "draft", str(draft_id), codes=codes)], now=now)
    _arrive(connection, draft_id, actor.id, doing)
    look = {"draft_id": draft_id, "user_id": actor.id, "version": draft.version, "began_at": now}
    insert_new(connection, looks, [look], returning="draft_id")


def _draft(connection: Connection, draft_id: int) -> Row[int, datetime | None] | None:
    """Its version and when it was opened first. The draft before presence and looks, as a decision takes them: rows
    that name a draft wait for who decides it, who then waits for the presence that was held already."""
    query = select(drafts.c.version, drafts.c.opened_at).where(drafts.c.id == draft_id)
    return connection.execute(query.with_for_update(read=True, key_share=True)).one_or_none()


def here(
    engine: Engine, draft_id: int, user: str, doing: Doing, *, sighted: int = 0, claims: int = 0, take: bool = False
) -> tuple[Present, ...]:
    """A sign of life; gives who else is there. `take`: from now on this person edits, whoever did before."""
    with write(engine) as connection:
        draft = _draft(connection, draft_id)
        if draft is None:
            return ()
        if take:
            edits = (
                (presences.c.draft_id == draft_id) & (presences.c.doing == "editing") & (presences.c.user_id != user)
            )
            connection.execute(update(presences).where(edits).values(doing="reading", since=db_now()))
        _arrive(connection, draft_id, user, doing)
        _sighted(connection, draft_id, user, draft.version, sighted, claims)
        return others(connection, draft_id, user)


def left(engine: Engine, draft_id: int, user: str) -> None:
    """The person has gone elsewhere."""
    with write(engine) as connection:
        connection.execute(delete(presences).where(presences.c.draft_id == draft_id, presences.c.user_id == user))


def _arrive(connection: Connection, draft_id: int, user: str, doing: Doing) -> None:
    """Who edits keeps the lease while they do; who only reads is at one draft at a time."""
    p = presences.c
    elsewhere = and_(p.user_id == user, p.doing == "reading", p.draft_id != draft_id)
    connection.execute(delete(presences).where(or_(elsewhere, p.seen_at < db_now(-_FORGOTTEN_SECONDS))))
    if doing == "editing" and any(one.doing == "editing" for one in others(connection, draft_id, user)):
        doing = "reading"
    since = case((p.doing == doing, p.since), else_=db_now())
    mine = and_(p.draft_id == draft_id, p.user_id == user)
    seen = connection.execute(update(presences).where(mine).values(doing=doing, since=since, seen_at=db_now()))
    if not seen.rowcount:
        row = {"draft_id": draft_id, "user_id": user, "doing": doing}
        insert_once(connection, presences, {**row, "since": db_now(), "seen_at": db_now()})


# --- how it was looked at -----------------------------------------------------------------------------------------


def _sighted(connection: Connection, draft_id: int, user: str, version: int, sighted: int, claims: int) -> None:
    mine = and_(looks.c.draft_id == draft_id, looks.c.user_id == user, looks.c.version == version)
    if claims:
        fewer = mine & (looks.c.sighted <= sighted)
        connection.execute(update(looks).where(fewer).values(claims=claims, sighted=min(sighted, claims)))


def decided(
    connection: Connection, shown: tuple[int, int], user: str, decision: str, *,
    sighted: int, claims: int, now: datetime,
) -> None:  # fmt: skip
    """The look at this (draft, version) ended in a decision: written in the transaction of that decision. Presence
    first, then looks, as a sign of life takes them."""
    draft_id, version = shown
    connection.execute(delete(presences).where(presences.c.draft_id == draft_id, presences.c.user_id == user))
    _sighted(connection, draft_id, user, version, sighted, claims)
    mine = and_(looks.c.draft_id == draft_id, looks.c.user_id == user, looks.c.version == version)
    ended = connection.execute(update(looks).where(mine).values(decided_at=now, decision=decision))
    if not ended.rowcount:
        row = {"draft_id": draft_id, "user_id": user, "version": version, "began_at": now, "decided_at": now}
        insert_new(connection, looks, [{**row, "decision": decision}], returning="draft_id")


def undecided(engine: Engine, draft_ids: Iterable[int]) -> None:
    """Decisions that were taken back say nothing about how people decide."""
    with write(engine) as connection:
        these = looks.c.draft_id.in_(list(draft_ids))
        connection.execute(update(looks).where(these).values(decided_at=None, decision=None))
