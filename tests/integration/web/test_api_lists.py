"""By program: lists of feeds, kept filters, the message as a file, cases, and what would have been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest
from sqlalchemy import Engine
from support.api import Program, program, shown
from support.db import copy_of
from support.line import line
from support.web import NOON, Hand, Site, services

from campaigns.campaign import Campaign, Op, Rule
from campaigns.workspace import Case
from overture.jail import ChildJail
from overture.jobs.replay import Replayed, Window
from overture.jobs.source_desk import SourceDesk
from overture.jobs.what_if import WhatIf
from overture.web.services import Catalogue
from triggers.types import EventKind

LIST = (
    '<opml version="2.0"><body><outline text="Trade"><outline type="rss" text="Harbour" '
    'xmlUrl="https://harbour.example/feed"/></outline><outline type="rss" text="Odd" xmlUrl="nonsense"/></body></opml>'
)
MONEY = Campaign("money", (EventKind.FUNDING,), must=(Rule("account.employees", Op.GTE, 50, "at least 50"),))
CASE = Case("varga", "a maker of tools", "They lost people.", "One named person.", "It got worse.", "It halved.")


@pytest.fixture
def mara(site: Site) -> Iterator[Program]:
    with program(site, "mara") as who:
        yield who


def test_a_list_of_feeds_is_judged_taken_and_given_away(
    filled: Engine, sqlite_template: Path, tmp_path: Path, jail: ChildJail
) -> None:
    (tmp_path / "line").mkdir()
    with line(copy_of(sqlite_template, tmp_path / "line"), tmp_path, jail=jail) as told:
        given = replace(services(filled, Hand()), sources=SourceDesk(told.services))
        with Site(given) as site, program(site, "otto") as otto:
            judged = otto.post("/opml/judge", {"list": LIST}).json()["items"]
            assert [(one["verdict"], one["tags"]) for one in judged] == [("new", ["Trade"]), ("malformed", [])]
            feeds = [{name: one[name] for name in ("id", "url", "tags")} for one in judged if one["verdict"] == "new"]
            assert otto.post("/opml/take", {"feeds": feeds}).json() == {"added": ["harbour"]}
            assert otto.post("/opml/judge", {"list": LIST}).json()["items"][0]["verdict"] == "already have"
            assert 'xmlUrl="https://harbour.example/feed"' in otto.get("/opml").text
            again = otto.post("/opml/take", {"feeds": feeds})
            assert (again.status_code, again.json()["errors"][0]["place"]) == (422, "body.feeds")
            assert otto.post("/opml/judge", {"list": "<html>"}).status_code == 422


def test_a_filter_is_kept_replaced_and_dropped(mara: Program, site: Site) -> None:
    mara.post("/filters", {"name": "Hot", "q": "score:>60"})
    kept = mara.post("/filters", {"name": "Hot", "q": "score:>80", "tab": "mine"}).json()
    assert kept == {"name": "Hot", "where": "tab=mine&q=score%3A%3E80"}
    assert mara.get("/filters").json()["items"] == [kept]
    assert 'href="/queue?tab=mine&amp;q=score%3A%3E80"' in site.visitor("mara").get("/queue").text
    assert mara.post("/filters", {"name": "Odd", "q": "colour:red"}).json()["errors"][0]["place"] == "body.q"
    assert mara.post("/filters/Hot/remove").status_code == 200
    assert mara.post("/filters/Hot/remove").status_code == 404


def test_the_message_is_a_file_and_its_hold_can_be_ended(mara: Program) -> None:
    before = mara.get("/drafts/1/message.eml")
    assert before.headers["content-type"] == "message/rfc822"
    assert message_from_bytes(before.content)["To"].startswith("Ines Albers")
    assert mara.post("/drafts/1/release").status_code == 409
    mara.post("/drafts/1/approve", shown(mara.get("/drafts/1").json()["draft"]))
    done = mara.post("/drafts/1/release").json()
    assert done["did"] == "released"
    assert mara.get("/handoffs").json()["items"][0]["release_at"] == NOON.isoformat().replace("+00:00", "Z")
    assert mara.get("/drafts/99999/message.eml").status_code == 404


def test_an_assignment_is_taken_back(mara: Program) -> None:
    mara.post("/drafts/1/assign", {"to": "jonas"})
    assert mara.post("/drafts/1/undo-note").json()["was"] == "assigned"
    assert mara.get("/drafts/1").json()["draft"]["assignee"] == "mara"
    assert mara.post("/drafts/1/undo-note").status_code == 409


def test_what_would_have_been_is_told_and_mistakes_are_named(filled: Engine) -> None:
    nothing = Replayed(Window(NOON, NOON, (), 0, 0, 0, 0), ())
    given = replace(
        services(filled, Hand()), campaigns=lambda: (MONEY,), what_if=lambda _: WhatIf(nothing, nothing, ()),
        catalogue=lambda: Catalogue(cases=(CASE,)),
    )  # fmt: skip
    with Site(given) as site, program(site, "vera") as vera:
        options = {one["code"]: one["words"] for one in vera.get("/nos/options/money").json()["items"]}
        assert options["must:0"] == "employees is at least 50"
        told = vera.get("/nos/what-if", campaign="money", code="must:0", to="20").json()
        assert (told["before"], told["after"], told["changes"]) == (0, 0, [])
        wrong = vera.get("/nos/what-if", campaign="money", code="must:0", to="many").json()
        assert wrong["errors"][0]["place"] == "query.to"
        assert vera.get("/nos/what-if", campaign="none", code="must:0").status_code == 404
        case = vera.get("/cases").json()["items"][0]
        assert (case["setback"], case["drafts"][0]["account"]) == ("It got worse.", "Halden Paper 3")


def test_what_was_heard_is_taken_back(mara: Program) -> None:
    who = mara.get("/contacts", limit=1).json()["items"][0]["id"]
    said = {"contact": who, "level": "outcomes", "statement": "They lose people in spring", "aloud": True}
    heard = mara.post("/heard", said).json()["id"]
    assert mara.post(f"/heard/{heard}/remove").json() == {"id": heard}
    assert mara.post(f"/heard/{heard}/remove").status_code == 409


def test_a_new_claim_is_tied_to_words_of_the_news(mara: Program) -> None:
    draft = mara.get("/drafts/1").json()
    text = {"subject": draft["text"]["subject"], "body": draft["text"]["body"] + " In Hamburg."}
    entry = draft["tellings"][0]["entry_id"]
    tie = {"claim": "Hamburg", "origin": f"entry:{entry}:summary:0:7"}
    done = mara.post("/drafts/1/edit", {**shown(draft["draft"]), **text, "ties": [tie]})
    assert (done.status_code, done.json()["did"]) == (200, "edited"), done.text
    wrong = mara.post("/drafts/1/edit", {**shown(draft["draft"]), **text, "ties": [tie | {"origin": "anywhere"}]})
    assert wrong.json()["errors"][0]["place"] == "body.ties.0.origin"


def test_how_we_review_is_told(site: Site, mara: Program) -> None:
    site.visitor("mara").act(1, "approve", sighted=3, claims=9)
    told = mara.get("/review", span="day").json()
    assert [(one["user"], one["decided"], one["alarms"]) for one in told["habits"]] == [("mara", 1, [])]
    assert told["suggestions"] == []
    assert mara.get("/nos/again").status_code == 200
