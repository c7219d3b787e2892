"""Which other triggers might be, and which are, one event with this one: the looking before a join."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from overture.db.bulk import chunks
from overture.db.entries import tellings_of
from overture.db.tables import trigger_keys, triggers
from triggers import events
from triggers.types import EventKind, Told


def crowded(connection: Connection, trigger_ids: Collection[int]) -> set[int]:
    """Those of the triggers that might be one event with another: somebody of the same kind and company is there, or
    holds a key that is theirs too. The others need no closer look by `same_events`."""
    other = triggers.alias("other")
    beside = select(triggers.c.id).where(
        triggers.c.id.in_(trigger_ids),
        other.c.kind == triggers.c.kind,
        other.c.company_key == triggers.c.company_key,
        other.c.id != triggers.c.id,
        other.c.merged_into.is_(None),
    )
    return set(connection.scalars(beside)) | _keys_elsewhere(connection, trigger_ids)


def _keys_elsewhere(connection: Connection, trigger_ids: Collection[int]) -> set[int]:
    mine = connection.execute(
        select(trigger_keys.c.trigger_id, trigger_keys.c.discriminator, triggers.c.kind, triggers.c.company_key)
        .join(triggers, triggers.c.id == trigger_keys.c.trigger_id)
        .where(trigger_keys.c.trigger_id.in_(trigger_ids))
    ).all()
    wanted = {
        (events.fingerprint(EventKind(row.kind), row.company_key, row.discriminator), row.trigger_id) for row in mine
    }
    held: dict[str, int] = {}
    for chunk in chunks(sorted({fingerprint for fingerprint, _ in wanted}), 5_000):
        query = select(trigger_keys.c.fingerprint, trigger_keys.c.trigger_id)
        for row in connection.execute(query.where(trigger_keys.c.fingerprint.in_(chunk))):
            held[row.fingerprint] = row.trigger_id
    return {id_ for fingerprint, id_ in wanted if held.get(fingerprint, id_) != id_}


def same_events(connection: Connection, me: Row[Any]) -> list[int]:
    """Triggers of the same company that hold one of my keys, or that my tellings join; the oldest first."""
    keys = connection.execute(select(trigger_keys).where(trigger_keys.c.trigger_id == me.id)).all()
    wanted = {events.fingerprint(EventKind(me.kind), me.company_key, key.discriminator) for key in keys}
    held = select(trigger_keys.c.trigger_id).where(trigger_keys.c.fingerprint.in_(sorted(wanted)))
    reach = events.window(EventKind(me.kind))
    near = select(triggers.c.id).where(
        triggers.c.kind == me.kind,
        triggers.c.company_key == me.company_key,
        triggers.c.event_on.between(me.event_on - reach, me.event_on + reach),
    )
    rows = connection.execute(
        select(triggers.c.id, triggers.c.id.in_(held).label("by_key"))
        .where(triggers.c.id.in_(held) | triggers.c.id.in_(near), triggers.c.id != me.id)
        .where(triggers.c.merged_into.is_(None))
        .order_by(triggers.c.first_seen_at, triggers.c.id)
    ).all()
    mine = [told for told, _ in tellings_of(connection, [me.id])]
    return [row.id for row in rows if _one_event(connection, mine, row.id, by_key=row.by_key)]


def _one_event(connection: Connection, mine: Sequence[Told], rival: int, *, by_key: bool) -> bool:
    theirs = [told for told, _ in tellings_of(connection, [rival])]
    if by_key and (not theirs or any(events.still_one(told, theirs) for told in mine)):
        return True
    return bool(mine and theirs) and all(events.joins(told, theirs) for told in mine)
