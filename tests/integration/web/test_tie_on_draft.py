"""The tie that a draft rests on, as its page tells it: in a sentence, and gone where it is gone."""

from __future__ import annotations

import html
import re

import pytest
from sqlalchemy import Engine, insert, update
from support.sample_drafts import KEYS
from support.unanswered import leave_unanswered
from support.web import NOON, Site

from campaigns.workspace import DoNotContact
from overture.db import tables as t
from overture.db.engine import write
from overture.db.people import suppress


def words(site: Site) -> str:
    page = site.visitor("mara").get("/drafts/1").text
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page)))


@pytest.fixture
def chosen(filled: Engine) -> Engine:
    """Priya writes to Ines because of their tie."""
    why = {"contact": [], "sender": ["Priya Nair writes: has the strongest tie to Ines Albers (worked with, 4 of 5)"]}
    with write(filled) as connection:
        connection.execute(update(t.drafts).where(t.drafts.c.id == 1).values(why=why))
    return filled


def test_the_tie_is_a_sentence(site: Site, chosen: Engine) -> None:
    told = words(site)
    assert "Warm tie: Priya Nair worked with Ines since 2019 (4 of 5)" in told
    assert "gone by now" not in told


def test_a_date_that_came_due_was_not_announced(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        connection.execute(update(t.triggers).where(t.triggers.c.id == 1).values(kind="day_one"))
    told = words(site)
    assert "Day One · came due · " in told
    assert "announced ·" not in told


@pytest.mark.parametrize("another", [True, False])
def test_a_tie_that_has_left_the_files_is_told_as_gone(site: Site, chosen: Engine, another: bool) -> None:
    with write(chosen) as connection:
        connection.execute(update(t.ties).where(t.ties.c.contact_id == "con-1").values(retired_at=NOON))
        row = {"id": "book", "teammate_id": "jonas", "contact_id": "con-1", "kind": "other", "strength": 1}
        if another:
            connection.execute(insert(t.ties), row)
    told = words(site)
    assert "(worked with, 4 of 5); that tie is gone by now" in told
    assert ("Warm tie: Jonas Weber knows Ines (1 of 5)" in told) is another


@pytest.mark.parametrize(("lifecycle", "says"), [("prospect", "yes: no pitch"), ("customer", "no")])
def test_the_safety_card_takes_a_departure_as_the_lint_does(
    site: Site, filled: Engine, lifecycle: str, says: str
) -> None:
    with write(filled) as connection:
        connection.execute(update(t.triggers).where(t.triggers.c.id == 1).values(kind="executive_departure"))
        connection.execute(update(t.accounts).where(t.accounts.c.id == "acc-1").values(lifecycle=lifecycle))
    assert f"Sensitive event{says}" in words(site)


def test_the_safety_card_tells_a_bounce_and_who_else_there_was_written_to(site: Site, filled: Engine) -> None:
    assert "Last touchnone yetOpen" in words(site)
    leave_unanswered(filled, account="acc-1", contact="con-2", begin=7)
    with write(filled) as connection:
        stop = DoNotContact("address", "ines.1@acmerobotics.example")
        suppress(connection, [stop], origin="bounce", keys=KEYS, now=NOON)
    told = words(site)
    assert "Last touchnone yet; somebody there 18 Nov, " in told
    assert "Approve: Suppression: address is on the list: mail to it bounced" in told
    assert "confidence 0." in told
