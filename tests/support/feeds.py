"""Feeds in four formats, and reading them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from triggers.limits import Limits
from triggers.parse import parse
from triggers.types import ParsedEntry, ParsedFeed, ParseFailure

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
URL = "https://acme.example/news/feed.xml"


def read(
    document: bytes | str, *, limits: Limits | None = None, first_pass: bool = True, kind: str | None = None
) -> ParsedFeed:
    found = attempt(document, limits=limits, first_pass=first_pass, kind=kind)
    assert isinstance(found, ParsedFeed), found
    return found


def attempt(
    document: bytes | str, *, limits: Limits | None = None, first_pass: bool = True, kind: str | None = None
) -> ParsedFeed | ParseFailure:
    body = document.encode() if isinstance(document, str) else document
    return parse(body, url=URL, content_type=kind, limits=limits or Limits(), first_pass=first_pass, fetched_at=NOW)


def rss(*items: str, channel: str = "") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Acme Newsroom</title>'
        f"<language>en-gb</language>{channel}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )


def only(document: bytes | str, *, kind: str | None = None) -> ParsedEntry:
    (entry,) = read(document, kind=kind).entries
    return entry


SERIES_B = (
    "<title>Acme raises a Series B</title><link>https://acme.example/b</link><guid isPermaLink='false'>b-1</guid>"
    "<description>Acme raised EUR 20 million.</description><pubDate>Sun, 01 Mar 2026 09:00:00 +0100</pubDate>"
)
ENTRY = ParsedEntry(
    entry_key="",
    guid="b-1",
    link="https://acme.example/b",
    title="Acme raises a Series B",
    text="Acme raised EUR 20 million.",
    published=datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
)

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-gb"><title>Acme Newsroom</title><id>urn:acme</id>
<updated>2026-03-01T08:00:00Z</updated><entry><title>Acme raises a Series B</title><id>b-1</id>
<link href="https://acme.example/b"/><summary>Acme raised EUR 20 million.</summary>
<updated>2026-03-01T09:00:00+01:00</updated></entry></feed>"""

RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://acme.example/"><title>Acme Newsroom</title>
</channel><item rdf:about="b-1"><title>Acme raises a Series B</title><link>https://acme.example/b</link>
<description>Acme raised EUR 20 million.</description><dc:date>2026-03-01T08:00:00Z</dc:date></item></rdf:RDF>"""

RSS_090 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Acme Newsroom</title></channel>
<item><title>Acme raises a Series B</title><link>https://acme.example/b</link></item></rdf:RDF>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Acme Newsroom",
        "language": "en-gb",
        "items": [
            {
                "id": "b-1",
                "url": "https://acme.example/b",
                "title": "Acme raises a Series B",
                "content_text": "Acme raised EUR 20 million.",
                "date_published": "2026-03-01T09:00:00+01:00",
            },
            "not an item",
        ],
    }
)

# --- formats -----------------------------------------------------------------------------------------------------
