"""Surprises of this room. Expected outcomes (not modified, no feed, no event) are values in `types`, not errors.

TriggersError
└── DetectionError   detection broke on one entry; its neighbours go on
"""

from __future__ import annotations


class TriggersError(Exception):
    """Base of this room's errors; `retry` says whether trying again can help."""

    retry = False


class DetectionError(TriggersError):
    """Detection broke on the entry named by `entry`."""

    def __init__(self, entry: str, cause: str) -> None:
        super().__init__(f"entry {entry}: {cause}")
        self.entry = entry
