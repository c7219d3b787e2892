"""What came of messages stands on one page, whoever told it."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from support.api import program
from support.web import Site

from overture.db import funnel, people_outcomes
from overture.db.audit import Actor
from overture.db.engine import write
from overture.web.routes import people


def test_outcomes_stand_there_the_latest_first_with_their_drafts(
    site: Site, filled: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    mara, now = site.visitor("mara"), site.services.clock()
    assert "No outcomes are recorded yet" in mara.get("/outcomes").text
    with write(filled) as connection:
        contact = people_outcomes.of_draft(connection, 1)
        assert contact is not None
        for kind, days in (("replied", 2), ("meeting", 1)):
            told = people_outcomes.Outcome(kind, contact, now - timedelta(days=days), 1, "They <b>like</b> it")
            people_outcomes.note(connection, told, Actor("mara", "ui"), now=now)
    page = mara.get("/outcomes").text
    assert page.index("<b>Meeting</b>") < page.index("<b>Replied</b>")
    assert 'href="/drafts/1"' in page
    assert "1 replied" in page
    assert "They &lt;b&gt;like" in page
    monkeypatch.setattr(people, "_SHOWN", 1)
    short = mara.get("/outcomes").text
    assert "The latest 1 of 2" in short
    assert "<b>Replied</b>" not in short


def test_what_came_of_a_draft_is_written_down_on_the_page(site: Site) -> None:
    mara = site.visitor("mara")
    assert 'value="1"' in mara.get("/outcomes?draft=1").text
    assert "Written down." in mara.sent("/outcomes", draft="#1", kind="replied", note="Next week")
    slip = mara.post("/outcomes", draft="many", kind="meeting", note="Typed <b>words</b>")
    assert slip.status_code == 422
    assert "There is no such draft" in slip.text
    assert "Typed &lt;b&gt;words" in slip.text
    assert mara.post("/outcomes", draft="99999", kind="meeting").status_code == 422
    assert mara.post("/outcomes", draft="1", kind="nonsense").status_code == 422
    assert "do-not-contact list" in mara.sent("/outcomes", draft="1", kind="opted_out")
    viewer = site.visitor("vera")
    assert "Write it down" not in viewer.get("/outcomes").text


@pytest.mark.parametrize("by", [*funnel.GROUPS, "nonsense"])
def test_how_far_drafts_came_is_a_table_and_a_file(site: Site, by: str) -> None:
    mara = site.visitor("mara")
    page = mara.get(f"/outcomes?span=year&by={by}")
    assert page.status_code == 200
    assert "From an event to a meeting" in page.text
    rows = list(csv.DictReader(io.StringIO(mara.get(f"/outcomes.csv?span=year&by={by}").text)))
    assert sum(int(row["drafts"]) for row in rows) == 40


def test_the_other_tables_are_files_too(site: Site) -> None:
    mara = site.visitor("mara")
    mara.act(1, "reject", reason="old_news")
    mara.sent("/outcomes", draft="2", kind="replied", note="=1+1")
    assert "Why drafts were rejected" in mara.get("/outcomes").text
    assert mara.get("/outcomes.csv?what=reasons").text.splitlines() == ["reason,rejected", "old_news,1"]
    assert mara.get("/outcomes.csv?what=steps").text.splitlines()[3:5] == ["drafts,40", "approved,0"]
    assert "'=1+1" in mara.get("/outcomes.csv?what=told").text
    assert mara.get("/outcomes.csv?what=else").status_code == 422


def test_programs_tell_and_ask_what_came_of_drafts(site: Site) -> None:
    with program(site, "mara") as mara:
        told = {"draft": 1, "kind": "replied", "external_id": "crm-7", "at": "2026-11-18T08:00:00Z"}
        assert mara.post("/outcomes", told).json()["first"] is True
        assert mara.post("/outcomes", told).json() == {"id": None, "first": False, "suppressed": False}
        assert mara.post("/outcomes", told | {"draft": 99_999}).json()["errors"][0]["place"] == "body.draft"
        (row,) = mara.get("/outcomes").json()["items"]
        assert (row["kind"], row["origin"], row["draft_id"]) == ("replied", "webhook", 1)
        assert sum(one["replied"] for one in mara.get("/outcomes/reach", by="source").json()["items"]) == 1
