"""What a channel answers, and what the outbox asks of one. A new channel is one file beside `eml.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Taken:
    """The channel has the message; `location` says where (a file, a UID, an id)."""

    location: str


@dataclass(frozen=True, slots=True)
class RefusedForGood:
    """Not taken, and the same bytes will not be taken later either."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """Known not taken; may be tried again, after `seconds` where the channel says so."""

    reason: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class InDoubt:
    """It may have been taken. Only a person may decide to hand it off again."""

    reason: str


Answer = Taken | RefusedForGood | Later | InDoubt


def always() -> bool:
    return True


class Channel(Protocol):
    """Hands a message off under its idempotency key; the same key always comes with the same bytes."""

    @property
    def name(self) -> str:
        """As settings and teammates name it."""

    @property
    def decides(self) -> bool:
        """Whether a look tells for sure if a message was taken; without it, a crash leaves the message in doubt."""

    def hand_off(self, message: bytes, key: str, *, ours: Callable[[], bool] = always) -> Answer:
        """Hand one message off. Asks `ours` last before the step that cannot be taken back; False gives Later."""

    def look(self, key: str) -> Taken | None:
        """After a crash, once the lease has ended: was it taken? Afterwards a late `hand_off` of it cannot succeed."""
