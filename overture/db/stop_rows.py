"""The do-not-contact list as people work with it: looking, adding a line, giving the list away, lifting a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, func, or_, select, update

from overture.config.directory import Accounts
from overture.config.table_text import line_of
from overture.db.audit import Act, Actor, record
from overture.db.secret import Keyring
from overture.db.stop_judged import Judged, Verdict, digests_of, judge, kind_of, take
from overture.db.tables import suppressions

Kind = Literal["address", "domain", "account"]
KINDS: tuple[Kind, ...] = ("address", "domain", "account")
COLUMNS = ("kind", "value", "reason", "on")
FEW = 50


# --- looking ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StopPage:
    """A page of the list, the newest first. `after` leads to the next one; `in_force` counts all, `hashed` of them
    those whose value was erased."""

    rows: tuple[Row[Any], ...]
    after: int | None
    in_force: int
    hashed: int


def page(
    connection: Connection, *, words: str = "", lifted: bool = False, after: int | None = None, limit: int = FEW,
    keys: Keyring | None = None,
) -> StopPage:  # fmt: skip
    """Lines in force, or those that were lifted. With `keys`, an address that was erased is found by its hash."""
    s = suppressions.c
    query = _lines().where(s.lifted_at.is_not(None) if lifted else s.lifted_at.is_(None))
    if words.strip():
        query = query.where(_named(words.strip(), keys))
    if after is not None:
        query = query.where(s.id < after)
    found = connection.execute(query.order_by(s.id.desc()).limit(limit + 1)).all()
    counts = select(func.count(), func.count().filter(s.value.is_(None))).where(s.lifted_at.is_(None))
    in_force, hashed = connection.execute(counts).one()
    return StopPage(tuple(found[:limit]), found[limit - 1].id if len(found) > limit else None, in_force, hashed)


def _lines() -> Select[Any]:
    s = suppressions.c
    return select(s.id, s.kind, s.value, s.reason, s.origin, s.since, s.lifted_at, s.lifted_by)


def _named(words: str, keys: Keyring | None) -> Any:
    s = suppressions.c
    either = [s.value.icontains(words, autoescape=True), s.reason.icontains(words, autoescape=True)]
    if keys is not None:
        either += [s.value_hash == digest(words) for digest in digests_of(keys).values()]
    return or_(*either)


def one(connection: Connection, line_id: int) -> Row[Any] | None:
    return connection.execute(_lines().where(suppressions.c.id == line_id)).one_or_none()


def export(connection: Connection) -> list[dict[str, Any]]:
    """What is in force, as the rows of do_not_contact.csv; a line without its value cannot be one."""
    s = suppressions.c
    query = select(s.kind, s.value, s.reason, s.since).where(s.lifted_at.is_(None), s.value.is_not(None)).order_by(s.id)
    return [
        {"kind": row.kind, "value": row.value, "reason": row.reason, "on": row.since.date().isoformat()}
        for row in connection.execute(query)
    ]


# --- one line -----------------------------------------------------------------------------------------------------


def add(
    connection: Connection, given: tuple[str, str, str], actor: Actor, *, accounts: Accounts, keys: Keyring,
    now: datetime,
) -> Judged:  # fmt: skip
    """Put one (kind, value, reason) on the list; the verdict says what became of it."""
    kind, value, reason = (part.strip() for part in given)
    raw = sheet_of(kind or kind_of(value), value, reason)
    found = judge(connection, raw, accounts=accounts, keys=keys)
    if isinstance(found, str):
        return Judged(1, kind, value, Verdict.MALFORMED, found)
    take(connection, found, actor, keys=keys, now=now)
    return found[0]


def sheet_of(kind: str, value: str, reason: str) -> bytes:
    """One line as a table, whatever stands in it."""
    cells = [" ".join(cell.split()) for cell in (kind, value, reason)]
    return (line_of(("kind", "value", "reason")) + line_of(cells)).encode(errors="replace")


def lift(connection: Connection, line_id: int, actor: Actor, *, now: datetime) -> Row[Any] | None:
    """Take a line out of force; None where there is none in force. Who is named by another line stays stopped by it."""
    this = (suppressions.c.id == line_id) & suppressions.c.lifted_at.is_(None)
    done = connection.execute(update(suppressions).where(this).values(lifted_at=now, lifted_by=actor.id))
    if not done.rowcount:
        return None
    record(connection, actor, [Act("suppression.lifted", "suppression", str(line_id), "in_force", "lifted")], now=now)
    return one(connection, line_id)
