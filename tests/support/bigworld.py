"""A made-up world that is large enough to be disturbed: companies, a person at each, and outlets that tell of them.

Every event is told by two outlets, so the line has something to join; the same seed gives the same world.
"""

from __future__ import annotations

import csv
import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

FIRST = ("Nor", "Bel", "Kas", "Tor", "Mel", "Var", "Hel", "Sol", "Dun", "Ash", "Fen", "Lor", "Quel", "Ryn")
SECOND = ("vale", "dorf", "mark", "hurst", "wick", "stead", "gard", "ling", "combe")
TRADE = ("Robotics", "Analytics", "Logistics", "Software", "Energy")
AMOUNTS = (12, 18, 24, 31, 45)

TEAM = """\
company: {name: Example Works, postal_address: "Example Works, 1 Example Street, 10115 Berlin, Germany"}
people:
  - {id: mara, name: Mara Lindner, email: mara@works.example, signature: "Mara Lindner\\nExample Works"}
"""
CAMPAIGNS = """\
campaigns:
  - id: money
    when: {event: funding, age: {lte: 60d}}
    fit:
      must: [{account.country: [DE]}]
    stories: [funding-first-weeks]
    sender: mara
"""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Outlet)
        self.pages: dict[str, bytes] = {}

    def handle_error(self, request: object, client_address: object) -> None:
        """Readers are killed while they read; that is the point."""


class _Outlet(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = 10.0

    def do_GET(self) -> None:
        body = self.server.pages.get(self.path, b"")
        etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        same = self.headers.get("If-None-Match") == etag
        self.send_response(304 if same else 200)
        self.send_header("ETag", etag)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", "0" if same else str(len(body)))
        self.end_headers()
        if not same:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class World:
    """A workspace on disk, and outlets that tell of its companies as far as they have got."""

    workspace: Path
    names: tuple[str, ...]
    outlets: int
    now: datetime
    server: _Server

    def publish(self, upto: int) -> None:
        """The outlets tell of the first so many companies."""
        self.server.pages = _pages(self.names[:upto], self.outlets, self.now)


def names(count: int) -> tuple[str, ...]:
    """Company names that mean nothing else."""
    made = [f"{first}{second}" for second in SECOND for first in FIRST]
    assert count <= len(made), f"only {len(made)} names"
    return tuple(f"{name} {TRADE[at % len(TRADE)]}" for at, name in enumerate(made[:count]))


def _build(world: World, port: int) -> None:
    (world.workspace / "stories").mkdir(parents=True, exist_ok=True)
    story = (files("campaigns") / "stories" / "funding-first-weeks.en.j2").read_text("utf-8")
    (world.workspace / "stories" / "funding-first-weeks.en.j2").write_text(story, "utf-8")
    _tables(world)
    _settings(world.workspace, port, world.outlets)


def _tables(world: World) -> None:
    with (world.workspace / "accounts.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["name", "id", "domain", "country", "employees"])
        rows.writerows([name, _id(name), f"{_id(name)}.example", "DE", 200] for name in world.names)
    with (world.workspace / "contacts.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["account", "name", "id", "email", "role", "seniority", "function", "lawful_basis"])
        rows.writerows(
            [_id(name), "Kim Vogel", f"{_id(name)}-kim", f"kim@{_id(name)}.example", "VP Sales", "vp", "sales",
             "legitimate_interest"]
            for name in world.names
        )  # fmt: skip


def _id(name: str) -> str:
    return name.split()[0].lower()


def _settings(workspace: Path, port: int, outlets: int) -> None:
    lines = [f'  - {{id: outlet-{at}, kind: feed, url: "http://127.0.0.1:{port}/{at}.xml"}}' for at in range(outlets)]
    (workspace / "sources.yaml").write_text("sources:\n" + "\n".join(lines) + "\n")
    (workspace / "settings.yaml").write_text(f'outbound: {{allow: ["127.0.0.1/32:{port}"]}}\n')
    (workspace / "team.yaml").write_text(TEAM)
    (workspace / "campaigns.yaml").write_text(CAMPAIGNS)


def _pages(told_of: tuple[str, ...], outlets: int, now: datetime) -> dict[str, bytes]:
    items: list[list[str]] = [[] for _ in range(outlets)]
    for at, name in enumerate(told_of):
        amount, day = AMOUNTS[at % len(AMOUNTS)], now - timedelta(hours=2 + at % 40)
        first = f"{name} raises ${amount} million in Series A funding"
        second = f"{name} closes ${amount}M Series A"
        items[at % outlets].append(_item(first, f"{_id(name)}-a", day))
        items[(at + 1) % outlets].append(_item(second, f"{_id(name)}-b", day + timedelta(hours=1)))
    return {f"/{number}.xml": _page(number, told) for number, told in enumerate(items)}


def _page(number: int, told: list[str]) -> bytes:
    return f"<rss version='2.0'><channel><title>Outlet {number}</title>{''.join(told)}</channel></rss>".encode()


def _item(title: str, slug: str, at: datetime) -> str:
    link = f"https://outlets.example/{slug}"
    when = format_datetime(at, usegmt=True)
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid>"
        f"<description>{title}, the company said.</description><pubDate>{when}</pubDate></item>"
    )


@contextmanager
def served(folder: Path, *, companies: int, outlets: int = 12, now: datetime | None = None) -> Iterator[World]:
    """The world with its outlets answering on the loopback; they tell of everything unless `publish` says otherwise."""
    server = _Server()
    began = (now or datetime.now(UTC)).replace(microsecond=0)
    world = World(folder / "workspace", names(companies), outlets, began, server)
    _build(world, server.server_address[1])
    world.publish(companies)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield world
    finally:
        server.shutdown()
        server.server_close()
