"""The do-not-contact list, as pages and API change it."""

from __future__ import annotations

from fastapi import Request

from overture.config.directory import Accounts
from overture.db import stop_judged, stop_rows
from overture.db.engine import read, write
from overture.db.stop_judged import Judged, Taken
from overture.web.deps import Parts, actor_of


def accounts(parts: Parts) -> Accounts:
    """Without a workspace no account can be named; the line stands for when there is one."""
    return parts.services.house.accounts() if parts.services.house else Accounts({})


def judged(parts: Parts, raw: bytes) -> list[Judged] | str:
    with read(parts.services.engine) as connection:
        return stop_judged.judge(connection, raw, accounts=accounts(parts), keys=parts.services.keyring)


def taken(parts: Parts, request: Request, raw: bytes) -> tuple[list[Judged], Taken] | str:
    """Judged and taken under one lock, so that the verdicts are what was done."""
    services, named = parts.services, accounts(parts)
    with write(services.engine) as connection:
        found = stop_judged.judge(connection, raw, accounts=named, keys=services.keyring)
        if isinstance(found, str):
            return found
        by, now = actor_of(request), parts.now()
        return found, stop_judged.take(connection, found, by, keys=services.keyring, now=now)


def added(parts: Parts, request: Request, kind: str, value: str, reason: str) -> Judged:
    services, named = parts.services, accounts(parts)
    with write(services.engine) as connection:
        given, by = (kind, value, reason), actor_of(request)
        return stop_rows.add(connection, given, by, accounts=named, keys=services.keyring, now=parts.now())
