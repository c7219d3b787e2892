"""What a person decided stands on one page, with a way back for as long as there is one."""

from __future__ import annotations

from sqlalchemy import Engine, select
from support.web import Site

from overture.db.engine import read
from overture.db.tables import drafts


def test_each_decision_stands_there_newest_first_as_it_is_now(site: Site) -> None:
    mara = site.visitor("mara")
    mara.act(1, "approve", where="tab=mine")
    mara.act(2, "reject", reason="bad_timing")
    page = mara.get("/recent").text
    assert page.index('href="/drafts/2"') < page.index('href="/drafts/1"')
    assert "2 drafts" in page
    assert "held until 10:42" in page
    assert "bad timing" in page


def test_an_undo_there_takes_the_decision_back(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    mara.act(1, "approve", where="tab=mine")
    assert 'action="/drafts/1/undo"' in mara.get("/recent").text
    mara.act(1, "undo")
    with read(filled) as connection:
        assert connection.scalar(select(drafts.c.state).where(drafts.c.id == 1)) == "pending"
    assert 'action="/drafts/1/undo"' not in mara.get("/recent").text.split("<tbody>")[-1].split("</tbody>")[0]


def test_decisions_of_others_are_not_mine(site: Site) -> None:
    site.visitor("mara").act(1, "approve", where="tab=mine")
    assert "No decisions yet" in site.visitor("otto").get("/recent").text
