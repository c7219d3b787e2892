"""The parser over the large set of real documents: what is stored, and how far it agrees with feedparser.

The set is not part of the repository: OVERTURE_DATA names its folder, else a sibling folder `shared/data` is used.
"""

from __future__ import annotations

import io
import os
import tarfile
from calendar import timegm
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from overture.jail import ChildJail
from triggers.document.entries import safe_link, utc
from triggers.limits import Limits
from triggers.parse import parse, parse_jailed
from triggers.types import ParsedEntry, ParsedFeed

DATA = Path(os.environ.get("OVERTURE_DATA") or Path(__file__).resolve().parents[2].parent / "shared" / "data")
ARCHIVE = DATA / "feeds" / "feeds.tar.gz"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
URL = "https://publisher.example/feed"

pytestmark = pytest.mark.skipif(not ARCHIVE.exists(), reason="the large set of real feed documents is not here")


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    with tarfile.open(ARCHIVE) as archive:
        members = [member for member in archive if member.isfile() and member.name.endswith(".xml")]
        return {member.name: _read(archive, member) for member in members}


def _read(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    found = archive.extractfile(member)
    assert found is not None
    return found.read()


def feed_of(body: bytes) -> ParsedFeed:
    found = parse(body, url=URL, content_type=None, limits=Limits(), first_pass=True, fetched_at=NOW)
    assert isinstance(found, ParsedFeed), found
    return found


def test_no_document_is_refused_and_nearly_every_entry_has_a_key_of_its_own(documents: dict[str, bytes]) -> None:
    keys = [[entry.entry_key for entry in feed_of(body).entries] for body in documents.values()]
    assert len(keys) == 272
    assert all(len(set(own)) == len(own) for own in keys)
    assert sum(map(len, keys)) >= 0.99 * 7_905


def test_a_second_reading_finds_the_same_entries(documents: dict[str, bytes]) -> None:
    for body in list(documents.values())[::8]:
        assert feed_of(body) == feed_of(body)


def test_entries_are_fit_for_any_database(documents: dict[str, bytes]) -> None:
    for body in documents.values():
        for entry in feed_of(body).entries:
            assert len(entry.title) <= 512
            assert len(entry.text.encode("utf-8")) <= 64 * 1024
            assert "\x00" not in entry.title + entry.text
            assert entry.link is None or entry.link.startswith(("http://", "https://"))
            assert entry.published is None or entry.published <= NOW


def test_the_jail_gives_the_same_answers(documents: dict[str, bytes]) -> None:
    with ChildJail(children=1) as jail:
        for body in list(documents.values())[::16]:
            jailed = parse_jailed(
                jail, body, url=URL, content_type=None, limits=Limits(), first_pass=True, fetched_at=NOW
            )
            assert jailed == feed_of(body)


@pytest.mark.full
def test_it_agrees_with_feedparser(documents: dict[str, bytes]) -> None:
    differences: Counter[str] = Counter()
    for body in documents.values():
        for ours, theirs in _pairs(body):
            differences.update(_differences(ours, theirs))
    compared = differences.pop("compared")
    assert compared > 7_400
    # Dates before 1970 and after the fetch are moved on purpose, on both sides of the comparison.
    assert differences["title"] <= compared * 0.001
    assert differences["link"] <= compared * 0.001
    assert differences["published"] <= compared * 0.001
    # Relative Atom ids are kept as written: what they would be resolved against changes between polls.
    assert differences["guid"] <= compared * 0.004


def _pairs(body: bytes) -> Iterator[tuple[ParsedEntry, Any]]:
    """Our entries beside feedparser's, for documents in which both find the same number."""
    import feedparser

    headers = {"content-type": "application/xml", "content-location": URL}
    theirs = feedparser.parse(io.BytesIO(body), response_headers=headers).entries
    ours = feed_of(body).entries
    return zip(ours, theirs, strict=True) if len(ours) == len(theirs) else iter(())


def _differences(ours: ParsedEntry, theirs: Any) -> list[str]:
    parts = theirs.get("published_parsed") or theirs.get("updated_parsed")
    date = utc(EPOCH + timedelta(seconds=timegm(parts)), NOW) if parts else None
    guid = theirs.get("id") or ""
    found = {
        "title": ours.title == " ".join((theirs.get("title") or "").split())[:512],
        "link": (ours.link or "") == (safe_link(theirs.get("link"), "") or ""),
        "published": ours.published == date,
        "guid": (ours.guid or "") in (guid, guid.removeprefix("https://publisher.example/")),
    }
    return ["compared", *(name for name, same in found.items() if not same)]
