"""Addresses that must not be written to: put on the list by a rejection, or by the reader's own click.

Whatever is on the list is looked up again at the next approval and inside the next release, so a line holds from
the moment it is committed.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Engine, select, update

from campaigns.review import Refusal, Refused
from overture.crashpoints import crashpoint
from overture.db.audit import Act, Actor, record
from overture.db.bulk import insert_new
from overture.db.engine import write
from overture.db.secret import Keyring
from overture.db.tables import contacts, drafts, handoffs, suppressions

Origin = Literal["reject", "opt_out", "bounce"]
READER = Actor("reader", "api")


@dataclass(frozen=True, slots=True)
class OptedOut:
    """The reader will not be written to again. `first` unless the list said so before."""

    first: bool


def put_on_list(
    connection: Connection, address_key: str, value: str | None, *, reason: str, origin: Origin, now: datetime
) -> bool:
    """True when the address was free until now. A line that was lifted before is in force again."""
    return _put(connection, "address", address_key, {"value": value, "reason": reason, "origin": origin, "since": now})


def put_domain_on_list(
    connection: Connection, domain_key: str, domain: str, *, reason: str, origin: Origin, now: datetime
) -> bool:
    """The same for everybody at a domain."""
    return _put(connection, "domain", domain_key, {"value": domain, "reason": reason, "origin": origin, "since": now})


def _put(connection: Connection, kind: str, hashed: str, line: dict[str, Any]) -> bool:
    key = (suppressions.c.kind == kind) & (suppressions.c.value_hash == hashed)
    known = connection.execute(select(suppressions).where(key)).one_or_none()
    if known is not None and known.lifted_at is None:
        return False
    if known is None:
        row = {"kind": kind, "value_hash": hashed, **line}
        return bool(insert_new(connection, suppressions, [row], returning="id"))
    connection.execute(update(suppressions).where(key).values(lifted_at=None, lifted_by=None, **line))
    return True


def token_of(keys: Keyring, draft_id: int) -> str:
    """What stands in the unsubscribe address of a draft's messages: `<draft>.<mac>`."""
    return f"{draft_id}.{keys.digest('unsubscribe', str(draft_id))[:32]}"


def draft_of(keys: Keyring, token: str) -> int | None:
    """The draft that a token names; None for a token that is not ours."""
    number = token.partition(".")[0]
    known = number.isascii() and number.isdigit() and len(number) < 19
    ours = known and hmac.compare_digest(token.encode(), token_of(keys, int(number)).encode())
    return int(number) if ours else None


def opt_out(engine: Engine, token: str, *, keys: Keyring, now: datetime) -> OptedOut | Refused:
    """Take a reader at their word (RFC 8058): no login, and a second click says the same as the first."""
    draft_id = draft_of(keys, token)
    if draft_id is None:
        return Refused(Refusal.UNKNOWN, "This link is not one of ours.")
    with write(engine) as connection:
        found = _written_to(connection, draft_id)
        first = found is not None and put_on_list(
            connection, found[0], found[1], reason="unsubscribed", origin="opt_out", now=now
        )
        if first:
            record(connection, READER, [Act("suppression.opt_out", "draft", str(draft_id))], now=now)
        crashpoint("opt_out.before_commit")
    crashpoint("opt_out.after_commit")
    return OptedOut(first)


def _written_to(connection: Connection, draft_id: int) -> tuple[str, str | None] | None:
    """Hash and, where a contact still has it, clear text of the address that the draft's message went to."""
    sent = select(handoffs.c.address_key).where(handoffs.c.draft_id == draft_id).order_by(handoffs.c.id.desc()).limit(1)
    key = connection.scalar(sent) or connection.scalar(select(drafts.c.address_key).where(drafts.c.id == draft_id))
    if key is None or key.startswith("contact:"):
        return None
    return key, connection.scalar(select(contacts.c.email).where(contacts.c.address_key == key).limit(1))
