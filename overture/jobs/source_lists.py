"""Adding sources that are only known by an address: lists from other readers, and pages that name their feed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from overture.config import opml
from overture.config.edit import NAME, Added, NewSource, add_sources
from overture.config.opml import Judged, Verdict
from overture.config.places import Problem
from overture.db.engine import read, write_alone
from overture.db.tables import sources
from overture.services import Services
from triggers.document.discover import FeedLink, discover
from triggers.fetch import Fetcher
from triggers.poll import DueSource, Polled, poll
from triggers.schedule import Health
from triggers.sources import SourceConfig
from triggers.types import Fault, FetchFailure, FetchRequest

AT_ONCE = 32
_NO_FEED = frozenset({Fault.PARSE, Fault.JAIL})
Look = Callable[[int], object]  # how many were asked so far


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at an address: a feed, or a page that names feeds (the first is `url`), or neither."""

    url: str | None
    title: str = ""
    others: tuple[FeedLink, ...] = ()
    why: str = ""  # in words, where there is no feed


def judge(services: Services, body: bytes, *, check: bool = True, look: Look = lambda _: None) -> list[Judged] | str:
    """What an import of this OPML file would do, line by line; in words why the file cannot be read. With `check`
    every new address is asked. Nothing is written."""
    lines = opml.read(body)
    if isinstance(lines, str):
        return lines
    judged = opml.judge(lines, services.workspace.sources)
    return ask(services, judged, look=look) if check else judged


def take_up(services: Services, judged: Sequence[Judged]) -> list[Problem]:
    """Write the new ones into sources.yaml, all or none; the problems of the file where it cannot be done."""
    new = [NewSource(id=one.id, url=one.line.url, tags=one.line.tags) for one in judged if one.verdict is Verdict.NEW]
    done = add(services, new) if new else []
    return [item for item in done if isinstance(item, Problem)]


def add(services: Services, new: Sequence[NewSource]) -> list[Added] | list[Problem]:
    """Append to sources.yaml while nobody else writes it: of two at once, one would lose the other's lines. OSError
    if it cannot be written."""
    with write_alone(services.engine, NAME):
        return add_sources(services.folder, new)


def ask(
    services: Services, judged: Sequence[Judged], *, most: int = opml.MOST_FEEDS, look: Look = lambda _: None
) -> list[Judged]:
    """The same lines, after the first `most` new addresses were asked whether a feed is there."""
    judged = list(judged)
    places = [at for at, one in enumerate(judged) if one.verdict is Verdict.NEW][:most]
    for start in range(0, len(places), AT_ONCE):
        batch = places[start : start + AT_ONCE]
        for at, polled in zip(batch, _poll(services, [judged[at].line.url for at in batch]), strict=True):
            judged[at] = _verdict(judged[at], polled)
        look(start + len(batch))
    return judged


def _verdict(one: Judged, polled: Polled) -> Judged:
    if polled.failure is None:
        return one
    verdict = Verdict.NOT_A_FEED if polled.failure.fault in _NO_FEED else Verdict.UNREACHABLE
    return replace(one, verdict=verdict, id="", why=polled.failure.message)


def _poll(services: Services, urls: Sequence[str]) -> list[Polled]:
    asked = [DueSource(SourceConfig(id=url, url=url), Health()) for url in urls]
    policy = services.workspace.settings.outbound
    return poll(asked, policy=policy, jail=services.jail, limits=services.limits, now=services.now())


def find_feed(services: Services, url: str) -> Found:
    """The feed at an address, or the first that the page there names."""
    polled = _poll(services, [url])[0]
    if polled.feed is not None:
        return Found(url, polled.feed.title)
    failure = polled.failure
    if failure is None or failure.fault is not Fault.PARSE:
        return Found(None, why=failure.message if failure else "nothing came")
    named = _named_by(services, url)
    return Found(named[0].url, named[0].title, tuple(named)) if named else Found(None, why=failure.message)


def _named_by(services: Services, url: str) -> list[FeedLink]:
    async def ask() -> list[FeedLink]:
        async with Fetcher(services.workspace.settings.outbound, services.limits) as fetcher:
            reply = await fetcher.fetch(FetchRequest(url))
        if isinstance(reply, FetchFailure):
            return []
        return discover(
            services.jail, reply.body, url=reply.url, content_type=reply.content_type,
            seconds=services.limits.parse_cpu_seconds, megabytes=services.limits.parse_memory_mb,
        )  # fmt: skip

    return asyncio.run(ask())


def export(services: Services) -> bytes:
    """Every source with an address as OPML, by the titles their feeds gave themselves."""
    with read(services.engine) as connection:
        titles = {row.id: row.title for row in connection.execute(select(sources.c.id, sources.c.title)) if row.title}
    return opml.write(services.workspace.sources, titles)


def free_id(services: Services, found: Found) -> str:
    """A short name for the feed that no source has yet."""
    return opml.free_id(found.title, found.url or "", {source.id for source in services.workspace.sources})
