"""Lists of the queue: what a word finds, in which order, and what came since a list was shown."""

from __future__ import annotations

import html
import re

import pytest
from jinja2 import FileSystemLoader
from sqlalchemy import Engine, update
from support.web import Hand, Site, shown_on

from overture.db import queue_words
from overture.db.engine import write
from overture.db.tables import drafts
from overture.web.routes import queue
from overture.web.show.filters import only, parse

JSON = {"accept": "application/json"}


def _rows(site: Site, where: str) -> list[int]:
    page = site.visitor("mara").get(f"/queue?{where}").text
    return [int(found) for found in re.findall(r'<tr role="row" data-row="(\d+)"', page)]


@pytest.mark.parametrize("few", [500, 0], ids=["by their index", "one by one"])
def test_a_word_finds_the_same_drafts_whether_few_or_many_bear_it(
    site: Site, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(queue_words, "_FEW_NAMES", few)
    assert 1 in _rows(site, "tab=mine&q=aCME")
    assert 1 in _rows(site, "tab=mine&q=ines+alb")  # the contact's name
    assert 1 in _rows(site, "tab=mine&q=acme+kind:funding")
    assert not _rows(site, "tab=mine&q=acme+kind:expansion")
    assert not _rows(site, "tab=mine&q=%25")  # a mark of LIKE is a mark like any other


@pytest.mark.parametrize("sort", ["score", "expiry", "newest"])
def test_each_order_pages_through_the_same_drafts_once(site: Site, filled: Engine, sort: str) -> None:
    with write(filled) as connection:
        connection.execute(update(drafts).where(drafts.c.state == "pending").values(assignee="mara"))
    whole, answered = [], True
    cursor = ""
    while answered:
        answer = site.visitor("mara").http.get(f"/api/v1/drafts?tab=mine&sort={sort}&limit=7{cursor}").json()
        whole += [row["id"] for row in answer["items"]]
        cursor, answered = f"&cursor={answer['next']}", answer["next"] is not None
    assert len(whole) > 20
    assert len(set(whole)) == len(whole)


def test_a_warm_app_reads_no_template_for_its_first_reader(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.app.state.warm()
    monkeypatch.setattr(FileSystemLoader, "get_source", None)
    mara = site.visitor("mara")
    for place in ("/queue?tab=mine", "/drafts/1?tab=mine", "/drafts/1/edit", "/search?q=acme"):
        assert mara.get(place).status_code == 200
    assert mara.post("/drafts/1/reject", headers=JSON, **shown_on(mara.get("/drafts/1").text), reason="old_news").json()


def test_only_what_was_made_since_the_list_was_shown_is_news(site: Site) -> None:
    mara = site.visitor("mara")
    since = int(re.findall(r'data-newest="(\d+)"', mara.get("/queue?tab=mine&q=acme").text)[0])
    assert mara.http.get(f"/queue/news?tab=mine&since={since}", headers=JSON).json() == {"new": 0}
    assert mara.http.get("/queue/news?tab=mine&since=0", headers=JSON).json()["new"] > 0


def test_the_search_keeps_to_the_tab_that_its_words_name(site: Site) -> None:
    mara = site.visitor("mara")
    mara.act(1, "reject", reason="old_news")
    labels = [one["kind"] for one in mara.http.get("/search?q=is:decided+acme", headers=JSON).json()["found"]]
    assert "draft, rejected" in labels
    assert not any(label.startswith("draft, p") for label in labels)


def test_a_list_says_how_far_an_act_on_all_of_it_reaches(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    mara = site.visitor("mara")
    assert "All 27 that fit, not only this page" in mara.get("/queue?tab=mine&after=1").text
    monkeypatch.setattr(queue, "_MOST_AT_ONCE", 7)
    assert "The first 7 of 27 that fit, not only this page" in mara.get("/queue?tab=mine&after=1").text


def test_a_search_for_what_leaves_is_told_that_all_is_held_back(site: Site) -> None:
    otto = site.visitor("otto")
    otto.get("/queue?tab=outbox")
    otto.post("/outbox/pause", on="yes")
    for where in ("tab=outbox", "tab=mine&q=is:outbox"):
        page = otto.get(f"/queue?{where}").text
        assert "Everything is held back." in page
        assert "Pause all" not in page


def test_the_decided_of_all_days_are_not_counted_as_those_of_today(site: Site, hand: Hand) -> None:
    mara = site.visitor("mara")
    mara.act(1, "reject", reason="old_news")
    hand.turn(days=2)
    page = site.visitor("mara").get("/queue?tab=decided").text
    assert 'id="filter-note">0 today</span>' in page
    assert 'data-row="1"' in page


def test_an_empty_list_of_nobodys_drafts_leads_to_ones_own(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        connection.execute(update(drafts).where(drafts.c.assignee.is_(None)).values(assignee="mara"))
    page = site.visitor("mara").get("/queue?tab=unassigned").text
    assert "Queue clear" not in page
    assert "40 drafts wait for you." in page


@pytest.mark.parametrize(
    ("path", "shut"), [("/queue?tab=unassigned", "Reject"), ("/queue?tab=outbox", "Pause all"),
                       ("/triggers/1", "Not a trigger"), ("/triggers/1", "Create draft")]
)  # fmt: skip
def test_what_a_role_may_not_do_is_shown_shut_and_says_who_may(site: Site, path: str, shut: str) -> None:
    page = site.visitor("vera").get(path).text
    assert f'<button class="button" type="button" aria-disabled="true">{shut}</button>' in page
    assert "Your role is viewer; " in page
    assert "Your role" not in site.visitor("ada").get(path).text


def test_the_menu_changes_the_keys_and_leads_back_to_the_same_list(site: Site) -> None:
    mara = site.visitor("mara")
    page = mara.get("/queue?tab=mine&q=kind:funding").text
    assert re.search(r'name="shortcuts" value="default" aria-pressed="true"', page)
    back = html.unescape(re.findall(r'name="next" value="([^"]+)"><h3>Theme', page)[0])
    led = mara.post("/settings", shortcuts="off", next=back).headers["location"]
    assert led == "/queue?tab=mine&q=kind:funding"
    assert re.search(r'name="shortcuts" value="off" aria-pressed="true"', mara.get(led).text)


def test_what_was_selected_is_reviewed_one_after_the_other_and_nothing_else(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/queue?tab=mine&sort=newest")
    chosen = [f"{number}.1.-" for number in (7, 2, 1)]
    first = mara.post("/queue/bulk", act="review", where="tab=mine&sort=newest", chosen=chosen).headers["location"]
    where = "tab=mine&q=id%3A7.2.1&sort=newest"
    assert first == f"/drafts/1?{where}"
    page = mara.get(first).text
    assert re.findall(r'<li><a href="[^"]+" data-row="(\d+)"', page) == ["1", "2", "7"]
    led = mara.act(1, "snooze", until="1", where=where).headers["location"]
    assert led.startswith("/drafts/2?")
    everything = mara.post("/queue/bulk", act="review", every="yes", where="tab=mine", chosen=chosen)
    assert everything.headers["location"] == "/drafts/2?tab=mine"


def test_a_filter_of_very_many_drafts_holds_whole_numbers_only() -> None:
    ids = range(100_000, 100_100)
    query = parse(only(ids), tab="mine", user="mara").query
    assert query.ids == tuple(ids)[: len(query.ids or ())]
    assert len(query.ids or ()) > 40
    assert parse("id:7,12", tab="mine", user="mara").query.ids == (7, 12)
    assert parse("id:7.x", tab="mine", user="mara").unknown == ("id:7.x",)
