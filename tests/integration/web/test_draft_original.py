"""The story's own words for a draft: another variant of its subject, the way back from an edit, and what differs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select
from support.api import program, shown
from support.line import Line, line, story
from support.web import Site, Visitor, services, shown_on

from overture.db import tables as t
from overture.db import views_stories
from overture.db.engine import read, write
from overture.jail import ChildJail
from overture.jobs import desk
from overture.jobs.originals import Originals
from overture.jobs.story_desk import StoryDesk

_TWO = story(
    "raised", "funding", "you got {{ trigger.amount | money(trigger.currency) }}.", requires="[trigger.amount]"
)
_TWO = _TWO.replace(
    'subject: "{{ account.short_name }} now"',
    'subject:\n  a: "{{ account.short_name }} now"\n  b: "After the round, {{ account.short_name }}"\n'
    "weights: {a: 1, b: 0}",
)


@dataclass(frozen=True)
class Desk:
    site: Site
    mara: Visitor
    engine: Engine
    line: Line

    def versions(self) -> list[tuple[str, str, str]]:
        """Variant, subject and body, oldest first."""
        v = t.draft_versions.c
        with read(self.engine) as connection:
            return [tuple(row) for row in connection.execute(select(v.variant, v.subject, v.body).order_by(v.version))]

    def standing(self) -> tuple[str, object]:
        """The story and version of the draft as it stands, and when it was opened."""
        v, d = t.draft_versions.c, t.drafts.c
        with read(self.engine) as connection:
            here = (v.draft_id == d.id) & (v.version == d.version)
            story, opened = connection.execute(select(v.story_version, d.opened_at).where(here)).one()
        return f"raised@{story}", opened

    def press(self, path: str, **fields: str) -> str:
        """Press a button of the draft's page; the page that comes."""
        answer = self.mara.post(f"/drafts/1/{path}", **(shown_on(self.mara.get("/drafts/1").text) | fields))
        assert answer.status_code == 303, answer.text
        return self.mara.get(answer.headers["location"]).text


@pytest.fixture
def table(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Desk]:
    with line(sqlite_database, tmp_path, jail=jail, files={"stories/raised.en.j2": _TWO}) as told:
        told.post("courier", "Acme Robotics raises $25M Series B", "Acme Robotics has raised $25 million.")
        told.run()
        with write(sqlite_database) as connection:
            row = {"id": "mara", "name": "Mara Lind", "role": "reviewer", "made_at": told.clock.at, "preferences": {}}
            connection.execute(insert(t.users), [row])
        given = replace(
            services(sqlite_database, told.clock.now),
            originals=Originals(told.services),
            stories=StoryDesk(told.services),
            relint=desk.relint(told.services),
            outbox=lambda: desk.outbox_policy(told.services),
        )
        with Site(given) as site:
            yield Desk(site, site.visitor("mara"), sqlite_database, told)


def test_another_subject_is_an_edit_that_keeps_the_text_and_can_be_taken_back(table: Desk) -> None:
    page = table.mara.get("/drafts/1").text
    assert "Variant A" in page
    assert 'name="variant" value="b"' in page
    page = table.press("original", variant="b")
    assert "Acme Robotics has another subject now." in page
    assert "Variant B" in page
    assert "variant B of the subject" in page
    (_, _, body), chosen = table.versions()
    assert chosen == ("b", "After the round, Acme Robotics", body)
    with read(table.engine) as connection:
        query = select(t.draft_versions.c.subject_segments).where(t.draft_versions.c.version == 2)
        bound = connection.execute(query).scalar_one()
    assert [segment["paths"] for segment in bound if segment["text"] == "Acme Robotics"] == [["account.short_name"]]
    page = table.press("undo", of="note")
    assert "Variant A" in page
    assert page.count("variant B of the subject") == 1  # in the history, of the version that it was said of
    assert table.versions()[2][:2] == ("a", "Acme Robotics now")


def test_an_edit_is_told_apart_from_the_storys_own_text_and_taken_back_to_it(table: Desk) -> None:
    (_, subject, body) = table.versions()[0]
    table.press("edit", subject=subject, body=body.replace("two people left", "three good people left"))
    table.press("edit", subject="About your round", body=table.versions()[1][2])
    page = table.mara.get("/drafts/1?view=changes").text
    assert "against the story’s own text" in page
    assert "<del>two</del><ins>three good</ins>" in page
    assert "<ins>About</ins>" in page
    before = table.mara.get("/drafts/1?view=changes&against=before").text
    assert "against version 2" in before
    assert "three good</ins>" not in before
    assert "has the story’s own text again" in table.press("original")
    assert table.versions()[3][1:] == (subject, body)
    assert "About your round" in table.press("undo", of="note")


def test_words_that_were_not_saved_yet_are_a_version_before_the_original_comes_back(table: Desk) -> None:
    (_, subject, body) = table.versions()[0]
    table.press("edit", subject=subject, body=f"{body} Yours.")
    table.press("edit", subject=subject, body=f"{body} Yours, as ever.", then="restore")
    assert [text for _, _, text in table.versions()] == [body, f"{body} Yours.", f"{body} Yours, as ever.", body]
    table.press("undo", of="note")
    assert table.versions()[-1][2] == f"{body} Yours, as ever."


def test_programs_take_another_subject_and_the_story_back(table: Desk) -> None:
    answers = []
    with program(table.site, "mara") as mara:
        for variant in ("b", ""):  # the whole text, which has that subject then, is the text that stands
            draft = mara.get("/drafts/1").json()["draft"]
            answers.append(mara.post("/drafts/1/original", {**shown(draft), "variant": variant}).json())
    assert [(one["did"], one["version"]) for one in answers] == [("edited", 2), ("edited", 2)]


def test_what_stands_no_more_is_not_retold_and_a_subject_that_is_not_there_is_refused(table: Desk) -> None:
    shown = shown_on(table.mara.get("/drafts/1").text)
    assert table.mara.post("/drafts/1/original", **shown, variant="z").status_code == 422
    table.press("original", variant="b")
    late = table.mara.post("/drafts/1/original", {"accept": "application/json"}, **shown, variant="b")
    assert (late.status_code, late.json()["refused"]["refusal"]) == (409, "stale")
    assert len(table.versions()) == 2


def test_a_waiting_draft_takes_the_words_of_a_newer_version_and_gives_them_back(table: Desk) -> None:
    (_, _, body) = table.versions()[0]
    _newer(table)
    page = table.mara.get("/stories/raised").text
    assert "Tell 1 waiting draft anew with v2" in page
    said = table.mara.sent("/stories/raised/anew", language="en")
    assert "1 told anew." in said
    assert [text for _, _, text in table.versions()] == [body, body.replace("you got", "you have got")]
    assert table.standing() == ("raised@2", None)  # nobody has opened these words
    assert "waiting draft anew" not in table.mara.get("/stories/raised").text
    table.mara.get("/queue")
    assert "1 taken back." in table.mara.sent("/queue/bulk", act="undo_note", chosen="1.0.-")
    assert table.versions()[-1][2] == body
    assert table.standing()[0] == "raised@1"


def test_a_draft_in_which_somebody_has_written_keeps_their_words(table: Desk) -> None:
    (_, subject, body) = table.versions()[0]
    table.press("edit", subject=subject, body=f"{body} Yours.")
    _newer(table)
    table.mara.get("/queue")
    said = table.mara.sent("/stories/raised/anew", language="en")
    assert "0 told anew, 1 skipped (somebody’s own words stand in it)." in said
    assert table.versions()[-1][2] == f"{body} Yours."
    table.press("undo", of="note")  # with these words gone, nothing speaks against it
    with program(table.site, "mara") as mara:
        assert mara.post("/stories/raised/anew", {}).json() == {"drafts": [1], "skipped": {}}


def test_drafts_that_keep_their_words_stand_in_nobodys_way(table: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (_, subject, body) = table.versions()[0]
    with write(table.engine) as connection:
        row = connection.execute(select(t.drafts).where(t.drafts.c.id == 1)).one()._asdict()
        text = connection.execute(select(t.draft_versions).where(t.draft_versions.c.draft_id == 1)).one()._asdict()
        connection.execute(insert(t.drafts), [{**row, "id": 2, "chapter": 2, "address_key": "2" * 64}])
        connection.execute(insert(t.draft_versions), [{**text, "draft_id": 2, "content_hash": "2" * 64}])
    table.press("edit", subject=subject, body=f"{body} Yours.")
    monkeypatch.setattr(views_stories, "_MOST_ANEW", 1)
    with read(table.engine) as connection:
        assert [one.draft_id for one in views_stories.behind(connection, "raised", "en", 2)] == [2]


def _newer(table: Desk) -> None:
    (table.line.services.folder / "stories/raised.en.j2").write_text(_TWO.replace("you got", "you have got"))
    table.line.services.refresh()


def test_an_author_opens_the_story_as_it_was_for_a_draft(table: Desk) -> None:
    with write(table.engine) as connection:
        row = {"id": "ana", "name": "Ana Ruiz", "role": "author", "made_at": table.line.clock.at, "preferences": {}}
        connection.execute(insert(t.users), [row])
    _newer(table)
    ana = table.site.visitor("ana")
    link = re.search(r'href="([^"]+)">As it was for this draft', ana.get("/drafts/1").text)
    assert link
    page = ana.get(html.unescape(link[1])).text
    assert "you got" in page
    assert "from v1" in page
    assert "you have got" not in page
