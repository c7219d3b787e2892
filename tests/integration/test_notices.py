"""What is told to others: tests of the way out lie in their own folder; the web hook is told once, signed, in time."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, insert, update
from support.line import Line, line

from overture.db import notices
from overture.db import tables as t
from overture.db.alerts import troubled
from overture.db.audit import Actor
from overture.db.engine import read, write
from overture.db.notices import Notice, Told
from overture.handoff.webhook import Hook, Post, objection, signature, tell
from overture.jail import ChildJail
from overture.settings import Alerts
from triggers.outbound import OutboundPolicy, parse_allow

OTTO = Actor("otto", "ui")
SECRET = "a secret of sixteen or more"


@dataclass
class Receiver:
    """Writes down what it is told, and answers as the test says."""

    port: int = 0
    answer: int = 200
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def events(self) -> list[str]:
        return [headers["Overture-Event"] for headers, _ in self.heard]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    found = Receiver()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.heard.append((dict(self.headers), body))
            self.send_response(found.answer)
            self.send_header("Location", "http://127.0.0.1/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def _hooked(engine: Engine, folder: Path, jail: ChildJail, receiver: Receiver) -> Iterator[Line]:
    settings = (
        f'outbound: {{allow: ["127.0.0.1/32:{receiver.port}"]}}\n'
        f"alerts: {{webhook: 'http://127.0.0.1:{receiver.port}/hook', events: [source.failing, source.silent, "
        "source.well, drafts.waiting, handoffs.done]}\n"
    )
    with line(engine, folder, jail=jail, files={"settings.yaml": settings}) as found:
        signing = {"webhook_secret": SecretStr(SECRET)}
        found.services.environment = found.services.environment.model_copy(update=signing)
        yield found


@pytest.fixture
def hooked(sqlite_database: Engine, tmp_path: Path, jail: ChildJail, receiver: Receiver) -> Iterator[Line]:
    """The line with a web hook that is allowed by hand, and no source that was asked yet."""
    with _hooked(sqlite_database, tmp_path, jail, receiver) as found:
        yield found


@pytest.fixture
def hooked_on_both(database: Engine, tmp_path: Path, jail: ChildJail, receiver: Receiver) -> Iterator[Line]:
    with _hooked(database, tmp_path, jail, receiver) as found:
        yield found


def health(told: Line, source: str, **values: object) -> None:
    with write(told.engine) as connection:
        connection.execute(update(t.sources).where(t.sources.c.id == source).values(health=values))


def webhooks(told: Line) -> tuple[Told, ...]:
    with read(told.engine) as connection:
        return notices.last(connection, "webhook")


def look_again(told: Line, **by: float) -> None:
    told.clock.turn(**by)
    told.run()


# --- tests of the way out -----------------------------------------------------------------------------------------


def test_a_test_lies_in_its_own_folder_says_so_and_changes_nothing_else(
    database: Engine, tmp_path: Path, jail: ChildJail
) -> None:
    with line(database, tmp_path, jail=jail) as told:
        with write(told.engine) as connection:
            asked = {"name": "Otto Brandt", "address": "otto@lantern.example"}
            assert isinstance(notices.ask_test(connection, "mail", OTTO, asked, now=told.clock.at), int)
        told.run()
        row = told.row(t.notices, channel="mail")
        assert (row.state, row.payload, row.last_error) == ("done", {}, None)
        path = Path(row.location)
        assert path.parent == told.services.workspace.handoff_dir / "tests"
        message = message_from_bytes(path.read_bytes(), policy=default)
        assert message["Subject"].startswith("[Test]")
        assert message["To"] == message["From"] == "Otto Brandt <otto@lantern.example>"
        assert [told.rows(table) for table in (t.handoffs, t.attempts, t.touches, t.drafts)] == [[], [], [], []]
        assert [act.action for act in told.rows(t.audit, thing="notice")] == ["test_asked"]


def test_a_test_that_cannot_be_built_fails_with_the_reason(
    sqlite_database: Engine, tmp_path: Path, jail: ChildJail
) -> None:
    with line(sqlite_database, tmp_path, jail=jail) as told:
        with write(told.engine) as connection:
            notices.ask_test(connection, "mail", OTTO, {"name": "Otto", "address": "nowhere"}, now=told.clock.at)
        told.run()
        row = told.row(t.notices, channel="mail")
        assert (row.state, row.payload) == ("failed", {})
        assert "cannot be written to" in row.last_error


def test_nobody_asks_for_more_tests_than_a_few_an_hour(
    sqlite_database: Engine, tmp_path: Path, jail: ChildJail
) -> None:
    with line(sqlite_database, tmp_path, jail=jail) as told, write(told.engine) as connection:
        asked = [
            notices.ask_test(connection, "mail", OTTO, {}, now=told.clock.at) for _ in range(notices.TESTS_AN_HOUR + 1)
        ]
        assert [isinstance(one, int) for one in asked] == [True] * notices.TESTS_AN_HOUR + [False]
        later = told.clock.at + timedelta(hours=1, seconds=1)
        assert isinstance(notices.ask_test(connection, "mail", OTTO, {}, now=later), int)


def test_nor_by_asking_many_times_at_once(hooked_on_both: Line) -> None:
    engine, at = hooked_on_both.engine, hooked_on_both.clock.at

    def ask(_: int) -> int | str:
        with write(engine) as connection:
            return notices.ask_test(connection, "mail", OTTO, {}, now=at)

    with ThreadPoolExecutor(8) as pool:
        asked = list(pool.map(ask, range(16)))
    assert sum(isinstance(one, int) for one in asked) == notices.TESTS_AN_HOUR


def test_old_tests_are_forgotten_where_no_web_hook_is_told_too(
    sqlite_database: Engine, tmp_path: Path, jail: ChildJail
) -> None:
    with line(sqlite_database, tmp_path, jail=jail) as told:
        for days in (0, 31):
            told.clock.turn(days=days)
            with write(told.engine) as connection:
                notices.ask_test(connection, "mail", OTTO, {}, now=told.clock.at)
            told.run()
        assert [row.made_at for row in told.rows(t.notices, channel="mail")] == [told.clock.at]


# --- the web hook -------------------------------------------------------------------------------------------------


def test_a_source_that_fails_for_hours_is_told_once_then_daily_then_when_it_is_well(
    hooked: Line, receiver: Receiver
) -> None:
    hooked.run()
    since = hooked.clock.at
    health(hooked, "courier", failures=4, last_ok_at=since.isoformat())
    look_again(hooked, hours=5)
    assert receiver.heard == []
    look_again(hooked, hours=2)
    look_again(hooked, hours=1)
    assert receiver.events == ["source.failing"]
    look_again(hooked, hours=24)
    assert receiver.events == ["source.failing"] * 2
    health(hooked, "courier", last_ok_at=hooked.clock.at.isoformat())
    look_again(hooked, hours=1)
    look_again(hooked, hours=1)
    assert receiver.events == ["source.failing"] * 2 + ["source.well"]
    source = {"source": "courier", "kind": "feed", "since": since.isoformat(), "failures": 4}
    assert data(receiver) == {"count": 1, "new": 1, "sources": [source]}


def data(receiver: Receiver, number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(receiver.heard[number][1])["data"]
    return found


def test_an_outage_of_many_sources_is_one_notice_then_one_a_day_and_one_when_it_is_over(
    hooked_on_both: Line, receiver: Receiver
) -> None:
    hooked, names = hooked_on_both, [f"feed-{n:03}" for n in range(200)]
    hooked.run()
    ok = {"failures": 0, "state": "ok"}
    failing = {"failures": 5, "state": "failing", "last_ok_at": hooked.clock.at.isoformat()}
    far = {
        "run_at": hooked.clock.at + timedelta(days=90),
        "config_hash": "-",
        "config": {},
        "kind": "feed",
        "own": True,
    }
    with write(hooked.engine) as connection:
        connection.execute(insert(t.sources), [{"id": id_, "health": failing, **far} for id_ in names])
    look_again(hooked, hours=7)
    assert receiver.events == ["source.failing"]
    assert (data(receiver)["count"], data(receiver)["new"]) == (200, 200)
    assert [one["source"] for one in data(receiver)["sources"]] == names[:20]
    assert webhooks(hooked)[0].thing == "200 sources"
    health(hooked, "courier", **failing)
    look_again(hooked, minutes=6)
    assert len(receiver.heard) == 1  # what falls soon after waits for an hour
    look_again(hooked, hours=1)
    assert (data(receiver, 1)["count"], data(receiver, 1)["new"]) == (201, 1)
    assert data(receiver, 1)["sources"][0]["source"] == "courier"
    for _ in range(4):
        look_again(hooked, hours=6)
    assert [data(receiver, n)["new"] for n in range(len(receiver.heard))] == [200, 1, 0]
    with read(hooked.engine) as connection:
        assert troubled(connection, Alerts(), now=hooked.clock.at) == (201, 0)
    with write(hooked.engine) as connection:
        connection.execute(update(t.sources).values(health=ok))
    look_again(hooked, minutes=6)
    look_again(hooked, hours=30)
    assert receiver.events == ["source.failing"] * 3 + ["source.well"]
    assert data(receiver, 3)["count"] == 201


def test_the_rail_counts_who_fails_or_is_silent_for_too_long(hooked_on_both: Line) -> None:
    def counted(**values: object) -> tuple[int, int]:
        health(hooked_on_both, "courier", **values)
        with read(hooked_on_both.engine) as connection:
            return troubled(connection, Alerts(), now=now)

    now = hooked_on_both.clock.at
    ago = {n: (now - timedelta(hours=n)).isoformat() for n in (5, 7, 23, 25, 71, 73)}
    assert counted() == (0, 0)
    assert counted(failures=1, state="degraded", last_ok_at=ago[5]) == (0, 0)
    assert counted(failures=1, state="degraded", last_ok_at=ago[7]) == (1, 0)
    assert counted(failures=2, state="degraded", last_ok_at=None) == (0, 0)
    assert counted(failures=3, state="failing", last_ok_at=None) == (1, 0)
    assert counted(failures=0, last_new_at=ago[23], usual_gap=60.0) == (0, 0)
    assert counted(failures=0, last_new_at=ago[25], usual_gap=60.0) == (0, 1)
    assert counted(failures=0, last_new_at=ago[71], usual_gap=86_400.0) == (0, 0)
    assert counted(failures=0, last_new_at=ago[73], usual_gap=86_400.0) == (0, 1)
    assert counted(failures=0, last_new_at=ago[73], usual_gap=None) == (0, 0)


def test_one_that_never_answered_counts_from_when_it_was_seen_to_fail(hooked: Line, receiver: Receiver) -> None:
    health(hooked, "courier", failures=9)
    hooked.run()
    look_again(hooked, hours=5)
    assert receiver.events == []
    look_again(hooked, hours=2)
    assert receiver.events == ["source.failing"]


def test_silence_of_several_times_the_usual_is_told(hooked: Line, receiver: Receiver) -> None:
    quiet = hooked.clock.at - timedelta(days=10)
    health(hooked, "courier", usual_gap=86_400 * 4.0, last_new_at=quiet.isoformat())
    hooked.run()
    assert receiver.events == []
    look_again(hooked, days=3)
    assert receiver.events == ["source.silent"]


def test_what_waits_is_told_once_a_morning_and_what_left_once(hooked_on_both: Line, receiver: Receiver) -> None:
    hooked = hooked_on_both
    hooked.post("courier", "Acme Robotics raises $25M Series B", "Acme Robotics has raised $25 million.")
    hooked.run()
    look_again(hooked, minutes=6)
    assert receiver.events == ["drafts.waiting"]
    assert json.loads(receiver.heard[0][1])["data"]["waiting"] == 1
    hooked.send(hooked.draft().id)
    look_again(hooked, minutes=6)
    look_again(hooked, minutes=6)
    assert receiver.events == ["drafts.waiting", "handoffs.done"]
    assert json.loads(receiver.heard[1][1])["data"]["count"] == 1
    told = " ".join(body.decode() for _, body in receiver.heard)
    assert not any(word in told for word in ("Acme", "Jo", "@", "25M"))


def test_the_signature_covers_the_moment_and_the_bytes(hooked: Line, receiver: Receiver) -> None:
    with write(hooked.engine) as connection:
        notices.ask_test(connection, "webhook", OTTO, {}, now=hooked.clock.at)
    hooked.run()
    headers, body = receiver.heard[0]
    at, mac = (part.partition("=")[2] for part in headers["Overture-Signature"].split(","))
    assert int(at) == int(hooked.clock.at.timestamp())
    assert mac == hmac.new(SECRET.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    assert signature(b"other", body, int(at)) != headers["Overture-Signature"]
    assert headers["Overture-Delivery"] == str(json.loads(body)["id"])


def test_what_is_not_taken_is_tried_again_and_can_be_told_again_by_hand(
    hooked_on_both: Line, receiver: Receiver
) -> None:
    hooked = hooked_on_both
    receiver.answer = 503
    put(hooked, "one")
    hooked.run()
    first = webhooks(hooked)[0]
    assert (first.state, first.status, first.attempts, first.why) == ("waiting", 503, 1, "answered 503")
    with write(hooked.engine) as connection:
        connection.execute(update(t.notices).values(retry_at=None, attempts=5))
    hooked.run()
    assert (webhooks(hooked)[0].state, len(receiver.heard)) == ("failed", 2)
    receiver.answer = 204
    with write(hooked.engine) as connection:
        assert notices.again(connection, first.id, OTTO, now=hooked.clock.at)
        assert notices.again(connection, first.id, OTTO, now=hooked.clock.at) is None  # it waits already
    hooked.run()
    assert (webhooks(hooked)[0].state, webhooks(hooked)[0].status) == ("done", 204)
    assert len({body for _, body in receiver.heard}) == 1  # the same bytes each time
    assert [act.action for act in hooked.rows(t.audit, thing="notice")] == ["told_again"]


def put(told: Line, thing: str) -> None:
    with write(told.engine) as connection:
        made = Notice("source.failing", thing, "now", {"source": thing})
        assert [notices.put(connection, [made], now=told.clock.at) for _ in range(2)] == [1, 0]


def test_a_redirect_is_not_followed_and_gone_is_gone(hooked: Line, receiver: Receiver) -> None:
    for answer, words in ((302, "leads elsewhere"), (410, "gone for good")):
        receiver.answer = answer
        put(hooked, str(answer))
        hooked.run()
        assert webhooks(hooked)[0].state == "failed"
        assert words in str(webhooks(hooked)[0].why)
    assert len(receiver.heard) == 2


def test_without_a_secret_or_an_address_nothing_leaves_and_the_reason_is_kept(hooked: Line, receiver: Receiver) -> None:
    hooked.services.environment = hooked.services.environment.model_copy(update={"webhook_secret": None})
    put(hooked, "one")
    hooked.run()
    assert "OVERTURE_WEBHOOK_SECRET" in str(webhooks(hooked)[0].why)
    hooked.files(settings_yaml="stories: stories\n")
    put(hooked, "two")
    look_again(hooked, minutes=6)
    assert "alerts.webhook is not set" in str(webhooks(hooked)[0].why)
    assert hooked.row(t.notices, channel="look").state == "done"  # nobody is there to be told
    assert receiver.heard == []


def test_private_addresses_and_plain_http_are_refused_unless_listed() -> None:
    policy = OutboundPolicy(allow=(parse_allow("127.0.0.1/32:9000"),))
    assert objection("https://hooks.example/x", policy) is None
    assert objection("http://127.0.0.1:9000/x", policy) is None
    assert "https" in str(objection("http://hooks.example/x", policy))
    for refused in ("https://127.0.0.1/x", "https://10.0.0.8/x", "https://169.254.169.254/x", "https://box.internal/x"):
        assert "outbound.allow" in str(objection(refused, policy)), refused


def test_a_name_that_leads_to_a_private_address_is_refused_at_the_look_up(hooked: Line) -> None:
    hooked.files(settings_yaml="alerts: {webhook: 'https://localtest.example/hook'}\n")

    async def lookup(host: str, port: int) -> list[str]:
        return ["10.1.2.3"]

    settings = hooked.services.workspace.settings
    hook = Hook(str(settings.alerts.webhook), b"x", settings.outbound, hooked.services.limits, lookup)
    heard = tell(hook, [Post.of(1, "test", hooked.clock.at, {})], at=hooked.clock.at)
    assert (heard[0].ok, heard[0].again) == (False, False)
    assert "10.1.2.3" in heard[0].why


def test_what_ended_long_ago_is_forgotten(hooked: Line) -> None:
    old = hooked.clock.at - timedelta(days=40)
    row = {"channel": "webhook", "event": "test", "thing": "-", "key": "old", "payload": {}, "made_at": old}
    with write(hooked.engine) as connection:
        connection.execute(insert(t.notices).values(**row, state="done"))
    hooked.run()
    assert hooked.rows(t.notices, key="old") == []
