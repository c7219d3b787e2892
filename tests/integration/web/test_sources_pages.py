"""The pages of sources: trying, adding, pausing, taking over a list; and who may."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Engine, select, update
from support.evil_server import EvilServer, running
from support.line import Line, line
from support.web import Site, Visitor
from support.web import services as web_services

from overture.config.edit import NewSource
from overture.db import tables as t
from overture.db import users
from overture.db.audit import Actor
from overture.db.engine import read, write
from overture.db.source_ops import sources_in_words
from overture.jail import ChildJail
from overture.jobs.source_desk import SourceDesk

ROLES = {"otto": "ops", "mara": "reviewer"}


@pytest.fixture(scope="module")
def evil() -> Iterator[EvilServer]:
    with running() as server:
        yield server


@pytest.fixture
def here(sqlite_database: Engine, tmp_path: Path, evil: EvilServer) -> Iterator[Line]:
    files = {
        "sources.yaml": f'sources:\n  - {{id: good, kind: feed, url: "{evil.url("/good")}"}}\n',
        "settings.yaml": f'stories: stories\noutbound: {{allow: ["127.0.0.1/32:{evil.port}"]}}\n',
    }
    with (
        ChildJail(children=1) as jail,
        line(sqlite_database, tmp_path, jail=jail, files=files) as found,
    ):
        with write(found.engine) as connection:
            for id_, role in ROLES.items():
                user = users.User(id_, id_.title(), role)
                users.add_user(
                    connection, user, password_hash=None, by=Actor("test", "system"), now=found.services.now()
                )
        yield found


@pytest.fixture
def site(here: Line) -> Iterator[Site]:
    given = replace(web_services(here.engine, here.services.now), sources=SourceDesk(here.services))
    with Site(given) as site:
        yield site


@pytest.fixture
def otto(site: Site) -> Visitor:
    visitor = site.visitor("otto")
    visitor.get("/sources")
    return visitor


def state(here: Line, source: str) -> str:
    with read(here.engine) as connection:
        found = {row["id"]: row["state"] for row in sources_in_words(connection, now=here.services.now())}
        return str(found[source])


def test_a_source_is_paused_and_resumed(here: Line, otto: Visitor) -> None:
    assert otto.post("/sources/good/do", act="pause").headers["location"].endswith("did=paused&id=good")
    assert state(here, "good") == "paused"
    assert "good is asked no more" in otto.get("/sources?did=paused&id=good").text
    otto.post("/sources/good/do", act="resume")
    assert state(here, "good") != "paused"
    assert otto.post("/sources/nowhere/do", act="pause").status_code == 404
    assert otto.post("/sources/good/do", act="explode").status_code == 422


def test_a_source_is_removed_after_a_look_and_put_back_with_its_history(here: Line, otto: Visitor) -> None:
    path = here.services.folder / "sources.yaml"
    path.write_text("# ours\n" + path.read_text() + "  # the last word\n")
    before = path.read_text()
    otto.post("/sources/good/do", act="pause")
    assert "Remove good" in otto.get("/sources/good/remove").text
    assert "{id: good" in otto.get("/sources/good/remove").text
    assert path.read_text() == before
    assert otto.post("/sources/good/remove").headers["location"] == "/sources?did=removed&id=good"
    assert path.read_text() == "# ours\nsources:\n  # the last word\n"
    page = otto.get("/sources?did=removed&id=good").text
    assert "No sources yet" in page
    assert "Put it back" in page
    assert otto.post("/sources/good/remove").status_code == 404
    assert otto.post("/sources/good/back").status_code == 303
    assert path.read_text() == before
    assert state(here, "good") == "paused"
    assert "Removed in the last" not in otto.get("/sources").text
    assert otto.post("/sources/good/back").status_code == 404
    with read(here.engine) as connection:
        told = connection.execute(select(t.audit.c.action, t.audit.c.actor).where(t.audit.c.thing_id == "good")).all()
    assert told[-2:] == [("source.removed", "otto"), ("source.put_back", "otto")]


def test_what_was_written_meanwhile_stays_when_a_source_is_put_back(here: Line, otto: Visitor) -> None:
    path = here.services.folder / "sources.yaml"
    otto.post("/sources/good/remove")
    path.write_text('sources:\n  - {id: fresh, kind: feed, url: "https://courier.example/feed"}\n')
    assert otto.post("/sources/good/back").status_code == 303
    assert [line.split(",")[0] for line in path.read_text().splitlines()] == [
        "sources:",
        "  - {id: good",
        "  - {id: fresh",
    ]


def test_where_the_file_cannot_be_written_the_page_says_why_and_where(
    here: Line, otto: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("overture.jobs.source_remove.os.access", lambda *_: False)
    before = (here.services.folder / "sources.yaml").read_text()
    page = otto.get("/sources/good/remove").text
    assert "is read-only here" in page
    assert "sources.yaml:2" in page
    assert 'action="/sources/good/remove"' not in page
    answer = otto.post("/sources/good/remove")
    assert answer.status_code == 409
    assert (here.services.folder / "sources.yaml").read_text() == before
    assert state(here, "good") == "new"


def test_a_test_shows_what_would_come_of_it_and_saves_nothing(here: Line, otto: Visitor) -> None:
    page = otto.post("/sources/test", which="good").text
    assert "What would become of it" in page
    assert "nothing was saved" in page
    assert state(here, "good") == "new"
    refused = otto.post("/sources/test", which="http://169.254.169.254/latest").text
    assert "problem" in refused
    assert "What would become of it" not in refused


def test_an_address_alone_is_looked_at_and_added(here: Line, otto: Visitor, evil: EvilServer) -> None:
    assert otto.post("/sources/new", url=evil.url("/error")).status_code == 422
    answer = otto.post("/sources/new", url=evil.url("/conditional"), tags="trade, de")
    assert answer.status_code == 303, answer.text
    added = re.search(r"&id=([\w.-]+)", answer.headers["location"])
    assert added
    written = (here.services.folder / "sources.yaml").read_text()
    assert "/conditional" in written
    assert "tags: [trade, de]" in written
    assert state(here, added[1]) == "new"


def test_of_those_who_add_and_remove_at_once_nobody_loses_anothers_lines(here: Line) -> None:
    desk, together = SourceDesk(here.services), Barrier(5)

    def change(number: int) -> object:
        together.wait()
        if not number:
            return desk.remove("good", Actor("otto", "ui"))
        return desk.add([NewSource(f"new-{number}", f"https://new-{number}.example/feed")])

    with ThreadPoolExecutor(5) as pool:
        assert not any(pool.map(change, range(5)))
    left = desk.lines()
    assert {f"new-{number}" for number in range(1, 5)} <= left.keys()
    assert "good" not in left


def test_a_line_that_the_file_would_refuse_is_not_written(here: Line, otto: Visitor) -> None:
    before = (here.services.folder / "sources.yaml").read_text()
    answer = otto.post("/sources/new", id="good", url="https://courier.example/feed")
    assert answer.status_code == 422
    assert "good" in answer.text
    assert (here.services.folder / "sources.yaml").read_text() == before


def test_a_list_is_previewed_then_taken_over_once(here: Line, otto: Visitor, evil: EvilServer) -> None:
    listed = (
        '<opml version="2.0"><body><outline text="Trade">'
        f'<outline type="rss" text="Quay" xmlUrl="{evil.url("/conditional")}"/>'
        f'<outline type="rss" text="Here" xmlUrl="{evil.url("/good")}"/>'
        '<outline type="rss" text="Odd" xmlUrl="nonsense"/></outline></body></opml>'
    )
    page = otto.post("/sources/import", list=listed, ask="yes").text
    assert re.findall(r'class="tag">(\d [a-z ]+)<', page) == ["1 new", "1 already have", "1 malformed"]
    chosen = re.search(r'name="chosen" checked[^>]* value="([^"]+)"', page)
    assert chosen
    value = chosen[1].replace("&#34;", '"').replace("&amp;#34;", '"').replace("&quot;", '"')
    assert otto.post("/sources/import/take", chosen=value).status_code == 303
    assert state(here, "quay") == "new"
    again = otto.post("/sources/import", list=listed).text
    assert re.findall(r'class="tag">(\d [a-z ]+)<', again) == ["2 already have", "1 malformed"]
    assert "/conditional" in otto.get("/sources/export.opml").text


def test_the_verdicts_are_kept_as_a_file_without_asking_again(here: Line, otto: Visitor, evil: EvilServer) -> None:
    listed = (
        f'<opml version="2.0"><body><outline type="rss" text="=1+1" xmlUrl="{evil.url("/nothing-here")}"/>'
        '<outline type="rss" text="Odd" xmlUrl="nonsense"/></body></opml>'
    )
    page = otto.post("/sources/import", list=listed, ask="yes").text
    heard = re.search(r'name="heard" value="([^"]*)"', page)
    assert heard
    asked = len(evil.asked)
    answer = otto.post("/sources/import", list=listed, act="report", ask="yes", heard=html.unescape(heard[1]))
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["verdict"] for row in rows] == ["unreachable", "malformed"]
    assert rows[0]["title"] == "'=1+1"
    assert len(evil.asked) == asked
    plain = otto.post("/sources/import", list=listed, act="report", heard="{").text
    assert [row["verdict"] for row in csv.DictReader(io.StringIO(plain))] == ["new", "malformed"]


@pytest.mark.parametrize("listed", ["", "<opml", "<html></html>", '<opml version="2.0"><body></body></opml>'])
def test_what_is_no_list_is_refused_in_words(otto: Visitor, listed: str) -> None:
    answer = otto.post("/sources/import", list=listed)
    assert answer.status_code == 422
    assert "no list of feeds" in answer.text


@pytest.mark.parametrize("chosen", ["{", "[]", '{"id": 1}', '{"id": "a", "url": 7, "tags": 3}'])
def test_a_line_that_the_page_did_not_write_adds_nothing(here: Line, otto: Visitor, chosen: str) -> None:
    assert otto.post("/sources/import/take", chosen=chosen).status_code == 422
    assert (here.services.folder / "sources.yaml").read_text().count("id:") == 1


def test_who_only_reviews_may_look_but_not_act(site: Site) -> None:
    mara = site.visitor("mara")
    page = mara.get("/sources").text
    assert "Test now" not in page
    assert mara.get("/sources/new").status_code == 403
    assert mara.post("/sources/good/do", act="pause").status_code == 403
    assert mara.post("/sources/good/remove").status_code == 403


def test_the_rail_says_in_words_which_sources_are_in_trouble(here: Line, otto: Visitor) -> None:
    assert "in trouble" not in otto.get("/queue").text
    long_ago = (here.clock.at - timedelta(days=2)).isoformat()
    with write(here.engine) as connection:
        connection.execute(update(t.sources).values(health={"failures": 4, "last_ok_at": long_ago}))
    assert '1<span class="said"> in trouble: 1 fails for 6 h and longer</span>' in otto.get("/queue").text
    with write(here.engine) as connection:
        connection.execute(update(t.sources).values(health={"last_new_at": long_ago, "usual_gap": 60.0}))
    assert "Counted as trouble: 1 is silent for 3 times the usual." in otto.get("/sources").text
    assert "silent for 2 d" in otto.get("/sources").text  # where the list shows which one it is


def test_the_button_that_asks_again_counts_what_it_asks(here: Line, otto: Visitor) -> None:
    assert "that failed" not in otto.get("/sources").text
    with write(here.engine) as connection:
        connection.execute(update(t.sources).values(health={"state": "degraded", "failures": 1}))
    assert "Retry 1 that failed" in otto.get("/sources").text
    otto.post("/sources/retry-failing")
    assert "that failed" not in otto.get("/sources").text
