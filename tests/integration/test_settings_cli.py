"""The verbs of settings, as somebody types them: who is stopped, what a hook is told, what is in force."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.workspaces import write_workspace
from typer.testing import CliRunner, Result

from campaigns.people.calls import CallInstead
from campaigns.workspace import Account, Contact
from overture.cli.main import make_app

Run = Callable[..., Result]
LIST = "kind,value,reason,on\naddress,Jo@Acme.example,asked,\ndomain,globex.example,,\naddress,nobody,,\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    folder = write_workspace(tmp_path / "workspace", {"settings.yaml": "handoff: {hold: 5m}\n"})
    for name, value in {"CONFIG": folder, "DATA_DIR": tmp_path, "SECRET_KEY": "a secret that nobody sees"}.items():
        monkeypatch.setenv(f"OVERTURE_{name}", str(value))
    monkeypatch.delenv("OVERTURE_DATABASE_URL", raising=False)

    def one(*words: str) -> Result:
        return CliRunner().invoke(make_app(words[0]), list(words))

    return one


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_list_is_tried_taken_and_given_away(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST)
    tried = run("suppress", "import", str(file), "--dry-run", "--format", "ndjson")
    assert tried.exit_code == 1  # one line cannot be read
    assert [row["verdict"] for row in rows(tried)] == ["new", "new", "cannot be read"]
    assert rows(run("suppress", "list", "--format", "ndjson")) == []
    assert run("suppress", "import", str(file)).exit_code == 1
    assert run("suppress", "add", "kim@hooli.example", "--reason", "asked").exit_code == 0
    given = run("suppress", "export").stdout.splitlines()
    assert given[0] == "kind,value,reason,on"
    assert [line.split(",")[1] for line in given[1:]] == ["jo@acme.example", "globex.example", "kim@hooli.example"]
    newest = rows(run("suppress", "list", "--format", "ndjson"))[0]
    assert run("suppress", "lift", str(newest["id"])).exit_code == 0
    assert run("suppress", "lift", str(newest["id"])).exit_code == 1
    lifted = rows(run("suppress", "list", "--lifted", "--format", "ndjson"))
    assert [row["value"] for row in lifted] == ["kim@hooli.example"]
    assert run("suppress", "add", "nobody at all", "--kind", "address").exit_code == 1


def test_what_is_in_force_names_its_place_and_no_secret(run: Run) -> None:
    result = run("config", "show", "--changed", "--format", "ndjson")
    found = {row["key"]: row for row in rows(result)}
    assert (found["handoff.hold"]["value"], found["handoff.hold"]["place"]) == ("5m", "settings.yaml:1")
    assert found["OVERTURE_SECRET_KEY"]["value"] == "set"
    assert "handoff.dir" not in found
    assert "nobody sees" not in result.output


def test_a_test_of_the_hook_is_asked_for_and_listed(run: Run, tmp_path: Path) -> None:
    unset = run("webhook", "test")
    assert (unset.exit_code, "alerts.webhook" in unset.stderr) == (1, True)
    (tmp_path / "workspace" / "settings.yaml").write_text("alerts: {webhook: https://ops.example/hook}\n")
    assert run("webhook", "test").exit_code == 0
    (waits,) = rows(run("webhook", "list", "--format", "ndjson"))
    assert (waits["event"], waits["state"]) == ("test", "waiting")
    assert run("webhook", "again", str(waits["id"])).exit_code == 1  # it has not ended yet


def test_calls_that_wait_are_listed_with_who_of_us_calls(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rows(run("calls", "list", "--format", "ndjson")) == []
    acme, jo = Account("acme", "Acme Robotics"), Contact("jo", "acme", "Jo Meyer", "Jo")
    waits = [CallInstead(acme, jo, 3, None)]
    monkeypatch.setattr("overture.cli.calls.calls_that_wait", lambda *_, **__: waits)
    (row,) = json.loads(run("calls", "list", "--format", "json").stdout)
    assert (row["call"], row["contact_id"], row["account"], row["unanswered"]) == (None, "jo", "Acme Robotics", 3)
    assert "Jo Meyer" in run("calls", "list").stdout
