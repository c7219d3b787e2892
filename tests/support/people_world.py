"""A few people whom we know, as rows: enough to ask every kind of question about.

Jo of Acme, a prospect, reads CRM white papers, spoke of churn lately and knows Mara. Globex is a customer whose
champion, Ada Byron, has left. Initech is a prospect to whom we broke a promise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, insert

from campaigns.workspace import (
    Account,
    Concern,
    Contact,
    Function,
    Interest,
    LawfulBasis,
    Level,
    Lifecycle,
    Seniority,
    Teammate,
    Tie,
    TieKind,
    WhyTheyCare,
)
from overture.db.engine import write
from overture.db.people import sync
from overture.db.secret import Keyring
from overture.db.tables import promises_made, triggers

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
KEYS = Keyring(b"a key for tests only, 32 bytes..")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


MARA = Teammate("mara", "Mara Lind", "mara@lantern.example")
OTTO = Teammate("otto", "Otto Brandt", "otto@lantern.example")
ACCOUNTS = (
    Account("acme", "Acme Robotics", domain="acme.example", country="DE", industry="software", employees=120,
            tags=("vip",)),
    Account("acme-labs", "Acme Labs", domain="labs.example", parent="acme"),
    Account("globex", "Globex", domain="globex.example", lifecycle=Lifecycle.CUSTOMER, day_one=ago(400),
            renewal_on=TODAY + timedelta(days=40), champion="ada", why_they_care=WhyTheyCare.OK, why_asked_on=ago(300)),
    Account("initech", "Initech", domain="initech.example", country="GB", employees=20),
)  # fmt: skip


def contact(id_: str, account: str, name: str, **more: Any) -> Contact:
    first, _, last = name.partition(" ")
    values: dict[str, Any] = {"email": f"{id_}@{account}.example", "lawful_basis": LawfulBasis.LEGITIMATE_INTEREST}
    return Contact(id_, account, name, first, last, **values | more)


CONTACTS = (
    contact("jo", "acme", "Jo Meyer", role="VP Sales", seniority=Seniority.VP, function=Function.SALES),
    contact("kim", "acme", "Kim Oster", role="Head of Marketing", function=Function.MARKETING, tags=("events",)),
    contact("lee", "acme-labs", "Lee Adler"),
    contact("ada", "globex", "Ada Byron", role="COO", seniority=Seniority.C_LEVEL),
    contact("max", "globex", "Max Weber", role="Leiter Vertrieb", language="de"),
    contact("pat", "initech", "Pat Lum"),
)
CONCERNS = (
    Concern("n1", "jo", Level.OUTCOMES, "first-year churn eats what new sales bring", ago(20), quote="We leak.",
            heard_by="mara", shareable=True),
    Concern("n2", "jo", Level.TASKS, "reports are typed twice", ago(400)),
    Concern("n3", "max", Level.MAKES_THEIR_DAY, "wants to run the Überlingen plant", ago(200), kind="aspiration"),
    Concern("n4", "kim", Level.BROKEN, "fairs bring cards and no talks", ago(200), shareable=True),
)  # fmt: skip
INTERESTS = (
    Interest("i1", "jo", "White papers on CRM", "asked for two", ago(30)),
    Interest("i2", "pat", "AI"),
    Interest("i3", "kim", "stage training"),
)
TIES = (
    Tie("t1", "mara", "jo", TieKind.WORKED_WITH, 4, date(2019, 4, 1), date(2022, 6, 1), "the same parcel firm"),
    Tie("t2", "otto", "jo", TieKind.MET, 1),
    Tie("t3", "otto", "pat", TieKind.MET, 2, last_touch=ago(10)),
)


@dataclass(frozen=True, slots=True)
class PeopleWorld:
    engine: Engine

    def sync(self, **changed: Sequence[Any]) -> None:
        """An import of the files, with some tables changed."""
        tables = {
            "teammates": (MARA, OTTO), "accounts": ACCOUNTS, "contacts": CONTACTS, "concerns": CONCERNS,
            "interests": INTERESTS, "ties": TIES,
        } | changed  # fmt: skip
        with write(self.engine) as connection:
            sync(connection, list(tables.values()), stops=(), keys=KEYS, now=NOW)

    def happened(self, kind: str, account: str, *, days: int = 3, **facts: Any) -> None:
        row = {
            "kind": kind, "company": account, "company_key": account, "account_id": account, "status": "announced",
            "facts": facts, "disagreements": [], "chosen": {}, "event_on": ago(days), "first_seen_at": NOW,
            "updated_at": NOW, "state": "asked",
        }  # fmt: skip
        with write(self.engine) as connection:
            connection.execute(insert(triggers), row)

    def promised(self, account: str, text: str = "the workbook in spring", **more: Any) -> int:
        row = {"account_id": account, "text": text, "made_at": NOW - timedelta(days=90), "state": "made"} | more
        with write(self.engine) as connection:
            return int(connection.execute(insert(promises_made).returning(promises_made.c.id), row).scalar_one())


def people_world(engine: Engine) -> PeopleWorld:
    """The cast, the news that Ada left Globex, and a broken promise to Initech."""
    world = PeopleWorld(engine)
    world.sync()
    world.happened("executive_departure", "globex", person="Ada Byron", role="COO")
    world.promised("initech", state="broken", due_on=ago(30))
    return world
