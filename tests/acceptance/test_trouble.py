"""What goes wrong in earnest, on a running Overture: each trouble is said at the right place, and nothing is lost."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from support.running import overture, start

from overture.config import init
from overture.db.engine import open_engine, read
from overture.db.lists import LISTS

PATIENCE = 30.0


def item(title: str, link: str = "https://news.example/1") -> str:
    date = format_datetime(datetime.now(UTC))
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate></item>"


def feed(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>The Post</title>{"".join(items)}</channel></rss>'.encode()


@dataclass
class Outlet:
    """A server whose pages a test may change."""

    pages: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    port: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"


@pytest.fixture
def outlet() -> Iterator[Outlet]:
    here = Outlet()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = here.pages.get(self.path.strip("/"), (404, b""))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield here
    server.shutdown()
    server.server_close()


@dataclass(frozen=True)
class House:
    """A workspace with one account and one contact, and the running product over it."""

    folder: Path
    outlet: Outlet

    @property
    def config(self) -> Path:
        return self.folder / "workspace"

    @property
    def environment(self) -> dict[str, str]:
        return {"OVERTURE_CONFIG": str(self.config), "OVERTURE_DATA_DIR": str(self.folder / "data")}

    def write_sources(self, *paths: str) -> None:
        rows = [f'  - {{id: {path}, kind: feed, url: "{self.outlet.url(path)}"}}' for path in paths]
        (self.config / "sources.yaml").write_text("sources:\n" + "\n".join(rows) + "\n")

    def rows(self, what: str) -> list[dict[str, Any]]:
        """What `overture WHAT list` prints, without starting a process for it."""
        engine = open_engine(f"sqlite:///{self.folder / 'data' / 'overture.db'}")
        try:
            with read(engine) as connection:
                return LISTS[what](connection)
        finally:
            engine.dispose()

    def source(self, id_: str) -> dict[str, Any]:
        if not (self.folder / "data" / "secret.key").exists():
            return {}  # not started yet
        return next((row for row in self.rows("sources") if row["id"] == id_), {})


@pytest.fixture
def house(tmp_path: Path, outlet: Outlet) -> House:
    made = House(tmp_path, outlet)
    init.write(made.config)
    for table in ("concerns", "interests", "ties", "do_not_contact"):
        (made.config / f"{table}.csv").unlink(missing_ok=True)
    (made.config / "settings.yaml").write_text(f'outbound: {{allow: ["127.0.0.1/32:{outlet.port}"]}}\n')
    (made.config / "campaigns.yaml").write_text(
        "campaigns:\n  - {id: b-round, when: {event: funding}, stories: [series-b-how-we-sell]}\n"
    )
    (made.config / "accounts.csv").write_text("name,domain\nLarkfield Robotics,larkfield.example\n")
    (made.config / "contacts.csv").write_text(
        "account,name,email,lawful_basis\nlarkfield.example,Ines Albrecht,,contract\n"
    )
    outlet.pages["good"] = (200, feed(item("Larkfield Robotics raises $25M in Series B")))
    made.write_sources("good")
    return made


@pytest.fixture
def running(house: House) -> Iterator[House]:
    process = start("up", "--port", "0", env=house.environment)
    yield house
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=30)


def soon(what: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.3)
    return False


def once(house: House) -> None:
    done = overture("up", "--until-idle", env=house.environment)
    assert done.returncode == 0, done.stderr


@pytest.mark.full
def test_a_feed_that_is_added_to_the_file_is_taken_up_without_a_restart(running: House) -> None:
    assert soon(lambda: running.source("good").get("last_status") == 200)
    running.outlet.pages["late"] = (
        200,
        feed(item("Larkfield Robotics opens an office in Lyon", "https://news.example/2")),
    )
    running.write_sources("good", "late")
    assert soon(lambda: running.source("late").get("last_status") == 200)


def test_a_broken_file_changes_nothing_and_check_names_the_place(running: House) -> None:
    assert soon(lambda: running.source("good").get("last_status") == 200)
    (running.config / "sources.yaml").write_text("sources:\n  - {id: good, knd: feed}\n")
    time.sleep(1.5)
    checked = overture("check", env=running.environment)
    assert checked.returncode == 1
    assert "sources.yaml:2:" in checked.stdout
    assert 'did you mean "kind"' in checked.stdout
    assert running.source("good")["state"] == "active"


def test_a_dead_feed_a_page_and_a_flood_of_bytes_are_each_named(house: House) -> None:
    house.outlet.pages |= {
        "dead": (500, b""),
        "page": (200, b"<!doctype html><html><title>Welcome</title><p>hello</p></html>"),
        "huge": (200, feed(item("x" * 6_000_000))),
    }
    house.write_sources("good", "dead", "page", "huge")
    once(house)
    assert "500" in house.source("dead")["last_error"]
    assert "web page" in house.source("page")["last_error"]
    assert "MiB" in house.source("huge")["last_error"]
    assert house.source("good")["last_error"] is None
    assert len(house.rows("entries")) == 1


@pytest.mark.full
def test_a_title_of_a_megabyte_is_cut_and_stored(house: House) -> None:
    house.outlet.pages["long"] = (200, feed(item("Larkfield " + "x" * 1_000_000)))
    house.write_sources("long")
    once(house)
    assert [len(row["title"]) for row in house.rows("entries")] == [512]


@pytest.mark.full
def test_markup_in_a_title_stays_data(house: House) -> None:
    title = "&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} Larkfield Robotics raises $25M in Series B"
    house.outlet.pages["good"] = (200, feed(item(title)))
    once(house)
    assert house.rows("entries")[0]["title"].startswith("<script>alert(1)</script> {{7*7}}")
    assert [row["company"] for row in house.rows("triggers")] == ["Larkfield Robotics"]


@pytest.mark.full
def test_a_contact_without_an_address_is_a_task_and_not_silence(house: House) -> None:
    once(house)
    assert house.rows("drafts") == []
    assert {row["rule"] for row in house.rows("nos")} >= {"no_contact"}
    checked = overture("check", env=house.environment)
    assert "contacts.csv:2:" in checked.stdout
    assert "no address" in checked.stdout


def test_a_story_with_an_unknown_field_is_named_with_its_line(house: House) -> None:
    stories = sorted((house.config / "stories").glob("*.j2"))
    broken = stories[0]
    broken.write_text(broken.read_text().replace("{{ account.short_name }}", "{{ account.shrt_name }}", 1))
    checked = overture("check", env=house.environment)
    assert checked.returncode == 1
    assert "TPL002" in checked.stdout
    assert broken.name in checked.stdout
    assert "short_name" in checked.stdout
