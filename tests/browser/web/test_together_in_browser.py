"""Two browsers and one draft in every order; the first steps of a newcomer; news without a reload."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine, select
from support.newcomer import follow_marks
from support.web import Site

from overture.db.engine import read, write
from overture.db.tables import approvals, draft_versions, drafts, looks, users
from overture.db.users import save_preferences

QUIET = 350  # a little more than the pause after a draft has changed
LONG = 25_000  # for what comes by the stream on a busy machine
expect.set_options(timeout=15_000)


def row(engine: Engine, draft_id: int) -> Any:
    with read(engine) as connection:
        return connection.execute(select(drafts).where(drafts.c.id == draft_id)).one()


def texts(engine: Engine, draft_id: int) -> list[str]:
    with read(engine) as connection:
        rows = connection.scalars(select(draft_versions.c.body).where(draft_versions.c.draft_id == draft_id))
        return list(rows)


def test_news_of_others_comes_without_a_reload(open_page: Any, site: Site) -> None:
    page = open_page("/drafts/1?tab=mine")
    jonas = site.visitor("jonas")
    jonas.get("/drafts/1")
    expect(page.locator("#presence")).to_contain_text("Jonas Weber is reading", timeout=LONG)
    jonas.act(1, "approve")
    expect(page.locator(".overtaken")).to_contain_text("Jonas Weber has decided about this draft", timeout=LONG)
    expect(page.locator("h1")).to_have_text("Acme Robotics")


def test_counts_of_the_list_follow_what_others_do(open_page: Any, site: Site) -> None:
    page = open_page("/queue?tab=mine")
    expect(page.locator('[data-tab="mine"]')).to_have_text("27")
    site.visitor("jonas").act(2, "reject", reason="old_news")
    expect(page.locator('[data-tab="mine"]')).to_have_text("26", timeout=LONG)
    expect(page.locator("[data-waiting]").first).to_contain_text("39")


def test_an_edit_is_taken_over_and_the_first_editor_keeps_every_word(open_page: Any, filled: Engine) -> None:
    jonas = open_page("/drafts/1/edit", "jonas")
    jonas.locator("#body").fill("Jonas wrote this, and wants to keep it.")
    mara = open_page("/drafts/1/edit", "mara")
    expect(mara.locator(".head .banner")).to_contain_text("Jonas Weber is editing")
    mara.keyboard.press("Shift+E")
    mara.locator("#body").fill("Mara took over.")
    mara.keyboard.press("Control+s")
    expect(mara.locator(".toast")).to_contain_text("Saved: Acme Robotics has a new version.")
    expect(jonas.locator(".overtaken")).to_contain_text("version 2", timeout=LONG)
    jonas.keyboard.press("Control+s")
    expect(jonas.locator("[data-unsent]")).to_have_value("Jonas wrote this, and wants to keep it.")
    jonas.get_by_role("button", name="Apply mine to version 2").click()
    expect(jonas.locator(".letter")).to_contain_text("Jonas wrote this")
    assert texts(filled, 1)[-2:] == ["Mara took over.", "Jonas wrote this, and wants to keep it."]


# Mara edits and saves, or approves what she opened; Jonas edits, approves, or rejects. Both have the page open first.
ACTS = ("edit", "approve", "reject")
WORDS = {"mara": "Words that Mara typed.", "jonas": "Words that Jonas typed."}


def press(page: Page, who: str, act: str) -> None:
    if act == "edit":
        page.locator("#body").fill(WORDS[who])
        page.locator("form[data-editor] button[value='']").click()
        page.wait_for_load_state()
    elif act == "approve":
        page.keyboard.press("a")
    else:
        page.keyboard.press("r")
        page.keyboard.press("3")


def settled(page: Page, act: str) -> None:
    """Either it was done, and a toast says so, or it was refused, and the page says why."""
    expect(page.locator(".toast, .conflict").first).to_be_visible(timeout=LONG)


@pytest.mark.full
@pytest.mark.parametrize("first", ACTS)
@pytest.mark.parametrize("second", ACTS)
def test_two_readers_in_every_order_lose_no_word_and_decide_once(
    open_page: Any, filled: Engine, first: str, second: str
) -> None:
    pages = {}
    for who, act in (("mara", first), ("jonas", second)):
        pages[who] = open_page("/drafts/1/edit" if act == "edit" else "/drafts/1?tab=mine", who)
        if act == "edit" and pages[who].locator("form[data-editor]").count() == 0:
            pages[who].locator("form[data-act=take-over] button").click()
        pages[who].wait_for_timeout(QUIET)
    press(pages["mara"], "mara", first)
    settled(pages["mara"], first)
    press(pages["jonas"], "jonas", second)
    settled(pages["jonas"], second)
    with read(filled) as connection:
        approved = len(connection.scalars(select(approvals.c.id).where(approvals.c.draft_id == 1)).all())
    assert approved == (first == "approve")
    assert row(filled, 1).state == {"edit": "pending", "approve": "approved", "reject": "rejected"}[first]
    if second == "edit":  # whoever was later keeps the words on the screen, where they were not stored
        assert pages["jonas"].locator("[data-unsent]").input_value() == WORDS["jonas"]
    if first == "edit":
        assert WORDS["mara"] in texts(filled, 1)


@pytest.mark.parametrize("shortcuts", ["default", pytest.param("gmail", marks=pytest.mark.full), "off"])
def test_doing_what_the_marks_say_leads_through_the_first_steps(open_page: Any, filled: Engine, shortcuts: str) -> None:
    """By the keys that they name, and where keys are off by the buttons."""
    with write(filled) as connection:
        save_preferences(connection, "mara", {"shortcuts": shortcuts})
    page = open_page("/queue?tab=mine")
    states = {name: row(filled, 1).state for name, _ in follow_marks(page)}
    assert states == {
        "open": "pending",
        "claim": "pending",
        "approve": "approved",
        "undo": "pending",
        "help": "pending",
    }
    expect(page.locator("dialog[open]")).to_contain_text("Keys")
    expect(page.locator("#coach")).to_have_count(0)
    page.goto("/queue")
    expect(page.locator("#coach")).to_have_count(0)
    with read(filled) as connection:
        kept = connection.scalar(select(users.c.preferences).where(users.c.id == "mara"))
    assert kept == {"shortcuts": shortcuts, "coach": "done"}


def test_opened_evidence_goes_with_the_decision(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    for _ in range(3):
        page.keyboard.press("n")
    page.wait_for_timeout(QUIET)
    page.keyboard.press("a")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    with read(filled) as connection:
        look = connection.execute(select(looks).where(looks.c.draft_id == 1)).one()
    assert (look.decision, look.sighted, look.claims) == ("approved", 3, 9)


def test_somebody_else_and_another_story_are_asked_for_by_key(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    page.keyboard.press("o")
    expect(page.locator("details[data-menu=person]")).to_have_attribute("open", "")
    page.locator("details[data-menu=person] button").last.click()
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    assert row(filled, 1).reason == "wrong_person"
    page.keyboard.press("s")
    page.locator("details[data-menu=story] button[value='day-one']").click()
    expect(page.locator("h1")).not_to_have_text("Brightmoor Health")
    assert (row(filled, 2).reason, row(filled, 2).wanted) == ("wrong_story", "day-one")


def test_an_assignment_is_undone_by_the_same_key_as_a_decision(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/20")
    before = row(filled, 20).assignee
    page.keyboard.press("m")
    page.get_by_role("button", name="Jonas Weber").click()
    expect(page.locator(".toast")).to_be_visible()
    assert row(filled, 20).assignee == "jonas"
    page.keyboard.press("z")
    expect(page.locator(".toast").last).to_contain_text("as before")
    assert row(filled, 20).assignee == before


def test_the_palette_finds_an_account(open_page: Any) -> None:
    page = open_page("/queue")
    page.keyboard.press("Control+k")
    page.keyboard.type("acme")
    found = page.locator("#palette [role=option]").filter(has_text="account")
    expect(found.first).to_contain_text("Acme Robotics", timeout=LONG)
    found.first.click()
    page.wait_for_url("**/accounts/**")


def test_a_typed_claim_is_tied_to_the_words_that_are_selected(open_page: Any) -> None:
    page = open_page("/drafts/6/edit")
    page.evaluate(
        """() => {
            const quote = document.querySelector("blockquote[data-span]");
            getSelection().selectAllChildren(quote);
        }"""
    )
    page.locator("[data-take-selection]").click()
    value = page.locator("[data-tie]").input_value()
    words = page.evaluate(
        """() => {
            const copy = document.querySelector("blockquote[data-span]").cloneNode(true);
            for (const chip of copy.querySelectorAll(".chip")) chip.remove();
            return [...copy.textContent].length;
        }"""
    )
    origin, _, claim = value.partition(" ")
    assert origin.endswith(f":summary:0:{words}")
    assert claim == "many first weeks"
