"""Stories, campaigns and events by program: read the text, try it, put it in force; late comers lose nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from support.api import Program, program
from support.web import Site
from support.writing import Writing, writing

from overture.jail import ChildJail

CAMPAIGNS = """\
# Whom we write to.
campaigns:
  - id: money   # the first
    when: {event: funding, age: {lte: 21d}}
    stories: [raised]
    caps: {per_contact: 9/60d, per_account: 9/30d}
"""


@pytest.fixture
def desk(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Writing]:
    with writing(sqlite_database, tmp_path, jail=jail, files={"campaigns.yaml": CAMPAIGNS}) as found:
        yield found


@pytest.fixture
def ana(desk: Writing) -> Iterator[Program]:
    with program(desk.site, "ana") as who:
        yield who


def test_subjects_are_told_beside_each_other_with_what_may_be_said_of_them(desk: Writing, ana: Program) -> None:
    (row,) = ana.get("/stories").json()["items"]
    assert (row["recent"], row["untouched"]["n"], row["untouched"]["share"]) == (1, 0, None)
    (said,) = ana.get("/stories/raised").json()["subjects"]
    assert (said["language"], said["since"], said["verdict"], said["winner"]) == ("en", 1, "too_few", None)
    assert [(arm["variant"], arm["weight"]) for arm in said["arms"]] == [("a", 0.5), ("b", 0.5)]
    fields = {one["path"]: one for one in ana.get("/stories/raised/fields").json()["items"]}
    assert (fields["contact.role"]["rate"]["hits"], fields["contact.role"]["rate"]["n"]) == (0, 1)
    assert ana.get("/stories/nothing/fields").status_code == 404
    page = desk.site.visitor("vera").get("/stories/raised").text
    assert "Not enough data (n &lt; 30 per arm)" in page


def test_a_story_is_read_tried_and_put_in_force(desk: Writing, ana: Program) -> None:
    there = ana.get("/stories/raised/file").json()
    assert there["text"] == desk.file()
    said = ana.post("/stories/raised/preview", {"text": there["text"]}).json()
    assert said["tellings"][0]["told"] is True
    assert "Acme" in said["tellings"][0]["body"]
    other = there["text"].replace("Would", "Please tell me: would", 1)
    done = ana.post("/stories/raised", {"text": other, "base": there["base"], "note": "friendlier"})
    assert done.status_code == 200, done.text
    assert desk.file() == other
    assert ana.get("/stories/raised/file").json()["base"] == done.json()["base"]


def test_who_began_with_an_older_text_gets_the_newer(desk: Writing, ana: Program) -> None:
    there = ana.get("/stories/raised/file").json()
    late = ana.post("/stories/raised", {"text": there["text"] + "\n{# mine #}\n", "base": "0" * 64})
    assert (late.status_code, late.json()["refusal"]) == (409, "changed")
    assert late.json()["current"]["text"] == there["text"]
    assert desk.file() == there["text"]


def test_what_the_lint_forbids_is_not_put_in_force(desk: Writing, ana: Program) -> None:
    there = ana.get("/stories/raised/file").json()
    broken = there["text"].replace("{{ account", "{{ nobody", 1)
    answer = ana.post("/stories/raised", {"text": broken, "base": there["base"]})
    assert (answer.status_code, answer.json()["refusal"]) == (422, "errors")
    assert answer.json()["errors"]
    assert desk.file() == there["text"]


def test_a_campaign_is_tried_on_the_last_days_and_saved(desk: Writing, ana: Program) -> None:
    there = ana.get("/campaigns/money").json()
    changed = there["text"].replace("21d", "14d")
    tried = ana.post("/campaigns/money/try", {"text": changed, "base": there["base"]}).json()
    assert tried["campaign"] == "money"
    assert tried["problems"] == []
    assert isinstance(tried["drafts_after"], int)
    assert "21d" in desk.file("campaigns.yaml")
    assert ana.post("/campaigns/money", {"text": changed, "base": there["base"]}).status_code == 200
    assert "14d" in desk.file("campaigns.yaml")
    assert "# Whom we write to." in desk.file("campaigns.yaml")
    late = ana.post("/campaigns/money", {"text": there["text"], "base": there["base"]})
    assert (late.status_code, late.json()["refusal"]) == (409, "changed")


def test_a_campaign_that_makes_no_sense_is_told_where(ana: Program) -> None:
    there = ana.get("/campaigns/money").json()
    wrong = {"text": there["text"].replace("funding", "fundign"), "base": there["base"]}
    assert ana.post("/campaigns/money/try", wrong).json()["problems"][0]["line"] >= 1
    assert ana.post("/campaigns/money", wrong).status_code == 422


def test_without_a_workspace_nothing_is_written(site: Site) -> None:
    with program(site, "ada") as ada:
        assert ada.get("/campaigns/money").status_code == 409
        assert ada.post("/stories/raised/preview", {"text": "x"}).status_code == 409
        assert ada.post("/sources/test", {"which": "fresh"}).status_code == 409


def test_an_event_is_dismissed_and_asked_about_again(site: Site) -> None:
    with program(site, "mara") as mara:
        held = mara.post("/triggers/1/dismiss")
        assert held.status_code == 409  # a draft about it waits
        free = next(row["id"] for row in mara.get("/triggers", limit=200).json()["items"] if row["draft_id"] is None)
        assert mara.post(f"/triggers/{free}/dismiss").json()["state"] == "dismissed"
        assert mara.get(f"/triggers/{free}").json()["trigger"]["state"] == "dismissed"
        assert mara.post(f"/triggers/{free}/ask-again").json()["state"] == "due"
        assert mara.post("/triggers/9999/dismiss").status_code == 404
        assert mara.post(f"/triggers/{free}/account", {"account": "nobody knows"}).status_code == 409


def test_a_question_is_kept_asked_and_forgotten(site: Site) -> None:
    with program(site, "mara") as mara:
        assert mara.post("/ask/saved", {"name": "warm", "q": "tie:any"}).json()["name"] == "warm"
        assert mara.get("/ask", q="saved:warm").json()["items"] == mara.get("/ask", q="tie:any").json()["items"]
        assert mara.post("/ask/saved", {"name": "cold", "q": "colour:blue"}).status_code == 422
        assert mara.post("/ask/saved/warm/remove").status_code == 200
        assert mara.get("/ask/saved").json()["items"] == []


def test_what_was_heard_and_promised_is_written_down(site: Site) -> None:
    with program(site, "mara") as mara:
        contact = mara.get("/contacts", account_id="acc-1").json()["items"][0]
        told = {"contact": contact["id"], "statement": "their first ninety days decide", "level": "outcomes"}
        heard = mara.post("/heard", told).json()
        assert (heard["contact_id"], heard["known"]) == (contact["id"], False)
        assert mara.post("/heard", told).json()["known"] is True
        assert told["statement"] in [
            one["statement"] for one in mara.get(f"/contacts/{contact['id']}").json()["concerns"]
        ]
        promise = mara.post("/promises", {"account": "acc-1", "text": "a call before Friday"}).json()
        kept = mara.post(f"/promises/{promise['id']}/settle", {"to": "kept", "evidence": "we spoke on Thursday"})
        assert kept.json()["state"] == "kept"
        assert mara.post(f"/promises/{promise['id']}/settle", {"to": "kept", "evidence": "again"}).status_code == 409
        unknown = mara.post("/heard", told | {"contact": "nobody at all"})
        assert unknown.json()["errors"][0]["place"] == "body.contact"


def test_a_campaign_is_paused_and_resumed(desk: Writing, ana: Program) -> None:
    before = desk.file("campaigns.yaml")
    paused = ana.post("/campaigns/money/pause").json()
    assert "paused: true" in desk.file("campaigns.yaml")
    assert ana.post("/campaigns/money/pause").json() == paused
    assert ana.post("/campaigns/money/resume").status_code == 200
    assert desk.file("campaigns.yaml") == before
    assert ana.post("/campaigns/none/pause").status_code == 404
