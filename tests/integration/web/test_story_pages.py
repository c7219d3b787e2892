"""Stories in the pages without script: read, compare, write, try, save and restore; and who may."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from support.good_story import BETTER, BROKEN, GOOD, WARNED
from support.web import Site, Visitor, field_of
from support.writing import Writing, writing

from overture.db import tables as t
from overture.jail import ChildJail

EDIT = "/stories/raised/edit"


@pytest.fixture
def desk(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Writing]:
    with writing(sqlite_database, tmp_path, jail=jail) as found:
        yield found


@pytest.fixture
def ana(desk: Writing) -> Visitor:
    visitor = desk.site.visitor("ana")
    visitor.get("/stories")
    return visitor


def save(ana: Visitor, text: str, note: str = "", **fields: Any) -> Any:
    """Open the editor and press Save with this text in it."""
    base = field_of(ana.get(EDIT).text, "base")
    return ana.post(EDIT, **{"act": "save", "language": "en", "text": text, "note": note, "base": base} | fields)


def _text_on(page: str) -> str:
    found = re.search(r'<textarea id="text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found
    return html.unescape(found[1])


def test_the_list_says_what_is_in_force_and_how_it_fared(desk: Writing) -> None:
    page = desk.site.visitor("vera").get("/stories").text
    assert all(words in page for words in ("raised", "v1", "money", "Funding", "No findings"))
    assert 'aria-disabled="true"' in page  # a viewer sees that stories can be written, and by whom


def test_the_page_shows_the_version_in_force_and_not_the_newest_file(desk: Writing, ana: Visitor) -> None:
    (desk.line.services.workspace.stories_dir / "raised.en.j2").write_text("no story at all", encoding="utf-8")
    desk.line.services.refresh()
    page = ana.get("/stories/raised").text
    assert "version 1" in page
    assert "version 1 stays in force" in page
    assert "File broken" in ana.get("/stories").text


def test_saving_leads_to_the_new_version(desk: Writing, ana: Visitor) -> None:
    answer = save(ana, BETTER, "Warmer.")
    assert answer.status_code == 303
    assert desk.file() == BETTER
    page = ana.get(answer.headers["location"]).text
    assert all(words in page for words in ("version 2", "in force", "Warmer.", "by ana", "has found new money"))


def test_what_was_typed_survives_a_refusal(desk: Writing, ana: Visitor) -> None:
    answer = save(ana, BROKEN, "My note.")
    assert answer.status_code == 422
    assert "1 error stands" in answer.text
    assert "account.shortname" in answer.text
    assert "My note." in answer.text
    assert desk.file() == GOOD


def test_a_warning_wants_a_reason(ana: Visitor) -> None:
    assert save(ana, WARNED).status_code == 422
    assert save(ana, WARNED, "They said it themselves.").status_code == 303


def test_of_two_authors_the_second_is_told(desk: Writing, ana: Visitor) -> None:
    stale = field_of(ana.get(EDIT).text, "base")
    save(ana, BETTER)
    answer = save(ana, WARNED, "x", base=stale)
    assert answer.status_code == 409
    assert "has changed since you began" in answer.text
    assert "amazing" in answer.text
    assert desk.file() == BETTER


def test_a_preview_reads_on_the_real_event_and_names_what_is_wrong(ana: Visitor) -> None:
    page = ana.get(EDIT).text
    assert "Acme Robotics, funding" in page
    page = ana.post(EDIT, act="preview", language="en", text=BROKEN).text
    assert "It cannot be told here" in page
    assert "Take one from the list of fields." in page


def test_the_live_preview_answers_with_its_question(ana: Visitor) -> None:
    answer = ana.post("/stories/raised/preview", language="en", text=BETTER, tick="7", sample="hard:umlauts").json()
    assert (answer["tick"], answer["errors"]) == (7, 0)
    assert "Müßig &amp; Söhne" in answer["preview"]
    answer = ana.post("/stories/raised/preview", language="en", text=WARNED, tick="8").json()
    assert [(one["line"], one["code"], one["level"]) for one in answer["marks"]] == [(10, "TONE001", "warn")]


def test_markup_in_a_story_is_shown_and_not_obeyed(ana: Visitor) -> None:
    wild = BETTER.replace("has found new money", "<script>alert(1)</script><img src=x onerror=alert(1)>")
    answer = ana.post("/stories/raised/preview", language="en", text=wild).json()
    assert "<script" not in answer["preview"] + answer["findings"]
    assert "<img" not in answer["preview"] + answer["findings"]
    assert "&lt;script&gt;" in answer["preview"]


def test_the_frame_shows_what_the_reader_gets_and_may_do_nothing(ana: Visitor) -> None:
    wild = BETTER.replace("has found new money", "<script>alert(1)</script>")
    answer = ana.post("/stories/raised/mail", language="en", text=wild, variant="a", view="phone")
    assert "sandbox; default-src 'none'" in answer.headers["content-security-policy"]
    for words in ("Acme Robotics after the news", "jo@acme.example", "&lt;script&gt;"):
        assert words in answer.text
    invented = ana.post("/stories/raised/mail", language="en", text=BETTER, sample="sample").text
    assert "Would it help you" in invented
    assert "<pre>" not in ana.post("/stories/raised/mail", language="en", text="no story").text


def test_fields_say_how_often_they_are_known_and_what_is_put_in(ana: Visitor) -> None:
    page = html.unescape(ana.get(EDIT).text)
    assert "events of the last 90 days (1)" in page
    rows = dict(re.findall(r'<tr data-insert="{{ ([\w.]+)([^}]*)}}">', page))
    assert (rows["account.name"], rows["contact.role"]) == (" ", ' | default("…") ')
    told = re.search(r">contact.role<.*?</tr>", page)
    assert told
    assert "0 %" in told[0]


def test_a_run_lists_every_event(ana: Visitor) -> None:
    page = ana.post(EDIT, act="run", language="en", text=GOOD).text
    assert "On the last 1 event" in page
    assert "1 told" in page
    assert "self-focus median" in page


def test_what_changed_is_shown_word_by_word(ana: Visitor) -> None:
    save(ana, BETTER)
    page = ana.get("/stories/raised/diff?a=1&b=2").text
    assert "<ins>found" in page
    assert "From v1 to v2" in page
    assert "The same words" in ana.get("/stories/raised/diff?a=2&b=2").text
    assert ana.get("/stories/raised/diff?a=1&b=9").status_code == 404


def test_restoring_makes_a_new_version(desk: Writing, ana: Visitor) -> None:
    save(ana, BETTER)
    answer = ana.post("/stories/raised/restore", language="en", version="1")
    assert answer.status_code == 303
    assert desk.file() == GOOD
    page = ana.get(answer.headers["location"]).text
    assert "version 3" in page
    assert "Version 1 again." in page
    assert ana.post("/stories/raised/restore", language="en", version="9").status_code == 404


def test_a_version_and_a_text_can_be_taken_away_as_files(ana: Visitor) -> None:
    answer = ana.get("/stories/raised/file?language=en&version=1")
    assert answer.text == GOOD
    assert answer.headers["content-disposition"] == 'attachment; filename="raised.en.j2"'
    answer = ana.post(EDIT, act="download", language="en", text=BETTER)
    assert (answer.text, answer.headers["content-type"]) == (BETTER, "text/plain; charset=utf-8")


def test_a_new_story_begins_with_its_beats(desk: Writing, ana: Visitor) -> None:
    answer = ana.get("/stories/new?id=bought&language=en&event=acquisition")
    assert answer.status_code == 303
    page = ana.get(answer.headers["location"]).text
    assert all(words in page for words in ("id: bought", "event: acquisition", "beat setback", "not in force yet"))
    assert ana.post("/stories/bought/edit", act="save", language="en", text=_text_on(page), base="").status_code == 422
    text = GOOD.replace("id: raised", "id: bought")
    assert ana.post("/stories/bought/edit", act="save", language="en", text=text, base="").status_code == 303
    assert "bought" in ana.get("/stories").text
    assert ana.get("/stories/new?id=../up&language=en").status_code == 422


def test_another_language_begins_with_the_story_there_is(ana: Visitor) -> None:
    page = ana.get(f"{EDIT}?language=de").text
    assert "language: de" in page
    assert "has new money" in page


def test_only_authors_and_admins_write(desk: Writing) -> None:
    for user in ("vera", "mara", "otto"):
        visitor = desk.site.visitor(user)
        visitor.get("/stories")
        assert visitor.get(EDIT).status_code == 403
        assert visitor.post(EDIT, act="save", language="en", text=BETTER).status_code == 403
        assert visitor.post("/stories/raised/restore", language="en", version="1").status_code == 403
    assert desk.file() == GOOD


def test_without_a_workspace_stories_can_be_read(site: Site) -> None:
    ada = site.visitor("ada")
    assert "after-the-round" in ada.get("/stories").text
    assert ada.get("/stories/after-the-round").status_code == 200
    assert ada.get("/stories/after-the-round/edit").status_code == 404


def type_in(who: Visitor, text: str, base: str, **typed: float) -> Any:
    return who.post("/stories/raised/unsaved", language="en", text=text, base=base, note="half", **typed).json()


def test_unsaved_words_wait_on_the_server_for_who_typed_them(desk: Writing, ana: Visitor) -> None:
    base = field_of(ana.get(EDIT).text, "base")
    assert type_in(ana, WARNED, base) == {"kept": True}
    again = desk.site.visitor("ana").get(EDIT).text
    assert _text_on(again) == WARNED
    assert "Your unsaved words are back." in again
    assert field_of(again, "note") == "half"
    assert re.findall(r'<button[^>]* value="(\w+)"', again[again.index('id="story-form"') :])[0] == "save"  # Enter
    assert _text_on(desk.site.visitor("ada").get(EDIT).text) != WARNED
    save(desk.site.visitor("ada"), BETTER)
    late = ana.get(EDIT).text
    assert "the file has changed since" in late
    assert ana.post(EDIT, act="save", language="en", text=WARNED, note="x", base=base).status_code == 409
    assert ana.post(EDIT, act="forget", language="en", text=WARNED).status_code == 303
    assert _text_on(ana.get(EDIT).text) == BETTER


def test_saved_words_and_those_that_say_what_the_file_says_wait_no_more(desk: Writing, ana: Visitor) -> None:
    base = field_of(ana.get(EDIT).text, "base")
    type_in(ana, WARNED, base)
    assert type_in(ana, desk.file(), base) == {"kept": False, "same": True}
    assert "unsaved words" not in ana.get(EDIT).text
    type_in(ana, WARNED, base)
    save(ana, BETTER)
    assert "unsaved words" not in ana.get(EDIT).text


def test_of_two_texts_that_overtake_each_other_the_later_stays(desk: Writing, ana: Visitor) -> None:
    base, now = field_of(ana.get(EDIT).text, "base"), desk.line.services.now().timestamp()
    assert type_in(ana, WARNED, base, typed=now) == {"kept": True}
    assert type_in(ana, f"{WARNED}More", base, typed=now - 2) == {"kept": False}
    assert _text_on(ana.get(EDIT).text) == WARNED
    save(ana, BETTER)
    assert type_in(ana, WARNED, base, typed=now - 1) == {"kept": False}
    assert "unsaved words" not in ana.get(EDIT).text


def test_pinned_samples_stand_first_for_every_author(desk: Writing, ana: Visitor) -> None:
    event = str(desk.line.rows(t.triggers)[0].id)
    for sample in ("hard:huge", event, "nonsense", "hard:<b>"):
        ana.post("/stories/raised/pin", language="en", text=desk.file(), sample=sample)
    page = desk.site.visitor("ada").get(EDIT).text
    options = re.findall(r'<option value="([^"]+)" data-pinned', page)
    assert options == [event, "hard:huge"]
    without_script = ana.post(EDIT, act="pin", language="en", text=WARNED, sample="hard:huge").text
    assert re.findall(r'<option value="([^"]+)" data-pinned', without_script) == [event]
    assert _text_on(without_script) == WARNED
