"""Every verb of the command line lives in one room, and help says of it what the room says."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from overture.cli.main import make_app
from overture.cli.rooms import PARTS, VERBS


def test_no_two_rooms_share_a_verb() -> None:
    listed = [verb for rooms in PARTS.values() for verbs in rooms.values() for verb in verbs]
    assert len(listed) == len(VERBS)


def test_help_says_of_each_verb_what_its_room_says() -> None:
    root: Any = typer.main.get_command(make_app(*VERBS))
    rooms = {verb: command.get_short_help_str(1_000) for verb, command in root.commands.items()}
    names: Any = typer.main.get_command(make_app())
    assert rooms == {verb: command.get_short_help_str(1_000) for verb, command in names.commands.items()}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("why harbour", "'harbour' is not one of 'entry', 'trigger', 'account'."),
        ("drafts reject one --reason old_news", "should be a whole number"),
    ],
)
def test_a_wrong_word_is_told_as_we_say_it(line: str, said: str) -> None:
    verb, *rest = line.split()
    told = CliRunner().invoke(make_app(verb), [verb, *rest], env={"COLUMNS": "200"})
    shown = " ".join(told.output.split())
    assert told.exit_code == 2
    assert said in shown
    assert "Value error" not in shown
    assert "Input should" not in shown


def test_help_needs_neither_the_database_nor_the_line() -> None:
    loaded = "import sys; from overture.cli.main import make_app; make_app(); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout.split()
    assert not {"sqlalchemy", "pydantic", "triggers.detect", "celery"} & set(told)
