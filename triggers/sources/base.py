"""What every kind of source that is polled has in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from triggers.limits import Limits
from triggers.ports import Jail
from triggers.types import FetchFailure, FetchRequest, FetchResult, ParsedFeed


@dataclass(frozen=True, slots=True)
class SourceConfig:
    """A source as an adapter needs it: what ops wrote, and what the last good reply left behind."""

    id: str
    url: str
    kind: str = "feed"
    first_pass: bool = True  # nothing of this source has been stored yet
    etag: str | None = None
    last_modified: str | None = None
    filter: Mapping[str, Any] = field(default_factory=dict)  # the kind's own settings


class Adapter(Protocol):
    """One kind of source: how to ask, and how to read what came."""

    def request(self, source: SourceConfig, *, full: bool = False) -> FetchRequest:
        """What to ask. `full` leaves the validators out, so that a whole document comes."""
        ...

    def read(
        self, source: SourceConfig, reply: FetchResult, *, jail: Jail, limits: Limits, now: datetime
    ) -> ParsedFeed | FetchFailure:
        """The entries of a reply that is not 304, or a failure of the faults PARSE or JAIL. Blocks while it reads."""
        ...
