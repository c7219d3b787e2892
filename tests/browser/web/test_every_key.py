"""Every key of the map does its act, and none does anything in a text field, on any page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, TimeoutError
from support.db import copy_of
from support.web import Hand, Site, services

from overture.web import keys

QUEUE, DRAFT = "/queue?tab=mine", "/drafts/1?tab=mine"
TOAST = "document.querySelector('.toast')"
FOCUS = "document.activeElement.id === '{}'"
MENU = "document.querySelector('details[data-menu={}][open]')"
CHOSEN = "document.querySelectorAll('[name=chosen]:checked').length === {}"
VIEW = "location.search.includes('view={}')"
ROW = "[...document.querySelectorAll('[data-scope=list] [data-row]')]"
AT_ROW = ROW + ".findIndex(row => row.contains(document.activeElement)) === {}"
# A key that approves is deaf for a moment after a draft has come.
QUIET = "performance.now() > (window.met ??= performance.now()) + 350"
TYPED = "document.querySelector('#body').value += ' More.'"
LINKS = """(addEventListener('click', one => {
    one.preventDefault(); window.clicked = one.target.closest('a')?.dataset.act }, true), true)"""


@dataclass(frozen=True, slots=True)
class Press:
    """On `path`, once `ready` holds, these keys and then the key of the act: then `done` holds."""

    path: str
    done: str
    before: tuple[str, ...] = ()
    ready: str = "true"


ACTS = {
    "help": Press(QUEUE, "document.querySelector('#help').open"),
    "palette": Press(QUEUE, "document.querySelector('#palette').open"),
    "search": Press(QUEUE, FOCUS.format("find")),
    "close": Press(QUEUE, "document.activeElement === document.body", ("/",)),
    "next_row": Press(QUEUE, AT_ROW.format(0)),
    "previous_row": Press(QUEUE, AT_ROW.format(0), ("j", "j")),
    "open_row": Press(QUEUE, "location.pathname.startsWith('/drafts/')", ("j",)),
    "select_row": Press(QUEUE, CHOSEN.format(1), ("j",)),
    "extend_down": Press(QUEUE, CHOSEN.format(2), ("j",)),
    "extend_up": Press(QUEUE, CHOSEN.format(2), ("j", "j")),
    "select_page": Press(QUEUE, f"{ROW}.every(row => row.querySelector('[name=chosen]').checked)"),
    "filter": Press(QUEUE, FOCUS.format("filter")),
    **{act: Press(QUEUE, MENU.format(act), ("j", "x")) for act in
       ("bulk_reject", "bulk_snooze", "bulk_assign", "bulk_story")},
    "approve": Press("/drafts/38?tab=mine", f"{TOAST}?.textContent.includes('Approved')", ready=QUIET),
    "edit": Press("/drafts/37?tab=mine", "location.pathname.endsWith('/edit')"),
    **{act: Press(DRAFT, MENU.format(menu)) for act, menu in
       (("reject", "reject"), ("snooze", "snooze"), ("assign", "assign"), ("person_menu", "person"),
        ("story_menu", "story"))},
    "take": Press("/drafts/9?tab=unassigned", TOAST),
    "undo": Press("/drafts/12?tab=unassigned", f"{TOAST}?.textContent.includes('as before')", ready="take"),
    "release": Press("/drafts/34", "location.search.includes('tab=outbox')"),
    "take_over": Press("/drafts/35/edit", "document.querySelector('form[data-editor]')"),
    "comment": Press(DRAFT, FOCUS.format("comment")),
    "why": Press(DRAFT, FOCUS.format("why")),
    "next_claim": Press(DRAFT, "document.querySelector('#claim-place').textContent.includes('claim 1 of')"),
    "previous_claim": Press(
        DRAFT, "document.querySelector('#claim-place').textContent.includes('claim 1 of')", ("n", "n")),
    "article": Press(DRAFT, "window.clicked === 'article'", ready=LINKS),
    "changes": Press("/drafts/32", VIEW.format("changes")),
    "plain": Press(DRAFT, VIEW.format("text")),
    "mail": Press(DRAFT, VIEW.format("mail")),
    "phone": Press(DRAFT, VIEW.format("phone")),
    "source": Press(DRAFT, VIEW.format("source")),
    "variant": Press(DRAFT, TOAST),  # this story has one subject, and the key says so
    "restore": Press(DRAFT, TOAST),  # nothing was edited, and the key says so
    "copy": Press(DRAFT, TOAST),
    "next_draft": Press(DRAFT, "location.pathname === '/drafts/2'"),
    "previous_draft": Press("/drafts/2?tab=mine", "location.pathname === '/drafts/1'"),
    "back": Press(DRAFT, "location.pathname === '/queue'"),
    "save": Press("/drafts/31/edit?tab=mine", TOAST, ready=TYPED),
    "save_approve": Press("/drafts/29/edit?tab=mine", f"{TOAST}?.textContent.includes('pproved')", ready=TYPED),
    "leave_edit": Press("/drafts/28/edit?tab=mine", "location.pathname === '/drafts/28'"),
    "bulk_approve": Press(QUEUE, TOAST, ("j", "x")),  # last, since it approves a draft of the others
}  # fmt: skip
# They need a story or a campaign under them: the tests of the editor press these, and the one for another subject.
WRITING = {"edit_story", "edit_campaign", "save_story", "next_finding", "previous_finding", "next_sample",
           "previous_sample"}  # fmt: skip
GOTO = {one.action: one.goto for one in keys.KEYMAP.actions if one.goto}
FIRST = {one.action: one.keys[0] for one in keys.KEYMAP.actions}


@pytest.fixture(scope="module")
def busy(browser_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site for the whole file, where a few drafts have come further than pending."""
    engine = copy_of(browser_template, tmp_path_factory.mktemp("keys"))
    with Site(services(engine, Hand())) as site:
        mara = site.visitor("mara")
        assert mara.act(34, "approve").status_code < 400
        assert mara.act(32, "edit", subject="New", body="New text.").status_code < 400
        assert site.visitor("jonas").get("/drafts/35/edit").status_code == 200
        yield site
    engine.dispose()


@pytest.fixture
def page(browser: Browser, busy: Site) -> Iterator[Page]:
    # The policy would keep the conditions of this file from being evaluated; other files hold it.
    context = browser.new_context(
        base_url=busy.address, viewport={"width": 1440, "height": 960}, bypass_csp=True
    )  # fmt: skip
    context.set_default_timeout(30_000)
    context.add_cookies([{"name": "overture", "value": busy.token_for("mara"), "url": busy.address}])
    yield context.new_page()
    context.close()


def press(page: Page, key: str) -> None:
    for each in key.split():
        page.keyboard.press(each.replace("Mod+", "Control+"))


def test_the_table_knows_every_act() -> None:
    assert {*ACTS, *GOTO, *WRITING} == set(FIRST)


@pytest.mark.full
def test_every_key_does_its_act(page: Page) -> None:
    deaf: list[str] = []
    for act, given in ACTS.items():
        page.goto(given.path)
        if given.ready == "take":  # something to undo
            press(page, FIRST["take"])
            page.wait_for_function(TOAST)
        else:
            page.wait_for_function(given.ready)
        for key in given.before:
            press(page, key)
        press(page, FIRST[act])
        try:
            page.wait_for_function(given.done)
        except TimeoutError:
            deaf.append(f"{FIRST[act]} did not {act}")
    assert deaf == []


@pytest.mark.full
def test_every_page_is_reached_by_its_keys(page: Page) -> None:
    for act, address in GOTO.items():
        page.goto("/help")
        press(page, FIRST[act])
        page.wait_for_url(f"**{address}")


PAGES = ["/queue?tab=mine", "/drafts/1?tab=mine", "/drafts/1/edit", "/triggers", "/triggers/1", "/nos", "/nos/what-if",
         "/questions", "/sources", "/sources/new", "/accounts", "/accounts/acc-1", "/ask", "/ask?q=tie:any", "/heard",
         "/promises", "/cases", "/stories", "/campaigns", "/review", "/audit", "/settings", "/search?q=acme",
         "/outcomes"]  # fmt: skip
# Each key that writes, in each field that takes words: the page must leave it to the field.
HEARD = """keys => {
    const sent = [];
    for (const field of document.querySelectorAll('input:not([type=hidden]), textarea, select, [contenteditable]'))
        if (!/^(checkbox|radio|submit|button|file)$/.test(field.type)) for (const key of keys) {
            const shiftKey = key.startsWith('Shift+');
            const word = shiftKey ? key.slice(6) : key;
            const press = new KeyboardEvent('keydown', {key: word, shiftKey, bubbles: true, cancelable: true});
            if (!field.dispatchEvent(press)) sent.push(`${key} in ${field.name || field.id}`);
        }
    const open = document.querySelectorAll('dialog[open], details[data-menu][open]').length;
    return [...sent, ...(open ? [`${open} opened`] : [])];
}"""


def test_no_key_that_writes_is_heard_in_any_field_of_any_page(page: Page) -> None:
    writes = sorted({part for one in keys.KEYMAP.actions for key in one.keys if keys.is_single(key)
                     for part in key.split()})  # fmt: skip
    found: dict[str, Any] = {}
    for path in PAGES:
        page.goto(path)
        found[path] = page.evaluate(HEARD, writes)
        assert page.url.endswith(path)
    assert {path: heard for path, heard in found.items() if heard} == {}
