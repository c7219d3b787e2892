"""Verbs on an installation with one draft: dry runs of whatever changes something, and what lists from elsewhere do."""

from __future__ import annotations

import csv
import json
import os
import shlex
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from support.good_story import GOOD
from support.line import Line, line
from typer.testing import CliRunner, Result

from overture.cli.main import make_app
from overture.config import init
from overture.db import migrate
from overture.db.engine import open_engine, write
from overture.db.tables import drafts, outcomes
from overture.errors import WrongKey
from overture.jail import ChildJail

ACTS = """\
ask concern:churn --save warm
calls hand-over jo --to mara
cares acme ok
db let-go
drafts reject {id} --reason other --comment no
drafts snooze {id} --for-update
handoffs pause
heard jo "that launches slip" --level tasks
outcomes add jo opted_out
promises add acme "a list of questions"
sources add other https://other.example/feed
sources pause courier
sources remove courier
suppress add jo@acme.example
users disable ana
users token add ana --name reports
webhook test
"""
# What was typed, the status that it ends with, and the cure that is named.
SLIPS = (
    ("sources pause", 2, "Missing argument"),
    ("sources retry", 2, "--failing"),
    ("sources pause couriar", 1, 'did you mean "courier"?'),
    ("sources remove nothere", 1, "overture sources list"),
    ("sources back nothere", 1, "for 30 days"),
    ("sources test nothere", 1, "no source"),
    ("sources test our-calendar", 1, "it is a calendar"),
    ("promises list --state keept", 2, "'kept'"),
    ("aside retry entry 5", 1, "overture aside list"),
    ("outcomes add 77 replied", 1, "no draft 77"),
    ("cares nobody ok", 1, "id, domain or name"),
    ("why account acm", 1, "did you mean acme (Acme Robotics)?"),
    ("ask --lmit 3", 2, "no option --lmit"),
    ("stories preview nothere.en.j2 --trigger 1", 2, "does not exist"),
    ("drafts show 77", 1, "no draft 77"),
    ("ties undo 7", 1, "no import 7"),
    ("users disable nobody", 1, "no user nobody"),
    ("calls snooze jo --until tomorrow", 2, "2026-12-01"),
)
Kept = tuple[list[str], dict[str, bytes]]
REFUSED = ("calls hand-over", "webhook test")  # nobody is to be called, and no web hook is set


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    for name in ("OVERTURE_CONFIG", "OVERTURE_DATABASE_URL"):  # the verbs set them for what they start
        monkeypatch.setenv(name, os.environ.get(name, ""))
    monkeypatch.setenv("OVERTURE_DATA_DIR", str(tmp_path))
    engine = open_engine(f"sqlite:///{tmp_path / 'overture.db'}")
    migrate.upgrade(engine)
    with ChildJail() as jail, line(engine, tmp_path, jail=jail) as running:
        monkeypatch.setenv("OVERTURE_SECRET_KEY", "k" * 32)
        running.post("courier", "Acme Robotics raises $25M Series B", "Acme Robotics has raised $25 million.")
        running.run()
        with write(engine) as connection:  # nothing is in the way of the draft
            connection.execute(update(drafts).values(obstacles=0))
        yield running
    engine.dispose()


def run(told: Line, words: list[str], said: str = "") -> Result:
    where = ["--config", str(told.services.folder), "--db", str(told.engine.url)]
    return CliRunner().invoke(make_app(words[0]), [*words, *where], input=said)


def all_there_is(told: Line) -> Kept:
    with sqlite3.connect(str(told.engine.url.database)) as kept:
        rows = [row for row in kept.iterdump() if '"config_files"' not in row]  # when the files were last looked at
    return rows, {path.name: path.read_bytes() for path in told.services.folder.rglob("*.*")}


def differences(now: Kept, before: Kept) -> list[str]:
    """Lines that are new, and files that changed."""
    return sorted(set(now[0]) - set(before[0])) + [name for name, body in now[1].items() if before[1].get(name) != body]


def test_a_dry_run_goes_all_the_way_and_keeps_nothing(told: Line) -> None:
    added = run(told, ["users", "add", "ana", "--name", "Ana"], "a long and plain sentence\n")
    assert added.exit_code == 0, added.output
    (draft,) = told.rows(drafts)
    assert run(told, ["suppress", "list"]).exit_code == 0  # whoever comes first writes the files' rows
    before = all_there_is(told)
    for act in ACTS.splitlines():
        dry = run(told, [*shlex.split(act.format(id=draft.id, hash=draft.content_hash)), "--dry-run"])
        assert act.startswith(REFUSED) == (dry.exit_code == 1), f"{act}: {dry.output}"
        assert act.startswith(REFUSED) or "dry run" in dry.stderr, act
        assert not differences(all_there_is(told), before), act
    assert run(told, ["handoffs", "pause"]).exit_code == 0
    assert differences(all_there_is(told), before)


def test_a_slip_is_told_with_its_cure_and_without_data(told: Line) -> None:
    for act, status, cure in SLIPS:
        slipped = run(told, shlex.split(act))
        assert (slipped.exit_code, slipped.stdout) == (status, ""), f"{act}: {slipped.output}"
        assert cure in " ".join(slipped.stderr.replace("│", " ").split()), f"{act}: {slipped.stderr}"


def test_an_address_that_is_not_asked_is_added_with_a_word(told: Line) -> None:
    added = run(told, ["sources", "add", "inside", "http://10.0.0.1/feed"])
    assert (added.exit_code, "outbound.allow" in added.stderr) == (0, True)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_an_event_is_shown_with_who_told_it_and_what_came_of_it(told: Line) -> None:
    draft = told.draft()
    shown = run(told, ["triggers", "show", str(draft.trigger_id)])
    assert "told by Courier: Acme Robotics raises $25M Series B" in shown.stdout
    assert f"draft {draft.id} for Acme Robotics: pending" in shown.stdout
    missing = run(told, ["triggers", "show", "99"])
    assert (missing.exit_code, missing.stdout, missing.stderr) == (1, "", "there is no trigger 99\n")


def test_a_replay_says_what_would_be_queued(told: Line) -> None:
    replayed = run(told, ["triggers", "replay", "--since", "999d", "--nos", "--format", "ndjson"])
    assert [one["account"] for one in rows(replayed)] == ["Acme Robotics"]
    for wrong in (["--campaign", "mony"], ["--since", "soon"]):
        refused = run(told, ["triggers", "replay", *wrong])
        assert (refused.exit_code, refused.stdout) == (2, "")


def test_drafts_are_exported_with_their_text(told: Line) -> None:
    (one,) = csv.DictReader(run(told, ["drafts", "export", "--state", "pending"]).stdout.splitlines())
    assert one["account"] == "Acme Robotics"
    assert run(told, ["drafts", "export", "--state", "done"]).stdout == ""


def test_outcomes_are_taken_over_once_and_what_cannot_be_read_is_named(told: Line, tmp_path: Path) -> None:
    draft, file = told.draft(), tmp_path / "outcomes.csv"
    file.write_text(
        f"draft,contact,kind,on,id\n{draft.id},,Opted out,2026-01-02,7\n99,,replied,,\n,nobody,replied,,\n"
        ",kim,replyed,,\n,kim,replied,2999-01-01,\n,kim,meeting,,\n,kim,meeting,,\n,,won,,\n"
    )
    found = run(told, ["outcomes", "import", str(file), "--format", "ndjson"])
    assert found.exit_code == 1
    said = [(one["line"], one["verdict"], one["why"]) for one in rows(found)]
    assert [one[:2] for one in said] == [
        (2, "new"), (3, "cannot be read"), (4, "cannot be read"), (5, "cannot be read"), (6, "cannot be read"),
        (7, "new"), (8, "twice in the list"), (9, "cannot be read"),
    ]  # fmt: skip
    for at, words in ((1, "no draft 99"), (2, "nobody"), (3, 'did you mean "replied"'), (4, "still to come")):
        assert words in said[at][2]
    assert "1 not to be written to any more" in found.stderr
    again = run(told, ["outcomes", "import", str(file), "--format", "ndjson"])
    assert [one["verdict"] for one in rows(again) if one["why"] == ""] == ["known already"] * 2 + ["twice in the list"]
    assert len(told.rows(outcomes)) == 2
    file.write_text("name\nAcme\n")
    none = run(told, ["outcomes", "import", str(file)])
    assert (none.exit_code, "kind: this column is missing" in none.stderr) == (1, True)


def test_accounts_are_taken_over_from_any_list_and_found_by_name(told: Line, tmp_path: Path) -> None:
    file = tmp_path / "crm.csv"
    file.write_text("Company name;Website\nInitech GmbH;initech.example\nAcme Robotics;acme.example\n;x.example\n")
    tried = run(told, ["accounts", "import", str(file), "--dry-run", "--format", "ndjson"])
    assert [one["verdict"] for one in rows(tried)] == ["new", "already there", "cannot be read"]
    assert "Initech" not in (told.services.folder / "accounts.csv").read_text()
    assert run(told, ["accounts", "import", str(file)]).exit_code == 1  # one row cannot be read
    assert "Initech GmbH" in (told.services.folder / "accounts.csv").read_text()
    assert "Initech GmbH (initech.example)" in run(told, ["accounts", "match", "Initech"]).stdout
    assert "none: " in run(told, ["accounts", "match", "Globex"]).stdout
    file.write_text("What,Where\nInitech,here\n")
    unread = run(told, ["accounts", "import", str(file)])
    assert (unread.exit_code, "--columns" in unread.stderr) == (2, True)


def test_a_story_is_told_on_an_event_and_put_in_force(told: Line, tmp_path: Path) -> None:
    file, trigger = tmp_path / "raised.en.j2", str(told.draft().trigger_id)
    file.write_text(GOOD, encoding="utf-8")
    shown = run(told, ["stories", "preview", str(file), "--trigger", trigger])
    assert shown.stdout.startswith("Acme"), shown.output
    assert "no trigger 99" in run(told, ["stories", "preview", str(file), "--trigger", "99"]).stderr
    assert run(told, ["stories", "preview", str(file)]).exit_code == 2
    dry = run(told, ["stories", "publish", str(file), "--note", "shorter", "--dry-run"])
    assert (dry.exit_code, json.loads(dry.stdout)["file"]) == (0, "raised.en.j2")
    assert (told.services.folder / "stories" / "raised.en.j2").read_text() != GOOD
    assert run(told, ["stories", "publish", str(file), "--note", "shorter"]).exit_code == 0
    assert (told.services.folder / "stories" / "raised.en.j2").read_text() == GOOD
    file.write_text("---\nid: raised\n", encoding="utf-8")
    broken = run(told, ["stories", "publish", str(file)])
    assert (broken.exit_code, "TPL001" in broken.stderr) == (1, True)


def test_check_tries_what_the_files_lean_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OVERTURE_CONFIG", "OVERTURE_DATABASE_URL"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
    monkeypatch.setenv("OVERTURE_DATA_DIR", str(tmp_path / "data"))
    init.write(tmp_path / "fresh")
    words = ["check", "--config", str(tmp_path / "fresh")]
    well = CliRunner().invoke(make_app("check"), words)
    assert (well.exit_code, well.stdout, (tmp_path / "data").exists()) == (0, "", False)
    away = CliRunner().invoke(make_app("check"), [*words, "--db", "postgresql://u:hidden@127.0.0.1:1/db"])
    assert (away.exit_code, "hidden" in away.output) == (3, False)
    assert away.stdout.startswith("database  error")
    (tmp_path / "no.db").write_text("words, and no database at all" * 9)
    broken = CliRunner().invoke(make_app("check"), [*words, "--db", f"sqlite:///{tmp_path / 'no.db'}"])
    assert (broken.exit_code, "restore" in broken.stdout) == (3, True)


def test_a_key_that_is_lost_is_missed_and_not_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OVERTURE_CONFIG", "OVERTURE_DATABASE_URL", "OVERTURE_SECRET_KEY"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("OVERTURE_DATA_DIR", str(tmp_path / "data"))
    init.write(tmp_path / "fresh")
    words, key = ["suppress", "list", "--config", str(tmp_path / "fresh")], tmp_path / "data" / "secret.key"
    assert CliRunner().invoke(make_app("suppress"), words).exit_code == 0
    first = key.read_bytes()
    key.write_bytes(b"")
    missed = CliRunner().invoke(make_app("suppress"), words)
    assert isinstance(missed.exception, WrongKey)
    assert "secret.key is gone" in str(missed.exception)
    assert key.read_bytes() == b""
    examined = CliRunner().invoke(make_app("doctor"), ["doctor", *words[2:], "--format", "json"])
    assert "secret.key is gone" in examined.stdout
    key.write_bytes(first)
    assert CliRunner().invoke(make_app("suppress"), words).exit_code == 0
