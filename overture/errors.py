"""Surprises that end a command with a sentence. Everything that is expected is a value elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class NoWorkspace(Exception):  # noqa: N818 - it is what the user sees
    """The workspace cannot be used, and there is no earlier state to go on with; holds its problems."""

    def __init__(self, folder: Path, problems: Sequence[object]) -> None:
        super().__init__(f"{folder} cannot be used")
        self.folder, self.problems = folder, problems


class UnknownSchema(Exception):  # noqa: N818 - the name is the statement
    """The database is at a version that this code does not know, or not yet at its own."""


class WrongKey(Exception):  # noqa: N818 - the name is the statement
    """The secret key is not the one that this database was begun with."""


class CannotServe(Exception):  # noqa: N818 - the name is the statement
    """The pages could not be served at the address that was asked for."""
