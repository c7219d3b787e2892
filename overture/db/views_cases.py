"""Which drafts tell which case, among the newest; and how often each promise of the catalogue was made and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, and_, func, select

from overture.db.tables import accounts, draft_versions, drafts, promises_made
from overture.db.views_account import told_in

Record = Mapping[str, Any]
LOOKED_AT = 400  # drafts, the newest


def cases_used(connection: Connection) -> dict[str, list[Record]]:
    """Case id -> drafts that tell it (`id`, `state`, `account`), the newest first."""
    version = and_(draft_versions.c.draft_id == drafts.c.id, draft_versions.c.version == drafts.c.version)
    query = (
        select(drafts.c.id, drafts.c.state, accounts.c.name.label("account"), draft_versions.c.segments)
        .join(draft_versions, version).join(accounts, accounts.c.id == drafts.c.account_id)
        .order_by(drafts.c.id.desc()).limit(LOOKED_AT)
    )  # fmt: skip
    found: dict[str, list[Record]] = {}
    for row in connection.execute(query):
        for case_id in sorted(told_in(row.segments)):
            found.setdefault(case_id, []).append({"id": row.id, "state": row.state, "account": row.account})
    return found


def promises_counted(connection: Connection) -> dict[str, Counter[str]]:
    """Promise id of the catalogue -> how many stand in each state of the ledger."""
    p = promises_made.c
    query = select(p.promise_id, p.state, func.count()).where(p.promise_id.is_not(None), p.state != "withdrawn")
    found: dict[str, Counter[str]] = {}
    for promise_id, state, many in connection.execute(query.group_by(p.promise_id, p.state)):
        found.setdefault(promise_id, Counter())[state] = many
    return found
