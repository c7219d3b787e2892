"""What holds for every command, tried on the whole tree: a new one is found here, whoever writes it."""

from __future__ import annotations

from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from overture.cli.every import WRITES, leaves
from overture.cli.main import make_app
from overture.cli.rooms import VERBS

ROOT: Any = typer.main.get_command(make_app(*VERBS))
TREE: dict[str, Any] = dict(leaves(ROOT))
READS = frozenset(
    {
        "accounts match", "aside list", "audit list", "audit verify", "alive", "calls list", "check",
        "config explain", "config schema", "config show", "detect", "doctor", "drafts export", "drafts list",
        "drafts show", "entries list", "events", "explain", "export", "handoffs list", "match", "mentions list",
        "nos list", "outcomes list", "promises list", "sources export", "sources list", "sources test",
        "stories diff", "stories lint", "stories preview", "stories run", "suggest-call", "suppress export",
        "suppress list", "ties imports", "ties list", "ties path", "triggers list", "triggers replay",
        "triggers show", "users list", "users token list", "webhook list", "why",
    }
)  # fmt: skip
STAYS = frozenset({"beat", "demo", "up", "web", "worker"})
# Their output has one form of its own: a decision as JSON, lines of JSON, OPML, CSV, a comparison, or nothing at all.
OF_ITS_OWN_FORM = (
    WRITES
    - {"accounts import", "ask", "db let-go", "db upgrade", "outcomes import", "sources import", "suppress import"}
    - {"ties import"}
) | {
    "alive", "beat", "config explain", "config schema", "detect", "events", "explain", "match", "sources export",
    "stories diff", "suppress export", "up", "web", "worker",
}  # fmt: skip


def options(name: str) -> set[str]:
    return {form for one in TREE[name].params if one.param_type_name == "option" for form in one.opts}


def test_of_every_command_it_is_said_whether_it_writes() -> None:
    assert TREE.keys() == READS | WRITES | STAYS
    assert not READS & WRITES


@pytest.mark.parametrize("name", sorted(TREE))
def test_every_command_keeps_the_conventions(name: str) -> None:
    assert {"--quiet", "--verbose", "-v"} <= options(name)
    assert ("--dry-run" in options(name)) is (name in WRITES)
    assert ("--format" in options(name)) is (name not in OF_ITS_OWN_FORM)
    assert all(one.metavar for one in TREE[name].params if one.param_type_name == "argument")


@pytest.mark.parametrize("name", sorted(TREE))
def test_a_slip_ends_with_status_2_and_without_data(name: str) -> None:
    words = name.split()
    told = CliRunner().invoke(make_app(words[0]), [*words, "--formt", "x\x1b[31m"])
    assert told.stdout == ""
    assert told.exit_code == 2, told.output
    assert "\x1b" not in told.stderr


@pytest.mark.parametrize("quiet", [True, False])
def test_quiet_leaves_the_data_and_what_went_wrong(*, quiet: bool, tmp_path: Any) -> None:
    more = ["--quiet"] * quiet
    made = CliRunner().invoke(make_app("init"), ["init", str(tmp_path / "config"), *more])
    assert (made.exit_code, "accounts.csv" in made.stdout, bool(made.stderr)) == (0, True, not quiet)
    wrong = CliRunner().invoke(make_app("config"), ["config", "explain", "nokey", *more])
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert "nokey" in wrong.stderr


def test_a_dry_run_of_init_lists_what_it_would_write(tmp_path: Any) -> None:
    folder = tmp_path / "config"
    would = CliRunner().invoke(make_app("init"), ["init", str(folder), "--dry-run"])
    assert "would be written" in would.stderr
    assert not folder.exists()
    assert CliRunner().invoke(make_app("init"), ["init", str(folder)]).stdout == would.stdout


def test_no_colour_is_written_into_a_pipe_or_against_a_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    told = CliRunner().invoke(make_app("config"), ["config", "explain", "nokey"], color=True)
    assert "\x1b[3" not in told.output


def test_ctrl_c_ends_in_a_word_and_leaves_nothing_half_done(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    def interrupted(_: object, __: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("overture.config.init.write_atomically", interrupted)
    told = CliRunner().invoke(make_app("init"), ["init", str(tmp_path / "config")])
    assert (told.exit_code, told.stdout) == (130, "")
    assert "stopped" in told.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
