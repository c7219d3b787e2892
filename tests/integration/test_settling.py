"""Tellings become triggers: one event is one row, whoever tells it, and a change asks the campaigns again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Engine, func, insert, select, update

from overture.db.engine import read, write
from overture.db.entries import Settled, settle
from overture.db.tables import entries, mentions, sources, trigger_keys, triggers
from triggers.types import CompanyRef, EventKind, Evidence, Facts, Mention, Status, Told

NOW = datetime(2026, 11, 19, 10, tzinfo=UTC)
ACME = CompanyRef("name:acme|", "Acme")
B_ROUND = Mention(
    EventKind.FUNDING,
    "Acme",
    Status.ANNOUNCED,
    Facts(round="B", amount=Decimal(25_000_000), currency="USD"),
    0.9,
    (Evidence("company", "title", 0, 4, "Acme"),),
)


@pytest.fixture
def engine(database: Engine) -> Engine:
    """Five outlets with one entry each, so that a telling has somewhere to stand."""
    with write(database) as connection:
        for number in range(1, 6):
            connection.execute(
                insert(sources).values(
                    id=f"outlet-{number}", kind="feed", config={}, config_hash="", health={}, title=f"Outlet {number}"
                )
            )
            connection.execute(
                insert(entries).values(
                    id=number, source_id=f"outlet-{number}", entry_key=str(number), title="Acme raises", text="",
                    fetched_at=NOW, first_pass=False,
                )
            )  # fmt: skip
    return database


def told(entry: int, mention: Mention = B_ROUND, *, company: CompanyRef = ACME, days: float = 0) -> Told:
    return Told(mention, company, f"Outlet {entry}", None, NOW + timedelta(days=days), entry, "Acme raises")


def settled(engine: Engine, *tellings: Told) -> Settled:
    with write(engine) as connection:
        return settle(connection, tellings, now=NOW)


def count(engine: Engine, table: object = triggers) -> int:
    with read(engine) as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0  # type: ignore[arg-type]


def test_one_event_from_three_outlets_is_one_trigger(engine: Engine) -> None:
    assert settled(engine, told(1), told(2), told(3, days=1)) == Settled(mentions=3, made=1, joined=2)
    with read(engine) as connection:
        row = connection.execute(select(triggers)).one()
    assert (row.outlets, row.facts["round"], row.state) == (3, "B", "due")


def test_the_same_entry_read_twice_changes_nothing(engine: Engine) -> None:
    settled(engine, told(1))
    assert settled(engine, told(1)) == Settled()
    assert count(engine, mentions) == 1


def test_a_late_outlet_attaches_in_a_later_transaction(engine: Engine) -> None:
    settled(engine, told(1))
    assert settled(engine, told(2, days=2)).joined == 1
    assert count(engine) == 1


def test_a_telling_that_knows_less_joins_by_rule_and_brings_its_own_key(engine: Engine) -> None:
    settled(engine, told(1))
    vague = replace(B_ROUND, facts=Facts(amount=Decimal(25_000_000), currency="USD"))
    assert settled(engine, told(2, vague)).joined == 1
    assert count(engine, trigger_keys) == 2


def test_another_round_is_another_event(engine: Engine) -> None:
    later = replace(B_ROUND, facts=Facts(round="C", amount=Decimal(90_000_000), currency="USD"))
    settled(engine, told(1), told(2, later, days=30))
    assert count(engine) == 2


def test_two_companies_of_one_name_stay_apart(engine: Engine) -> None:
    other = CompanyRef("domain:acme-foods.example", "Acme")
    settled(engine, told(1), told(2, company=other))
    assert count(engine) == 2


def test_a_rumour_that_becomes_true_is_the_same_trigger_and_is_asked_again(engine: Engine) -> None:
    settled(engine, told(1, replace(B_ROUND, status=Status.RUMOURED)))
    with write(engine) as connection:
        connection.execute(update(triggers).values(state="asked"))
    settled(engine, told(2, days=3))
    with read(engine) as connection:
        row = connection.execute(select(triggers)).one()
    assert (row.status, row.version, row.state) == ("announced", 2, "due")


def test_one_more_outlet_with_the_same_facts_asks_nobody_again(engine: Engine) -> None:
    settled(engine, told(1))
    with write(engine) as connection:
        connection.execute(update(triggers).values(state="asked"))
    settled(engine, told(2))
    with read(engine) as connection:
        row = connection.execute(select(triggers)).one()
    assert (row.outlets, row.version, row.state) == (2, 1, "asked")


def test_a_different_amount_is_kept_as_a_disagreement(engine: Engine) -> None:
    euros = replace(B_ROUND, facts=Facts(round="B", amount=Decimal(23_000_000), currency="EUR"))
    settled(engine, told(1), told(2), told(3), told(4, euros))
    with read(engine) as connection:
        row = connection.execute(select(triggers)).one()
    assert Decimal(row.facts["amount"]) == 25_000_000
    assert [item["fact"] for item in row.disagreements] == ["amount"]
