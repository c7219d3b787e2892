"""A workspace of one's own out of the demo: its stories and campaigns as they stand now, everything else to fill in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from shutil import rmtree

from overture.config import init as starter

KEPT = "my-workspace"  # where the demo was started
_OWNER = re.compile(rb"^ +owner: demo\r?\n", re.MULTILINE)  # whom only the demo knows


@dataclass(frozen=True, slots=True)
class Kept:
    """`problem` says why nothing was written; without one the folder is a workspace that can be checked."""

    folder: Path
    problem: str = ""


def keep(workspace: Path, folder: Path) -> Kept:
    """Write `folder` anew, or nothing. What is there already is never touched, whatever it is."""
    try:
        folder.mkdir()
    except FileExistsError:
        return Kept(folder, f"{folder} is there already; nothing in it was touched.")
    except OSError as error:
        return _unwritten(folder, error)
    try:
        _fill(workspace, folder)
    except OSError as error:
        rmtree(folder, ignore_errors=True)  # made above: half of it would only stand in the way of a second try
        return _unwritten(folder, error)
    return Kept(folder)


def _fill(workspace: Path, folder: Path) -> None:
    (folder / "stories").mkdir()
    for story in sorted((workspace / "stories").glob("*.j2")):
        if not (files("overture.demo") / "stories" / story.name).is_file():
            (folder / "stories" / story.name).write_bytes(story.read_bytes())
    (folder / "campaigns.yaml").write_bytes(_OWNER.sub(b"", (workspace / "campaigns.yaml").read_bytes()))
    starter.write(folder)


def _unwritten(folder: Path, error: OSError) -> Kept:
    return Kept(folder, f"{folder} cannot be written: {error.strerror or error}.")
