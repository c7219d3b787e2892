"""Rows for lists on the command line and in exports: plain values with the names that people know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from overture.db.tables import (
    accounts,
    audit,
    contacts,
    draft_versions,
    drafts,
    entries,
    handoffs,
    mentions,
    nos,
    sources,
    triggers,
)

Rows = list[dict[str, Any]]


def _rows(connection: Connection, query: Select[Any]) -> Rows:
    return [dict(row._mapping) for row in connection.execute(query)]


def list_sources(connection: Connection) -> Rows:
    s = sources.c
    return _rows(
        connection,
        select(
            s.id, s.kind, s.url, s.state, s.last_status, s.last_success_at, s.last_attempt_at,
            s.run_at.label("next_attempt_at"), s.last_error, s.health,
        )
        .where(s.state != "retired")
        .order_by(s.id),
    )  # fmt: skip


def list_triggers(connection: Connection) -> Rows:
    t = triggers.c
    return _rows(
        connection,
        select(
            t.id, t.kind.label("event"), t.company, accounts.c.name.label("account"), t.account_id, t.status,
            t.facts, t.disagreements, t.event_on, t.outlets, t.version, t.state, t.why_no_draft,
        )
        .outerjoin(accounts, accounts.c.id == t.account_id)
        .where(t.merged_into.is_(None))
        .order_by(t.id),
    )  # fmt: skip


def list_drafts(connection: Connection) -> Rows:
    return _rows(connection, _drafts().order_by(drafts.c.score.desc(), drafts.c.id))


def _drafts() -> Select[Any]:
    d, v = drafts.c, draft_versions.c
    return (
        select(
            d.id, d.state, d.version, d.content_hash.label("hash"), accounts.c.name.label("account"), d.account_id,
            contacts.c.name.label("contact"), d.contact_id, d.trigger_id, d.campaign, d.story_id.label("story"),
            d.language, d.score, v.subject, d.good_until, d.obstacles, d.warnings, d.reason, d.decided_by,
            d.decided_at, d.snoozed_until,
        )
        .join(accounts, accounts.c.id == d.account_id)
        .join(contacts, contacts.c.id == d.contact_id)
        .join(draft_versions, (v.draft_id == d.id) & (v.version == d.version))
    )  # fmt: skip


def export_drafts(connection: Connection, *, states: Sequence[str]) -> Rows:
    """Drafts with their text, the best first; of all states where none is named."""
    query = _drafts().add_columns(draft_versions.c.body).order_by(drafts.c.score.desc(), drafts.c.id)
    return _rows(connection, query.where(drafts.c.state.in_(states)) if states else query)


def show_draft(connection: Connection, draft_id: int) -> dict[str, Any] | None:
    """One draft with the text and the bindings of its present version; None where there is no such draft."""
    v = draft_versions.c
    query = _drafts().add_columns(v.body, v.segments, v.subject_segments, v.findings, v.measures, drafts.c.why)
    rows = _rows(connection, query.where(drafts.c.id == draft_id))
    return rows[0] if rows else None


def list_nos(connection: Connection) -> Rows:
    n = nos.c
    return _rows(
        connection,
        select(
            n.id, triggers.c.kind.label("event"), triggers.c.company, accounts.c.name.label("account"), n.account_id,
            n.trigger_id, n.campaign, n.rule, n.reason, n.revisit_on, n.better_served_by, n.said_at,
        )
        .join(triggers, triggers.c.id == n.trigger_id)
        .outerjoin(accounts, accounts.c.id == n.account_id)
        .order_by(n.id),
    )  # fmt: skip


def handoffs_named() -> Select[Any]:
    """Messages on their way, with the names of who they are for; never their bytes."""
    h = handoffs.c
    return (
        select(
            h.id, h.draft_id, h.version, h.state, h.channel, accounts.c.name.label("account"), h.account_id,
            contacts.c.name.label("contact"), h.release_at, h.handed_off_at, h.location, h.reason, h.attempts,
        )
        .join(accounts, accounts.c.id == h.account_id)
        .join(contacts, contacts.c.id == h.contact_id)
    )  # fmt: skip


def list_handoffs(connection: Connection) -> Rows:
    return _rows(connection, handoffs_named().order_by(handoffs.c.id))


def list_entries(connection: Connection) -> Rows:
    e = entries.c
    return _rows(
        connection,
        select(e.id, e.source_id, e.title, e.link, e.published_at, e.fetched_at, e.state, e.last_error).order_by(e.id),
    )


def list_mentions(connection: Connection) -> Rows:
    m = mentions.c
    return _rows(
        connection,
        select(m.id, m.entry_id, m.trigger_id, m.kind.label("event"), m.company, m.status, m.facts).order_by(m.id),
    )


def list_audit(connection: Connection) -> Rows:
    return _rows(connection, select(audit).order_by(audit.c.id))


LISTS: dict[str, Callable[[Connection], Rows]] = {
    "sources": list_sources,
    "entries": list_entries,
    "mentions": list_mentions,
    "triggers": list_triggers,
    "drafts": list_drafts,
    "nos": list_nos,
    "handoffs": list_handoffs,
}
