"""A workspace of one's own out of the demo: its stories and campaigns as they stand now, everything else to fill in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from overture.config import init as starter

KEPT = "my-workspace"  # where the demo was started
_OWNER = re.compile(r"^ +owner: demo\n", re.MULTILINE)  # whom only the demo knows


@dataclass(frozen=True, slots=True)
class Kept:
    """`problem` says why nothing was written; without one the folder is a workspace that can be checked."""

    folder: Path
    problem: str = ""


def keep(workspace: Path, folder: Path) -> Kept:
    """Write `folder` anew. What is there already is never touched, whatever it is."""
    try:
        folder.mkdir()
        (folder / "stories").mkdir()
        for story in sorted((workspace / "stories").glob("*.j2")):
            if not (files("overture.demo") / "stories" / story.name).is_file():
                (folder / "stories" / story.name).write_bytes(story.read_bytes())
        rules = (workspace / "campaigns.yaml").read_text(encoding="utf-8")
        (folder / "campaigns.yaml").write_text(_OWNER.sub("", rules), encoding="utf-8", newline="\n")
        starter.write(folder)
    except FileExistsError:
        return Kept(folder, f"{folder} is there already; nothing in it was touched.")
    except OSError as error:
        return Kept(folder, f"{folder} cannot be written: {error.strerror or error}.")
    return Kept(folder)
