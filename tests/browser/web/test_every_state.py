"""Every page empty, in error and busy: each says what is so and what to do next, without a barrier."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from sqlalchemy import Engine, event, insert
from support.addresses import ALSO, PATHS, PEOPLE, WRITING
from support.axe import barriers, walk, window
from support.db import create_schema
from support.web import NOON, Hand, Site, services

from overture.db import tables as t
from overture.db.engine import open_engine, write
from overture.db.heartbeats import beat
from overture.web import access

# Pages that have nothing to show yet, and the words that say so.
EMPTY = {
    "/queue": "Queue clear", "/queue?tab=mine": "Queue clear", "/queue?tab=snoozed": "Nothing is asleep",
    "/queue?tab=outbox": "Nothing is on its way out", "/queue?tab=blocked": "Nothing is blocked",
    "/queue?tab=decided": "Nothing was decided yet", "/queue?tab=mine&q=story:none": "No draft fits this filter",
    "/review": "No decisions in this time", "/aside": "Nothing was set aside", "/recent": "No decisions yet",
    "/triggers": "No event has been seen yet", "/triggers?q=acme": "No trigger fits",
    "/nos": "Nothing was turned down", "/nos?by=rule": "Nothing was turned down", "/nos?by=day": "Nothing waits",
    "/nos/what-if": "No campaigns yet", "/questions": "No question is open", "/sources": "No sources yet",
    "/sources?q=courier": "No source fits", "/accounts": "No accounts yet", "/accounts?q=acme": "No account fits",
    "/promises": "Nothing is owed", "/cases": "No cases yet", "/stories": "No stories yet",
    "/campaigns": "No campaigns yet", "/audit?action=none": "Nothing is recorded that fits",
    "/search?q=acme": "Nothing found", "/settings/do-not-contact": "Nobody is on the list",
    "/settings/do-not-contact?q=acme": "No line holds these words",
    "/settings/do-not-contact?lifted=true": "No line was lifted", "/settings/webhook": "Nothing was told yet",
    "/outcomes": "No outcomes are recorded yet",
}  # fmt: skip
FORMS = ["/ask", "/ask?q=tie:any", "/heard", "/settings", "/sources/new", "/sources/import", "/help", "/api/v1"]
# Addresses where something is wrong, and what the page is called then.
WRONG = {
    "/nowhere": "There is nothing here", "/demo": "There is nothing here", "/drafts/99999": "There is nothing here",
    "/drafts/none": "There is nothing here",
    "/drafts/99999999999999999999": "Something in the form", "/triggers/99999": "There is nothing here",
    "/accounts/nobody": "There is nothing here", "/stories/none": "There is nothing here",
    "/campaigns/none": "There is nothing here", "/queue?after=%00": "Something in the form", "/ask?q=tie:(((": "Ask",
}  # fmt: skip
DOOR = ["/login", "/login?next=/queue", "/setup/none", "/u/none"]
# What a GET answers with that is no page to look at: files, streams and places that lead on.
NO_PAGES = {
    "/", "/favicon.ico", "/static/{digest}/{name:path}", "/healthz", "/readyz", "/metrics", "/queue/news",
    "/queue/live", "/drafts/{draft_id}/next", "/drafts/{draft_id}/message.eml", "/triggers.csv",
    "/sources/export.opml", "/stories/{story_id}/file", "/settings/do-not-contact.csv",
    "/audit.{form}", "/outcomes.csv",
}  # fmt: skip


def test_every_page_there_is_is_looked_at() -> None:
    pages = {path for method, path in access.RULES if method == "GET" and not path.startswith("/api/v1/")} - NO_PAGES
    looked_at = [one.partition("?")[0] for one in (*PATHS, *ALSO, *PEOPLE, *WRITING, *EMPTY, *FORMS, *DOOR, *WRONG)]
    shapes = {path: re.compile(re.sub(r"\\{[^}]+\\}", "[^/]+", re.escape(path))) for path in pages}
    assert {path for path, shape in shapes.items() if not any(map(shape.fullmatch, looked_at))} == set()


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A workspace of the first minute: an admin, a viewer, and nothing else."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('bare')}/overture.db")
    create_schema(engine)
    people = [("ada", "Ada Kell", "admin"), ("vera", "Vera Sand", "viewer")]
    with write(engine) as connection:
        rows = [{"id": i, "name": n, "role": r, "made_at": NOON, "preferences": {}} for i, n, r in people]
        connection.execute(insert(t.users), rows)
    beat(engine, role="worker")
    with Site(services(engine, Hand())) as site:
        yield site
    engine.dispose()


def test_an_empty_page_says_so_and_leads_on(browser: Browser, bare: Site) -> None:
    with window(browser, bare) as context:
        page = context.new_page()
        for path, words in EMPTY.items():
            page.goto(path)
            assert page.locator("h1").count() == 1, path
            empty = page.locator(".empty").filter(has=page.get_by_role("heading", name=words))
            assert empty.count() == 1, path
            leads = page.locator(".main").locator("a, button:visible, code, form").count()
            assert leads > 0, path


@pytest.mark.full
def test_no_empty_page_has_a_barrier(browser: Browser, bare: Site) -> None:
    with window(browser, bare) as context:
        found = walk(context.new_page(), [*EMPTY, *FORMS])
        context.clear_cookies()
        assert found + walk(context.new_page(), DOOR) == []


def test_a_wrong_address_gets_a_page_with_a_way_on(browser: Browser, bare: Site) -> None:
    with window(browser, bare) as context:
        page = context.new_page()
        for path, title in WRONG.items():
            answer = page.goto(path)
            assert answer is not None
            assert answer.status < 500, path
            expect(page.locator("h1")).to_contain_text(title)
            assert page.locator("main a, main button, main form").count() > 0, path


@pytest.mark.full
def test_no_page_of_an_error_has_a_barrier(browser: Browser, bare: Site) -> None:
    with window(browser, bare, user="vera") as context:
        page = context.new_page()
        found = walk(page, [*WRONG, "/sources/new", "/stories/new", "/outcomes"])
    assert found == []


@pytest.mark.full
def test_the_page_of_our_own_fault_has_no_barrier(browser: Browser, tmp_path: object) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/none.db")  # without any table
    given = services(engine, Hand(), demo_user="demo")
    with Site(given) as site, window(browser, site, user=None) as context:
        page = context.new_page()
        assert walk(page, ["/queue"]) == []
        expect(page.locator("h1")).to_have_text("That was our fault")
    engine.dispose()


def test_a_locked_database_keeps_the_draft_and_lets_one_try_again(browser: Browser, site: Site, filled: Engine) -> None:
    event.listen(filled, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=50"))
    with window(browser, site, user="mara") as context:
        page = _draft(context.new_page())
        assert filled.url.database
        with closing(sqlite3.connect(filled.url.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            page.keyboard.press("a")
            expect(page.locator(".conflict.fresh")).to_contain_text("The database is busy or away.")
            expect(page.locator("h1")).to_have_text("Acme Robotics")
            other.execute("ROLLBACK")
        page.keyboard.press("a")
        expect(page.locator("h1")).to_have_text("Brightmoor Health")


def test_every_page_opens_while_another_writes(browser: Browser, site: Site, filled: Engine) -> None:
    """Reading waits for nobody: each page comes whole, the busy ones of a queue that is being worked on too."""
    event.listen(filled, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=50"))
    with window(browser, site) as context:
        page, trouble = context.new_page(), []
        assert filled.url.database
        with closing(sqlite3.connect(filled.url.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for path in PATHS:
                answer = page.goto(path)
                if answer is None or answer.status >= 500 or page.locator("h1").count() != 1:
                    trouble.append(path)
    assert trouble == []


def test_a_server_that_is_gone_is_said_and_nothing_is_decided(browser: Browser, site: Site) -> None:
    with window(browser, site, user="mara") as context:
        page = _draft(context.new_page())
        page.route(re.compile("/approve"), lambda route: route.abort())
        page.keyboard.press("a")
        expect(page.locator(".toast").last).to_contain_text("Nothing was decided")
        expect(page.locator("h1")).to_have_text("Acme Robotics")


def test_what_takes_long_says_so_and_can_be_left(browser: Browser, site: Site) -> None:
    held: list[Route] = []

    def hold(one: Route) -> None:
        held.append(one)

    with window(browser, site, user="mara") as context:
        page = context.new_page()
        page.clock.install()
        page.route(re.compile("/drafts/2"), hold)
        page.goto("/drafts/1?tab=mine")
        busy = page.locator("#busy")
        page.keyboard.press("j")
        page.clock.run_for(400)
        expect(busy).to_be_visible()
        expect(page.locator("#main")).to_have_attribute("aria-busy", "true")
        page.clock.run_for(1_000)
        expect(busy).to_contain_text("Loading")
        page.clock.run_for(12_000)
        expect(busy).to_contain_text("Still waiting, 1")
        busy.get_by_role("button", name="Cancel").click()
        expect(busy).to_be_hidden()
        expect(page.locator("h1")).to_have_text("Acme Robotics")
        page.keyboard.press("j")
        page.clock.run_for(2_000)
        expect(busy).to_contain_text("Loading")
        for one in held:
            one.continue_()
        expect(page.locator("h1")).to_have_text("Brightmoor Health")
        expect(busy).to_be_hidden()


def test_what_was_decided_is_never_called_undecided(browser: Browser, site: Site) -> None:
    """The decision is stored, and only the page after it is lost on its way."""
    with window(browser, site, user="mara") as context:
        page = context.new_page()
        page.route(
            re.compile("/drafts/2"),
            lambda one: one.abort() if one.request.resource_type == "fetch" else one.continue_(),
        )
        _draft(page)
        page.keyboard.press("r")
        page.keyboard.press("3")
        expect(page.locator("h1")).not_to_have_text("Acme Robotics")
        expect(page.locator(".toast", has_text="Nothing was decided")).to_have_count(0)


def _draft(page: Page) -> Page:
    """The first draft, long enough on the screen for its keys to be heard."""
    page.goto("/drafts/1?tab=mine")
    page.wait_for_timeout(400)
    return page


@pytest.mark.full
def test_what_opens_over_a_page_has_no_barrier(browser: Browser, site: Site) -> None:
    """Menus, dialogs, a selection with its bar, a refusal and a toast, as a reader sees them."""
    with window(browser, site, user="mara") as context:
        page = context.new_page()
        found: list[str] = []
        page.goto("/queue?tab=mine")
        page.locator(".queue-list input[name=chosen]").first.check()
        found += barriers(page, "a selection")
        page.goto("/triggers")
        page.keyboard.press("?")
        expect(page.locator("#help")).to_be_visible()
        found += barriers(page, "the keys")
        page.keyboard.press("Escape")
        page.keyboard.press("Control+k")
        expect(page.locator("#palette")).to_be_visible()
        found += barriers(page, "the palette")
        page.keyboard.press("Escape")
        for name, key in (("reject", "r"), ("snooze", "h")):
            _draft(page).keyboard.press(key)
            found += barriers(page, f"the menu of {name}")
        page.locator(".you summary").click()
        found += barriers(page, "the menu of the reader")
    assert found == []
