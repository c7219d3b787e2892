"""Walks the first part of the line for a batch of sources: source -> request -> FetchResult -> ParsedFeed.

    DueSource -ask-> FetchResult | FetchFailure -read-> ParsedFeed | FetchFailure -settle-> NextPoll

Nothing is stored here, and what happens to one source never touches another. How many entries were new is known
only to the store; `settle` turns that into when to ask again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from triggers.fetch import Fetcher, fetch_many
from triggers.limits import Limits
from triggers.outbound import OutboundPolicy
from triggers.ports import Jail
from triggers.schedule import Health, NextPoll, PollOutcome, next_poll
from triggers.sources import SourceConfig, adapter_for
from triggers.types import FetchFailure, FetchResult, ParsedFeed

AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class DueSource:
    """A source whose time has come, with what is remembered of it."""

    config: SourceConfig
    health: Health
    every: float | None = None  # seconds between polls where ops fixed them
    full: bool = False  # the last answer was to ask without validators


@dataclass(frozen=True, slots=True)
class Polled:
    """What one poll brought: a failure, or a reply with the feed in it (None where nothing has changed)."""

    source: DueSource
    reply: FetchResult | None = None
    feed: ParsedFeed | None = None
    failure: FetchFailure | None = None


def poll(
    batch: Sequence[DueSource], *, policy: OutboundPolicy, jail: Jail, limits: Limits, now: datetime
) -> list[Polled]:
    """Ask all sources at once, politely, then read what came; in order."""
    replies = asyncio.run(_ask(batch, policy, limits))
    return [_read(source, reply, jail, limits, now) for source, reply in zip(batch, replies, strict=True)]


async def _ask(batch: Sequence[DueSource], policy: OutboundPolicy, limits: Limits) -> list[FetchResult | FetchFailure]:
    requests = [adapter_for(source.config.kind).request(source.config, full=source.full) for source in batch]
    async with Fetcher(policy, limits) as fetcher:
        return await fetch_many(fetcher, requests, at_once=AT_ONCE)


def _read(source: DueSource, reply: FetchResult | FetchFailure, jail: Jail, limits: Limits, now: datetime) -> Polled:
    if isinstance(reply, FetchFailure):
        return Polled(source, failure=reply)
    if reply.not_modified:
        return Polled(source, reply)
    found = adapter_for(source.config.kind).read(source.config, reply, jail=jail, limits=limits, now=now)
    if isinstance(found, FetchFailure):
        return Polled(source, reply, failure=found)
    return Polled(source, reply, found)


def settle(polled: Polled, *, new_entries: int, limits: Limits, now: datetime) -> NextPoll:
    """When to ask again, and how the source is doing, once the store knows how many entries were new."""
    reply, feed = polled.reply, polled.feed
    outcome = PollOutcome(
        at=now,
        failure=polled.failure,
        not_modified=bool(reply and reply.not_modified),
        new_entries=new_entries,
        entry_dates=tuple(entry.published for entry in feed.entries if entry.published) if feed else (),
        ttl=feed.ttl if feed else None,
        max_age=reply.max_age if reply else None,
        moved_to=reply.moved_to if reply else None,
        first_pass=polled.source.config.first_pass,
    )
    source = polled.source
    return next_poll(source.config.id, source.config.url, source.health, outcome, limits=limits, every=source.every)
