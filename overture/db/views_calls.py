"""Calls that wait: people of ours call where another mail would be one too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, select

from campaigns.people.calls import CallInstead, calls_instead
from campaigns.workspace import Account, Teammate
from overture.db import standing
from overture.db.bulk import chunks
from overture.db.people import load
from overture.db.secret import Keyring
from overture.db.tables import call_acts, nos, users

STANDS = timedelta(days=90)  # news that old is no reason to call any more
_AT_ONCE = 50  # accounts that are looked at together
PAGE = 50  # calls


@dataclass(frozen=True, slots=True)
class CallPage:
    """Some of the calls that wait; `after` is the account of the last, where more wait after it."""

    calls: tuple[CallInstead, ...]
    after: str | None


def calls_that_wait(
    connection: Connection, *, keys: Keyring, now: datetime, put_off: bool = False, at: str | None = None
) -> list[CallInstead]:
    """Who should be called, the latest news first. Whoever has answered since, or was heard, is called no more; what is
    put off is left out unless `put_off`. `at`: one account's calls alone."""
    return list(_waiting(connection, _accounts(connection, now, at), keys=keys, now=now, put_off=put_off))


def call_page(
    connection: Connection, *, keys: Keyring, now: datetime, put_off: bool = False, after: str | None = None
) -> CallPage:
    """`PAGE` of them, with all of its last account; `after` as the page before gave it. No more accounts are looked at
    than a page takes."""
    ids = _accounts(connection, now)
    rest = ids[ids.index(after) + 1 :] if after in ids else ids
    waiting = _waiting(connection, rest, keys=keys, now=now, put_off=put_off)
    found = list(islice(waiting, PAGE))
    for one in waiting:
        if one.account.id != found[-1].account.id:
            return CallPage(tuple(found), found[-1].account.id)
        found.append(one)
    return CallPage(tuple(found), None)


def _accounts(connection: Connection, now: datetime, at: str | None = None) -> list[str]:
    """Those at which another mail would be one too many, the latest news first."""
    said = select(nos.c.account_id).where(nos.c.rule == "call_them", nos.c.said_at > now - STANDS)
    said = said if at is None else said.where(nos.c.account_id == at)
    return list(dict.fromkeys(connection.scalars(said.order_by(nos.c.said_at.desc(), nos.c.id.desc()))))


def _waiting(
    connection: Connection, ids: Sequence[str], *, keys: Keyring, now: datetime, put_off: bool
) -> Iterator[CallInstead]:
    """Their calls in order, looked up as they are asked for."""
    for some in chunks(ids, _AT_ONCE):
        for call in _of(connection, some, keys=keys, now=now):
            if put_off or call.until is None or call.until <= now.date():
                yield call


def _of(connection: Connection, ids: Sequence[str], *, keys: Keyring, now: datetime) -> list[CallInstead]:
    known = {account.id: account for account in load(connection, Account, by="id", among=ids)}
    people = standing.people_at(connection, known)
    before = standing.histories(connection, known.values(), people, keys=keys, now=now)
    waiting = [call for id_ in ids if id_ in known for call in calls_instead(known[id_], people[id_], before[id_])]
    acts = _acts(connection, [call.contact.id for call in waiting], now)
    ours = {mate.id: mate for mate in next(iter(people.values())).teammates} if people else {}
    return [told for call in waiting if (told := _decided(call, acts.get(call.contact.id, ()), ours))]


def _acts(connection: Connection, contact_ids: Sequence[str], now: datetime) -> dict[str, list[Row[Any]]]:
    """What was decided about these calls and not undone, in order."""
    c = call_acts.c
    named = select(call_acts, users.c.name.label("by_name")).outerjoin(users, users.c.id == c.by)
    query = named.where(c.contact_id.in_(contact_ids), c.undone_at.is_(None), c.at > now - STANDS)
    found: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(query.order_by(c.id)):
        found.setdefault(row.contact_id, []).append(row)
    return found


def _decided(call: CallInstead, acts: Sequence[Row[Any]], ours: dict[str, Teammate]) -> CallInstead | None:
    """The call as people decided about it since the last message left; None where it was made."""
    for act in acts:
        if call.last is not None and act.at < call.last:
            continue  # it was about earlier messages
        if act.kind == "answered":
            return None
        if act.kind == "snoozed":
            call = replace(call, until=act.until)
        elif act.teammate_id in ours:
            call = replace(
                call, teammate=ours[act.teammate_id], handed_by=act.by_name or act.by, why=act.why, until=None
            )
    return call
