"""Campaigns in the pages without script: read, tune by form or text, try on what came in, save; and who may."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from support.web import Visitor, field_of
from support.writing import Writing, writing

from overture.jail import ChildJail

FILE = """\
# Whom we write to.
campaigns:
  - id: money   # the first
    when: {event: funding, age: {lte: 21d}}
    fit:
      # our customers hear from us otherwise
      never: [{account.lifecycle: [partner]}]
    stories: [raised]
    caps: {per_contact: 9/60d, per_account: 9/30d}
"""
EDIT = "/campaigns/money/edit"


@pytest.fixture
def desk(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Writing]:
    with writing(sqlite_database, tmp_path, jail=jail, files={"campaigns.yaml": FILE}) as found:
        yield found


@pytest.fixture
def otto(desk: Writing) -> Visitor:
    return desk.site.visitor("otto")


def text_on(page: str) -> str:
    """The text of the campaign as the second form holds it."""
    found = re.search(r'id="tune-text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    assert found
    return html.unescape(found[1])


def fields_on(page: str) -> dict[str, Any]:
    """Every field of the form as a browser would send it."""
    form = page.partition('aria-labelledby="form-title"')[2].partition("</form>")[0]
    found: dict[str, Any] = {"from": "form", "base": field_of(page, "base"), "text": text_on(page)}
    for name, value in re.findall(r'<input type="text"[^>]*name="(\w+)" value="([^"]*)"', form):
        found[name] = html.unescape(value)
    for name, value in re.findall(r'<textarea class="mono"[^>]*name="(\w+)"[^>]*>\n(.*?)</textarea>', form, re.DOTALL):
        found[name] = html.unescape(value)
    for name, value in re.findall(r'<input type="checkbox" name="(\w+)" value="([^"]*)" checked', form):
        found.setdefault(name, []).append(value)
    return found | {"sender": "strongest_tie"}


def tune(visitor: Visitor, act: str, **changes: Any) -> Any:
    return visitor.post(EDIT, **(fields_on(visitor.get(EDIT).text) | {"act": act} | changes))


def test_the_page_says_what_the_campaign_is(desk: Writing) -> None:
    vera = desk.site.visitor("vera")
    assert "money" in vera.get("/campaigns").text
    page = vera.get("/campaigns/money").text
    assert all(words in page for words in ("at work", "partner", "raised", "# the first", 'aria-disabled="true"'))
    assert vera.get("/campaigns/nobody").status_code == 404


def test_a_form_that_says_the_same_changes_nothing(desk: Writing, otto: Visitor) -> None:
    answer = tune(otto, "save")
    assert answer.status_code == 422
    assert "nothing to save" in answer.text
    assert desk.file("campaigns.yaml") == FILE


def test_a_change_is_tried_before_it_is_saved(desk: Writing, otto: Visitor) -> None:
    answer = tune(otto, "replay", never="account.lifecycle: [partner, prospect]")
    assert answer.status_code == 200
    assert "1 event would be dealt with otherwise" in answer.text
    assert "draft to Jo Meyer by money" in answer.text
    assert "where lifecycle is partner or prospect; here it is prospect" in answer.text
    assert desk.file("campaigns.yaml") == FILE


def test_the_form_saves_into_the_file_and_keeps_its_comments(desk: Writing, otto: Visitor) -> None:
    answer = tune(otto, "save", per_contact="2/90d", status=["announced", "rumoured"])
    assert answer.status_code == 303
    after = desk.file("campaigns.yaml")
    assert "per_contact: 2/90d" in after
    assert "status: [announced, rumoured]" in after
    assert all(words in after for words in ("# Whom we write to.", "# the first", "# our customers hear"))
    assert "2 per contact in 90 d" in otto.get(answer.headers["location"]).text


def test_the_text_saves_as_it_is_written(desk: Writing, otto: Visitor) -> None:
    page = otto.get(EDIT).text
    text = text_on(page).replace("[raised]", "[raised]   # one")
    answer = otto.post(EDIT, **{"act": "save", "from": "text", "text": text, "base": field_of(page, "base")})
    assert answer.status_code == 303
    assert desk.file("campaigns.yaml") == FILE.replace("[raised]", "[raised]   # one")


def test_what_is_wrong_stands_beside_its_field_and_at_its_line(desk: Writing, otto: Visitor) -> None:
    answer = tune(otto, "save", never="account.lifecycel: [partner]")
    assert answer.status_code == 422
    assert "Not saved: 1 thing to mend" in answer.text
    assert "did you mean &#34;account.lifecycle&#34;" in answer.text
    assert 'aria-describedby="wrong-fit-never-1"' in answer.text
    assert re.search(r"line \d+:\d+", answer.text)
    assert desk.file("campaigns.yaml") == FILE


def test_a_rule_that_is_none_is_said_beside_its_field(otto: Visitor) -> None:
    page = tune(otto, "replay", must="only nice ones", age="soon").text
    assert "is no rule; write a field" in page
    leads = re.findall(r'<li>.*?<a href="#([^"]+)">', page)
    assert leads
    assert all(f'id="{one}"' in page for one in leads)


def test_all_that_is_to_mend_is_told_at_once(otto: Visitor) -> None:
    page = tune(otto, "save", age="soon", must="account.employes: {gte: 5}", per_day="many").text
    assert "3 things to mend" in page
    assert [one in page for one in ("wrong-when-age-1", "wrong-fit-must-1", "wrong-caps-per_day-1")] == [True] * 3


def test_a_text_that_is_no_yaml_can_still_be_mended(otto: Visitor) -> None:
    answer = otto.post(EDIT, **{"act": "replay", "from": "text", "text": "id: [", "csrf": ""})
    assert answer.status_code == 403  # no token yet
    page = otto.get(EDIT).text
    answer = otto.post(EDIT, **{"act": "replay", "from": "text", "text": "id: [", "base": field_of(page, "base")})
    assert answer.status_code == 422
    assert "there is no form to show" in answer.text
    assert "id: [" in text_on(answer.text)


def test_of_two_people_the_second_keeps_the_words(desk: Writing, otto: Visitor) -> None:
    stale = field_of(otto.get(EDIT).text, "base")
    tune(otto, "save", per_contact="2/90d")
    answer = tune(otto, "save", per_contact="4/90d", base=stale)
    assert answer.status_code == 409
    assert "4/90d" in text_on(answer.text)
    assert "2/90d" in desk.file("campaigns.yaml")


def test_a_new_campaign_begins_with_a_form(desk: Writing, otto: Visitor) -> None:
    page = otto.get("/campaigns/new?id=fresh").text
    answer = otto.post(
        "/campaigns/fresh/edit", **{"act": "save", "from": "text", "text": text_on(page), "base": "", "new": "yes"}
    )
    assert answer.status_code == 303, answer.text
    assert "id: fresh" in desk.file("campaigns.yaml")
    taken = otto.get("/campaigns/new?id=fresh")
    assert taken.status_code == 422
    assert re.search(r'name="id" value="fresh"[^>]* aria-describedby="wrong-name"', taken.text)


def test_a_story_that_nobody_tells_leads_to_a_campaign_that_does(desk: Writing, otto: Visitor) -> None:
    (told,) = desk.line.services.workspace.campaigns[0].stories[:1]
    page = text_on(otto.get(f"/campaigns/new?story={told}").text)
    assert (f"id: {told}" in page, f"stories: [{told}]" in page) == (True, True)
    assert otto.get("/campaigns/new").status_code == 422


def test_pausing_is_one_press_and_so_is_going_on(desk: Writing, otto: Visitor) -> None:
    otto.get("/campaigns/money")
    assert otto.post("/campaigns/money/pause", paused="yes").status_code == 303
    assert desk.line.services.workspace.campaigns[0].paused
    assert otto.post("/campaigns/money/pause", paused="").status_code == 303
    assert desk.file("campaigns.yaml") == FILE


def test_a_read_only_file_gives_the_patch(desk: Writing, otto: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, text: str) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("overture.jobs.campaign_desk.write_atomically", refuse)
    answer = tune(otto, "save", per_contact="2/90d")
    assert "+    caps: {per_contact: 2/90d" in html.unescape(answer.text)


def test_only_authors_operators_and_admins_tune(desk: Writing) -> None:
    for user, allowed in (("vera", False), ("mara", False), ("ana", True), ("otto", True), ("ada", True)):
        visitor = desk.site.visitor(user)
        visitor.get("/campaigns")
        assert (visitor.get(EDIT).status_code == 200) is allowed
        assert (visitor.post("/campaigns/money/pause", paused="").status_code == 303) is allowed


def test_what_is_refused_again_and_again_can_be_tried_with_one_press(desk: Writing, otto: Visitor) -> None:
    before = (desk.line.services.folder / "campaigns.yaml").read_text()
    page = otto.get("/campaigns/money/edit?suggested=bad_timing").text
    assert "On trial: one account at most 9/60d instead of 9/30d" in page
    assert 'id="replay"' in page
    assert "per_account: 9/60d" in text_on(page)
    assert "On trial" not in otto.get("/campaigns/money/edit").text
    assert (desk.line.services.folder / "campaigns.yaml").read_text() == before
