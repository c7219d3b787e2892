"""Three mails without an answer: somebody of ours calls, is named on the page, and what they heard settles it."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine, update
from support.api import Program, program
from support.unanswered import leave_unanswered
from support.web import NOON, Hand, Site

from overture.db import tables as t
from overture.db import views_calls
from overture.db.engine import write

ONE_TOO_MANY = "Priya Nair calls Ines Albers, VP Customer Success, at Acme Robotics: 3 messages had no answer"


def words(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page)))


@pytest.fixture
def unanswered(filled: Engine) -> Engine:
    leave_unanswered(filled)
    return filled


def test_the_one_of_us_who_knows_them_is_asked_to_call(site: Site, unanswered: Engine) -> None:
    assert ONE_TOO_MANY in words(site.visitor("mara").get("/questions").text)


def test_programs_are_told_whom_to_call(site: Site, unanswered: Engine) -> None:
    row = {"call": "Priya Nair", "teammate_id": "priya", "contact": "Ines Albers", "contact_id": "con-1",
           "role": "VP Customer Success", "account": "Acme Robotics", "account_id": "acc-1",
           "unanswered": 3, "handed_over_by": None, "why": None, "until": None}  # fmt: skip
    assert site.visitor("mara").get("/api/v1/calls").json()["items"] == [row]


def test_the_list_is_empty_where_nobody_has_to_be_called(site: Site, filled: Engine) -> None:
    assert "Call, do not write" not in site.visitor("mara").get("/questions").text


def test_what_they_said_on_the_telephone_settles_it(site: Site, unanswered: Engine) -> None:
    mara = site.visitor("mara")
    page = mara.get("/questions").text
    form = re.search(r'href="(/heard\?contact=con-1)"', page)
    assert form
    mara.get(form.group(1))
    mara.post("/heard", who="con-1", statement="new sites decide in the first month", level="outcomes")
    assert "Call, do not write" not in mara.get("/questions").text


# --- deciding -----------------------------------------------------------------------------------------------------

TOMORROW = (NOON + timedelta(days=1)).date()
SAID = {"statement": "new sites decide in the first month", "level": "outcomes"}


def waiting(of: Program, **how: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = of.get("/calls", **how).json()["items"]
    return found


def test_a_call_is_handed_over_and_back(site: Site, unanswered: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/questions")
    led = mara.post("/calls/con-1", act="hand_over", to="jonas", why="Ines knows him from Lyon").headers["location"]
    page = words(mara.get(led).text)
    assert "Jonas Weber calls Ines Albers" in page
    assert "Handed over by Mara Lind: Ines knows him from Lyon." in page
    led = mara.post("/calls/con-1/undo", only="1").headers["location"]
    assert ONE_TOO_MANY in words(mara.get(led).text)


def test_a_call_that_is_put_off_comes_back_on_its_day(site: Site, unanswered: Engine, hand: Hand) -> None:
    mara = site.visitor("mara")
    mara.get("/questions")
    mara.post("/calls/con-1", act="snooze", until=TOMORROW.isoformat())
    assert ONE_TOO_MANY not in words(mara.get("/questions").text)
    with program(site, "mara") as robot:
        assert [call["until"] for call in waiting(robot, put_off="true")] == [TOMORROW.isoformat()]
        hand.turn(days=1)
        assert [call["contact_id"] for call in waiting(robot)] == ["con-1"]


def test_an_answer_settles_the_call_and_is_taken_back_with_it(site: Site, unanswered: Engine) -> None:
    mara = site.visitor("mara")
    mara.get("/questions")
    mara.post("/calls/con-1", act="answered", **SAID)
    assert SAID["statement"] in mara.get("/heard").text
    assert ONE_TOO_MANY not in words(mara.get("/questions").text)
    mara.post("/calls/con-1/undo", only="1")
    assert SAID["statement"] not in mara.get("/heard").text
    assert ONE_TOO_MANY in words(mara.get("/questions").text)


@pytest.mark.parametrize(
    ("act", "typed", "said"),
    [
        ("hand_over", {"to": "nobody"}, "No teammate has the id"),
        ("hand_over", {"to": "priya"}, "Priya Nair calls already"),
        ("snooze", {"until": NOON.date().isoformat()}, "Say a day from tomorrow on"),
        ("snooze", {"until": "soon"}, "Say a day from tomorrow on"),
        ("answered", {"statement": "no", "level": "outcomes"}, "Write what they said"),
    ],
)
def test_what_cannot_be_done_is_said_beside_the_call(
    site: Site, unanswered: Engine, act: str, typed: dict[str, str], said: str
) -> None:
    mara = site.visitor("mara")
    mara.get("/questions")
    answer = mara.post("/calls/con-1", act=act, **typed)
    assert (answer.status_code, said in words(answer.text)) == (422, True)


def test_programs_decide_alike_and_only_what_waits(site: Site, unanswered: Engine) -> None:
    with program(site, "mara") as robot:
        assert robot.post("/calls/con-2/hand-over", {"to": "jonas"}).status_code == 409
        first = robot.post("/calls/con-1/hand-over", {"to": "Jonas Weber", "why": "on leave"}).json()
        assert [(one["call"], one["why"]) for one in waiting(robot)] == [("Jonas Weber", "on leave")]
        assert robot.post("/calls/con-1/snooze", {"until": TOMORROW.isoformat()}).status_code == 200
        assert robot.post("/calls/con-1/undo", {"only": first["act"]}).status_code == 409  # another was decided since
        assert robot.post("/calls/con-1/undo", {}).status_code == 200
        assert robot.post("/calls/con-1/done", SAID | {"by": "jonas"}).json()["concern_id"]
        assert waiting(robot, put_off="true") == []


def test_who_only_reads_decides_about_no_call(site: Site, unanswered: Engine) -> None:
    vera = site.visitor("vera")
    assert "Hand over" not in vera.get("/questions").text
    assert vera.post("/calls/con-1", act="hand_over", to="jonas").status_code == 403


@pytest.mark.parametrize(("table", "row"), [(t.accounts, "acc-1"), (t.contacts, "con-1")])
def test_who_has_left_the_files_is_not_called(site: Site, unanswered: Engine, table: object, row: str) -> None:
    with write(unanswered) as connection:
        connection.execute(update(table).where(table.c.id == row).values(retired_at=NOON))  # type: ignore[attr-defined,arg-type]
    assert "Call, do not write" not in site.visitor("mara").get("/questions").text


def test_calls_beyond_a_page_are_led_to_and_decided_there(
    site: Site, unanswered: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_unanswered(unanswered, account="acc-2", contact="con-2", begin=7)
    monkeypatch.setattr(views_calls, "PAGE", 1)
    mara = site.visitor("mara")
    first = mara.get("/questions").text
    assert ONE_TOO_MANY not in words(first)
    second = "/questions?after=acc-2"
    assert f'href="{second}#calls"' in first
    page = mara.get(second).text
    assert ONE_TOO_MANY in words(page)
    assert 'rel="next"' not in page
    assert "say a day" in mara.post("/calls/con-1?after=acc-2", act="snooze", until="").text.lower()
    assert mara.post("/calls/con-1?after=acc-2", act="snooze", until=str(TOMORROW)).headers["location"] == second


def test_programs_page_through_the_calls(site: Site, unanswered: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_unanswered(unanswered, account="acc-2", contact="con-2", begin=7)
    monkeypatch.setattr(views_calls, "PAGE", 1)
    with program(site, "mara") as robot:
        first = robot.get("/calls").json()
        rest = waiting(robot, cursor=first["next"])
    assert [row["contact_id"] for row in (*first["items"], *rest)] == ["con-2", "con-1"]
