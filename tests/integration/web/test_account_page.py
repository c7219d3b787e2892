"""The page of an account: ties as a picture and as a table, people with what they told us, promises, drafts, nos."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine, insert, select, update
from support.sample_drafts import KEYS
from support.web import NOON, Hand, Site, services

from campaigns.workspace import Case
from overture.db import tables as t
from overture.db.engine import write
from overture.web.services import Catalogue
from overture.web.show.account import people as show_people

PAGE = "/accounts/acc-1"
DAY = timedelta(days=1)


def words(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


def test_the_picture_and_the_table_tell_the_same_ties(site: Site) -> None:
    page = site.visitor("vera").get(PAGE).text
    assert re.findall(r'class="label[^"]*">([^<]+)<', page) == ["1 worked with, warmest"]
    assert re.findall(r'id="tie-(\d+)"', page) == ["1"]
    assert 'aria-label="Ines Albers, VP Customer Success"' in page
    assert "The table below has the same ties by number." in page
    assert " style=" not in page


def test_the_picture_or_the_table_can_be_left_out(site: Site) -> None:
    vera = site.visitor("vera")
    assert 'id="tie-1"' not in vera.get(f"{PAGE}?ties=graph").text
    assert "<desc" not in vera.get(f"{PAGE}?ties=table").text
    assert "<desc" in vera.get(f"{PAGE}?ties=nonsense").text


def test_a_person_comes_with_what_they_told_us_and_whether_it_may_be_said(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        who = connection.scalar(select(t.contacts.c.id).where(t.contacts.c.account_id == "acc-1"))
        said = {"contact_id": who, "kind": "concern", "heard_on": NOON.date() - DAY, "shareable": False}
        connection.execute(insert(t.concerns), [
            said | {"id": "p1", "level": "makes_their_day", "statement": "hopes to move to the coast"},
            said | {"id": "p2", "level": "tasks", "statement": "increase revenue"},
            said | {"id": "p3", "level": "tasks", "statement": "gone from the file"},
        ])  # fmt: skip
        connection.execute(update(t.concerns).where(t.concerns.c.id == "p3").values(retired_at=NOON))
    page = words(site.visitor("mara").get(PAGE).text)
    assert "hopes to move to the coast concern: makes their day · 18 Nov · not to be said aloud" in page
    assert "would fit anybody" in page
    assert "gone from the file" not in page
    assert "concern: their outcomes · 13 May, Priya Nair · may be said" in page


def test_somebody_two_hops_away_has_the_way_explained(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        row = dict(connection.execute(select(t.contacts).where(t.contacts.c.account_id == "acc-1")).mappings().one())
        new = {"id": "tom", "name": "Tom Reuter", "first_name": "Tom", "email": None, "address_key": None}
        connection.execute(insert(t.contacts), row | new)
    page = words(site.visitor("mara").get(PAGE).text)
    assert "2 hops" in page
    assert "Ines Albers works with Tom Reuter at Acme Robotics" in page


def test_whoever_leaves_by_the_news_is_marked(site: Site) -> None:
    assert "leaves, says the news" not in words(site.visitor("mara").get("/accounts/acc-6").text)
    people = {"contacts": [{"id": "alan", "name": "Alan Birch"}, {"id": "sam", "name": "Sam Itoh"}], "concerns": [],
              "interests": []}  # fmt: skip
    event = {"kind": "executive_departure", "facts": {"person": "Alan Birch", "role": "CFO"}}
    found = show_people(people, {}, frozenset(), None, [event])
    assert {one.row["id"]: one.left for one in found} == {"alan": True, "sam": False}


def test_promises_answers_and_outcomes_stand_in_one_timeline(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        who = connection.scalar(select(t.contacts.c.id).where(t.contacts.c.account_id == "acc-1"))
        made = {"account_id": "acc-1", "text": "the workbook", "made_at": NOON - 60 * DAY, "due_on": NOON.date() - DAY}
        connection.execute(insert(t.promises_made), made)
        connection.execute(insert(t.outcomes), {"kind": "replied", "account_id": "acc-1", "contact_id": who,
                                                "at": NOON - DAY, "noted_by": "mara"})  # fmt: skip
        asked = NOON.date() - 200 * DAY
        connection.execute(insert(t.why_answers), {"account_id": "acc-1", "why_they_care": "ok", "noted_at": NOON,
                                                   "asked_on": asked, "words": "Does its job."})  # fmt: skip
        connection.execute(update(t.accounts).where(t.accounts.c.id == "acc-1").values(
            why_they_care="ok", why_asked_on=asked, renewal_on=NOON.date() + 30 * DAY))  # fmt: skip
    page = words(site.visitor("mara").get(PAGE).text)
    assert "Overdue: the workbook" in page
    assert "Promise made : the workbook" in page
    assert "Replied : Ines Albers" in page
    assert "Asked why they care : ok Does its job." in page
    assert "It is ok asked on 3 May" in page
    assert "Ask again" in page
    assert "19 Dec 2026 in 30 days" in page


def test_cases_of_the_industry_and_those_told_there_are_named(filled: Engine) -> None:
    case = Case("quay", "A quay in Riga", "Slow.", "Ropes.", "They broke.", "Fast.", industry="warehouse robots")
    given = replace(services(filled, Hand()), catalogue=lambda: Catalogue(cases=(case,)))
    with Site(given) as site:
        page = words(site.visitor("mara").get(PAGE).text)
    assert "A quay in Riga of their industry" in page


def test_whoever_stands_on_the_list_is_marked_by_account_too(site: Site, filled: Engine) -> None:
    with write(filled) as connection:
        row = {
            "kind": "account",
            "value_hash": KEYS.account("acc-1"),
            "value": "acc-1",
            "origin": "file",
            "since": NOON,
        }
        connection.execute(insert(t.suppressions), row)
    assert "do not contact" in words(site.visitor("mara").get(PAGE).text)


def test_an_account_without_anything_says_so_and_what_to_do(site: Site) -> None:
    page = words(site.visitor("mara").get("/accounts/globex").text)
    for said in ("Nobody of ours is known to know anybody here.", "No contact is known.", "None were made."):
        assert said in page
    assert site.visitor("mara").get("/accounts/nobody").status_code == 404
