"""What was last loaded from the workspace's files, and what is wrong with what was not; pages and commands show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, delete, select

from overture.db.bulk import upsert
from overture.db.tables import config_files


class Fault(Protocol):
    """One problem of a file; `overture.config.places.Problem` is one."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def level(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def message(self) -> str: ...


def note_config(
    connection: Connection, fingerprints: Mapping[str, str], faults: Sequence[Fault], *, loaded: bool, now: datetime
) -> None:
    """Remember each file's state. `loaded` is False where the files were refused and the last good ones stay."""
    by_file: dict[str, list[dict[str, Any]]] = {name: [] for name in fingerprints}
    for fault in faults:
        row = {"line": fault.line, "column": fault.column, "level": fault.level, "message": _words(fault)}
        by_file.setdefault(fault.file.rpartition("/")[2], []).append(row)
    if loaded:
        connection.execute(delete(config_files).where(config_files.c.name.not_in(list(by_file))))
    rows = [
        {"name": name, "content_hash": fingerprints.get(name, ""), "seen_at": now, "problems": problems}
        for name, problems in by_file.items()
    ]
    if loaded:
        rows = [{**row, "loaded_at": now} for row in rows]
    upsert(connection, config_files, rows, key=["name"])


def noted(connection: Connection) -> dict[str, str]:
    """The files whose content the rows hold, by name: SHA-256 in hex. One whose last state was refused is left out."""
    rows = connection.execute(select(config_files.c.name, config_files.c.content_hash)).all()
    return {row.name: row.content_hash for row in rows if row.content_hash}


def _words(fault: Fault) -> str:
    return f"{fault.path}: {fault.message}" if fault.path else fault.message


def config_faults(connection: Connection) -> list[dict[str, Any]]:
    """Every problem of the files as they are now: file, line, column, level, message."""
    rows = connection.execute(select(config_files).order_by(config_files.c.name))
    return [{"file": row.name, **problem} for row in rows for problem in row.problems]
