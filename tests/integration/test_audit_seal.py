"""The chain over the audit: whatever is done to a sealed row shows, and the run it stands in is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, select, text

from overture.db.audit import SYSTEM, Act, record
from overture.db.audit_keep import let_go
from overture.db.engine import is_postgres, read, write
from overture.db.seal import Broken, Intact, seal, verify
from overture.db.tables import audit

NOW = datetime(2026, 11, 19, 10, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def engine(database: Engine) -> Engine:
    """Thirty rows under three seals."""
    for batch in range(3):
        with write(database) as connection:
            acts = [Act("moved", "draft", str(batch * 10 + n), after="pending") for n in range(10)]
            record(connection, SYSTEM, acts, now=NOW)
        assert seal(database, now=LATER) == 10
    return database


def tamper(engine: Engine, statement: str) -> None:
    """What somebody with the database's own password could do: take the guards down, change, put them up."""
    with write(engine) as connection:
        if is_postgres(connection):
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
        else:
            connection.execute(text("DROP TRIGGER guard_audit_frozen"))
            connection.execute(text("DROP TRIGGER guard_audit_kept"))
        connection.execute(text(statement))


def test_an_untouched_log_is_intact(engine: Engine) -> None:
    found = verify(engine)
    assert isinstance(found, Intact)
    assert (found.rows, found.unsealed) == (30, 0)


def test_rows_that_are_too_young_wait_for_their_seal(engine: Engine) -> None:
    with write(engine) as connection:
        record(connection, SYSTEM, [Act("moved", "draft", "31")], now=LATER)
    assert seal(engine, now=LATER) == 0
    found = verify(engine)
    assert isinstance(found, Intact)
    assert found.unsealed == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET after = 'approved' WHERE thing_id = '15'",
        "DELETE FROM audit WHERE thing_id = '15'",
        "UPDATE audit SET thing_id = CASE thing_id WHEN '15' THEN '16' ELSE '15' END WHERE thing_id IN ('15', '16')",
    ],
)
def test_a_change_is_found_and_its_run_is_named(engine: Engine, statement: str) -> None:
    tamper(engine, statement)
    found = verify(engine)
    assert isinstance(found, Broken)
    assert found.last - found.first == 9
    assert found.what == "a row was changed, added or dropped"


def test_the_guards_refuse_it_to_begin_with(engine: Engine) -> None:
    with pytest.raises(Exception, match="append-only"), write(engine) as connection:
        connection.execute(text("DELETE FROM audit"))


# --- what is let go for its age -----------------------------------------------------------------------------------

YEARS_AGO = datetime(2019, 3, 1, tzinfo=UTC)  # by the database's own clock, too


@pytest.fixture
def old(database: Engine) -> Engine:
    """Ten rows under a seal of long ago, then twenty under two of later."""
    for at in (YEARS_AGO, YEARS_AGO + timedelta(days=900), YEARS_AGO + timedelta(days=901)):
        with write(database) as connection:
            record(connection, SYSTEM, [Act("moved", "draft", str(n)) for n in range(10)], now=at)
        assert seal(database, now=at + timedelta(hours=1)) == 10
    return database


def let_go_of(engine: Engine, now: datetime) -> int:
    with write(engine) as connection:
        return let_go(connection, now - timedelta(days=730), SYSTEM, now=now)


def test_the_oldest_sealed_run_goes_and_the_chain_goes_on_from_it(old: Engine) -> None:
    now = YEARS_AGO + timedelta(days=905)
    assert [let_go_of(old, now), let_go_of(old, now)] == [10, 0]
    found = verify(old)
    assert isinstance(found, Intact)
    assert (found.rows, found.unsealed, found.let_go) == (20, 1, 10)
    seal(old, now=now + timedelta(hours=1))
    after = verify(old)
    assert isinstance(after, Intact)
    assert (after.rows, after.unsealed) == (21, 0)
    with read(old) as connection:
        line = connection.execute(select(audit).order_by(audit.c.id.desc()).limit(1)).one()
    assert (line.action, line.thing, line.thing_id, line.codes) == ("let_go", "audit", "10", {"rows": 10})


def test_the_newest_seal_stays_whatever_its_age(old: Engine) -> None:
    assert sum(iter(lambda: let_go_of(old, NOW), 0)) == 20
    found = verify(old)
    assert isinstance(found, Intact)
    assert (found.rows, found.let_go) == (10, 20)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DELETE FROM audit WHERE action = 'let_go'", "no line says that they were let go"),
        ("UPDATE audit SET id = 3 WHERE id = 15", "a row stands there that was let go"),
        ("UPDATE audit SET after = 'approved' WHERE id = 15", "a row was changed, added or dropped"),
    ],
)
def test_what_is_done_to_a_log_that_was_shortened_shows(old: Engine, statement: str, what: str) -> None:
    let_go_of(old, YEARS_AGO + timedelta(days=905))
    tamper(old, statement)
    found = verify(old)
    assert isinstance(found, Broken)
    assert found.what == what


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit WHERE id = 15",
        "DELETE FROM audit_seals WHERE last_id = 20",
        "DELETE FROM audit_cuts",
        "UPDATE audit_cuts SET up_to_id = 20",
        "INSERT INTO audit_cuts SELECT 15, seal, older_than, made_at FROM audit_cuts",
    ],
)
def test_nothing_else_goes_and_no_cut_is_made_up(old: Engine, statement: str) -> None:
    let_go_of(old, YEARS_AGO + timedelta(days=905))
    with pytest.raises(Exception, match=r"append-only|sealed long ago"), write(old) as connection:
        connection.execute(text(statement))
    assert isinstance(verify(old), Intact)
