"""Every page in a real browser: nothing hostile runs, the policy has nothing to report, an engine finds no barrier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog
from support.axe import walk, window
from support.db import copy_of
from support.poison import EVERY, LONG, mixed, poison_all, samples, single
from support.realdata import real_data
from support.web import Hand, Site, services

PATHS = ["/queue?tab=mine", "/queue?tab=snoozed", "/drafts/1", "/drafts/6", "/drafts/1/edit", "/drafts/1?view=text",
         "/drafts/1?view=source", "/queue?tab=mine&group=kind", "/review", "/aside",
         "/triggers", "/triggers/1", "/nos", "/questions", "/sources", "/accounts", "/accounts/acc-1", "/stories",
         "/stories/after-the-round", "/stories/after-the-round/diff?a=1&b=1", "/campaigns", "/audit", "/settings",
         "/help", "/search?q=acme", "/nowhere", "/sources/new", "/sources/import", "/api/v1"]  # fmt: skip
# Where the words of others stand besides.
ALSO = ["/queue?tab=decided", "/queue?tab=outbox", "/queue?q=story:x", "/nos?by=rule", "/nos?by=day", "/nos/what-if",
        "/ask?q=tie:any", "/ask?q=concern:sailing", "/heard?account=acc-1", "/promises?tab=all", "/cases",
        "/accounts/acc-1?ties=graph", "/outcomes"]  # fmt: skip
PARTS = 4
SAMPLES = real_data("hostile_samples.json")
# A world of hostile words: what stands in every text, what in every address. The plain run looks at one of them.
_WORLDS = [
    *(pytest.param((EVERY, turn), id=f"ours{turn}", marks=pytest.mark.full if turn else ()) for turn in range(PARTS)),
    pytest.param(((LONG,), 0), id="long", marks=pytest.mark.full),
    *(pytest.param((SAMPLES, turn), id=f"samples{turn}", marks=pytest.mark.full) for turn in range(PARTS)),
]
# The browser tells a page of what its policy held back; a page that lets nothing in has nothing to tell.
_LISTEN = "addEventListener('securitypolicyviolation', one => console.error('Content Security: ' + one.blockedURI))"
# What no page of ours holds, however it came there: elements and attributes that run, lead away or take over.
_FOREIGN = """[...document.querySelectorAll('*')].filter(one =>
    one.matches('script:not([src^="/static/"]):not([type="application/json"]), object, embed, base, meta[http-equiv], '
        + 'iframe:not([src^="/drafts/"]), link[rel=stylesheet]:not([href^="/static/"])')
    || [...one.attributes].some(at => /^on|^srcdoc$/.test(at.name)
        || (/^(href|src|action|formaction)$/.test(at.name) && /^(java|vb|data)/i.test(at.value.replace(/\\s/g, '')))))
    .map(one => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module", params=_WORLDS)
def poisoned(
    request: pytest.FixtureRequest, browser_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    payloads, turn = request.param
    if payloads is None:
        pytest.skip("hostile_samples.json is not here: it lies beside the project or where OVERTURE_DATA says")
    payloads = payloads if isinstance(payloads, tuple) else samples(payloads)
    engine = copy_of(browser_template, tmp_path_factory.mktemp("poison"))
    poison_all(engine, mixed(payloads, min(PARTS, len(payloads)), turn), single(payloads, turn))
    with Site(services(engine, Hand(), demo_user="ada")) as site:
        yield site
    engine.dispose()


def test_hostile_words_run_nowhere(browser: Browser, poisoned: Site, request: pytest.FixtureRequest) -> None:
    context = browser.new_context()
    context.add_init_script(_LISTEN)
    page = context.new_page()
    seen: list[str] = []

    def note(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.on("console", lambda message: seen.append(message.text) if "Content Security" in message.text else None)
    page.on("request", lambda asked: None if asked.url.startswith(poisoned.address) else seen.append(asked.url))
    for path in [*PATHS, *(ALSO if request.config.getoption("--run-full") else ())]:
        answer = page.goto(poisoned.address + path)
        assert answer is not None
        assert answer.status < 500, path
        assert page.evaluate("[window.pwned, document.cookie]") == [None, ""], path
        assert page.title() != "PWNED", path
        assert page.evaluate(_FOREIGN) == [], path
    context.close()
    assert seen == []


@pytest.mark.full
def test_an_accessibility_engine_finds_nothing(browser: Browser, site: Site) -> None:
    with window(browser, site) as context:
        assert walk(context.new_page(), PATHS) == []


def test_no_page_can_be_put_in_a_frame(browser: Browser, site: Site) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route(
        "**/outside",
        lambda route: route.fulfill(body=f'<iframe src="{site.address}/login"></iframe>', content_type="text/html"),
    )
    page.goto(f"{site.address}/outside")
    assert page.frames[1].url.startswith("chrome-error:")
    assert page.frames[1].locator("#login").count() == 0
    context.close()
