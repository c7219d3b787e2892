"""A real Chromium over a filled site. Where there is none, these tests say so loudly and are skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import Engine
from support.db import copy_of, create_schema
from support.sample_drafts import fill
from support.web import NOON, Hand, Site, services

from overture.db.engine import open_engine

OpenPage = Callable[..., Page]

_MEANT = ("the server responded with a status of 4", "net::ERR_INTERNET_DISCONNECTED")


@pytest.fixture(scope="session")
def browser_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("browser") / "filled.db"
    engine = open_engine(f"sqlite:///{path}")
    create_schema(engine)
    fill(engine, now=NOON)
    engine.dispose()
    return path


@pytest.fixture
def filled(browser_template: Path, tmp_path: Path) -> Iterator[Engine]:
    engine = copy_of(browser_template, tmp_path)
    yield engine
    engine.dispose()


@pytest.fixture
def site(filled: Engine) -> Iterator[Site]:
    with Site(services(filled, Hand())) as running:
        yield running


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[OpenPage]:
    """`open_page(path, user, **context)`: a page of a signed-in reader; errors of its script fail the test."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def make(path: str, user: str = "mara", **options: object) -> Page:
        given: dict[str, object] = {"viewport": {"width": 1440, "height": 960}, **options}
        context = browser.new_context(base_url=site.address, **given)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(30_000)
        context.add_cookies([{"name": "overture", "value": site.token_for(user), "url": site.address}])
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: _note(message.text, message.type, troubles))
        page.on("request", lambda request: _off_site(request.url, site.address, troubles))
        page.goto(path)
        return page

    yield make
    for context in contexts:
        context.close()
    assert troubles == []


def _note(text: str, kind: str, troubles: list[str]) -> None:
    """A browser logs as errors what is meant: decisions refused with 409 and 422, and asking where a line was cut."""
    if kind == "error" and not any(meant in text for meant in _MEANT):
        troubles.append(text)


def _off_site(url: str, home: str, troubles: list[str]) -> None:
    if not url.startswith((home, "data:", "about:", "blob:")):
        troubles.append(f"asked for {url}")
