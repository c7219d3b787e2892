"""Entries that wait to be read, and what reading them makes: mentions, and the triggers that they back.

Who joins whom is decided by `triggers.events`, which is pure; the unique fingerprint decides in the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, text, tuple_, update

from overture.db.bulk import insert_new, upsert
from overture.db.claims import due_again
from overture.db.codec import evidence_of, facts_json, facts_of, plain
from overture.db.engine import is_postgres
from overture.db.tables import entries, mentions, sources, trigger_keys, triggers
from triggers import events
from triggers.types import NEWS_KINDS, CompanyRef, EventKind, Mention, Reconciled, Status, Told


@dataclass(frozen=True, slots=True)
class Settled:
    """What a batch of tellings changed."""

    mentions: int = 0
    made: int = 0  # triggers that are new
    joined: int = 0  # mentions that went to a trigger that was there


@dataclass(slots=True)
class _Event:
    """A trigger under work in this transaction: its row and everything told of it."""

    id: int
    tellings: list[Told]
    fresh: bool = False
    touched: bool = False


def settle(connection: Connection, tellings: Sequence[Told], *, now: datetime) -> Settled:
    """Give each telling to the trigger of its event, making it where there is none, and reconcile what changed."""
    if not tellings:
        return Settled()
    lock_events(connection, {(told.mention.kind, told.company.key) for told in tellings})
    keys = _keys(connection, tellings)
    known = _known(connection, tellings, keys.values())
    counts = {"mentions": 0, "made": 0, "joined": 0}
    for told in sorted(tellings, key=lambda told: (told.at, told.entry_id)):
        _place(connection, told, known, keys, counts, now)
    for event in known.values():
        if event.touched:
            _refresh(connection, event, now)
    return Settled(**counts)


def lock_events(connection: Connection, subjects: Iterable[tuple[str, str]]) -> None:
    """One lock per kind and company, in one order; SQLite has one writer anyway."""
    if not is_postgres(connection):
        return
    for kind, key in sorted(subjects):
        number = int.from_bytes(blake2b(f"{kind}\0{key}".encode(), digest_size=8).digest(), "big", signed=True)
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def _known(connection: Connection, tellings: Sequence[Told], keyed: Iterable[int]) -> dict[int, _Event]:
    """Triggers of the same kinds and companies, and those that the keys lead to (their company may have become an
    account since), with what was told of them."""
    pairs = sorted({(told.company.key, told.mention.kind.value) for told in tellings})
    rows = connection.execute(
        select(triggers.c.id).where(
            or_(tuple_(triggers.c.company_key, triggers.c.kind).in_(pairs), triggers.c.id.in_(sorted(set(keyed)))),
            triggers.c.merged_into.is_(None),
        )
    )
    found = {row.id: _Event(row.id, []) for row in rows}
    for told, trigger_id in tellings_of(connection, found):
        found[trigger_id].tellings.append(told)
    return found


def tellings_of(connection: Connection, trigger_ids: Iterable[int]) -> list[tuple[Told, int]]:
    """Every mention of the triggers as it was told, with its trigger, oldest first."""
    ids = list(trigger_ids)
    if not ids:
        return []
    query = (
        select(
            mentions, entries.c.title, entries.c.link, sources.c.title.label("outlet"), entries.c.source_id,
            triggers.c.company_key.label("of_trigger"),
        )
        .join(triggers, triggers.c.id == mentions.c.trigger_id)
        .join(entries, entries.c.id == mentions.c.entry_id)
        .join(sources, sources.c.id == entries.c.source_id)
        .where(mentions.c.trigger_id.in_(ids))
        .order_by(mentions.c.told_at, mentions.c.id)
    )  # fmt: skip
    return [(_told(row), row.trigger_id) for row in connection.execute(query)]


def _told(row: Row[Any]) -> Told:
    mention = Mention(
        EventKind(row.kind),
        row.company,
        Status(row.status),
        facts_of(row.facts),
        row.confidence,
        evidence_of(row.evidence),
    )
    # A name that was told before its account was known stands for that account now.
    company = CompanyRef(row.of_trigger, row.company)
    return Told(mention, company, row.outlet or row.source_id, row.link, row.told_at, row.entry_id, row.title)


def fingerprint(told: Told) -> str:
    return events.fingerprint(told.mention.kind, told.company.key, events.discriminator(told.mention))


def _keys(connection: Connection, tellings: Sequence[Told]) -> dict[str, int]:
    wanted = {fingerprint(told) for told in tellings}
    rows = connection.execute(
        select(trigger_keys.c.fingerprint, trigger_keys.c.trigger_id).where(trigger_keys.c.fingerprint.in_(wanted))
    )
    return {row.fingerprint: row.trigger_id for row in rows}


def _place(
    connection: Connection,
    told: Told,
    known: dict[int, _Event],
    keys: dict[str, int],
    counts: dict[str, int],
    now: datetime,
) -> None:
    """Attach one telling: by its fingerprint, else by the pure joining rule, else as a new trigger."""
    key = fingerprint(told)
    event = known.get(keys.get(key, 0))
    if event is not None and _long_ago(told, event):
        event = None
    event = event or _that_it_joins(told, known)
    made = event is None
    if event is None:
        event = _make(connection, told, now)
        known[event.id] = event
    if keys.get(key) != event.id:
        _lead_to(connection, told, key, event.id)
        keys[key] = event.id
    if _add_mention(connection, told, event.id):
        event.tellings.append(told)
        event.touched = True
        counts["mentions"] += 1
        counts["made" if made else "joined"] += 1


def _that_it_joins(told: Told, known: dict[int, _Event]) -> _Event | None:
    same = [
        event
        for event in known.values()
        if event.tellings
        and event.tellings[0].mention.kind == told.mention.kind
        and event.tellings[0].company.key == told.company.key
    ]
    return next(
        (event for event in sorted(same, key=lambda event: event.id) if events.joins(told, event.tellings)), None
    )


def _make(connection: Connection, told: Told, now: datetime) -> _Event:
    first = events.reconcile([told])
    values = {
        "kind": told.mention.kind.value,
        "company": told.company.name,
        "company_key": told.company.key,
        "account_id": told.company.account_id,
        "first_seen_at": now,
        **_columns(first, now),
    }
    trigger_id = connection.execute(insert(triggers).values(values).returning(triggers.c.id)).scalar_one()
    return _Event(trigger_id, [], fresh=True)


def _columns(told: Reconciled, now: datetime) -> dict[str, Any]:
    return {
        "status": told.status.value,
        "facts": facts_json(told.facts),
        "disagreements": plain(told.disagreements),
        "chosen": plain(told.chosen),
        "event_on": told.event_on,
        "updated_at": now,
        "state": "due",
        "run_at": now,
    }


def _long_ago(told: Told, event: _Event) -> bool:
    """Where the kind has nothing that tells two events of a company apart, equal keys are one event only as long as
    the dates lie within the kind's window: the next layoffs are other layoffs."""
    if told.mention.kind not in NEWS_KINDS or events.discriminator(told.mention) or not event.tellings:
        return False
    return min(abs(told.at - other.at) for other in event.tellings) > events.window(told.mention.kind)


def _lead_to(connection: Connection, told: Told, key: str, trigger_id: int) -> None:
    """The key leads to this trigger from now on, wherever it led before."""
    row = {
        "fingerprint": key,
        "kind": told.mention.kind.value,
        "company_key": told.company.key,
        "discriminator": events.discriminator(told.mention)[:200],
        "trigger_id": trigger_id,
    }
    upsert(connection, trigger_keys, [row], key=["fingerprint"])


def _add_mention(connection: Connection, told: Told, trigger_id: int) -> bool:
    row = {
        "entry_id": told.entry_id,
        "trigger_id": trigger_id,
        "kind": told.mention.kind.value,
        "company": told.company.name,
        "company_key": told.company.key,
        "discriminator": events.discriminator(told.mention)[:200],
        "status": told.mention.status.value,
        "facts": facts_json(told.mention.facts),
        "evidence": plain(told.mention.evidence),
        "confidence": told.mention.confidence,
        "told_at": told.at,
    }
    return bool(insert_new(connection, mentions, [row], returning="id"))


def _refresh(connection: Connection, event: _Event, now: datetime, *, keep_lease: bool = False) -> None:
    """Reconcile everything told of the event; campaigns are asked again when its facts or its status changed."""
    told = events.reconcile(event.tellings)
    values = _columns(told, now) | {"outlets": len({telling.publisher for telling in event.tellings})}
    if not event.fresh:
        before = connection.execute(select(triggers).where(triggers.c.id == event.id)).one()
        if _same(before, values) or before.state == "dismissed":
            values = {"outlets": values["outlets"], "updated_at": now}
        else:
            values |= {"version": before.version + 1, **({} if keep_lease else due_again(triggers, now))}
    connection.execute(update(triggers).where(triggers.c.id == event.id).values(values))


def reconcile_again(connection: Connection, trigger_id: int, *, now: datetime, keep_lease: bool = False) -> None:
    """After mentions came or went: reconcile what is told of the event now, and ask the campaigns again. With
    `keep_lease` the caller sees to the row's lease, which may be its own."""
    event = _Event(trigger_id, [told for told, _ in tellings_of(connection, [trigger_id])], touched=True)
    if event.tellings:
        _refresh(connection, event, now, keep_lease=keep_lease)
    again = {"state": "due", "updated_at": now, "run_at": now, "retry_at": None}
    again |= {} if keep_lease else due_again(triggers, now)
    connection.execute(update(triggers).where(triggers.c.id == trigger_id).values(again))


def _same(before: Row[Any], values: dict[str, Any]) -> bool:
    return all(before._mapping[name] == values[name] for name in ("status", "facts", "disagreements", "event_on"))
