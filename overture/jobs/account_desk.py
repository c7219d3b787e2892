"""What pages do with accounts.csv and contacts.csv: try a list from elsewhere on them, and take it over.

The files are the record, as they are for whoever edits them by hand: what is taken over stands there afterwards. Where
they cannot be written, the caller gets the text to put where they are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overture.config.directory import Accounts
from overture.config.files import write_atomically
from overture.config.import_columns import Columns, guessed, said
from overture.config.importing import COLUMNS, House, Plan, Verdict, Wanted, What, judge
from overture.config.table_text import Foreign, read_foreign
from overture.db.audit import Act, Actor, record
from overture.db.engine import write_alone
from overture.services import Services

SAMPLES = 3  # cells that show what a column holds


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as somebody gave it. `columns` names ours in its own order, empty to leave one out; None guesses."""

    what: What
    body: bytes
    columns: Sequence[str] | None = None
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """The list and what it would come to. Without a `plan`, `problem` says what is missing."""

    foreign: Foreign
    columns: Columns
    plan: Plan | None
    problem: str = ""

    def samples(self, column: int) -> list[str]:
        """The first cells of a column that hold something."""
        cells = (one.cells[column].strip() for one in self.foreign.records if column < len(one.cells))
        return [cell for cell, _ in zip((cell for cell in cells if cell), range(SAMPLES), strict=False)]


class AccountDesk:
    """Over one installation's services."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def look(self, listed: Listed) -> Looked | str:
        """What the list would come to; in words why it is no list. Nothing is written."""
        foreign = read_foreign(listed.body)
        if isinstance(foreign, str):
            return foreign
        ours = [column.name for column in COLUMNS[listed.what]]
        columns = guessed(foreign.header, listed.what.value, ours)
        if listed.columns is not None:
            chosen = said(listed.columns, foreign.header, ours)
            if isinstance(chosen, str):
                return Looked(foreign, columns, None, chosen)
            columns = chosen
        plan = judge(self._file(listed.what), foreign, Wanted(listed.what, columns, listed.replace), self._house())
        return Looked(foreign, columns, None, plan) if isinstance(plan, str) else Looked(foreign, columns, plan)

    def take(self, listed: Listed, by: Actor) -> Looked | str:
        """The same, and written; a `problem` beside a plan says why nothing was."""
        looked = self.look(listed)
        if isinstance(looked, str) or looked.plan is None or not looked.plan.writes:
            return looked
        problem = self._write(listed.what, looked.plan, by)
        return Looked(looked.foreign, looked.columns, looked.plan, problem)

    def _write(self, what: What, plan: Plan, by: Actor) -> str:
        services = self._services
        codes = {"new": plan.count(Verdict.NEW), "changed": plan.count(Verdict.CHANGED)}
        try:
            with write_alone(services.engine, what.file) as connection:
                if self._file(what) != plan.before:
                    return f"{what.file} was changed meanwhile. Look again, and take it over then."
                record(connection, by, [Act(f"{what}.imported", "file", what.file, codes=codes)], now=services.now())
                write_atomically(services.folder / what.file, plan.after)  # last: if it fails, the row is taken back
        except OSError as error:
            return (
                f"{what.file} cannot be written here ({error.strerror or 'no access'}). Save the file as it would be, "
                "and put it where the workspace is kept."
            )
        services.refresh()
        return ""

    def _file(self, what: What) -> bytes:
        path = self._services.folder / what.file
        return path.read_bytes() if path.exists() else b""

    def _house(self) -> House:
        workspace = self._services.workspace
        return House(frozenset(mate.id for mate in workspace.teammates), Accounts.of(workspace.accounts))
