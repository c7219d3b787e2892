"""sources.yaml: what is polled, or pushes. Operators add a feed by adding a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from overture.config import values
from overture.config.document import Document
from overture.config.places import Problem
from overture.config.shapes import Id, Line, OneOrMany, Shape, Url, check_list, check_part, known_top

MIN_INTERVAL = timedelta(minutes=1)
MAX_INTERVAL = timedelta(days=7)


class SourceKind(StrEnum):
    FEED = "feed"
    EDGAR_FORM_D = "edgar_form_d"
    GDELT = "gdelt"
    JSON_API = "json_api"
    WEBHOOK = "webhook"
    CALENDAR = "calendar"


AVAILABLE = frozenset({SourceKind.FEED, SourceKind.CALENDAR})
_NEEDS: Mapping[SourceKind, tuple[str, ...]] = {
    SourceKind.FEED: ("url",),
    SourceKind.GDELT: ("query",),
    SourceKind.JSON_API: ("url", "mapping"),
}
_TAKES: Mapping[SourceKind, tuple[str, ...]] = {
    SourceKind.FEED: ("url", "interval"),
    SourceKind.EDGAR_FORM_D: ("interval", "filter"),
    SourceKind.GDELT: ("query", "interval", "filter"),
    SourceKind.JSON_API: ("url", "interval", "mapping", "filter"),
    SourceKind.WEBHOOK: ("mapping", "filter"),
    SourceKind.CALENDAR: (),
}
_OWN_KEYS = ("url", "interval", "query", "mapping", "filter")


@dataclass(frozen=True, slots=True)
class SourceConfig:
    """One configured source. `interval` is None where the polling adapts to how often the source publishes."""

    id: str
    kind: SourceKind
    url: str | None = None
    interval: timedelta | None = None
    tags: tuple[str, ...] = ()
    own: bool = False  # our own news
    query: str | None = None
    filter: Mapping[str, Any] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)

    @property
    def available(self) -> bool:
        """Whether this version can poll it."""
        return self.kind in AVAILABLE

    @property
    def fingerprint(self) -> str:
        """32 hex characters that change when, and only when, the configuration of this source does."""
        pace = self.interval.total_seconds() if self.interval else None
        said = (self.id, self.kind, self.url, pace, sorted(self.tags), self.own, self.query, self.filter, self.mapping)
        text = json.dumps(said, sort_keys=True, default=str, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def _interval(value: object) -> object:
    if value == "adaptive":
        return value
    if not isinstance(value, str):
        raise ValueError("should be adaptive, or a length of time such as 30m")
    found = values.duration(value)
    if not MIN_INTERVAL <= found <= MAX_INTERVAL:
        raise ValueError(f'"{value}" is out of bounds: 1m to 7d, or adaptive')
    return found


Interval = Annotated[Literal["adaptive"] | timedelta, BeforeValidator(_interval)]


class DefaultsShape(Shape):
    """What holds for every source that does not say otherwise."""

    interval: Interval = Field("adaptive", description="How often sources are polled, unless they say it themselves")
    tags: OneOrMany[Line] = Field((), description="Tags that every source gets besides its own")


class SourceShape(Shape):
    """One source."""

    id: Id = Field(description="Stays the same for ever; a new id is a new source")
    kind: SourceKind = Field(
        description="What it is: `feed` or `calendar`; this version checks the others, and they wait"
    )
    url: Url | None = Field(None, description="Address of the feed or the API")
    interval: Interval | None = Field(None, description="`adaptive`, or a fixed time from 1m to 7d")
    tags: OneOrMany[Line] = Field((), description="Words to find and group sources by")
    own: bool = Field(False, description="Our own news: its posts are reasons to share, never triggers about others")
    query: Line | None = Field(None, description="What to search for (gdelt)")
    filter: dict[str, Any] = Field({}, description="Conditions on what the source brings (all kinds but feed)")
    mapping: dict[str, Line] = Field({}, description="Our field to the path of theirs (json_api, webhook)")


class SourcesFile(Shape):
    """sources.yaml"""

    defaults: DefaultsShape = Field(
        DefaultsShape(), description="What holds for every source that does not say otherwise"
    )
    sources: tuple[SourceShape, ...] = Field((), description="What is polled, or pushes")


def read_sources(document: Document) -> tuple[tuple[SourceConfig, ...], list[Problem]]:
    """The good sources in file order, and every problem of the file."""
    problems = known_top(document, SourcesFile)
    if problems and not isinstance(document.data, dict):
        return (), problems
    defaults, wrong = check_part(document, DefaultsShape, document.data.get("defaults", {}), ("defaults",))
    items, wrong_items = check_list(document, SourceShape, "sources")
    problems += wrong + wrong_items
    for number, item in items:
        problems += _of_its_kind(document, number, item)
    problems += _same_address(document, items)
    return tuple(_source(item, defaults or DefaultsShape()) for _, item in items), problems


def _source(item: SourceShape, defaults: DefaultsShape) -> SourceConfig:
    interval = item.interval or defaults.interval
    return SourceConfig(
        id=item.id,
        kind=item.kind,
        url=item.url,
        interval=interval if isinstance(interval, timedelta) else None,
        tags=tuple(dict.fromkeys((*defaults.tags, *item.tags))),
        own=item.own,
        query=item.query,
        filter=item.filter,
        mapping=item.mapping,
    )


def _of_its_kind(document: Document, number: int, item: SourceShape) -> list[Problem]:
    """What the kind needs and is not there, and what is there and means nothing to the kind."""
    here = ("sources", number)
    problems = [
        document.problem((*here, key), f"is missing; a {item.kind} needs it")
        for key in _NEEDS.get(item.kind, ())
        if not getattr(item, key)
    ]
    for key in _OWN_KEYS:
        if key in item.model_fields_set and key not in _TAKES[item.kind]:
            problems.append(document.problem((*here, key), f"means nothing to a {item.kind}", at_key=True))
    if item.kind not in AVAILABLE:
        words = f"{item.kind} is not available in this version; the source waits until it is"
        problems.append(document.problem((*here, "kind"), words, level="warn"))
    return problems


def _same_address(document: Document, items: list[tuple[int, SourceShape]]) -> list[Problem]:
    """The same feed under two ids would be asked twice and fire once."""
    first: dict[str, str] = {}
    problems = []
    for number, item in items:
        key = _bare(item.url) if item.url else f"#{number}"
        if key in first:
            words = f'is the address of "{first[key]}" too; each entry would be fetched twice'
            problems.append(document.problem(("sources", number, "url"), words, level="warn"))
        first.setdefault(key, item.id)
    return problems


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"
