"""The feed adapter: what it asks, and how it reads an answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from triggers.limits import Limits
from triggers.parse import answer
from triggers.ports import JailFailure
from triggers.sources import ADAPTERS, SourceConfig, adapter_for
from triggers.types import Fault, FetchFailure, FetchRequest, FetchResult, ParsedFeed

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ACME = SourceConfig("acme", "https://acme.example/feed", etag='"1"', last_modified="Sun, 01 Mar 2026 00:00:00 GMT")
FEED = b"<rss version='2.0'><channel><title>Acme</title><item><title>x</title><link>/b</link></item></channel></rss>"


class OpenJail:
    """Runs the call here."""

    def call(self, function: str, payload: dict[str, Any], *, seconds: float, megabytes: int) -> dict[str, Any]:
        assert (function, seconds, megabytes) == ("triggers.parse:answer", 10.0, 512)
        return answer(payload)


class FailingJail:
    def __init__(self, reason: str) -> None:
        self.failure = JailFailure(reason, "ValueError: x")

    def call(self, function: str, payload: dict[str, Any], *, seconds: float, megabytes: int) -> JailFailure:
        return self.failure


class LyingJail:
    def call(self, function: str, payload: dict[str, Any], *, seconds: float, megabytes: int) -> dict[str, Any]:
        return {"entries": [["too", "short"]]}


def reply(body: bytes) -> FetchResult:
    return FetchResult("https://www.acme.example/news/", 200, body, "text/xml", None, None, None, None, 0.1)


def read(body: bytes, jail: OpenJail | FailingJail | LyingJail) -> ParsedFeed | FetchFailure:
    return adapter_for("feed").read(ACME, reply(body), jail=jail, limits=Limits(), now=NOW)


def test_it_asks_with_the_validators_of_the_last_reply() -> None:
    assert adapter_for("feed").request(ACME) == FetchRequest(ACME.url, ACME.etag, ACME.last_modified)
    assert adapter_for("feed").request(ACME, full=True) == FetchRequest(ACME.url)


def test_relative_links_stand_on_where_the_redirects_led() -> None:
    feed = read(FEED, OpenJail())
    assert isinstance(feed, ParsedFeed)
    assert feed.entries[0].link == "https://www.acme.example/b"


def test_what_is_no_feed_is_a_parse_failure_in_words() -> None:
    found = read(b"<html><title>Welcome</title></html>", OpenJail())
    assert found == FetchFailure(
        Fault.PARSE,
        "theirs",
        "This is no feed we can read: a web page (Welcome); look for the address of its feed.",
        status=200,
    )


@pytest.mark.parametrize(
    ("reason", "words"),
    [("time", "longer than 10 seconds"), ("memory", "more than 512 MB"), ("crash", "ValueError: x")],
)
def test_what_the_jail_could_not_read_is_a_jail_failure_in_words(reason: str, words: str) -> None:
    found = read(FEED, FailingJail(reason))
    assert isinstance(found, FetchFailure)
    assert (found.fault, words in found.message) == (Fault.JAIL, True)


def test_an_answer_that_makes_no_sense_is_not_trusted() -> None:
    found = read(FEED, LyingJail())
    assert isinstance(found, FetchFailure)
    assert found.fault is Fault.JAIL


def test_an_unknown_kind_is_a_surprise() -> None:
    assert "feed" in ADAPTERS
    with pytest.raises(KeyError):
        adapter_for("telepathy")
