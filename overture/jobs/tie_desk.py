"""Files about who knows whom, from a page or a program: read, judged, and taken over as ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from campaigns.people.imports import Seen, read_linkedin, read_table, read_vcards, table_of
from campaigns.people.mailbox import read_mailbox
from overture.db import tie_imports
from overture.db.audit import Actor
from overture.db.people_find import Unclear, find_teammate
from overture.db.people_import import Judged, Verdict, judge
from overture.db.tie_imports import Source

NOBODY = "nobody in it wrote to {ours} and was written to from there; each message of an mbox begins “From ”"


@dataclass(frozen=True, slots=True)
class Given:
    """A file: what it is, whose it is (id, address or name of one of us), and its bytes."""

    source: Source
    of: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Looked:
    """What each row comes to. `table` holds the same people, and nothing else of the file; `number` is the import's,
    where it was taken and wrote something."""

    teammate_id: str
    teammate: str
    rows: Sequence[Judged]
    table: str
    number: int | None = None

    @property
    def writes(self) -> int:
        return sum(one.verdict in (Verdict.NEW, Verdict.STRONGER) for one in self.rows)


def seen_of(source: Source, raw: bytes, ours: str) -> Sequence[Seen] | str:
    """The people of a file that is held whole; else what is wrong with it. `ours` is the teammate's address."""
    if not raw.strip():
        return "is empty"
    if source == "mbox":
        return read_mailbox(raw.splitlines(keepends=True), ours) or NOBODY.format(ours=ours)
    return {"linkedin": read_linkedin, "vcard": read_vcards, "csv": read_table}[source](raw)


def look(connection: Connection, given: Given, *, now: datetime) -> Looked | str:
    """Judge every row; nothing is written. In words, why the file cannot be read."""
    mate = find_teammate(connection, given.of)
    if isinstance(mate, Unclear):
        return mate.message
    seen = seen_of(given.source, given.raw, mate.email)
    if isinstance(seen, str):
        return f"the file {seen}" if seen.startswith(("has ", "holds ", "is ")) else seen
    return Looked(mate.id, mate.name, judge(connection, seen, mate.id, today=now.date()), table_of(seen))


def take(connection: Connection, given: Given, by: Actor, *, now: datetime, from_table: bool = False) -> Looked | str:
    """Judge every row and write the ties that are new or stronger. `from_table`: the bytes are the table of an earlier
    look at such a file, and not the file."""
    looked = look(connection, replace(given, source="csv") if from_table else given, now=now)
    if isinstance(looked, str):
        return looked
    number = tie_imports.take(connection, looked.rows, given.source, by, now=now)
    return Looked(looked.teammate_id, looked.teammate, looked.rows, looked.table, number)
