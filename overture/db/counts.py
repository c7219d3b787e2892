"""The line in numbers."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Engine, Table, func, select

from overture.db.engine import read
from overture.db.tables import drafts, entries, matches, mentions, nos, questions, sources, triggers


def counts(engine: Engine) -> dict[str, int]:
    """How many rows stand at each step; `approvable` are pending drafts that nothing forbids to approve."""
    asked: dict[str, tuple[Table, ColumnElement[bool] | None]] = {
        "sources": (sources, sources.c.state != "retired"),
        "entries": (entries, None),
        "mentions": (mentions, None),
        "triggers": (triggers, triggers.c.merged_into.is_(None)),
        "matches": (matches, None),
        "abstained": (questions, questions.c.kind == "which_account"),
        "nos": (nos, None),
        "drafts": (drafts, None),
        "approvable": (drafts, (drafts.c.state == "pending") & (drafts.c.obstacles == 0)),
    }
    with read(engine) as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table).where(where if where is not None else True))
            or 0
            for name, (table, where) in asked.items()
        }
