"""What this room needs from outside, filled at the rim. No implementation lives here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from triggers.types import CompanyRef, Reading


@dataclass(frozen=True, slots=True)
class JailFailure:
    """The jailed call did not answer: out of time, out of memory, or it raised."""

    reason: str  # "time", "memory", "crash", "error"
    message: str


class Jail(Protocol):
    """Runs a named function in a killable child process with limits; values cross as JSON."""

    def call(
        self, function: str, payload: dict[str, Any], *, seconds: float, megabytes: int
    ) -> dict[str, Any] | JailFailure:
        """Run `module:function` on `payload`. `seconds` is wall clock, kept by the parent."""
        ...


class CompanyResolver(Protocol):
    """Says which company a name in a text stands for."""

    def resolve(self, names: Sequence[tuple[str, Reading]]) -> list[CompanyRef]:
        """One reference per (company name, reading), in order."""
        ...
