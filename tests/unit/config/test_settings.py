from __future__ import annotations

import os
from pathlib import Path

import pytest

from overture.settings import (
    SECRETS,
    Environment,
    EnvironmentProblem,
    limits,
    read_environment,
    unknown_variables,
    variables,
)
from triggers.limits import Limits


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("OVERTURE_"):
            monkeypatch.delenv(name)


def test_without_variables_everything_has_a_default() -> None:
    environment = read_environment()

    assert environment == Environment()
    assert environment.database == "sqlite:///var/overture.db"
    assert limits(environment) == Limits()


def test_variables_are_read_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_DATABASE_URL", "postgresql+psycopg://db/overture")
    monkeypatch.setenv("OVERTURE_DATA_DIR", "/data")
    monkeypatch.setenv("OVERTURE_LEASE_SECONDS", "2.5")
    monkeypatch.setenv("OVERTURE_HOLD_SECONDS", "0")

    environment = read_environment()

    assert environment.database == "postgresql+psycopg://db/overture"
    assert environment.data_dir == Path("/data")
    assert (limits(environment).lease_seconds, limits(environment).hold_seconds) == (2.5, 0)


def test_an_environment_made_by_hand_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_BROKER_URL", "redis://elsewhere")

    assert Environment().broker_url == "memory://"


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("a-long-enough-secret-key\n")
    monkeypatch.setenv("OVERTURE_SECRET_KEY_FILE", str(tmp_path / "key"))

    environment = read_environment()

    assert environment.secret_key is not None
    assert environment.secret_key.get_secret_value() == "a-long-enough-secret-key"
    assert "a-long-enough" not in repr(environment)


def test_the_variable_wins_over_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "url").write_text("redis://file")
    monkeypatch.setenv("OVERTURE_BROKER_URL_FILE", str(tmp_path / "url"))
    monkeypatch.setenv("OVERTURE_BROKER_URL", "redis://variable")

    assert read_environment().broker_url == "redis://variable"


def test_a_broker_that_nobody_could_ask_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_BROKER_URL", "amqp://:hunter2@broker")

    with pytest.raises(EnvironmentProblem, match="OVERTURE_BROKER_URL: should be redis://") as refused:
        read_environment()
    assert "hunter2" not in str(refused.value)


def test_all_bad_variables_are_named_and_no_value_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_LEASE_SECONDS", "hunter2")
    monkeypatch.setenv("OVERTURE_TICK_SECONDS", "0")
    monkeypatch.setenv("OVERTURE_SECRET_KEY_FILE", "/nowhere/key")

    with pytest.raises(EnvironmentProblem) as caught:
        read_environment()

    assert [problem.split(":")[0] for problem in caught.value.problems] == [
        "OVERTURE_SECRET_KEY_FILE",
        "OVERTURE_LEASE_SECONDS",
        "OVERTURE_TICK_SECONDS",
    ]
    assert "hunter2" not in str(caught.value)


def test_a_short_secret_key_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_SECRET_KEY", "hunter2")

    with pytest.raises(EnvironmentProblem, match="at least 16 characters"):
        read_environment()


def test_an_unknown_variable_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_LEASE_SECS", "3")
    monkeypatch.setenv("OVERTURE_LEASE_SECONDS", "3")

    assert read_environment().lease_seconds == 3
    assert unknown_variables() == ["OVERTURE_LEASE_SECS: unknown variable; did you mean OVERTURE_LEASE_SECONDS?"]


def test_every_variable_is_listed() -> None:
    assert len(variables()) == len(Environment.model_fields) + len(SECRETS)
