"""Fetching from a real server that misbehaves: each poll ends in time, in bounds, and in words."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import IPv4Network
from pathlib import Path

import pytest
from support.evil_server import FEED, EvilServer, running

from triggers.fetch import Fetcher, fetch_many
from triggers.limits import MIB, Limits
from triggers.outbound import OutboundPolicy
from triggers.types import Fault, FetchFailure, FetchRequest, FetchResult

SHORT = replace(Limits(), poll_seconds=1.5, connect_seconds=0.5)
DATA = Path(os.environ.get("OVERTURE_DATA") or Path(__file__).resolve().parents[2].parent / "shared" / "data")
NOW = datetime(2026, 2, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def shared() -> Iterator[EvilServer]:
    with running() as server:
        yield server


@pytest.fixture
def evil(shared: EvilServer) -> EvilServer:
    shared.asked.clear()
    return shared


@pytest.fixture
def fresh() -> Iterator[EvilServer]:
    """A server that no earlier test keeps busy, for counting connections."""
    with running() as server:
        yield server


def policy_for(server: EvilServer) -> OutboundPolicy:
    return OutboundPolicy(allow=((IPv4Network("127.0.0.1/32"), server.port),), user_agent="Overture-Test/1")


def ask(
    server: EvilServer, path: str, *, limits: Limits = SHORT, etag: str | None = None, modified: str | None = None
) -> FetchResult | FetchFailure:
    async def run() -> FetchResult | FetchFailure:
        async with Fetcher(policy_for(server), limits, clock=lambda: NOW) as fetcher:
            return await fetcher.fetch(FetchRequest(server.url(path), etag, modified))

    return asyncio.run(run())


def result(answer: FetchResult | FetchFailure) -> FetchResult:
    assert isinstance(answer, FetchResult), answer
    return answer


def failure(answer: FetchResult | FetchFailure) -> FetchFailure:
    assert isinstance(answer, FetchFailure), answer
    return answer


@pytest.mark.parametrize(
    "path",
    [
        *("/good", "/no-length", "/never-closed", "/gzip", "/x-gzip", "/two-members", "/padded-gzip", "/deflate"),
        *("/raw-deflate", "/plain-called-gzip", "/cookie", "/moved", "/half-moved"),
    ],
)
def test_the_document_arrives_as_it_was_written(evil: EvilServer, path: str) -> None:
    assert result(ask(evil, path)).body == FEED


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/drip-head", Fault.TIMEOUT),
        ("/drip-body", Fault.TIMEOUT),
        ("/silent", Fault.TIMEOUT),
        ("/slow-hop", Fault.TIMEOUT),
        ("/endless-continue", Fault.TIMEOUT),
        ("/endless", Fault.TOO_LARGE),
        ("/huge-length", Fault.TOO_LARGE),
        ("/bomb", Fault.TOO_LARGE),
        ("/deflate-bomb", Fault.TOO_LARGE),
        ("/bomb-404", Fault.HTTP),
        ("/cut-gzip", Fault.ENCODING),
        ("/broken-gzip", Fault.ENCODING),
        ("/gzip-in-gzip", Fault.ENCODING),
        ("/gzip-twice", Fault.ENCODING),
        ("/brotli", Fault.ENCODING),
        ("/zstd", Fault.ENCODING),
        ("/nothing", Fault.PROTOCOL),
        ("/not-http", Fault.PROTOCOL),
        ("/too-short", Fault.PROTOCOL),
        ("/negative-length", Fault.PROTOCOL),
        ("/two-lengths", Fault.PROTOCOL),
        ("/bad-chunk", Fault.PROTOCOL),
        ("/huge-chunk", Fault.PROTOCOL),
        ("/many-headers", Fault.PROTOCOL),
        ("/long-header", Fault.PROTOCOL),
        ("/header-injection", Fault.PROTOCOL),
        ("/self", Fault.PROTOCOL),
        ("/gone", Fault.HTTP),
        ("/missing", Fault.HTTP),
        ("/error", Fault.HTTP),
        ("/no-content", Fault.HTTP),
        ("/partial", Fault.HTTP),
        ("/unasked-304", Fault.HTTP),
        ("/no-location", Fault.HTTP),
        ("/to-loopback", Fault.REFUSED),
        ("/to-metadata", Fault.REFUSED),
        ("/to-file", Fault.REFUSED),
        ("/to-name", Fault.REFUSED),
        ("/hop-1", Fault.REFUSED),
    ],
)
def test_each_trouble_is_a_failure_of_its_kind_in_time(evil: EvilServer, path: str, fault: Fault) -> None:
    began = time.monotonic()
    found = failure(ask(evil, path))
    assert (found.fault, time.monotonic() - began < 60) == (fault, True), found
    assert found.message.endswith((".", "again."))
    assert found.message.isprintable()


def test_a_reset_in_the_middle_is_no_document(evil: EvilServer) -> None:
    assert failure(ask(evil, "/reset")).fault in (Fault.PROTOCOL, Fault.CONNECT)


def test_a_bomb_costs_little_memory(evil: EvilServer) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    failure(ask(evil, "/bomb"))
    failure(ask(evil, "/deflate-bomb"))
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 64 * MIB


def test_the_size_limit_counts_unpacked_bytes(evil: EvilServer) -> None:
    tight = replace(SHORT, decoded_bytes=len(FEED) - 1)
    assert failure(ask(evil, "/gzip", limits=tight)).fault is Fault.TOO_LARGE
    exact = replace(SHORT, decoded_bytes=len(FEED))
    assert result(ask(evil, "/gzip", limits=exact)).body == FEED


def test_every_hop_is_judged_and_the_private_one_never_asked(evil: EvilServer) -> None:
    found = failure(ask(evil, "/hop-1"))
    assert evil.paths() == ["/hop-1", "/hop-2", "/hop-3", "/hop-4", "/to-metadata"]
    assert "169.254.169.254" in found.message
    assert found.side == "ours"


def test_a_loop_of_redirects_stops_after_five(evil: EvilServer) -> None:
    failure(ask(evil, "/self"))
    assert evil.paths() == ["/self"] * 6


def test_only_a_permanent_move_all_the_way_is_reported(evil: EvilServer) -> None:
    assert result(ask(evil, "/moved")).moved_to == evil.url("/good")
    assert result(ask(evil, "/half-moved")).moved_to is None
    assert result(ask(evil, "/good")).moved_to is None
    assert result(ask(evil, "/moved")).url == evil.url("/good")


def test_raw_bytes_and_spaces_in_a_location_are_encoded(evil: EvilServer) -> None:
    assert result(ask(evil, "/odd-location")).url == evil.url("/good?q=a%20b%C3%A9")


def test_validators_go_back_exactly_as_they_came(evil: EvilServer) -> None:
    first = result(ask(evil, "/conditional"))
    assert (first.etag, first.max_age) == ('W/"v1"', 600.0)
    second = result(ask(evil, "/conditional", etag=first.etag, modified="yesterday, perhaps"))
    assert (second.not_modified, second.body, second.etag) == (True, b"", 'W/"v1"')
    assert evil.asked[-1].headers["if-none-match"] == 'W/"v1"'
    assert evil.asked[-1].headers["if-modified-since"] == "yesterday, perhaps"


def test_validators_travel_over_a_redirect(evil: EvilServer) -> None:
    ask(evil, "/moved", etag='"x"')
    assert [asked.headers.get("if-none-match") for asked in evil.asked] == ['"x"'] * 3


def test_a_long_or_broken_validator_is_dropped_both_ways(evil: EvilServer) -> None:
    assert result(ask(evil, "/long-etag")).etag is None
    assert result(ask(evil, "/raw-etag")).etag is None
    ask(evil, "/good", etag='"a"\r\nX-Evil: 1', modified="b" * 5000)
    assert {"if-none-match", "if-modified-since", "x-evil"}.isdisjoint(evil.asked[-1].headers)


def test_it_says_who_it_is_and_keeps_no_cookie(evil: EvilServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")

    async def twice() -> None:
        async with Fetcher(policy_for(evil), SHORT) as fetcher:
            await fetcher.fetch(FetchRequest(evil.url("/cookie")))
            await fetcher.fetch(FetchRequest(evil.url("/cookie")))

    asyncio.run(twice())
    assert len(evil.asked) == 2
    assert all("cookie" not in asked.headers for asked in evil.asked)
    assert evil.asked[0].headers["user-agent"] == "Overture-Test/1"
    assert evil.asked[0].headers["accept-encoding"] == "gzip, deflate"


def test_retry_after_is_read_in_its_forms(evil: EvilServer) -> None:
    assert failure(ask(evil, "/later-seconds")).retry_after == 120
    assert failure(ask(evil, "/later-date")).retry_after == 300
    assert failure(ask(evil, "/later-junk")).retry_after is None
    assert failure(ask(evil, "/later-seconds")).status == 429


def test_a_closed_port_is_a_failed_connection(evil: EvilServer) -> None:
    async def run() -> FetchResult | FetchFailure:
        policy = OutboundPolicy(allow=((IPv4Network("127.0.0.1/32"), 1),))
        async with Fetcher(policy, SHORT) as fetcher:
            return await fetcher.fetch(FetchRequest("http://127.0.0.1:1/feed"))

    found = failure(asyncio.run(run()))
    assert (found.fault, found.side) == (Fault.CONNECT, "network")


# --- names -------------------------------------------------------------------------------------------------------


def ask_by_name(server: EvilServer, *answers: list[str]) -> FetchResult | FetchFailure:
    """Ask for http://feeds.example; each look-up gives the next of `answers`."""
    left = list(answers)

    async def lookup(host: str, port: int) -> list[str]:
        return left.pop(0)

    async def run() -> FetchResult | FetchFailure:
        async with Fetcher(policy_for(server), SHORT, lookup=lookup) as fetcher:
            return await fetcher.fetch(FetchRequest(f"http://feeds.example:{server.port}/good"))

    return asyncio.run(run())


def test_a_name_is_pinned_to_the_address_that_was_judged(evil: EvilServer) -> None:
    assert result(ask_by_name(evil, ["127.0.0.1"], ["10.0.0.1"])).body == FEED
    assert evil.asked[0].headers["host"] == f"feeds.example:{evil.port}"


@pytest.mark.parametrize("addresses", [["10.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["fe80::1"], ["not-an-address"]])
def test_a_name_with_any_refused_address_is_refused(evil: EvilServer, addresses: list[str]) -> None:
    found = failure(ask_by_name(evil, addresses))
    assert (found.fault, evil.asked) == (Fault.REFUSED, [])


def test_a_name_without_addresses_cannot_be_found(evil: EvilServer) -> None:
    assert failure(ask_by_name(evil, [])).fault is Fault.DNS


def test_a_slow_look_up_ends_with_the_deadline(evil: EvilServer) -> None:
    async def lookup(host: str, port: int) -> list[str]:
        await asyncio.sleep(30)
        return []

    async def run() -> FetchResult | FetchFailure:
        async with Fetcher(policy_for(evil), replace(SHORT, poll_seconds=0.3), lookup=lookup) as fetcher:
            return await fetcher.fetch(FetchRequest(f"http://feeds.example:{evil.port}/good"))

    assert failure(asyncio.run(run())).fault is Fault.TIMEOUT


ODD_URLS = [
    "",
    "x",
    "http://",
    "http://[::1",
    "http://[not-an-address]/",
    "http://feeds.example:port/",
    "http://\ud800.example/",
    "http://feeds.example/\x00",
    "http://xn--\u00e9.example/",
    "http://" + "a." * 200 + "example/",
    "http://feeds.example\\@127.0.0.1/",
    "http://127.1/",
    "http://LOCALHOST/",
    "https://anything.example/",
]


def ask_anything(urls: list[str]) -> list[FetchResult | FetchFailure]:
    """Ask without any allowance, in a world where every name leads to this machine."""

    async def lookup(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    async def run() -> list[FetchResult | FetchFailure]:
        async with Fetcher(OutboundPolicy(), SHORT, lookup=lookup) as fetcher:
            return await fetch_many(fetcher, [FetchRequest(url) for url in urls])

    return asyncio.run(run())


def test_no_address_raises_and_none_reaches_this_machine() -> None:
    for url, answer in zip(ODD_URLS, ask_anything(ODD_URLS), strict=True):
        assert failure(answer).fault is Fault.REFUSED, url
        assert failure(answer).message.isprintable()


SAMPLES = DATA / "hostile_samples.json"


@pytest.mark.skipif(not SAMPLES.exists(), reason="the collection of hostile addresses is not here")
def test_every_collected_hostile_address_is_refused() -> None:
    urls = json.loads(SAMPLES.read_text(encoding="utf-8"))["ssrf_urls"]
    for url, answer in zip(urls, ask_anything(urls), strict=True):
        assert failure(answer).fault is Fault.REFUSED, url


# --- batches -----------------------------------------------------------------------------------------------------


def ask_many(server: EvilServer, *paths: str, per_host: int = 1) -> list[FetchResult | FetchFailure]:
    async def run() -> list[FetchResult | FetchFailure]:
        async with Fetcher(policy_for(server), replace(SHORT, poll_seconds=0.4)) as fetcher:
            requests = [FetchRequest(server.url(path)) for path in paths]
            return await fetch_many(fetcher, requests, per_host=per_host)

    return asyncio.run(run())


def test_a_batch_keeps_its_order_and_its_limit_per_host(fresh: EvilServer) -> None:
    answers = ask_many(fresh, *(f"/beat?{n}" for n in range(8)), per_host=2)
    assert [result(answer).url for answer in answers] == [fresh.url(f"/beat?{n}") for n in range(8)]
    assert fresh.most_open == 2


def test_a_batch_asks_a_host_one_at_a_time_by_default(fresh: EvilServer) -> None:
    ask_many(fresh, "/beat", "/beat", "/beat")
    assert fresh.most_open == 1


def test_one_bad_member_never_fails_its_batch(evil: EvilServer) -> None:
    answers = ask_many(evil, "/good", "/silent", "file:///x", "/good")
    assert [type(answer) for answer in answers] == [FetchResult, FetchFailure, FetchFailure, FetchResult]


def test_a_host_that_keeps_failing_is_left_alone_for_the_rest_of_the_batch(evil: EvilServer) -> None:
    answers = ask_many(evil, *["/silent"] * 50)
    assert len(evil.asked) == 3
    assert {failure(answer).fault for answer in answers} == {Fault.TIMEOUT}
    assert "Not asked this time" in failure(answers[-1]).message
