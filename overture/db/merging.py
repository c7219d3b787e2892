"""Two triggers that turn out to be one event, and one that turns out to be two.

What was told, the keys, matches and drafts move to the older trigger; of drafts that stand for the same account and
chapter one goes on. The younger row stays, remembers what went with it, and can be split off again by a person; the
machine does not join again what a person kept apart.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, select, update

from campaigns.review import OPEN, Refusal, Refused
from overture.db.audit import SYSTEM, Act, Actor, record
from overture.db.engine import locking, write
from overture.db.entries import reconcile_again
from overture.db.merging_drafts import NotNow, settle_drafts
from overture.db.merging_rivals import same_events
from overture.db.tables import drafts, matches, mentions, questions, trigger_keys, triggers
from triggers.types import NEWS_KINDS

_NEWS = frozenset(NEWS_KINDS)


@dataclass(frozen=True, slots=True)
class Merged:
    """Which trigger goes on, which one joined it, and what became of the drafts."""

    kept: int
    merged: int
    moved_drafts: int
    superseded: int


@dataclass(frozen=True, slots=True)
class Split:
    """The trigger that stands alone again, and the one it was in."""

    trigger: int
    was_in: int


def merge(engine: Engine, one: int, other: int, actor: Actor, *, now: datetime) -> Merged | Refused:
    """A person says that two triggers are one event; the older goes on."""
    try:
        with write(engine) as connection:
            rows = _locked(connection, [one, other])
            refused = _not_one_event(rows, one, other)
            if refused:
                return refused
            keep, gone = sorted(rows, key=_age)
            return _join(connection, keep, gone, actor, now=now)
    except NotNow as error:
        return Refused(Refusal.TOO_LATE, str(error))


def split(engine: Engine, trigger_id: int, actor: Actor, *, now: datetime) -> Split | Refused:
    """A person says that a merged trigger is an event of its own after all."""
    with write(engine) as connection:
        found = _locked(connection, [trigger_id])
        if not found:
            return Refused(Refusal.UNKNOWN, f"There is no trigger {trigger_id}.")
        row = found[0]
        if row.merged_into is None:
            return Refused(Refusal.STATE, f"Trigger {trigger_id} is not part of another one.")
        _part(connection, row, actor, now)
    return Split(trigger_id, row.merged_into)


def absorb(connection: Connection, trigger_id: int, *, ours: Collection[int], now: datetime) -> set[int]:
    """Join the trigger with every other one that is the same event, now that its account is known; gives the ids of
    all that were joined, or nothing. `ours` are rows whose lease the caller holds and gives back itself."""
    me = connection.execute(select(triggers).where(triggers.c.id == trigger_id)).one()
    if me.kind not in _NEWS or me.merged_into is not None:
        return set()
    joined: set[int] = set()
    for rival in same_events(connection, me):
        rows = _locked(connection, [trigger_id, rival])
        if len(rows) < 2 or any(row.merged_into is not None for row in rows) or _kept_apart(*rows):
            continue
        keep, gone = sorted(rows, key=_age)
        try:
            with connection.begin_nested():
                _join(connection, keep, gone, SYSTEM, now=now, ours=ours)
        except NotNow:
            continue  # a message of one of them is leaving this very moment; the next telling asks again
        joined |= {keep.id, gone.id}
        if gone.id == trigger_id:
            break
    return joined


def _age(row: Row[Any]) -> tuple[datetime, int]:
    return row.first_seen_at, row.id


def _locked(connection: Connection, ids: Sequence[int]) -> list[Row[Any]]:
    query: Select[Any] = select(triggers).where(triggers.c.id.in_(sorted(set(ids)))).order_by(triggers.c.id)
    return list(connection.execute(locking(connection, query)))


def _not_one_event(rows: Sequence[Row[Any]], one: int, other: int) -> Refused | None:
    if one == other:
        return Refused(Refusal.STATE, "These are the same trigger.")
    known = {row.id for row in rows}
    missing = [id_ for id_ in (one, other) if id_ not in known]
    if missing:
        return Refused(Refusal.UNKNOWN, f"There is no trigger {missing[0]}.")
    merged = next((row for row in rows if row.merged_into is not None), None)
    if merged is not None:
        return Refused(Refusal.STATE, f"Trigger {merged.id} is already part of {merged.merged_into}.")
    first, second = rows
    if first.kind != second.kind:
        return Refused(Refusal.STATE, f"One is {first.kind}, the other {second.kind}.")
    return None


def _kept_apart(one: Row[Any], other: Row[Any]) -> bool:
    apart = [*(one.moved or {}).get("apart", ()), *(other.moved or {}).get("apart", ())]
    return one.id in apart or other.id in apart


# --- joining ------------------------------------------------------------------------------------------------------


def _join(
    connection: Connection,
    keep: Row[Any],
    gone: Row[Any],
    actor: Actor,
    *,
    now: datetime,
    ours: Collection[int] = (),
) -> Merged:
    superseded = settle_drafts(connection, keep.id, gone.id, actor, now=now)
    moved = {
        "mentions": _move(connection, mentions, gone.id, keep.id),
        "keys": _move(connection, trigger_keys, gone.id, keep.id),
        "matches": _move_matches(connection, gone.id, keep.id),
        "drafts": _move(connection, drafts, gone.id, keep.id),
    }
    # What moved is told anew, by the facts of the event as a whole.
    connection.execute(
        update(drafts)
        .where(drafts.c.trigger_id == keep.id, drafts.c.id.in_(moved["drafts"]), drafts.c.state.in_(sorted(OPEN)))
        .values(trigger_version=0)
    )
    connection.execute(update(triggers).where(triggers.c.merged_into == gone.id).values(merged_into=keep.id))
    connection.execute(
        update(questions)
        .where(questions.c.trigger_id == gone.id, questions.c.kind == "which_account", questions.c.state == "open")
        .values(state="withdrawn")
    )
    values = {"state": "merged", "merged_into": keep.id, "run_at": None, "updated_at": now, "moved": moved}
    _leave(connection, gone, ours, values)
    _take_account(connection, keep, gone)
    reconcile_again(connection, keep.id, now=now, keep_lease=True)
    _leave(connection, keep, ours, {})
    codes = {"into": keep.id, "drafts": moved["drafts"], "superseded": superseded}
    record(connection, actor, [Act("trigger.merged", "trigger", str(gone.id), gone.state, "merged", codes)], now=now)
    return Merged(keep.id, gone.id, len(moved["drafts"]), len(superseded))


def _move(connection: Connection, table: Any, gone: int, keep: int) -> list[Any]:
    key = next(iter(table.primary_key.columns))
    moved = connection.scalars(
        update(table).where(table.c.trigger_id == gone).values(trigger_id=keep).returning(key)
    ).all()
    return sorted(moved)


def _move_matches(connection: Connection, gone: int, keep: int) -> list[int]:
    """Those of accounts that the older trigger has no match of its own for."""
    own = select(matches.c.account_id).where(matches.c.trigger_id == keep)
    ids = connection.scalars(
        select(matches.c.id).where(matches.c.trigger_id == gone, matches.c.account_id.not_in(own))
    ).all()
    connection.execute(update(matches).where(matches.c.id.in_(ids)).values(trigger_id=keep))
    return sorted(ids)


def _take_account(connection: Connection, keep: Row[Any], gone: Row[Any]) -> None:
    """The older one learns the account, where only the younger one knew it."""
    if keep.account_id is None and gone.account_id is not None:
        values = {"account_id": gone.account_id, "company_key": gone.company_key}
        connection.execute(update(triggers).where(triggers.c.id == keep.id).values(values))


def _leave(connection: Connection, row: Row[Any], ours: Collection[int], values: dict[str, Any]) -> None:
    """Write, and take the row out of the hands of any other worker: what it found out about it is no longer true."""
    if row.id not in ours:
        values = {**values, "owner": None, "lease_until": None, "fence": triggers.c.fence + 1}
    if values:
        connection.execute(update(triggers).where(triggers.c.id == row.id).values(values))


# --- parting ------------------------------------------------------------------------------------------------------


def _part(connection: Connection, row: Row[Any], actor: Actor, now: datetime) -> None:
    """Give back what went with it, where the other trigger still has it."""
    moved, holder = row.moved or {}, row.merged_into
    for table, name in ((mentions, "mentions"), (matches, "matches"), (drafts, "drafts"), (trigger_keys, "keys")):
        key = next(iter(table.primary_key.columns))
        back = update(table).where(key.in_(moved.get(name, [])), table.c.trigger_id == holder)
        connection.execute(back.values(trigger_id=row.id))
    apart = sorted({holder, *moved.get("apart", ())})
    connection.execute(update(triggers).where(triggers.c.id == row.id).values(merged_into=None, moved={"apart": apart}))
    for id_ in (row.id, holder):
        connection.execute(
            update(drafts).where(drafts.c.trigger_id == id_, drafts.c.state.in_(sorted(OPEN))).values(trigger_version=0)
        )
        reconcile_again(connection, id_, now=now)
    act = Act("trigger.split", "trigger", str(row.id), "merged", "due", {"from": holder})
    record(connection, actor, [act], now=now)
