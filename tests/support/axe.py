"""Look for barriers on a page of a real browser: an accessibility engine, and whether anything lies sideways."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.web import Site

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
WIDTHS = pytest.mark.parametrize("width", [320, 768, 1440])


@cache
def _engine() -> str:
    """The script of the engine, from its development package."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("ACCESSIBILITY ENGINE DID NOT RUN: axe-playwright-python is not installed")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text()


def window(browser: Browser, site: Site, theme: str, width: int, user: str | None = "ada") -> BrowserContext:
    """A context in which the engine may run, signed in as `user`."""
    _engine()
    context = browser.new_context(
        base_url=site.address, viewport={"width": width, "height": 900}, bypass_csp=True,
        color_scheme="dark" if theme == "dark" else "light",
    )  # fmt: skip
    context.set_default_timeout(30_000)
    if user:
        context.add_cookies([{"name": "overture", "value": site.token_for(user), "url": site.address}])
    return context


def barriers(page: Page, name: str) -> list[str]:
    """What the engine finds on the page as it stands, and whether it is wider than the screen; each with `name`."""
    page.evaluate(_engine())
    found = _asked(page)
    if any(one.startswith("target-size") for one in found):
        # A link half under the bar at the bottom is one scroll away from being whole: look again on a tall screen.
        small = page.viewport_size or {"width": 1440, "height": 900}
        page.set_viewport_size({"width": small["width"], "height": 6000})
        found = [one for one in _asked(page) if one in found or not one.startswith("target-size")]
        page.set_viewport_size(small)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
        found.append("is wider than the screen")
    return [f"{name} {each}" for each in found]


def _asked(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "async levels => (await axe.run(document, {runOnly: levels})).violations"
        ".map(v => v.id + ': ' + v.nodes[0].html.slice(0, 160))",
        LEVELS,
    )
    return found


def walk(page: Page, paths: Iterable[str]) -> list[str]:
    """The barriers of each page."""
    found: list[str] = []
    for path in paths:
        page.goto(path)
        found += barriers(page, path)
    return found
