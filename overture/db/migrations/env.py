"""Alembic's entry: runs on the connection that `overture.db.migrate` hands over; there is no ini file."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from overture.db.tables import metadata
from overture.db.types import Json, UTCDateTime


def _render(kind: str, item: Any, autogen_context: Any) -> str | Literal[False]:
    """New migrations name the house's own column types by their own names."""
    if kind == "type" and isinstance(item, UTCDateTime):
        autogen_context.imports.add("from overture.db.types import Json, UTCDateTime")
        return "UTCDateTime()"
    if kind == "type" and item is Json:
        autogen_context.imports.add("from overture.db.types import Json")
        return "Json"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_item=_render,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
