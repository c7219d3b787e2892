"""Somebody who knows nothing but what the first steps on the screen say, and does exactly that."""

from __future__ import annotations

import time
from collections.abc import Iterator

from playwright.sync_api import Locator, Page, expect

_AGAIN = 5  # times somebody presses what a mark names before giving up
_WAIT = 4_000  # ms for the mark to go


def follow_marks(page: Page) -> Iterator[tuple[str, float]]:
    """Each mark as soon as it is done, with the seconds since the first was read; ends when no mark is left."""
    began = time.monotonic()
    expect(page.locator("#coach li.now")).to_have_count(1)
    while (mark := page.locator("#coach li.now")).count():
        name = mark.get_attribute("data-coach") or ""
        _until_gone(page, mark, name)
        yield name, time.monotonic() - began
        expect(page.locator("html.js")).to_have_count(1)  # a page that has just come shows its mark by script


def _until_gone(page: Page, mark: Locator, name: str) -> None:
    said = mark.inner_text()
    keys = mark.locator("kbd:visible").all_inner_texts()
    buttons = mark.locator("b").all_inner_texts()
    for _ in range(_AGAIN):
        for key in keys:
            page.keyboard.press(key.replace("Ctrl ", "Control+"))
        if not keys:
            _press(page, buttons)
        try:
            expect(page.locator(f"#coach li.now[data-coach={name}]")).to_have_count(0, timeout=_WAIT)
        except AssertionError:
            continue
        return
    raise AssertionError(f"doing what the mark says leads nowhere: {said}")


def _press(page: Page, names: list[str]) -> None:
    """The button or link of that name, of several the last; where none is named, a number in the text."""
    if not names:
        page.locator(".letter .chip").first.click()
        return
    named = page.get_by_role("button", name=names[0]).or_(page.get_by_role("link", name=names[0]))
    named.last.click()
