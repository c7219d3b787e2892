"""Calls that wait: people of ours call where another mail would be one too many."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from campaigns.people.calls import CallInstead, calls_instead
from campaigns.workspace import Account
from overture.db import standing
from overture.db.people import load
from overture.db.secret import Keyring
from overture.db.tables import nos

_STANDS = timedelta(days=90)  # news that old is no reason to call any more
_MOST = 50  # accounts


def calls_that_wait(connection: Connection, *, keys: Keyring, now: datetime) -> list[CallInstead]:
    """Who should be called, the latest news first. Whoever has answered since, or was heard, is called no more."""
    said = select(nos.c.account_id).where(nos.c.rule == "call_them", nos.c.said_at > now - _STANDS)
    ids = list(dict.fromkeys(connection.scalars(said.order_by(nos.c.said_at.desc(), nos.c.id.desc()))))[:_MOST]
    if not ids:
        return []
    known = {account.id: account for account in load(connection, Account, by="id", among=ids)}
    people = standing.people_at(connection, known)
    before = standing.histories(connection, known.values(), people, keys=keys, now=now)
    return [call for id_ in ids if id_ in known for call in calls_instead(known[id_], people[id_], before[id_])]
