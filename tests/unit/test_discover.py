"""A page that names its feeds."""

from __future__ import annotations

import base64

import pytest

from triggers.document.discover import FeedLink, answer, links

BASE = "https://courier.example/news/today"


def found(head: str) -> list[str]:
    return [link.url for link in links(f"<html><head>{head}</head><body></body></html>", BASE)]


def test_the_feeds_of_a_page_in_its_order() -> None:
    page = (
        '<link rel="alternate" type="application/rss+xml" title="Courier  News" href="/feed">'
        '<LINK REL="alternate" TYPE="application/atom+xml; charset=utf-8" HREF="atom.xml">'
    )
    assert links(page, BASE) == [
        FeedLink("https://courier.example/feed", "Courier News", "RSS"),
        FeedLink("https://courier.example/news/atom.xml", "", "Atom"),
    ]


def test_the_feed_of_comments_comes_last() -> None:
    comments = '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">'
    posts = '<link rel="alternate" type="application/rss+xml" title="Posts" href="/feed">'
    assert found(comments + posts) == ["https://courier.example/feed", "https://courier.example/comments/feed"]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" type="application/rss+xml" href="/feed">',
        '<link rel="alternate" type="text/html" hreflang="de" href="/de">',
        '<link rel="alternate" type="application/rss+xml" href="">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        '<link rel="alternate" type="application/rss+xml" href="file:///etc/hosts">',
        '<link rel="alternate" type="application/rss+xml" href="http://[broken/feed">',
    ],
)
def test_what_names_no_feed(head: str) -> None:
    assert found(head) == []


def test_a_base_moves_relative_addresses() -> None:
    head = '<base href="https://cdn.example/x/"><link rel="alternate" type="application/feed+json" href="feed.json">'
    assert found(head) == ["https://cdn.example/x/feed.json"]


def test_the_same_feed_named_twice_is_one_and_there_are_twenty_at_most() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/f{}">'
    assert found(link.format(1) * 5) == ["https://courier.example/f1"]
    assert len(found("".join(link.format(n) for n in range(50)))) == 20


def test_the_jail_is_asked_in_plain_values() -> None:
    body = b'<link rel="alternate" type="application/rss+xml" href="/feed" title="\xe4">'
    payload = {"body": base64.b64encode(body).decode(), "url": BASE, "content_type": "text/html; charset=latin-1"}
    assert answer(payload) == {"links": [{"url": "https://courier.example/feed", "title": "ä", "kind": "RSS"}]}
