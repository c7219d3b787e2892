"""Roles of a PostgreSQL server that may do no more than their part of the line needs.

    owner    the role that upgrades the schema; the tables are its own
    worker   polls, reads, launches and hands off; cannot approve, and knows no users
    web      shows and decides; cannot start a hand-off, cannot write attempts
    both     add to the audit, and can neither change nor remove a line of it; the worker may ask the owner's function
             to let go of what was sealed more than a year ago

What is not listed here is not granted, so a new table works for nobody until it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from psycopg import sql
from sqlalchemy import Connection, Engine, text

from overture.db.engine import is_postgres, write
from overture.db.guards import DOORS
from overture.db.tables import metadata

WORKER, WEB = "overture_worker", "overture_web"

ALL = "SELECT, INSERT, UPDATE, DELETE"
LOOK, ADD = "SELECT", "SELECT, INSERT"

# What a decision may change of a message on its way: where it stands, never what it says or to whom.
_DESK = (
    "state, run_at, retry_at, owner, lease_until, attempts, last_error, reason, location, handed_off_at, release_at, "
    "account_key, domain_key"
)

WORKER_EXCEPT: Mapping[str, str] = {
    "alembic_version": LOOK,
    "api_answers": "",
    "api_tokens": "",
    "approvals": LOOK,
    "handoffs": "SELECT, UPDATE",
    "attempts": "SELECT, INSERT, UPDATE",
    "audit": ADD,
    "audit_cuts": LOOK,
    "audit_seals": ADD,
    "installation": ADD,
    "users": "",
    "sessions": "",
    "setup_tokens": "",
    "presences": "",
    "looks": "",
    "call_acts": "",
    "tie_imports": "",
    "story_pins": "",
    "unsaved": "",
    "unsaved_stories": "",
}
WEB_EXCEPT: Mapping[str, str] = {
    "alembic_version": LOOK,
    "approvals": ADD,
    "handoffs": f"SELECT, INSERT, UPDATE ({_DESK})",
    "attempts": LOOK,
    "audit": ADD,
    "audit_cuts": LOOK,
    "audit_seals": LOOK,
    "installation": ADD,
    "notices": "SELECT, INSERT, UPDATE",
    "retention_runs": LOOK,
}
_POLICIES = (
    f"CREATE POLICY worker_all ON handoffs TO {WORKER} USING (true) WITH CHECK (true)",
    f"CREATE POLICY web_reads ON handoffs FOR SELECT TO {WEB} USING (true)",
    f"CREATE POLICY web_queues ON handoffs FOR INSERT TO {WEB} WITH CHECK (state = 'held')",
    f"CREATE POLICY web_decides ON handoffs FOR UPDATE TO {WEB} USING (true) WITH CHECK (state <> 'sending')",
)


@dataclass(frozen=True, slots=True)
class Passwords:
    """None leaves a role's password as it is."""

    worker: str | None = None
    web: str | None = None


def make(engine: Engine, passwords: Passwords) -> None:
    """Make both roles where they are missing, set their passwords, and grant what they need. PostgreSQL only."""
    with write(engine) as connection:
        for role, password in ((WORKER, passwords.worker), (WEB, passwords.web)):
            _make_role(connection, role)
            if password is not None:
                _set_password(connection, role, password)
        _grant(connection)


def grant_again(connection: Connection) -> None:
    """After an upgrade: rights on what is new, where the roles are in use. Part of the caller's transaction."""
    if is_postgres(connection) and _known(connection) == 2:
        _grant(connection)


def _known(connection: Connection) -> int:
    query = text("SELECT count(*) FROM pg_roles WHERE rolname IN (:worker, :web)")
    return connection.scalar(query, {"worker": WORKER, "web": WEB}) or 0


@dataclass(frozen=True, slots=True)
class Held:
    """Who `user`, the one that is connected, is. `unlike`: rights of the two roles that are not this version's."""

    user: str
    unbounded: bool
    unlike: list[str]


def held(connection: Connection) -> Held | None:
    """None where the roles are not in use."""
    if not is_postgres(connection) or _known(connection) < 2:
        return None
    user, unbounded = connection.execute(
        text("SELECT current_user, pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = 'public.audit'::regclass")
    ).one()
    return Held(user, unbounded, [] if unbounded else list(_unlike(connection)))


def _unlike(connection: Connection) -> Iterator[str]:
    asked = text(
        "SELECT r.rolname, c.relname, p.may, has_table_privilege(r.oid, c.oid, p.may) FROM pg_roles r, pg_class c, "
        "unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p(may) WHERE r.rolname IN (:worker, :web) "
        "AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2, 3"
    )
    wanted = {WORKER: _rights(WORKER_EXCEPT), WEB: _rights(WEB_EXCEPT)}
    for role, table, right, may in connection.execute(asked, {"worker": WORKER, "web": WEB}):
        should = right in wanted[role].get(table, "").replace("UPDATE (", "(").split(", ")
        if may != should:
            yield f"{role} {'may' if may else 'may not'} {right} {table}"


def _rights(exceptions: Mapping[str, str]) -> dict[str, str]:
    return {**dict.fromkeys(metadata.tables, ALL), **exceptions}


def _make_role(connection: Connection, role: str) -> None:
    # Roles belong to the whole server, where another database may have made them a moment ago.
    connection.exec_driver_sql(
        f"DO $$ BEGIN CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE; "
        "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
    )


def _set_password(connection: Connection, role: str, password: str) -> None:
    """The server, and its log, see the password only as what it is checked against."""
    driver = connection.connection.driver_connection
    assert driver is not None
    known = driver.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
    statement = sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(role), sql.Literal(known))
    connection.exec_driver_sql(statement.as_string(driver).replace("%", "%%"))


def _grant(connection: Connection) -> None:
    for statement in statements():
        connection.exec_driver_sql(statement)


def statements() -> Iterator[str]:
    """Everything taken away, then what is needed given; the same each time."""
    both = f"{WORKER}, {WEB}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {both}"
    yield f"GRANT USAGE ON SCHEMA public TO {both}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {both}"
    for role, exceptions in ((WORKER, WORKER_EXCEPT), (WEB, WEB_EXCEPT)):
        rights = sorted(_rights(exceptions).items())
        yield from (f"GRANT {what} ON {table} TO {role}" for table, what in rights if what)
    yield from (f"REVOKE ALL ON FUNCTION {door} FROM {both}" for door in DOORS)
    yield from (f"GRANT EXECUTE ON FUNCTION {door} TO {WORKER}" for door in DOORS)
    yield "ALTER TABLE handoffs ENABLE ROW LEVEL SECURITY"
    for policy in _POLICIES:
        yield f"DROP POLICY IF EXISTS {policy.split()[2]} ON handoffs"
        yield policy
