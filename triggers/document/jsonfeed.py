"""JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1): the few fields that entries are made of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from triggers.document.entries import RawEntry


@dataclass(frozen=True, slots=True)
class RawFeed:
    """A document as a library or this file returned it."""

    title: str
    language: str | None
    entries: list[RawEntry]
    base: str | None = None  # what relative links stand on, where the document says so
    ttl: float | None = None
    warnings: tuple[str, ...] = ()


def read_json_feed(document: bytes) -> RawFeed | str:
    """The feed, or what the JSON is instead."""
    try:
        found = json.loads(document)
    except (ValueError, RecursionError):
        return "broken JSON"
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        return "JSON that is no JSON Feed; a source of kind json_api may read it"
    if "jsonfeed.org/version/" not in _text(found.get("version")):
        return "JSON that is no JSON Feed; a source of kind json_api may read it"
    return RawFeed(
        title=_text(found.get("title")),
        language=_text(found.get("language")) or None,
        entries=list(_entries(found["items"])),
        base=_text(found.get("home_page_url")) or None,
    )


def _entries(items: list[Any]) -> Iterator[RawEntry]:
    for item in items:
        if isinstance(item, dict):
            texts = (_text(item.get(name)) for name in ("summary", "content_html", "content_text"))
            yield RawEntry(
                guid=_text(item.get("id")) or None,
                link=_text(item.get("url")) or _text(item.get("external_url")) or None,
                title=_text(item.get("title")),
                text=next((text for text in texts if text), ""),
                published=_date(item.get("date_published")) or _date(item.get("date_modified")),
            )


def _text(value: Any) -> str:
    """Text of a string or, as version 1.0 allowed for ids, of a number."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _date(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(_text(value))
    except ValueError:
        return None
