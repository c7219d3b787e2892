"""A source over many polls, with a real server and a real jail: ask, read, decide when to ask again."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Network

import pytest
from support.evil_server import EvilServer, running

from overture.jail import ChildJail
from triggers.fetch import Fetcher
from triggers.limits import Limits
from triggers.outbound import OutboundPolicy
from triggers.schedule import Health, NextPoll, PollOutcome, State, in_words, next_poll
from triggers.sources import SourceConfig, adapter_for
from triggers.types import FetchFailure, FetchResult, ParsedFeed

START = datetime(2026, 3, 2, tzinfo=UTC)
SHORT = replace(Limits(), poll_seconds=0.6, connect_seconds=0.3)


@pytest.fixture(scope="module")
def evil() -> Iterator[EvilServer]:
    with running() as server:
        yield server


def fetch(server: EvilServer, source: SourceConfig, *, full: bool) -> FetchResult | FetchFailure:
    async def run() -> FetchResult | FetchFailure:
        policy = OutboundPolicy(allow=((IPv4Network("127.0.0.1/32"), server.port),))
        async with Fetcher(policy, SHORT) as fetcher:
            return await fetcher.fetch(adapter_for(source.kind).request(source, full=full))

    return asyncio.run(run())


def outcome(reply: FetchResult | FetchFailure, source: SourceConfig, jail: ChildJail, now: datetime) -> PollOutcome:
    if isinstance(reply, FetchFailure):
        return PollOutcome(now, failure=reply)
    if reply.not_modified:
        return PollOutcome(now, not_modified=True, moved_to=reply.moved_to, max_age=reply.max_age)
    found = adapter_for(source.kind).read(source, reply, jail=jail, limits=SHORT, now=now)
    if isinstance(found, FetchFailure):
        return PollOutcome(now, failure=found)
    assert isinstance(found, ParsedFeed)
    dates = tuple(entry.published for entry in found.entries if entry.published)
    new = len(found.entries) if source.first_pass else 0
    return PollOutcome(now, new_entries=new, entry_dates=dates, moved_to=reply.moved_to, first_pass=source.first_pass)


def polls(server: EvilServer, jail: ChildJail, path: str, count: int) -> list[NextPoll]:
    """Poll a source `count` times in simulated time, keeping what a database would keep."""
    source, now, health, found = SourceConfig(path, server.url(path)), START, Health(), []
    full = False
    for _ in range(count):
        reply = fetch(server, source, full=full)
        said = next_poll(source.id, source.url, health, outcome(reply, source, jail, now), limits=SHORT)
        if isinstance(reply, FetchResult):
            source = replace(source, first_pass=False, etag=reply.etag, last_modified=reply.last_modified)
        health, full = said.health, said.full
        source = replace(source, url=said.adopt or source.url)
        now = said.at or now + timedelta(days=1)
        found.append(said)
    return found


def test_an_unchanged_feed_is_asked_conditionally_and_in_full_once_a_day(evil: EvilServer, jail: ChildJail) -> None:
    evil.asked.clear()
    found = polls(evil, jail, "/conditional", 60)
    full = sum("if-none-match" not in asked.headers for asked in evil.asked)
    assert found[-1].at is not None
    days = (found[-1].at - START) / timedelta(days=1)
    assert 2 <= full <= days + 2
    assert found[-1].health.state is State.OK


def test_a_permanent_move_is_adopted_and_then_asked_directly(evil: EvilServer, jail: ChildJail) -> None:
    found = polls(evil, jail, "/moved", 4)
    assert [said.adopt for said in found] == [None, None, evil.url("/good"), None]


def test_a_feed_that_is_gone_stops(evil: EvilServer, jail: ChildJail) -> None:
    (said,) = polls(evil, jail, "/gone", 1)
    assert (said.at, said.health.state) == (None, State.STOPPED)
    assert in_words(said.health, START).startswith("Stopped. HTTP 410 Gone.")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "nothing at this address"),
        ("/error", "Their server is in trouble"),
        ("/later-seconds", "come less often"),
        ("/silent", "did not finish within 0.6 seconds"),
        ("/not-http", "breaks the rules of HTTP"),
        ("/bomb", "larger than 20 MiB unpacked"),
        ("/empty", "an empty document"),
        ("/to-metadata", "where clouds keep their secrets"),
    ],
)
def test_a_failing_source_is_shown_rightly_and_never_given_up(
    evil: EvilServer, jail: ChildJail, path: str, words: str
) -> None:
    found = polls(evil, jail, path, 4)
    assert [said.health.state for said in found] == [State.DEGRADED] * 2 + [State.FAILING] * 2
    assert all(said.at is not None for said in found)
    assert words in in_words(found[-1].health, START)
