"""Tokens for programs from the command line, and the rules about them that both databases keep by themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from sqlalchemy.exc import DBAPIError
from support.cast import NOW
from typer.testing import CliRunner, Result

from overture.cli.main import make_app
from overture.db import api_tokens as tokens
from overture.db import migrate, users
from overture.db.audit import SYSTEM
from overture.db.engine import open_engine, read, write
from overture.db.tables import api_tokens


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path / 'overture.db'}")
    migrate.upgrade(engine)
    with write(engine) as connection:
        users.add_user(connection, users.User("mara", "Mara", "reviewer"), password_hash=None, by=SYSTEM, now=NOW)
    yield engine
    engine.dispose()


def run(engine: Engine, *words: str) -> Result:
    return CliRunner().invoke(make_app("users"), ["users", "token", *words, "--db", str(engine.url)])


def test_a_token_is_printed_once_listed_by_its_beginning_and_revoked(engine: Engine) -> None:
    secret = run(engine, "add", "mara", "--name", "sync", "--scope", "read", "--days", "7").stdout.strip()
    now = datetime.now(UTC)
    with read(engine) as connection:
        found = tokens.live_token(connection, secret, now=now)
    assert found is not None
    assert found[0].id == "mara"
    row = json.loads(run(engine, "list", "--format", "ndjson").stdout)
    assert (row["user"], row["scopes"], row["state"]) == ("mara", "read", "live")
    assert secret.startswith(row["prefix"])
    assert run(engine, "revoke", str(row["id"])).exit_code == 0
    with read(engine) as connection:
        assert tokens.live_token(connection, secret, now=now) is None
    assert json.loads(run(engine, "list", "mara", "--format", "ndjson").stdout)["state"] == "revoked"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("add", "nobody", "--name", "x"), 1),
        (("add", "mara", "--name", "x", "--scope", "everything"), 2),
        (("add", "mara", "--name", "x", "--days", "9999"), 2),
        (("revoke", "99"), 1),
    ],
)
def test_what_cannot_be_is_said_in_words(engine: Engine, words: tuple[str, ...], status: int) -> None:
    result = run(engine, *words)
    assert result.exit_code == status
    assert result.stdout == ""


@pytest.mark.parametrize(
    "wider",
    [
        {"scopes": ""},
        {"user_id": "ada"},
        {"token_hash": "0" * 64},
        {"expires_at": NOW + timedelta(days=900)},
        {"revoked_at": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_database_lets_no_token_grow(database: Engine, wider: dict[str, object]) -> None:
    with write(database) as connection:
        for name in ("mara", "ada"):
            users.add_user(connection, users.User(name, name, "viewer"), password_hash=None, by=SYSTEM, now=NOW)
        made = tokens.add_token(connection, "mara", "x", scopes=["read"], days=9, by=SYSTEM, now=NOW)
        assert not isinstance(made, str)
        tokens.revoke(connection, made[1].id, by=SYSTEM, now=NOW)
    with pytest.raises(DBAPIError, match="widened"), write(database) as connection:
        connection.execute(update(api_tokens).values(wider))


def test_twenty_live_tokens_are_enough(engine: Engine) -> None:
    with write(engine) as connection:
        made = [tokens.add_token(connection, "mara", "x", scopes=(), days=9, by=SYSTEM, now=NOW) for _ in range(21)]
    assert [isinstance(one, str) for one in made] == [False] * tokens.MOST_LIVE + [True]
