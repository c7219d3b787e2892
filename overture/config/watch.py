"""Has the workspace changed? Asked every few seconds, so only names, sizes and times are looked at, never bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from overture.config.workspace import FILES


def fingerprint(folder: Path, *, stories_dir: Path | None = None) -> str:
    """64 hex characters that change when a file of the workspace, or a story in `stories_dir`, is written or goes.

    A file that was only touched changes it too; `Workspace.fingerprints` tells whether bytes differ. A file rewritten
    in place, at the same size and within one tick of the file system's clock, is missed until the next change; editors
    write a new file and rename it, which always shows.
    """
    total = hashlib.sha256()
    for line in sorted(_stats(folder, stories_dir)):
        total.update(line.encode("utf-8", "surrogateescape") + b"\0")
    return total.hexdigest()


def _stats(folder: Path, stories_dir: Path | None) -> Iterator[str]:
    paths = [folder / name for name in FILES]
    if stories_dir:
        paths += stories_dir.glob("*.j2")
    for path in paths:
        try:
            found = path.stat()
        except OSError:
            continue
        yield f"{path}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}\0{found.st_ino}"
