"""What came of messages stands on one page, whoever told it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine
from support.web import Site

from overture.db import people_outcomes
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
