"""Sign-ins that failed: audit rows, so that the throttle holds across processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from overture.db.audit import Act, Actor, record
from overture.db.secret import Keyring
from overture.db.tables import audit

FAILURES_WINDOW = timedelta(minutes=15)
FAILURES_PER_LOGIN = 10
FAILURES_PER_ADDRESS = 30


@dataclass(frozen=True, slots=True)
class Knock:
    """Who tries to sign in from where, as keyed hashes. A browser that is known is counted alone, without address."""

    login: str
    door: str
    address: str | None

    @classmethod
    def of(cls, keys: Keyring, login: str, address: str, browser: str | None = None) -> Knock:
        who = login.strip().casefold()
        place = f"address {address}" if browser is None else f"browser {browser}"
        door = keys.digest("door", f"{who}\0{place}")
        return cls(keys.digest("login", who), door, keys.digest("peer", address) if browser is None else None)


def throttled(connection: Connection, knock: Knock, *, now: datetime) -> bool:
    """Too many failures of this login from there, or of any login from there, in the last quarter of an hour?"""
    since = now - FAILURES_WINDOW
    if _failures(connection, "door", knock.door, since) >= FAILURES_PER_LOGIN:
        return True
    return knock.address is not None and _failures(connection, "peer", knock.address, since) >= FAILURES_PER_ADDRESS


def _failures(connection: Connection, thing: str, thing_id: str, since: datetime) -> int:
    wanted = (audit.c.thing == thing) & (audit.c.thing_id == thing_id) & (audit.c.at > since)
    return connection.scalar(select(func.count()).select_from(audit).where(wanted)) or 0


def note_failure(connection: Connection, knock: Knock, *, by: Actor, now: datetime) -> None:
    acts = [Act("sign_in_failed", "door", knock.door, codes={"login": knock.login})]
    if knock.address is not None:
        acts.append(Act("sign_in_failed", "peer", knock.address))
    record(connection, by, acts, now=now)
