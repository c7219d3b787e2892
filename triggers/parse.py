"""Bytes to entries: the only door to feedparser and fastfeedparser.

    body -decode-> UTF-8 -look-> a feed? harmless? -fast or slow library-> RawFeed -entries-> ParsedFeed

The fast library reads nearly everything. The slow one, which has seen every broken feed of twenty years, is asked
when the fast one raises, finds nothing, or finds much less than the document seems to hold. Both get bytes in
memory, never text: feedparser takes a string for an address or a file name and opens it.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urljoin

from triggers.document import look, wire
from triggers.document.decode import mend_references, to_utf8
from triggers.document.entries import RawEntry, healed, make_entries
from triggers.document.jsonfeed import RawFeed, read_json_feed
from triggers.limits import Limits
from triggers.ports import Jail, JailFailure
from triggers.reply.hints import DAY_SECONDS
from triggers.types import ParsedFeed, ParseFailure

_ITEM = re.compile(rb"<(?:[A-Za-z0-9_.-]{1,20}:)?(?:item|entry)[\s>]")
_ITEM_END = re.compile(rb"</(?:[A-Za-z0-9_.-]{1,20}:)?(?:item|entry)\s*>")
_ROOT_END = re.compile(rb"</(?:[A-Za-z0-9_.-]{1,20}:)?(?:rss|feed|rdf|html)\s*>", re.IGNORECASE)
_HOLLOW_GUID = re.compile(rb"<guid[^<>]{0,200}(?:/>|>\s{0,50}</guid)")
_BASE = re.compile(
    rb"""<(?:[A-Za-z0-9_.-]{1,20}:)?(?:rss|feed|rdf)\s[^<>]*?xml:base\s*=\s*["']([^"'<>]{1,2000})""", re.I
)
_LANGUAGE = re.compile(rb"<(?:dc:)?language>\s*([A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{1,8}){0,3})\s*<", re.IGNORECASE)
_TTL = re.compile(rb"<ttl>\s*(\d{1,7})\s*</ttl>", re.IGNORECASE)
_FULL_DATE = re.compile(
    r"(?=.{0,200}\b(?:19|20)\d\d\b)(?=.{0,200}(?:[A-Za-z]{3}.{0,99}\d\D+\d|\d\D+\d+\D+\d|\d.{0,99}[A-Za-z]{3}.{0,99}\d))"
)
_SLOW_ITEMS = 1_500  # what the slow library can read within its share of processor time
_TAIL = 4096


def parse(
    body: bytes, *, url: str, content_type: str | None, limits: Limits, first_pass: bool, fetched_at: datetime
) -> ParsedFeed | ParseFailure:
    """Read a feed in this process. `url` is where relative links stand, `fetched_at` is aware."""
    found = _read(body, content_type, limits)
    if isinstance(found, str):
        return ParseFailure(f"This is no feed we can read: {found}.")
    entries, left_out, warnings = make_entries(
        found.entries,
        base=urljoin(url, found.base) if found.base else url,
        limits=limits,
        most=limits.first_pass_entries if first_pass else limits.poll_entries,
        fetched_at=fetched_at,
    )
    return ParsedFeed(
        title=" ".join(healed(found.title).split())[: limits.title_chars],
        language=(found.language or "")[:35].strip() or None,
        entries=entries,
        left_out=left_out,
        ttl=found.ttl,
        warnings=found.warnings + warnings,
    )


def parse_jailed(
    jail: Jail,
    body: bytes,
    *,
    url: str,
    content_type: str | None,
    limits: Limits,
    first_pass: bool,
    fetched_at: datetime,
) -> ParsedFeed | ParseFailure | JailFailure:
    """`parse` in a child process that is killed when it takes too long or too much memory."""
    payload = wire.question(
        body, url=url, content_type=content_type, limits=limits, first_pass=first_pass, fetched_at=fetched_at
    )
    answer = jail.call(
        "triggers.parse:answer", payload, seconds=limits.parse_cpu_seconds, megabytes=limits.parse_memory_mb
    )
    if isinstance(answer, JailFailure):
        return answer
    try:
        return wire.load(answer)
    except (KeyError, TypeError, ValueError) as error:
        return JailFailure("crash", f"the parser's answer cannot be read: {error}")


def answer(payload: dict[str, Any]) -> dict[str, Any]:
    """The jail's side of `parse_jailed`."""
    return wire.dump(parse(**wire.arguments(payload)))


def _read(body: bytes, content_type: str | None, limits: Limits) -> RawFeed | str:
    """The feed in the document, or what the document is instead."""
    if len(body) > limits.decoded_bytes:
        return f"it is larger than {limits.decoded_bytes} bytes"
    other = look.not_xml(body)
    if other:
        return other
    document = to_utf8(body, content_type)
    if document.startswith((b"{", b"[")):
        return read_json_feed(document)
    other = look.not_a_feed(document) or look.hostile(document)
    if other:
        return other
    document = look.without_doctype(document)
    found = _fast(document, limits)
    if found is None or _is_suspicious(found, document):
        found = _slow(document) or found
    if found is None:
        return "it is built like nothing we know, or too deep"
    if _is_blank(found) and _ITEM.search(document):
        return "it holds entries, but is too broken to read any"
    return _whole_entries_only(found, document)


# --- the fast library --------------------------------------------------------------------------------------------


def _fast(document: bytes, limits: Limits) -> RawFeed | None:
    """None where the fast library gives up."""
    # Texts stand in the summary, else in the content, which costs a second and still cheap reading.
    no_summaries = look.flavour(document) == "feed" and b"<summary" not in document
    found = _ask_fast(document, with_content=no_summaries)
    if found is None:
        document = mend_references(document)
        found = _ask_fast(document, with_content=no_summaries)
    if found is None:
        return None
    if not no_summaries and not all(entry.get("description") for entry in found["entries"]):
        found = _ask_fast(look.with_markup_as_text(document), with_content=True) or found
    return _from_fast(found, document, limits.text_bytes)


def _ask_fast(document: bytes, *, with_content: bool) -> dict[str, Any] | None:
    fastfeedparser = _fast_library()
    try:
        found: dict[str, Any] = fastfeedparser.parse(
            document, include_content=with_content, include_tags=False, include_media=False, include_enclosures=False
        )
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, SyntaxError):
        return None
    return found


@cache
def _fast_library() -> Any:
    """Imported when first needed, since lxml takes longer to load than most feeds to read.

    Its last resort for dates is told to guess less: it would read a GUID such as "5" as the fifth of this month.
    """
    import fastfeedparser
    from fastfeedparser import main

    guess = main._slow_dateutil_parse
    main._slow_dateutil_parse = lambda text: guess(text) if _FULL_DATE.search(text) else None
    main._slow_dateparser = lambda text: None
    return fastfeedparser


def _from_fast(found: dict[str, Any], document: bytes, most: int) -> RawFeed:
    entries = found["entries"]
    flavour = look.flavour(document)
    # The library fills a missing GUID from the link; that is no GUID.
    filled = flavour == "rss" and any(entry.get("id") == entry.get("link") for entry in entries)
    filled = filled and (document.count(b"<guid") < len(entries) or bool(_HOLLOW_GUID.search(document)))
    # A GUID that is an address stands for a missing link unless it says otherwise.
    permalinks = not all(entry.get("link") for entry in entries)
    permalinks = permalinks and b'ispermalink="false"' not in document.lower()
    head = document[: next((match.start() for match in [_ITEM.search(document)] if match), _TAIL)]
    base, ttl, language = _BASE.search(head), _TTL.search(head), _LANGUAGE.search(head)
    feed = found.get("feed", {})
    return RawFeed(
        title=feed.get("title") or "",
        language=feed.get("language") or (language[1].decode("ascii") if language else None),
        entries=[_fast_entry(entry, most, guess_guid=filled, permalinks=permalinks) for entry in entries],
        base=base[1].decode("utf-8", "replace") if base else None,
        ttl=min(float(ttl[1]) * 60, DAY_SECONDS) if ttl else None,
    )


def _fast_entry(entry: dict[str, Any], most: int, *, guess_guid: bool, permalinks: bool) -> RawEntry:
    guid, link = entry.get("id"), entry.get("link")
    if not link and permalinks and guid and guid.startswith(("http://", "https://")):
        link = guid
    elif guess_guid and guid == link:
        guid = None
    return RawEntry(
        guid=guid or None,
        link=link or None,
        title=healed(entry.get("title") or ""),
        text=healed(_fast_text(entry)[:most]),
        published=_iso(entry.get("published")) or _iso(entry.get("updated")),
    )


def _fast_text(entry: dict[str, Any]) -> str:
    """The summary; else the content, which the library turns into a short plain summary unless asked for whole."""
    content = entry.get("content")
    summary: str = entry.get("description") or ""
    if not content:
        return summary
    whole: str = content[0].get("value") or ""
    return whole if len(summary) <= 512 and len(whole) > len(summary) else summary


def _iso(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


# --- the slow library --------------------------------------------------------------------------------------------


def _slow(document: bytes) -> RawFeed | None:
    """feedparser without its cleaning, which costs most of its time and is done where text is shown."""
    if look.too_deep(document):
        return None
    import feedparser  # here, because it is rarely needed

    ends = [match.end() for match in _ITEM_END.finditer(document)]
    part = document[: ends[_SLOW_ITEMS - 1]] if len(ends) > _SLOW_ITEMS else document
    try:
        found = feedparser.parse(io.BytesIO(mend_references(part)), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, AssertionError):
        return None
    if not found.version and not found.entries:
        return None
    dropped = f"only the first {_SLOW_ITEMS} of {len(ends)} entries were read" if part is not document else None
    return RawFeed(
        title=found.feed.get("title") or "",
        language=found.feed.get("language"),
        entries=[_slow_entry(entry) for entry in found.entries],
        warnings=("the document is not well formed", dropped) if dropped else ("the document is not well formed",),
    )


def _slow_entry(entry: Any) -> RawEntry:
    content = entry.get("content") or [{}]
    return RawEntry(
        guid=entry.get("id") or None,
        link=entry.get("link") or None,
        title=entry.get("title") or "",
        text=entry.get("summary") or content[0].get("value") or "",
        published=_from_struct(entry.get("published_parsed") or entry.get("updated_parsed")),
    )


def _from_struct(parts: Any) -> datetime | None:
    try:
        year, month, day, hour, minute, second = parts[:6] if parts else (0,) * 6
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


# --- afterwards --------------------------------------------------------------------------------------------------


def _is_suspicious(found: RawFeed, document: bytes) -> bool:
    """Whether the fast library found less than the document seems to hold: entries or links."""
    if _is_blank(found):
        return _ITEM.search(document) is not None
    closed = document.count(b"</entry>" if look.flavour(document) == "feed" else b"</item>")
    if len(found.entries) * 2 < closed:
        return True
    return not any(entry.link for entry in found.entries) and b":link" in document


def _is_blank(found: RawFeed) -> bool:
    return not any(entry.title or entry.link or entry.text for entry in found.entries)


def _whole_entries_only(found: RawFeed, document: bytes) -> RawFeed:
    """A document that was cut off ends in half an entry, which may be half a sentence and will come again whole."""
    if _ROOT_END.search(document, max(0, len(document) - _TAIL)):
        return found
    ended = len(_ITEM_END.findall(document))
    if ended >= len(found.entries):
        return found
    return replace(
        found, entries=found.entries[:ended], warnings=(*found.warnings, "the document is cut off; whole entries kept")
    )
