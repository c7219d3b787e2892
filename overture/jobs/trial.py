"""A dry run of one source: asked, parsed, read and matched as in earnest, and nothing is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from campaigns.types import Match
from overture.db.engine import read as reading
from overture.db.tables import sources
from overture.services import Services
from triggers.poll import DueSource, Polled, poll
from triggers.read import Read, Unread, read
from triggers.schedule import Health
from triggers.sources import SourceConfig
from triggers.types import Reading


@dataclass(frozen=True, slots=True)
class Trial:
    """What one poll would bring."""

    http: str
    failure: str | None = None
    side: str | None = None
    entries: int = 0
    warnings: tuple[str, ...] = ()
    triggers: int = 0
    matches: int = 0
    told: tuple[str, ...] = ()
    newest: tuple[dict[str, Any], ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def trial(services: Services, which: str) -> Trial:
    """Try the source of this id, or the feed at this address."""
    config = SourceConfig(id=which, url=_address(services, which))
    polled = poll(
        [DueSource(config, Health())],
        policy=services.workspace.settings.outbound,
        jail=services.jail,
        limits=services.limits,
        now=services.now(),
    )[0]
    if polled.failure is not None or polled.feed is None:
        failure = polled.failure
        return Trial(
            _http(config, polled),
            failure=failure.message if failure else "nothing came",
            side=failure.side if failure else None,
        )
    return _read(services, config, polled)


def _address(services: Services, which: str) -> str:
    with reading(services.engine) as connection:
        return connection.scalar(select(sources.c.url).where(sources.c.id == which)) or which


def _http(config: SourceConfig, polled: Polled) -> str:
    reply = polled.reply
    if reply is None:
        return f"GET {config.url}"
    validators = "etag yes" if reply.etag else "etag no"
    return f"GET {config.url}  {reply.status}  {len(reply.body) / 1024:.0f} kB  {reply.elapsed:.2f} s  {validators}"


def _read(services: Services, config: SourceConfig, polled: Polled) -> Trial:
    assert polled.feed is not None
    now = services.now()
    unread = [
        Unread(
            at,
            Reading(str(at), entry.title, entry.text, config.id, entry.link, polled.feed.language, entry.published),
            polled.feed.title or config.id,
            entry.published or now,
        )
        for at, entry in enumerate(polled.feed.entries)
    ]
    resolver = services.resolver()
    found = read(unread, resolver)
    told, matches = [], 0
    for one, item in zip(unread, found, strict=True):
        for telling in item.tellings:
            answer = resolver.outcome(telling.mention.company, one.reading)
            matches += isinstance(answer, Match)
            who = f"matches {answer.best.name}" if isinstance(answer, Match) else answer.reason
            told.append(f"{telling.mention.kind.value}: {telling.mention.company} ({who}) — {one.reading.title[:80]}")
    return Trial(
        _http(config, polled),
        entries=len(polled.feed.entries),
        warnings=polled.feed.warnings,
        triggers=sum(len(item.tellings) for item in found),
        matches=matches,
        told=tuple(told),
        newest=tuple(_newest(one, item) for one, item in list(zip(unread, found, strict=True))[:5]),
    )


def _newest(unread: Unread, found: Read) -> dict[str, Any]:
    return {
        "title": unread.reading.title,
        "link": unread.reading.url,
        "events": [telling.mention.kind.value for telling in found.tellings],
    }
