"""Accounts, contacts and what we know of them: from the workspace's files into rows, and back into values.

Files hold intent. A row that is gone from its file is retired, not deleted; rows that people taught (`origin` other
than `file`) are never touched by an import; a do-not-contact line stays in force when it leaves the file.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar, get_type_hints

from sqlalchemy import Connection, Row, Table, func, select, update

from campaigns.workspace import Account, Concern, Contact, DoNotContact, Interest, Teammate, Tie
from overture.db.bulk import chunks, insert_new, upsert
from overture.db.secret import Keyring
from overture.db.tables import accounts, concerns, contacts, interests, suppressions, teammates, ties, why_answers

Value = TypeVar("Value")

_TABLES: tuple[tuple[type[Any], Table], ...] = (
    (Teammate, teammates),
    (Account, accounts),
    (Contact, contacts),
    (Concern, concerns),
    (Interest, interests),
    (Tie, ties),
)
_ORIGINS: dict[type[Any], str] = {Concern: "concern", Interest: "interest", Tie: "tie"}
_TABLE_OF: dict[type[Any], Table] = dict(_TABLES)


@dataclasses.dataclass(frozen=True, slots=True)
class Synced:
    """What an import changed."""

    changed: dict[str, int]
    retired: dict[str, int]
    withdrawn: frozenset[str] = frozenset()  # origins that no text may draw on any more

    @property
    def accounts_changed(self) -> bool:
        return bool(self.changed.get("accounts") or self.retired.get("accounts"))


def sync(
    connection: Connection,
    files: Iterable[Sequence[Any]],
    *,
    stops: Sequence[DoNotContact],
    unreadable: Collection[str] = (),
    incomplete: Collection[str] = (),
    keys: Keyring,
    now: datetime,
) -> Synced:
    """Bring the rows in line with the files: one sequence of values per kind; `stops` are do-not-contact lines.

    Ids in `unreadable` stand on lines that could not be read, and tables in `incomplete` have such lines without ids:
    what is missing there is not gone, so it is not retired.
    """
    changed: dict[str, int] = {}
    retired: dict[str, int] = {}
    withdrawn: set[str] = set()
    given = {type(values[0]): values for values in files if values}
    for kind, table in _TABLES:
        rows = [row_of(value, keys) for value in given.get(kind, ())]
        if kind is Account:
            _put_answers(connection, rows)
        unsure = None if f"{table.name}.csv" in incomplete else unreadable
        changed[table.name], gone = _sync_table(connection, table, rows, unsure, now, withdrawn)
        retired[table.name] = len(gone)
        withdrawn |= {f"{_ORIGINS[kind]}:{id_}" for id_ in gone if kind in _ORIGINS}
    changed["suppressions"] = len(suppress(connection, stops, origin="file", keys=keys, now=now))
    kept = {k: v for k, v in changed.items() if v}, {k: v for k, v in retired.items() if v}
    return Synced(*kept, frozenset(withdrawn))


def _sync_table(
    connection: Connection, table: Table, rows: list[dict[str, Any]], unsure: Collection[str] | None, now: datetime,
    hushed: set[str],
) -> tuple[int, list[str]]:  # fmt: skip
    """How many rows changed, and the ids that are gone; concerns that may not be said any more go into `hushed`."""
    before = {row.id: row for row in connection.execute(select(table).where(table.c.origin == "file"))}
    ours = set(connection.scalars(select(table.c.id).where(table.c.origin != "file")))
    changed = [row for row in rows if row["id"] not in ours and _differs(before.get(row["id"]), row)]
    mark = _mark(connection, table)
    upsert(connection, table, [{**row, **mark, "retired_at": None} for row in changed], key=["id"])
    if table is concerns:
        hushed |= {f"concern:{row['id']}" for row in changed if row["id"] in before and not row["shareable"]}
    named = {row["id"] for row in rows} | set(unsure or ())
    missing = [id_ for id_, row in before.items() if row.retired_at is None and id_ not in named]
    gone = [] if unsure is None else missing
    for chunk in chunks(gone, 5_000):
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(retired_at=now, **mark))
    if table is contacts:
        were = [before[id_].account_id for id_ in (*gone, *(row["id"] for row in changed)) if id_ in before]
        _number_again(connection, {*were, *(row["account_id"] for row in changed)})
    return len(changed), gone


def _number_again(connection: Connection, account_ids: Collection[str]) -> None:
    """Who works there is part of what a process knows of an account."""
    mark = _mark(connection, accounts) if account_ids else {}
    for chunk in chunks(sorted(account_ids), 5_000):
        connection.execute(update(accounts).where(accounts.c.id.in_(chunk)).values(mark))


def _mark(connection: Connection, table: Table) -> dict[str, int]:
    """The number under which running processes find what an import changed; only accounts have one. Imports take
    turns (`write_alone`), so the next number is this one's own."""
    if "revision" not in table.c:
        return {}
    return {"revision": 1 + (connection.scalar(select(func.max(table.c.revision))) or 0)}


def _differs(before: Row[Any] | None, row: dict[str, Any]) -> bool:
    if before is None or before.retired_at is not None:
        return True
    old = before._mapping
    return any(old[name] != value for name, value in row.items())


def _put_answers(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Why a customer cares is what was told last, be it in the file or to somebody who asked."""
    answers = latest_answers(connection)
    for row in rows if answers else ():
        told = answers.get(row["id"])
        if told and (row["why_asked_on"] is None or row["why_asked_on"] < told[1]):
            row["why_they_care"], row["why_asked_on"] = told


def latest_answers(connection: Connection) -> dict[str, tuple[str, date]]:
    """Account id -> why they care, as the newest answer that somebody noted has it, and its day."""
    w = why_answers.c
    query = select(w.account_id, w.why_they_care, w.asked_on).order_by(w.asked_on, w.id)
    return {row.account_id: (row.why_they_care, row.asked_on) for row in connection.execute(query)}


def row_of(value: Any, keys: Keyring | None = None) -> dict[str, Any]:
    """A value as its row; `keys` are needed for contacts, whose address is hashed."""
    row = {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Contact) and keys is not None:
        row["address_key"] = keys.address(value.email) if value.email else None
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def suppress(
    connection: Connection, stops: Sequence[DoNotContact], *, origin: str, keys: Keyring, now: datetime
) -> list[int]:
    """Put addresses, domains or accounts on the list; what is there already stays as it is."""
    digest = {"address": keys.address, "domain": keys.domain, "account": keys.account}
    rows = [
        {
            "kind": stop.kind,
            "value_hash": digest[stop.kind](stop.value),
            "value": stop.value,
            "reason": stop.reason,
            "origin": origin,
            "since": now,
        }
        for stop in stops
    ]
    return insert_new(connection, suppressions, rows, returning="id")


# --- back into values ---------------------------------------------------------------------------------------------


def load(
    connection: Connection, kind: type[Value], *, by: str | None = None, among: Collection[str] | None = None
) -> list[Value]:
    """Rows in force as values of `kind`; `by` and `among` narrow them to those whose column is one of the given."""
    table = _TABLE_OF[kind]
    query = select(table).where(table.c.retired_at.is_(None))
    if by is None or among is None:
        return [_value(kind, row) for row in connection.execute(query.order_by(table.c.id))]
    found: list[Value] = []
    for chunk in chunks(sorted(among), 5_000):
        rows = connection.execute(query.where(table.c[by].in_(chunk)).order_by(table.c.id))
        found.extend(_value(kind, row) for row in rows)
    return found


_CONVERTERS: dict[type[Any], list[tuple[int, Any]]] = {}


def _value(kind: type[Value], row: Row[Any]) -> Value:
    converters = _CONVERTERS.get(kind) or _CONVERTERS.setdefault(kind, _converters(kind))
    return kind(*[row[at] if convert is None else convert(row[at]) for at, convert in converters])


def _converters(kind: type[Any]) -> list[tuple[int, Any]]:
    """For each field of a value class, in order: the place of its column, and how the plain value becomes the field's;
    None where it is that already."""
    hints, columns = get_type_hints(kind), _TABLE_OF[kind].columns.keys()
    return [(columns.index(field.name), _converter(hints[field.name])) for field in dataclasses.fields(kind)]


def _converter(hint: Any) -> Any:
    options = getattr(hint, "__args__", (hint,))
    for option in options:
        if isinstance(option, type) and issubclass(option, Enum):
            members = {None: None, **{member.value: member for member in option}}
            return members.__getitem__
    if getattr(hint, "__origin__", None) is tuple:
        return tuple
    return None


def on_the_list(connection: Connection, keys: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of these (kind, hash) that are on the do-not-contact list, which may be long."""
    by_kind: dict[str, set[str]] = defaultdict(set)
    for kind, value_hash in keys:
        by_kind[kind].add(value_hash)
    s = suppressions.c
    found: set[tuple[str, str]] = set()
    for kind, hashes in by_kind.items():  # kind by kind, as the list's key begins with it: else all of it is walked
        for chunk in chunks(hashes, 5_000):
            here = (s.kind == kind) & s.value_hash.in_(chunk) & s.lifted_at.is_(None)
            found |= {(kind, value_hash) for value_hash in connection.scalars(select(s.value_hash).where(here))}
    return found
