"""What this machine must have: a workspace that can be read, a folder for messages, room on the disk."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from overture.config.workspace import load
from overture.doctor.check import Check
from overture.settings import Environment

_ROOM = 256 * 2**20  # bytes; with less, something will soon fail in the middle


def look_at_place(environment: Environment) -> list[Check]:
    loaded = load(environment.config, environment=environment)
    folder = loaded.workspace.handoff_dir if loaded.workspace else None
    if folder is None:
        first = str(loaded.problems[0]) if loaded.problems else "nothing there"
        more = f", and {len(loaded.problems) - 1} more: see `overture check`" if len(loaded.problems) > 1 else ""
        workspace = Check("workspace", False, f"{environment.config}: {first}{more}")
    else:
        workspace = Check("workspace", True, str(environment.config))
    places = [folder] if folder else []
    return [workspace, *map(_outbox, places), _room(folder or environment.data_dir)]


def _outbox(folder: Path) -> Check:
    place = _there(folder)
    if os.access(place, os.W_OK | os.X_OK):
        return Check("outbox", True, str(folder))
    return Check("outbox", False, f"{folder}: user {os.getuid()} may not write in {place}; give it the folder (chown)")


def _room(folder: Path) -> Check:
    place = _there(folder)
    left = shutil.disk_usage(place).free
    told = f"{left // 2**20:,} MB left at {place}"
    enough = left >= _ROOM
    return Check(
        "disk", enough, told if enough else f"{told}; make room, approved messages wait until they can be written"
    )


def _there(folder: Path) -> Path:
    """The folder, or as much of its path as exists."""
    place = folder.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    return place
