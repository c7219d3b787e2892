"""The main job as a newcomer sees it: one command, and drafts wait."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.running import lines, overture, world


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("demo")
    done = overture("demo", "--once", "--dir", str(folder), "--format", "json")
    assert done.returncode == 0, done.stderr
    return folder, json.loads(done.stdout)


def test_the_demo_ends_with_these_counts(demo: tuple[Path, dict[str, Any]]) -> None:
    """The world is the same whenever and wherever it is shown: what these figures say, a newcomer sees."""
    _, counts = demo
    assert {name: count for name, count in counts.items() if name != "seconds"} == {
        "sources": 19, "entries": 71, "mentions": 59, "triggers": 50, "matches": 44, "abstained": 1,
        "nos": 28, "drafts": 34, "approvable": 33,
    }  # fmt: skip


def test_running_it_again_adds_nothing(demo: tuple[Path, dict[str, Any]]) -> None:
    folder, counts = demo
    again = json.loads(overture("demo", "--once", "--dir", str(folder), "--format", "json").stdout)
    assert {**again, "seconds": 0} == {**counts, "seconds": 0}


def test_one_account_gets_one_draft_per_event(demo: tuple[Path, dict[str, Any]]) -> None:
    drafts = lines(overture("drafts", "list", "--format", "ndjson", env=world(demo[0])))
    assert len({(draft["trigger_id"], draft["account_id"]) for draft in drafts}) == len(drafts)
    assert all(draft["subject"] for draft in drafts)


def test_a_draft_shows_where_each_of_its_words_comes_from(demo: tuple[Path, dict[str, Any]]) -> None:
    drafts = lines(overture("drafts", "list", "--format", "ndjson", env=world(demo[0])))
    shown = lines(overture("drafts", "show", str(drafts[0]["id"]), "--format", "ndjson", env=world(demo[0])))[0]
    bound = [segment for segment in shown["segments"] if segment["paths"]]
    assert "".join(segment["text"] for segment in shown["segments"]) == shown["body"]
    assert bound
    assert all(segment["evidence"] for segment in bound)


def test_own_news_a_later_chapter_and_a_quiet_customer_are_among_them(demo: tuple[Path, dict[str, Any]]) -> None:
    drafts = lines(overture("drafts", "list", "--format", "ndjson", env=world(demo[0])))
    told = {(draft["account"], draft["story"], draft["state"]) for draft in drafts}
    assert told >= {
        ("Ravensworth Teas", "we-published-share", "pending"),
        ("Osterley Looms", "quiet-customer", "pending"),
        ("Bramcote Lifts", "expansion-new-place", "done"),
        ("Bramcote Lifts", "second-chapter", "pending"),
    }
