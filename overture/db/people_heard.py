"""What people heard: concerns and answers that live in the database beside those of the files, imports or not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, exists, func, insert, select, update

from campaigns.people.calls import Customer
from campaigns.people.worth import Flag, judge_new
from campaigns.workspace import Account, Concern, Lifecycle, WhyTheyCare
from overture.db import withdrawn
from overture.db.audit import Act, Actor, record
from overture.db.bulk import upsert
from overture.db.people import load, row_of
from overture.db.people_stopped import stopped_contacts
from overture.db.secret import Keyring
from overture.db.tables import accounts, concerns, contacts, teammates, ties, triggers, why_answers
from triggers.types import EventKind

HEARD = "heard"
_COMPARED = 2_000  # concerns of others that a new one is compared with, the newest first


@dataclass(frozen=True, slots=True)
class Noted:
    """A concern that was written down; `known` where the very same stood there already."""

    concern: Concern
    flags: tuple[Flag, ...] = ()
    known: bool = False


def hear(connection: Connection, concern: Concern, actor: Actor, *, now: datetime) -> Noted:
    """Write down what somebody said. What is odd about it is flagged, and kept all the same: people judge."""
    before = connection.execute(select(concerns).where(concerns.c.id == concern.id)).one_or_none()
    if before is not None and before.retired_at is None:
        return Noted(concern, known=True)
    flags = judge_new(concern, _near(connection, concern))
    upsert(connection, concerns, [{**row_of(concern), "origin": HEARD, "retired_at": None}], key=["id"])
    codes = {"contact": concern.contact_id, "level": concern.level, "shareable": concern.shareable}
    record(connection, actor, [Act("heard", "concern", concern.id, codes=codes)], now=now)
    return Noted(concern, flags)


def take_back(connection: Connection, concern_id: str, actor: Actor, *, now: datetime) -> Concern | None:
    """It was not said so after all. Only what somebody wrote down: a row of a file is taken out of the file."""
    c = concerns.c
    mine = and_(c.id == concern_id, c.origin == HEARD, c.retired_at.is_(None))
    known = load(connection, Concern, by="id", among=[concern_id])
    if not known or not connection.execute(update(concerns).where(mine).values(retired_at=now)).rowcount:
        return None
    record(connection, actor, [Act("taken_back", "concern", concern_id)], now=now)
    withdrawn.mark(connection, [f"concern:{concern_id}"], now=now)
    return known[0]


def lately_heard(connection: Connection, *, limit: int = 10) -> list[Row[Any]]:
    """What was written down last, with who said it and where."""
    query = (
        select(concerns, contacts.c.name.label("contact"), contacts.c.account_id, accounts.c.name.label("account"))
        .join(contacts, contacts.c.id == concerns.c.contact_id)
        .join(accounts, accounts.c.id == contacts.c.account_id)
        .where(concerns.c.origin == HEARD, concerns.c.retired_at.is_(None))
    )
    return list(connection.execute(query.order_by(concerns.c.heard_on.desc(), concerns.c.id).limit(limit)))


def _near(connection: Connection, new: Concern) -> list[Concern]:
    """What the same contact said, and the newest of what others did."""
    mine = load(connection, Concern, by="contact_id", among=[new.contact_id])
    newest = select(concerns.c.id).where(concerns.c.retired_at.is_(None), concerns.c.contact_id != new.contact_id)
    ids = connection.scalars(newest.order_by(concerns.c.heard_on.desc(), concerns.c.id).limit(_COMPARED)).all()
    return mine + load(connection, Concern, by="id", among=ids)


# --- why they care ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answered:
    """Why a customer cares, as somebody was told."""

    account_id: str
    why: WhyTheyCare
    asked_on: date
    contact_id: str | None = None
    asked_by: str | None = None
    words: str | None = None


def answer_why(connection: Connection, answer: Answered, actor: Actor, *, now: datetime) -> bool:
    """File the answer with its date. It holds from now on, unless a newer one is known; gives whether it does."""
    row = {
        "account_id": answer.account_id,
        "contact_id": answer.contact_id,
        "why_they_care": answer.why.value,
        "asked_on": answer.asked_on,
        "asked_by": answer.asked_by,
        "words": answer.words,
        "noted_at": now,
    }
    made = connection.execute(insert(why_answers).returning(why_answers.c.id), row).scalar_one()
    codes = {"account": answer.account_id, "why": answer.why, "on": answer.asked_on.isoformat()}
    record(connection, actor, [Act("why_answered", "account", answer.account_id, codes=codes)], now=now)
    account = connection.execute(select(accounts).where(accounts.c.id == answer.account_id)).one()
    holds = account.why_asked_on is None or account.why_asked_on <= answer.asked_on
    if holds:
        values = {"why_they_care": answer.why.value, "why_asked_on": answer.asked_on}
        connection.execute(accounts.update().where(accounts.c.id == answer.account_id).values(values))
    return bool(made) and holds


def customers(connection: Connection, *, left_out: Collection[str] = ()) -> list[Customer]:
    """All customers with the person to call: the champion, else who has the strongest tie; never who is in `left_out`,
    which are ids of accounts and contacts."""
    known = {account.id: account for account in load(connection, Account, by="lifecycle", among=[Lifecycle.CUSTOMER])}
    found: dict[str, Customer] = {}
    for row in connection.execute(_callable()):
        account = known.get(row.account_id)
        if account is None or account.id in found or {account.id, row.id} & set(left_out):
            continue
        found[account.id] = Customer(
            account_id=account.id,
            account=account.name,
            contact_id=row.id,
            contact=row.name,
            why=account.why_they_care,
            asked_on=account.why_asked_on,
            renewal_on=account.renewal_on,
            day_one=account.day_one,
            teammate=row.teammate,
        )
    return list(found.values())


def not_to_be_called(connection: Connection, *, keys: Keyring) -> set[str]:
    """Ids of contacts at customers who are on the do-not-contact list, by address, domain or account."""
    at_customers = select(contacts.c.id).join(accounts, accounts.c.id == contacts.c.account_id)
    wanted = at_customers.where(accounts.c.lifecycle == Lifecycle.CUSTOMER, contacts.c.retired_at.is_(None))
    return set(stopped_contacts(connection, connection.scalars(wanted).all(), keys=keys))


def _left() -> ColumnElement[bool]:
    """The news has it that this contact leaves."""
    person = func.lower(triggers.c.facts["person"].as_string())
    return exists(
        select(triggers.c.id).where(
            triggers.c.account_id == contacts.c.account_id,
            triggers.c.kind == EventKind.EXECUTIVE_DEPARTURE,
            triggers.c.status != "denied",
            person == func.lower(contacts.c.name),
        )
    )


def _callable() -> Select[Any]:
    """People at customers, the one to call first."""
    c, a = contacts.c, accounts.c
    best = func.row_number().over(partition_by=ties.c.contact_id, order_by=(ties.c.strength.desc(), ties.c.id))
    tie = select(ties.c.contact_id, ties.c.teammate_id, ties.c.strength, best.label("place")).where(
        ties.c.retired_at.is_(None)
    )
    tied = tie.subquery("tied")
    return (
        select(c.id, c.name, c.account_id, teammates.c.name.label("teammate"))
        .join(accounts, and_(a.id == c.account_id, a.lifecycle == Lifecycle.CUSTOMER, a.retired_at.is_(None)))
        .outerjoin(tied, and_(tied.c.contact_id == c.id, tied.c.place == 1))
        .outerjoin(teammates, teammates.c.id == tied.c.teammate_id)
        .where(c.retired_at.is_(None), ~_left())
        .order_by(
            c.account_id,
            case((a.champion == c.id, 0), else_=1),
            func.coalesce(tied.c.strength, 0).desc(),
            c.id,
        )
    )
