"""The parser's question and answer as JSON, for the pipe of the jail."""

from __future__ import annotations

import base64
from dataclasses import asdict
from datetime import datetime
from typing import Any

from triggers.limits import Limits
from triggers.types import ParsedEntry, ParsedFeed, ParseFailure


def question(
    body: bytes, *, url: str, content_type: str | None, limits: Limits, first_pass: bool, fetched_at: datetime
) -> dict[str, Any]:
    """What crosses into the jail."""
    return {
        **_pack(body),
        "url": url,
        "content_type": content_type,
        "limits": asdict(limits),
        "first_pass": first_pass,
        "fetched_at": fetched_at.isoformat(),
    }


def arguments(payload: dict[str, Any]) -> dict[str, Any]:
    """The question as keyword arguments of `triggers.parse.parse`."""
    return {
        "body": _unpack(payload),
        "url": payload["url"],
        "content_type": payload["content_type"],
        "limits": Limits(**payload["limits"]),
        "first_pass": payload["first_pass"],
        "fetched_at": datetime.fromisoformat(payload["fetched_at"]),
    }


def dump(found: ParsedFeed | ParseFailure) -> dict[str, Any]:
    """What crosses back."""
    if isinstance(found, ParseFailure):
        return {"failure": found.message}
    return {
        "title": found.title,
        "language": found.language,
        "left_out": found.left_out,
        "ttl": found.ttl,
        "warnings": list(found.warnings),
        "entries": [_dump_entry(entry) for entry in found.entries],
    }


def load(answer: dict[str, Any]) -> ParsedFeed | ParseFailure:
    """The answer as values again. KeyError, TypeError or ValueError mean that the child is not to be trusted."""
    if "failure" in answer:
        return ParseFailure(str(answer["failure"]))
    return ParsedFeed(
        title=answer["title"],
        language=answer["language"],
        entries=tuple(_load_entry(row) for row in answer["entries"]),
        left_out=answer["left_out"],
        ttl=answer["ttl"],
        warnings=tuple(answer["warnings"]),
    )


def _pack(body: bytes) -> dict[str, str]:
    """Most documents are UTF-8 and cross as text, which costs a third of base64."""
    try:
        return {"text": body.decode("utf-8")}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(body).decode("ascii")}


def _unpack(payload: dict[str, Any]) -> bytes:
    if "text" in payload:
        return str(payload["text"]).encode("utf-8")
    return base64.b64decode(payload["base64"])


def _dump_entry(entry: ParsedEntry) -> list[str | None]:
    published = entry.published.isoformat() if entry.published else None
    return [entry.entry_key, entry.guid, entry.link, entry.title, entry.text, published]


def _load_entry(row: list[Any]) -> ParsedEntry:
    key, guid, link, title, text, published = row
    return ParsedEntry(key, guid, link, title, text, datetime.fromisoformat(published) if published else None)
