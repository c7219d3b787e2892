"""The shell lines of the docs do what the page says; those that no test can type are counted out by name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.shell import ROOT, Terminal, let_in, outlet, shell_lines

DOCS = ROOT / "docs"
OPML = """<opml version="2.0"><body><outline text="Trade">
<outline type="rss" text="Quay" xmlUrl="{0}/quay.xml"/></outline></body></opml>"""
HERE = ("cp ", "for ", "mkdir ", "sed ", "python3 -c ")
# What stands in a block but is typed by no test here, and why.
ELSEWHERE = {
    "docker ": "needs a Docker engine; test_compose_runs starts the same commands",
    "git pull": "needs the place where the code is kept",
    "overture users add": "test_newcomer makes users",
    "python3 -m venv": "installs every package anew; test_installed_alone knows them",
    "VIRTUAL_ENV=": "installs every package anew; test_installed_alone knows them",
    "make ": "is what runs the tests, and test_demo runs the demo",
    "overture worker": "test_compose_runs",
    "overture beat": "test_compose_runs",
    "overture web": "test_compose_runs",
    "overture doctor": "test_compose_runs",
    "OVERTURE_DATABASE_URL=": "test_compose_runs",
}


@pytest.fixture
def port() -> Iterator[int]:
    with outlet() as port:
        yield port


@pytest.fixture
def terminal(tmp_path: Path, port: int) -> Iterator[Terminal]:
    here = Terminal(tmp_path, {"https://gazette.example": f"http://127.0.0.1:{port}"})
    here.type(".venv/bin/overture init my-workspace")
    let_in(tmp_path / "my-workspace", port)
    yield here
    here.close()


def test_sources_are_added_tried_taken_over_and_given_away(terminal: Terminal, tmp_path: Path, port: int) -> None:
    (tmp_path / "feeds.opml").write_text(OPML.format(f"http://127.0.0.1:{port}"))
    add, try_it, take, give = shell_lines(DOCS / "sources.md")
    terminal.type(add)
    assert "parsed 1 entries" in terminal.type(try_it)
    assert "new" in terminal.type(take)
    terminal.type(give)
    written = (tmp_path / "feeds.opml").read_text()
    assert "quay.xml" in written
    assert "gazette" not in written or f"127.0.0.1:{port}/feed.xml" in written


def test_the_secrets_of_an_installation_are_made(tmp_path: Path) -> None:
    (tmp_path / ".env.example").write_text((ROOT / ".env.example").read_text())
    terminal = Terminal(tmp_path, {})
    make = [line for line in _typed_in_production() if "backups" not in line]
    assert len(make) == 4
    for line in make:
        terminal.type(line)
    made = dict(re.findall(r"^(\w+)=(.*)$", (tmp_path / ".env").read_text(), re.MULTILINE))
    secrets = [value for name, value in made.items() if name.endswith("PASSWORD") or name == "OVERTURE_SECRET_KEY"]
    assert len(secrets) == 5
    assert all(re.fullmatch("[0-9a-f]{48}", value) for value in secrets)
    assert len(set(secrets)) == 5
    assert made["WORKSPACE"] == "./ours"
    assert (tmp_path / ".env").stat().st_mode & 0o077 == 0


def test_one_process_is_backed_up_and_put_back(terminal: Terminal, tmp_path: Path) -> None:
    let_go = ".venv/bin/overture db let-go --dry-run --config my-workspace"
    before = terminal.type(let_go)  # makes the database and its key
    keep = [line for line in _typed_in_production() if "backups" in line]
    assert len(keep) == 3
    for line in keep:
        terminal.type(line)
    for name in ("var", "my-workspace"):
        shutil.rmtree(tmp_path / name)
    (tmp_path / "var").mkdir()
    for name, place in (("overture.db", "var"), ("secret.key", "var"), ("my-workspace", ".")):
        shutil.move(tmp_path / "backups" / name, tmp_path / place)
    terminal.type(".venv/bin/overture handoffs pause --config my-workspace")
    assert terminal.type(let_go) == before


def _typed_in_production() -> list[str]:
    return [line for line in shell_lines(DOCS / "production.md") if line.startswith(HERE)]


def test_every_line_is_typed_here_or_counted_out() -> None:
    pages = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
    typed = {
        *shell_lines(ROOT / "README.md", "Your own workspace"),
        *shell_lines(DOCS / "sources.md"),
        *_typed_in_production(),
    }
    words = {" ".join(line.split("#")[0].split()) for line in typed}
    left = [
        f"{page.name}: {line}"
        for page in pages
        for line in shell_lines(page)
        if " ".join(line.split("#")[0].split()) not in words and not line.startswith(tuple(ELSEWHERE))
    ]
    assert left == []
