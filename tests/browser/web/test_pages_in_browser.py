"""Every page in a real browser: nothing hostile runs, the policy has nothing to report, an engine finds no barrier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.addresses import ALSO, PATHS, VIEWS
from support.axe import walk, window
from support.db import copy_of
from support.poison import EVERY, LONG, mixed, poison_all, samples, single
from support.realdata import real_data
from support.watchful import watching
from support.web import Hand, Site, services

PARTS = 4
SAMPLES = real_data("hostile_samples.json")
# A world of hostile words: what stands in every text, what in every address. The plain run looks at one of them.
_WORLDS = [
    *(pytest.param((EVERY, turn), id=f"ours{turn}", marks=pytest.mark.full if turn else ()) for turn in range(PARTS)),
    pytest.param(((LONG,), 0), id="long", marks=pytest.mark.full),
    *(pytest.param((SAMPLES, turn), id=f"samples{turn}", marks=pytest.mark.full) for turn in range(PARTS)),
]


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
    with watching(browser, poisoned) as watch:
        for path in [*PATHS, *(ALSO if request.config.getoption("--run-full") else ())]:
            watch.open(path)
        assert watch.troubles == []


@pytest.mark.full
def test_an_accessibility_engine_finds_nothing(browser: Browser, site: Site) -> None:
    with window(browser, site) as context:
        assert walk(context.new_page(), [*PATHS, *VIEWS[:-1]]) == []


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
