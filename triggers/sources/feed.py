"""Feeds: RSS, RDF, Atom and JSON Feed at an address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from triggers.limits import Limits
from triggers.parse import parse_jailed
from triggers.ports import Jail, JailFailure
from triggers.sources.base import SourceConfig
from triggers.types import Fault, FaultSide, FetchFailure, FetchRequest, FetchResult, ParsedFeed, ParseFailure


@dataclass(frozen=True, slots=True)
class Feed:
    """Implements `triggers.sources.base.Adapter`."""

    def request(self, source: SourceConfig, *, full: bool = False) -> FetchRequest:
        """A conditional request, unless the whole document is wanted."""
        if full:
            return FetchRequest(source.url)
        return FetchRequest(source.url, source.etag, source.last_modified)

    def read(
        self, source: SourceConfig, reply: FetchResult, *, jail: Jail, limits: Limits, now: datetime
    ) -> ParsedFeed | FetchFailure:
        """Parse in the jail. Relative links stand on where the redirects led."""
        found = parse_jailed(
            jail,
            reply.body,
            url=reply.url,
            content_type=reply.content_type,
            limits=limits,
            first_pass=source.first_pass,
            fetched_at=now,
        )
        if isinstance(found, ParseFailure):
            return FetchFailure(Fault.PARSE, "theirs", found.message, status=reply.status)
        if isinstance(found, JailFailure):
            side: FaultSide = "ours" if found.ours else "theirs"
            return FetchFailure(Fault.JAIL, side, _jail_words(found, limits), status=reply.status)
        return found


FEED = Feed()


def _jail_words(failure: JailFailure, limits: Limits) -> str:
    if failure.ours:
        return "This machine was too busy to read the document. We try again."
    limit = {
        "time": f"took longer than {limits.parse_cpu_seconds:g} seconds to read",
        "memory": f"needed more than {limits.parse_memory_mb} MB to read",
    }.get(failure.reason, f"made the reader fail ({failure.message[:200]})")
    return f"The document {limit}, so it was left alone. If the address is right, ask the publisher for a smaller feed."
