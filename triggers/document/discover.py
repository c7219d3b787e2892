"""Feeds that a web page names: `<link rel="alternate">` in its head. Runs in the jail; a page is a stranger's bytes."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from triggers.document.decode import to_utf8
from triggers.ports import Jail, JailFailure

FUNCTION = "triggers.document.discover:answer"
HEAD_BYTES = 256 * 1024  # links stand in the head; a page of megabytes is not read to its end
MOST = 20
_TYPES = {
    "application/rss+xml": "RSS",
    "application/atom+xml": "Atom",
    "application/feed+json": "JSON Feed",
    "application/rdf+xml": "RDF",
    "application/json": "JSON Feed",
}


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names. `url` is absolute, http or https."""

    url: str
    title: str
    kind: str


def links(document: str, base: str) -> list[FeedLink]:
    """The feeds that a page names, in its order and each once; comments on posts last."""
    reader = _Reader(base)
    reader.feed(document)
    found: dict[str, FeedLink] = {}
    for link in reader.found:
        found.setdefault(link.url, link)
    ordered = sorted(found.values(), key=lambda link: "comment" in f"{link.title} {link.url}".lower())
    return ordered[:MOST]


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self._base = base
        self.found: list[FeedLink] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "base" and given.get("href"):
            self._base = urljoin(self._base, given["href"].strip())
        if tag != "link" or "alternate" not in given.get("rel", "").lower().split():
            return
        kind = _TYPES.get(given.get("type", "").split(";")[0].strip().lower())
        url = _address(self._base, given.get("href", ""))
        if kind and url:
            self.found.append(FeedLink(url, " ".join(given.get("title", "").split())[:200], kind))


def _address(base: str, href: str) -> str | None:
    if not href.strip():
        return None
    try:
        url = urljoin(base, href.strip())
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def discover(
    jail: Jail, body: bytes, *, url: str, content_type: str | None, seconds: float, megabytes: int
) -> list[FeedLink]:
    """`links` in a child process; nothing where the page is too much for it."""
    payload = {"body": base64.b64encode(body[:HEAD_BYTES]).decode(), "url": url, "content_type": content_type}
    reply = jail.call(FUNCTION, payload, seconds=seconds, megabytes=megabytes)
    if isinstance(reply, JailFailure):
        return []
    return [FeedLink(**link) for link in reply["links"]]


def answer(payload: dict[str, Any]) -> dict[str, Any]:
    """The jail's side of `discover`."""
    document = to_utf8(base64.b64decode(payload["body"]), payload["content_type"]).decode("utf-8", "replace")
    found = links(document, payload["url"])
    return {"links": [{"url": link.url, "title": link.title, "kind": link.kind} for link in found]}
