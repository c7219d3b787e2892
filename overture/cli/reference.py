"""The page of all commands, made from the commands: `python -m overture.cli.reference > docs/commands.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import typer

from overture.cli.main import make_app
from overture.cli.rooms import VERBS

_HEAD = """# Commands

Made from the commands themselves. Data goes to stdout, progress and errors to stderr. Exit status: 0 ok, 1 findings or
failures, 2 usage or config, 3 a dependency cannot be reached. `--format` takes `table`, `json`, `ndjson` or `csv`.

Every command takes `--quiet` (nothing but data, unless it fails) and `-v` (which workspace and database, and how long
it took). Whatever changes something takes `--dry-run`: it goes all the way, says what would come of it, and keeps
nothing. Colours are left out where the output is no terminal, or where `NO_COLOR` is set.
"""

_COMMON = ("help", "quiet", "verbose")


def reference() -> str:
    """Every verb with its arguments and options, as Markdown."""
    root: Any = typer.main.get_command(make_app(*VERBS))
    return _HEAD + "".join(_sections(root, "overture"))


def _sections(command: Any, name: str) -> Iterator[str]:
    for verb in sorted(command.commands):
        inner = command.commands[verb]
        if hasattr(inner, "commands"):
            yield from _sections(inner, f"{name} {verb}")
        else:
            yield _section(inner, f"{name} {verb}")


def _section(command: Any, name: str) -> str:
    arguments = [_argument(one) for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name not in _COMMON]
    lines = [f"\n## {' '.join([name, *arguments])}\n\n{_sentence(command.help)}\n"]
    if options:
        lines.append("\n| option | |\n|---|---|\n")
        lines += [f"| {', '.join(f'`{form}`' for form in one.opts)} | {_sentence(one.help)} |\n" for one in options]
    return "".join(lines)


def _argument(one: Any) -> str:
    name = one.name.strip("_").upper()
    return name if one.required else f"[{name}]"


def _sentence(text: str | None) -> str:
    return " ".join((text or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(reference())
