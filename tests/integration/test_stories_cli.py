"""Stories from the command line: run on what came in lately, and what changed between two versions."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.good_story import BETTER, BROKEN, GOOD
from support.line import Line, line
from typer.testing import CliRunner, Result

from overture.cli.main import make_app
from overture.config.document import text_hash
from overture.db import migrate
from overture.db.audit import Actor
from overture.db.engine import open_engine
from overture.db.tables import drafts, story_versions
from overture.jail import ChildJail
from overture.jobs.story_desk import Saved, StoryDesk, Writing


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    for name in ("OVERTURE_CONFIG", "OVERTURE_DATABASE_URL"):  # the verbs set them for what they start
        monkeypatch.setenv(name, os.environ.get(name, ""))
    monkeypatch.setenv("OVERTURE_DATA_DIR", str(tmp_path))
    engine = open_engine(f"sqlite:///{tmp_path / 'overture.db'}")
    migrate.upgrade(engine)
    with ChildJail() as jail, line(engine, tmp_path, jail=jail, files={"stories/raised.en.j2": GOOD}) as running:
        running.post("courier", "Acme Robotics raises $25M Series B", "Acme Robotics has raised $25 million.")
        yield running.run()
    engine.dispose()


def run(told: Line, *words: str, config: bool = True) -> Result:
    where = ["--config", str(told.services.folder)] if config else []
    return CliRunner().invoke(make_app("stories"), ["stories", *words, *where, "--db", str(told.engine.url)])


def test_a_run_tells_of_each_event_and_leaves_no_trace(told: Line, tmp_path: Path) -> None:
    before = [told.rows(table) for table in (drafts, story_versions)]
    file = tmp_path / "raised.en.j2"
    file.write_text(BETTER, encoding="utf-8")
    result = run(told, "run", str(file), "--last", "5", "--format", "ndjson")
    row = json.loads(result.stdout)
    assert (result.exit_code, row["account"], row["told"], row["findings"]) == (0, "Acme Robotics", True, "")
    assert row["words"] > 50
    assert [told.rows(table) for table in (drafts, story_versions)] == before


def test_a_story_that_cannot_be_told_ends_with_one(told: Line, tmp_path: Path) -> None:
    file = tmp_path / "raised.en.j2"
    file.write_text(BROKEN, encoding="utf-8")
    result = run(told, "run", str(file), "--format", "ndjson")
    assert result.exit_code == 1
    assert "account.shortname" in json.loads(result.stdout)["why_not"]


def test_two_versions_are_compared(told: Line) -> None:
    done = StoryDesk(told.services).save(Writing("raised", "en", BETTER, text_hash(GOOD)), Actor("ana", "ui"))
    assert isinstance(done, Saved)
    result = run(told, "diff", "raised", "1", config=False)
    assert result.exit_code == 1
    assert "+{{ contact.first_name }}, {{ evidence.publisher }} writes that" in result.stdout
    assert run(told, "diff", "raised", "2", "2", config=False).exit_code == 0
    assert run(told, "diff", "raised", "1", "9", config=False).exit_code == 2
