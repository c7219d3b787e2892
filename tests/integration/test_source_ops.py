"""What operators do with sources, and how workers take turns at a host."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from support.evil_server import ROUTES, EvilServer, running, says, whole
from support.line import Line, line

from overture.config.opml import Verdict
from overture.db import source_ops
from overture.db.audit import Actor
from overture.db.engine import read, write
from overture.db.hosts import give_back, host_of, take
from overture.db.source_ops import sources_in_words
from overture.db.tables import audit, entries, sources
from overture.db.tables.line import hosts
from overture.db.types import db_now
from overture.jail import ChildJail
from overture.jobs import source_lists
from overture.jobs.poll import poll_due

OTTO = Actor("otto", "cli")


@pytest.fixture(scope="module")
def evil() -> Iterator[EvilServer]:
    with running() as server:
        yield server


def listed(server: EvilServer, *paths: str) -> dict[str, str]:
    """A workspace that asks exactly these paths of the server."""
    rows = "".join(f'  - {{id: {path}, kind: feed, url: "{server.url("/" + path)}"}}\n' for path in paths)
    return {
        "sources.yaml": "sources:\n" + rows if rows else "sources: []\n",
        "settings.yaml": f'stories: stories\noutbound: {{allow: ["127.0.0.1/32:{server.port}"]}}\n',
    }


@pytest.fixture
def here(database: Engine, tmp_path: Path, jail: ChildJail, evil: EvilServer) -> Iterator[Line]:
    with line(database, tmp_path, jail=jail, files=listed(evil, "good", "error", "gone", "conditional")) as found:
        found.polls = True
        evil.asked.clear()
        yield found


def words(here: Line) -> dict[str, str]:
    with read(here.engine) as connection:
        return {row["id"]: row["doing"] for row in sources_in_words(connection, now=here.clock.at)}


def test_every_source_says_how_it_does(here: Line) -> None:
    found = words(here.run())
    assert found["good"].startswith("Answers")
    assert found["error"].startswith("Failed once. It has never answered.")
    assert "Their server is in trouble" in found["error"]
    assert found["gone"].startswith("Stopped. HTTP 410 Gone")


def test_retry_asks_again_at_once(here: Line, evil: EvilServer) -> None:
    here.run()
    before = evil.paths().count("/error")
    assert source_ops.retry(here.engine, "error", OTTO, now=here.clock.at).did == "retried"
    here.run()
    assert evil.paths().count("/error") == before + 1
    assert here.row(audit, action="source.retried").actor == "otto"


def test_retry_failing_takes_those_that_failed_and_those_that_stopped(here: Line) -> None:
    here.run()
    done = source_ops.retry_failing(here.engine, OTTO, now=here.clock.at)
    assert sorted(one.source for one in done) == ["error", "gone"]
    assert here.row(sources, id="gone").state == "active"


def test_a_paused_source_is_left_alone_until_it_is_resumed(here: Line, evil: EvilServer) -> None:
    source_ops.pause(here.engine, "good", OTTO, now=here.clock.at)
    here.run()
    assert "/good" not in evil.paths()
    assert words(here)["good"].startswith("Paused")
    assert source_ops.pause(here.engine, "good", OTTO, now=here.clock.at).did == "unchanged"
    source_ops.resume(here.engine, "good", OTTO, now=here.clock.at)
    here.run()
    assert "/good" in evil.paths()


def test_a_pause_survives_a_change_of_its_line(here: Line, evil: EvilServer) -> None:
    source_ops.pause(here.engine, "good", OTTO, now=here.clock.at)
    text = listed(evil, "good")["sources.yaml"].replace("kind: feed", "kind: feed, tags: [new]")
    here.files(sources_yaml=text)
    assert here.row(sources, id="good").state == "paused"


def test_what_a_flood_held_back_goes_on_when_it_is_released(here: Line) -> None:
    here.run()
    for number in range(3):
        here.post("good", f"Acme Robotics raises ${number + 2} million Series B", state="quarantined", run_at=None)
    with write(here.engine) as connection:
        flooded = here.row(sources, id="good").health | {"state": "quarantined", "hour_new": 300}
        connection.execute(update(sources).where(sources.c.id == "good").values(health=flooded))
    assert "They wait until somebody looks" in words(here)["good"]
    assert source_ops.release(here.engine, "good", OTTO, now=here.clock.at).entries == 3
    assert {row.state for row in here.run().rows(entries)} == {"read"}
    assert source_ops.release(here.engine, "good", OTTO, now=here.clock.at).did == "unchanged"


@pytest.mark.parametrize("verb", ["retry", "pause", "resume", "release"])
def test_a_source_that_nobody_knows(here: Line, verb: str) -> None:
    assert getattr(source_ops, verb)(here.engine, "nobody", OTTO, now=here.clock.at).did == "unknown"


def test_a_poll_that_was_under_way_cannot_undo_a_pause(here: Line) -> None:
    with write(here.engine) as connection:
        connection.execute(update(sources).values(owner="somebody", lease_until=db_now(60), fence=7))
    source_ops.pause(here.engine, "good", OTTO, now=here.clock.at)
    row = here.row(sources, id="good")
    assert (row.owner, row.fence, row.state) == (None, 8, "paused")


# --- turns at a host ----------------------------------------------------------------------------------------------


def test_a_host_is_taken_by_one_worker_at_a_time(database: Engine) -> None:
    first = take(database, ["a.example", "b.example"], lease=60)
    second = take(database, ["b.example", "c.example"], lease=60)
    assert {row.name for row in first.rows} == {"a.example", "b.example"}
    assert {row.name for row in second.rows} == {"c.example"}
    give_back(database, first)
    assert {row.name for row in take(database, ["a.example", "c.example"], lease=60).rows} == {"a.example"}


def test_the_turn_of_a_dead_worker_ends_with_its_lease(database: Engine) -> None:
    take(database, ["a.example"], lease=-1)
    assert take(database, ["a.example"], lease=60)


def test_many_workers_who_want_one_host_get_it_once(database: Engine) -> None:
    turns: list[int] = []
    start = threading.Barrier(6)

    def want() -> None:
        start.wait()
        turns.append(len(take(database, ["a.example"], lease=60).rows))

    threads = [threading.Thread(target=want) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(turns) == [0, 0, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://A.Example/feed", "a.example"),
        ("http://a.example:8080/x", "a.example:8080"),
        ("nonsense", "nonsense"),
        (None, ""),
    ],
)
def test_host_of(url: str | None, host: str) -> None:
    assert host_of(url) == host


def test_a_source_whose_host_is_being_asked_waits_for_its_turn(here: Line, evil: EvilServer) -> None:
    elsewhere = take(here.engine, [f"127.0.0.1:{evil.port}"], lease=60)
    poll_due(here.services)
    assert evil.asked == []
    row = here.row(sources, id="good")
    assert (row.owner, row.attempts, row.run_at) == (None, 0, here.clock.at)
    assert row.retry_at is not None
    give_back(here.engine, elsewhere)
    with write(here.engine) as connection:
        connection.execute(update(sources).values(retry_at=None))
    here.run()
    assert len(evil.paths()) == 4


def test_the_end_of_a_turn_wakes_those_who_waited(here: Line, evil: EvilServer) -> None:
    with write(here.engine) as connection:
        waits = sources.c.id.in_(("error", "gone", "conditional"))
        connection.execute(update(sources).where(waits).values(retry_at=db_now(60)))
    poll_due(here.services)
    assert evil.paths() == ["/good"]
    assert {row.retry_at for row in here.rows(sources)} == {None}
    assert {row.lease_until for row in here.rows(hosts)} == {None}


def test_once_a_day_a_feed_is_asked_in_full_with_its_validators_kept(here: Line, evil: EvilServer) -> None:
    here.run()
    for _ in range(30):
        here.clock.turn(hours=2)
        here.run()
    asked = [asked for asked in evil.asked if asked.path == "/conditional"]
    full = [one for one in asked if "if-none-match" not in one.headers]
    assert 2 <= len(full) <= 4
    assert len(asked) > len(full)
    assert here.row(sources, id="conditional").etag == 'W/"v1"'


# --- lists of feeds, and pages that name them ---------------------------------------------------------------------


def opml(*urls: str) -> bytes:
    rows = "".join(f'<outline type="rss" text="Feed {at}" xmlUrl="{url}"/>' for at, url in enumerate(urls))
    return f'<opml version="2.0"><body><outline text="News">{rows}</outline></body></opml>'.encode()


def test_an_import_asks_every_address_and_goes_on_past_errors(here: Line, evil: EvilServer) -> None:
    body = opml(evil.url("/no-length"), evil.url("/missing"), evil.url("/empty"), evil.url("/good"), "nonsense",
                "http://127.0.0.1:1/feed", evil.url("/gzip"))  # fmt: skip
    judged = source_lists.judge(here.services, body)
    assert not isinstance(judged, str)
    assert [one.verdict for one in judged] == [
        Verdict.NEW, Verdict.UNREACHABLE, Verdict.NOT_A_FEED, Verdict.KNOWN, Verdict.MALFORMED, Verdict.UNREACHABLE,
        Verdict.NEW,
    ]  # fmt: skip
    assert all(one.why for one in judged if one.verdict in (Verdict.UNREACHABLE, Verdict.NOT_A_FEED))
    assert source_lists.take_up(here.services, judged) == []
    here.services.refresh()
    assert {"feed-0", "feed-6"} <= {row.id for row in here.rows(sources)}
    assert here.row(sources, id="feed-0").config["tags"] == ["News"]
    again = source_lists.judge(here.services, body, check=False)
    assert not isinstance(again, str)
    assert not [one for one in again if one.verdict is Verdict.NEW and one.line.url.endswith(("/no-length", "/gzip"))]


def test_an_export_can_be_imported(here: Line) -> None:
    judged = source_lists.judge(here.services, source_lists.export(here.services), check=False)
    assert not isinstance(judged, str)
    assert {one.verdict for one in judged} == {Verdict.KNOWN}
    assert len(judged) == 4


def test_the_feed_of_an_address(here: Line, evil: EvilServer) -> None:
    found = source_lists.find_feed(here.services, evil.url("/good"))
    assert (found.url, found.title) == (evil.url("/good"), "Acme Newsroom")
    assert source_lists.free_id(here.services, found) == "acme-newsroom"


def test_the_feed_that_a_page_names(here: Line, evil: EvilServer) -> None:
    page = b'<html><head><link rel="alternate" type="application/rss+xml" title="News" href="/good"></head></html>'
    ROUTES["/page"] = says(whole(page, "Content-Type: text/html"))
    found = source_lists.find_feed(here.services, evil.url("/page"))
    assert (found.url, found.title) == (evil.url("/good"), "News")


def test_a_page_that_names_none_says_so(here: Line, evil: EvilServer) -> None:
    found = source_lists.find_feed(here.services, evil.url("/empty"))
    assert found.url is None
    assert "empty document" in found.why
