"""A week with sixty sources, most of them in some trouble: each is shown rightly, none is silent, nothing comes twice.

The servers are real and local, the days are not: business time is turned from one due moment to the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from support.evil_server import ROUTES, Asked, EvilServer, Writer, head, running, whole
from support.line import MARA, Hand, Line, line

from overture.db.engine import read
from overture.db.source_ops import retry, sources_in_words
from overture.db.tables import audit, entries, sources
from overture.jail import ChildJail

STEP = timedelta(hours=1)
DAY = timedelta(days=1)
Reply = Callable[["Outlet", Asked, datetime], bytes]


@dataclass
class Outlet:
    """One feed: it publishes every twelve hours, and replies as its trouble would have it."""

    name: str
    reply: Reply
    hand: Hand
    asked: list[tuple[datetime, dict[str, str]]] = field(default_factory=list)

    async def __call__(self, asked: Asked, writer: Writer) -> None:
        now = self.hand.now()
        self.asked.append((now, asked.headers))
        writer.write(self.reply(self, asked, now))

    def feed(self, now: datetime) -> bytes:
        """Everything of the last ten days, newest first."""
        first = now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=now.hour % 12)
        days = [first - timedelta(hours=12 * back) for back in range(20)]
        items = "".join(
            f"<item><title>{self.name} on {day:%d %B at %H}</title><guid>{self.name}-{day:%Y%m%d%H}</guid>"
            f"<link>https://{self.name}.example/{day:%Y%m%d%H}</link><pubDate>{format_datetime(day)}</pubDate></item>"
            for day in days
        )
        return f'<rss version="2.0"><channel><title>{self.name}</title>{items}</channel></rss>'.encode()

    def times(self) -> list[datetime]:
        return [at for at, _ in self.asked]

    def gaps(self) -> list[timedelta]:
        at = self.times()
        return [later - earlier for earlier, later in pairwise(at)]

    def in_full(self) -> int:
        return sum("if-none-match" not in headers for _, headers in self.asked)


def good(outlet: Outlet, asked: Asked, now: datetime) -> bytes:
    return whole(outlet.feed(now), "Content-Type: application/rss+xml")


def status(line_: str, *lines: str) -> Reply:
    return lambda outlet, asked, now: whole(b"", *lines, status=line_)


def from_day(day: float, first: Reply, then: Reply) -> Reply:
    """Another reply after so many days."""

    def reply(outlet: Outlet, asked: Asked, now: datetime) -> bytes:
        return (first if now - outlet.times()[0] < timedelta(days=day) else then)(outlet, asked, now)

    return reply


def tagged(etag: Callable[[datetime], str]) -> Reply:
    return lambda outlet, asked, now: whole(outlet.feed(now), f"ETag: {etag(now)}")


def unchanged_for_ever(outlet: Outlet, asked: Asked, now: datetime) -> bytes:
    if "if-none-match" in asked.headers:
        return head("304 Not Modified", 'ETag: "same"')
    return whole(outlet.feed(now), 'ETag: "same"')


# name: reply, the state it is shown in at the end, words that are said about it
TROUBLES: dict[str, tuple[Reply, str, str]] = {
    "gone": (from_day(1, good, status("410 Gone")), "gone", "Stopped. HTTP 410 Gone"),  # B44
    "not-found": (status("404 Not Found"), "failing", "nothing at this address"),  # B45
    "forbidden": (status("403 Forbidden"), "failing", "403"),
    "unauthorized": (status("401 Unauthorized"), "failing", "401"),
    "broken": (status("500 Internal Server Error"), "failing", "Their server is in trouble"),
    "bad-gateway": (from_day(2, good, status("502 Bad Gateway")), "failing", "Their server is in trouble"),
    "recovers": (from_day(2, status("503 Service Unavailable"), good), "ok", "Answers."),
    "later-seconds": (status("429 Too Many Requests", "Retry-After: 7200"), "failing", "come less often"),  # B46
    "later-junk": (status("503 Service Unavailable", "Retry-After: soon"), "failing", "overloaded or down"),
    "later-negative": (status("429 Too Many Requests", "Retry-After: -5"), "failing", "come less often"),
    "later-decade": (status("429 Too Many Requests", "Retry-After: 315360000"), "failing", "come less often"),
    "partial": (status("206 Partial Content"), "failing", "206"),  # B47
    "no-content": (lambda outlet, asked, now: head("204 No Content"), "failing", "204"),
    "unasked-304": (lambda outlet, asked, now: head("304 Not Modified"), "failing", "304"),
    "new-tags": (tagged(lambda now: f'"{now.timestamp():.0f}"'), "ok", "Answers."),  # B48
    "same-for-ever": (unchanged_for_ever, "ok", "Answers."),  # B49
    "long-tag": (tagged(lambda now: '"' + "e" * 12_000 + '"'), "ok", "Answers."),  # B50
    "huge-tag": (tagged(lambda now: '"' + "e" * 20_000 + '"'), "failing", "breaks the rules of HTTP"),
    "tag-with-lines": (tagged(lambda now: '"a\rX-Evil: 1"'), "failing", "breaks the rules of HTTP"),
}


@pytest.fixture(scope="module")
def evil() -> Iterator[EvilServer]:
    with running() as server:
        yield server


@dataclass
class Week:
    here: Line
    outlets: dict[str, Outlet]

    def live(self, days: float) -> Week:
        """Turn the clock from one due moment to the next, in steps of an hour at least."""
        end = self.here.clock.at + timedelta(days=days)
        while self.here.clock.at < end:
            self.here.run()
            due = [row.run_at for row in self.here.rows(sources) if row.state == "active" and row.run_at]
            self.here.clock.at = min(end, max(min(due, default=end), self.here.clock.at + STEP))
        self.here.run()
        return self

    def words(self) -> dict[str, dict[str, Any]]:
        with read(self.here.engine) as connection:
            return {row["id"]: row for row in sources_in_words(connection, now=self.here.clock.at)}


def begin(database: Engine, folder: Path, jail: ChildJail, evil: EvilServer, *, healthy: int) -> Iterator[Week]:
    """All troubles, and so many outlets without any."""
    clock = Hand()
    replies = {name: reply for name, (reply, _, _) in TROUBLES.items()}
    replies |= {f"healthy-{number}": good for number in range(healthy)}
    outlets = {name: Outlet(name, reply, clock) for name, reply in replies.items()}
    rows = "".join(f'  - {{id: {name}, kind: feed, url: "{evil.url(f"/week/{name}")}"}}\n' for name in outlets)
    files = {
        "sources.yaml": "sources:\n" + rows,
        "settings.yaml": f'stories: stories\noutbound: {{allow: ["127.0.0.1/32:{evil.port}"]}}\n',
    }
    ROUTES.update({f"/week/{name}": outlet for name, outlet in outlets.items()})
    with line(database, folder, jail=jail, files=files, clock=clock) as here:
        here.polls = True
        yield Week(here, outlets)
    for name in outlets:
        del ROUTES[f"/week/{name}"]


@pytest.fixture
def short(sqlite_database: Engine, tmp_path: Path, jail: ChildJail, evil: EvilServer) -> Iterator[Week]:
    yield from begin(sqlite_database, tmp_path, jail, evil, healthy=2)


@pytest.fixture
def week(database: Engine, tmp_path: Path, jail: ChildJail, evil: EvilServer) -> Iterator[Week]:
    yield from begin(database, tmp_path, jail, evil, healthy=60 - len(TROUBLES))


def check(lived: Week, *, days: float) -> None:
    """Each is shown rightly, none is silent, and nothing came twice."""
    shown = lived.words()
    assert len(shown) == len(lived.outlets)
    now = lived.here.clock.at
    for name, row in shown.items():
        _, state, said = TROUBLES.get(name, (good, "ok", "Answers."))
        assert (name, row["state"]) == (name, state), row["doing"]
        assert said in row["doing"], (name, row["doing"])
        assert len(row["doing"]) < 500, name
        if state == "failing":
            assert row["last_error"], name
        if state != "gone":
            assert row["next_attempt_at"] - now <= 1.25 * DAY, f"{name} is not asked again"
            assert now - row["last_attempt_at"] <= 1.3 * DAY, f"{name} was given up silently"
    twice = Counter((row.source_id, row.guid) for row in lived.here.rows(entries))
    assert max(twice.values()) == 1
    _troubles(lived, shown, days=days)


def _troubles(lived: Week, shown: dict[str, dict[str, Any]], *, days: float) -> None:
    here, outlets = lived.here, lived.outlets
    gone = outlets["gone"]
    assert max(gone.times()) - min(gone.times()) < 2.5 * DAY, "it was asked again after it was gone"
    assert len(here.rows(entries, source_id="gone")) >= 20, "its history is kept"
    assert here.row(audit, thing_id="gone").action == "gone"
    assert len(outlets["broken"].asked) < 3 * days + 8, "a failing source is asked less and less often"
    assert max(outlets["broken"].gaps()) > 12 * STEP
    assert min(outlets["later-seconds"].gaps()) >= timedelta(seconds=7200)
    assert len(outlets["later-decade"].asked) >= days - 1, "ten years are cut to a day"
    assert len(outlets["same-for-ever"].asked) > outlets["same-for-ever"].in_full() >= days - 1
    assert len(here.rows(entries, source_id="recovers")) >= 20
    assert all("if-none-match" not in headers for _, headers in outlets["long-tag"].asked)
    assert not any("evil" in str(headers).lower() for _, headers in outlets["tag-with-lines"].asked)


def test_a_week_with_sixty_sources(week: Week) -> None:
    assert len(week.outlets) == 60
    check(week.live(7), days=7)


def test_a_stopped_source_starts_again_when_somebody_asks(short: Week) -> None:
    short.live(2.5)
    assert short.words()["gone"]["state"] == "gone"
    short.outlets["gone"].reply = good
    retry(short.here.engine, "gone", MARA, now=short.here.clock.at)
    assert short.live(0.5).words()["gone"]["state"] == "ok"
