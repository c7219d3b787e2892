"""The doctor names what is wrong by its place, and says what helps; passwords are never shown."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from support.db import postgres_of_its_own
from support.servers import free_port

from overture.config import init
from overture.db import migrate, roles
from overture.db.engine import write
from overture.db.installation import hold_to_key
from overture.db.roles import WEB, WORKER, Passwords
from overture.db.secret import Keyring
from overture.doctor import database as of_database
from overture.doctor import examine
from overture.doctor.check import Check
from overture.settings import Environment

PASSWORD, KEY = "kept-between-the-parts", "the key that this one was begun with"


@pytest.fixture(scope="module")
def owner(postgres_url: str) -> Iterator[Engine]:
    with postgres_of_its_own(postgres_url) as engine:
        migrate.upgrade(engine)
        roles.make(engine, Passwords(PASSWORD, PASSWORD))
        hold_to_key(engine, Keyring(KEY.encode()), now=datetime.now(UTC))
        yield engine


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspace")
    init.write(folder)
    return folder


@pytest.fixture
def installed(
    owner: Engine, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., dict[str, Check]]:
    """Looks at a whole installation in which only what is given is otherwise."""
    for name in [name for name in os.environ if name.startswith("OVERTURE_")]:
        monkeypatch.delenv(name)

    def look(*, user: str = WORKER, password: str = PASSWORD, key: str = KEY, **given: object) -> dict[str, Check]:
        url = make_url(owner.url).set(username=user, password=password).render_as_string(hide_password=False)
        known = {"config": workspace, "data_dir": tmp_path, "database_url": url, "secret_key": SecretStr(key)}
        checks = examine(Environment.model_validate(known | given))
        assert not any(PASSWORD in check.detail or KEY in check.detail for check in checks)
        return {check.name: check for check in checks}

    return look


def wrong(checks: dict[str, Check]) -> dict[str, str]:
    return {name: check.detail for name, check in checks.items() if not check.ok}


@pytest.mark.parametrize("user", [WORKER, WEB])
def test_a_whole_installation_is_well(installed: Callable[..., dict[str, Check]], user: str) -> None:
    checks = installed(user=user)
    assert wrong(checks) == {}
    assert checks["role"].detail == user
    assert {"clock", "key", "disk", "outbox", "schema", "heartbeats"} <= checks.keys()


def test_a_database_that_does_not_answer(installed: Callable[..., dict[str, Check]]) -> None:
    at = f"postgresql://{WEB}:{PASSWORD}@127.0.0.1:{free_port()}/overture"
    checks = installed(database_url=at)
    assert "is it started" in wrong(checks)["database"].casefold()
    assert checks["database"].reachable is False
    of_another_kind = wrong(installed(database_url=f"mysql://{WEB}:{PASSWORD}@127.0.0.1/overture"))
    assert "postgresql://" in of_another_kind["database"]


def test_a_broker_that_does_not_answer_or_has_another_password(
    installed: Callable[..., dict[str, Check]], redis_url: str
) -> None:
    gone = wrong(installed(broker_url=f"redis://:{PASSWORD}@127.0.0.1:{free_port()}/0"))["broker"]
    assert "approvals are not touched" in gone
    assert "OVERTURE_BROKER_URL" in gone
    other = redis_url.partition("//")[2].rpartition("@")[2]
    assert "requirepass" in wrong(installed(broker_url=f"redis://:not-this-one@{other}"))["broker"]
    assert "redis://" in wrong(installed(broker_url=f"amqp://:{PASSWORD}@127.0.0.1/0"))["broker"]


@pytest.mark.parametrize("version", ["0001", "9999"])
def test_a_schema_of_another_version(owner: Engine, installed: Callable[..., dict[str, Check]], version: str) -> None:
    with write(owner) as connection:
        before = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{version}'")
    told = wrong(installed())["schema"]
    with write(owner) as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{before}'")
    assert version in told
    assert "overture db upgrade" in told


def test_pages_that_come_as_the_owner(owner: Engine, installed: Callable[..., dict[str, Check]]) -> None:
    told = wrong(installed(database_url=owner.url.render_as_string(hide_password=False)))["role"]
    assert "may do everything" in told
    assert WEB in told


def test_a_role_with_a_right_too_many_or_too_few(owner: Engine, installed: Callable[..., dict[str, Check]]) -> None:
    with write(owner) as connection:
        connection.exec_driver_sql(f"GRANT UPDATE ON audit TO {WEB}")
        connection.exec_driver_sql(f"REVOKE SELECT ON drafts FROM {WORKER}")
    told = wrong(installed())["role"]
    roles.make(owner, Passwords())
    assert f"{WEB} may UPDATE audit" in told
    assert f"{WORKER} may not SELECT drafts" in told
    assert "overture db roles" in told
    assert wrong(installed()) == {}


def test_another_key(installed: Callable[..., dict[str, Check]]) -> None:
    assert "begun with" in wrong(installed(key="a key made anew by mistake"))["key"]
    assert "each machine makes a key" in wrong(installed(secret_key=None))["key"]


def test_a_clock_that_is_an_hour_ahead(
    installed: Callable[..., dict[str, Check]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = SimpleNamespace(now=lambda zone: datetime.now(zone) + timedelta(hours=1))
    monkeypatch.setattr(of_database, "datetime", ahead)
    told = wrong(installed())["clock"]
    assert "ahead of the database" in told
    assert "time server" in told


def test_a_disk_that_is_full(installed: Callable[..., dict[str, Check]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2**20))
    assert "1 MB left" in wrong(installed())["disk"]


def test_a_folder_for_messages_that_cannot_be_written(
    installed: Callable[..., dict[str, Check]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # who runs tests may be root, to whom all is open
    told = wrong(installed())["outbox"]
    assert "outbox" in told
    assert "chown" in told


def test_a_workspace_that_is_not_there(installed: Callable[..., dict[str, Check]], tmp_path: Path) -> None:
    told = wrong(installed(config=tmp_path / "nowhere"))["workspace"]
    assert "nowhere" in told
    assert "overture init" in told
