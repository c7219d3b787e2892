"""What this room needs from outside, filled at the rim. No implementation lives here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from campaigns.standing import People
from campaigns.types import Aborted, Brief, Finding, Go, No, Rendered, Trigger
from campaigns.workspace import Account, Contact


@dataclass(frozen=True, slots=True)
class Chosen:
    """A story for one contact, with everything it may say; `key` keeps its subject variant the same for ever."""

    story_id: str
    language: str
    version: int
    brief: Brief
    key: str
    why: tuple[str, ...] = ()


Told = Rendered | Aborted | tuple[Finding, ...]


class Storyteller(Protocol):
    """Chooses and tells stories; telling is done for many at once, because it happens in another process."""

    def choose(
        self,
        go: Go,
        *,
        trigger: Trigger,
        account: Account,
        people: People,
        contact: Contact,
        without: frozenset[str] = frozenset(),
    ) -> Chosen | No:
        """The campaign's story that fits this contact best, or why none does. `without`: ids of stories that were
        begun and ended themselves."""
        ...

    def tell(self, chosen: Sequence[Chosen]) -> list[Told]:
        """Render each, in order; findings mean that the story could not be told at all."""
        ...
