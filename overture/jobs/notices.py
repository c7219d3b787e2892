"""The stage that tells others: it looks what there is to tell, posts to the web hook, and hands off tests.

Nothing here touches a draft, a handoff or a statistic: a test lies in a folder of its own beside the messages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from campaigns.workspace import Contact, Teammate
from overture.db import alerts, notices
from overture.db.claims import Batch, LeaseLost, claim, finish, kept
from overture.db.engine import write
from overture.db.tables import notices as table
from overture.db.types import db_now
from overture.handoff.channels import InDoubt, Later, RefusedForGood, Taken
from overture.handoff.eml import EmlFolder
from overture.handoff.message import MessageError, build
from overture.handoff.unsubscribe import Unsubscribe
from overture.handoff.webhook import Heard, Hook, Post, tell
from overture.jobs.batch import Done
from overture.jobs.desk import company_of
from overture.services import Services

LOOK_EVERY = timedelta(minutes=5)
TESTS = "tests"  # beside the messages
_BATCH = 10
_WAITS = (60, 300, 1_800, 7_200, 21_600)  # seconds before the second try, the third and so on; then it has failed
_SUBJECT = "[Test] A message from Overture to yourself"
_BODY = """\
This is a test that you asked for. Nothing was decided by it, nobody else got it, and no figure counts it.

Where you can read this, approved messages take the same way."""


def notify_due(services: Services) -> Done:
    """Tell what is due, each once; what was not taken waits longer each time."""
    engine, limits = services.engine, services.limits
    batch = claim(engine, table, states=("waiting",), now=services.now(), limit=_BATCH, lease=limits.lease_seconds)
    if not batch:
        return Done("notify")
    failed = 0
    with kept(engine, batch, limits.lease_seconds):
        posts = [row for row in batch.rows if row.channel == "webhook"]
        for row, heard in zip(posts, _posted(services, posts), strict=True):
            failed += _end(services, batch, row, heard)
        for row in batch.rows:
            if row.channel == "mail":
                failed += _end(services, batch, row, *_handed_off(services, row))
            elif row.channel == "look":
                _look(services, batch, row)
    return Done("notify", worked=len(batch.rows), failed=failed, more=True)


def _end(services: Services, batch: Batch, row: Row[Any], heard: Heard, location: str | None = None) -> bool:
    """Write down what came of it; True when it has failed for good. Where the lease was lost, another will."""
    over = not heard.ok and (not heard.again or row.attempts > len(_WAITS))
    values: dict[str, Any] = {"status": heard.status, "last_error": heard.why or None, "retry_at": None}
    if heard.ok or over:
        values |= {"state": "done" if heard.ok else "failed", "ended_at": services.now(), "location": location}
        values |= {"payload": {}} if row.channel == "mail" else {}  # the address has served
    else:
        values["retry_at"] = db_now(_WAITS[row.attempts - 1])
    with suppress(LeaseLost), write(services.engine) as connection:
        finish(connection, batch, row, **values)
        if row.channel == "mail":  # where no web hook is told, nobody looks, so it is done here
            notices.forget(connection, now=services.now())
        return over
    return False


# --- web hooks ----------------------------------------------------------------------------------------------------


def _posted(services: Services, rows: Sequence[Row[Any]]) -> list[Heard]:
    settings, secret = services.workspace.settings, services.environment.webhook_secret
    missing = "alerts.webhook is not set" if not settings.alerts.webhook else None
    missing = missing or (None if secret else "the worker has no OVERTURE_WEBHOOK_SECRET to sign with")
    if missing or not rows or not settings.alerts.webhook or secret is None:
        return [Heard(False, why=missing or "", again=False)] * len(rows)
    hook = Hook(settings.alerts.webhook, secret.get_secret_value().encode(), settings.outbound, services.limits)
    posts = [Post.of(row.id, row.event, row.made_at, row.payload) for row in rows]
    return tell(hook, posts, at=services.now())


def _look(services: Services, batch: Batch, row: Row[Any]) -> None:
    """Make the notices of what is to be told; the next look comes by itself while somebody is there to be told."""
    settings, now = services.workspace.settings, services.now()
    with suppress(LeaseLost), write(services.engine) as connection:
        if settings.alerts.webhook is None:
            finish(connection, batch, row, state="done", ended_at=now, attempts=0)
            return
        seen, zone = alerts.Seen.of(row.payload), ZoneInfo(settings.time_zone)
        told, seen = alerts.look(connection, seen, settings.alerts, now=now, zone=zone)
        notices.put(connection, told, now=now)
        notices.forget(connection, now=now)
        finish(connection, batch, row, payload=seen.stored(), run_at=now + LOOK_EVERY, attempts=0)


# --- tests of the way out -----------------------------------------------------------------------------------------


def tests_folder(services: Services) -> Path:
    return services.workspace.handoff_dir / TESTS


def _handed_off(services: Services, row: Row[Any]) -> tuple[Heard, str | None]:
    try:
        message = _message(services, row)
    except MessageError as error:
        return Heard(False, why=str(error), again=False), None
    key = hashlib.sha256(f"test {row.id}".encode()).hexdigest()[:32]
    match EmlFolder(tests_folder(services)).hand_off(message, key):
        case Taken(location):
            return Heard(True), location
        case RefusedForGood(reason):
            return Heard(False, why=reason, again=False), None
        case Later(reason) | InDoubt(reason):
            return Heard(False, why=reason), None


def _message(services: Services, row: Row[Any]) -> bytes:
    """From the one who asked to the one who asked, the same bytes at each try."""
    name, address = str(row.payload.get("name", "")), str(row.payload.get("address", ""))
    domain = address.rpartition("@")[2]
    return build(
        _SUBJECT,
        _BODY,
        to=Contact(id="test", account_id="test", name=name, first_name=name, email=address),
        sender=Teammate(id="test", name=name, email=address),
        company=company_of(services),
        message_id=services.keys.message_id(f"test {row.id}", domain),
        date=row.made_at,
        unsubscribe=Unsubscribe(address, f"test-{row.id}"),
    )
