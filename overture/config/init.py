"""`overture init`: a workspace to start from. What is there already is never touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import campaigns
from overture.config.files import write_atomically

STARTER = Path(__file__).parent / "starter"
STORIES = Path(campaigns.__file__).parent / "stories"


def missing(folder: Path) -> list[Path]:
    """The files that `write` would write. OSError where something stands in the way of the folder."""
    if folder.exists():
        next(folder.iterdir(), None)
    return [target for _, target in _plan(folder) if not target.exists()]


def write(folder: Path) -> list[Path]:
    """Write every file that is missing, each whole or not at all, and return those written. A second run writes none.
    OSError on failure."""
    written = []
    for source, target in _plan(folder):
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            write_atomically(target, source.read_text(encoding="utf-8"))
            written.append(target)
    return written


def _plan(folder: Path) -> Iterator[tuple[Path, Path]]:
    for source in sorted(STARTER.glob("*.*")):
        yield source, folder / source.name
    for source in sorted(STORIES.glob("*.j2")):
        yield source, folder / "stories" / source.name
