"""A first look at a document: what kind of thing it is, and whether it was built to hurt a parser.

Feed libraries call a web page an empty feed, and spend minutes on a tag with 100,000 attributes. Both are cheap to
see beforehand.
"""

from __future__ import annotations

import re

ATTRIBUTES_PER_TAG = 512
DEPTH = 256
_ENTITIES = 64
_GROWTH = 4 * 1024 * 1024  # bytes that entities may add
_DESCRIPTION = b"<description>"
_ELEMENT = re.compile(rb"\s*+<[A-Za-z]")
_ENTITY_BYTES = 64
_HEAD = 64 * 1024

_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"RIFF", "a media file"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip file; use the address of the plain feed"),
    (b"BZh", "a bzip2 file"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x7fELF", "a program"),
)
_ROOTS = {
    b"opml": "an OPML list of feeds; import it instead of polling it",
    b"urlset": "a sitemap, which lists pages and tells no news",
    b"sitemapindex": "a sitemap, which lists pages and tells no news",
    b"svg": "an SVG picture",
    b"error": "an error message in XML",
}
_FEED_TAG = re.compile(rb"<(?:[A-Za-z0-9_.-]{1,20}:)?(rss|feed|rdf)[\s>]", re.IGNORECASE)
_FIRST_TAG = re.compile(rb"<(?:[A-Za-z0-9_.-]{1,40}:)?([A-Za-z][A-Za-z0-9_.-]{0,60})")
# A tag of fewer bytes has too few attributes to matter. An attribute's value may hold ">", but never "<".
_LONG_TAG = re.compile(rb"<[A-Za-z][^<]{4096}")
_TAG_NAME = re.compile(rb"<[^\s<>/]{1,200}+")
_ATTRIBUTE = re.compile(rb"""\s++[^\s=<>"'/]{1,200}+(?:\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'|[^\s<>"']++))?""")
_CHARACTER = re.compile(rb"&#\w{1,8};")
_ENTITY = re.compile(rb"<!ENTITY\s+(%\s+)?([^\s>]{1,200})\s+(?:\"([^\"]*)\"|'([^']*)'|(SYSTEM|PUBLIC))")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^<>\[]{0,2000}(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_CHALLENGE = re.compile(
    rb"captcha|cf-challenge|challenge-platform|just a moment|verify you are human|enable javascript and cookies",
    re.IGNORECASE,
)
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,200})", re.IGNORECASE)


def not_xml(body: bytes) -> str | None:
    """What the raw bytes are, when that alone says they are no feed."""
    if not body.strip():
        return "an empty document"
    return next((words for magic, words in _MAGIC if body.startswith(magic)), None)


def not_a_feed(document: bytes) -> str | None:
    """What a UTF-8 document is instead of a feed, or None where a feed may be inside."""
    if _FEED_TAG.search(document):
        return None
    first = _FIRST_TAG.search(document, 0, _HEAD)
    name = first[1].lower() if first else b""
    if name in _ROOTS:
        return _ROOTS[name]
    if name in (b"html", b"head", b"body") or b"<html" in document[:_HEAD].lower():
        return _web_page(document[:_HEAD])
    if first is None:
        return "plain text"
    return f"XML that is no feed (its first element is {name.decode('ascii', 'replace')})"


def flavour(document: bytes) -> str:
    """The name of the first element that opens a feed: rss, feed, rdf, or nothing."""
    found = _FEED_TAG.search(document)
    return found[1].decode("ascii").lower() if found else ""


def hostile(document: bytes) -> str | None:
    """Why this document is not handed to any parser; None for the millions of harmless ones."""
    if any(_attributes(document, match.start()) > ATTRIBUTES_PER_TAG for match in _LONG_TAG.finditer(document)):
        return f"one of its tags has more than {ATTRIBUTES_PER_TAG} attributes"
    return _entity_trouble(document) if b"<!ENTITY" in document else None


def too_deep(document: bytes) -> bool:
    """Whether elements are nested deeper than any feed needs. Linear, and asked only before the slow parser."""
    depth = 0
    for piece in document.split(b"<")[1:]:
        if piece.startswith(b"/"):
            depth -= 1
        elif piece[:1].isalpha():
            depth += b"/>" not in piece
            if depth > DEPTH:
                return True
    return False


def without_doctype(document: bytes) -> bytes:
    """The document without its DOCTYPE, so that no parser is tempted to fetch one; its plain entities are put in."""
    start = document[:2000].upper().find(b"<!DOCTYPE")
    found = _DOCTYPE.match(document, start) if start >= 0 else None
    if found is None:
        return document
    rest = document[:start] + document[found.end() :]
    room = _GROWTH
    for match in _ENTITY.finditer(found[0]):
        name, value = b"&" + match[2] + b";", (match[3] or match[4] or b"").replace(b"<", b"&lt;")
        room -= rest.count(name) * len(value)
        if not match[1] and not match[5] and room > 0:
            rest = rest.replace(name, value)
    return rest


def with_markup_as_text(document: bytes) -> bytes:
    """Descriptions that hold elements instead of escaped text, made into text, since the fast library sees none."""
    first, *rest = document.split(_DESCRIPTION)
    return _DESCRIPTION.join([first, *(_as_text(piece) for piece in rest)])


def _as_text(piece: bytes) -> bytes:
    markup, end, after = piece.partition(b"</description>")
    if not end or not _ELEMENT.match(markup):
        return piece
    return b"<![CDATA[" + markup.replace(b"]]>", b"") + b"]]>" + end + after


def _attributes(document: bytes, start: int) -> int:
    """How many attributes the tag at `start` has, counted no further than is needed."""
    name = _TAG_NAME.match(document, start)
    place = name.end() if name else start
    for count in range(ATTRIBUTES_PER_TAG + 1):
        found = _ATTRIBUTE.match(document, place)
        if found is None:
            return count
        place = found.end()
    return ATTRIBUTES_PER_TAG + 1


def _entity_trouble(document: bytes) -> str | None:
    if document.count(b"<!ENTITY") > _ENTITIES:
        return f"it declares more than {_ENTITIES} entities of its own"
    values = [match[3] or match[4] or b"" for match in _ENTITY.finditer(document)]
    if any(b"&" in _CHARACTER.sub(b"", value) for value in values):
        return "it builds entities out of entities"
    if any(len(value) > _ENTITY_BYTES for value in values):
        return "it declares long entities"
    return None


def _web_page(head: bytes) -> str:
    if _CHALLENGE.search(head):
        return "a page that asks whether we are human; ask the publisher to let our user agent in"
    title = _TITLE.search(head)
    named = f" ({' '.join(title[1].decode('utf-8', 'replace').split())[:80]})" if title else ""
    return f"a web page{named}; look for the address of its feed"
