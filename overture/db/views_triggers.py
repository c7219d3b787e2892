"""Events as pages list them, and what one event led to. Reads only, newest first, by keyset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, literal, select

from overture.db.queue_words import holds
from overture.db.tables import accounts, draft_versions, drafts, entries, matches, mentions, nos, sources, triggers
from overture.db.views_line import PAGE, Page, Record, page_of, records


@dataclass(frozen=True, slots=True)
class TriggerFilter:
    kind: str | None = None
    state: str | None = None  # drafted, no, unmatched, waiting, merged
    words: str | None = None
    source: str | None = None  # id of one that told it, whoever else did


def _trigger_columns() -> Select[Any]:
    draft = select(func.max(drafts.c.id)).where(drafts.c.trigger_id == triggers.c.id).scalar_subquery()
    no = select(func.count()).where(nos.c.trigger_id == triggers.c.id).scalar_subquery()
    sure = select(func.max(mentions.c.confidence)).where(mentions.c.trigger_id == triggers.c.id).scalar_subquery()
    matched = (
        select(func.max(accounts.c.name)).join(matches, matches.c.account_id == accounts.c.id)
        .where(matches.c.trigger_id == triggers.c.id).scalar_subquery()
    )  # fmt: skip
    return select(
        triggers, accounts.c.name.label("account"), matched.label("matched"), draft.label("draft_id"),
        no.label("nos"), sure.label("confidence"), _first_source().label("source"),
    ).outerjoin(accounts, accounts.c.id == triggers.c.account_id)  # fmt: skip


def _first_source() -> Any:
    """The name of who told it first."""
    told = select(func.coalesce(sources.c.title, sources.c.id)).join(entries, entries.c.source_id == sources.c.id)
    told = told.join(mentions, mentions.c.entry_id == entries.c.id).where(mentions.c.trigger_id == triggers.c.id)
    return told.order_by(mentions.c.told_at, mentions.c.id).limit(1).scalar_subquery()


def source_names(connection: Connection) -> tuple[Record, ...]:
    """Every source by id, with its name."""
    named = func.coalesce(sources.c.title, sources.c.id).label("name")
    return records(connection, select(sources.c.id, named).order_by(func.lower(named), sources.c.id))


def trigger_page(connection: Connection, wanted: TriggerFilter, *, after: int | None, limit: int = PAGE) -> Page:
    statement = _trigger_columns()
    if wanted.kind:
        statement = statement.where(triggers.c.kind == wanted.kind)
    if wanted.words:
        statement = statement.where(holds(connection, triggers.c.company, wanted.words))
    if wanted.state:
        statement = statement.where(_in_state(wanted.state))
    if wanted.source:
        told = select(mentions.c.trigger_id).join(entries, entries.c.id == mentions.c.entry_id)
        statement = statement.where(triggers.c.id.in_(told.where(entries.c.source_id == wanted.source)))
    return page_of(connection, statement, triggers.c.id, after=after, limit=limit)


def _in_state(state: str) -> Any:
    drafted = triggers.c.id.in_(select(drafts.c.trigger_id))
    known = {
        "drafted": drafted,
        "no": and_(~drafted, triggers.c.id.in_(select(nos.c.trigger_id))),
        "unmatched": triggers.c.state == "unmatched",
        "waiting": triggers.c.state == "due",
        "merged": triggers.c.state == "merged",
        "dismissed": triggers.c.state == "dismissed",
    }
    return known.get(state, literal(value=True))


def trigger_one(connection: Connection, trigger_id: int) -> Record | None:
    found = records(connection, _trigger_columns().where(triggers.c.id == trigger_id))
    return found[0] if found else None


def trigger_drafts(connection: Connection, trigger_id: int) -> tuple[Record, ...]:
    return records(
        connection,
        select(drafts.c.id, drafts.c.state, accounts.c.name.label("account"), draft_versions.c.subject)
        .join(accounts, accounts.c.id == drafts.c.account_id)
        .join(
            draft_versions,
            and_(draft_versions.c.draft_id == drafts.c.id, draft_versions.c.version == drafts.c.version),
        )
        .where(drafts.c.trigger_id == trigger_id),
    )


def trigger_matches(connection: Connection, trigger_id: int) -> tuple[Record, ...]:
    named = select(matches, accounts.c.name.label("account")).join(accounts, accounts.c.id == matches.c.account_id)
    return records(connection, named.where(matches.c.trigger_id == trigger_id))
