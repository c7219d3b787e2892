"""Words that were typed into a draft and not saved wait for who typed them, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select
from support.web import Hand, Site, Visitor

from overture.db.engine import read
from overture.db.tables import unsaved

EDIT = "/drafts/1/edit"


@pytest.fixture
def mara(site: Site) -> Visitor:
    visitor = site.visitor("mara")
    visitor.get(EDIT)
    assert type_in(visitor, "Half a thought") == {"kept": True}
    return visitor


def type_in(visitor: Visitor, body: str, version: int = 1, **more: str) -> object:
    answer = visitor.post(f"{EDIT}/unsaved", version=version, subject="Mine", body=body, **more)
    assert answer.status_code == 200
    return answer.json()


def count(engine: Engine) -> int:
    with read(engine) as connection:
        return connection.scalar(select(func.count()).select_from(unsaved)) or 0


def test_they_are_there_on_another_machine_and_only_for_who_typed_them(site: Site, mara: Visitor) -> None:
    type_in(mara, "A whole thought")
    page = site.visitor("mara").get(EDIT).text
    assert "A whole thought</textarea>" in page
    assert "Your unsaved words are back." in page
    mara.http.post("/drafts/1/here", data={"csrf": mara.csrf, "left": "yes"})
    assert "A whole thought" not in site.visitor("jonas").get(EDIT).text
    assert "A whole thought" not in site.visitor("mara").get("/drafts/1").text


def test_saved_or_given_up_they_are_gone(mara: Visitor, filled: Engine) -> None:
    mara.act(1, "edit", subject="Mine", body="Half a thought", then="fresh")
    assert count(filled) == 0
    assert "Half a thought" not in mara.get(EDIT).text
    type_in(mara, "Again")
    mara.act(1, "edit", subject="Mine", body="Again, and whole")
    assert count(filled) == 0
    type_in(mara, "Once more", version=2)
    type_in(mara, "", version=2, gone="yes")
    assert "Once more" not in mara.get(EDIT).text


def test_words_that_are_overtaken_on_their_way_stay_behind(mara: Visitor, hand: Hand) -> None:
    typed = hand.now.timestamp()
    assert type_in(mara, "A whole thought", typed=f"{typed:.3f}") == {"kept": True}
    assert type_in(mara, "A whole th", typed=f"{typed - 2:.3f}") == {"kept": False}
    assert "A whole thought</textarea>" in mara.get(EDIT).text
    type_in(mara, "", gone="yes", typed=f"{typed:.3f}")
    assert type_in(mara, "A whole th", typed=f"{typed - 2:.3f}") == {"kept": False}
    assert "A whole th" not in mara.get(EDIT).text


def test_where_the_draft_has_changed_since_both_are_shown(site: Site, mara: Visitor) -> None:
    site.visitor("jonas").act(1, "edit", subject="New", body="Words of Jonas")
    assert type_in(mara, "Too late") == {"kept": False}
    page = mara.get(EDIT).text
    assert "You were writing in version 1; version 2 stands now." in page
    assert "Half a thought</textarea>" in page
    assert "Words of Jonas" in page
    assert "Half a thought</textarea>" in mara.get(EDIT).text  # looking again, or on another machine, loses nothing
    mara.act(1, "edit", subject="Mine", body="Half a thought", then="fresh")
    assert "Half a thought" not in mara.get(EDIT).text


def test_they_are_not_kept_for_ever(site: Site, mara: Visitor, filled: Engine, hand: Hand) -> None:
    hand.turn(seconds=timedelta(days=15).total_seconds())
    later = site.visitor("mara")
    assert "Half a thought" not in later.get(EDIT).text
    later.post("/drafts/2/edit/unsaved", version=1, subject="Mine", body="Another")
    assert count(filled) == 1
