"""The demo's outlets over real sockets on the loopback: validators, and each way to be broken."""

from __future__ import annotations

import http.client
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from overture.cli.demo import World, outlets_of
from overture.demo import DemoServer
from overture.demo.outlets import Behaviour, outlets
from overture.errors import CannotServe

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
SLOW = 0.3


@pytest.fixture(scope="module")
def server() -> Iterator[DemoServer]:
    with DemoServer(NOW, slow_seconds=SLOW) as running:
        yield running


def path_of(behaviour: Behaviour) -> str:
    return "/" + next(outlet.path for outlet in outlets() if outlet.behaviour == behaviour)


def get(server: DemoServer, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def test_a_feed_comes_with_both_validators(server: DemoServer) -> None:
    answer, body = get(server, path_of("ok"))
    assert answer.status == 200
    assert body.startswith(b"<?xml")
    assert answer.headers["ETag"].startswith('"')
    assert answer.headers["Last-Modified"].endswith("GMT")


@pytest.mark.parametrize(("asked", "known"), [("If_None_Match", "ETag"), ("If_Modified_Since", "Last-Modified")])
def test_what_is_known_is_not_told_again(server: DemoServer, asked: str, known: str) -> None:
    first, _ = get(server, path_of("ok"))
    again, body = get(server, path_of("ok"), **{asked: first.headers[known]})
    assert again.status == 304
    assert body == b""


def test_an_unknown_tag_gets_the_document(server: DemoServer) -> None:
    first, _ = get(server, path_of("ok"))
    again, _ = get(server, path_of("ok"), If_None_Match='"other"', If_Modified_Since=first.headers["Last-Modified"])
    assert again.status == 200


@pytest.mark.parametrize(("behaviour", "status"), [("dead", 500), ("gone", 410), ("html", 200), ("moved", 301)])
def test_broken_outlets_are_broken_each_in_its_way(server: DemoServer, behaviour: Behaviour, status: int) -> None:
    answer, _ = get(server, path_of(behaviour))
    assert answer.status == status


def test_a_website_stands_where_a_feed_was(server: DemoServer) -> None:
    answer, body = get(server, path_of("html"))
    assert answer.headers["Content-Type"].startswith("text/html")
    assert b"<rss" not in body


def test_a_moved_outlet_says_where_it_went(server: DemoServer) -> None:
    moved, _ = get(server, path_of("moved"))
    there, body = get(server, moved.headers["Location"].removeprefix(server.base))
    assert there.status == 200
    assert b"<rss" in body


def test_a_slow_outlet_answers_in_the_end(server: DemoServer) -> None:
    began = time.monotonic()
    answer, _ = get(server, path_of("slow"))
    assert answer.status == 200
    assert time.monotonic() - began >= SLOW


def test_every_link_of_a_feed_leads_somewhere(server: DemoServer) -> None:
    for outlet in outlets():
        for post in outlet.posts:
            assert get(server, f"/articles/{outlet.id}/{post.slug}")[0].status == 200


def test_nothing_else_is_served(server: DemoServer) -> None:
    assert get(server, "/../pyproject.toml")[0].status == 404


def test_requests_are_counted() -> None:
    with DemoServer(NOW, slow_seconds=0) as server:
        path = path_of("ok")
        tag = get(server, path)[0].headers["ETag"]
        get(server, f"{path}?again", If_None_Match=tag)
        assert server.requests[path] == 2
        assert server.answers == {(path, 200): 1, (path, 304): 1}


def test_a_demo_that_goes_on_meets_the_same_documents() -> None:
    with DemoServer(NOW) as server:
        with pytest.raises(CannotServe, match=f"{server.port}, which cannot be had .*runs already"):
            outlets_of(World(Path("kept"), NOW, server.port))
        port, tag = server.port, get(server, path_of("ok"))[0].headers["ETag"]
    with DemoServer(NOW, port) as server:
        assert get(server, path_of("ok"), If_None_Match=tag)[0].status == 304


def test_leaving_does_not_wait_for_the_slow_one() -> None:
    began = time.monotonic()
    with DemoServer(NOW, slow_seconds=30) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        connection.request("GET", path_of("slow"))
        time.sleep(0.1)
    connection.close()
    assert time.monotonic() - began < 25
