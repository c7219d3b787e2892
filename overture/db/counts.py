"""The line in numbers."""

from __future__ import annotations

from sqlalchemy import Engine, Select, Table, func, select

from overture.db.engine import read
from overture.db.tables import drafts, entries, matches, mentions, nos, questions, sources, triggers


def counts(engine: Engine) -> dict[str, int]:
    """How many rows stand at each step; `approvable` are pending drafts that nothing forbids to approve."""
    asked: dict[str, Select[int]] = {
        "sources": _rows(sources).where(sources.c.state != "retired"),
        "entries": _rows(entries),
        "mentions": _rows(mentions),
        "triggers": _rows(triggers).where(triggers.c.merged_into.is_(None)),
        "matches": _rows(matches),
        "abstained": _rows(questions).where(questions.c.kind == "which_account"),
        "nos": _rows(nos),
        "drafts": _rows(drafts),
        "approvable": _rows(drafts).where(drafts.c.state == "pending", drafts.c.obstacles == 0),
    }
    with read(engine) as connection:
        return {name: connection.scalar(query) or 0 for name, query in asked.items()}


def _rows(table: Table) -> Select[int]:
    return select(func.count()).select_from(table)
