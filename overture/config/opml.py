"""OPML: lists of feeds from other readers into ours, and ours out again.

Whether the file is well-formed is asked first, since the reading library says nothing about it; addresses are
compared in a plain form, since the same feed is written in many ways.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.parsers import expat

import listparser

from overture.config.sources import SourceConfig
from overture.sheet import sheet

MOST_BYTES = 10 * 1024 * 1024
MOST_FEEDS = 10_000
_CUT_SHORT = frozenset(
    expat.errors.codes[words]
    for words in (
        expat.errors.XML_ERROR_UNCLOSED_TOKEN, expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)  # fmt: skip


class Verdict(StrEnum):
    """What an import made of one line; the last four add nothing."""

    NEW = "new"
    KNOWN = "already have"
    DUPLICATE = "duplicate in file"
    MALFORMED = "malformed"
    NOT_A_FEED = "not a feed"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Line:
    """One feed of the list. `url` is as it was written; folders are `tags`."""

    url: str
    title: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    line: Line
    verdict: Verdict
    id: str = ""  # of the source: the new one, or the one that is there
    why: str = ""


def report(judged: Iterable[Judged]) -> str:
    """The verdicts as CSV."""
    rows = [
        {"verdict": one.verdict.value, "source": one.id, "title": one.line.title, "url": one.line.url,
         "tags": ";".join(one.line.tags), "why": one.why}
        for one in judged
    ]  # fmt: skip
    return sheet(rows, ("verdict", "source", "title", "url", "tags", "why"))


def read(body: bytes) -> list[Line] | str:
    """The feeds of an OPML file, or in words why it is none. No entity of its own is read."""
    if len(body) > MOST_BYTES:
        return f"it is larger than {MOST_BYTES // 1024 // 1024} MiB"
    broken = _broken(body)
    if broken:
        return broken
    found = listparser.parse(body)
    if len(found.feeds) > MOST_FEEDS:
        return f"it lists more than {MOST_FEEDS:,} feeds; cut it into several files"
    return [Line(feed.url or "", feed.title or "", _folders(feed)) for feed in found.feeds] or "it lists no feed"


def _broken(body: bytes) -> str | None:
    """What is wrong with the XML, with line and column; None for an OPML document."""
    roots: list[str] = []
    parser = expat.ParserCreate()

    def declared(*_: object) -> None:
        raise ValueError("it declares entities of its own")

    parser.EntityDeclHandler = declared
    parser.StartElementHandler = lambda name, _attributes: roots.append(name) if not roots else None
    try:
        parser.Parse(body, True)
    except expat.ExpatError as error:
        return _in_words(error, begun=bool(roots)) if body.strip() else "it is empty"
    except (ValueError, LookupError) as error:
        return str(error)
    return None if roots and roots[0].lower() == "opml" else f"it is no OPML: its first element is {roots[0]}"


def _in_words(error: expat.ExpatError, *, begun: bool) -> str:
    """Where the XML goes wrong, and how; a list that was cut short is the usual case."""
    place, words = f"line {error.lineno}, column {error.offset + 1}", expat.ErrorString(error.code)
    if not begun:
        return f"it is no XML ({place}: {words})"
    if error.code in _CUT_SHORT:
        return f"it breaks off at {place}, so a part of it is missing; export it once more"
    return f"{place}: {words}"


def _folders(feed: object) -> tuple[str, ...]:
    """The folders a feed stands in, outermost first, as tags."""
    paths = [*getattr(feed, "categories", ())]
    names = [str(part) for path in paths for part in path] + [str(tag) for tag in getattr(feed, "tags", ())]
    return tuple(dict.fromkeys(tag for tag in map(_tag, names) if tag))


def _tag(name: str) -> str:
    return " ".join(name.split())[:60]


def judge(lines: Sequence[Line], known: Iterable[SourceConfig]) -> list[Judged]:
    """What each line is, before anybody asks the network: new, had, twice, or no address; in order."""
    here = {bare(source.url): source.id for source in known if source.url}
    taken = set(here.values()) | {source.id for source in known}
    seen: set[str] = set()
    found = []
    for line in lines:
        key = bare(line.url)
        if key is None:
            found.append(Judged(line, Verdict.MALFORMED, why="it has no http or https address"))
        elif key in seen:
            found.append(Judged(line, Verdict.DUPLICATE))
        elif key in here:
            found.append(Judged(line, Verdict.KNOWN, here[key]))
        else:
            id_ = free_id(line.title, line.url, taken)
            taken.add(id_)
            found.append(Judged(line, Verdict.NEW, id_))
        if key is not None:
            seen.add(key)
    return found


def bare(url: str | None) -> str | None:
    """An address by which two ways of writing it are one: no scheme, `www.`, case of the host or last slash. None
    for what is no http or https address."""
    try:
        parts = urlsplit((url or "").strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https", "feed") or not host or parts.username:
        return None
    ending = f":{port}" if port not in (None, 80, 443) else ""
    return f"{host}{ending}{parts.path.rstrip('/')}?{parts.query}"


def free_id(title: str, url: str, taken: Collection[str]) -> str:
    """A short name from the title, else the host; numbered where it is taken."""
    base = slug(title) or slug((urlsplit(url).hostname or "feed").removeprefix("www.")) or "feed"
    number = 1
    while (name := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return name


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens, 60 at most; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-")


def write(sources: Sequence[SourceConfig], titles: dict[str, str]) -> bytes:
    """OPML 2.0 with every source that has an address; its first tag is its folder. `titles` by source id."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = "Sources"
    body = ElementTree.SubElement(root, "body")
    folders: dict[str, ElementTree.Element] = {}
    for source in sources:
        if not source.url:
            continue
        home = body
        if source.tags:
            tag = source.tags[0]
            if tag not in folders:
                folders[tag] = ElementTree.SubElement(body, "outline", text=tag)
            home = folders[tag]
        title = titles.get(source.id) or source.id
        said = {"type": "rss", "text": title, "title": title, "xmlUrl": source.url}
        if len(source.tags) > 1:
            said["category"] = ",".join(source.tags)
        ElementTree.SubElement(home, "outline", said)
    ElementTree.indent(root)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
