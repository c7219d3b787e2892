"""Out of the demo into a workspace of one's own."""

from __future__ import annotations

import errno
from datetime import UTC, datetime
from pathlib import Path

import pytest

from overture.config import init as starter
from overture.config.workspace import load
from overture.demo import write_world
from overture.demo.keep import keep
from overture.settings import Environment


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    write_world(tmp_path / "demo", now=datetime(2026, 11, 19, tzinfo=UTC), port=8701)
    return tmp_path / "demo"


def test_what_was_changed_is_kept_and_what_is_made_up_is_not(demo: Path, tmp_path: Path) -> None:
    (demo / "stories" / "day-one.en.j2").write_text("changed")
    kept = keep(demo, tmp_path / "mine")
    assert kept.problem == ""
    assert (kept.folder / "stories" / "day-one.en.j2").read_text() == "changed"
    assert not (kept.folder / "stories" / "all-about-us.en.j2").exists()
    for name in ("sources.yaml", "accounts.csv", "settings.yaml"):
        assert "Calder" not in (kept.folder / name).read_text()
        assert "127.0.0.1" not in (kept.folder / name).read_text()


def test_it_can_be_loaded_with_the_campaigns_of_the_demo(demo: Path, tmp_path: Path) -> None:
    loaded = load(keep(demo, tmp_path / "mine").folder, environment=Environment())
    assert not loaded.problems
    assert loaded.workspace is not None
    assert "b-round" in {campaign.id for campaign in loaded.workspace.campaigns}
    assert {campaign.owner for campaign in loaded.workspace.campaigns} == {None}


def test_what_is_there_is_never_touched(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert "is there already" in keep(demo, tmp_path / "mine").problem
    assert list((tmp_path / "mine").iterdir()) == []


def test_what_fails_halfway_leaves_nothing_so_that_it_can_be_tried_again(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(folder))

    with monkeypatch.context() as patched:
        patched.setattr(starter, "write", full)
        assert "No space left on device" in keep(demo, tmp_path / "mine").problem
    assert not (tmp_path / "mine").exists()
    assert keep(demo, tmp_path / "mine").problem == ""
