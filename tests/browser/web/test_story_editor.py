"""Writing a story in a real browser: the editor under our policy, the preview that follows, the keys, no lost words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from sqlalchemy import Engine
from support.addresses import EDIT, WRITING
from support.axe import barriers, walk, window
from support.good_story import BETTER, GOOD
from support.web import Site
from support.writing import Writing, writing

from overture.jail import ChildJail


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """A busy machine is no failure."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def desk(sqlite_database: Engine, tmp_path: Path, jail: ChildJail) -> Iterator[Writing]:
    with writing(sqlite_database, tmp_path, jail=jail) as found:
        yield found


@pytest.fixture
def site(desk: Writing) -> Site:
    return desk.site


def type_at(page: Page, line: int, words: str) -> None:
    """At the end of a line of the text."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    for _ in range(line - 1):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    page.keyboard.press("End")  # of the line on the screen, then of the line in the file
    page.keyboard.type(words)


def test_what_is_typed_is_told_and_judged_at_once(open_page: Any, desk: Writing) -> None:
    page = open_page(EDIT, "ana")
    expect(page.locator("#preview")).to_contain_text("Jo, ")
    expect(page.locator("#findings")).to_contain_text("No findings.")
    type_at(page, 10, " It is amazing.")
    expect(page.locator("#preview")).to_contain_text("It is amazing.")
    expect(page.locator("#findings")).to_contain_text("TONE001")
    expect(page.locator("#tally")).to_contain_text("1 warning")
    expect(page.locator(".cm-lintRange-warning, .cm-lint-marker-warning").first).to_be_visible()
    first = page.locator("#sample").input_value()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#sample")).not_to_have_value(first)
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#sample")).to_have_value(first)
    page.locator("#sample").select_option("hard:umlauts")
    expect(page.locator("#preview")).to_contain_text("Müßig & Söhne")


def test_a_finding_is_reached_and_mended_by_key_and_press(open_page: Any) -> None:
    page = open_page(EDIT, "ana")
    type_at(page, 10, " {{ trigger.kindd }}")
    row = page.locator("#findings .lint-row").first
    expect(row).to_contain_text('did you mean "trigger.kind"')
    expect(page.locator("#preview")).to_contain_text("As it last read:")
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    expect(page.locator(".cm-activeLine")).to_contain_text("trigger.kindd")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Shift+F8")
    expect(page.locator(".cm-activeLine")).to_contain_text("trigger.kindd")
    row.get_by_role("button", name="Use trigger.kind").click()
    expect(page.locator("#findings")).to_contain_text("No findings.")
    expect(page.locator(".cm-content")).not_to_contain_text("kindd")


def test_a_field_is_put_in_by_key_with_a_fallback_where_it_may_be_absent(open_page: Any) -> None:
    page = open_page(EDIT, "ana")
    expect(page.locator("#preview")).to_contain_text("Jo, ")
    type_at(page, 10, " ")
    page.get_by_text("Fields").focus()
    page.keyboard.press("Enter")
    row = page.locator(".fields tr", has_text="contact.role")
    expect(row).to_contain_text("0 %")
    row.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".cm-content")).to_contain_text('{{ contact.role | default("…") }}')
    expect(row).to_be_hidden()
    page.keyboard.type("someone")  # in the place of the fallback's dots
    expect(page.locator("#preview")).to_contain_text("someone")


def test_a_text_is_seen_as_a_subject_and_as_its_reader_sees_it_while_it_is_written(open_page: Any) -> None:
    page = open_page(EDIT, "ana")
    page.get_by_role("radio", name="Subject").focus()
    expect(page.locator(".in-list")).to_be_hidden()
    page.keyboard.press("Space")
    expect(page.locator(".in-list")).to_contain_text("Mara Lindner")
    expect(page.locator(".beat-by-beat")).to_be_hidden()
    page.get_by_role("radio", name="Phone").check(force=True)
    shown = page.frame_locator("#framed iframe:not([hidden])")
    expect(shown.locator("body.phone pre")).to_contain_text("12 Quay Street")
    was = page.evaluate("history.length")
    type_at(page, 10, " It is here.")
    expect(shown.locator("pre")).to_contain_text("It is here.")
    assert page.evaluate("history.length") == was
    expect(page.locator("#kept")).to_have_text("Kept, for you alone.")


def test_saving_by_key_makes_a_version(open_page: Any, desk: Writing) -> None:
    page = open_page("/stories/raised", "ana")
    page.keyboard.press("e")
    page.wait_for_url(f"**{EDIT}**")
    page.locator("input[name=note]").fill("Shorter.")
    type_at(page, 10, " That will be felt soon.")
    page.keyboard.press("Control+s")
    expect(page.locator(".title")).to_contain_text("version 2")
    expect(page.locator(".versions")).to_contain_text("Shorter.")
    assert "That will be felt soon." in desk.file()


def test_keys_of_the_pages_sleep_while_one_writes_and_tab_leads_out(open_page: Any, desk: Writing) -> None:
    page = open_page(EDIT, "ana")
    type_at(page, 10, "gs?/aejz")
    expect(page.locator(".cm-content")).to_contain_text("gs?/aejz")
    assert page.url.endswith(EDIT)
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") != "cm-editor"
    assert desk.file() == GOOD


def test_an_older_answer_never_replaces_a_newer_one(open_page: Any) -> None:
    page = open_page(EDIT, "ana")
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/preview", hold_the_first)
    type_at(page, 10, " One.")
    end = time.monotonic() + 20
    while not held and time.monotonic() < end:
        page.wait_for_timeout(50)
    page.keyboard.type(" Two.")
    expect(page.locator("#preview")).to_contain_text("One. Two.")
    with page.expect_response("**/preview"):
        held[0].continue_()
    page.wait_for_timeout(100)  # the older answer is here and has been looked at
    expect(page.locator("#preview")).to_contain_text("One. Two.")


def test_words_are_back_after_leaving(open_page: Any) -> None:
    page = open_page(EDIT, "ana")
    type_at(page, 10, " Not yet saved.")
    expect(page.locator("#kept")).to_have_text("Kept, for you alone.")
    page.evaluate("sessionStorage.clear()")
    page.goto("/stories")
    page.goto(EDIT)
    expect(page.locator(".cm-content")).to_contain_text("Not yet saved.")
    expect(page.locator("#kept")).to_contain_text("Your unsaved words are back.")
    expect(page.locator("#preview")).to_contain_text("Not yet saved.")
    page.get_by_role("button", name="Give them up").click()
    expect(page.locator(".cm-content")).not_to_contain_text("Not yet saved.")


def test_events_are_pinned_for_all_who_write_the_story(open_page: Any) -> None:
    page = open_page(EDIT, "ana")
    page.locator("#sample").select_option("hard:long-name")
    page.get_by_role("button", name="Pin").click()
    expect(page.get_by_role("button", name="Unpin")).to_be_visible()
    page.locator("#sample").select_option(index=2)
    page.get_by_role("button", name="Pin", exact=False).click()
    other = open_page(EDIT, "ada")
    expect(other.locator("optgroup[label=Pinned] option")).to_have_count(2)
    other.locator("#sample").select_option("hard:long-name")
    other.get_by_role("button", name="Unpin").click()
    expect(other.locator("optgroup[label=Pinned] option")).to_have_count(1)


def test_without_script_the_text_field_does_it_all(open_page: Any, desk: Writing) -> None:
    page = open_page(EDIT, "ana", java_script_enabled=False)
    page.get_by_role("radio", name="Mail").check(force=True)
    page.get_by_role("button", name="Show it").click()
    expect(page.frame_locator("#framed iframe").locator("h1")).to_be_visible()
    page.locator("#text").fill(BETTER.replace("has found", "has amazing"))
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.locator("#findings")).to_contain_text("TONE001")
    page.locator("#text").fill(BETTER)
    page.get_by_role("button", name="Save version").click()
    expect(page.locator(".title")).to_contain_text("version 2")
    assert desk.file() == BETTER


def test_a_key_takes_the_next_subject_and_another_the_first_one_back(open_page: Any, desk: Writing) -> None:
    page = open_page("/drafts/1", "mara")
    tab, subject = page.locator(".variants [aria-current]"), page.locator(".head .subject")
    chosen, before = tab.inner_text(), subject.inner_text()
    page.keyboard.press("t")
    expect(page.locator(".toast")).to_contain_text("has another subject now")
    expect(tab).not_to_have_text(chosen)
    expect(subject).not_to_have_text(before)
    page.keyboard.press("z")
    expect(tab).to_have_text(chosen)
    expect(subject).to_have_text(before)


def test_a_campaign_is_tried_and_saved(open_page: Any, desk: Writing) -> None:
    page = open_page("/campaigns/money", "otto")
    page.keyboard.press("e")
    page.wait_for_url("**/campaigns/money/edit")
    page.get_by_label("Never: if one holds").fill("account.lifecycle: [prospect]")
    page.locator(".tune-form").get_by_role("button", name="Try on the last 30 days").click()
    expect(page.locator("#replay")).to_contain_text("1 event would be dealt with otherwise")
    page.locator(".tune-form").get_by_role("button", name="Save").click()
    expect(page.locator(".title")).to_contain_text("money")
    assert "never" in desk.file("campaigns.yaml")


@pytest.mark.full
def test_an_engine_finds_no_barrier_where_one_writes(browser: Browser, site: Site) -> None:
    with window(browser, site) as context:
        page = context.new_page()
        wrong = walk(page, (path for path in WRITING if path != EDIT))
        page.goto(EDIT)
        page.locator(".cm-content").click()
        page.keyboard.press("Control+End")
        page.keyboard.type("{{ trigger.kindd }} It is amazing.")
        expect(page.locator("#findings")).to_contain_text("TPL002")
        wrong += barriers(page, "the editor with a mistake")
        page.goto("/campaigns/money/edit")
        page.get_by_label("Never: if one holds").fill("account.lifecycel: [prospect]")
        page.locator(".tune-form").get_by_role("button", name="Try on the last 30 days").click()
        expect(page.locator(".wrong").first).to_be_visible()
        wrong += barriers(page, "a campaign with a mistake")
    assert wrong == []
