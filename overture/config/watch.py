"""Has the workspace changed? Asked every few seconds, so it looks at sizes and times first, at bytes only if need be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from overture.config.workspace import FILES

Stat = tuple[str, int, int, int, int]  # path, size, modified, changed, inode


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`content` is equal where, and only where, the bytes of all files are. `stats` makes the next look cheap."""

    content: str
    stats: tuple[Stat, ...]

    def same_content(self, other: Fingerprint | None) -> bool:
        return other is not None and self.content == other.content


def fingerprint(folder: Path, *, stories_dir: Path | None = None, previous: Fingerprint | None = None) -> Fingerprint:
    """The state of the files and stories. With `previous` nothing is read unless names, sizes or times moved.

    A file that is rewritten in place, at the same size and within one tick of the file system's clock, is missed until
    the next change; editors and `overture` itself write a new file and rename it, which always shows.
    """
    stats = tuple(sorted(_stats(folder, stories_dir)))
    if previous and previous.stats == stats:
        return previous
    total = hashlib.sha256()
    for path, *_ in stats:
        total.update(path.encode("utf-8", "surrogateescape") + b"\0" + _digest(Path(path)))
    return Fingerprint(total.hexdigest(), stats)


def _stats(folder: Path, stories_dir: Path | None) -> Iterator[Stat]:
    paths = [folder / name for name in FILES]
    if stories_dir and stories_dir.is_dir():
        paths += stories_dir.glob("*.j2")
    for path in paths:
        try:
            found = path.stat()
        except OSError:
            continue
        yield str(path), found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _digest(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return b""  # gone since the look at the folder: the next look sees it
