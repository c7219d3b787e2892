"""Sightings of people whom one of us knows, judged row by row as the ties that they would make; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection, func, select

from campaigns.names import core, tokens
from campaigns.people.imports import BadRow, Seen, Sighting
from campaigns.workspace import Tie, TieKind
from overture.config.people import tie_id
from overture.db.bulk import chunks
from overture.db.people import load
from overture.db.tables import accounts, contacts, ties


class Verdict(StrEnum):
    NEW = "new"  # a tie that was not known
    STRONGER = "stronger"  # known, and the row knows better
    KNOWN = "known"  # known as well or better
    STANDS_IN_FILE = "stands_in_file"  # ties.csv has it, and what a file says is left alone
    NO_CONTACT = "no_contact"  # works at one of the accounts, but is no contact of ours yet
    UNCLEAR = "unclear"  # several contacts could be meant
    STRANGER = "stranger"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Judged:
    row: int
    verdict: Verdict
    name: str = ""
    words: str = ""  # why, for people
    contact_id: str | None = None
    tie: Tie | None = None


def judge(connection: Connection, seen: Sequence[Seen], teammate_id: str, *, today: date | None = None) -> list[Judged]:
    """What each row comes to for this teammate; nothing is written. Days after `today` are not believed."""
    seen = [_by(one, today) if isinstance(one, Sighting) and today else one for one in seen]
    sightings = [one for one in seen if isinstance(one, Sighting)]
    who = _Who.of(connection, sightings)
    origins = _origins(connection, teammate_id)
    known = {tie.id: tie for tie in load(connection, Tie, by="teammate_id", among=[teammate_id])}
    found: dict[str, Judged] = {}
    judged = []
    for one in seen:
        if isinstance(one, BadRow):
            judged.append(Judged(one.row, Verdict.UNREADABLE, words=one.reason))
            continue
        verdict = _judge(one, who, teammate_id, known, origins)
        if verdict.contact_id in found and verdict.tie:
            verdict = replace(
                verdict, verdict=Verdict.KNOWN, words=f"repeats row {found[verdict.contact_id].row}", tie=None
            )
        elif verdict.contact_id:
            found[verdict.contact_id] = verdict
        judged.append(verdict)
    return judged


def _by(one: Sighting, today: date) -> Sighting:
    """A clock that was set wrong says nothing of when somebody was in touch."""
    days = {name: day for name in ("since", "last_touch") if (day := getattr(one, name)) is None or day <= today}
    return replace(one, since=days.get("since"), last_touch=days.get("last_touch"))


def _origins(connection: Connection, teammate_id: str) -> dict[str, str]:
    rows = connection.execute(select(ties.c.id, ties.c.origin).where(ties.c.teammate_id == teammate_id))
    return {row.id: row.origin for row in rows}


def _judge(one: Sighting, who: _Who, teammate_id: str, known: dict[str, Tie], origins: dict[str, str]) -> Judged:
    ids, why = who.is_(one)
    if len(ids) > 1:
        return Judged(one.row, Verdict.UNCLEAR, one.name, f"could be {', '.join(sorted(ids)[:4])}")
    if not ids:
        home = who.home(one)
        if home:
            return Judged(one.row, Verdict.NO_CONTACT, one.name, f"works at {home}, and is no contact yet")
        return Judged(one.row, Verdict.STRANGER, one.name, "nobody of this name or address is among the contacts")
    contact_id = next(iter(ids))
    id_ = tie_id(teammate_id, contact_id, TieKind.OTHER)
    return replace(_beside(one, known.get(id_), origins.get(id_), _tie(one, id_, teammate_id, contact_id)), words=why)


def _tie(one: Sighting, id_: str, teammate_id: str, contact_id: str) -> Tie:
    return Tie(
        id_, teammate_id, contact_id, TieKind.OTHER, one.strength, one.since, one.last_touch, one.evidence or None
    )


def _beside(one: Sighting, old: Tie | None, origin: str | None, new: Tie) -> Judged:
    """A tie beside the one that may be known."""
    if old is not None and origin == "file":
        return Judged(one.row, Verdict.STANDS_IN_FILE, one.name, contact_id=new.contact_id)
    if old is None:
        return Judged(one.row, Verdict.NEW, one.name, contact_id=new.contact_id, tie=new)
    touches = [day for day in (old.last_touch, new.last_touch) if day]
    days = [day for day in (old.since, new.since) if day]
    better = replace(
        new,
        strength=max(old.strength, new.strength),
        since=min(days, default=None),
        last_touch=max(touches, default=None),
    )
    if replace(better, evidence=old.evidence) == old:
        return Judged(one.row, Verdict.KNOWN, one.name, contact_id=new.contact_id)
    return Judged(one.row, Verdict.STRONGER, one.name, contact_id=new.contact_id, tie=better)


class _Who:
    """Finds the contact that a row means: by address, else by name at a company of that name."""

    def __init__(self) -> None:
        self.by_address: dict[str, str] = {}
        self.by_name: dict[tuple[str, ...], set[tuple[str, str]]] = {}  # name -> contact, account
        self.companies: dict[tuple[str, ...], tuple[str, str]] = {}  # name -> account, its name
        self.domains: dict[str, str] = {}  # domain -> name of the account

    @classmethod
    def of(cls, connection: Connection, seen: Sequence[Sighting]) -> _Who:
        found = cls()
        emails = sorted({one.email for one in seen if one.email})
        c = contacts.c
        for chunk in chunks(emails, 5_000):
            query = select(c.id, c.email).where(c.retired_at.is_(None), func.lower(c.email).in_(chunk))
            found.by_address.update({row.email.lower(): row.id for row in connection.execute(query)})
        names = {tuple(tokens(one.name)) for one in seen}
        for row in connection.execute(select(c.id, c.name, c.account_id).where(c.retired_at.is_(None))):
            name = tuple(tokens(row.name))
            if name in names:
                found.by_name.setdefault(name, set()).add((row.id, row.account_id))
        a = accounts.c
        for row in connection.execute(select(a.id, a.name, a.domain).where(a.retired_at.is_(None))):
            found.companies[_company(row.name)] = (row.id, row.name)
            if row.domain:
                found.domains[row.domain] = row.name
        return found

    def is_(self, one: Sighting) -> tuple[set[str], str]:
        """Ids of those who could be meant, and by what."""
        if one.email and one.email in self.by_address:
            return {self.by_address[one.email]}, "by address"
        named = self.by_name.get(tuple(tokens(one.name)), set())
        account = self.companies.get(_company(one.company)) if one.company else None
        if account is not None:
            return {contact for contact, home in named if home == account[0]}, "by name and company"
        # A name alone is taken only where the row says nothing of the company: an address elsewhere is somebody else.
        return ({contact for contact, _ in named}, "by name") if not one.company and not one.email else (set(), "")

    def home(self, one: Sighting) -> str | None:
        """The account at which somebody works who is no contact."""
        account = self.companies.get(_company(one.company)) if one.company else None
        return account[1] if account else self.domains.get((one.email or "").rpartition("@")[2])


def _company(name: str) -> tuple[str, ...]:
    return tuple(core(tokens(name)))
