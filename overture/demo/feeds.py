"""An outlet and a moment -> the bytes of its feed, in the four formats that feeds come in. Pure.

Posts keep their guid whatever the port and the day, so a demo that is continued stores nothing twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from email.utils import format_datetime
from html import escape
from xml.etree import ElementTree as ET

from overture.demo.outlets import Format, Outlet, Post

CONTENT_TYPES: dict[Format, str] = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "rdf": "application/rdf+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
}


def render_feed(outlet: Outlet, *, now: datetime, base: str) -> bytes:
    """The document that `outlet` serves at `now`, newest post first. `base` is the server's address without a
    trailing slash."""
    return _WRITERS[outlet.format](outlet, now, base)


def newest(outlet: Outlet, *, now: datetime) -> datetime:
    """When the outlet last changed: its newest post, else `now`."""
    return max((post.published(now) for post in outlet.posts), default=now)


def article_path(outlet: Outlet, post: Post) -> str:
    return f"articles/{outlet.id}/{post.slug}"


def render_article(outlet: Outlet, post: Post, *, now: datetime) -> bytes:
    """The page behind a post's link, so that "open article" leads somewhere."""
    return (
        f'<!doctype html><html lang="{outlet.language}"><meta charset="utf-8">'
        f"<title>{escape(post.title)}</title><p>{escape(outlet.title)}, {post.published(now):%d.%m.%Y %H:%M}</p>"
        f"<h1>{escape(post.title)}</h1><p>{post.summary}</p>"
        f"<p><small>{escape(outlet.title)} is part of Overture's demo and exists nowhere else.</small></p></html>"
    ).encode()


def render_front_page(outlet: Outlet) -> bytes:
    """What an outlet serves that has put its website where its feed used to be."""
    return (
        f'<!doctype html><html lang="{outlet.language}"><meta charset="utf-8"><title>{escape(outlet.title)}</title>'
        f"<h1>{escape(outlet.title)}</h1><p>{escape(outlet.about)}</p><p>Please accept our cookies.</p></html>"
    ).encode()


def guid(outlet: Outlet, post: Post) -> str:
    """What tells the post from all others, whatever the port and the day."""
    return f"tag:{outlet.id}.example,2026:{post.slug}"


def _ordered(outlet: Outlet) -> list[Post]:
    return sorted(outlet.posts, key=lambda post: post.hours_ago)


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    child = ET.SubElement(parent, tag, attributes)
    child.text = text or None
    return child


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _rss(outlet: Outlet, now: datetime, base: str) -> bytes:
    root = ET.Element("rss", {"version": "2.0"})
    channel = _add(root, "channel")
    _head(channel, outlet, base)
    _add(channel, "language", outlet.language)
    _add(channel, "lastBuildDate", format_datetime(newest(outlet, now=now)))
    for post in _ordered(outlet):
        item = _add(channel, "item")
        _add(item, "title", post.title)
        _add(item, "link", f"{base}/{article_path(outlet, post)}")
        _add(item, "guid", guid(outlet, post), isPermaLink="false")
        _add(item, "pubDate", format_datetime(post.published(now)))
        _add(item, "description", f"<p>{post.summary}</p>")
    return _document(root)


def _atom(outlet: Outlet, now: datetime, base: str) -> bytes:
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": outlet.language})
    _add(root, "id", f"tag:{outlet.id}.example,2026:feed")
    _add(root, "title", outlet.title)
    _add(root, "subtitle", outlet.about)
    _add(root, "link", rel="self", href=f"{base}/{outlet.path}")
    _add(root, "updated", newest(outlet, now=now).isoformat())
    for post in _ordered(outlet):
        entry = _add(root, "entry")
        _add(entry, "id", guid(outlet, post))
        _add(entry, "title", post.title)
        _add(entry, "link", rel="alternate", href=f"{base}/{article_path(outlet, post)}")
        _add(entry, "published", post.published(now).isoformat())
        _add(entry, "updated", post.published(now).isoformat())
        _add(entry, "summary", f"<p>{post.summary}</p>", type="html")
    return _document(root)


def _rdf(outlet: Outlet, now: datetime, base: str) -> bytes:
    root = ET.Element(
        "rdf:RDF",
        {
            "xmlns": "http://purl.org/rss/1.0/",
            "xmlns:rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        },
    )
    channel = ET.SubElement(root, "channel", {"rdf:about": f"{base}/{outlet.path}"})
    _head(channel, outlet, base)
    _add(channel, "dc:language", outlet.language)
    listing = _add(_add(channel, "items"), "rdf:Seq")
    for post in _ordered(outlet):
        ET.SubElement(listing, "rdf:li", {"rdf:resource": guid(outlet, post)})
        item = ET.SubElement(root, "item", {"rdf:about": guid(outlet, post)})
        _add(item, "title", post.title)
        _add(item, "link", f"{base}/{article_path(outlet, post)}")
        _add(item, "description", f"<p>{post.summary}</p>")
        _add(item, "dc:date", post.published(now).isoformat())
    return _document(root)


def _head(channel: ET.Element, outlet: Outlet, base: str) -> None:
    _add(channel, "title", outlet.title)
    _add(channel, "link", f"{base}/{outlet.path}")
    _add(channel, "description", outlet.about)


def _json(outlet: Outlet, now: datetime, base: str) -> bytes:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.title,
        "description": outlet.about,
        "language": outlet.language,
        "feed_url": f"{base}/{outlet.path}",
        "items": [
            {
                "id": guid(outlet, post),
                "url": f"{base}/{article_path(outlet, post)}",
                "title": post.title,
                "content_html": f"<p>{post.summary}</p>",
                "date_published": post.published(now).isoformat(),
            }
            for post in _ordered(outlet)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


_WRITERS: dict[Format, Callable[[Outlet, datetime, str], bytes]] = {
    "rss": _rss,
    "atom": _atom,
    "rdf": _rdf,
    "json": _json,
}
