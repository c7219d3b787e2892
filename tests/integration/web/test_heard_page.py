"""What I heard, without a script: kept, flagged, taken back; and why a customer cares, filed with its day."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, update
from support.web import NOON, Site, Visitor

from overture.db import tables as t
from overture.db.engine import read, write

SAID = {"who": "c-1", "statement": "new sites decide in the first month", "level": "outcomes"}
TODAY = NOON.date()


def words(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.fixture
def contact(filled: Engine) -> str:
    """The id of the one contact at Acme."""
    with read(filled) as connection:
        return str(connection.scalar(select(t.contacts.c.id).where(t.contacts.c.account_id == "acc-1")))


def tell(visitor: Visitor, **fields: Any) -> Any:
    visitor.get("/heard")
    return visitor.post("/heard", **(SAID | fields))


def rows(engine: Engine) -> list[Any]:
    with read(engine) as connection:
        return list(connection.execute(select(t.concerns).where(t.concerns.c.origin == "heard")))


def test_who_what_level_and_whether_it_may_be_said_is_enough(site: Site, filled: Engine, contact: str) -> None:
    mara = site.visitor("mara")
    answer = tell(mara, who=contact)
    assert answer.status_code == 303
    page = words(mara.get(answer.headers["location"]).text)
    assert "Kept: Ines Albers , Acme Robotics: new sites decide in the first month" in page
    (row,) = rows(filled)
    assert (row.contact_id, row.level, row.shareable, row.heard_on) == (contact, "outcomes", False, TODAY)


def test_all_that_may_be_said_of_it_is_kept(site: Site, filled: Engine, contact: str) -> None:
    more = {"aloud": "yes", "kind": "aspiration", "quote": "We will.", "source": "fair", "by": "priya",
            "on": "2026-11-02", "reply": "yes"}  # fmt: skip
    tell(site.visitor("mara"), who=contact, **more)
    (row,) = rows(filled)
    assert (row.shareable, row.kind, row.quote, row.source, row.heard_by) == (
        True,
        "aspiration",
        "We will.",
        "fair",
        "priya",
    )
    assert row.heard_on.isoformat() == "2026-11-02"
    with read(filled) as connection:
        assert connection.scalar(select(t.outcomes.c.kind)) == "replied"


def test_what_would_fit_anybody_is_kept_with_a_remark(site: Site, contact: str) -> None:
    mara = site.visitor("mara")
    page = mara.get(tell(mara, who=contact, statement="increase revenue").headers["location"])
    assert "would fit anybody" in words(page.text)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("who", "", "Say who told you"),
        ("who", "Nobody Known", "No contact has the id, address or name"),
        ("who", "Ines Albers", "is more than one contact"),
        ("statement", "churn", "Write what they said"),
        ("level", "heaven", "Choose what it is about"),
        ("on", "2999-01-01", "still to come"),
        ("on", "soon", "Write the day like"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(
    site: Site, filled: Engine, contact: str, field: str, value: str, says: str
) -> None:
    answer = tell(site.visitor("mara"), **({"who": contact, "source": "a dinner"} | {field: value}))
    assert answer.status_code == 422
    assert says in words(answer.text)
    assert 'value="a dinner"' in answer.text
    assert rows(filled) == []


def test_it_can_be_taken_back_once_and_only_what_was_written_down(site: Site, filled: Engine, contact: str) -> None:
    mara = site.visitor("mara")
    tell(mara, who=contact)
    (row,) = rows(filled)
    assert mara.post("/heard/back", concern=row.id).status_code == 303
    assert mara.post("/heard/back", concern=row.id).status_code == 409
    assert mara.post("/heard/back", concern="con-1").status_code == 409
    assert "new sites decide" not in words(mara.get("/accounts/acc-1").text)


def test_a_viewer_reads_only(site: Site, contact: str) -> None:
    vera = site.visitor("vera")
    assert "Keep</button>" not in vera.get("/heard").text
    assert vera.post("/heard", **SAID).status_code == 403


# --- why they care ------------------------------------------------------------------------------------------------


def test_one_customer_a_day_is_suggested_and_the_answer_is_filed_with_its_day(site: Site, filled: Engine) -> None:
    mara = site.visitor("mara")
    page = mara.get("/heard").text
    (account,) = re.findall(r'name="account" value="([^"]+)"', page)
    assert "nobody has asked why they care" in page.lower()
    filed = mara.post("/heard/why", account=account, why="need_us", words="It saved our spring.", on=str(TODAY))
    assert "need us, asked on 19 Nov" in words(mara.get(filed.headers["location"]).text)
    with read(filled) as connection:
        row = connection.execute(select(t.accounts).where(t.accounts.c.id == account)).one()
        told = connection.execute(select(t.why_answers)).one()
    assert (row.why_they_care, row.why_asked_on) == ("need_us", TODAY)
    assert (told.words, told.asked_on) == ("It saved our spring.", TODAY)
    assert "Nobody to call today" in mara.get("/heard").text


def test_an_answer_needs_a_bucket_and_a_day_that_was(site: Site) -> None:
    mara = site.visitor("mara")
    mara.get("/heard")
    wrong = mara.post("/heard/why", account="acc-5", why="maybe", words="Well.", on="2999-01-01")
    assert wrong.status_code == 422
    assert "Choose what their answer amounts to." in wrong.text
    assert 'value="Well."' in wrong.text
    assert mara.post("/heard/why", account="nobody", why="ok").status_code == 404


def test_an_account_of_ones_choice_can_be_asked_about(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        old = TODAY - timedelta(days=300)
        values = {"why_they_care": "ok", "why_asked_on": old, "lifecycle": "customer"}
        connection.execute(update(t.accounts).where(t.accounts.c.id == "acc-1").values(values))
        connection.execute(
            insert(t.why_answers),
            {"account_id": "acc-1", "why_they_care": "ok", "asked_on": old, "noted_at": NOON, "words": "Fine."},
        )
    assert "Why does Acme Robotics care?" in words(site.visitor("mara").get("/heard?account=acc-1").text)
