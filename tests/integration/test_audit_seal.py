"""The chain over the audit: whatever is done to a sealed row shows, and the run it stands in is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from overture.db.audit import SYSTEM, Act, record
from overture.db.engine import is_postgres, write
from overture.db.seal import Broken, Intact, seal, verify

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
