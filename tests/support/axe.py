"""Look for barriers on a page of a real browser: an accessibility engine, and whether anything lies sideways.

A page is loaded once and then looked at in each width and theme: what a theme changes are colours, so in the dark only
the rules about colours are asked again.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from support.web import Site

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
WIDE, NARROW = (1440, 768), (320,)
_HEIGHT = 900


@cache
def _engine() -> str:
    """The script of the engine, from its development package."""
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("ACCESSIBILITY ENGINE DID NOT RUN: axe-playwright-python is not installed")
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text()


def window(browser: Browser, site: Site, user: str | None = "ada") -> BrowserContext:
    """A context in which the engine may run, signed in as `user`; nothing moves, so that no colour is half way."""
    _engine()
    context = browser.new_context(
        base_url=site.address, viewport={"width": WIDE[0], "height": _HEIGHT}, bypass_csp=True, reduced_motion="reduce",
        color_scheme="light",
    )  # fmt: skip
    context.set_default_timeout(30_000)
    if user:
        context.add_cookies([{"name": "overture", "value": site.token_for(user), "url": site.address}])
    return context


def barriers(page: Page, name: str, widths: Sequence[int] = (*WIDE, *NARROW)) -> list[str]:
    """What the engine finds on the page as it stands, in light and dark at each of the widths, and where it is wider
    than the screen; each with `name`. The page ends as it was: light and wide."""
    page.evaluate(_engine())
    found: list[str] = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": _HEIGHT})
        found += [f"{name} light {width} {each}" for each in _light(page, width)]
        page.emulate_media(color_scheme="dark")
        found += [f"{name} dark {width} {each}" for each in _asked(page, COLOURS)]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDE[0], "height": _HEIGHT})
    return found


_BEYOND = """[...document.querySelectorAll('main *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.outerHTML.slice(0, 100))"""


def _light(page: Page, width: int) -> list[str]:
    found = _asked(page, LEVELS)
    if any(one.startswith("target-size") for one in found):
        # A link half under the bar at the bottom is one scroll away from being whole: look again on a tall screen.
        page.set_viewport_size({"width": width, "height": 6000})
        found = [one for one in _asked(page, LEVELS) if one in found or not one.startswith("target-size")]
        page.set_viewport_size({"width": width, "height": _HEIGHT})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
        found.append(f"is wider than the screen: {page.evaluate(_BEYOND)}")
    return found


def _asked(page: Page, rules: list[str]) -> list[str]:
    """Breaches only: what passes is counted, but not written out."""
    found: list[str] = page.evaluate(
        "async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false}))"
        ".violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 160))",
        rules,
    )
    return found


def walk(page: Page, paths: Iterable[str]) -> list[str]:
    """The barriers of each page. What a page folds away on a phone it folds when it opens: it is opened there again."""
    found: list[str] = []
    for path in paths:
        page.goto(path)
        found += barriers(page, path, WIDE)
        page.set_viewport_size({"width": NARROW[0], "height": _HEIGHT})
        if page.locator(".why .card").count():
            page.goto(path)
        found += barriers(page, path, NARROW)
    return found


def sideways(page: Page, paths: Iterable[str], widths: Sequence[int]) -> list[str]:
    """Where a page, or its main part, is wider than a screen of one of these widths, and by how much."""
    found: list[str] = []
    for path in paths:
        page.goto(path)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            over = page.evaluate(
                "[document.documentElement, document.querySelector('#main')]"
                ".map(one => one ? one.scrollWidth - one.clientWidth : 0)"
            )
            if max(over) > 0:
                found.append(f"{path} at {width}: {over}")
    return found
