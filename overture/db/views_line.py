"""Nos, questions and sources as pages list them. Reads only, newest first, by keyset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from campaigns.review import DraftState
from overture.db.tables import (
    accounts,
    drafts,
    entries,
    mentions,
    nos,
    questions,
    sources,
    triggers,
)

Record = Mapping[str, Any]
PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    rows: tuple[Record, ...]
    after: int | None


def records(connection: Connection, statement: Select[Any]) -> tuple[Record, ...]:
    return tuple(dict(row) for row in connection.execute(statement).mappings())


def page_of(connection: Connection, statement: Select[Any], id_: Any, *, after: int | None, limit: int) -> Page:
    """Newest first by row number, from `after` down."""
    if after is not None:
        statement = statement.where(id_ < after)
    rows = records(connection, statement.order_by(id_.desc()).limit(limit + 1))
    return Page(rows[:limit], rows[limit - 1]["id"] if len(rows) > limit else None)


# --- nos and questions --------------------------------------------------------------------------------------------


def _nos() -> Select[Any]:
    named = select(nos, triggers.c.kind, triggers.c.facts, triggers.c.company, accounts.c.name.label("account"))
    return named.join(triggers, triggers.c.id == nos.c.trigger_id).outerjoin(
        accounts, accounts.c.id == nos.c.account_id
    )


def _unwritten() -> ColumnElement[bool]:
    """No campaign at all has written about the event."""
    return ~exists().where(drafts.c.trigger_id == nos.c.trigger_id)


def no_page(
    connection: Connection, *, rule: str | None, campaign: str | None = None, trigger_id: int | None = None,
    written_too: bool = True, after: int | None, limit: int = PAGE,
) -> Page:  # fmt: skip
    """`written_too`: also the nos of events that another campaign has drafted."""
    statement = _nos() if written_too else _nos().where(_unwritten())
    if rule:
        statement = statement.where(nos.c.rule == rule)
    if campaign:
        statement = statement.where(nos.c.campaign == campaign)
    if trigger_id is not None:
        statement = statement.where(nos.c.trigger_id == trigger_id)
    return page_of(connection, statement, nos.c.id, after=after, limit=limit)


def no_counts(connection: Connection, *, written_too: bool = True) -> tuple[Record, ...]:
    """How often each rule said no, most first."""
    many = func.count().label("many")
    counted = select(nos.c.rule, many) if written_too else select(nos.c.rule, many).where(_unwritten())
    return records(connection, counted.group_by(nos.c.rule).order_by(many.desc()))


def no_reasons(connection: Connection, *, written_too: bool = True) -> tuple[Record, ...]:
    """How often each campaign said no by each rule, most first; with the next day to look again, who serves better."""
    many, again = func.count().label("many"), func.min(nos.c.revisit_on).filter(nos.c.revisited_at.is_(None))
    better = func.max(nos.c.better_served_by).label("better_served_by")
    counted = select(nos.c.rule, nos.c.campaign, many, again.label("revisit_on"), better)
    if not written_too:
        counted = counted.where(_unwritten())
    grouped = counted.group_by(nos.c.rule, nos.c.campaign)
    return records(connection, grouped.order_by(many.desc(), nos.c.rule, nos.c.campaign).limit(200))


def nos_of(connection: Connection, campaign: str) -> tuple[Record, ...]:
    """How often a campaign said no, by rule and by what the rule looked at (`evidence`)."""
    counted = select(nos.c.rule, nos.c.evidence, func.count().label("many")).where(nos.c.campaign == campaign)
    return records(connection, counted.group_by(nos.c.rule, nos.c.evidence))


def nos_to_revisit(connection: Connection, *, limit: int = PAGE) -> tuple[Record, ...]:
    """Nos that are looked at again, the next first."""
    waiting = _nos().where(nos.c.revisit_on.is_not(None), nos.c.revisited_at.is_(None))
    return records(connection, waiting.order_by(nos.c.revisit_on, nos.c.id).limit(limit))


def question_list(connection: Connection, *, kind: str | None = None, state: str = "open") -> tuple[Record, ...]:
    named = (
        select(questions, triggers.c.kind.label("event"), triggers.c.facts, triggers.c.company, triggers.c.event_on,
               accounts.c.name.label("account"))
        .outerjoin(triggers, triggers.c.id == questions.c.trigger_id)
        .outerjoin(accounts, accounts.c.id == questions.c.account_id)
        .where(questions.c.state == state)
    )  # fmt: skip
    if kind:
        named = named.where(questions.c.kind == kind)
    return records(connection, named.order_by(questions.c.asked_at.desc()).limit(200))


def question_one(connection: Connection, question_id: int) -> Record | None:
    found = records(connection, select(questions).where(questions.c.id == question_id))
    return found[0] if found else None


# --- sources ------------------------------------------------------------------------------------------------------


def source_list(connection: Connection) -> tuple[Record, ...]:
    return records(connection, select(sources).where(sources.c.state != "retired").order_by(sources.c.id).limit(1000))


def source_hours(connection: Connection, *, now: datetime, hours: int = 24) -> dict[str, list[int]]:
    """New entries of each source, hour by hour, oldest first."""
    since = now - timedelta(hours=hours)
    rows = connection.execute(
        select(entries.c.source_id, entries.c.fetched_at).where(
            entries.c.fetched_at > since, entries.c.fetched_at <= now
        )
    )
    counted: dict[str, list[int]] = {}
    for source_id, fetched in rows:
        slot = min(hours - 1, int((fetched - since).total_seconds() // 3600))
        counted.setdefault(source_id, [0] * hours)[slot] += 1
    return counted


def source_yield(connection: Connection, *, now: datetime) -> dict[str, dict[str, int]]:
    """Per source, in the last 30 days: triggers it told of, drafts decided, drafts approved."""
    since = now - timedelta(days=30)
    told = (
        select(entries.c.source_id, func.count(func.distinct(mentions.c.trigger_id)))
        .join(mentions, mentions.c.entry_id == entries.c.id)
        .where(mentions.c.told_at > since).group_by(entries.c.source_id)
    )  # fmt: skip
    found = {source: {"triggers": many, "approved": 0, "decided": 0} for source, many in connection.execute(told)}
    for source, state, many in connection.execute(_decided_by_source(since)):
        row = found.setdefault(source, {"triggers": 0, "approved": 0, "decided": 0})
        row["decided"] += many
        row["approved"] += many if state in (DraftState.APPROVED, DraftState.DONE) else 0
    return found


def _decided_by_source(since: datetime) -> Select[Any]:
    decided = or_(drafts.c.state.in_((DraftState.APPROVED, DraftState.DONE)), drafts.c.reason.is_not(None))
    return (
        select(entries.c.source_id, drafts.c.state, func.count(func.distinct(drafts.c.id)))
        .join(mentions, mentions.c.entry_id == entries.c.id)
        .join(drafts, drafts.c.trigger_id == mentions.c.trigger_id)
        .where(drafts.c.decided_at > since, decided)
        .group_by(entries.c.source_id, drafts.c.state)
    )
