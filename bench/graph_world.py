"""A large graph of people, the same for the same seed: contacts, what they said and read, ties, events, promises."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, Table, insert, select, text

from campaigns.people.ask import Query, parse
from overture.db.ask import ask
from overture.db.engine import is_postgres, write
from overture.db.tables import (
    accounts,
    concerns,
    contacts,
    interests,
    promises_made,
    teammates,
    ties,
    triggers,
)

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
_WARM = 'interest:"crm white papers" concern:churn since:90d tie:any lifecycle:prospect'
QUESTIONS = {
    "warm tie, interest, recent concern": _WARM,
    "renewal in 90 days, champion left": "lifecycle:customer renewal:<=90d champion:left",
    "prospects with a broken promise": "lifecycle:prospect promise:broken",
    "words anywhere": "onboarding tie:>=4",
    "most prospects": "tie:>=3 lifecycle:prospect",
    "everybody whom nobody knows": "tie:none lifecycle:prospect country:DE",
    "one common interest": "interest:crm",
    "any tie": "tie:any",
    "an interest and any tie": "interest:onboarding tie:any",
    "said lately": "since:90d",
    "said at one level, strong tie": "level:outcomes tie:>=4",
    "people in sales": "function:sales lifecycle:prospect",
    "prospects": "lifecycle:prospect",
}
_MATES = 400
_CHUNK = 50_000  # rows in a statement: PostgreSQL ends those that take too long
_TOPICS = ("CRM", "onboarding", "sales training", "pricing", "forecasting", "data quality", "support", "renewals")
_FORMS = ("white papers on {}", "{}", "{} for small teams", "the history of {}", "{} in logistics")
_WORRIES = (
    "churn in the first year",
    "the long ramp of new sellers",
    "reports that are typed twice",
    "no time to coach",
    "prices nobody can explain",
    "a queue that never empties",
    "fairs without talks",
    "onboarding by hearsay",
)
_LEVELS = ("makes_their_day", "outcomes", "responsibilities", "tasks", "broken")
_KINDS = ("worked_with", "introduced", "met", "customer_of", "studied_with", "other")
_ROLES = ("VP Sales", "CFO", "Head of Support")
_FIRST = ("Ana", "Ben", "Cora", "Dev", "Ella", "Finn", "Gita", "Hugo", "Ines", "Jon", "Kaja", "Lars", "Mei", "Noor")
_LAST = ("Adler", "Brandt", "Costa", "Dietz", "Evans", "Fuchs", "Grant", "Holm", "Iyer", "Jansen", "Kern", "Lopez")


def fill(engine: Engine, *, many_contacts: int, many_ties: int, seed: int = 7) -> None:
    """The graph, the same for the same seed."""
    dice = random.Random(seed)
    many_accounts = max(50, many_contacts // 20)
    with write(engine) as connection:
        _put(
            connection,
            teammates,
            (
                {"id": f"m{i}", "name": _name(dice), "email": f"m{i}@us.example", "origin": "file"}
                for i in range(_MATES)
            ),
        )
        _put(connection, accounts, (_account(dice, i, many_contacts, many_accounts) for i in range(many_accounts)))
        _put(connection, contacts, (_contact(dice, i, many_accounts) for i in range(many_contacts)))
        _put(connection, interests, (_interest(dice, i, many_contacts) for i in range(many_contacts * 3 // 2)))
        _put(connection, concerns, (_concern(dice, i, many_contacts) for i in range(many_contacts)))
        _put(connection, ties, (_tie(dice, i, many_contacts, _MATES) for i in range(many_ties)))
        _events(connection, dice, many_accounts)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))


def _put(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """As fast as each database takes rows."""
    walk = iter(rows)
    cursor: Any = connection.connection.cursor()
    while chunk := list(islice(walk, _CHUNK)):
        quoted = ", ".join(f'"{name}"' for name in chunk[0])
        if is_postgres(connection):
            with cursor.copy(f"COPY {table.name} ({quoted}) FROM STDIN") as copy:
                for row in chunk:
                    copy.write_row(tuple(map(_json, row.values())))
        else:
            marks = ", ".join("?" for _ in chunk[0])
            values = [tuple(map(_plain, row.values())) for row in chunk]
            cursor.executemany(f"INSERT INTO {table.name} ({quoted}) VALUES ({marks})", values)


def _json(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list | dict) else value


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.isoformat() if isinstance(value, date) else _json(value)


def _name(dice: random.Random) -> str:
    return f"{dice.choice(_FIRST)} {dice.choice(_LAST)}"


def _day(dice: random.Random, back: int) -> date:
    return TODAY - timedelta(days=dice.randrange(1, back))


def _account(dice: random.Random, i: int, many_contacts: int, many: int) -> dict[str, Any]:
    lifecycle = dice.choices(("prospect", "customer", "former", "partner"), (70, 20, 7, 3))[0]
    renews = TODAY + timedelta(days=dice.randrange(-30, 365)) if lifecycle == "customer" else None
    return {
        "id": f"a{i}", "name": f"Company {i}", "domain": f"a{i}.example", "aliases": [], "tags": [],
        "country": dice.choice(("DE", "FR", "GB", "US")), "industry": dice.choice(("software", "logistics", "media")),
        "employees": dice.randrange(5, 5_000), "lifecycle": lifecycle, "renewal_on": renews,
        "parent": f"a{dice.randrange(many)}" if dice.random() < 0.1 else None,
        "champion": f"c{i + many * dice.randrange(many_contacts // many)}" if lifecycle == "customer" else None,
        "origin": "file",
    }  # fmt: skip


def _contact(dice: random.Random, i: int, many_accounts: int) -> dict[str, Any]:
    first, _, last = _name(dice).partition(" ")
    return {
        "id": f"c{i}", "account_id": f"a{i % many_accounts}", "name": f"{first} {last} {i}", "first_name": first,
        "last_name": f"{last} {i}", "email": f"c{i}@a{i % many_accounts}.example",
        "role": dice.choice(_ROLES),
        "seniority": dice.choice(("c_level", "vp", "director", "manager", "other")),
        "function": dice.choice(("sales", "finance", "operations", "other")), "language": "en", "medium": "email",
        "lawful_basis": "legitimate_interest", "tags": [], "origin": "file",
    }  # fmt: skip


def _interest(dice: random.Random, i: int, many: int) -> dict[str, Any]:
    topic = dice.choice(_FORMS).format(dice.choice(_TOPICS))
    return {
        "id": f"i{i}",
        "contact_id": f"c{dice.randrange(many)}",
        "topic": topic,
        "on": _day(dice, 900),
        "origin": "file",
    }


def _concern(dice: random.Random, i: int, many: int) -> dict[str, Any]:
    return {
        "id": f"n{i}", "contact_id": f"c{dice.randrange(many)}", "level": dice.choice(_LEVELS),
        "statement": f"{dice.choice(_WORRIES)}, said {i}", "kind": "concern", "heard_on": _day(dice, 700),
        "quote": dice.choice(_WORRIES) if dice.random() < 0.3 else None, "shareable": dice.random() < 0.8,
        "origin": "file",
    }  # fmt: skip


def _tie(dice: random.Random, i: int, many: int, mates: int) -> dict[str, Any]:
    since = _day(dice, 4_000)
    return {
        "id": f"t{i}", "teammate_id": f"m{dice.randrange(mates)}", "contact_id": f"c{dice.randrange(many)}",
        "kind": dice.choice(_KINDS), "strength": dice.randrange(1, 6), "since": since,
        "last_touch": min(TODAY, since + timedelta(days=dice.randrange(900))), "origin": "file",
    }  # fmt: skip


def _events(connection: Connection, dice: random.Random, many: int) -> None:
    """Departures, some of them of champions, other news, and promises."""
    champions = {row.id: row.champion for row in connection.execute(select(accounts.c.id, accounts.c.champion))}
    names = {row.id: row.name for row in connection.execute(select(contacts.c.id, contacts.c.name))}
    news, promised = [], []
    for i in range(many * 2):
        account = f"a{dice.randrange(many)}"
        kind = dice.choice(("executive_departure", "funding", "expansion", "executive_hire"))
        theirs = names.get(champions[account] or "") if dice.random() < 0.5 else None
        news.append({
            "kind": kind, "company": account, "company_key": f"account:{account}", "account_id": account,
            "status": "announced", "facts": {"person": theirs or _name(dice)}, "disagreements": [], "chosen": {},
            "event_on": _day(dice, 300), "first_seen_at": NOW, "updated_at": NOW, "state": "asked",
        })  # fmt: skip
        if i % 10 == 0:
            state = dice.choice(("made", "kept", "broken"))
            promised.append(
                {
                    "account_id": account,
                    "text": "the workbook",
                    "made_at": NOW - timedelta(days=60),
                    "state": state,
                    "due_on": _day(dice, 90),
                }
            )
    connection.execute(insert(triggers), news)
    connection.execute(insert(promises_made), promised)


# --- the same three questions, answered by reading everything -----------------------------------------------------


def expected(connection: Connection) -> dict[str, set[str]]:
    """Ids of contacts or accounts that answer the three example questions, found by walking over all rows."""
    stage = dict(connection.execute(select(accounts.c.id, accounts.c.lifecycle)).all())
    prospects = {id_ for id_, lifecycle in stage.items() if lifecycle == "prospect"}
    promised = connection.execute(select(promises_made.c.account_id).where(promises_made.c.state == "broken"))
    return {
        "warm tie, interest, recent concern": _warm(connection, prospects),
        "renewal in 90 days, champion left": _bereft(connection, stage),
        "prospects with a broken promise": {row.account_id for row in promised} & prospects,
    }


def _warm(connection: Connection, prospects: set[str]) -> set[str]:
    read = {
        row.contact_id
        for row in connection.execute(select(interests.c.contact_id, interests.c.topic))
        if {"crm", "white", "papers"} <= set(row.topic.lower().split())
    }
    said = {
        row.contact_id
        for row in connection.execute(select(concerns))
        if TODAY - timedelta(days=90) <= row.heard_on <= TODAY
        and any("churn" in (text or "").split() for text in (row.statement, row.quote))
    }
    known = set(connection.scalars(select(ties.c.contact_id).distinct()))
    homes = connection.execute(select(contacts.c.id, contacts.c.account_id))
    return read & said & known & {row.id for row in homes if row.account_id in prospects}


def _bereft(connection: Connection, stage: dict[str, str]) -> set[str]:
    names = {row.id: row.name for row in connection.execute(select(contacts.c.id, contacts.c.name))}
    left = {
        (row.account_id, row.facts["person"])
        for row in connection.execute(select(triggers).where(triggers.c.kind == "executive_departure"))
    }
    soon = connection.execute(select(accounts.c.id, accounts.c.champion, accounts.c.renewal_on))
    return {
        row.id
        for row in soon
        if stage[row.id] == "customer"
        and row.renewal_on is not None
        and TODAY <= row.renewal_on <= TODAY + timedelta(days=90)
        and (row.id, names.get(row.champion)) in left
    }


def answered(connection: Connection, name: str) -> set[str]:
    """Ids that one of the questions finds."""
    query = parse(QUESTIONS[name])
    assert isinstance(query, Query), query
    return {one.contact_id or one.account_id for one in ask(connection, query, today=TODAY, limit=10_000).found}
