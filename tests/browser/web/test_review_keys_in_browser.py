"""Keys and lists: where they lead, and where they sleep."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect
from sqlalchemy import Engine
from support.axe import sideways
from support.reviewing import ready, snapshot, state
from support.web import NOON

from overture.db.engine import write
from overture.db.tables import handoffs, users
from overture.web import keys


def test_every_bound_key_is_dead_in_every_text_field(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    before = snapshot(filled)
    bound = sorted({key for one in keys.KEYMAP.actions for key in one.keys if len(key) == 1 or key.startswith("g ")})
    for path in ("/drafts/1?tab=mine", "/drafts/1/edit?tab=mine", "/queue?tab=mine", "/settings", "/questions"):
        page.goto(path)
        fields = page.locator("input:not([type=hidden]):not([type=checkbox]):visible, textarea:visible, select:visible")
        for number in range(min(fields.count(), 6)):
            fields.nth(number).focus()
            for key in bound:
                for each in key.split():
                    page.keyboard.press(each)
            assert page.locator("dialog[open], details[data-menu][open]").count() == 0
            assert page.url.endswith(path)
    assert snapshot(filled) == before


@pytest.mark.parametrize("chord", ["Control+a", "Alt+a", "Meta+a", "Control+Shift+a"])
def test_a_key_with_a_modifier_is_the_browsers(open_page: Any, filled: Engine, chord: str) -> None:
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    page.keyboard.press(chord)
    page.wait_for_timeout(150)
    assert state(filled, 1) == "pending"


def test_keys_are_dead_while_letters_are_composed_and_under_a_dialog(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', isComposing: true, bubbles: true}))")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    expect(page.locator("#help")).not_to_be_visible()
    page.wait_for_timeout(150)
    assert state(filled, 1) == "pending"


def test_switched_off_keys_do_nothing(open_page: Any, filled: Engine) -> None:
    with write(filled) as connection:
        connection.execute(users.update().where(users.c.id == "mara").values(preferences={"shortcuts": "off"}))
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    for key in "aerhz?j":
        page.keyboard.press(key)
    page.wait_for_timeout(150)
    assert state(filled, 1) == "pending"
    assert page.locator("dialog[open], details[open][data-menu]").count() == 0
    assert "/drafts/1" in page.url


def test_a_changed_key_acts_the_usual_one_does_not_and_neither_in_a_text_field(open_page: Any, filled: Engine) -> None:
    page = open_page("/settings/keys")
    field = page.get_by_label("Approve and next", exact=True)
    field.fill("b")
    field.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()
    page.goto("/drafts/1?tab=mine")
    ready(page)
    page.locator("#comment").press("b")
    page.locator("h1").focus()
    page.keyboard.press("a")
    page.keyboard.press("?")
    expect(page.locator("#help li", has_text="Approve and next").locator("kbd")).to_have_text("b")
    page.keyboard.press("Escape")
    assert state(filled, 1) == "pending"
    page.keyboard.press("b")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    assert state(filled, 1) == "approved"


def test_a_chord_that_decides_is_dead_in_a_text_field_too(open_page: Any, filled: Engine) -> None:
    with write(filled) as connection:
        connection.execute(users.update().where(users.c.id == "mara").values(preferences={"shortcuts": "gmail"}))
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    page.locator("#comment").fill("Not yet")
    page.locator("#comment").press("Control+Enter")
    page.locator("#comment").press("Control+k")  # what decides nothing still answers
    expect(page.locator("#palette")).to_be_visible()
    page.keyboard.press("Escape")
    assert state(filled, 1) == "pending"
    page.locator("h1").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("Brightmoor Health")


def test_claims_are_walked_with_buttons_that_print_their_keys(open_page: Any) -> None:
    page = open_page("/drafts/1?tab=mine")
    ready(page)
    after, before = (page.get_by_role("button", name=f"{one} claim") for one in ("Next", "Previous"))
    expect(after.locator("kbd")).to_have_text("n")
    after.click()
    after.click()
    before.click()
    expect(page.locator("#claim-place")).to_have_text("claim 1 of 9")


def test_two_keys_lead_to_other_pages_and_one_alone_does_not(open_page: Any) -> None:
    page = open_page("/queue")
    page.keyboard.press("g")
    page.keyboard.press("t")
    page.wait_for_url("**/triggers")
    page.keyboard.press("g")
    page.wait_for_timeout(1100)
    page.keyboard.press("q")
    page.wait_for_timeout(100)
    assert page.url.endswith("/triggers")


def test_the_palette_finds_acts_and_pages(open_page: Any) -> None:
    page = open_page("/queue")
    page.keyboard.press("Control+k")
    page.keyboard.type("sourc")
    expect(page.locator("#palette [role=option]").first).to_contain_text("Go to Sources")
    expect(page.locator("#palette [role=option]").first).to_contain_text("g f")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources")


def test_every_review_act_is_in_the_palette(open_page: Any) -> None:
    page = open_page("/drafts/1?tab=mine")
    page.keyboard.press("Control+k")
    shown = page.locator("#palette [role=option] span").all_text_contents()
    labels = {one.label for one in keys.KEYMAP.actions if one.scope == "draft"}
    assert labels <= set(shown)


def test_moving_selecting_and_bulk_in_the_list(open_page: Any, filled: Engine) -> None:
    page = open_page("/queue?tab=mine")
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#bulk-bar [data-count]")).to_have_text("2 selected")
    expect(page.locator("#bulk-bar [data-approve]")).to_contain_text("Approve 1 opened of 2")
    expect(page.locator("#bulk-bar [data-why-not]")).to_contain_text("Brightmoor Health is unread, so it stays.")
    page.keyboard.press("a")
    expect(page.locator(".toast")).to_contain_text("1 approved, 1 skipped")
    assert [state(filled, n) for n in (1, 2)] == ["approved", "pending"]
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/drafts/2**")


def test_enter_in_a_list_belongs_to_the_button_or_link_that_has_the_focus(open_page: Any, filled: Engine) -> None:
    page = open_page("/queue?tab=mine")
    expect(page.locator("#status")).to_be_empty()
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("h")
    page.keyboard.press("Tab")  # from the day to the button
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text("1 snoozed")
    assert state(filled, 1) == "snoozed"
    page.locator(".tabs a", has_text="Outbox").press("Enter")
    page.wait_for_url("**/queue?tab=outbox")


def test_select_the_page_and_extend(open_page: Any) -> None:
    page = open_page("/queue?tab=mine")
    page.keyboard.press("Shift+A")
    expect(page.locator("#bulk-bar [data-count]")).to_have_text("27 selected")
    page.keyboard.press("Shift+A")
    expect(page.locator("#bulk-bar")).not_to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Shift+J")
    expect(page.locator("#bulk-bar [data-count]")).to_have_text("2 selected")
    page.goto("/queue?tab=mine&after=1")  # there is more than this page holds
    page.keyboard.press("Shift+A")
    expect(page.locator("#bulk-bar [data-count]")).to_have_text("All 26 on this page selected")
    page.get_by_label("All 27 that fit, not only this page").check()
    expect(page.locator("#bulk-bar [data-count]")).to_have_text("All 27 that fit")
    expect(page.locator("#bulk-bar [data-why-not]")).to_have_text(
        "Approval takes what was chosen and opened one by one."
    )


def test_an_act_without_a_selection_names_the_key_that_is_in_force(open_page: Any, filled: Engine) -> None:
    with write(filled) as connection:
        connection.execute(users.update().where(users.c.id == "mara").values(preferences={"shortcuts": "prodigy"}))
    page = open_page("/queue?tab=mine")
    page.keyboard.press("a")
    expect(page.locator(".toast")).to_contain_text("Select drafts first, with f.")


def test_the_core_flow_without_script(open_page: Any, filled: Engine) -> None:
    page = open_page("/queue?tab=mine", java_script_enabled=False)
    page.locator("a.open").first.click()
    page.locator("form[data-act=approve] button").click()
    assert page.locator("h1").inner_text() == "Brightmoor Health"
    assert "Leaves at 10:42" in page.locator(".toast").inner_text()
    page.locator(".toast button").click()
    assert state(filled, 1) == "pending"
    page.locator("details[data-menu=reject] summary").click()
    page.locator("[value=old_news]").click()
    assert state(filled, 1) == "rejected"
    page.goto("/drafts/2/edit?tab=mine")
    page.locator("#body").fill("Plain and short.")
    page.locator("button[name=then][value='']").click()
    assert "Plain and short." in page.locator(".letter").inner_text()
    page.locator("details[data-menu=snooze] summary").click()
    page.locator("[name=until][value='1']").click()
    assert state(filled, 2) == "snoozed"
    page.goto("/queue?tab=snoozed")
    page.get_by_role("button", name="Wake").click()
    assert state(filled, 2) == "pending"


def test_a_tablet_shows_what_blocks_a_draft_and_a_phone_what_holds_one_back(open_page: Any, filled: Engine) -> None:
    page = open_page("/queue?tab=blocked", viewport={"width": 800, "height": 900})
    expect(page.locator(".c-checks .tag svg").first).to_be_visible()
    seen = {"release_at": NOON, "reason": "our folder /srv/a/very/long/outbox takes no message: Permission denied"}
    page = open_page("/drafts/1?tab=mine")
    page.locator("form[data-act=approve] button").click()
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    with write(filled) as connection:
        connection.execute(handoffs.update().values(seen))
    page = open_page("/queue?tab=outbox", viewport={"width": 320, "height": 700})
    for part in (".c-who", ".why-held"):
        box = page.locator(part).first.bounding_box()
        assert box["x"] >= 0
        assert box["width"] > 120
        assert box["x"] + box["width"] <= 320
    assert not page.locator(".why-held").evaluate("it => it.scrollWidth > it.clientWidth")


def test_a_phone_shows_why_under_the_subject_and_decides_with_a_thumb(open_page: Any, filled: Engine) -> None:
    page = open_page("/drafts/1?tab=mine", viewport={"width": 390, "height": 844}, has_touch=True)
    top = {name: page.locator(name).bounding_box()["y"] for name in (".head .subject", ".why", ".letter")}
    assert top[".head .subject"] < top[".why"] < top[".letter"]
    button = page.locator("form[data-act=approve] button")
    box = button.bounding_box()
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= 844
    button.click()
    expect(page.locator("h1")).to_have_text("Brightmoor Health")
    assert state(filled, 1) == "approved"


PATHS = ["/queue", "/queue?group=story", "/review", "/aside", "/drafts/1?view=source", "/drafts/1",
         "/drafts/1/edit", "/triggers", "/triggers/1", "/nos", "/questions", "/sources", "/accounts",
         "/accounts/acc-1", "/stories", "/stories/after-the-round", "/campaigns", "/audit", "/settings",
         "/settings/keys", "/help", "/search?q=acme", "/nowhere"]  # fmt: skip


def test_no_page_scrolls_sideways(open_page: Any) -> None:
    page = open_page("/queue")
    assert sideways(page, PATHS, (320, 390, 768, 1024, 1440)) == []
    assert sideways(open_page("/queue", "otto"), ["/sources"], (320, 768)) == []  # with the acts of who runs it
