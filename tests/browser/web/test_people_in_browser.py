"""The pages about people in a real browser: full, empty, with mistakes; nothing sideways, no barrier, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import Engine, insert, select
from support.addresses import PEOPLE
from support.axe import sideways, walk, window
from support.db import copy_of
from support.web import NOON, Hand, Site, services

from campaigns.campaign import Campaign, Op, Rule
from campaigns.workspace import Case, Promise
from overture.db import tables as t
from overture.db.engine import write
from overture.jobs.replay import Replayed, Window
from overture.jobs.what_if import WhatIf
from overture.web.services import Catalogue
from triggers.types import EventKind

CATALOGUE = Catalogue(
    (Promise("first-hire", "I will send the plan.", fulfils=("first month",), proof="A copy."),),
    (Case("quay", "Quay & Sons", "Slow.", "Ropes.", "They tore.", "Fast.", "hours: 7 to 2", "a talk", "by mail"),),
)
MONEY = Campaign(
    "money", (EventKind.FUNDING,), must=(Rule("account.employees", Op.GTE, 50, "account.employees: {gte: 50}"),)
)
NOTHING = Replayed(Window(NOON, NOON, (), 0, 0, 0, 0), ())


@pytest.fixture(scope="module")
def people(browser_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site where something is owed, somebody knows a second person, and a question is kept."""
    engine = copy_of(browser_template, tmp_path_factory.mktemp("people"))
    _fill(engine)
    given = replace(
        services(engine, Hand(), demo_user="ada"), catalogue=lambda: CATALOGUE, campaigns=lambda: (MONEY,),
        what_if=lambda changed: WhatIf(NOTHING, NOTHING, ()),
    )  # fmt: skip
    with Site(given) as site:
        yield site
    engine.dispose()


def _fill(engine: Engine) -> None:
    with write(engine) as connection:
        row = dict(connection.execute(select(t.contacts).where(t.contacts.c.account_id == "acc-1")).mappings().one())
        long_ago = NOON.date() - timedelta(days=500)
        tom = {"id": "tom", "name": "Tom Reuter", "first_name": "Tom", "email": None, "address_key": None}
        connection.execute(insert(t.contacts), row | tom)
        connection.execute(insert(t.ties), {"id": "t-tom", "teammate_id": "jonas", "contact_id": "tom", "kind": "met",
                                            "strength": 2, "last_touch": long_ago})  # fmt: skip
        made = {
            "account_id": "acc-1",
            "text": "the workbook",
            "made_at": NOON,
            "due_on": NOON.date() - timedelta(days=9),
        }
        connection.execute(insert(t.promises_made), made)
        kept = {"name": "warm", "text": "tie:any", "saved_by": "mara", "saved_at": NOON}
        connection.execute(insert(t.saved_questions), kept)


@pytest.fixture
def page(browser: Browser, people: Site) -> Iterator[Page]:
    context = browser.new_context(base_url=people.address, viewport={"width": 1440, "height": 960})
    context.set_default_timeout(30_000)
    made = context.new_page()
    yield made
    context.close()


def test_no_page_about_people_scrolls_sideways(page: Page) -> None:
    assert sideways(page, PEOPLE, (320, 768)) == []


def test_a_question_is_asked_and_cured_by_keyboard(page: Page) -> None:
    page.goto("/queue")
    page.keyboard.press("g")
    page.keyboard.press("k")
    expect(page.locator("#filter")).to_be_focused()
    page.keyboard.type("tie:any lifecycle:prospec")
    page.keyboard.press("Enter")
    expect(page.locator("#mistake mark")).to_have_text("prospec")
    page.locator("#mistake a.button").press("Enter")
    expect(page.locator(".answers li").first).to_contain_text("hop")


def test_the_picture_is_walked_by_keyboard_and_leads_into_the_table(page: Page) -> None:
    page.goto("/accounts/acc-1")
    page.locator(".drawn").focus()
    names = []
    for _ in range(5):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert names[:2] == ["Priya Nair, one of us", "Jonas Weber, one of us"]
    assert set(names[2:]) == {"Ines Albers, VP Customer Success", "Tom Reuter, VP Customer Success",
                              "Acme Robotics, this account"}  # fmt: skip
    page.locator('a.node[aria-label="Jonas Weber, one of us"]').press("Enter")
    expect(page.locator("#tie-2")).to_be_in_viewport()


def test_what_was_heard_is_written_down_without_the_mouse(page: Page) -> None:
    page.goto("/heard?contact=tom")
    page.keyboard.type("the night shift has no key")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".told")).to_contain_text("Kept: Tom Reuter")


@pytest.mark.full
def test_an_accessibility_engine_finds_nothing_about_people(browser: Browser, people: Site) -> None:
    with window(browser, people) as context:
        assert walk(context.new_page(), PEOPLE) == []
