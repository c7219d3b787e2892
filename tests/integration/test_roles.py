"""On PostgreSQL, worker and web each have a role that may do no more than its part of the line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError, ProgrammingError
from support.cast import KEYS, MARA, NOW, OUTBOX, Stage, relint
from support.channels import Recorder

from campaigns.review import RejectReason
from overture.db import decisions, outbox, roles
from overture.db.audit import SYSTEM, Act, record
from overture.db.audit_keep import let_go
from overture.db.decisions import Approved, Edited, Rejected, Undone
from overture.db.engine import open_engine, read, write
from overture.db.roles import WEB, WORKER, Passwords
from overture.db.seal import Intact, seal, verify
from overture.db.tables import metadata
from triggers.limits import Limits

PASSWORD = "for tests only, on a server of their own"


@pytest.fixture
def owner(postgres_database: Engine) -> Engine:
    with write(postgres_database) as connection:
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS alembic_version (version_num varchar(32) primary key)")
    roles.make(postgres_database, Passwords(PASSWORD, PASSWORD))
    return postgres_database


@contextmanager
def as_role(owner: Engine, role: str) -> Iterator[Engine]:
    """The same database, seen by that role."""
    engine = open_engine(
        make_url(owner.url).set(username=role, password=PASSWORD).render_as_string(hide_password=False)
    )
    yield engine
    engine.dispose()


def refused(engine: Engine, statement: str) -> bool:
    try:
        with engine.begin() as connection:
            connection.execute(text(statement))
    except ProgrammingError as error:
        said = str(error.orig)
        assert any(words in said for words in ("permission denied", "row-level security", "must be owner")), said
        return True
    return False


def test_web_decides_and_worker_hands_off_each_as_its_role(owner: Engine) -> None:
    shown = Stage(owner).set().draft()
    channel = Recorder()
    with as_role(owner, WEB) as web, as_role(owner, WORKER) as worker:
        approved = decisions.approve(web, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
        assert isinstance(approved, Approved)
        done = outbox.release_due(
            worker,
            now=NOW + OUTBOX.hold * 2,
            limits=Limits(),
            keys=KEYS,
            channels={"eml": channel},
            policy=outbox.ReleasePolicy(),
        )
    assert (done.handed_off, len(channel.taken)) == (1, 1)


def test_the_worker_lets_the_log_go_through_the_owners_door_and_never_the_last_year(owner: Engine) -> None:
    long_ago = datetime(2019, 3, 1, tzinfo=UTC)
    with as_role(owner, WORKER) as worker:
        for at in (long_ago, long_ago + timedelta(days=1)):
            with write(worker) as connection:
                record(connection, SYSTEM, [Act("moved", "draft", "1")], now=at)
            seal(worker, now=at + timedelta(hours=1))
        with pytest.raises(IntegrityError, match="kept for a year"), write(worker) as connection:
            connection.execute(text("SELECT let_audit_go(1, now() - interval '300 days', now())"))
        with write(worker) as connection:
            assert let_go(connection, long_ago + timedelta(hours=2), SYSTEM, now=NOW) == 1
        assert isinstance(verify(worker), Intact)


def test_web_can_edit_undo_and_reject(owner: Engine) -> None:
    stage = Stage(owner).set()
    shown = stage.draft()
    with as_role(owner, WEB) as web:
        assert isinstance(decisions.approve(web, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS), Approved)
        undone = decisions.undo(web, shown.draft_id, MARA, now=NOW)
        assert isinstance(undone, Undone)
        shown = now_shown(web, shown.draft_id)
        edited = decisions.edit(
            web, shown, "A subject", "Jo, a body.", MARA, now=NOW, company=OUTBOX.company, relint=relint
        )
        assert isinstance(edited, Edited)
        shown = now_shown(web, shown.draft_id)
        assert isinstance(decisions.reject(web, shown, RejectReason.BAD_TIMING, MARA, now=NOW), Rejected)


def now_shown(engine: Engine, draft_id: int) -> decisions.Shown:
    with read(engine) as connection:
        row = connection.execute(text("SELECT id, version, content_hash FROM drafts WHERE id = :id"), {"id": draft_id})
        return decisions.Shown(*row.one())


def approved_message(owner: Engine) -> int:
    shown = Stage(owner).set().draft()
    done = decisions.approve(owner, shown, MARA, now=NOW, outbox=OUTBOX, keys=KEYS)
    assert isinstance(done, Approved)
    with read(owner) as connection:
        return int(connection.scalar(text("SELECT id FROM handoffs")) or 0)


WEB_MAY_NOT = (
    "INSERT INTO attempts (handoff_id, number, owner, fence, started_at) VALUES (1, 1, 'x', 1, now())",
    "UPDATE attempts SET outcome = 'taken'",
    "UPDATE handoffs SET state = 'sending'",
    "UPDATE handoffs SET message = 'other words'",
    "UPDATE handoffs SET contact_id = 'somebody else'",
    "DELETE FROM handoffs",
    "UPDATE approvals SET version = 2",
    "DELETE FROM approvals",
    "UPDATE audit SET actor = 'nobody'",
    "DELETE FROM audit",
    "TRUNCATE audit",
    "DELETE FROM audit_seals",
    "INSERT INTO audit_cuts (up_to_id, seal, older_than, made_at) VALUES (1, '', now(), now())",
    "SELECT let_audit_go(1, now() - interval '900 days', now())",
    "INSERT INTO audit_seals (first_id, last_id, previous, seal, sealed_at) VALUES (1, 1, '', '', now())",
    "UPDATE alembic_version SET version_num = 'x'",
    "CREATE TABLE mine (id int)",
    "ALTER TABLE handoffs DISABLE TRIGGER ALL",
    "SET ROLE postgres",
)
THE_WORKER_MAY_NOT = (
    "INSERT INTO approvals SELECT * FROM approvals",
    "INSERT INTO handoffs SELECT * FROM handoffs",
    "SELECT password_hash FROM users",
    "SELECT token_hash FROM sessions",
    "UPDATE audit SET actor = 'nobody'",
    "DELETE FROM audit",
    "DELETE FROM audit_seals",
    "INSERT INTO audit_cuts (up_to_id, seal, older_than, made_at) VALUES (1, '', now(), now())",
    "DELETE FROM attempts",
    "CREATE TABLE mine (id int)",
)

OF_PEOPLE_WHO_REVIEW = {
    "users",
    "sessions",
    "setup_tokens",
    "api_tokens",
    "api_answers",
    "presences",
    "call_acts",
    "tie_imports",
    "looks",
    "unsaved",
    "unsaved_stories",
    "story_pins",
}


@pytest.mark.parametrize(("role", "statements"), [(WEB, WEB_MAY_NOT), (WORKER, THE_WORKER_MAY_NOT)])
def test_what_a_role_does_not_need_is_refused(owner: Engine, role: str, statements: tuple[str, ...]) -> None:
    approved_message(owner)
    with as_role(owner, role) as engine:
        assert [statement for statement in statements if not refused(engine, statement)] == []


def test_every_table_is_granted_on_purpose_and_making_roles_again_changes_nothing(owner: Engine) -> None:
    before = granted(owner)
    roles.make(owner, Passwords())
    assert granted(owner) == before
    for role in (WORKER, WEB):
        tables = {table for who, table, _ in before if who == role}
        secret = OF_PEOPLE_WHO_REVIEW if role == WORKER else set()
        assert tables == {*metadata.tables, "alembic_version"} - secret


def granted(owner: Engine) -> set[tuple[str, str, str]]:
    query = (
        "SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee LIKE 'o%'"
    )
    with read(owner) as connection:
        return set(rows(connection, query))


def rows(connection: Connection, query: str) -> list[tuple[str, str, str]]:
    return [(row[0], row[1], row[2]) for row in connection.execute(text(query))]


def test_the_password_is_not_in_the_statement_that_sets_it(owner: Engine) -> None:
    roles.make(owner, Passwords(worker=PASSWORD))
    with read(owner) as connection:
        kept = connection.scalar(text("SELECT rolpassword FROM pg_authid WHERE rolname = :role"), {"role": WORKER})
    assert kept is not None
    assert str(kept).startswith("SCRAM-SHA-256$")
