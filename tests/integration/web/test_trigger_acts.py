"""What a person does with an event on its page, and the list as a file for a spreadsheet."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from support.api import program
from support.line import FILES, Line, line, story
from support.web import Site, Visitor
from support.web import services as web_services
from support.workspaces import write_workspace

from campaigns.types import Abstain, Match
from overture.db import users
from overture.db.audit import Actor
from overture.db.engine import read, write
from overture.db.tables import account_names, drafts, triggers
from overture.jail import ChildJail
from triggers.types import Reading


@pytest.fixture
def here(database: Engine, tmp_path: Path) -> Iterator[Line]:
    with ChildJail(children=1) as jail, line(database, tmp_path, jail=jail) as found:
        with write(found.engine) as connection:
            for id_, role in {"mara": "reviewer", "vic": "viewer"}.items():
                user = users.User(id_, id_.title(), role)
                users.add_user(connection, user, password_hash=None, by=Actor("test", "system"), now=found.clock.now())
        yield found


@pytest.fixture
def mara(here: Line) -> Iterator[Visitor]:
    with Site(web_services(here.engine, here.clock.now)) as site:
        visitor = site.visitor("mara")
        visitor.get("/triggers")
        yield visitor


def state(here: Line) -> str:
    with read(here.engine) as connection:
        return str(connection.scalars(select(triggers.c.state)).one())


def test_an_event_that_is_none_is_not_asked_about_however_often_it_is_told(here: Line, mara: Visitor) -> None:
    here.post("courier", "Globex raises $25 million in Series B")
    here.run()
    assert mara.post("/triggers/1/dismiss").status_code == 303
    assert "A person marked it as not a trigger" in mara.get("/triggers/1").text
    here.post("ledger", "Globex raises $25M Series B round")
    here.run()
    assert state(here) == "dismissed"
    mara.post("/triggers/1/ask-again")
    assert state(here) == "due"


def test_a_draft_that_waits_is_rejected_and_not_passed_over(here: Line, mara: Visitor) -> None:
    here.post("courier", "Acme Robotics raises $25 million in Series B")
    here.run()
    answer = mara.post("/triggers/1/dismiss")
    assert answer.status_code == 409
    assert "Draft 1" in answer.text
    assert state(here) == "asked"


def test_a_name_that_is_explained_once_leads_to_a_draft_now_and_is_known(here: Line, mara: Visitor) -> None:
    here.post("courier", "Acme Cranes raises $25 million in Series B")
    here.run()
    assert state(here) == "unmatched"
    assert mara.post("/triggers/1/account", account="nobody").status_code == 409
    assert mara.post("/triggers/1/account", account="acme.example").status_code == 303
    here.run()
    with read(here.engine) as connection:
        assert connection.scalars(select(drafts.c.account_id)).all() == ["acme"]
        assert connection.scalars(select(account_names.c.form)).all() == ["Acme Cranes"]


def test_the_list_is_a_sheet_without_formulas(here: Line, mara: Visitor) -> None:
    here.post("courier", "Acme Robotics raises $25 million in Series B")
    here.run()
    answer = mara.get("/triggers.csv?kind=funding")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["kind"], row["company"], row["state"]) for row in rows] == [("funding", "Acme Robotics", "asked")]
    assert mara.get("/triggers.csv?kind=ipo").text.count("\n") == 1


def test_the_list_says_who_told_first_and_shows_what_one_source_told(here: Line, mara: Visitor) -> None:
    for source, company in (("courier", "Acme Robotics"), ("ledger", "Acme Robotics"), ("ledger", "Globex")):
        here.post(source, f"{company} raises $25 million in Series B")
    here.run()

    def told(source: str) -> list[tuple[str, str]]:
        rows = csv.DictReader(io.StringIO(mara.get(f"/triggers.csv?source={source}").text))
        return [(row["company"], row["source"]) for row in rows]

    assert told("courier") == [("Acme Robotics", "Courier")]
    assert told("ledger") == [("Globex", "Ledger"), ("Acme Robotics", "Courier")]
    assert told("gazette") == []
    page = mara.get("/triggers?source=courier").text
    assert '<option value="courier" selected>Courier</option>' in page
    assert "and 1 more" in page
    assert "Globex" not in page
    assert 'href="/triggers.csv?source=courier"' in page


def test_who_only_looks_sees_it_shut_and_who_may(here: Line) -> None:
    here.post("courier", "Acme Robotics raises $25 million in Series B")
    here.run()
    with Site(web_services(here.engine, here.clock.now)) as site:
        vic = site.visitor("vic")
        page = vic.get("/triggers/1").text
        assert '<button class="button" type="button" aria-disabled="true">Not a trigger</button>' in page
        assert "reviewers, operators and admins say what it is" in page
        assert "/triggers/1/dismiss" not in page
        assert vic.post("/triggers/1/dismiss").status_code == 403


def test_a_program_hears_how_a_post_would_be_read_and_whose_each_name_is(here: Line, mara: Visitor) -> None:
    def whose(company: str, reading: Reading) -> Match | Abstain:
        return here.services.resolver().outcome(company, reading)

    with Site(replace(web_services(here.engine, here.clock.now), whose=whose)) as site, program(site, "mara") as script:
        found = script.post("/explain", {"title": "Acme Robotics raises $25 million in Series B"}).json()
    [account] = found["accounts"]
    assert (account["company"], account["account_id"], account["abstained"]) == ("Acme Robotics", "acme", False)
    assert account["parts"]
    assert found["triggers"][0]["account_id"] == "acme"


def test_a_draft_is_asked_for_with_a_story_and_a_refusal_is_said_on_the_page(here: Line) -> None:
    services = replace(web_services(here.engine, here.clock.now), campaigns=lambda: here.services.workspace.campaigns)
    only = "fit: {must: [{account.lifecycle: customer}]}"
    growth = f"  - {{id: growth, when: {{event: funding}}, stories: [grown], {only}}}\n"
    files = {"campaigns_yaml": FILES["campaigns.yaml"] + growth}
    write_workspace(here.services.folder, {"stories/grown.en.j2": story("grown", "funding", "you grow.")}, sound=False)
    here.files(**files).post("courier", "Acme Robotics raises $25 million in Series B")
    here.run()
    with Site(services) as site, program(site, "mara") as script:
        mara = site.visitor("mara")
        assert 'value="grown"' in mara.get("/triggers/1").text
        assert mara.post("/triggers/1/draft", story="nowhere").status_code == 409
        assert mara.post("/triggers/1/draft", story="grown", contact="jo").status_code == 303
        assert "Mara asked for “grown” for Jo Meyer." in mara.get("/triggers/1").text
        here.run()
        said = script.get("/triggers/1").json()["trigger"]["wish"]
        assert (said["story"], said["draft"]) == ("grown", None)
        assert f"No draft: {said['no']}" in html.unescape(mara.get("/triggers/1").text)
        assert script.post("/triggers/1/draft", {"story": "raised"}).json()["did"] == "draft_asked_for"
        here.run()
        assert [row.state for row in here.rows(drafts)] == ["rejected", "pending"]
        assert script.get("/triggers/1").json()["trigger"]["wish"]["draft"] == 2
        assert "asked for “" not in mara.get("/triggers/1").text


def test_the_page_takes_apart_how_each_outlet_was_read_and_whose_the_name_could_be(here: Line) -> None:
    here.post("courier", "Acme Robotics raises $25 million in Series B")
    here.post("ledger", "Globex raises $31 million in Series C")
    here.run()
    services = replace(web_services(here.engine, here.clock.now), whose=here.services.resolver().outcome)
    with Site(services) as site, program(site, "mara") as script:
        mara = site.visitor("mara")
        known, unknown = (html.unescape(mara.get(f"/triggers/{id_}").text) for id_ in (1, 2))
        [one] = script.get("/triggers/2/log").json()["items"]
        assert script.get("/triggers/999/log").status_code == 404
    assert '“raises”</bdi> <small class="muted">event +0.95' in known
    assert "Match with" in known
    assert "“<bdi>Globex</bdi>”: no account: " in unknown
    assert (one["publisher"], one["explained"]["candidates"][0]["kept"]) == ("Ledger", True)
