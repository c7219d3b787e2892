"""Switches for the whole installation. The kill switch holds every message back; nothing is cancelled."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from overture.db.audit import Act, Actor, record
from overture.db.bulk import upsert
from overture.db.tables import switches

RELEASE_PAUSED = "release_paused"


def is_on(connection: Connection, name: str) -> bool:
    return bool(connection.scalar(select(switches.c.on).where(switches.c.name == name)))


def turn(connection: Connection, name: str, on: bool, actor: Actor, *, now: datetime) -> None:
    """Turn a switch, and say so in the audit."""
    row = {"name": name, "on": on, "turned_by": actor.id, "turned_at": now}
    upsert(connection, switches, [row], key=["name"])
    record(connection, actor, [Act("turned_on" if on else "turned_off", "switch", name)], now=now)
