"""What has to be known before anybody is written to: who may not be, what was written lately, what else waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select

from campaigns.review import OPEN
from overture.db.secret import Keyring, domain_of
from overture.db.tables import contacts, drafts, suppressions, touches

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SafetyFacts:
    """What the checks look at; judged in the pages, kept by the store of decisions and by the database."""

    suppressed: str | None  # which kind of entry holds: address, domain, account
    bounced: bool  # that is what put it on the list
    last_touch: datetime | None  # of the contact
    open_others: tuple[Record, ...]
    contact_touches: int  # in the window
    account_touches: int
    account_last: datetime | None


def safety_facts(
    connection: Connection, draft: Record, contact: Record, keys: Keyring, contact_since: datetime,
    account_since: datetime,
) -> SafetyFacts:  # fmt: skip
    """What the checks of this draft need; touches are counted since these two moments."""
    given = {
        "contact": contact["id"], "account": draft["account_id"],
        "contact_since": contact_since, "account_since": account_since,
    }  # fmt: skip
    stopped = _suppressed(connection, draft, contact, keys)
    return SafetyFacts(
        suppressed=stopped["kind"] if stopped else None,
        bounced=stopped is not None and stopped["origin"] == "bounce",
        open_others=_others(connection, draft),
        **connection.execute(_TOUCHES, given).mappings().one(),
    )


def _touches() -> Select[Any]:
    """When and how often was written, to this person and to this account."""
    c, counted = touches.c, touches.c.standing != "denied"
    sides = {"contact": c.contact_id == bindparam("contact"), "account": c.account_id == bindparam("account")}
    last = {one: select(func.max(c.at)).where(side, counted).scalar_subquery() for one, side in sides.items()}
    often = {
        one: select(func.count()).where(side, counted, c.at > bindparam(f"{one}_since")).scalar_subquery()
        for one, side in sides.items()
    }
    return select(
        last["contact"].label("last_touch"), last["account"].label("account_last"),
        often["contact"].label("contact_touches"), often["account"].label("account_touches"),
    )  # fmt: skip


_TOUCHES = _touches()


def _suppressed(connection: Connection, draft: Record, contact: Record, keys: Keyring) -> Record | None:
    values: Sequence[tuple[str, str]] = [("account", keys.account(draft["account_id"]))]
    if contact["email"]:
        values = [
            *values,
            ("address", keys.address(contact["email"])),
            ("domain", keys.domain(domain_of(contact["email"]))),
        ]
    held = or_(*(and_(suppressions.c.kind == kind, suppressions.c.value_hash == hashed) for kind, hashed in values))
    lines = select(suppressions.c.kind, suppressions.c.origin).where(held, suppressions.c.lifted_at.is_(None))
    found = connection.execute(lines.limit(1)).mappings().first()
    return dict(found) if found else None


def _others(connection: Connection, draft: Record) -> tuple[Record, ...]:
    same = (drafts.c.account_id == draft["account_id"]) & (drafts.c.id != draft["id"])
    named = select(drafts.c.id, drafts.c.state, contacts.c.name.label("contact")).join(
        contacts, contacts.c.id == drafts.c.contact_id
    )
    found = connection.execute(named.where(same, drafts.c.state.in_(OPEN)).limit(5))
    return tuple(dict(row) for row in found.mappings())
