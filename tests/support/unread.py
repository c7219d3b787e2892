"""Entries that wait to be read, and nothing around them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Engine, insert

from overture.db.engine import write
from overture.db.tables import entries, sources


def outlet_with(engine: Engine, count: int, *, now: datetime) -> Engine:
    """One outlet with so many new entries, due at `now`; their keys are 0, 1, 2 …"""
    with write(engine) as connection:
        connection.execute(insert(sources).values(id="post", kind="feed", config={}, config_hash="", health={}))
        rows = [
            {"source_id": "post", "entry_key": str(n), "title": "", "text": "", "fetched_at": now, "first_pass": False,
             "run_at": now}
            for n in range(count)
        ]  # fmt: skip
        connection.execute(insert(entries), rows)
    return engine
