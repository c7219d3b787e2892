"""OPML in and out: what is read, what each line is judged to be, and that a second import adds nothing."""

from __future__ import annotations

import pytest

from overture.config import opml
from overture.config.opml import Line, Verdict
from overture.config.sources import SourceConfig, SourceKind

LIST = b"""<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
 <outline text="News"><outline text="Europe"><outline type="rss" text="Courier" xmlUrl="https://courier.example/feed"/>
 </outline></outline>
 <outline type="rss" text="Ledger" xmlUrl="https://www.ledger.example/rss/"/>
 <outline type="rss" text="Ledger again" xmlUrl="http://ledger.example/rss"/>
 <outline type="rss" text="Typo" xmlUrl="ledger dot example"/>
</body></opml>"""


def source(id_: str, url: str, *tags: str) -> SourceConfig:
    return SourceConfig(id_, SourceKind.FEED, url, tags=tags)


def lines() -> list[Line]:
    found = opml.read(LIST)
    assert not isinstance(found, str), found
    return found


def test_folders_become_tags() -> None:
    assert lines()[0] == Line("https://courier.example/feed", "Courier", ("News", "Europe"))


def test_each_line_gets_its_verdict() -> None:
    judged = opml.judge(lines(), [source("courier", "http://courier.example/feed/")])
    assert [(one.verdict, one.id) for one in judged] == [
        (Verdict.KNOWN, "courier"),
        (Verdict.NEW, "ledger"),
        (Verdict.DUPLICATE, ""),
        (Verdict.MALFORMED, ""),
    ]


def test_a_second_import_adds_nothing() -> None:
    first = opml.judge(lines(), [])
    have = [source(one.id, one.line.url) for one in first if one.verdict is Verdict.NEW]
    assert all(one.verdict is not Verdict.NEW for one in opml.judge(lines(), have))


def test_names_that_are_taken_get_a_number() -> None:
    judged = opml.judge([Line("https://a.example/x", "Ledger"), Line("https://b.example/y", "Ledger")], [])
    assert [one.id for one in judged] == ["ledger", "ledger-2"]
    assert opml.free_id("日本", "https://www.nihon.example/feed", set()) == "nihon-example"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (LIST[:-20], "it breaks off at line 7, column 2"),
        (b"<rss version='2.0'><channel/></rss>", "it is no OPML: its first element is rss"),
        (b"<opml><body/></opml>", "it lists no feed"),
        (b"<opml><body>", "it breaks off at line 1, column 13"),
        (b"<opml><body></opml>", "line 1, column 15: mismatched tag"),
        (b"just text", "it is no XML"),
        (b"\n", "it is empty"),
        (b'<!DOCTYPE opml [<!ENTITY a "b">]><opml>&a;</opml>', "entities of its own"),
    ],
)
def test_what_is_no_list_is_refused_in_words(body: bytes, words: str) -> None:
    found = opml.read(body)
    assert isinstance(found, str)
    assert words in found


@pytest.mark.parametrize(
    "url", ["", "nonsense", "ftp://a.example/x", "https://", "https://me@a.example/", "https://a.example:x/"]
)
def test_what_is_no_address(url: str) -> None:
    assert opml.bare(url) is None


@pytest.mark.parametrize(
    "same",
    ["http://a.example/feed", "https://www.a.example/feed/", "HTTPS://A.Example:443/feed", "feed://a.example/feed"],
)
def test_one_feed_is_written_in_many_ways(same: str) -> None:
    assert opml.bare(same) == opml.bare("https://a.example/feed")
    assert opml.bare("https://a.example/feed?x=1") != opml.bare(same)


def test_what_goes_out_comes_back() -> None:
    sources = [
        source("courier", "https://courier.example/feed?a=1&b=2", "News", "Europe"),
        source("ledger", "https://l.example/"),
    ]
    back = opml.read(opml.write(sources, {"courier": "The <Courier> & Co"}))
    assert back == [
        Line("https://courier.example/feed?a=1&b=2", "The <Courier> & Co", ("News", "Europe")),
        Line("https://l.example/", "ledger"),
    ]


def test_a_long_list_is_read_to_its_end() -> None:
    many = "".join(f'<outline type="rss" text="f{n}" xmlUrl="https://f{n}.example/"/>' for n in range(2000))
    found = opml.read(f"<opml version='1.0'><body>{many}</body></opml>".encode())
    assert len(found) == 2000
    assert all(one.verdict is Verdict.NEW for one in opml.judge(found, [])) if not isinstance(found, str) else False
