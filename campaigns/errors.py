"""Surprises of this room. A no, an abstention and a lint finding are values, not errors.

CampaignsError
├── StoryError      a story that cannot be read or told; names file, line and cure
└── IllegalMove     a draft or handoff was asked to make a move that the state machine does not know
"""

from __future__ import annotations


class CampaignsError(Exception):
    """Base of this room's errors; `retry` says whether trying again can help."""

    retry = False


class StoryError(CampaignsError):
    """The story named by `file` cannot be read or told."""

    def __init__(self, file: str, message: str, *, line: int = 0) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file, self.line, self.message = file, line, message


class IllegalMove(CampaignsError):  # noqa: N818 - the name is the statement
    """`thing` may not go from one state to the other."""

    def __init__(self, thing: str, current: str, wanted: str) -> None:
        super().__init__(f"a {thing} cannot go from {current} to {wanted}")
        self.current, self.wanted = current, wanted
