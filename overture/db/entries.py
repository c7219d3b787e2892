"""Entries that wait to be read, and what reading them makes: mentions, and the triggers that they back.

Who joins whom is decided by `triggers.events`, which is pure; the unique fingerprint decides in the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, or_, select, update

from campaigns.match import home
from overture.db.bulk import insert_new, update_each, upsert
from overture.db.claims import LeaseLost, due_again
from overture.db.codec import evidence_of, facts_json, facts_of, plain
from overture.db.engine import lock_names
from overture.db.placing import Event, Placed, TellingKey, fingerprint, place, telling_key
from overture.db.tables import entries, mentions, sources, trigger_keys, triggers
from triggers import events
from triggers.types import NEWS_KINDS, CompanyRef, EventKind, Mention, Reading, Status, Told

_OPENING = 600  # characters of an entry's text in which a company's country is looked for


@dataclass(frozen=True, slots=True)
class Settled:
    """What a batch of tellings changed."""

    mentions: int = 0
    made: int = 0  # triggers that are new
    joined: int = 0  # mentions that went to a trigger that was there


def settle(connection: Connection, tellings: Sequence[Told], *, now: datetime) -> Settled:
    """Give each telling to the trigger of its event, making it where there is none, and reconcile what changed.

    A handful of statements, however many tellings there are. Raises `LeaseLost` where somebody else writes down what
    the same entry tells.
    """
    if not tellings:
        return Settled()
    lock_events(connection, {(told.mention.kind, told.company.key) for told in tellings})
    keys = _keys(connection, tellings)
    known = _known(connection, tellings, keys.values())
    placed = place(tellings, known=known, keys=keys, before=_told_before(connection, tellings))
    _make(connection, placed.made, now)
    _lead_to(connection, placed)
    _add_mentions(connection, placed)
    _refresh(connection, [event for event in known.values() if event.touched], now)
    made, added = len(placed.made), len(placed.mentions)
    return Settled(added, made, added - made)


def lock_events(connection: Connection, subjects: Iterable[tuple[str, str]]) -> None:
    """One lock per kind and company, in one order."""
    lock_names(connection, [f"event:{kind}:{key}" for kind, key in sorted(subjects)])


def _known(connection: Connection, tellings: Sequence[Told], keyed: Iterable[int]) -> dict[int, Event]:
    """Triggers of the same kinds and companies that are near enough in time to be joined, and those that the keys lead
    to (their company may have become an account since), with what was told of them."""
    of: dict[EventKind, list[Told]] = defaultdict(list)
    for told in tellings:
        of[told.mention.kind].append(told)
    within = [_near(kind, told) for kind, told in of.items() if kind in NEWS_KINDS]
    rows = connection.execute(
        select(triggers.c.id).where(
            or_(triggers.c.id.in_(sorted(set(keyed))), *within), triggers.c.merged_into.is_(None)
        )
    )
    found = {row.id: Event(row.id, []) for row in rows}
    for told, trigger_id in tellings_of(connection, found):
        found[trigger_id].tellings.append(told)
    return found


def _near(kind: EventKind, tellings: Sequence[Told]) -> ColumnElement[bool]:
    """Events of one kind at the companies of the tellings, within the reach of the joining rule and as much again, for
    the days over which an event was told."""
    days = [events.event_date(told.mention, told.at) for told in tellings]
    reach = 4 * events.window(kind)
    return and_(
        triggers.c.kind == kind.value,
        triggers.c.company_key.in_(sorted({told.company.key for told in tellings})),
        triggers.c.event_on.between(min(days) - reach, max(days) + reach),
    )


def tellings_of(connection: Connection, trigger_ids: Iterable[int]) -> list[tuple[Told, int]]:
    """Every mention of the triggers as it was told, with its trigger, oldest first."""
    ids = list(trigger_ids)
    if not ids:
        return []
    query = (
        select(
            mentions, entries.c.title, entries.c.link, sources.c.title.label("outlet"), entries.c.source_id,
            func.substr(entries.c.text, 1, _OPENING).label("opening"),
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
    named = row.of_trigger.startswith("name:")
    country = home(row.company, Reading("", row.title, row.opening)) if named else ""
    company = CompanyRef(row.of_trigger, row.company, home=country)
    return Told(mention, company, row.outlet or row.source_id, row.link, row.told_at, row.entry_id, row.title)


def _told_before(connection: Connection, tellings: Sequence[Told]) -> set[TellingKey]:
    columns = (mentions.c.entry_id, mentions.c.kind, mentions.c.company_key, mentions.c.discriminator)
    ids = {told.entry_id for told in tellings}
    return {TellingKey(*row) for row in connection.execute(select(*columns).where(mentions.c.entry_id.in_(ids)))}


def _keys(connection: Connection, tellings: Sequence[Told]) -> dict[str, int]:
    wanted = {fingerprint(told) for told in tellings}
    rows = connection.execute(
        select(trigger_keys.c.fingerprint, trigger_keys.c.trigger_id).where(trigger_keys.c.fingerprint.in_(wanted))
    )
    return {row.fingerprint: row.trigger_id for row in rows}


def _make(connection: Connection, made: Sequence[Event], now: datetime) -> None:
    """Write down the events that are new, as everything that this batch tells of them adds up."""
    if not made:
        return
    rows = [
        {
            "kind": event.tellings[0].mention.kind.value,
            "company": event.tellings[0].company.name,
            "company_key": event.tellings[0].company.key,
            "account_id": event.tellings[0].company.account_id,
            "first_seen_at": now,
            **_columns(event, now),
        }
        for event in made
    ]
    ids = connection.scalars(insert(triggers).returning(triggers.c.id, sort_by_parameter_order=True), rows)
    for event, id_ in zip(made, ids, strict=True):
        event.id = id_


def _columns(event: Event, now: datetime) -> dict[str, Any]:
    told = events.reconcile(event.tellings)
    return {
        "status": told.status.value,
        "facts": facts_json(told.facts),
        "disagreements": plain(told.disagreements),
        "chosen": plain(told.chosen),
        "event_on": told.event_on,
        "updated_at": now,
        "state": "due",
        "run_at": now,
        "outlets": len({telling.publisher for telling in event.tellings}),
    }


def _lead_to(connection: Connection, placed: Placed) -> None:
    """The keys lead to these triggers from now on, wherever they led before."""
    rows = [
        {
            "fingerprint": key,
            "kind": told.mention.kind.value,
            "company_key": told.company.key,
            "discriminator": telling_key(told).discriminator,
            "trigger_id": event.id,
        }
        for key, (told, event) in placed.keys.items()
    ]
    upsert(connection, trigger_keys, rows, key=["fingerprint"])


def _add_mentions(connection: Connection, placed: Placed) -> None:
    rows = [
        {
            **telling_key(told)._asdict(),
            "trigger_id": event.id,
            "company": told.company.name,
            "status": told.mention.status.value,
            "facts": facts_json(told.mention.facts),
            "evidence": plain(told.mention.evidence),
            "confidence": told.mention.confidence,
            "told_at": told.at,
        }
        for told, event in placed.mentions
    ]
    if len(insert_new(connection, mentions, rows, returning="id")) != len(rows):
        # Nobody writes down what an entry tells but who holds its lease.
        raise LeaseLost("mentions of this batch were written by somebody else")


def _refresh(connection: Connection, known: Sequence[Event], now: datetime, *, keep_lease: bool = False) -> None:
    """Reconcile everything told of the events; campaigns are asked again where its facts or its status changed."""
    ids = [event.id for event in known]
    if not ids:
        return
    rows = {row.id: row for row in connection.execute(select(triggers).where(triggers.c.id.in_(ids)))}
    quiet, loud = [], []
    for event in known:
        before, values = rows[event.id], _columns(event, now)
        if _same(before, values) or before.state == "dismissed":
            quiet.append({"which": event.id, "outlets": values["outlets"], "updated_at": now})
        else:
            loud.append({"which": event.id, **values})
    again = {} if keep_lease else due_again(triggers, now)
    update_each(connection, triggers, quiet)
    update_each(connection, triggers, loud, version=triggers.c.version + 1, **again)


def reconcile_again(connection: Connection, trigger_id: int, *, now: datetime, keep_lease: bool = False) -> None:
    """After mentions came or went: reconcile what is told of the event now, and ask the campaigns again. With
    `keep_lease` the caller sees to the row's lease, which may be its own."""
    event = Event(trigger_id, [told for told, _ in tellings_of(connection, [trigger_id])])
    if event.tellings:
        _refresh(connection, [event], now, keep_lease=keep_lease)
    again = {"state": "due", "updated_at": now, "run_at": now, "retry_at": None}
    again |= {} if keep_lease else due_again(triggers, now)
    connection.execute(update(triggers).where(triggers.c.id == trigger_id).values(again))


def _same(before: Row[Any], values: dict[str, Any]) -> bool:
    return all(before._mapping[name] == values[name] for name in ("status", "facts", "disagreements", "event_on"))
