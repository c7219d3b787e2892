"""Taking a source out of sources.yaml and putting it back: the file, the row and the audit in one step.

The file is written last, inside the transaction: where it cannot be written, nothing else is.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection

from overture.config.edit import NAME, lines_of
from overture.config.edit_remove import Cut, cut, with_cut
from overture.config.files import write_atomically
from overture.config.places import Problem
from overture.db import source_gone
from overture.db.audit import Actor
from overture.db.engine import read, write_alone
from overture.db.source_ops import Done
from overture.services import Services

GONE = "There is no such source; one that was removed can be put back for 30 days."


@dataclass(frozen=True, slots=True)
class Look:
    """The lines that removing would take out, and where they stand; `wrong`: why that cannot be done from here."""

    place: str
    lines: tuple[str, ...] = ()
    wrong: str = ""


def read_only(services: Services) -> str:
    """Why sources.yaml cannot be changed from here; empty where it can."""
    path = services.folder / NAME
    if not path.exists():
        return f"{path} is not there."
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return ""
    return f"{path} is read-only here: change it where it is kept, and it is taken up within seconds."


def look(services: Services, source_id: str) -> Look:
    number = lines_of(services.folder).get(source_id)
    place = f"{NAME}:{number}" if number else NAME
    wrong = read_only(services)
    try:
        found = cut(services.folder, source_id)
    except OSError as error:
        return Look(place, wrong=wrong or f"{NAME} cannot be read: {error.strerror}.")
    if isinstance(found, Problem):
        return Look(place, wrong=wrong or _words(found))
    return Look(place, found[0].lines, wrong)


def remove(services: Services, source_id: str, by: Actor) -> str:
    def change(connection: Connection) -> Done | Problem:
        found = cut(services.folder, source_id)
        if isinstance(found, Problem):
            return found
        done = source_gone.retire(connection, source_id, by, cut=asdict(found[0]), now=services.now())
        if done.did == "removed":
            write_atomically(services.folder / NAME, found[1])
        return done

    return _changed(services, change)


def put_back(services: Services, source_id: str, by: Actor, *, keep: bool = True) -> str:
    """Write its lines again; without `keep` only say what stands in the way."""
    with read(services.engine) as connection:
        gone = {one.id: one for one in source_gone.gone(connection, now=services.now())}.get(source_id)
    if gone is None:
        return GONE
    lines = Cut(**{**gone.cut, "lines": tuple(gone.cut["lines"])})

    def change(connection: Connection) -> Done | Problem:
        text = with_cut(services.folder, source_id, lines)
        if isinstance(text, Problem):
            return text
        done = source_gone.revive(connection, source_id, by, now=services.now())
        if done.did == "put_back" and keep:
            write_atomically(services.folder / NAME, text)
        return done

    return _changed(services, change)


def _changed(services: Services, change: Callable[[Connection], Done | Problem]) -> str:
    if wrong := read_only(services):
        return wrong
    try:
        with write_alone(services.engine, NAME) as connection:
            done = change(connection)
    except OSError as error:
        return f"{NAME} cannot be written here ({error.strerror}): change it where it is kept."
    if isinstance(done, Problem):
        return _words(done)
    services.refresh()
    return GONE if done.did == "unknown" else ""


def _words(problem: Problem) -> str:
    return f"Nothing was changed. {problem.place.rpartition('/')[2]}: {problem.text}."
