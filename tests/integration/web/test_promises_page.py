"""Promises and cases on their pages: what is owed first, settled with evidence only; what is told, and where."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, update
from support.web import NOON, Hand, Site, services

from campaigns.workspace import Case, Promise
from overture.db import tables as t
from overture.db.engine import read, write
from overture.web.services import Catalogue

DAY = timedelta(days=1)
PROMISE = Promise(
    "first-hire", "I will send the plan.", fulfils=("first month",), can_deliver_by=3 * DAY, proof="A copy."
)
CASES = (
    Case("quay", "Quay & Sons", "Slow.", "Ropes.", "The first ones tore.", "Fast.", "hours: 7 to 2", "a talk",
         "by mail", "shipping", ("funding",), language="en"),
    Case("mill", "A mill in Leeds", "Loud.", "Felt.", "It cost a month.", "Quiet."),
)  # fmt: skip


def words(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.fixture
def stocked(filled: Engine) -> Iterator[Site]:
    """A site with a catalogue, one overdue promise, one that is not due yet, and one that was kept."""
    made = {"account_id": "acc-1", "made_at": NOON - 60 * DAY, "promise_id": None, "settled_on": None, "evidence": None}
    late = NOON.date() - 3 * DAY
    with write(filled) as connection:
        connection.execute(insert(t.promises_made), [
            made | {"text": "the workbook", "due_on": late, "state": "made", "promise_id": "first-hire"},
            made | {"text": "the atlas", "due_on": NOON.date() + DAY, "state": "made", "account_id": "acc-2"},
            made | {"text": "the call", "due_on": None, "state": "kept", "evidence": "Held.", "settled_on": late},
        ])  # fmt: skip
    catalogue = Catalogue((PROMISE,), CASES, {"first-hire": ("after-the-round.en",)})
    with Site(replace(services(filled, Hand()), catalogue=lambda: catalogue)) as site:
        yield site


def state(engine: Engine, promise_id: int) -> Any:
    with read(engine) as connection:
        return connection.execute(select(t.promises_made).where(t.promises_made.c.id == promise_id)).one()


def test_what_is_owed_stands_first_and_the_rest_behind_tabs(stocked: Site) -> None:
    mara = stocked.visitor("mara")
    page = words(mara.get("/promises").text)
    assert page.index("the workbook") < page.index("the atlas")
    assert "Overdue Acme Robotics due 16 Nov, 3 d ago" in page
    assert "the call" not in page
    assert "kept on 16 Nov: Held." in words(mara.get("/promises?tab=kept").text)
    assert "the atlas" not in words(mara.get("/promises?account=acc-1").text)
    assert "None was released" in words(mara.get("/promises?tab=released").text)


@pytest.mark.parametrize(("act", "now"), [("keep", "kept"), ("break", "broken"), ("release", "released")])
def test_a_promise_is_settled_with_evidence(stocked: Site, filled: Engine, act: str, now: str) -> None:
    mara = stocked.visitor("mara")
    mara.get("/promises")
    done = mara.post("/promises/1", act=act, evidence="It lay on her desk on Monday.")
    assert done.status_code == 303
    assert "Acme Robotics:" in words(mara.get(done.headers["location"]).text)
    row = state(filled, 1)
    assert (row.state, row.evidence, row.settled_on) == (now, "It lay on her desk on Monday.", NOON.date())


def test_without_evidence_nothing_is_settled(stocked: Site, filled: Engine) -> None:
    mara = stocked.visitor("mara")
    mara.get("/promises")
    refused = mara.post("/promises/1", act="keep", evidence="  ")
    assert refused.status_code == 422
    assert "Say how we know" in words(refused.text)
    assert state(filled, 1).state == "made"


def test_a_move_that_does_not_exist_is_refused_and_the_words_are_kept(stocked: Site) -> None:
    mara = stocked.visitor("mara")
    mara.get("/promises")
    refused = mara.post("/promises/3", act="release", evidence="They said so.", tab="kept")
    assert refused.status_code == 409
    assert 'value="They said so."' in refused.text
    assert mara.post("/promises/1", act="burn", evidence="x").status_code == 422
    assert mara.post("/promises/99", act="keep", evidence="x").status_code == 404


def test_a_promise_made_in_a_talk_is_written_down(stocked: Site, filled: Engine) -> None:
    mara = stocked.visitor("mara")
    mara.get("/promises")
    fields = {
        "to": "Acme Robotics",
        "text": "a visit in spring",
        "due": "2027-04-01",
        "on": "2026-11-01",
        "by": "priya",
    }
    assert mara.post("/promises", **fields).status_code == 303
    row = state(filled, 4)
    assert (row.account_id, row.text, row.made_by, str(row.due_on)) == (
        "acc-1",
        "a visit in spring",
        "priya",
        "2027-04-01",
    )


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [("to", "Nobody Ltd", "No account has the id"), ("text", " ", "Say what was promised"),
     ("due", "soon", "Write the day"), ("on", "2999-01-01", "still to come"),
     ("contact", "Nobody Known", "No contact has the id")],
)  # fmt: skip
def test_what_is_wrong_with_a_new_promise_is_told_at_its_field(
    stocked: Site, field: str, value: str, says: str
) -> None:
    mara = stocked.visitor("mara")
    mara.get("/promises")
    answer = mara.post("/promises", **({"to": "acc-1", "text": "a visit next spring"} | {field: value}))
    assert answer.status_code == 422
    assert says in words(answer.text)
    assert field == "text" or 'value="a visit next spring"' in answer.text


def test_the_catalogue_says_what_each_promise_answers_and_came_to(stocked: Site) -> None:
    page = words(stocked.visitor("vera").get("/promises").text)
    assert "first-hire I will send the plan." in page
    assert "first month 3 days A copy. after-the-round.en 1 0 0" in page
    assert "Settle it" not in page


def test_a_case_stands_with_its_setback_its_source_and_where_it_is_told(stocked: Site, filled: Engine) -> None:
    with write(filled) as connection:
        known = select(t.draft_versions).where(t.draft_versions.c.draft_id == 1)
        row = dict(connection.execute(known).mappings().first() or {})
        told = {"text": "Ropes.", "paths": ["case.way"], "evidence": ["case:quay"]}
        gone = {"text": "Gone.", "paths": ["case.way"], "evidence": ["case:sunk"]}
        new = {"version": 2, "segments": [*row["segments"], told, gone]}
        connection.execute(insert(t.draft_versions), {k: v for k, v in (row | new).items() if k != "id"})
        connection.execute(update(t.drafts).where(t.drafts.c.id == 1).values(version=2))
    page = words(stocked.visitor("vera").get("/cases").text)
    assert "Quay & Sons may be named en" in page
    assert "Setback The first ones tore. Outcome Fast. hours: 7 to 2 Source a talk Permission by mail" in page
    assert "Told in 1 draft: Acme Robotics" in page
    assert "A mill in Leeds never named" in page
    assert "1 draft tells the case sunk , which is not in cases.yaml any more" in page


def test_without_any_the_pages_say_what_to_do(site: Site) -> None:
    mara = site.visitor("mara")
    assert "promises.yaml" in mara.get("/promises").text
    assert "Nothing is owed" in mara.get("/promises").text
    assert "cases.yaml" in mara.get("/cases").text
