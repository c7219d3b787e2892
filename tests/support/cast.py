"""The fixed cast, as rows: Acme is a target, Mara approves, Otto operates; Jo of Acme reads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select

from campaigns.letter import content_hash
from campaigns.review import DraftState, expires_at
from campaigns.types import Finding, Segment
from campaigns.workspace import Account, Contact, DoNotContact, LawfulBasis, OurCompany, Teammate
from overture.db.audit import Actor
from overture.db.codec import plain
from overture.db.decisions import OutboxPolicy, Relinted, Shown, Standing
from overture.db.engine import read, write
from overture.db.people import suppress, sync
from overture.db.secret import Keyring
from overture.db.tables import draft_versions, drafts, matches, triggers

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
GOOD_UNTIL = date(2026, 3, 20)
KEYS = Keyring(b"a key for tests only, 32 bytes..")
MARA, OTTO = Actor("mara", "ui"), Actor("otto", "cli")

OURS = OurCompany("Lantern", "1 Harbour Road, 20457 Hamburg, Germany", ("Lantern",), "https://lantern.example")
SENDER = Teammate("mara", "Mara Lind", "mara@lantern.example", title="Head of Stories", signature="Mara\nLantern")
ACME = Account("acme", "Acme Robotics", domain="acme.example")
JO = Contact("jo", "acme", "Jo Meyer", "Jo", email="jo@acme.example", lawful_basis=LawfulBasis.LEGITIMATE_INTEREST)
OUTBOX = OutboxPolicy(OURS, pages="https://overture.lantern.example")

SUBJECT = "Acme after the Series B"
BODY = "Jo, you told us that onboarding is slow.\n\nA first hire who is ready in a week.\n\nShall I send it?"
SEGMENTS = (
    Segment("Jo, you told us that onboarding is slow.\n\n", ("contact.first_name",), ("contact:jo:first_name",)),
    Segment("A first hire who is ready in a week.", ("promise.text",), ("promise:ready",), "promise"),
    Segment("\n\nShall I send it?"),
)
BRIEF = {"promise.due": {"value": "2026-04-01", "origin": "promise:ready", "kind": "date"}}


def relint(before: Standing, subject: str, body: str, vouched: Any) -> Relinted:
    """A lint that objects to the word `bad`, unless somebody vouches for it."""
    found = () if "bad" in vouched or "bad" not in body else (Finding("EVD001", "error", "no evidence for it"),)
    return Relinted((Segment(subject),), (Segment(body),), found, {"words": float(len(body.split()))})


@cache  # what a statement is kept under is made once for each statement
def _in_order(table: Any) -> Any:
    return select(table).order_by(table.c[next(iter(table.primary_key.columns.keys()))])


def rows_of(connection: Connection, table: Any, **where: Any) -> list[Any]:
    """By the first part of the primary key."""
    query = _in_order(table)
    return list(connection.execute(query.filter_by(**where) if where else query).all())


@dataclass(frozen=True)
class Stage:
    """A database with the cast in it."""

    engine: Engine
    account: Account = ACME
    contact: Contact = JO
    sender: Teammate = SENDER

    def set(self) -> Stage:
        """Write the cast, or what it has become, into the rows."""
        with write(self.engine) as connection:
            sync(connection, [[self.sender], [self.account], [self.contact]], stops=(), keys=KEYS, now=NOW)
        return self

    def become(self, *, contact: dict[str, Any] | None = None, sender: dict[str, Any] | None = None) -> Stage:
        """The same stage after an import with other values."""
        return replace(
            self, contact=replace(self.contact, **(contact or {})), sender=replace(self.sender, **(sender or {}))
        ).set()

    def forbid(self, kind: Any = "address", value: str = "jo@acme.example") -> None:
        with write(self.engine) as connection:
            suppress(connection, [DoNotContact(kind, value)], origin="file", keys=KEYS, now=NOW)

    def draft(self, **columns: Any) -> Shown:
        """A draft that waits, about an event of its own."""
        with write(self.engine) as connection:
            return self._draft(connection, columns)

    def _draft(self, connection: Connection, columns: dict[str, Any]) -> Shown:
        hashed = content_hash(SUBJECT, BODY, to=self.contact, sender=self.sender, company=OURS)
        draft_id = connection.execute(
            insert(drafts).returning(drafts.c.id),
            {
                "trigger_id": columns.pop("trigger_id", None) or self._trigger(connection),
                "account_id": self.account.id,
                "contact_id": self.contact.id,
                "address_key": KEYS.address(self.contact.email or ""),
                "campaign": "series-b",
                "story_id": "series-b",
                "language": "en",
                "sender_id": self.sender.id,
                "state": DraftState.PENDING,
                "version": 1,
                "content_hash": hashed,
                "score": 70,
                "why": {},
                "good_until": GOOD_UNTIL,
                "run_at": expires_at(GOOD_UNTIL),
                "trigger_version": 1,
                "made_at": NOW,
                "updated_at": NOW,
                **columns,
            },
        ).scalar_one()
        connection.execute(
            insert(draft_versions),
            {
                "draft_id": draft_id,
                "version": 1,
                "content_hash": hashed,
                "subject": SUBJECT,
                "body": BODY,
                "subject_segments": plain((Segment(SUBJECT),)),
                "segments": plain(SEGMENTS),
                "findings": plain((Finding("EVD001", "error", "x"),)) if columns.get("obstacles") else [],
                "measures": {},
                "vouched": [],
                "brief": BRIEF,
                "variant": "a",
                "story_version": 1,
                "author": "system",
                "cause": "render",
                "made_at": NOW,
            },
        )
        return Shown(draft_id, 1, hashed)

    def _trigger(self, connection: Connection) -> int:
        row = {
            "kind": "funding",
            "company": "Acme",
            "company_key": "acme",
            "account_id": self.account.id,
            "status": "announced",
            "facts": {},
            "disagreements": [],
            "chosen": {},
            "event_on": NOW.date() - timedelta(days=1),
            "first_seen_at": NOW,
            "updated_at": NOW,
            "state": "asked",
        }
        trigger_id = int(connection.execute(insert(triggers).returning(triggers.c.id), row).scalar_one())
        match = {"trigger_id": trigger_id, "account_id": self.account.id, "form": "Acme Inc.", "method": "exact"}
        match |= {"score": 1.0, "parts": [], "runners_up": [], "made_at": NOW}
        connection.execute(insert(matches), match)
        return trigger_id

    # --- looking ----------------------------------------------------------------------------------------------

    def rows(self, table: Any, **where: Any) -> list[Any]:
        with read(self.engine) as connection:
            return rows_of(connection, table, **where)

    def row(self, table: Any, **where: Any) -> Any:
        found = self.rows(table, **where)
        assert len(found) == 1, f"{len(found)} rows in {table.name}"
        return found[0]

    def now_shown(self, draft_id: int) -> Shown:
        row = self.row(drafts, id=draft_id)
        return Shown(row.id, row.version, row.content_hash)


@pytest.fixture
def stage(database: Engine) -> Stage:
    """A set stage on a database of its own, on each kind of database."""
    return Stage(database).set()
