"""Accounts, stories, campaigns and the log as pages list them. Reads only; one account stands in `views_account`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from campaigns.review import OPEN, DraftState
from overture.db.queue_words import holds
from overture.db.tables import (
    accounts,
    audit,
    contacts,
    drafts,
    nos,
    story_versions,
    suppressions,
)
from overture.db.views_line import Page, page_of, records

Record = Mapping[str, Any]
_MOST_ASKED = 200


def account_list(
    connection: Connection, *, words: str | None, after: str | None, limit: int = 50
) -> tuple[Record, ...]:
    """Accounts by name, one more than `limit` where there are more."""
    statement = _counted_accounts()
    if words:
        statement = statement.where(
            or_(*(holds(connection, one, words) for one in (accounts.c.name, accounts.c.domain)))
        )
    if after:
        statement = statement.where(accounts.c.id > after)
    return records(connection, statement.order_by(accounts.c.id).limit(limit + 1))


def accounts_found(connection: Connection, words: str, *, most: int) -> tuple[Record, ...]:
    """Accounts whose name holds the words, and where those are too few, whose domain does. They are looked for as they
    lie: in the order of a list, all that come before the first of them would be fetched one by one."""
    ids: set[str] = set()
    for column in (accounts.c.name, accounts.c.domain):
        if len(ids) < most:
            theirs = select(accounts.c.id).where(accounts.c.retired_at.is_(None), holds(connection, column, words))
            ids.update(connection.scalars(theirs.limit(_MOST_ASKED)))
    statement = _counted_accounts().where(accounts.c.id.in_(sorted(ids)[:most]))
    return records(connection, statement.order_by(accounts.c.id))


def _counted_accounts() -> Select[Any]:
    """Accounts in force, with their people and open drafts counted."""
    open_drafts = (
        select(func.count()).where(drafts.c.account_id == accounts.c.id, drafts.c.state.in_(OPEN)).scalar_subquery()
    )
    people = select(func.count()).where(contacts.c.account_id == accounts.c.id).scalar_subquery()
    columns = (accounts, open_drafts.label("open_drafts"), people.label("people"))
    return select(*columns).where(accounts.c.retired_at.is_(None))


def suppressed_contacts(connection: Connection, people: tuple[Record, ...]) -> frozenset[str]:
    """Ids of the contacts whose address is on the list."""
    keys = {row["address_key"]: row["id"] for row in people if row["address_key"]}
    held = select(suppressions.c.value_hash).where(
        suppressions.c.kind == "address", suppressions.c.value_hash.in_(keys), suppressions.c.lifted_at.is_(None)
    )
    return frozenset(keys[value] for value in connection.scalars(held))


# --- stories ------------------------------------------------------------------------------------------------------


def story_one(connection: Connection, story_id: str) -> tuple[Record, ...]:
    """All versions of a story, newest first."""
    wanted = select(story_versions).where(story_versions.c.story_id == story_id)
    return records(connection, wanted.order_by(story_versions.c.id.desc()).limit(50))


# --- campaigns and the log ----------------------------------------------------------------------------------------


def campaign_outcomes(connection: Connection) -> dict[str, dict[str, int]]:
    """Campaign → drafts by state, and how many nos under `no`."""
    found: dict[str, dict[str, int]] = {}
    for name, state, many in connection.execute(
        select(drafts.c.campaign, drafts.c.state, func.count()).group_by(drafts.c.campaign, drafts.c.state)
    ):
        found.setdefault(name, {})[str(DraftState(state))] = many
    for name, many in connection.execute(select(nos.c.campaign, func.count()).group_by(nos.c.campaign)):
        found.setdefault(name, {})["no"] = many
    return found


def audit_page(
    connection: Connection, *, actor: str | None, action: str | None, thing: str | None, after: int | None,
    line: int | None = None, limit: int = 100,
) -> Page:  # fmt: skip
    """Lines of the log, the newest first; `line` is the number of one."""
    statement = select(audit)
    wanted = ((line, audit.c.id), (actor, audit.c.actor), (action, audit.c.action), (thing, audit.c.thing))
    for value, column in wanted:
        if value:
            statement = statement.where(column == value)
    return page_of(connection, statement, audit.c.id, after=after, limit=limit)
