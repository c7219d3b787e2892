"""Every verb of the command line lives in one room, and help says of it what the room says."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import typer

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


def test_help_needs_neither_the_database_nor_the_line() -> None:
    loaded = "import sys; from overture.cli.main import make_app; make_app(); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout.split()
    assert not {"sqlalchemy", "pydantic", "triggers.detect", "celery"} & set(told)
