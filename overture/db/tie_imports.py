"""Ties of an import, written together with how each stood before, so that the import can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from overture.db import withdrawn
from overture.db.audit import Act, Actor, record
from overture.db.bulk import chunks, update_each, upsert
from overture.db.engine import locking
from overture.db.people import row_of
from overture.db.people_import import Judged
from overture.db.tables import teammates, tie_imports, ties, users

IMPORTED = "import"
Source = Literal["linkedin", "vcard", "mbox", "csv"]
_SAYS = ("strength", "since", "last_touch", "evidence")


@dataclass(frozen=True, slots=True)
class Undone:
    """How many ties are as they were; `left` have been changed since and stay as they are."""

    ties: int
    left: int


def take(connection: Connection, judged: Sequence[Judged], source: Source, by: Actor, *, now: datetime) -> int | None:
    """Write the ties that are new or stronger; gives the number of the import, None where there is nothing to write."""
    wanted = [one.tie for one in judged if one.tie is not None]
    if not wanted:
        return None
    before = _standing(connection, [tie.id for tie in wanted])
    rows = [{**row_of(tie), "origin": IMPORTED, "retired_at": None} for tie in wanted]
    upsert(connection, ties, rows, key=["id"])
    kept = [{"id": tie.id, "before": _said(before.get(tie.id)), "after": _said(tie)} for tie in wanted]
    mate = wanted[0].teammate_id
    row = {"teammate_id": mate, "source": source, "ties": len(wanted), "before": kept, "by": by.id, "at": now}
    made = int(connection.execute(insert(tie_imports).returning(tie_imports.c.id), row).scalar_one())
    codes = {"ties": len(wanted), "import": made}
    record(connection, by, [Act("ties.imported", "teammate", mate, codes=codes)], now=now)
    return made


def undo(connection: Connection, number: int, by: Actor, *, now: datetime) -> Undone | str:
    """Take an import back; in words, why that cannot be done. Open drafts that say such a tie are told anew."""
    query: Select[Any] = select(tie_imports).where(tie_imports.c.id == number)
    row = connection.execute(locking(connection, query)).one_or_none()
    if row is None or row.undone_at is not None:
        return f"there is no import {number}" if row is None else f"import {number} was taken back already"
    now_there = _standing(connection, [one["id"] for one in row.before])
    same = [one for one in row.before if _said(now_there.get(one["id"])) == one["after"]]
    was_new = [{"which": one["id"], "origin": "file", "retired_at": now} for one in same if one["before"] is None]
    changed = [{"which": one["id"], **_columns(one["before"])} for one in same if one["before"] is not None]
    update_each(connection, ties, was_new)  # as if the file lacked them, so that it may bring them again
    update_each(connection, ties, changed)
    connection.execute(update(tie_imports).where(tie_imports.c.id == number).values(undone_at=now, undone_by=by.id))
    codes = {"ties": len(same), "import": number}
    record(connection, by, [Act("ties.import_undone", "teammate", row.teammate_id, codes=codes)], now=now)
    withdrawn.mark(connection, [f"tie:{one['id']}" for one in same], now=now)
    return Undone(len(same), len(row.before) - len(same))


def imports_lately(connection: Connection, *, limit: int = 20) -> list[dict[str, Any]]:
    """The last imports, the newest first."""
    i, undoer = tie_imports.c, users.alias("undoer")
    columns = (
        i.id, i.teammate_id, teammates.c.name.label("teammate"), i.source, i.ties, i.at, i.undone_at,
        func.coalesce(users.c.name, i.by).label("by"), func.coalesce(undoer.c.name, i.undone_by).label("undone_by"),
    )  # fmt: skip
    query = (
        select(*columns)
        .join(teammates, teammates.c.id == i.teammate_id)
        .outerjoin(users, users.c.id == i.by)
        .outerjoin(undoer, undoer.c.id == i.undone_by)
    )
    return [dict(row._mapping) for row in connection.execute(query.order_by(i.id.desc()).limit(limit))]


def _standing(connection: Connection, ids: Sequence[str]) -> dict[str, Row[Any]]:
    """Those of these ties that are in force."""
    found: dict[str, Row[Any]] = {}
    for chunk in chunks(list(ids), 5_000):
        rows = connection.execute(select(ties).where(ties.c.id.in_(chunk), ties.c.retired_at.is_(None)))
        found |= {row.id: row for row in rows}
    return found


def _said(tie: Any) -> dict[str, Any] | None:
    """What a tie says, for JSON."""
    if tie is None:
        return None
    return {name: value.isoformat() if isinstance(value := getattr(tie, name), date) else value for name in _SAYS}


def _columns(says: dict[str, Any]) -> dict[str, Any]:
    """What a tie said, for its row."""
    return {name: _day(says[name]) if name in ("since", "last_touch") else says[name] for name in _SAYS}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
