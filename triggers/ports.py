"""What this room needs from outside, filled at the rim. No implementation lives here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from triggers.types import CompanyRef, Reading


@dataclass(frozen=True, slots=True)
class JailFailure:
    """The jailed call did not answer: out of time, out of memory, or it raised. "late" and "killed" are no proof
    against what was asked: the machine was busy, or somebody else ended the child."""

    reason: str  # "time", "memory", "crash", "error", "late", "killed"
    message: str

    @property
    def ours(self) -> bool:
        """Nothing is known of what was asked; trying again may help."""
        return self.reason in ("late", "killed")


class Jail(Protocol):
    """Runs a named function in a killable child process with limits; values cross as JSON."""

    def call(
        self, function: str, payload: dict[str, Any], *, seconds: float, megabytes: int
    ) -> dict[str, Any] | JailFailure:
        """Run `module:function` on `payload`. `seconds` is processor time."""
        ...


class CompanyResolver(Protocol):
    """Says which company a name in a text stands for."""

    def resolve(self, names: Sequence[tuple[str, Reading]]) -> list[CompanyRef]:
        """One reference per (company name, reading), in order."""
        ...
