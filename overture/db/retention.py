"""Letting go of what is older than the settings keep it, in small batches, each written with its count.

What goes are words: the texts of entries, of drafts that nobody approved, and of messages that have left. The rows stay
with their keys, states, hashes and dates, so that nothing comes a second time and every decision can still be proved.
Nos, approvals, attempts, touches and the do-not-contact list lose nothing. What is still open, or was decided within
the thirty days in which a decision can be taken back, is left alone whatever the settings say. Of the audit whole
sealed runs go, from its beginning (`audit_keep`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Select,
    and_,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from campaigns.review import OPEN, DraftState, HandoffState
from overture.db import audit_keep
from overture.db.audit import SYSTEM, Act, Actor, record
from overture.db.engine import lock_names, read, write
from overture.db.tables import audit_seals, draft_versions, drafts, entries, handoffs, mentions, retention_runs
from overture.settings import LEAST_KEPT, LEAST_LOGGED, Retention

EVERY = timedelta(days=1)
BATCH = 200
WORDS = ("entries", "drafts", "messages")
CLASSES = (*WORDS, "audit")
_GONE: Mapping[str, Any] = {
    "subject": "", "body": "", "subject_segments": [], "segments": [], "findings": [], "vouched": [], "brief": {},
    "note": None,
}  # fmt: skip
_ENDED = (DraftState.REJECTED, DraftState.EXPIRED, DraftState.SUPERSEDED)
_LEFT = (HandoffState.HANDED_OFF, HandoffState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Run:
    """One walk; `ended_at` is None while it goes on. `counts` are rows by class."""

    began_at: datetime
    ended_at: datetime | None
    counts: Mapping[str, int]


def due(connection: Connection, now: datetime) -> bool:
    """A walk was cut short, or the last is a day old and something is old enough to be looked at; four short looks."""
    last = connection.execute(_last()).first()
    if last is not None and (last.ended_at is None or last.began_at > now - EVERY):
        return last.ended_at is None
    first = connection.scalar(select(entries.c.fetched_at).order_by(entries.c.id).limit(1))
    oldest = connection.scalar(select(func.min(drafts.c.made_at)))
    sealed = connection.scalar(select(audit_seals.c.sealed_at).order_by(audit_seals.c.last_id).limit(1))
    ages = ((first, LEAST_KEPT), (oldest, LEAST_KEPT), (sealed, LEAST_LOGGED))
    return any(one is not None and one < now - least for one, least in ages)


def last_run(connection: Connection) -> Run | None:
    row = connection.execute(_last()).first()
    return Run(row.began_at, row.ended_at, row.counts) if row else None


def would_go(engine: Engine, kept: Retention, *, now: datetime) -> dict[str, int]:
    """How many rows of each class the next walk would let go. Nothing is written."""
    with read(engine) as connection:
        queries = {name: _old(name, kept, now) for name in WORDS}
        words = {
            name: connection.scalar(select(func.count()).select_from(query.subquery())) or 0
            for name, query in queries.items()
        }
        return words | {"audit": audit_keep.many_older(connection, _log_until(kept, now))}


def batch(engine: Engine, kept: Retention, *, now: datetime, by: Actor | None = None) -> int:
    """Let one batch go, and count it in the walk that is under way; 0 ends the walk, which is told in the audit where
    it let anything go. Of two workers, the second goes on where the first has come to. `by`: a person who asks, so a
    walk begins whenever the last was, and the audit names them."""
    with write(engine) as connection:
        lock_names(connection, ["retention"])
        run = connection.execute(_last().where(retention_runs.c.ended_at.is_(None))).first()
        if run is None and by is None and not due(connection, now):
            return 0  # another has ended it meanwhile
        id_, counts, walked = (run.id, run.counts, run.walked) if run else (_begin(connection, by, now), {}, {})
        done = max(map(WORDS.index, walked), default=0)  # classes before the last that gave anything have ended
        for name in WORDS[done:]:
            ids = connection.scalars(_old(name, kept, now, after=walked.get(name, 0)).limit(BATCH)).all()
            if ids:
                _let_go(connection, name, list(ids), now)
                counts = {**counts, name: counts.get(name, 0) + len(ids)}
                _note(connection, id_, counts=counts, walked={**walked, name: ids[-1]})
                return len(ids)
        if gone := audit_keep.let_go(connection, _log_until(kept, now), by or SYSTEM, now=now):
            _note(connection, id_, counts={**counts, "audit": counts.get("audit", 0) + gone})
            return gone
        _note(connection, id_, ended_at=now)
        if counts:
            record(connection, by or SYSTEM, [Act("let_go", "retention", str(id_), codes=dict(counts))], now=now)
        return 0


def _last() -> Select[Any]:
    return select(retention_runs).order_by(retention_runs.c.id.desc()).limit(1)


def _begin(connection: Connection, by: Actor | None, now: datetime) -> int:
    made = insert(retention_runs).values(began_at=now, counts={}, walked={}).returning(retention_runs.c.id)
    id_ = int(connection.execute(made).scalar_one())
    if by is not None:  # at once, since a worker may take part, and end it
        record(connection, by, [Act("let_go_asked", "retention", str(id_))], now=now)
    return id_


def _note(connection: Connection, id_: int, **values: Any) -> None:
    connection.execute(update(retention_runs).where(retention_runs.c.id == id_).values(**values))


def _log_until(kept: Retention, now: datetime) -> datetime:
    return now - max(kept.audit, LEAST_LOGGED)


def _old(name: str, kept: Retention, now: datetime, *, after: int = 0) -> Select[Any]:
    """Ids of the rows of a class that are old enough and still hold words, in order."""
    age = max(getattr(kept, name), LEAST_KEPT)
    if name == "entries":
        return select(entries.c.id).where(entries.c.id > after, _old_entry(now - age, now)).order_by(entries.c.id)
    return select(drafts.c.id).where(drafts.c.id > after, _old_draft(name, now - age)).order_by(drafts.c.id)


def _old_entry(before: datetime, now: datetime) -> ColumnElement[bool]:
    """Read, and told of by no draft that is open or that may yet be opened again."""
    lately = or_(drafts.c.state.in_(sorted(OPEN)), drafts.c.updated_at > now - LEAST_KEPT)
    told = and_(mentions.c.entry_id == entries.c.id, drafts.c.trigger_id == mentions.c.trigger_id, lately)
    words = or_(entries.c.text != "", entries.c.clean_text != "")
    return and_(_by_id(entries.c.state) == "read", entries.c.fetched_at < before, words, ~exists().where(told))


def _old_draft(name: str, before: datetime) -> ColumnElement[bool]:
    """Ended, with no message that is on its way or in doubt."""
    states = (DraftState.DONE,) if name == "messages" else _ENDED
    v, h = draft_versions.c, handoffs.c
    on_its_way = exists().where(h.draft_id == drafts.c.id, h.state.not_in(_LEFT))
    words = exists().where(v.draft_id == drafts.c.id, v.erased_at.is_(None))
    return and_(_by_id(drafts.c.state).in_(states), drafts.c.updated_at < before, words, ~on_its_way)


def _by_id(state: Column[str]) -> ColumnElement[str]:
    """The state in a form that no index serves: nearly all rows share one, and the walk goes by id and stops early."""
    return func.coalesce(state, "")


def _let_go(connection: Connection, name: str, ids: list[int], now: datetime) -> None:
    if name == "entries":
        connection.execute(update(entries).where(entries.c.id.in_(ids)).values(text="", clean_text=""))
        return
    v, h = draft_versions.c, handoffs.c
    mine = v.draft_id.in_(ids) & v.erased_at.is_(None)
    connection.execute(update(draft_versions).where(mine).values(**_GONE, erased_at=now))
    left = h.draft_id.in_(ids) & h.state.in_(_LEFT)
    connection.execute(update(handoffs).where(left).values(message=b""))
