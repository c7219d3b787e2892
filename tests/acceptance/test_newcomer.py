"""Somebody who has read only the README: its shell lines, typed as they stand there, end in a draft of their own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.shell import ROOT, Terminal, let_in, outlet, shell_lines

TEN_MINUTES = 600.0
THEIR_FEED = "https://harbour-robotics.example/news.xml"


@pytest.fixture
def port() -> Iterator[int]:
    with outlet() as port:
        yield port


@pytest.fixture
def terminal(tmp_path: Path, port: int) -> Iterator[Terminal]:
    here = Terminal(tmp_path, {THEIR_FEED: f"http://127.0.0.1:{port}/news.xml"})
    yield here
    here.close()


def test_the_lines_of_the_readme_end_in_a_draft_of_ones_own(terminal: Terminal, tmp_path: Path, port: int) -> None:
    began = time.monotonic()
    init, *steps, look = shell_lines(ROOT / "README.md", "Your own workspace")
    terminal.type(init)
    let_in(tmp_path / "my-workspace", port)
    said = [terminal.type(line) for line in steps]
    assert "matches Harbour Robotics" in said[-1], "a test of the feed says what would become of it"
    while "Ada Berg" not in (seen := terminal.type(look)):
        assert time.monotonic() - began < TEN_MINUTES, seen
        time.sleep(0.5)
    assert "Harbour Robotics" in seen
    assert "pending" in seen
