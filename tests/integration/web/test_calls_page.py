"""Three mails without an answer: somebody of ours calls, is named on the page, and what they heard settles it."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine, insert, select, update
from support.cast import MARA
from support.sample_drafts import COMPANY, KEYS
from support.web import NOON, Site

from overture.db import decisions
from overture.db import tables as t
from overture.db.engine import read, write

ONE_TOO_MANY = "Priya Nair calls Ines Albers, VP Customer Success, at Acme Robotics: 3 messages had no answer"


def words(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page)))


@pytest.fixture
def unanswered(filled: Engine) -> Engine:
    """Three messages went to Ines at Acme, and the campaign said no to a fourth."""
    with read(filled) as connection:
        shown = connection.execute(select(t.drafts.c.id, t.drafts.c.version, t.drafts.c.content_hash).limit(3)).all()
        handoffs = select(t.handoffs.c.id).order_by(t.handoffs.c.id)
    outbox = decisions.OutboxPolicy(COMPANY)
    for row in shown:
        decisions.approve(filled, decisions.Shown(*row), MARA, now=NOON, outbox=outbox, keys=KEYS)
    with write(filled) as connection:
        touch = {"account_id": "acc-1", "contact_id": "con-1", "sender_id": "priya", "campaign": "x", "chapter": 0,
                 "standing": "assumed"}  # fmt: skip
        for days, handoff in enumerate(connection.scalars(handoffs).all(), 1):
            connection.execute(insert(t.touches), touch | {"handoff_id": handoff, "at": NOON - timedelta(days=days)})
        said = {"trigger_id": 1, "account_id": "acc-1", "campaign": "x", "rule": "call_them", "evidence": [],
                "reason": "Another mail to Acme Robotics would be one too many.", "said_at": NOON}  # fmt: skip
        connection.execute(insert(t.nos), said)
    return filled


def test_the_one_of_us_who_knows_them_is_asked_to_call(site: Site, unanswered: Engine) -> None:
    assert ONE_TOO_MANY in words(site.visitor("mara").get("/questions").text)


def test_programs_are_told_whom_to_call(site: Site, unanswered: Engine) -> None:
    row = {"call": "Priya Nair", "teammate_id": "priya", "contact": "Ines Albers", "contact_id": "con-1",
           "role": "VP Customer Success", "account": "Acme Robotics", "account_id": "acc-1",
           "unanswered": 3}  # fmt: skip
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


@pytest.mark.parametrize(("table", "row"), [(t.accounts, "acc-1"), (t.contacts, "con-1")])
def test_who_has_left_the_files_is_not_called(site: Site, unanswered: Engine, table: object, row: str) -> None:
    with write(unanswered) as connection:
        connection.execute(update(table).where(table.c.id == row).values(retired_at=NOON))  # type: ignore[attr-defined,arg-type]
    assert "Call, do not write" not in site.visitor("mara").get("/questions").text
