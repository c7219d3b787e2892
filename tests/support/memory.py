"""Where tests write: in memory where there is room, since thousands of small databases wait longest for the disk."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

MEMORY, NEEDED = Path("/dev/shm"), 4 * 1024**3


def write_to_memory() -> None:
    """Make temporary files of this process and of all it starts in memory, unless TMPDIR names another place."""
    if "TMPDIR" not in os.environ and _has_room():
        os.environ["TMPDIR"], tempfile.tempdir = str(MEMORY), None


def _has_room() -> bool:
    """Whether programs may be run from there, and neither it nor the machine would be filled."""
    try:
        there, machine = os.statvfs(MEMORY), Path("/proc/meminfo").read_text()
    except OSError:
        return False
    available = re.search(r"MemAvailable: +(\d+) kB", machine)
    free = min(there.f_bavail * there.f_frsize, int(available[1]) * 1024 if available else 0)
    return free >= NEEDED and os.access(MEMORY, os.W_OK) and not there.f_flag & os.ST_NOEXEC
